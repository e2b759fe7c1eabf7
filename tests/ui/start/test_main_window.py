import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.core.agreement import Status
from facilitator.core.events import AgreementStatusSet
from facilitator.storage import agreements
from facilitator.storage.agreements import AgreementLine
from facilitator.storage.errors import DiskFull
from facilitator.storage.ledger import Ledger
from facilitator.ui.agreements.reason_dialog import ReasonDialog
from facilitator.ui.main_window import MainWindow
from facilitator.ui.start.follow_up import Saying
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


def line_of(made: Desk, agreement_id: str = "a-1") -> AgreementLine:
    """An agreement as it stands in the store now."""
    line = made.store.ask(lambda connection: agreements.one(connection, ("s-closed", agreement_id))).result(10)
    assert line is not None
    return line


def not_kept(window: MainWindow, qtbot: QtBot) -> ReasonDialog:
    """What is asked when the first agreement of the start page was not kept."""
    page = start_page(window)
    qtbot.waitUntil(lambda: page.due.late.text() == "2 late")
    page.due.row("s-closed", "a-1").menu.actions()[2].trigger()
    dialog = window.findChild(ReasonDialog)
    assert dialog is not None
    return dialog


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


def test_what_was_not_kept_asks_why_and_is_set_back_to_how_it_was(window: MainWindow, qtbot: QtBot, made: Desk) -> None:
    window._follow_up.say([Saying("s-closed", "a-1", Status.BUSY, "bijna")])
    qtbot.waitUntil(lambda: line_of(made).remark == "bijna")
    qtbot.waitUntil(lambda: "being done" in start_page(window).due.row("s-closed", "a-1").who.text())
    dialog = not_kept(window, qtbot)
    dialog.field.setText("Geen tijd")
    dialog.accept_button.click()
    row = start_page(window).due.row("s-closed", "a-1")
    qtbot.waitUntil(lambda: row.pill.text() == "not kept")
    assert (line_of(made).status, line_of(made).remark) == (Status.NOT_KEPT, "Geen tijd")
    row.back.trigger()
    qtbot.waitUntil(lambda: line_of(made).status is Status.BUSY)
    assert line_of(made).remark == "bijna"


def test_nothing_is_recorded_while_it_is_not_told_why(window: MainWindow, qtbot: QtBot, made: Desk) -> None:
    dialog = not_kept(window, qtbot)
    start_page(window).due.row("s-closed", "a-2").menu.actions()[2].trigger()
    assert window.findChildren(ReasonDialog) == [dialog]
    dialog.reject()
    assert line_of(made).status is Status.AGREED
    qtbot.waitUntil(lambda: window.findChild(ReasonDialog) is None)
    assert not_kept(window, qtbot) is not dialog


def test_two_agreements_followed_up_at_once_are_both_kept(window: MainWindow, qtbot: QtBot, made: Desk) -> None:
    page = start_page(window)
    qtbot.waitUntil(lambda: page.due.late.text() == "2 late")
    for agreement_id in ("a-1", "a-2"):
        page.status_chosen.emit(line_of(made, agreement_id), Status.KEPT)
    qtbot.waitUntil(page.due.late.isHidden)
    found = made.store.ask(lambda connection: agreements.of_session(connection, "s-closed")).result(10)
    assert [line.status for line in found[:2]] == [Status.KEPT, Status.KEPT]


def test_an_agreement_is_not_followed_up_while_the_disk_is_full(
    window: MainWindow, qtbot: QtBot, made: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    line = line_of(made)
    monkeypatch.setattr(Ledger, "write", full)
    made.keep(*made.closed("s-new", TODAY, "Wijk Oost"))
    with qtbot.waitSignal(window.messages.posted) as posted:
        start_page(window).status_chosen.emit(line, Status.KEPT)
    assert "Not everything is on the disk yet" in posted.args[0].text
    assert not any(isinstance(event, AgreementStatusSet) for event in made.store.unsaved)


def test_what_does_not_fit_is_told(window: MainWindow, qtbot: QtBot, made: Desk) -> None:
    page = start_page(window)
    with qtbot.waitSignal(window.messages.posted) as posted:
        page.status_chosen.emit(line_of(made)._replace(id="gone"), Status.KEPT)
    assert posted.args[0].text == "That is no longer there."
    assert window.toast.isVisible()


def test_the_sidebar_is_walked_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    assert window.sidebar.button("start").isChecked()
    assert "key is on this laptop" in window.sidebar.safety.text()
