"""Sentences of cards in a form that shows how they hang together: steps in a row, phases with a way back, and rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from facilitator.core.infographic import Panel
from facilitator.pictures.drawing import Anchor, Box, Circle, Item, Label, Line, Role, Style, Weight
from facilitator.pictures.infographic.parts import Look, Part, lines, stacked
from facilitator.pictures.infographic.told import row_titles

_DISC: Final = 17.0
_INDENT: Final = 52.0
_NAMES: Final = 0.3
"""The share of the width that the names of rows get."""
_BESIDE_ITS_NAME: Final = 420.0
"""From this width on what somebody does stands beside who it is."""
_BESIDE: Final = 560.0
"""From this width on phases stand beside each other."""
_ARROW: Final = 34.0
_INSIDE: Final = 12.0


def step_parts(panel: Panel, look: Look) -> Iterator[Part]:
    """Give the steps under each other, each leading to the next."""
    titles = row_titles(panel)
    for number, (title, row) in enumerate(zip(titles, panel.rows, strict=True), 1):
        room = look.width - _INDENT
        words = stacked(
            (
                lines(look.words(title, room, look.text, Weight.SEMIBOLD), x=_INDENT),
                lines(look.words(row.text, room, look.small), 3.0, _INDENT),
            )
        )
        height = max(words.height, 2 * _DISC)
        items = [*_disc(str(number), look), *words.items]
        if number < len(titles):
            down = ((_DISC, 2 * _DISC + 2.0), (_DISC, height + 11.0))
            items.append(Line(down, role=Role.ACCENT, width=2.0, arrow=height + 9.0 - 2 * _DISC > 12.0))
        yield Part(tuple(items), height, 14.0)


def _disc(number: str, look: Look) -> Iterator[Item]:
    yield Circle(_DISC, _DISC, _DISC, Role.ACCENT, None)
    wide = look.measure(number, look.text, Weight.BOLD)
    y = _DISC + look.text * 0.35
    yield Label(number, _DISC, y, wide, Anchor.MIDDLE, look.text, Weight.BOLD, Role.GROUND)


def row_parts(panel: Panel, look: Look) -> Iterator[Part]:
    """Give a line for each row: who, and what they do."""
    if look.width < _BESIDE_ITS_NAME:
        yield from _under_names(panel, look)
        return
    left = look.width * _NAMES
    for title, row in zip(row_titles(panel), panel.rows, strict=True):
        name = look.words(title, left - 14.0, look.text, Weight.SEMIBOLD, Role.ACCENT)
        words = look.words(row.text, look.width - left, look.text)
        rule = Line(((0.0, 0.0), (look.width, 0.0)), role=Role.LINE, width=1.2)
        top = 9.0
        items: tuple[Item, ...] = (rule, *name.at(0.0, top, Anchor.START), *words.at(left, top, Anchor.START))
        yield Part(items, top + max(name.height, words.height), 10.0)


def _under_names(panel: Panel, look: Look) -> Iterator[Part]:
    """Give the rows of a narrow sheet: what they do stands under who."""
    for title, row in zip(row_titles(panel), panel.rows, strict=True):
        rule = Line(((0.0, 0.0), (look.width, 0.0)), role=Role.LINE, width=1.2)
        name = look.words(title, look.width, look.text, Weight.SEMIBOLD, Role.ACCENT)
        words = look.words(row.text, look.width, look.text)
        yield stacked((Part((rule,), 0.0), lines(name, 9.0), lines(words, 4.0)), gap=10.0)


def phase_parts(panel: Panel, look: Look) -> Iterator[Part]:
    """Give the phases beside each other with arrows between, and the way back under them."""
    if look.width < _BESIDE:
        yield from row_parts(panel, look)
        return
    titles = row_titles(panel)
    count = len(titles)
    wide = (look.width - _ARROW * (count - 1)) / count
    room = wide - 2 * _INSIDE
    heads = [look.words(title, room, look.text, Weight.SEMIBOLD, Role.GROUND) for title in titles]
    texts = [look.words(row.text, room, look.text) for row in panel.rows]
    head = max(each.height for each in heads) + 2 * 9.0
    height = head + max(each.height for each in texts) + 2 * _INSIDE
    items: list[Item] = []
    for number, (title, text) in enumerate(zip(heads, texts, strict=True)):
        x = number * (wide + _ARROW)
        items += (
            Box(x, 0.0, wide, height, 4.0, Role.GROUND, Role.ACCENT, 1.8),
            Box(x, 0.0, wide, head, 4.0, Role.ACCENT, Role.ACCENT, 1.8),
            *title.at(x + _INSIDE, (head - title.height) / 2, Anchor.START),
            *text.at(x + _INSIDE, head + _INSIDE, Anchor.START),
        )
        if number:
            y = head + (height - head) / 2
            items.append(Line(((x - _ARROW + 5.0, y), (x - 5.0, y)), role=Role.ACCENT, width=2.6, arrow=True))
    yield Part((*items, *_way_back(wide, height, look)), height + (24.0 if panel.note else 0.0), 18.0)


def _way_back(wide: float, height: float, look: Look) -> Iterator[Item]:
    """Give the line from the last phase to the first: it can go wrong at any time."""
    right, left, low = look.width - wide / 2, wide / 2, height + 18.0
    points = ((right, height), (right, low), (left, low), (left, height + 2.0))
    yield Line(points, Style.DASHED, Role.ACCENT, 2.0, arrow=True)
