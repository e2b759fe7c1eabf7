"""Whether it is kept, what the room's screen is, and that a step is quick."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.core.audience import audience_view
from facilitator.core.events import Answer, AnswerGiven
from facilitator.ui.console import row_painter
from facilitator.ui.console.rows import Row
from tests.builders import START, Table
from tests.ui.console.conftest import Led


def test_saved_and_not_saved(led: Led, qtbot: QtBot) -> None:
    saved = led.console.side.saved
    led.console.show_saved(START + timedelta(minutes=42, seconds=7))
    assert saved.label.text() == "✓ saved 14:42:07"
    assert not saved.copy.isVisible()
    led.console.show_unsaved(START + timedelta(minutes=40))
    assert saved.label.text() == "not saved since 14:40"
    with qtbot.waitSignal(led.console.copy_requested):
        saved.copy.click()


def test_a_rehearsal_is_signed(lead: Callable[..., Led]) -> None:
    table = Table().started()
    table.session = replace(table.session, rehearsal=True)
    led = lead(table)
    assert led.console.top.rehearsal.isVisible()
    led.console.show_saved(START)
    assert led.console.side.saved.label.text() == "rehearsal: nothing is kept"


def test_leaving_and_the_rooms_window_are_asked_for(led: Led, qtbot: QtBot) -> None:
    with qtbot.waitSignal(led.console.close_requested):
        led.console.top.leave.click()
    with qtbot.waitSignal(led.console.audience_requested):
        led.press("F11")


def test_whether_the_room_sees_anything(led: Led) -> None:
    assert led.console.step.head.seen.text() == "no room screen"
    led.console.show_room("Scherm 2 · 1920 × 1080", QSize(1920, 1080), seen=True)
    assert led.console.step.head.seen.text() == "● on the screen"
    assert led.console.side.room.where.text() == "Scherm 2 · 1920 × 1080"


def test_the_small_picture_follows_the_room(led: Led, qtbot: QtBot) -> None:
    led.press("PageDown")
    title = audience_view(led.session).title
    thumbnail = led.console.side.room.thumbnail
    qtbot.waitUntil(lambda: thumbnail.accessibleDescription() == title)


def test_the_rooms_page_can_be_turned(led: Led, qtbot: QtBot) -> None:
    for number in range(60):
        led.running.do(AnswerGiven, answer=Answer(f"a{number}", "nodig", f"Antwoord {number} " * 6))
    led.press("Shift+F8")
    room = led.console.side.room
    qtbot.waitUntil(lambda: room.thumbnail.page_count > 1)
    pages: list[int] = []
    led.console.room_page_changed.connect(pages.append)
    led.press("Ctrl+PageDown", "Ctrl+PageUp")
    assert pages[0] != pages[1]
    assert room.turn.isVisible()


def test_a_step_with_two_thousand_answers_measures_only_what_is_seen(
    lead: Callable[..., Led], monkeypatch: pytest.MonkeyPatch
) -> None:
    table = Table().started().at_step("nodig")
    for number in range(2000):
        table.do(AnswerGiven, answer=Answer(f"a{number}", "nodig", f"Antwoord {number} " * 8, "p-pol"))
    led = lead(table)
    QApplication.processEvents()
    measured: list[Row] = []
    measure = row_painter._measure

    def counted(row: Row, width: int, top: int) -> row_painter.Parts:
        measured.append(row)
        return measure(row, width, top)

    monkeypatch.setattr(row_painter, "_measure", counted)
    for key in ("PageDown", "PageUp"):
        led.press(key)
        led.console.grab()
    assert len(led.console.step.answers.list.rows) == 2000
    assert len(measured) < 400
