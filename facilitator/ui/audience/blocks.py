"""Rows that several scenes share: a title, running text, a question, a name with its value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facilitator.ui.audience.pieces import Panel, Row
from facilitator.ui.audience.sheet import Level, Sheet
from facilitator.ui.audience.text import (
    BOLD,
    MEDIUM,
    NORMAL,
    SEMI_BOLD,
    Look,
    Paragraph,
    balanced_width,
    plain,
    right_to_left,
    without_orphan,
)
from facilitator.ui.theme import Theme
from facilitator.ui.widgets.markdown import Block, BlockKind, Span, parse


def title_row(text: str, sheet: Sheet, level: Level, gap: float = 0.0) -> Row:
    """What a page is about, as large as its size allows, on lines of about the same length."""
    look = sheet.look(level.title, BOLD, sheet.theme.accent, 1.26)
    paragraphs = plain(text, look)
    width = max(balanced_width(paragraph, sheet.width) for paragraph in paragraphs)
    whole = any(map(right_to_left, text.split("\n")))
    return Row((Panel(paragraphs, sheet.width if whole else width),), gap)


def text_rows(markdown: str, measure: float, sheet: Sheet, level: Level) -> Iterator[Row]:
    """Markdown as paragraphs of about `measure` pixels."""
    body = sheet.look(level.text, NORMAL, sheet.theme.ink, 1.33)
    for number, block in enumerate(parse(markdown)):
        gap = sheet.px(30) if number == 0 else (0.25 if block.kind is BlockKind.ITEM else 0.5) * body.size
        paragraph = _paragraph(block, body, sheet.theme)
        yield Row((Panel((paragraph,), without_orphan(paragraph, measure, sheet.width)),), gap)


def _paragraph(block: Block, look: Look, theme: Theme) -> Paragraph:
    if block.kind is BlockKind.HEADING:
        return Paragraph(tuple(replace(span, bold=True) for span in block.spans), replace(look, colour=theme.accent))
    if block.kind is BlockKind.ITEM:
        return Paragraph(block.spans, look, indent=1.1 * look.size * block.level, marker=block.marker)
    return Paragraph(block.spans, look)


def question_row(text: str, measure: float, sheet: Sheet, level: Level) -> Row:
    """A question to the room, on a ground of its own."""
    look = sheet.look(level.question, SEMI_BOLD, sheet.theme.accent, 1.32)
    pads = (sheet.px(30), sheet.px(24))
    panel = Panel(plain(text, look), measure, *pads, sheet.theme.accent_wash, "", sheet.px(20))
    return Row((panel,), sheet.px(34))


def label_row(text: str, sheet: Sheet, level: Level, gap: float = 0.0) -> Row:
    """A few words above what they name."""
    look = sheet.look(level.label + 4, SEMI_BOLD, sheet.theme.soft_ink, 1.3)
    return Row((Panel(plain(text, look), sheet.width),), gap)


def pair_rows(name: str, value: str, sheet: Sheet, level: Level, gap: float) -> Iterator[Row]:
    """A name with its value beside it, or under it where it is narrow."""
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
