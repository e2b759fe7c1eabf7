"""A knowledge card before the room, and a claim to guess of: first the claim alone, then what the sources say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from facilitator.core.audience import AudienceView, Tally
from facilitator.core.card import Verdict
from facilitator.core.card_view import SeenAnswer, SeenCard, SeenClaim, SeenFigure
from facilitator.ui.audience import phrases
from facilitator.ui.audience.blocks import label_row, text_rows, title_row
from facilitator.ui.audience.pieces import Panel, Row
from facilitator.ui.audience.sheet import Level, Sheet
from facilitator.ui.audience.tallies import tally_rows
from facilitator.ui.audience.text import BOLD, MEDIUM, NORMAL, SEMI_BOLD, natural_width, plain
from facilitator.words import _


def seen_card_rows(title: str, card: SeenCard, sheet: Sheet, level: Level) -> Iterator[Row]:
    """The title, what it comes down to, what to do, and the figures with their year and source."""
    yield title_row(title, sheet, level)
    if card.summary.strip():
        look = sheet.look(level.question, NORMAL, sheet.theme.ink, 1.33)
        yield Row((Panel(plain(card.summary, look), sheet.width),), sheet.px(28))
    if card.to_do:
        yield label_row(_("What you can do"), sheet, level, sheet.px(36))
        yield from _listed(card.to_do, sheet, level)
    yield from _figure_rows(card.figures, sheet, level)


def seen_claim_rows(view: AudienceView, seen: SeenClaim, sheet: Sheet, level: Level) -> Iterator[Row]:
    """The claim with the three answers to guess from; once it is revealed the verdict and what is behind it."""
    if seen.answer is None:
        yield label_row(_("Is this so? Guess first."), sheet, level)
        yield title_row(f"‘{_bare(view.title)}’", sheet, level, sheet.px(10))
        if seen.guesses is None:
            yield from _answer_rows(sheet, level)
        else:
            counted = zip(Verdict, seen.guesses, strict=True)
            tally = tuple(Tally(_(verdict.msgid), count) for verdict, count in counted)
            yield from tally_rows(replace(view, tally=tally), sheet, level)
        return
    yield label_row(_("What people say"), sheet, level)
    look = sheet.look(level.question, SEMI_BOLD, sheet.theme.ink, 1.3)
    yield Row((Panel(plain(f"‘{_bare(view.title)}’", look), sheet.width),), sheet.px(6))
    yield Row((_verdict(seen.answer.verdict, sheet, level),), sheet.px(24))
    if seen.guesses is not None:
        yield label_row(phrases.guessed(seen.guesses), sheet, level, sheet.px(14))
    yield from _behind_it(seen.answer, sheet, level)


def _behind_it(answer: SeenAnswer, sheet: Sheet, level: Level) -> Iterator[Row]:
    parts = (
        (_("What the sources say"), answer.says),
        (_("How strong that is"), answer.strength),
        (_("What you can say"), answer.may_say),
    )
    for name, words in parts:
        if words.strip():
            yield label_row(name, sheet, level, sheet.px(30))
            yield from _close(text_rows(words, sheet.width, sheet, level), sheet)
    yield from _figure_rows(answer.figures, sheet, level)
    named = {figure.source for figure in answer.figures}
    if further := [source for source in answer.sources if source not in named]:
        yield label_row(_("Sources"), sheet, level, sheet.px(30))
        look = sheet.look(level.label, NORMAL, sheet.theme.soft_ink, 1.3)
        for source in further:
            yield Row((Panel(plain(source, look), sheet.width),), sheet.px(4))


def _figure_rows(figures: tuple[SeenFigure, ...], sheet: Sheet, level: Level) -> Iterator[Row]:
    """Each number with its year, what was counted, and who says so: a number never stands alone."""
    for place, figure in enumerate(figures):
        strong = sheet.look(level.question, BOLD, sheet.theme.accent, 1.3)
        words = sheet.look(level.text, NORMAL, sheet.theme.ink, 1.3)
        soft = sheet.look(level.label, NORMAL, sheet.theme.soft_ink, 1.3)
        paragraphs = (
            *plain(_("{value} ({year})").format(value=figure.value, year=figure.year), strong),
            *plain(" ".join(figure.definition.split()), words),
            *plain(_("Source: {source}").format(source=figure.source), soft),
            *(plain(_("There may be a newer figure: look it up first."), soft) if figure.dated else ()),
        )
        yield Row((Panel(paragraphs, sheet.width),), sheet.px(36 if place == 0 else 22))


def _answer_rows(sheet: Sheet, level: Level) -> Iterator[Row]:
    """The three answers, each with its number."""
    look = sheet.look(level.question, MEDIUM, sheet.theme.ink, 1.33)
    mark = replace(look, weight=SEMI_BOLD, colour=sheet.theme.accent)
    width = max(natural_width(paragraph) for number in "123" for paragraph in plain(number, mark)) + 1
    for place, verdict in enumerate(Verdict):
        pieces = (Panel(plain(str(place + 1), mark), width), Panel(plain(_(verdict.msgid), look), sheet.width / 2))
        yield Row(pieces, sheet.px(44 if place == 0 else 18), sheet.px(28))


def _verdict(verdict: Verdict, sheet: Sheet, level: Level) -> Panel:
    """What the sources make of it, large, on a wash."""
    look = sheet.look(level.question + 8, BOLD, sheet.theme.accent, 1.4)
    (line,) = plain(_(verdict.msgid), look)
    pad = sheet.px(28)
    width = min(sheet.width, natural_width(line) + 2 * pad + 1)
    return Panel((line,), width, pad, sheet.px(8), sheet.theme.accent_wash, "", sheet.px(20))


def _listed(texts: tuple[str, ...], sheet: Sheet, level: Level) -> Iterator[Row]:
    """Markdown of a few lines each, as a list."""
    markdown = "\n".join(f"- {text.strip().replace(chr(10), chr(10) + '  ')}" for text in texts if text.strip())
    yield from _close(text_rows(markdown, sheet.width, sheet, level), sheet)


def _close(rows: Iterable[Row], sheet: Sheet) -> Iterator[Row]:
    """Rows that stand close under what names them."""
    yield from (replace(row, gap=sheet.px(6)) if place == 0 else row for place, row in enumerate(rows))


def _bare(claim: str) -> str:
    """A claim without quotation marks of its own."""
    return claim.strip().strip("‘’'\"“”")
