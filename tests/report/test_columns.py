from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.report.layout.blocks import Block, Pile, TextBlock
from facilitator.report.layout.columns import in_two_columns
from facilitator.report.layout.pages import compose
from facilitator.report.layout.tables import TableBlock
from facilitator.report.style import TextStyle
from facilitator.report.tagging.tree import Tag

TEN = TextStyle(size=8, leading=10)


def item(lines: int, name: str = "P") -> list[Block]:
    return [TextBlock(((),) * lines, TEN, Tag(name))]


def heights(table: TableBlock) -> list[tuple[float, ...]]:
    return [tuple(cell.height for cell in row.cells) for row in table.body]


def test_the_columns_are_as_even_as_their_order_allows() -> None:
    assert heights(in_two_columns([item(n) for n in (4, 1, 1, 2)], 100, 2)) == [(40, 40)]
    assert heights(in_two_columns([item(1), item(1), item(9)], 100, 2)) == [(20, 90)]
    assert heights(in_two_columns([item(3)], 100, 2)) == [(30, 0)]


def test_a_long_list_goes_on_below_itself() -> None:
    table = in_two_columns([item(10) for _ in range(13)], 100, 2)
    assert heights(table) == [(300, 300), (300, 300), (100, 0)]


@given(st.lists(st.integers(1, 30), min_size=1, max_size=30))
def test_it_is_read_in_order_over_all_pages(lines: list[int]) -> None:
    table = in_two_columns([item(count, f"P{number}") for number, count in enumerate(lines)], 100, 2)
    placed = (each.block for page in compose([table], 700, 700) for each in page)
    piles = (cell for block in placed if isinstance(block, TableBlock) for row in block.body for cell in row.cells)
    assert [block.tag.role for pile in piles for block in texts(pile)] == [f"P{n}" for n in range(len(lines))]


def texts(pile: Pile) -> list[TextBlock]:
    return [block for block in pile.blocks if isinstance(block, TextBlock)]
