"""What was not checked stays out of every document, and going on without it is a clear choice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.core import events as ev
from facilitator.core.events import Answer, Decision, Note, Spotted
from facilitator.core.session import Session, State
from facilitator.ui.after.after_page import AfterPage
from facilitator.ui.after.correcting import Correcting
from facilitator.ui.after.held_dialog import HeldDialog
from facilitator.ui.after.reopen_dialog import ReopenDialog
from tests.ui.desk import AGREEMENTS, NOW, TODAY, Desk, focused, press

FOUND = (Spotted("name", "Fatima"),)


@pytest.fixture
def closed(made: Desk) -> Session:
    """A session that is over, with an answer and a private note that nobody checked."""
    events = made.closed("s-closed", TODAY - timedelta(days=28), "Wijk Zuid", AGREEMENTS)
    answer = ev.AnswerGiven(id="w-1", at=NOW, answer=Answer("a-1", "nodig", "Fatima belde"), findings=FOUND)
    note = ev.NoteWritten(id="w-2", at=NOW, note=Note("n-1", "Fatima is moe", "nodig"), findings=FOUND)
    return made.keep(*events[:-1], answer, note, events[-1])


@pytest.fixture
def page(page: AfterPage) -> AfterPage:
    page.enter()
    return page


def dialog_of(page: AfterPage) -> HeldDialog:
    """The question that is asked before documents are made."""
    QApplication.processEvents()
    return next(dialog for dialog in page.findChildren(HeldDialog) if dialog.isVisible())


def settled(made: Desk) -> list[tuple[str, Decision]]:
    session = made.load("s-closed")
    assert session is not None
    assert session.course.state is State.CLOSED
    return [(one.subject_id, one.decision) for one in session.notebook.settled]


def test_it_tells_how_many_texts_are_left_out(page: AfterPage) -> None:
    assert page.held.told.text() == "1 text is not checked yet and comes in no document."


def test_making_documents_asks_first_and_enter_checks(page: AfterPage) -> None:
    page.documents.make.click()
    dialog = dialog_of(page)
    assert focused() is dialog.accept_button
    press(Qt.Key.Key_Return)
    assert page.checking.isVisible()
    assert not page.documents.folder.exists()


def test_going_on_without_them_makes_documents_without_them(page: AfterPage, qtbot: QtBot) -> None:
    page.documents.make.click()
    with qtbot.waitSignal(page.correcting.handed_out, timeout=20_000):
        dialog_of(page).without.click()
    assert len(list(page.documents.folder.rglob("*.pdf"))) == page.documents.list.count()


def test_printing_asks_first_too_and_esc_does_nothing(page: AfterPage) -> None:
    warned: list[str] = []
    page.documents.warned.connect(warned.append)
    page.documents.print.click()
    press(Qt.Key.Key_Escape)
    assert warned == []
    assert not page.checking.isVisible()
    page.documents.print.click()
    dialog_of(page).without.click()
    assert len(warned) == 1  # that there is no printer here


def test_each_text_is_decided_about_and_the_session_stays_closed(page: AfterPage, made: Desk, qtbot: QtBot) -> None:
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.checking.number.text() == "Text 1 of 2"
    press(Qt.Key.Key_T)
    qtbot.waitUntil(lambda: page.checking.number.text() == "Text 1 of 1")
    assert settled(made) == [("a-1", Decision.SHOWN)]
    assert page.held.told.text() == "1 text is still to be checked."
    press(Qt.Key.Key_I)
    qtbot.waitUntil(lambda: not page.checking.isVisible())
    assert not page.held.isVisible()
    assert focused() is page.documents.make
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert not page.checking.isVisible()


def test_replacing_leads_to_reopening(page: AfterPage) -> None:
    page.check()
    assert not page.checking.instead.isVisible()
    press(Qt.Key.Key_V)
    assert not page.checking.isVisible()
    (dialog,) = page.findChildren(ReopenDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_a_note_is_not_put_in_the_report_before_it_was_checked(page: AfterPage, qtbot: QtBot) -> None:
    assert not page.notes.ticks["n-1"].isEnabled()
    page.correcting.settle("s-closed", "n-1", "Fatima", Decision.SHOWN)
    qtbot.waitUntil(lambda: {key: tick.isEnabled() for key, tick in page.notes.ticks.items()} == {"n-1": True})


def test_a_note_that_is_released_is_looked_at_again(made: Desk, qtbot: QtBot) -> None:
    events = made.closed("s-old", TODAY - timedelta(days=28), "Wijk Zuid")
    note = ev.NoteWritten(id="w-3", at=NOW, note=Note("n-2", "Fatima is moe", "nodig"))
    made.keep(*events[:-1], note, events[-1])
    correcting = Correcting(replace(made.services, spot=lambda _text, _session: FOUND))
    with qtbot.waitSignal(correcting.refused):
        correcting.release("s-old", ("n-2",), "erbij")
