"""The room's window: it shows, it hands keys on, and that is all it does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.core.audience import AudienceView, Scene
from facilitator.ui.audience.prints import Prints
from facilitator.ui.audience.window import AudienceWindow
from facilitator.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot, themed: Theme) -> Iterator[AudienceWindow]:
    window = AudienceWindow(themed)
    qtbot.addWidget(window)
    window.show_as_window(QGuiApplication.primaryScreen())
    yield window
    window.hide_now()


def test_it_begins_neutral_and_says_no_private_word(window: AudienceWindow, page_view: AudienceView) -> None:
    assert window.view.scene is Scene.NEUTRAL
    window.show_view(page_view)
    told = (window.windowTitle(), window.accessibleName(), window.accessibleDescription())
    assert all(told)
    assert not any(word in text for text in told for word in ("Wijk", "Politie", "verwachten"))


def test_it_shows_what_it_is_given(window: AudienceWindow, page_view: AudienceView) -> None:
    window.show_view(replace(page_view, scene=Scene.BLACK))
    assert window.grab().toImage().pixelColor(400, 200) == QColor("black")
    window.show_view(page_view)
    assert window.grab().toImage().pixelColor(3, 3) == QColor("#f6f4ef")


def test_a_display_is_filled_without_a_frame_or_a_cursor(window: AudienceWindow) -> None:
    screen = QGuiApplication.primaryScreen()
    window.show_on(screen)
    assert window.isFullScreen()
    assert window.geometry() == screen.geometry()
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert window.cursor().shape() is Qt.CursorShape.BlankCursor
    window.show_as_window(screen)
    assert not window.isFullScreen()
    assert not window.windowFlags() & Qt.WindowType.FramelessWindowHint


def test_keys_are_handed_on(qtbot: QtBot, window: AudienceWindow) -> None:
    got: list[QKeyEvent] = []
    window.key_pressed.connect(got.append)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_B):
        QTest.keyClick(window, key)
    assert [event.key() for event in got] == [Qt.Key.Key_PageDown, Qt.Key.Key_B]
    assert got[1].text() == "b"


def test_a_mouse_changes_nothing(window: AudienceWindow, page_view: AudienceView) -> None:
    window.show_view(page_view)
    before = window.grab().toImage()
    left = Qt.MouseButton.LeftButton
    at = QPointF(400, 300)
    event = QMouseEvent(QEvent.Type.MouseButtonPress, at, at, left, left, Qt.KeyboardModifier.NoModifier)
    assert QGuiApplication.sendEvent(window, event)
    assert event.isAccepted()
    assert window.grab().toImage() == before


def test_pages_turn_round_and_are_told(qtbot: QtBot, window: AudienceWindow, page_view: AudienceView) -> None:
    told: list[tuple[int, int]] = []
    window.page_changed.connect(lambda page, count: told.append((page, count)))
    window.show_view(replace(page_view, answers=page_view.answers * 8))
    count = window.page_count
    assert count > 1
    window.turn_page(-1)
    assert window.page == count - 1
    window.turn_page()
    assert window.page == 0
    window.set_page(99)
    assert told[-1] == (count - 1, count)


def test_the_clock_repaints_once_a_minute(
    qtbot: QtBot, window: AudienceWindow, page_view: AudienceView, now: datetime
) -> None:
    window.show_view(page_view)
    window.set_now(now)
    first = window.grab().toImage()
    window.set_now(now + timedelta(seconds=30))
    assert window.grab().toImage() == first
    window.set_now(now + timedelta(seconds=90))
    assert window.grab().toImage() != first


def test_what_comes_next_is_ready_before_it_is_asked(
    qtbot: QtBot, window: AudienceWindow, page_view: AudienceView, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[AudienceView] = []
    really = Prints._make

    def make(self: Prints, view: AudienceView, *rest: Any) -> QPixmap:
        made.append(view)
        return really(self, view, *rest)

    monkeypatch.setattr(Prints, "_make", make)
    following = replace(page_view, title="En dan?")
    assert following.bar is not None
    assert following.bar.since is not None
    window.set_now(following.bar.since)
    window.prepare(following)
    qtbot.waitUntil(lambda: following in made, timeout=2000)
    made.clear()
    later = following.bar.since + timedelta(seconds=20)
    window.set_now(later)
    window.show_view(replace(following, bar=replace(following.bar, since=later)))
    window.repaint()
    assert made == []


def test_hiding_is_done_when_the_call_is_done(window: AudienceWindow) -> None:
    told: list[bool] = []
    window.shown_changed.connect(told.append)
    window.hide_now()
    assert not window.isVisible()
    handle = window.windowHandle()
    assert handle is None or not handle.isVisible()
    assert told == [False]


def test_old_prints_make_room(themed: Theme, page_view: AudienceView, now: datetime) -> None:
    prints = Prints(themed)
    size = QSize(1920, 1080)
    first = prints.get(page_view, now, size, 1.0, 0)
    assert prints.get(page_view, now, size, 1.0, 0).cacheKey() == first.cacheKey()
    for number in range(12):
        prints.get(replace(page_view, title=str(number)), now, size, 1.0, 0)
    assert prints.get(page_view, now, size, 1.0, 0).cacheKey() != first.cacheKey()


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_a_print_has_every_pixel_of_the_display(
    themed: Theme, page_view: AudienceView, now: datetime, ratio: float
) -> None:
    image = Prints(themed).get(page_view, now, QSize(961, 541), ratio, 0).toImage()
    assert (image.width(), image.height()) == (round(961 * ratio), round(541 * ratio))
    assert image.pixelColor(image.width() - 1, image.height() - 1) == QColor(themed.paper)
