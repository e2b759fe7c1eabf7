import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.core.agreement import Status
from facilitator.core.events import AgreementStatusSet
from facilitator.storage import agreements
from facilitator.storage.errors import DiskFull
from facilitator.storage.ledger import Ledger
from facilitator.ui.main_window import MainWindow
from facilitator.ui.start.start_page import StartPage
from tests.ui.desk import TODAY, Desk, fill


@pytest.fixture
def window(qtbot: QtBot, made: Desk) -> MainWindow:
    fill(made)
    window = MainWindow(made.services)
    qtbot.addWidget(window)
    window.show_start()
    window.show()
    return window


def start_page(window: MainWindow) -> StartPage:
    page = window.stack.currentWidget()
    assert isinstance(page, StartPage)
    return page


def test_the_start_page_fills_itself_from_the_store(window: MainWindow, qtbot: QtBot) -> None:
    page = start_page(window)
    qtbot.waitUntil(lambda: page.due.late.text() == "2 late")
    assert "Wijk Noord" in page.going_on.title.text()


def test_resume_asks_to_lead_the_session(window: MainWindow, qtbot: QtBot) -> None:
    page = start_page(window)
    qtbot.waitUntil(lambda: not page.going_on.isHidden())
    page.going_on.button.setFocus()
    with qtbot.waitSignal(window.lead_requested) as asked:
        QTest.keyClick(page.going_on.button, Qt.Key.Key_Space)
    assert asked.args == ["s-running"]


def test_an_agreement_marked_as_kept_is_kept_in_its_session_and_leaves_the_list(
    window: MainWindow, qtbot: QtBot, made: Desk
) -> None:
    page = start_page(window)
    qtbot.waitUntil(lambda: page.due.late.text() == "2 late")
    page.due.row("s-closed", "a-1").menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: page.due.late.text() == "1 late")
    session = made.load("s-closed")
    assert session is not None
    kept = session.agreement("a-1")
    assert kept is not None
    assert kept.status is Status.KEPT


def test_two_agreements_followed_up_at_once_are_both_kept(window: MainWindow, qtbot: QtBot, made: Desk) -> None:
    page = start_page(window)
    qtbot.waitUntil(lambda: page.due.late.text() == "2 late")
    for agreement_id in ("a-1", "a-2"):
        page.status_chosen.emit("s-closed", agreement_id, Status.KEPT)
    qtbot.waitUntil(page.due.late.isHidden)
    found = made.store.ask(lambda connection: agreements.of_session(connection, "s-closed")).result(10)
    assert [line.status for line in found[:2]] == [Status.KEPT, Status.KEPT]


def test_an_agreement_is_not_followed_up_while_the_disk_is_full(
    window: MainWindow, qtbot: QtBot, made: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(Ledger, "write", full)
    made.keep(*made.closed("s-new", TODAY, "Wijk Oost"))
    with qtbot.waitSignal(window.messages.posted) as posted:
        start_page(window).status_chosen.emit("s-closed", "a-1", Status.KEPT)
    assert "Not everything is on the disk yet" in posted.args[0].text
    assert not any(isinstance(event, AgreementStatusSet) for event in made.store.unsaved)


def test_what_does_not_fit_is_told(window: MainWindow, qtbot: QtBot) -> None:
    page = start_page(window)
    with qtbot.waitSignal(window.messages.posted) as posted:
        page.status_chosen.emit("s-closed", "gone", Status.KEPT)
    assert posted.args[0].text == "That is no longer there."
    assert window.toast.isVisible()


def test_the_sidebar_is_walked_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    assert window.sidebar.button("start").isChecked()
    assert "key is on this laptop" in window.sidebar.safety.text()
