from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.core.session import Session
from facilitator.core.vocabulary import Channel
from facilitator.report.bundle import documents_of
from facilitator.ui.after.after_page import AfterPage
from facilitator.ui.after.forms_dialog import FormsDialog
from tests.ui.desk import Desk, focused, press


@pytest.fixture
def dialog(qtbot: QtBot, made: Desk, closed: Session, tmp_path: Path) -> FormsDialog:
    dialog = FormsDialog(made.services, closed, documents_of(closed), tmp_path / "out")
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_nothing_is_made_before_something_is_ticked(dialog: FormsDialog, tmp_path: Path) -> None:
    assert dialog.chosen == ()
    assert not dialog.accept_button.isEnabled()
    dialog.accept()
    assert not (tmp_path / "out").exists()


def test_what_is_ticked_is_made_and_nothing_else(dialog: FormsDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.ticks["sheet"].setFocus()
    press(Qt.Key.Key_Space)
    assert dialog.accept_button.text() == "Make 2 files"
    with qtbot.assertNotEmitted(dialog.handed_out), qtbot.waitSignal(dialog.making.made, timeout=20_000):
        dialog.accept_button.click()
    assert sorted(path.suffix for path in (tmp_path / "out").rglob("*.*")) == [".csv", ".xlsx"]
    assert "2 files are in" in dialog.making.outcome.text()
    assert focused() is dialog.cancel_button


def test_it_tells_for_whom_files_were_made(dialog: FormsDialog, qtbot: QtBot) -> None:
    dialog.ticks["calendar"].click()
    with qtbot.waitSignal(dialog.handed_out, timeout=20_000) as told:
        dialog.accept_button.click()
    assert told.args == [("d-1", "d-2", "d-3", "d-4"), ("p-pol", "p-vt", "p-wijk")]


def test_it_can_be_stopped(dialog: FormsDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.ticks["calendar"].click()
    dialog.making.exporting.progressed.connect(lambda *_args: dialog.making.progress.stop.click())
    with qtbot.waitSignal(dialog.making.made, timeout=20_000):
        dialog.accept_button.click()
    assert 1 <= len(list((tmp_path / "out").rglob("*.ics"))) < 8
    assert "Stopped" in dialog.making.outcome.text()


def test_it_opens_from_the_menu_and_what_is_made_is_noted(qtbot: QtBot, made: Desk, closed: Session) -> None:
    page = AfterPage(made.services, closed)
    qtbot.addWidget(page)
    page.show()
    page.others.forms.trigger()
    dialog = page.others.dialog
    assert isinstance(dialog, FormsDialog)
    with qtbot.waitSignal(page.correcting.handed_out):
        dialog.handed_out.emit(("d-2",), ("p-vt",))
    session = made.load(closed.id)
    assert session is not None
    (given,) = session.course.handed_out
    assert (given.channel, given.participant_ids, given.partner_ids) == (Channel.FILE, ("d-2",), ("p-vt",))
    dialog.reject()
