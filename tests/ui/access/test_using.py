"""What can be hit, reached and read: targets, the Tab key, text twice as large, and nothing that moves by itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QProgressBar,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from facilitator.ui.theme import Variant
from facilitator.ui.widgets import ProgressPanel
from tests.ui.access.house import SCENES, House, dress, show
from tests.ui.access.room import cut_off, is_in_sight, name_of, small_targets, stops, walk

PERCENTS = (150, 200)


@pytest.mark.parametrize("scene", SCENES)
def test_every_target_can_be_hit(house: House, scene: str) -> None:
    assert small_targets(show(house, scene)) == []


@pytest.mark.parametrize("scene", SCENES)
def test_tab_reaches_every_control_and_comes_back(house: House, scene: str) -> None:
    window = show(house, scene)
    led = house.program.leading
    panel = None if led is None or window is not house.desk else led.console.panels.top
    wanted = stops(window, panel)
    seen = walk(window)
    assert [name_of(widget) for widget in wanted - set(seen)] == []
    assert set(walk(window, Qt.Key.Key_Backtab)) == set(seen)


@pytest.mark.parametrize("scene", SCENES)
def test_what_has_the_keyboard_is_in_sight(house: House, scene: str) -> None:
    window = show(house, scene)
    hidden = []
    for widget in walk(window):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        house.wait(quiet=0)
        if not is_in_sight(widget, window):
            hidden.append(name_of(widget))
    assert hidden == []


@pytest.mark.parametrize("percent", PERCENTS)
@pytest.mark.parametrize("scene", SCENES)
def test_larger_text_is_cut_off_nowhere(house: House, scene: str, percent: int) -> None:
    dress(house, Variant.LIGHT, percent)
    window = show(house, scene)
    assert (window.width() <= 1280, window.height() <= 720) == (True, True), window.size()
    assert cut_off(window) == []
    assert small_targets(window) == []


@pytest.mark.parametrize("scene", ["start", "console", "prepare-meeting"])
def test_text_can_grow_while_a_window_is_open(house: House, scene: str) -> None:
    window = show(house, scene)
    dress(house, Variant.LIGHT, 200)
    house.wait(quiet=0.2)
    assert cut_off(window) == []


@pytest.mark.parametrize("scene", SCENES)
def test_nothing_moves_by_itself(house: House, scene: str, monkeypatch: pytest.MonkeyPatch) -> None:
    flash = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)  # the caret blinks as the system wishes, or not
    window = show(house, scene)
    house.wait(quiet=0.15)
    before = window.grab().toImage()
    house.wait(quiet=0.25)
    assert window.grab().toImage() == before
    running = [a for a in window.findChildren(QAbstractAnimation) if a.state() is QAbstractAnimation.State.Running]
    QApplication.setCursorFlashTime(flash)
    assert running == []
    assert not any(tree.isAnimated() for tree in window.findChildren(QTreeView))


@pytest.mark.parametrize("effect", [effect for effect in Qt.UIEffect if effect is not Qt.UIEffect.UI_General])
def test_menus_and_lists_do_not_slide_in(house: House, effect: Qt.UIEffect) -> None:
    assert not QApplication.isEffectEnabled(effect)


def test_a_job_of_unknown_length_stands_still(qtbot: QtBot) -> None:
    panel = ProgressPanel("Bezig …")
    qtbot.addWidget(panel)
    panel.resize(400, 80)
    panel.show()
    qtbot.wait(50)
    before = panel.grab().toImage()
    qtbot.wait(250)
    assert panel.grab().toImage() == before


# ---- that it would be seen


@pytest.fixture
def window(qtbot: QtBot) -> Callable[..., QWidget]:
    def build(*widgets: QWidget) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        for widget in widgets:
            column.addWidget(widget)
        qtbot.addWidget(made)
        made.show()
        qtbot.waitExposed(made)
        return made

    return build


def test_a_small_button_is_told(window: Callable[..., QWidget]) -> None:
    button = QPushButton("x")
    button.setAccessibleName("Sluiten")
    button.setFixedSize(20, 40)
    assert small_targets(window(button)) == ["Sluiten: 20 x 40"]


@pytest.mark.parametrize("kind", [QLabel, QPushButton])
def test_a_text_that_does_not_fit_is_told(window: Callable[..., QWidget], kind: type[QLabel | QPushButton]) -> None:
    widget = kind("Een tekst die hier niet past")
    widget.setFixedWidth(60)
    assert cut_off(window(widget)) != []


def test_a_text_that_is_outside_of_what_holds_it_is_told(window: Callable[..., QWidget]) -> None:
    holder = QWidget()
    label = QLabel("Onder de rand", holder)
    label.move(0, 90)
    holder.setFixedSize(200, 100)
    assert len(cut_off(window(holder))) == 1


def test_a_control_that_tab_passes_by_is_told(window: Callable[..., QWidget]) -> None:
    first, second, third = QPushButton("een"), QPushButton("twee"), QPushButton("drie")
    made = window(first, second, third)
    QWidget.setTabOrder(first, third)
    second.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    made.activateWindow()
    first.setFocus()
    QTest.qWait(20)
    assert set(walk(made)) == {first, third}
    second.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    assert second in stops(made)


def test_a_bar_that_moves_would_be_seen(window: Callable[..., QWidget]) -> None:
    bar = QProgressBar()
    bar.setRange(0, 0)
    made = window(bar)
    made.resize(400, 60)
    QTest.qWait(50)
    before = made.grab().toImage()
    QTest.qWait(250)
    assert made.grab().toImage() != before
