"""What a group voted: a row of real dots per option, and the order that all orders make together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from facilitator.core.audience import AudienceView
from facilitator.core.options import DotRow, Ranked
from facilitator.ui.audience import phrases
from facilitator.ui.audience.pieces import Panel, Row, Stack
from facilitator.ui.audience.shapes import Shape
from facilitator.ui.audience.sheet import Level, Sheet
from facilitator.ui.audience.text import BOLD, MEDIUM, NORMAL, SEMI_BOLD, Look, Paragraph, natural_width, plain
from facilitator.ui.widgets.markdown import Span

MANY = 6
"""More rows than this stand closer together."""
HAND = 5
"""Dots stand in hands of five, so that they can be counted from where people sit."""


def vote_rows(view: AudienceView, sheet: Sheet, level: Level) -> Iterator[Row]:
    """What was voted; nothing where nothing was, or nothing was shown yet."""
    if view.voted is None:
        return
    yield from _dot_rows(view.voted.dots, sheet, level)
    yield from _ranking_rows(view.voted.ranking, view.voted.orders, sheet, level)


def _gap(number: int, count: int, sheet: Sheet) -> float:
    return sheet.px(44 if number == 0 else 24 if count <= MANY else 12)


# ---- dots


@dataclass(frozen=True)
class DotField(Shape):
    """So many dots of a diameter, in hands of five, on as many lines as they take."""

    count: int
    diameter: float
    line: float
    colour: str

    def places(self) -> Iterator[QPointF]:
        """The middle of every dot, from the top left corner of the field."""
        across = _dots_across(self.width, self.diameter)
        for number in range(self.count):
            row, place = divmod(number, across)
            x = place * 1.25 * self.diameter + place // HAND * 0.75 * self.diameter
            yield QPointF(x + self.diameter / 2, self.line / 2 + row * 1.3 * self.diameter)

    def draw(self, painter: QPainter, left: float, top: float, height: float) -> None:  # noqa: ARG002  not stretched
        """Draw them, the first line in the middle of the first line beside it."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colour))
        for place in self.places():
            painter.drawEllipse(place + QPointF(left, top), self.diameter / 2, self.diameter / 2)


def _dots_across(width: float, diameter: float) -> int:
    """How many dots stand on a line: whole hands where there is room for one."""
    hand = (1.25 * HAND + 0.75) * diameter
    hands = int((width + diameter) // hand)
    return max(1, hands * HAND if hands else int(width // (1.25 * diameter)))


def _field(count: int, width: float, look: Look, colour: str) -> DotField:
    diameter = 0.66 * look.size
    line = look.leading * look.size
    lines = max(1, -(-count // _dots_across(width, diameter)))
    return DotField(
        width, max(line, line / 2 + (lines - 1) * 1.3 * diameter + 0.8 * diameter), count, diameter, line, colour
    )


def _dot_rows(dots: tuple[DotRow, ...], sheet: Sheet, level: Level) -> Iterator[Row]:
    """A row per option: its number and words, its dots, and how many that are."""
    mark = sheet.look(level.answer, SEMI_BOLD, sheet.theme.accent)
    text = sheet.look(level.answer, MEDIUM, sheet.theme.ink)
    between = sheet.px(24)
    most = max((len(str(row.dots)) for row in dots), default=1)
    number, total = (
        0.7 * length * mark.size + 4 for length in (max((len(str(row.number)) for row in dots), default=1), most)
    )
    words = sheet.width - number - between if sheet.narrow else 0.4 * sheet.width - number - between
    room = (sheet.width if sheet.narrow else 0.6 * sheet.width - between) - total - between
    for place, row in enumerate(dots):
        name = (Panel(plain(str(row.number), mark), number), Panel(plain(row.text, text), words))
        field = _field(row.dots, room, text, sheet.theme.accent)
        count = Panel(plain(str(row.dots), mark), total)
        gap = _gap(place, len(dots), sheet)
        if sheet.narrow:
            yield Row(name, gap, between)
            yield Row((field, count), sheet.px(6), between)
        else:
            yield Row((*name, field, count), gap, between)


# ---- an order


@dataclass(frozen=True)
class Spread(Shape):
    """On which of `most` places something was put: a line from the best to the worst, a dot at the mean.

    Places count from 1; a mean of 0 leaves both out.
    """

    best: int
    worst: int
    mean: float
    most: int
    diameter: float
    ink: str
    soft: str
    rest: str

    def across(self, place: float) -> float:
        """Where a place is, from the left side."""
        room = self.width - self.diameter
        return self.diameter / 2 + room * ((place - 1) / (self.most - 1) if self.most > 1 else 0.5)

    def draw(self, painter: QPainter, left: float, top: float, height: float) -> None:  # noqa: ARG002  not stretched
        """Draw a tick per place under it, and it in the middle of the first line beside it."""
        middle = top + self.height / 2
        tick = max(1.0, 0.07 * self.diameter)
        for place in range(1, self.most + 1):
            x = left + self.across(place)
            painter.fillRect(QRectF(x - tick / 2, middle - self.diameter / 2, tick, self.diameter), QColor(self.rest))
        if not self.mean:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.soft))
        thick = 0.26 * self.diameter
        start, end = left + self.across(self.best), left + self.across(self.worst)
        painter.drawRoundedRect(
            QRectF(start - thick / 2, middle - thick / 2, end - start + thick, thick), thick / 2, thick / 2
        )
        painter.setBrush(QColor(self.ink))
        painter.drawEllipse(QPointF(left + self.across(self.mean), middle), self.diameter / 2, self.diameter / 2)


@dataclass(frozen=True)
class _Order:
    """What the rows of one order share: looks, and widths in pixels. `most` is how many places there are."""

    sheet: Sheet
    place: Look
    text: Look
    soft: Look
    most: int

    @property
    def between(self) -> float:
        """Between two columns."""
        return self.sheet.px(28)

    @property
    def mark(self) -> float:
        """The column of places."""
        return 0.75 * self.place.size * len(str(self.most))

    @property
    def words(self) -> float:
        """The column of words."""
        return (1.0 if self.sheet.narrow else 0.56) * self.sheet.width - self.mark - self.between

    @property
    def room(self) -> float:
        """The column of lines."""
        if self.sheet.narrow:
            return self.sheet.width - self.mark - self.between
        return 0.44 * self.sheet.width - self.between

    @property
    def diameter(self) -> float:
        """Of the dot at a mean."""
        return 0.6 * self.place.size


def _ranking_rows(ranking: tuple[Ranked, ...], orders: int, sheet: Sheet, level: Level) -> Iterator[Row]:
    """A row per option: its place, its words with what is behind the place, and how far the orders lie apart."""
    if not ranking:
        return
    place = sheet.look(level.text, BOLD, sheet.theme.accent)
    text = sheet.look(level.answer, SEMI_BOLD, sheet.theme.ink)
    text = replace(text, leading=place.leading * place.size / text.size)  # place and words stand on one line
    order = _Order(sheet, place, text, sheet.look(level.label, NORMAL, sheet.theme.soft_ink, 1.25), len(ranking))
    yield _axis(order, phrases.orders(orders))
    for number, each in enumerate(ranking):
        gap = sheet.px(20) if number == 0 else _gap(1, len(ranking), sheet)
        head = Panel(plain(str(each.place) if each.place else "–", place), order.mark)
        said = Paragraph((Span(phrases.ranked(each)),), order.soft)
        name = Panel((*plain(each.text, text), said), order.words)
        if sheet.narrow:
            yield Row((head, name), gap, order.between)
            yield Row((Shape(order.mark, 1.0), _spread(order, each)), sheet.px(4), order.between)
        else:
            yield Row((head, name, _spread(order, each)), gap, order.between)


def _axis(order: _Order, said: str) -> Row:
    """Of how many orders it is made, and what the first and the last tick stand for."""
    sheet, soft = order.sheet, order.soft
    wide = sheet.width if sheet.narrow else order.mark + order.between + order.words
    words = Panel((Paragraph((Span(said),), soft),), wide)
    if sheet.narrow or order.most < 2:
        return Row((words,), sheet.px(36), order.between)
    (first,), (last,) = plain("1", soft), plain(str(order.most), soft)
    end = natural_width(last) + 1
    # The middle of a number stands over the middle of its tick.
    start = (order.diameter - natural_width(first)) / 2
    last_start = min(order.room - end, order.room - (order.diameter + end) / 2)
    numbers = Row((Shape(start, 1.0), Panel((first,), last_start - start), Panel((last,), end)))
    return Row((words, Stack((numbers,), order.room)), sheet.px(36), order.between)


def _spread(order: _Order, each: Ranked) -> Spread:
    best, worst = each.ends
    line, theme = order.place.leading * order.place.size, order.sheet.theme
    return Spread(
        order.room, line, best, worst, each.mean, order.most, order.diameter, theme.accent, theme.soft_ink, theme.edge
    )
