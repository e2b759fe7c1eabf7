"""Blocks cut into pages. A stand-in block of ten-point lines says what each page holds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.report import style
from facilitator.report.layout.blocks import Block, PageBreak, Panel, Pile, Rule, TextBlock
from facilitator.report.layout.pages import compose
from facilitator.report.style import TextStyle
from facilitator.report.tagging.tree import Tag

TEN = TextStyle(size=8, leading=10)


def text(lines: int, name: str = "P", **fields: float | bool) -> TextBlock:
    return TextBlock(((),) * lines, TEN, Tag(name), **fields)  # type: ignore[arg-type]


def shape(blocks: list[Block], height: float = 100) -> list[list[float]]:
    return [[placed.block.height for placed in page] for page in compose(blocks, height, height)]


def test_a_paragraph_fills_the_page_and_goes_on() -> None:
    assert shape([text(8), text(6)]) == [[80, 20], [40]]


def test_no_line_stands_alone() -> None:
    assert shape([text(9), text(6)]) == [[90], [60]]
    assert shape([text(5), text(6)]) == [[50, 40], [20]]
    assert shape([text(9), text(3)]) == [[90], [30]]


def test_a_heading_goes_with_what_follows() -> None:
    assert shape([text(8), text(1, keep_next=True), text(6)]) == [[80], [10, 60]]
    assert shape([text(7), text(1, keep_next=True), text(6)]) == [[70, 10, 20], [40]]


def test_two_headings_go_together() -> None:
    blocks: list[Block] = [text(7), text(1, keep_next=True), text(1, keep_next=True), text(3)]
    assert shape(blocks) == [[70], [10, 10, 30]]


def test_a_heading_at_the_end_is_kept() -> None:
    assert shape([text(9), text(1, keep_next=True)]) == [[90, 10]]


def test_space_between_is_shared_and_none_at_the_top_of_later_pages() -> None:
    pages = compose([text(2, after=6), text(2, before=10), PageBreak(), text(1, before=30)], 100, 100)
    assert [[placed.top for placed in page] for page in pages] == [[0, 30], [0]]


def test_page_breaks_leave_no_empty_pages() -> None:
    assert shape([PageBreak(), text(1), PageBreak(), PageBreak(), text(1), PageBreak()]) == [[10], [10]]


def test_a_rule_and_a_panel_move_whole() -> None:
    panel = Panel(Pile((text(3),)), 50, style.TEAL_WASH, style.TEAL, 5)
    assert shape([text(7), panel, Rule(50)]) == [[70], [40, 0.75]]


def test_a_panel_higher_than_a_page_is_cut() -> None:
    panel = Panel(Pile((text(15), text(4))), 50, style.TEAL_WASH, style.TEAL, 5)
    assert shape([panel]) == [[100], [90], [30]]


def test_a_block_that_stays_whole_is_cut_only_when_no_page_holds_it() -> None:
    assert shape([text(5), text(8, whole=True)]) == [[50], [80]]
    assert shape([text(5), text(14, whole=True)]) == [[50, 50], [90]]


def test_a_heading_its_box_and_what_follows_stay_together() -> None:
    step: list[Block] = [text(1, keep_next=True), text(4, keep_next=True, whole=True), text(9)]
    assert shape([text(4), *step]) == [[40], [10, 40, 50], [40]]
    assert shape([text(3), *step]) == [[30, 10, 40, 20], [70]]


def test_a_heading_stays_with_the_beginning_of_a_box_that_no_page_holds() -> None:
    box = Panel(Pile((text(15),)), 50, style.TEAL_WASH, style.TEAL, 5, keep_next=True)
    assert shape([text(8), Rule(50, keep_next=True), text(1, keep_next=True), box, text(2)])[0] == [80]


def test_a_long_chain_still_fills_its_pages() -> None:
    pages = shape([text(2, keep_next=True) for _ in range(40)])
    assert len(pages) <= 20
    assert sum(map(len, pages)) == 40


def test_a_box_is_not_cut_after_a_label() -> None:
    pile = Pile((text(4), text(1, keep_next=True), text(6)))
    head, tail = pile.split(55) or (pile, pile)
    assert [block.height for block in head.blocks] == [40]
    assert [block.height for block in tail.blocks] == [10, 60]
    assert Pile((text(1, keep_next=True), text(9))).least == 30
    assert Pile((text(1, keep_next=True),)).least == 10


def test_what_cannot_be_cut_still_comes_out() -> None:
    assert shape([text(1), Panel(Pile((Rule(5),)), 5, style.INK, style.INK, 80), text(1)]) == [[10], [160.75], [10]]


BLOCKS = st.lists(st.tuples(st.integers(1, 30), st.booleans(), st.floats(0, 40)), max_size=25)


@settings(deadline=None)
@given(BLOCKS, st.floats(25, 150))
def test_every_line_comes_out_once_and_in_order(given_blocks: list[tuple[int, bool, float]], height: float) -> None:
    blocks: list[Block] = [
        text(lines, f"P{number}", keep_next=kept, before=before)
        for number, (lines, kept, before) in enumerate(given_blocks)
    ]
    placed = [each.block for page in compose(blocks, height, height) for each in page]
    told = [block.tag.role for block in placed if isinstance(block, TextBlock) for _ in block.lines]
    assert told == [f"P{number}" for number, (lines, *_) in enumerate(given_blocks) for _ in range(lines)]


@settings(deadline=None)
@given(BLOCKS, st.floats(60, 150))
def test_nothing_reaches_below_the_frame(given_blocks: list[tuple[int, bool, float]], height: float) -> None:
    blocks: list[Block] = [text(lines, keep_next=kept, before=min(before, 30)) for lines, kept, before in given_blocks]
    for page in compose(blocks, height, height):
        assert all(each.top + each.block.height <= height + 0.001 for each in page)
