"""From a form in the hand to the life of an agreement: read, looked at, confirmed, recorded."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.core import reporting
from facilitator.core.agreement import Standing
from facilitator.core.session import Session
from facilitator.core.vocabulary import Channel, Status
from facilitator.report.formats.asking import asking_letter
from facilitator.ui.main_window import MainWindow
from facilitator.ui.returned.arriving import PURPOSE
from facilitator.ui.returned.returned_dialog import ReturnedDialog
from tests.ui.desk import Desk
from tests.ui.returned.conftest import Form


@pytest.fixture
def window(made: Desk, closed: Session, qtbot: QtBot) -> MainWindow:
    window = MainWindow(made.services)
    qtbot.addWidget(window)
    window.show_start()
    window.show()
    qtbot.waitUntil(window.is_filled)
    return window


def opened(window: MainWindow, qtbot: QtBot, *files: Path) -> ReturnedDialog:
    dialog = window.returned.read(files)
    qtbot.waitUntil(lambda: not dialog.arriving.busy)
    return dialog


def life(made: Desk, agreement_id: str) -> tuple[Standing, ...]:
    session = made.load("s-closed")
    assert session is not None
    agreement = session.agreement(agreement_id)
    assert agreement is not None
    return agreement.standings


def confirm(window: MainWindow, dialog: ReturnedDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.returned.recorded, timeout=10_000):
        dialog.accept_button.click()


def test_a_form_becomes_the_life_of_agreements(
    window: MainWindow, made: Desk, form: Form, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "wijkteam.pdf"
    path.write_bytes(
        form(status_1="bezig", why_1="Bĳna klaar, één stap nog", status_2="overgedragen", why_2="de regio")
    )
    dialog = opened(window, qtbot, path)
    assert life(made, "a-2") == ()
    confirm(window, dialog, qtbot)
    (busy,), (handed,) = life(made, "a-2"), life(made, "a-4")
    assert (busy.status, busy.remark, busy.by_id) == (Status.BUSY, "Bĳna klaar, één stap nog", "p-wijk")
    assert (handed.status, handed.to, handed.channel) == (Status.HANDED_OVER, "de regio", Channel.FORM)
    assert life(made, "a-5") == ()


def test_a_form_read_again_is_not_recorded_again(
    window: MainWindow, made: Desk, form: Form, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "wijkteam.pdf"
    path.write_bytes(form(status_1="bezig"))
    confirm(window, opened(window, qtbot, path), qtbot)
    again = opened(window, qtbot, path)
    assert again.sayings == ()
    assert not again.accept_button.isEnabled()
    assert "read before" in again.cards[0].rows[0].doubt.text()
    assert len(life(made, "a-2")) == 1


def test_the_same_form_twice_at_once_counts_once(window: MainWindow, form: Form, tmp_path: Path, qtbot: QtBot) -> None:
    paths = [tmp_path / "een.pdf", tmp_path / "twee.pdf"]
    for path in paths:
        path.write_bytes(form(status_1="bezig"))
    dialog = opened(window, qtbot, *paths)
    assert len(dialog.cards) == 2
    assert len(dialog.sayings) == 1


def test_a_mail_is_read_back_too(window: MainWindow, made: Desk, closed: Session, qtbot: QtBot) -> None:
    slip = reporting.slip_of(closed, "p-wijk", made.store.secret(PURPOSE))
    sent = asking_letter(closed, slip, "x@example.org").body.split("\n")
    code = dict(slip.codes)["a-2"]
    quoted = "\n".join(
        f"> {line} niet gelukt, te druk" if line == f"Antwoord {code}:" else f"> {line}" for line in sent
    )
    dialog = window.returned.read()
    dialog.arriving.read_text(f"Zie onder\n\nOp dinsdag schreef Mo:\n{quoted}")
    qtbot.waitUntil(lambda: bool(dialog.cards))
    confirm(window, dialog, qtbot)
    (told,) = life(made, "a-2")
    assert (told.status, told.remark, told.channel) == (Status.NOT_KEPT, "niet gelukt, te druk", Channel.MAIL)


def test_what_was_dropped_on_the_desk_is_read(window: MainWindow, form: Form, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "wijkteam.pdf"
    path.write_bytes(form(status_1="bezig"))
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, files, buttons, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, files, buttons, keys))
    dialog = window.returned.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: bool(dialog.sayings))
