"""Answers on the wall, as cards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from facilitator.core.case_view import ShownAnswer
from facilitator.ui.audience import phrases
from facilitator.ui.audience.blocks import label_row
from facilitator.ui.audience.pieces import Panel, Piece, Row, Stack
from facilitator.ui.audience.sheet import Level, Sheet
from facilitator.ui.audience.text import MEDIUM, NORMAL, SEMI_BOLD, Look, Paragraph, plain, right_to_left
from facilitator.ui.widgets.markdown import Span

COLUMN = 4
"""So many answers of a group stand under each other in a column; with more there the groups stand under each other."""


@dataclass(frozen=True, eq=False)
class CardStyle:
    """How the cards of one page look. One of a kind per page, so that it is found fast (see `_card`)."""

    text: Look
    label: Look
    width: float
    pads: tuple[float, float]
    label_gap: float
    fill: str
    edge: str
    radius: float


def card_rows(answers: tuple[ShownAnswer, ...], sheet: Sheet, level: Level) -> Iterator[Row]:
    """Answers as cards beside each other, in their order, at the bottom of a page that has room."""
    between = sheet.px(30)
    count = _columns(answers, sheet, level)
    style = _card_style(sheet, level, (sheet.width - (count - 1) * between) / count)
    if answers and answers[0].group is not None:
        yield from _groups(tuple(_parts(answers)), count, style, sheet, level)
        return
    for start in range(0, len(answers), count):
        beside = answers[start : start + count]
        cards: tuple[Piece, ...] = tuple(_card(answer.text, answer.partner, answer.votes, style) for answer in beside)
        numbers = tuple(range(start, start + len(beside)))
        yield _row_of_cards(cards, sheet.px(44) if start == 0 else sheet.px(24), between, numbers)


_Parts = tuple[tuple[int, tuple[ShownAnswer, ...]], ...]


def _groups(parts: _Parts, count: int, style: CardStyle, sheet: Sheet, level: Level) -> Iterator[Row]:
    """Groups under their headings: each a column where there is room for that, otherwise under each other."""
    between, gap = sheet.px(30), sheet.px(44)
    headings = [label_row(phrases.group(members[0].group), sheet, level) for _first, members in parts]
    few = len(parts) <= count and all(len(members) <= COLUMN for _first, members in parts)
    if few:
        columns = tuple(
            Stack((_narrowed(heading, style.width), *_cards(members, 1, style, sheet)), style.width)
            for heading, (_first, members) in zip(headings, parts, strict=True)
        )
        last, members = parts[-1]
        yield Row(columns, gap, between, tuple(range(last + len(members))), low=True)
        return
    for heading, (first, members) in zip(headings, parts, strict=True):
        top, *others = _cards(members, count, style, sheet)
        # A heading stays with the first cards under it.
        stack = Stack((heading, top), sheet.width)
        start = first + len(top.pieces)
        yield Row((stack,), gap if first == 0 else sheet.px(34), 0.0, tuple(range(first, start)), low=True)
        for row in others:
            yield replace(row, answers=tuple(range(start, start + len(row.pieces))))
            start += len(row.pieces)


def _narrowed(heading: Row, width: float) -> Row:
    (panel,) = heading.pieces
    assert isinstance(panel, Panel)  # noqa: S101  a label is one
    return replace(heading, pieces=(replace(panel, width=width),))


def _cards(members: tuple[ShownAnswer, ...], count: int, style: CardStyle, sheet: Sheet) -> Iterator[Row]:
    """The cards of a group, so many beside each other."""
    for start in range(0, len(members), count):
        beside = members[start : start + count]
        cards: tuple[Piece, ...] = tuple(_card(one.text, one.partner, one.votes, style) for one in beside)
        yield Row(cards, sheet.px(24) if start else sheet.px(12), sheet.px(30), low=True)


def _parts(answers: tuple[ShownAnswer, ...]) -> Iterator[tuple[int, tuple[ShownAnswer, ...]]]:
    """Answers group by group, each with the number of its first one."""
    first = 0
    for _group, found in groupby(answers, key=lambda answer: answer.group):
        members = tuple(found)
        yield first, members
        first += len(members)


def _columns(answers: tuple[ShownAnswer, ...], sheet: Sheet, level: Level) -> int:
    """Three cards beside each other, or fewer where they would be narrow or the answers are long."""
    longest = max((len(answer.text) + len(answer.partner) for answer in answers), default=0)
    wanted = 3 if longest <= 150 else 2 if longest <= 400 else 1
    least = 13 * sheet.look(level.answer, MEDIUM, "").size
    return max(1, min(wanted, int((sheet.width + sheet.px(30)) // (least + sheet.px(30)))))


@lru_cache(maxsize=32)
def _card_style(sheet: Sheet, level: Level, width: float) -> CardStyle:
    theme = sheet.theme
    return CardStyle(
        sheet.look(level.answer, SEMI_BOLD, theme.ink, 1.32),
        sheet.look(level.label, NORMAL, theme.soft_ink, 1.32),
        width,
        (sheet.px(32), sheet.px(26)),
        sheet.px(6),
        theme.card,
        theme.line,
        sheet.px(20),
    )


@lru_cache(maxsize=2000)
def _row_of_cards(cards: tuple[Piece, ...], gap: float, between: float, numbers: tuple[int, ...]) -> Row:
    return Row(cards, gap, between, numbers, low=True)


@lru_cache(maxsize=6000)
def _card(text: str, partner: str, votes: int, style: CardStyle) -> Panel:
    """A card, kept with its height: a wall of two thousand answers grows by one without measuring the others again."""
    label = _label(phrases.one_line(partner), phrases.votes(votes), style)
    return Panel(plain(text, style.text) + label, style.width, *style.pads, style.fill, style.edge, style.radius)


def _label(partner: str, votes: str, style: CardStyle) -> tuple[Paragraph, ...]:
    """Whose it is, and how many chose it: a number and no more. Names from right to left have a line of their own."""
    name, count = Span(partner), Span(votes, bold=True)
    lines: list[tuple[Span, ...]]
    if partner and votes and not right_to_left(partner):
        lines = [(name, Span("  ·  "), count)]
    else:
        lines = [(span,) for span in (name, count) if span.text]
    return tuple(Paragraph(spans, style.label, 0.0 if line else style.label_gap) for line, spans in enumerate(lines))
