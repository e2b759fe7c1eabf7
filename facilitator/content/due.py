"""What of the cards is due for another look, as lines with a file and a place. No fault: days pass by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from facilitator.content.library import FileKind, Reading
from facilitator.content.problem import Problem, shown
from facilitator.content.yaml_tree import Mapping
from facilitator.core.card import Card
from facilitator.core.review import CHECK_AGAIN_MONTHS, Due, Ground, due
from facilitator.words import _

Readings = Iterable[tuple[FileKind[Any], Reading[Any]]]


def due_in(readings: Readings, today: date, months: int = CHECK_AGAIN_MONTHS) -> Iterator[Problem]:
    """Give what is due in the cards that were read, in their order."""
    for _kind, reading in readings:
        if isinstance(reading.value, Card) and reading.tree is not None and isinstance(reading.tree.root, Mapping):
            for one in due(reading.value, today, months):
                yield _told(reading, reading.tree.root, reading.value, one)


def _told(reading: Reading[Any], root: Mapping, card: Card, one: Due) -> Problem:
    if one.ground is Ground.NO_SOURCE:
        return Problem(
            reading.path, root.line, _("no source is named"), _("Say under 'read_on' where its facts come from")
        )
    if one.figure is not None:
        node, figure = root.records("figures")[one.figure], card.figures[one.figure]
        what = _("the figure '{value}' was to be looked at again after {day}")
        what = what.format(value=shown(figure.value), day=one.since)
        return Problem(reading.path, node.line, what, _("Look for a newer one, and give it a new day"), node.path)
    entry = root.entries.get("checked_on")
    line = root.line if entry is None else entry.node.line
    what = _("this was last held against its sources on {day}").format(day=one.since)
    return Problem(reading.path, line, what, _("Hold it against them again, and renew 'checked_on'"))
