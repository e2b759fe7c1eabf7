"""Markdown of our content keeps every word, and reads no HTML."""

from __future__ import annotations

from facilitator.ui.widgets.markdown import BlockKind, Span, parse


def test_bold_and_italic_words_become_spans() -> None:
    (block,) = parse("Laat **één minuut** *stil*.")
    assert block.spans == (
        Span("Laat "),
        Span("één minuut", bold=True),
        Span(" "),
        Span("stil", italic=True),
        Span("."),
    )


def test_markup_of_html_stays_text() -> None:
    assert [block.text for block in parse("<i>a</i> <img src=x>\n\n<div>\nb\n</div>")] == [
        "<i>a</i> <img src=x>",
        "<div> b </div>",
    ]


def test_lists_number_their_items_and_nest() -> None:
    blocks = parse("3. a\n4. b\n   - c\n5. d\n\ne")
    assert [(block.kind, block.level, block.marker, block.text) for block in blocks] == [
        (BlockKind.ITEM, 1, "3.", "a"),
        (BlockKind.ITEM, 1, "4.", "b"),
        (BlockKind.ITEM, 2, "•", "c"),
        (BlockKind.ITEM, 1, "5.", "d"),
        (BlockKind.PARAGRAPH, 0, "", "e"),
    ]


def test_only_the_first_paragraph_of_an_item_has_its_marker() -> None:
    assert [block.marker for block in parse("- a\n\n  b\n- c")] == ["•", "", "•"]


def test_a_link_keeps_its_address_and_a_picture_its_words() -> None:
    assert [block.text for block in parse("[site](https://a.nl) ![kaart](x.png)")] == ["site (https://a.nl) kaart"]
    assert [block.text for block in parse("Zie <https://a.nl>.")] == ["Zie https://a.nl."]


def test_a_heading_and_code_are_told_apart() -> None:
    heading, code = parse("## Kop\n\n```\n<b>\n```")
    assert (heading.kind, heading.level, heading.text) == (BlockKind.HEADING, 2, "Kop")
    assert (code.kind, code.text) == (BlockKind.CODE, "<b>")
