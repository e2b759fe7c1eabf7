"""What goes in is ticked beside the preview, which renews; it is remembered per kind of document."""

from __future__ import annotations

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.core.session import Session
from facilitator.report.bundle import before_of
from facilitator.report.kinds import Document, Part
from facilitator.storage import settings
from facilitator.ui.after.after_page import AfterPage, PaperPage
from tests.builders import CASE, CASE_SCRIPT, Table
from tests.ui.after.conftest import opened
from tests.ui.desk import Desk, press


def text_of(page: AfterPage, qtbot: QtBot) -> str:
    view = page.documents.view
    qtbot.waitUntil(lambda: bool(view.pdf), timeout=20_000)
    with pypdfium2.PdfDocument(view.pdf) as document:
        return "\n".join(each.get_textpage().get_text_range() for each in document)


def untick(page: AfterPage, part: Part) -> None:
    tick = page.documents.contents.ticks[part]
    QTest.qWait(20)  # boxes that were made a moment ago are shown in the next round
    tick.setFocus()
    press(Qt.Key.Key_Space)


def test_the_report_offers_every_part_and_the_run_sheet_none(page: AfterPage) -> None:
    assert list(page.documents.contents.ticks) == list(Part)
    page.documents.list.setCurrentRow(2)
    assert not page.documents.contents.isVisible()
    page.documents.list.setCurrentRow(6)
    assert list(page.documents.contents.ticks) == [Part.NAMES, Part.LOOK_BACK]


def test_the_preview_is_the_file_without_what_is_left_out(page: AfterPage, qtbot: QtBot) -> None:
    assert "Who was there" in text_of(page, qtbot)
    untick(page, Part.ATTENDANCE)
    qtbot.waitUntil(lambda: "Who was there" not in text_of(page, qtbot), timeout=20_000)
    assert page.documents.contents.ticks[Part.ATTENDANCE].hasFocus()


def test_roles_only_holds_for_the_list_and_for_the_files(page: AfterPage, qtbot: QtBot) -> None:
    page.documents.list.setCurrentRow(6)
    assert "Noor Bakker" in page.documents.list.item(6).text()
    untick(page, Part.NAMES)
    assert "Noor Bakker" not in page.documents.list.item(6).text()
    with qtbot.waitSignal(page.correcting.handed_out, timeout=20_000):
        page.documents.make.click()
    named = [path.name for path in (page.documents.folder / "participants").glob("*.pdf")]
    assert named
    assert not any("Bakker" in name for name in named)


def test_it_is_remembered_for_the_next_session(page: AfterPage, qtbot: QtBot, made: Desk, closed: Session) -> None:
    untick(page, Part.TIMES)
    later = opened(qtbot, made, closed)
    assert not later.documents.contents.ticks[Part.TIMES].isChecked()
    assert later.documents.contents.ticks[Part.NAMES].isChecked()


def test_nothing_is_made_before_it_is_known_what_was_chosen(qtbot: QtBot, made: Desk, closed: Session) -> None:
    plain = {Document.PARTICIPANT.name: {"names": False}}
    made.store.ask(lambda connection: settings.keep(connection, "contents", plain)).result(10)
    page = AfterPage(made.services, closed)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.correcting.handed_out, timeout=20_000):
        page.documents.make.click()
    named = [path.name for path in (page.documents.folder / "participants").glob("*.pdf")]
    assert named
    assert not any("Bakker" in name for name in named)


def test_a_released_note_can_stay_out(page: AfterPage, qtbot: QtBot) -> None:
    page.notes.ticks["n-1"].click()
    page.notes.release.click()
    qtbot.waitUntil(lambda: page.session.version == 2)
    assert list(page.documents.contents.notes) == ["n-1"]
    qtbot.waitUntil(lambda: "Sam & Kim" in text_of(page, qtbot), timeout=20_000)
    page.documents.contents.notes["n-1"].click()
    qtbot.waitUntil(lambda: "Sam & Kim" not in text_of(page, qtbot), timeout=20_000)


def test_before_the_meeting_role_cards_can_be_without_names(qtbot: QtBot, made: Desk) -> None:
    page = PaperPage(made.services, Table(CASE_SCRIPT, CASE).session, before_of)
    qtbot.addWidget(page)
    page.show()
    page.documents.list.setCurrentRow(1)
    assert list(page.documents.contents.ticks) == [Part.NAMES]
