"""The check of a projector: three questions, advice at a no, and a picture that goes when it should."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.audience.window import AudienceWindow
from facilitator.ui.display_memory import DisplayId
from facilitator.ui.displays import Display
from facilitator.ui.projector_check import ProjectorCheck, TrialPicture, offer_check
from facilitator.ui.room_screen import RoomScreenDialog, how_to_extend
from facilitator.ui.theme import Theme

AT = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
PLACE = QRect(1366, 0, 1920, 1080)
BEAMER = Display(DisplayId("", "", "", "BEAMER"), PLACE, (1920, 1080), is_console=False, is_room=True)
LAPTOP = Display(DisplayId("", "", "", "LAPTOP"), QRect(0, 0, 1366, 768), (1366, 768), is_console=True, is_room=False)


class OneBeamer(QObject):
    """A laptop and a beamer; the only screen that Qt has here plays the beamer's."""

    changed = Signal()
    mirrored = False

    def __init__(self, audience: AudienceWindow) -> None:
        super().__init__()
        self.audience = audience
        self.beamer: Display | None = BEAMER
        self.done: list[str] = []

    def choices(self) -> tuple[Display, ...]:
        return () if self.beamer is None else (self.beamer,)

    def displays(self) -> tuple[Display, ...]:
        return (LAPTOP, *self.choices())

    def screen_of(self, display: DisplayId) -> QScreen | None:
        there = self.beamer is not None and self.beamer.id == display
        return QGuiApplication.primaryScreen() if there else None

    def fill(self, screen: QScreen) -> None:
        self.done.append("filled")
        self.audience.show_on(screen)

    def show_audience(self) -> bool:
        self.done.append("room")
        return True

    def show_here(self) -> None:
        self.done.append("here")

    def say_checked(self, display: Display, at: datetime) -> None:
        self.done.append(f"checked {display.id.name} {at:%H:%M}")


@pytest.fixture
def audience(qtbot: QtBot, themed: Theme) -> AudienceWindow:
    window = AudienceWindow(themed)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def displays(audience: AudienceWindow) -> OneBeamer:
    return OneBeamer(audience)


@pytest.fixture
def console(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def dialog(displays: OneBeamer, audience: AudienceWindow, console: QWidget) -> RoomScreenDialog:
    dialog = RoomScreenDialog(displays, console)  # type: ignore[arg-type]  # what is used
    offer_check(dialog, displays, audience, lambda: AT)  # type: ignore[arg-type]
    dialog.open()
    return dialog


@pytest.fixture
def check(dialog: RoomScreenDialog, shot: Callable[[QWidget, str], None]) -> ProjectorCheck:
    """The questions, with the test picture on the beamer."""
    dialog.check_button.click()
    (found,) = dialog.findChildren(ProjectorCheck)
    shot(found, "projector-check")
    return found


def answer(check: ProjectorCheck, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(check, key)


def test_three_times_yes_is_remembered(check: ProjectorCheck, displays: OneBeamer, audience: AudienceWindow) -> None:
    assert audience.testing
    asked = []
    for _question in range(3):
        asked.append(check.asked.text())
        assert check.asked.text() in check.accept_button.accessibleDescription()
        assert displays.done == ["filled"]
        answer(check, Qt.Key.Key_Return)
    assert len(set(asked)) == 3
    assert displays.done == ["filled", "checked BEAMER 13:00"]
    assert not (check.isVisible())
    assert not (audience.testing)
    assert not (audience.isVisible())


def test_a_no_gives_advice_and_the_question_stays(check: ProjectorCheck) -> None:
    given = []
    for _question in range(3):
        asked = check.asked.text()
        check.no.click()
        given.append(check.advice.text())
        assert check.advice.isVisible()
        assert check.advice.text() in check.accept_button.accessibleDescription()
        assert check.asked.text() == asked
        check.accept_button.click()
    assert "1920 × 1080" in given[0]
    assert "overscan" in given[1]
    assert how_to_extend() in given[2]


def test_stopping_takes_the_picture_away_and_remembers_nothing(
    check: ProjectorCheck, displays: OneBeamer, audience: AudienceWindow
) -> None:
    answer(check, Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert not (check.isVisible())
    assert not (audience.testing)
    assert not (audience.isVisible())
    assert displays.done == ["filled"]


def test_when_the_window_goes_the_questions_go_too(
    check: ProjectorCheck, dialog: RoomScreenDialog, audience: AudienceWindow
) -> None:
    ended: list[int] = []
    check.finished.connect(ended.append)
    audience.hide_now()
    assert ended == [0]
    assert not (check.isVisible())
    assert not (audience.testing)
    assert dialog.isVisible()


def test_the_check_can_be_done_again(
    check: ProjectorCheck, dialog: RoomScreenDialog, audience: AudienceWindow, qtbot: QtBot
) -> None:
    answer(check, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.findChildren(ProjectorCheck))
    dialog.check_button.click()
    assert audience.testing
    dialog.reject()
    assert not (audience.testing)
    assert not (audience.isVisible())


@pytest.mark.parametrize(("full", "where"), [(True, []), (False, ["here"])])
def test_the_rooms_window_is_again_where_it_was(
    displays: OneBeamer, audience: AudienceWindow, full: bool, where: list[str]
) -> None:
    screen = QGuiApplication.primaryScreen()
    audience.show_on(screen) if full else audience.show_as_window(screen)
    trial = TrialPicture(displays, audience)  # type: ignore[arg-type]
    assert trial.begin(BEAMER)
    assert audience.testing
    trial.end()
    assert displays.done == ["filled", *where]
    assert audience.isVisible()
    assert not audience.testing
    audience.hide_now()


def test_a_display_that_is_gone_gets_no_picture(displays: OneBeamer, audience: AudienceWindow) -> None:
    displays.beamer = None
    assert not TrialPicture(displays, audience).begin(BEAMER)  # type: ignore[arg-type]
    assert not (audience.testing)
    assert not (audience.isVisible())


def test_the_question_tells_when_a_display_was_checked(dialog: RoomScreenDialog, displays: OneBeamer) -> None:
    assert "Not checked yet" in dialog.checked.text()
    displays.beamer = Display(BEAMER.id, PLACE, (1920, 1080), is_console=False, is_room=True, checked=AT)
    displays.changed.emit()
    assert "24 november 2026" in dialog.checked.text()
    displays.beamer = None
    displays.changed.emit()
    assert not (dialog.checked.isVisible())
    assert not (dialog.check_button.isVisible())
