"""Markup of what can be filled in, built into blocks: `<choices>` of one, and `<fields>` beside each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from facilitator.report import style as styles
from facilitator.report.errors import MarkupError
from facilitator.report.layout.blocks import TextBlock
from facilitator.report.layout.fields import ChoiceBlock, Field, FieldsBlock, Option, label_style
from facilitator.report.layout.lines import Span
from facilitator.report.markup import Element, blocks_of
from facilitator.report.style import TextStyle
from facilitator.report.tagging.pen import Box, FieldArea
from facilitator.report.tagging.tree import Tag
from facilitator.report.text import clean, collapse

SetText = Callable[[list[Span], TextStyle, float, Tag], TextBlock]
"""Gives one block of text of a width, in a style, under a tag."""

_GAP: Final = 14.0
_LINE: Final = 14.0
_AROUND: Final = 8.0
_NOWHERE: Final = Box(0, 0, 0, 0)
_LONGEST: Final = 2_000


def choices(element: Element, width: float, parent: Tag, set_text: SetText) -> ChoiceBlock:
    """Give the buttons of a choice; each is told with the question it answers."""
    group, name = _said(element, "tip"), element.get("name", "")
    row = parent.add("P")
    options = []
    for choice in blocks_of(element):
        if choice.tag != "choice":
            raise MarkupError(f"<choices> holds <choice>, not <{choice.tag}>")
        words = collapse(clean(choice.text or "")).strip()
        form = row.add("Form")
        form.alternative = f"{group}: {words}"
        word = set_text([Span(words)], label_style(styles.BODY), styles.COLUMN, row.add("Span"))
        area = FieldArea(0, _NOWHERE, form, name, form.alternative, option=choice.get("value", ""), group=group)
        options.append(Option(word, area))
    return ChoiceBlock(tuple(options), width, before=2, after=3)


def fields(element: Element, width: float, parent: Tag, set_text: SetText) -> FieldsBlock:
    """Give boxes to write in beside each other, as wide as `cols` says."""
    boxes = blocks_of(element)
    shares = [float(share) for share in element.get("cols", "1").split(",")]
    if len(shares) != len(boxes) or any(box.tag != "field" for box in boxes):
        raise MarkupError(f"<fields> holds a <field> for each of its {len(shares)} columns")
    room = width - _GAP * (len(boxes) - 1)
    made = []
    for box, share in zip(boxes, shares, strict=True):
        wide, lines = room * share / sum(shares), int(box.get("lines", "1"))
        label = set_text([Span(_said(box, "label"))], label_style(styles.SMALL), wide, parent.add("P"))
        form = parent.add("Form")
        form.alternative = _said(box, "tip")
        longest = int(box.get("longest", _LONGEST))
        area = FieldArea(0, _NOWHERE, form, box.get("name", ""), form.alternative, longest=longest, tall=lines > 1)
        made.append(Field(label, area, wide, lines * _LINE + _AROUND))
    return FieldsBlock(tuple(made), _GAP, before=2, after=8)


def _said(element: Element, key: str) -> str:
    """Give a text that the markup has to name."""
    said = collapse(clean(element.get(key, ""))).strip()
    if not said:
        raise MarkupError(f"<{element.tag}> says no {key}")
    return said
