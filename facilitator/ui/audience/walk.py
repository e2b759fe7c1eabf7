"""What the room sees of an instrument: a question with its answers, or where it led."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.walk_view import ShownWalk
from facilitator.report.walk_words import ended_words
from facilitator.ui.audience.blocks import label_row, text_rows, title_row
from facilitator.ui.audience.pieces import Box, Panel, Row
from facilitator.ui.audience.sheet import Level, Sheet
from facilitator.ui.audience.text import NORMAL, SEMI_BOLD, plain
from facilitator.words import _


def walk_rows(walk: ShownWalk, sheet: Sheet, level: Level) -> Iterator[Row]:
    """One question or one outcome. No answer looks better than another; the chosen one says so by a solid edge."""
    yield label_row(_head(walk), sheet, level)
    if not walk.question:
        yield from _outcome(walk, sheet, level)
        return
    yield title_row(walk.question, sheet, level, sheet.px(8))
    for number, text in enumerate(walk.answers):
        yield _answer(number, text, sheet, level, chosen=number == walk.chosen)
    for note in walk.notes:
        look = sheet.look(level.text, NORMAL, sheet.theme.ink, 1.33)
        yield Row((Panel(plain(note, look), sheet.width),), sheet.px(26))


def _head(walk: ShownWalk) -> str:
    if not walk.question:
        return walk.title
    if walk.total:
        numbered = _("{title} · question {number} of {count}")
        return numbered.format(title=walk.title, number=walk.number, count=walk.total)
    return _("{title} · question {number}").format(title=walk.title, number=walk.number)


def _answer(number: int, text: str, sheet: Sheet, level: Level, *, chosen: bool) -> Row:
    theme, pad = sheet.theme, sheet.px(28)
    look = sheet.look(level.text, SEMI_BOLD if chosen else NORMAL, theme.accent if chosen else theme.ink, 1.3)
    digit = sheet.look(level.text, SEMI_BOLD, theme.accent, 1.3)
    between, width = sheet.px(20), 0.9 * look.size
    panels = (
        Panel(plain(str(number + 1), digit), width),
        Panel(plain(text, look), sheet.width - 2 * pad - width - between),
    )
    edge, border = (theme.accent, 4) if chosen else (theme.line, 2)
    fill = theme.accent_wash if chosen else theme.card
    row = Row(panels, 0.0, between)
    return Row((Box(row, sheet.width, pad, sheet.px(14), fill, edge, sheet.px(16), sheet.px(border)),), sheet.px(20))


def _outcome(walk: ShownWalk, sheet: Sheet, level: Level) -> Iterator[Row]:
    yield title_row(walk.outcome or ended_words(walk.end, walk.asked), sheet, level, sheet.px(8))
    lines = "\n".join(f"- {line}" for line in walk.to_do)
    yield from text_rows("\n\n".join(part for part in (walk.text, lines) if part), sheet.width, sheet, level)
