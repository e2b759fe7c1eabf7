"""The small shared widgets: plain text, names for who does not see, keys for who does not point."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui import widgets
from facilitator.ui.widgets.dialog import Question
from facilitator.ui.widgets.message import SHOWN_MS, Message

MARKUP = "<b>vet</b> & <img src=x>"


@pytest.fixture
def host(qtbot: QtBot) -> QMainWindow:
    host = QMainWindow()
    qtbot.addWidget(host)
    host.resize(900, 600)
    host.show()
    return host


def test_a_label_shows_markup_as_it_is(qtbot: QtBot) -> None:
    for label in (widgets.PlainLabel(MARKUP), widgets.SectionTitle(MARKUP), widgets.Pill(MARKUP)):
        qtbot.addWidget(label)
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert label.text() == MARKUP


def test_another_role_gives_another_look(qtbot: QtBot) -> None:
    pill = widgets.Pill("op tijd")
    qtbot.addWidget(pill)
    pill.show()
    before: QPixmap = pill.grab()
    pill.say("op tijd", widgets.Tone.ATTENTION)
    assert pill.grab().toImage() != before.toImage()


def test_a_button_shows_an_ampersand_and_tells_its_key(qtbot: QtBot) -> None:
    button = widgets.PrimaryButton("Regie & zorg", "Ctrl+Return")
    qtbot.addWidget(button)
    assert button.text() == "Regie && zorg"
    assert button.accessibleName() == "Regie & zorg"
    assert "Ctrl+" in button.toolTip()
    button.shorten("Een heel lange naam van een volgende stap", 80)
    assert button.accessibleName() == "Een heel lange naam van een volgende stap"
    assert button.text().endswith("…")


def test_focus_can_be_seen_on_every_button(qtbot: QtBot, host: QMainWindow) -> None:
    panel = QWidget()
    column = QVBoxLayout(panel)
    host.setCentralWidget(panel)
    buttons = [
        widgets.PrimaryButton("a"),
        widgets.Button("b"),
        widgets.IconButton("add", "c"),
        widgets.DangerButton("d"),
    ]
    for button in buttons:
        column.addWidget(button)
    for button, other in zip(buttons, buttons[1:] + buttons[:1], strict=True):
        other.setFocus()
        without = button.grab().toImage()
        button.setFocus()
        assert button.grab().toImage() != without


def test_an_icon_button_has_a_name_and_a_size_for_a_finger(qtbot: QtBot) -> None:
    button = widgets.IconButton("remove", "Verwijderen", "Ctrl+Del")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Verwijderen"
    assert "Ctrl+" in button.toolTip()
    assert min(button.minimumWidth(), button.minimumHeight()) >= 24


def test_prose_is_as_high_as_its_text(qtbot: QtBot, host: QMainWindow) -> None:
    prose = widgets.Prose("Laat **iedereen** eerst nadenken. " * 12 + "\n\n- een\n- twee <i>x</i>")
    panel = QWidget()
    column = QVBoxLayout(panel)
    column.addWidget(prose)
    column.addStretch(1)
    host.setCentralWidget(panel)
    qtbot.waitUntil(lambda: prose.width() > 800, timeout=1000)
    wide = prose.height()
    host.resize(400, 600)
    qtbot.waitUntil(lambda: prose.height() > wide, timeout=1000)
    qtbot.waitUntil(lambda: prose.verticalScrollBar().maximum() == 0, timeout=1000)
    assert "<i>x</i>" in prose.toPlainText()
    assert prose.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_prose_loads_nothing_and_follows_no_link(qtbot: QtBot) -> None:
    prose = widgets.Prose("[weg](https://x.nl) ![plaat](https://x.nl/a.png)", scrolls=True)
    qtbot.addWidget(prose)
    assert prose.toPlainText() == "weg (https://x.nl) plaat"
    assert "<a " not in prose.toHtml()
    assert "<img" not in prose.toHtml()


@pytest.mark.parametrize("words", ["Goed.", "Een regel die lang genoeg is om er twee van te maken, of drie. " * 3])
def test_a_toast_is_as_high_as_its_text(qtbot: QtBot, host: QMainWindow, words: str) -> None:
    toast = widgets.Toast(host)
    toast.setStyleSheet("QFrame { border: 3px solid black; } QLabel { font-size: 20pt; border: none; }")
    toast.show_message(Message(words))
    label = toast.label
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()), timeout=1000)
    assert toast.rect().contains(toast.childrenRect())


def test_an_empty_state_says_what_to_do_and_does_it(qtbot: QtBot) -> None:
    empty = widgets.EmptyState("Nog geen afspraken.", "Eerste afspraak")
    qtbot.addWidget(empty)
    assert empty.button is not None
    with qtbot.waitSignal(empty.triggered, timeout=500):
        empty.button.click()
    bare = widgets.EmptyState("Niets.")
    qtbot.addWidget(bare)
    assert bare.button is None


def test_progress_can_be_stopped_once(qtbot: QtBot) -> None:
    panel = widgets.ProgressPanel("PDF's maken")
    qtbot.addWidget(panel)
    assert (panel.bar.value(), panel.bar.maximum()) == (0, 1)  # how long it takes is not known, and nothing moves
    panel.advance(3, 10, "Deelnemer 3")
    assert (panel.bar.value(), panel.bar.maximum(), panel.label.text()) == (3, 10, "Deelnemer 3")
    with qtbot.waitSignal(panel.cancelled, timeout=500):
        panel.stop.click()
    assert not panel.stop.isEnabled()
    panel.begin("Opnieuw")
    assert panel.stop.isEnabled()


def test_a_message_is_shown_and_goes_when_it_asks_nothing(qtbot: QtBot, host: QMainWindow) -> None:
    messages, toast = widgets.Messages(), widgets.Toast(host)
    messages.posted.connect(toast.show_message)
    messages.say(MARKUP)
    assert toast.isVisible()
    assert toast.label.text() == MARKUP
    assert toast._timer.interval() == SHOWN_MS
    assert toast._timer.isActive()
    toast._timer.timeout.emit()
    assert not toast.isVisible()


def test_a_warning_stays_until_it_is_closed(qtbot: QtBot, host: QMainWindow) -> None:
    messages, toast = widgets.Messages(), widgets.Toast(host)
    messages.posted.connect(toast.show_message)
    messages.warn("Niet bewaard sinds 14:42. De sessie gaat door.")
    assert not toast._timer.isActive()
    assert host.rect().contains(toast.geometry())
    toast.close_button.click()
    assert not toast.isVisible()


@pytest.mark.parametrize(("key", "result"), [(Qt.Key.Key_Escape, 0), (Qt.Key.Key_Return, 1)])
def test_esc_closes_a_dialog_and_enter_answers_it(
    qtbot: QtBot, host: QMainWindow, key: Qt.Key, result: int, shot: Callable[[QWidget, str], None]
) -> None:
    dialog = Question("Sessie sluiten?", MARKUP, "Sluiten", host)
    dialog.open()
    shot(dialog, "dialog")
    QTest.keyClick(dialog, key)
    assert not dialog.isVisible()
    assert QDialog.DialogCode(dialog.result()).value == result


def test_what_cannot_be_taken_back_is_not_what_enter_does(qtbot: QtBot, host: QMainWindow) -> None:
    dialog = Question("Wissen?", "Dit kan niet terug.", "Wissen", host, danger=True)
    dialog.open()
    assert dialog.cancel_button.isDefault()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Rejected
