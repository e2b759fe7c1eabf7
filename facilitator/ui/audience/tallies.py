"""What there is to choose from, and then the counts: a bar per choice or mark. Counts only: nothing is averaged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from facilitator.core.audience import AudienceView, ShownChoice, Tally
from facilitator.ui.audience import phrases
from facilitator.ui.audience.pieces import Panel, Piece, Row
from facilitator.ui.audience.shapes import Bar, Shape, Twin
from facilitator.ui.audience.sheet import Level, Sheet
from facilitator.ui.audience.text import MEDIUM, NORMAL, SEMI_BOLD, Look, natural_width, plain
from facilitator.ui.theme import Theme

MANY = 6
"""More rows than this stand closer together."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """What the rows of one tally share: widths in pixels, and the count that fills a bar.

    `words` is where the words at a mark stand; 0 when they have no column.
    """

    theme: Theme
    look: Look
    label: float
    words: float
    bar: float
    number: float
    between: float
    most: int

    @property
    def soft(self) -> Look:
        """What is said with less weight: the words at a mark, how it was."""
        return replace(self.look, weight=NORMAL, colour=self.theme.soft_ink)

    @property
    def strong(self) -> Look:
        """A count of now."""
        return replace(self.look, weight=SEMI_BOLD, colour=self.theme.accent)

    @property
    def line(self) -> float:
        """The height of one line."""
        return self.look.leading * self.look.size

    def share(self, count: int) -> float:
        """How much of a bar a count fills."""
        return count / self.most if self.most else 0.0


def choice_rows(choices: tuple[ShownChoice, ...], sheet: Sheet, level: Level) -> Iterator[Row]:
    """A row per choice, the number that is called out before it."""
    mark = sheet.look(level.text, SEMI_BOLD, sheet.theme.accent, 1.33)
    text = replace(mark, weight=NORMAL, colour=sheet.theme.ink)
    between = sheet.px(24)
    marks = [plain(choice.mark, mark) for choice in choices]
    width = max((natural_width(paragraph) for (paragraph,) in marks), default=0.0) + 1
    for number, choice in enumerate(choices):
        means = Panel(plain(choice.means, text), sheet.width - width - between)
        gap = sheet.px(44 if number == 0 else 18 if len(choices) <= MANY else 10)
        yield Row((Panel(marks[number], width), means), gap, between)


def tally_rows(view: AudienceView, sheet: Sheet, level: Level) -> Iterator[Row]:
    """A row per choice or mark, under a legend where there is something to compare with."""
    if not view.tally:
        return
    columns = _columns(view, sheet, level)
    gap, between_rows = sheet.px(44), sheet.px(_between(view) if sheet.zoom == 1 else _between(view) / 3)
    if view.compared:
        yield from _legend(view, columns, sheet, gap)
        gap = sheet.px(16)
    low, high = view.scale
    if low and not columns.words:
        yield _words_row(low, columns, sheet, gap)
        gap = between_rows
    for number, tally in enumerate(view.tally):
        words = low if number == 0 else high if number == len(view.tally) - 1 else ""
        yield Row(_pieces(tally, words, columns, compared=view.compared), gap, columns.between)
        gap = between_rows
    if high and not columns.words:
        yield _words_row(high, columns, sheet, gap)


def _between(view: AudienceView) -> int:
    return 18 if len(view.tally) <= MANY else 12 if view.compared else 6


def _columns(view: AudienceView, sheet: Sheet, level: Level) -> _Columns:
    look = sheet.look(level.answer, MEDIUM, sheet.theme.ink)
    between = sheet.px(24)
    most = max(max(tally.count, tally.before) for tally in view.tally)
    short = all(len(tally.label) <= 3 for tally in view.tally)
    label = 0.42 * sheet.width
    if short:  # "nee" is wider than two digits
        widest = max(natural_width(paragraph) for tally in view.tally for paragraph in plain(tally.label, look))
        label = max(1.6 * look.size, widest + 1)
    said = [paragraph for words in view.scale if words for paragraph in plain(words, look)]
    words = 0.0 if sheet.narrow else min(0.3 * sheet.width, max(map(natural_width, said), default=-1.0) + 1)
    number = max(3.0 - 1.2 * view.compared, len(str(most))) * look.size
    columns = 2 + bool(words) + view.compared  # beside the bar
    bar = sheet.width - label - words - (1 + view.compared) * number - columns * between
    return _Columns(sheet.theme, look, label, words, bar, number, between, most)


def _pieces(tally: Tally, words: str, columns: _Columns, *, compared: bool) -> tuple[Piece, ...]:
    theme = columns.theme
    pieces: list[Piece] = [Panel(plain(tally.label, columns.look), columns.label)]
    if columns.words:
        pieces.append(Panel(plain(words, columns.soft), columns.words))
    if compared:
        shares = (columns.share(tally.before), columns.share(tally.count))
        pieces.append(_twin(columns, columns.bar, *shares))
        pieces.append(Panel(plain(str(tally.before), columns.soft), columns.number))
    else:
        size = columns.look.size
        share = columns.share(tally.count)
        pieces.append(Bar(columns.bar, columns.line, share, 0.62 * size, theme.accent, theme.accent_wash))
    pieces.append(Panel(plain(str(tally.count), columns.strong), columns.number))
    return tuple(pieces)


def _twin(columns: _Columns, width: float, before: float | None, now: float | None) -> Twin:
    theme = columns.theme
    return Twin(width, columns.line, before, now, 0.38 * columns.look.size, theme.soft_ink, theme.accent)


def _legend(view: AudienceView, columns: _Columns, sheet: Sheet, gap: float) -> Iterator[Row]:
    """What a hollow bar says and what a solid one, where the bars begin, or as near to it as there is room."""
    sample = 1.6 * columns.look.size
    told = phrases.compared(view)
    before, now = _fitting(told[0], columns.soft), _fitting(told[1], columns.strong)
    first: tuple[Piece, ...] = (_twin(columns, sample, 1.0, None), before)
    second: tuple[Piece, ...] = (_twin(columns, sample, None, 1.0), now)
    room = sheet.width - 2 * sample - before.width - now.width - 4 * columns.between
    if room < 0:
        yield Row(first, gap, columns.between)
        yield Row(second, sheet.px(6), columns.between)
        return
    margin = columns.label + (columns.words + columns.between if columns.words else 0.0)
    yield Row((Shape(min(margin, room), columns.line), *first, *second), gap, columns.between)


def _fitting(words: str, look: Look) -> Panel:
    (paragraph,) = plain(words, look)
    return Panel((paragraph,), natural_width(paragraph) + 1)


def _words_row(words: str, columns: _Columns, sheet: Sheet, gap: float) -> Row:
    """The words at the end of a scale, where there is no place for them beside it."""
    return Row((Panel(plain(words, columns.soft), sheet.width),), gap)
