"""Where people sit: the round goes round the table as they do."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from facilitator.core import events as ev
from facilitator.ui.console.movable_rows import MovableRows
from tests.builders import CASE, Table
from tests.random_sessions import LIVED
from tests.ui.console.conftest import Led

LEFT = Qt.MouseButton.LeftButton


def seats(led: Led) -> list[str]:
    return [partner.id for partner in led.session.notebook.partners]


def middle(rows: MovableRows, place: int) -> QPoint:
    return rows.visualRect(rows.model().index(place, 0)).center()


def drag(rows: MovableRows, start: int, to: QPoint) -> None:
    """Take hold of a row and bring it to a point, without letting go."""
    QTest.mousePress(rows.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, middle(rows, start))
    for step in (QPoint(0, 2), QPoint(0, 15)):
        QTest.mouseMove(rows.viewport(), middle(rows, start) + step)
    QTest.mouseMove(rows.viewport(), to)


def drop(rows: MovableRows, at: QPoint) -> None:
    QTest.mouseRelease(rows.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)


def test_alt_and_an_arrow_move_whoever_is_chosen(led: Led) -> None:
    led.press("Ctrl+L", "Alt+Down")
    assert seats(led) == ["p-vt", "p-pol", "p-wijk"]
    assert led.console.table.list.chosen == "p-pol"
    led.press("Alt+Down", "Alt+Down")
    assert seats(led) == ["p-vt", "p-wijk", "p-pol"]
    led.press("Alt+Up")
    assert (seats(led), led.session.course.question_id) == (["p-vt", "p-pol", "p-wijk"], None)
    led.press("Ctrl+Z")
    assert seats(led) == ["p-vt", "p-wijk", "p-pol"]


def test_elsewhere_these_keys_are_for_the_questions(led: Led) -> None:
    led.press("Alt+Down")
    assert (led.session.course.question_id, seats(led)) == ("q1", ["p-pol", "p-vt", "p-wijk"])


@pytest.mark.parametrize(
    ("start", "low", "there"),
    [(0, 2, ["p-vt", "p-wijk", "p-pol"]), (2, -1, ["p-wijk", "p-pol", "p-vt"]), (1, 1, ["p-pol", "p-vt", "p-wijk"])],
)
def test_a_row_is_dragged_to_another_place(led: Led, start: int, low: int, there: list[str]) -> None:
    rows = led.console.table.list
    to = middle(rows, max(low, 0)) + QPoint(0, 9 if low > 0 else -9)
    drag(rows, start, to)
    drop(rows, to)
    assert seats(led) == there
    assert led.console.step.entry.field.hasFocus()


def test_esc_lets_go_of_a_row(led: Led) -> None:
    rows = led.console.table.list
    led.press("Ctrl+L")
    drag(rows, 0, middle(rows, 2))
    grabbed = rows.grab()
    led.press("Escape")
    assert rows.hasFocus()
    assert rows.grab() != grabbed
    drop(rows, middle(rows, 2))
    assert seats(led) == ["p-pol", "p-vt", "p-wijk"]


def test_esc_lets_go_of_a_row_wherever_the_keyboard_is(led: Led) -> None:
    rows = led.console.table.list
    drag(rows, 0, middle(rows, 2))
    led.press("Escape")
    QTest.mouseMove(rows.viewport(), middle(rows, 2) + QPoint(0, 3))
    drop(rows, middle(rows, 2) + QPoint(0, 3))
    assert seats(led) == ["p-pol", "p-vt", "p-wijk"]
    assert rows.chosen == "p-pol"
    led.press("Escape")
    assert led.console.step.entry.field.hasFocus()


def test_a_drag_that_comes_back_is_no_click(led: Led) -> None:
    rows = led.console.table.list
    clicks: list[object] = []
    rows.clicked.connect(clicks.append)
    for escape in (False, True):
        drag(rows, 0, middle(rows, 2))
        QTest.mouseMove(rows.viewport(), middle(rows, 0))
        if escape:
            led.press("Escape")
        drop(rows, middle(rows, 0))
    assert (clicks, seats(led)) == ([], ["p-pol", "p-vt", "p-wijk"])
    QTest.mouseClick(rows.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, middle(rows, 0))
    assert len(clicks) == 1


def test_a_click_is_no_drag(led: Led) -> None:
    rows = led.console.table.list
    QTest.mouseClick(rows.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, middle(rows, 1))
    assert (rows.chosen, seats(led)) == ("p-vt", ["p-pol", "p-vt", "p-wijk"])


def test_roles_keep_the_order_of_the_case(lead: Callable[..., Led]) -> None:
    led = lead(Table(LIVED, CASE).started().at_step("blik"))
    rows = led.console.table.list
    led.press("Ctrl+L", "Alt+Down")
    assert led.strip == "Here the roles of the case speak, in the order of the case."
    assert not rows.movable
    drag(rows, 0, middle(rows, 1) + QPoint(0, 9))
    drop(rows, middle(rows, 1) + QPoint(0, 9))
    assert not any(isinstance(event, ev.PartnersSeated) for event in led.kept)


def test_the_menu_moves_too(led: Led) -> None:
    for name, there in (("One place down", "p-vt"), ("One place up", "p-pol")):
        led.console.menus.at_table("p-pol", QPoint(10, 10))
        next(act for act in led.console.menus.last.actions() if act.text() == name).trigger()
        assert seats(led)[0] == there
        led.console.menus.last.close()


def test_who_is_not_there_is_not_moved(led: Led) -> None:
    assert not led.console.deeds.seat("weg", 0)
    assert not led.console.deeds.move_seat("weg", 1)
    assert led.kept == []
