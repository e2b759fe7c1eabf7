"""Lines of what was found come when they are seen."""

from __future__ import annotations

from array import array

import pytest
from pytestqt.qtbot import QtBot

from facilitator.storage.library.records import (
    BLOCK,
    FIRST,
    Facets,
    ItemKey,
    ItemKind,
    Line,
    Marks,
    Origin,
    Query,
    Results,
)
from facilitator.ui.casuistry.library.results_model import LINE, ResultsModel


def lines(count: int, start: int = 0) -> tuple[Line, ...]:
    return tuple(
        Line(
            ItemKey(ItemKind.CASE, f"c{row}"),
            f"Casus {row}",
            Origin.IMPORTED,
            "p",
            Facets(),
            favourite=False,
            last_used=None,
            uses=0,
        )
        for row in range(start, start + count)
    )


def results(total: int) -> Results:
    first = lines(min(total, FIRST))
    return Results(Query(), array("I", range(total)), first, {}, {}, (), Marks(), growing=False)


@pytest.fixture
def model(qtbot: QtBot) -> ResultsModel:
    return ResultsModel()


def test_a_line_that_did_not_come_with_the_results_is_asked_for(model: ResultsModel) -> None:
    asked: list[int] = []
    model.wanted.connect(asked.append)
    found = results(200)
    model.show_results(found)
    for row in (0, FIRST - 1, FIRST, FIRST + 1, BLOCK):
        model.data(model.index(row), LINE)
    assert asked == [0, BLOCK]
    model.take_lines(found, 0, lines(BLOCK))
    line = model.line(FIRST)
    assert line is not None
    assert line.title == f"Casus {FIRST}"


def test_nothing_is_asked_when_all_came_with_the_results(model: ResultsModel) -> None:
    asked: list[int] = []
    model.wanted.connect(asked.append)
    model.show_results(results(FIRST))
    for row in range(FIRST):
        assert model.data(model.index(row), LINE) is not None
    assert asked == []
