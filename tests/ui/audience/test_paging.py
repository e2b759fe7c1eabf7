"""Pages hold everything once and in order; nothing is cut that could stay whole."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.ui.audience.paging import paginate, shift, sink, total_height
from facilitator.ui.audience.pieces import Box, Panel, Row, Stack
from facilitator.ui.audience.shapes import Bar
from facilitator.ui.audience.text import NORMAL, Look, plain
from facilitator.ui.theme import Theme

LOOK = Look(("Atkinson Hyperlegible Next",), 20, NORMAL, "#000000", 1.5)  # lines of 30 pixels


def _row(text: str, gap: float = 10) -> Row:
    return Row((Panel(plain(text, LOOK), 400, 10, 5),), gap)


def _words(rows: tuple[Row, ...]) -> str:
    found = []
    for row in rows:
        for piece, left in row.placed(0):
            found += [line.text for line, _rect in piece.lines(left, 0)]
    return "".join("".join(found).split())


@settings(deadline=None)  # the first layout loads the typeface
@given(st.lists(st.integers(1, 12), max_size=12), st.integers(60, 400))
def test_every_line_is_on_one_page_and_none_sticks_out(themed: Theme, counts: list[int], room: int) -> None:
    rows = tuple(_row("\n".join(f"r{r}l{n}" for n in range(count))) for r, count in enumerate(counts))
    heading = _row("kop")
    pages = paginate(rows, room, heading)
    shown = tuple(placed.row for page in pages for placed in page.rows if placed.row is not heading)
    assert _words(shown) == _words(rows)
    lonely = heading.height + 10 + 40  # a heading and one line must fit
    assert room < lonely or all(page.height <= room + 0.01 for page in pages)


def test_a_row_that_fits_on_a_page_is_not_cut(themed: Theme) -> None:
    first, second = _row("a\nb\nc"), _row("d\ne\nf")
    assert [[placed.row for placed in page.rows] for page in paginate((first, second), 150)] == [[first], [second]]


def test_a_row_higher_than_a_page_is_cut_in_every_column(themed: Theme) -> None:
    tall = Row((Panel(plain("a\nb\nc\nd", LOOK), 100), Panel(plain("x", LOOK), 100)), between=10)
    head, tail = tall.cut(65)
    assert head is not None
    assert tail is not None
    assert (_words((head,)), _words((tail,))) == ("abx", "cd")
    assert [left for _piece, left in tail.placed(0)] == [0, 110]


def test_a_bar_stays_with_the_first_lines_beside_it(themed: Theme) -> None:
    row = Row((Panel(plain("a\nb\nc", LOOK), 100), Bar(100, 30, 0.5, 10, "#000000", "#ffffff")))
    head, tail = row.cut(35)
    assert head is not None
    assert tail is not None
    assert [type(piece) for piece in head.pieces] == [Panel, Bar]
    assert [type(piece) for piece in tail.pieces] == [Panel, Panel]
    assert row.cut(10) == (None, row)


def test_a_box_higher_than_a_page_goes_on_in_another_box(themed: Theme) -> None:
    row = Row((Box(_row("a\nb\nc\nd"), 420, 10, 5, "#ffffff"),))
    assert _words(tuple(half for half in row.cut(79) if half is not None)[:1]) == "a"  # its padding counts
    head, tail = row.cut(80)
    assert head is not None
    assert tail is not None
    assert (_words((head,)), _words((tail,))) == ("ab", "cd")
    assert isinstance(head.pieces[0], Box)
    assert isinstance(tail.pieces[0], Box)
    assert row.cut(30) == (None, row)


def test_columns_are_cut_between_their_rows(themed: Theme) -> None:
    left, right = (Stack(tuple(_row(word) for word in words), 100) for words in ("abc", "de"))
    row = Row((left, right))
    assert row.height == 3 * 40 + 2 * 10
    head, tail = row.cut(90)
    assert head is not None
    assert tail is not None
    assert (_words((head,)), _words((tail,))) == ("abde", "c")
    assert row.cut(30) == (None, row)


def test_low_rows_sink_and_the_others_stay(themed: Theme) -> None:
    rows = (_row("a"), Row(_row("b").pieces, 10, low=True))
    (page,) = paginate(rows, 500)
    assert [placed.top for placed in sink(page, 500).rows] == [0, 500 - 40]
    assert sink(shift(page, 20), 500).rows[0].top == 20
    assert total_height(rows) == page.height == 90


def test_nothing_makes_one_empty_page() -> None:
    (page,) = paginate((), 100)
    assert page.height == 0


@pytest.mark.parametrize("height", [0.0, 39.9])
def test_a_page_too_low_for_one_line_still_loses_nothing(themed: Theme, height: float) -> None:
    pages = paginate((_row("a"), _row("b")), height)
    assert [_words(tuple(placed.row for placed in page.rows)) for page in pages if page.rows] == ["a", "b"]
