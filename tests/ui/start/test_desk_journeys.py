"""From the start page through preparing to leading, and back to what was handed out, by keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.core.apply import fold
from facilitator.core.events import DetailsChanged, SessionStarted
from facilitator.storage.errors import DiskFull
from facilitator.storage.ledger import Ledger
from facilitator.ui.main_window import MainWindow
from facilitator.ui.prepare.prepare_page import PreparePage
from facilitator.ui.start.page import Page
from facilitator.ui.start.start_page import StartPage
from tests.ui.desk import NOW, TODAY, Desk, press, typed

ENTER, CTRL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, made: Desk) -> MainWindow:
    window = MainWindow(made.services)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_start()
    return window


def preparing(window: MainWindow) -> PreparePage:
    page = window.stack.currentWidget()
    assert isinstance(page, PreparePage)
    return page


def test_a_session_is_prepared_and_begun(window: MainWindow, qtbot: QtBot, made: Desk) -> None:
    press(Qt.Key.Key_Space)
    press(ENTER, CTRL)
    typed("De Kring")
    press(ENTER, CTRL)
    typed("Noor Bakker, Politie")
    press(ENTER)
    with qtbot.waitSignal(window.lead_requested) as asked:
        press(ENTER, CTRL)
    assert made.load(asked.args[0]) is not None


def test_a_session_kept_for_later_is_offered_on_the_start_page(window: MainWindow, qtbot: QtBot) -> None:
    press(Qt.Key.Key_Space)
    page = preparing(window)
    page.change(place="De Kring")
    page.go_to(2)
    page.plan.click()
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), StartPage))
    start = window.stack.currentWidget()
    assert isinstance(start, StartPage)
    qtbot.waitUntil(start.going_on.isVisible)
    assert "De Kring" in start.going_on.title.text()
    start.going_on.button.click()
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), PreparePage))
    assert preparing(window).draft.session is not None


def test_what_was_typed_is_still_there_after_looking_elsewhere(window: MainWindow) -> None:
    press(Qt.Key.Key_Space)
    preparing(window).change(place="De Kring")
    press(Qt.Key.Key_2, CTRL)
    press(Qt.Key.Key_1, CTRL)
    press(Qt.Key.Key_Space)
    assert preparing(window).draft.place == "De Kring"


def test_opening_goes_by_what_the_store_says_now(window: MainWindow, qtbot: QtBot, made: Desk) -> None:
    planned = made.planned("s-1", TODAY, "Wijk Noord")
    made.keep(planned)
    start = window.stack.currentWidget()
    assert isinstance(start, StartPage)
    window.refresh()
    qtbot.waitUntil(start.going_on.isVisible)
    made.keep(planned, SessionStarted(id="started", at=NOW))
    with qtbot.waitSignal(window.lead_requested) as asked:
        start.going_on.button.click()
    assert asked.args == ["s-1"]


def test_a_session_that_waits_for_the_disk_is_opened_as_it_is(
    window: MainWindow, qtbot: QtBot, made: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: Ledger, _entries: object) -> None:
        raise DiskFull

    planned = made.planned("s-1", TODAY, "Wijk Noord")
    made.keep(planned)
    made.store.ask(lambda _: None).result(10)
    monkeypatch.setattr(Ledger, "write", full)
    moved = DetailsChanged(id="moved", at=NOW, details=replace(planned.details, place="Wijk Zuid"))
    session = fold([planned, moved])
    assert session is not None
    made.store.append(moved, session)
    window.open_session("s-1")
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), PreparePage))
    assert preparing(window).draft.place == "Wijk Zuid"


def test_a_session_that_is_gone_is_told(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.messages.posted) as posted:
        window.open_session("never was")
    assert "not there any more" in posted.args[0].text


def test_a_page_of_its_own_has_the_whole_window(window: MainWindow) -> None:
    page = Page("alone")
    window.show_page(page, alone=True)
    assert window.sidebar.isHidden()
    window.show_start()
    assert window.sidebar.isVisible()
