"""What a view says, as rows of pieces, at one of several sizes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from facilitator.core.audience import AudienceView, ShownAgreement, Tally
from facilitator.core.case_view import ShownAnswer
from facilitator.ui.audience import phrases
from facilitator.ui.audience.pieces import Bar, Panel, Piece, Row
from facilitator.ui.audience.text import (
    BOLD,
    MEDIUM,
    NORMAL,
    SEMI_BOLD,
    Look,
    Paragraph,
    balanced_width,
    elided,
    natural_width,
    plain,
    right_to_left,
    without_orphan,
)
from facilitator.ui.theme import Theme
from facilitator.ui.widgets.markdown import Block, BlockKind, Span, parse
from facilitator.words import _

SMALLEST = 28
"""The least size of any text, in pixels on a screen 1080 high."""


@dataclass(frozen=True, slots=True)
class Level:
    """Text sizes in pixels on a screen 1080 high. `air` is the space above the title."""

    title: int
    text: int
    question: int
    answer: int
    label: int
    air: int = 0


LEVELS = (
    Level(104, 44, 42, 34, 30, 52),
    Level(92, 42, 40, 34, 30, 40),
    Level(80, 40, 38, 34, 30, 16),
    Level(68, 36, 36, 32, 28),
    Level(58, 32, 32, 30, 28),
    Level(50, 28, 28, 28, 28),
)
CALM_LEVELS = (
    Level(80, 52, 48, 34, 30),
    Level(72, 44, 42, 34, 30),
    Level(64, 40, 38, 34, 30),
    Level(60, 36, 36, 32, 28),
    Level(54, 32, 32, 30, 28),
    Level(48, 28, 28, 28, 28),
)
"""For what is read rather than looked at: the text of a case, an agreement."""
PAGED = Level(60, 38, 38, 34, 28)
"""What does not fit at the smallest sizes is paged, and then it may as well be easy to read."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The measures of one screen.

    `scale` is its height / 1080; `squeeze` <= 1 makes big text smaller where it is narrow. `left`, `width`, `top` and
    `room` are the body's, in pixels.
    """

    scale: float
    squeeze: float
    left: float
    width: float
    top: float
    room: float
    theme: Theme

    @property
    def narrow(self) -> bool:
        """Whether two things that stand beside each other elsewhere stand under each other here."""
        return self.squeeze < 0.75

    def px(self, size: float) -> float:
        """A distance that is `size` pixels on a screen 1080 high."""
        return size * self.scale

    def look(self, size: float, weight: object, colour: str, leading: float = 1.3) -> Look:
        """A look at a size, never under the smallest."""
        pixels = max(smallest(self.scale), round(size * self.scale * self.squeeze))
        return Look(self.theme.family, pixels, weight, colour, leading)  # type: ignore[arg-type]


def smallest(scale: float) -> int:
    """The least size of text in whole pixels."""
    return -int(-SMALLEST * scale // 1)


def rows_of(view: AudienceView, sheet: Sheet, level: Level) -> tuple[Row, ...]:
    """Everything a page says, from top to bottom."""
    if view.agreement is not None:
        return tuple(_agreement(view.agreement, sheet, level))
    return tuple(_page(view, sheet, level))


def running_head(view: AudienceView, sheet: Sheet) -> Row | None:
    """The title again, on one line, above what did not fit on the first page."""
    words = phrases.one_line(view.title if view.agreement is None else view.agreement.what)
    if not words:
        return None
    look = sheet.look(40, BOLD, sheet.theme.accent)
    return Row((Panel(plain(elided(words, look, sheet.width), look), sheet.width),))


def levels(view: AudienceView) -> tuple[Level, ...]:
    """The sizes to try, largest first."""
    if view.agreement is not None:
        return CALM_LEVELS[1:]  # an agreement that is a whole sentence stays on few lines
    return CALM_LEVELS if view.case_title else LEVELS


# ---- a page


def _page(view: AudienceView, sheet: Sheet, level: Level) -> Iterator[Row]:
    theme = sheet.theme
    if view.title:
        yield _title(view.title, sheet, level)
    body = sheet.look(level.text, NORMAL, theme.ink, 1.33)
    measure = min(sheet.width, (34 if view.case_title else 38) * body.size)
    for number, block in enumerate(parse(view.text)):
        gap = sheet.px(30) if number == 0 else (0.25 if block.kind is BlockKind.ITEM else 0.5) * body.size
        paragraph = _paragraph(block, body, theme)
        yield Row((Panel((paragraph,), without_orphan(paragraph, measure, sheet.width)),), gap)
    if view.question:
        look = sheet.look(level.question, SEMI_BOLD, theme.accent, 1.32)
        pads = (sheet.px(30), sheet.px(24))
        panel = Panel(plain(view.question, look), measure, *pads, theme.accent_wash, "", sheet.px(20))
        yield Row((panel,), sheet.px(34))
    yield from _cards(view.answers, sheet, level)
    yield from _tally(view.tally, sheet, level)


def _title(text: str, sheet: Sheet, level: Level) -> Row:
    look = sheet.look(level.title, BOLD, sheet.theme.accent, 1.26)
    paragraphs = plain(text, look)
    width = max(balanced_width(paragraph, sheet.width) for paragraph in paragraphs)
    return Row((Panel(paragraphs, sheet.width if any(map(right_to_left, text.split("\n"))) else width),))


def _paragraph(block: Block, look: Look, theme: Theme) -> Paragraph:
    if block.kind is BlockKind.HEADING:
        return Paragraph(tuple(replace(span, bold=True) for span in block.spans), replace(look, colour=theme.accent))
    if block.kind is BlockKind.ITEM:
        return Paragraph(block.spans, look, indent=1.1 * look.size * block.level, marker=block.marker)
    return Paragraph(block.spans, look)


# ---- answers


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


def _cards(answers: tuple[ShownAnswer, ...], sheet: Sheet, level: Level) -> Iterator[Row]:
    between = sheet.px(30)
    count = _columns(answers, sheet, level)
    style = _card_style(sheet, level, (sheet.width - (count - 1) * between) / count)
    for start in range(0, len(answers), count):
        beside = answers[start : start + count]
        cards: tuple[Piece, ...] = tuple(_card(answer.text, answer.partner, style) for answer in beside)
        numbers = tuple(range(start, start + len(beside)))
        yield _row_of_cards(cards, sheet.px(44) if start == 0 else sheet.px(24), between, numbers)


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
def _card(text: str, partner: str, style: CardStyle) -> Panel:
    """A card, kept with its height: a wall of two thousand answers grows by one without measuring the others again."""
    label = plain(phrases.one_line(partner), style.label, style.label_gap) if partner.strip() else ()
    return Panel(plain(text, style.text) + label, style.width, *style.pads, style.fill, style.edge, style.radius)


# ---- counted answers


def _tally(tallies: tuple[Tally, ...], sheet: Sheet, level: Level) -> Iterator[Row]:
    theme = sheet.theme
    look = sheet.look(level.answer, MEDIUM, theme.ink)
    most = max((tally.count for tally in tallies), default=0)
    short = all(len(tally.label) <= 3 for tally in tallies)
    between = sheet.px(24)
    label_width = (2 * look.size) if short else 0.42 * sheet.width
    number_width = max(3.0, len(str(most))) * look.size
    between_rows = sheet.px(18 if len(tallies) <= 6 else 6)
    bar_width = sheet.width - label_width - number_width - 2 * between
    for number, tally in enumerate(tallies):
        share = tally.count / most if most else 0.0
        bar = Bar(bar_width, look.leading * look.size, share, 0.62 * look.size, theme.accent, theme.accent_wash)
        count = plain(str(tally.count), replace(look, weight=SEMI_BOLD, colour=theme.accent))
        pieces = (Panel(plain(tally.label, look), label_width), bar, Panel(count, number_width))
        yield Row(pieces, sheet.px(44) if number == 0 else between_rows, between)


# ---- an agreement


def _agreement(agreement: ShownAgreement, sheet: Sheet, level: Level) -> Iterator[Row]:
    yield _title(agreement.what, sheet, level)
    parts = (
        (_("Who"), agreement.owner),
        (_("With whom"), ", ".join(agreement.with_partners)),
        (_("When"), phrases.when(agreement)),
        (_("Feedback"), phrases.feedback(agreement)),
    )
    gap = sheet.px(52)
    for name, value in parts:
        if value.strip():
            yield from _pair(name, value, sheet, level, gap)
            gap = sheet.px(18)
    yield Row((_sign(sheet, level, confirmed=agreement.confirmed),), sheet.px(48))


def _sign(sheet: Sheet, level: Level, *, confirmed: bool) -> Panel:
    """The sign that everybody said yes; before that its place stays empty, so that nothing moves when it comes."""
    look = sheet.look(level.label + 4, SEMI_BOLD, sheet.theme.accent, 1.5)  # higher than any face it may come from
    (words,) = plain("\u2713\u2002" + _("confirmed") if confirmed else "", look)
    pad = sheet.px(28)
    fill = sheet.theme.accent_wash if confirmed else ""
    return Panel((words,), natural_width(words) + 2 * pad + 1, pad, sheet.px(8), fill, "", sheet.px(20))


def _pair(name: str, value: str, sheet: Sheet, level: Level, gap: float) -> Iterator[Row]:
    label = sheet.look(level.label, NORMAL, sheet.theme.soft_ink, 1.3)
    text = sheet.look(level.text, MEDIUM, sheet.theme.ink, 1.3)
    if sheet.narrow:
        yield Row((Panel((Paragraph((Span(name),), label),), sheet.width),), gap)
        yield Row((Panel(plain(value, text), sheet.width),))
        return
    # One line height for both, so that the words of a pair stand on one line.
    label = replace(label, leading=text.leading * text.size / label.size)
    label_width = 9.5 * label.size
    value_width = sheet.width - label_width
    yield Row((Panel((Paragraph((Span(name),), label),), label_width), Panel(plain(value, text), value_width)), gap)
