"""The numbers of a card: a percentage, or a thousand or more, stands among its figures or is not told.

There it has its year, what was counted, who says so, and the day after which somebody looks for a newer one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from facilitator.content.library import FileKind, Reading
from facilitator.content.problem import Problem, shown
from facilitator.content.yaml_tree import Mapping, Node, Scalar
from facilitator.core.card import Card
from facilitator.words import _

_SHARE = r"(?<![\d.,])\d+(?:[.,]\d+)*(?= ?(?:procent\b|%|miljoen\b))"
_THOUSANDS = r"(?<![\d.,-])\d{1,3}(?:\.\d{3})+(?![\d-])"
_WITHOUT_POINTS = r"(?<![\d.,-])(?<!\d )[1-9]\d{4,}(?![\d-])"
_TOLD_WITH_A_SOURCE = re.compile(f"{_SHARE}|{_THOUSANDS}|{_WITHOUT_POINTS}")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def without_source(kind: FileKind[Any], root: Node, card: Card) -> Iterator[tuple[Scalar, str]]:
    """Give each number that stands in no figure, and where. The claim of a fact check is what others say."""
    claim = card.fact_check.claim if card.fact_check is not None else ""
    figures = (f"{figure.value} {figure.definition}" for figure in card.figures)
    told = frozenset(_NUMBER.findall(" ".join((claim, card.title, *figures))))
    for text, scalar in kind.declare().texts(root):
        for found in () if text.foreign else _TOLD_WITH_A_SOURCE.finditer(scalar.text):
            if found[0] not in told:
                yield scalar, found[0]


def past(readings: Iterable[tuple[FileKind[Any], Reading[Any]]], today: date) -> Iterator[Problem]:
    """Give the figures after whose day somebody should look for a newer one: no fault, since days pass."""
    for _kind, reading in readings:
        if not isinstance(reading.value, Card) or reading.tree is None or not isinstance(reading.tree.root, Mapping):
            continue
        for node, figure in zip(reading.tree.root.records("figures"), reading.value.figures, strict=True):
            if figure.look_again is not None and figure.look_again < today:
                what = _("the figure '{value}' was to be looked at again after {day}")
                what = what.format(value=shown(figure.value), day=figure.look_again.isoformat())
                yield Problem(
                    reading.path, node.line, what, _("Look for a newer one, and give it a new day"), node.path
                )
