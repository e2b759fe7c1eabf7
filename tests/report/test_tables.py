from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.report.layout.blocks import Pile, Rule, TextBlock
from facilitator.report.layout.pages import compose
from facilitator.report.layout.tables import PADDING_Y, Row, TableBlock, fitted, ground
from facilitator.report.style import STRIPE, TEAL_WASH, TextStyle
from facilitator.report.tagging.tree import Tag

TEN = TextStyle(size=8, leading=10)


def row(lines: int, low: float = 0) -> Row:
    return Row((Pile((TextBlock(((),) * lines, TEN, Tag("P")),)),), low=low)


def table(*lines: int) -> TableBlock:
    return TableBlock((100.0,), (row(1),), tuple(row(count) for count in lines))


def rows_per_page(block: TableBlock, height: float) -> list[int]:
    pages = compose([block], height, height)
    return [len(each.block.body) for page in pages for each in page if isinstance(each.block, TableBlock)]


def test_rows_stay_whole_and_the_last_is_not_alone() -> None:
    assert rows_per_page(table(1, 1, 1, 1, 1, 1), 100) == [3, 3]
    assert rows_per_page(table(1, 1, 1, 1), 100) == [2, 2]


def test_the_header_is_counted_on_every_page_and_read_once() -> None:
    first, *rest = (each.block for page in compose([table(*[1] * 9)], 100, 100) for each in page)
    assert isinstance(first, TableBlock)
    assert not first.repeats
    assert all(isinstance(block, TableBlock) and block.repeats and block.header for block in rest)


def test_a_row_higher_than_a_page_is_cut() -> None:
    pages = compose([table(1, 40)], 150, 150)
    blocks = [each.block for page in pages for each in page]
    assert len(pages) > 3
    assert all(block.height <= 150 for block in blocks)


def test_rows_without_a_header_may_stand_alone() -> None:
    plain = TableBlock((100.0,), (), (row(2), row(2)))
    assert plain.least == 20 + 2 * PADDING_Y
    assert table(2, 2).least > plain.height


def test_a_tall_row_is_cut_where_it_says_so_and_a_close_one_is_lower() -> None:
    pile = Pile((TextBlock(((),) * 12, TEN, Tag("P")),))
    assert [Row((pile,), tall=tall).split(90) is None for tall in (math.inf, 140, 130)] == [True, True, False]
    assert Row((pile,), padding=2).height == 124


def test_a_label_never_stands_without_what_it_labels() -> None:
    label, text = TextBlock(((),), TEN, Tag("P")), TextBlock(((),) * 3, TEN, Tag("P"), keep_next=True)
    both = Row((Pile((label,)), Pile((text, replace(text, lines=((),) * 20)))), tall=80)
    assert both.split(70) is not None
    assert replace(both, cells=(Pile((label,)), Pile((Rule(50, 60), label)))).split(65) is None


def test_a_row_for_writing_is_high_enough() -> None:
    assert row(1, low=34).height == 34
    assert row(3, low=34).height == 30 + 2 * PADDING_Y


def test_grounds() -> None:
    assert (ground(0, header=True), ground(0, header=False), ground(1, header=False)) == (TEAL_WASH, None, STRIPE)


def test_columns_give_room_to_long_words() -> None:
    assert fitted([50, 50, 100], [80, 20, 20]) == pytest.approx((80, 50 - 30 * 30 / 110, 100 - 80 * 30 / 110))
    assert fitted([50, 50], [20, 20]) == (50, 50)


WIDTHS = st.lists(st.tuples(st.floats(10, 200), st.floats(0, 300)), min_size=1, max_size=6)


@settings(deadline=None)
@given(WIDTHS)
def test_the_table_stays_as_wide_as_it_was(columns: list[tuple[float, float]]) -> None:
    widths, needs = (list(values) for values in zip(*columns, strict=True))
    result = fitted(widths, needs)
    assert sum(result) == pytest.approx(sum(widths))
    assert all(wide >= min(need, had) - 0.001 for wide, need, had in zip(result, needs, widths, strict=True))
