from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.core.session import Session, State
from facilitator.report.bundle import before_of
from facilitator.ui.after.after_page import AfterPage, PaperPage
from facilitator.ui.after.reopen_dialog import ReopenDialog
from facilitator.ui.after.summary_card import version_text
from tests.builders import CASE, CASE_SCRIPT, Table
from tests.ui.desk import Desk, focused, press

PEOPLE_LISTED = (
    *("Noor Bakker · Politie", "Sam Visser · Veilig Thuis"),
    *("Kim de Wit · Wijkteam Noord", "Bo Smit · Wijkteam Noord"),
)


@pytest.fixture
def page(page: AfterPage) -> AfterPage:
    page.enter()
    return page


def test_it_offers_the_report_the_run_sheet_and_one_for_each_who_was_there(page: AfterPage) -> None:
    listed = [page.documents.list.item(row).text() for row in range(page.documents.list.count())]
    assert listed == [
        *("Report", "Overview of agreements", "Run sheet for you"),
        *(f"Agreements of {name}" for name in ("Politie", "Veilig Thuis", "Wijkteam Noord")),
        *PEOPLE_LISTED,
        *(f"Certificate of {name}" for name in PEOPLE_LISTED),
    ]
    assert "5 agreements" in page.summary.people.text()


def test_the_preview_shows_the_pages_of_the_file(page: AfterPage, qtbot: QtBot) -> None:
    view = page.documents.view
    qtbot.waitUntil(lambda: len(view.sheets) > 1)
    qtbot.waitUntil(lambda: view.sheets[0].image is not None)
    view.area.setFocus()
    press(Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: view.page == 1)
    before = view.sheets[0].width()
    press(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.sheets[0].width() > before
    assert view.page == 1


def test_all_documents_are_made_in_one_key(page: AfterPage, qtbot: QtBot) -> None:
    assert focused() is page.documents.make
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(page.documents.outcome.isVisible, timeout=20_000)
    folder = page.documents.folder
    assert "14 documents" in page.documents.outcome.text()
    assert len(list(folder.rglob("*.pdf"))) == 14
    assert page.documents.show_folder.isVisible()


def test_it_can_be_stopped_and_what_was_made_stays(page: AfterPage, qtbot: QtBot) -> None:
    page.documents.exporting.progressed.connect(lambda *_args: page.documents.progress.stop.click())
    page.documents.make.click()
    qtbot.waitUntil(page.documents.outcome.isVisible, timeout=20_000)
    count = len(list(page.documents.folder.rglob("*.pdf")))
    assert 1 <= count < 14
    assert "Stopped" in page.documents.outcome.text()


def test_a_folder_that_cannot_be_made_says_what_to_do(page: AfterPage, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    page.documents.use_folder(tmp_path / "file" / "documents")
    page.documents.make.click()
    qtbot.waitUntil(page.documents.outcome.isVisible)
    assert "Choose another folder" in page.documents.outcome.text()
    assert page.documents.make.isEnabled()
    assert not page.documents.show_folder.isVisible()


def test_no_private_note_is_ticked_and_a_note_shows_its_markup_as_text(page: AfterPage, closed: Session) -> None:
    assert page.notes.chosen == ()
    assert not page.notes.release.isEnabled()
    assert [note.released for note in closed.notebook.notes] == [False, False]


def test_a_ticked_note_comes_in_a_new_version(page: AfterPage, qtbot: QtBot, made: Desk) -> None:
    page.notes.ticks["n-1"].setFocus()
    press(Qt.Key.Key_Space)
    page.notes.release.click()
    qtbot.waitUntil(lambda: page.session.version == 2)
    session = made.load("s-closed")
    assert session is not None
    assert session.course.state is State.CLOSED
    assert [note.released for note in session.notebook.notes] == [False, True]
    assert "replaces version 1" in version_text(session)
    assert page.documents.folder.name.endswith("version 2")


def test_reopening_asks_why_and_leads_back_to_the_console(page: AfterPage, qtbot: QtBot, made: Desk) -> None:
    page.summary.reopen.click()
    dialog = page.findChild(ReopenDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.reason.setText("een naam klopte niet")
    with qtbot.waitSignal(page.reopened) as reopened:
        press(Qt.Key.Key_Return)
    session = made.load(reopened.args[0])
    assert session is not None
    assert session.course.state is State.REOPENED


def test_a_session_that_was_erased_meanwhile_is_no_crash(page: AfterPage, qtbot: QtBot, made: Desk) -> None:
    made.store.erase("s-closed", "proef").result(10)
    page.correcting.reopen("s-closed", "")
    with qtbot.assertNotEmitted(page.reopened, wait=100):
        pass


def test_with_no_printer_it_says_so(page: AfterPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.documents.warned) as warned:
        page.documents.print.click()
    assert "printer" in warned.args[0]


def test_the_papers_of_a_case_are_named(qtbot: QtBot, made: Desk) -> None:
    session = Table(CASE_SCRIPT, CASE).session
    page = PaperPage(made.services, session, before_of)
    qtbot.addWidget(page)
    listed = page.documents.list
    assert [listed.item(row).text() for row in range(listed.count())] == [
        *("Run sheet for you", "Role cards to cut", "Case up to moment 1", "The whole case, for afterwards")
    ]
    assert page.heading.text() == "Papers for the meeting"
