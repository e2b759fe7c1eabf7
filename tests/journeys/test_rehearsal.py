"""A rehearsal leaves nothing behind."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from facilitator.storage.database import Connection
from facilitator.ui.start.start_page import StartPage
from tests.journeys.conftest import Facilitator, Modifier, Start
from tests.journeys.ways import begin, begin_preparing, choose_place, invite, page_of


def rows(one: Facilitator) -> dict[str, list[Any]]:
    """Everything in the store, table by table."""

    def all_rows(connection: Connection) -> dict[str, list[Any]]:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in tables}  # noqa: S608

    assert one.program.store is not None
    return one.program.store.ask(all_rows).result(10)


def files(one: Facilitator) -> set[str]:
    """Every file of the home and of the documents."""
    return {str(path) for root in (one.home, one.documents) for path in root.rglob("*")}


def test_a_rehearsal_leaves_nothing_behind(facilitator: Start) -> None:
    one = facilitator()
    page = begin_preparing(one)
    before = rows(one), files(one)
    choose_place(one, page)
    invite(one, page)
    one.go_to(page.rehearse)
    one.press(Qt.Key.Key_Space)
    one.wait(lambda: one.program.leading is not None)
    assert one.console.top.rehearsal.isVisible()
    begin(one)
    one.press(Qt.Key.Key_PageDown)
    one.enter("Bel de buren? @pol")
    one.press(Qt.Key.Key_F9)
    assert one.console.side.saved.label.text() == "oefening: er wordt niets bewaard"
    one.press(Qt.Key.Key_R, Modifier.ControlModifier)
    one.press(Qt.Key.Key_Return)
    one.go_to(one.console.panels.read_back.close_session)
    one.press(Qt.Key.Key_Return)
    one.press(Qt.Key.Key_Return)  # the agreement has no day: asked once
    start = page_of(one, StartPage)
    assert (rows(one), files(one)) == before
    assert not start.going_on.isVisible()
