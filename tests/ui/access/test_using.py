"""What can be hit, reached and read: targets, the Tab key, each look, text twice as large; nothing moves by itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from facilitator.ui.theme import Variant
from facilitator.ui.widgets import ProgressPanel
from tests.ui.access.house import SCENES, House, dress, show, undress
from tests.ui.access.measuring import faint_edges, faint_rings, faint_selection, faint_texts
from tests.ui.access.room import cut_off, name_of, small_targets, stops, walk

ENLARGED = [(scene, percent) for percent in (150, 200) for scene in SCENES]
"""Size by size: another one dresses all windows anew."""
OTHER_LOOKS = [variant for variant in Variant if variant is not Variant.LIGHT]
LEAST_TEXTS = 3
"""A scene with fewer pieces of text was not looked at at all."""


@pytest.fixture(scope="module", params=SCENES)
def window(request: pytest.FixtureRequest, built: House) -> QWidget:
    """A scene at the usual size of text, shown once for all questions about it."""
    undress(built)
    return show(built, request.param)


def _faint(window: QWidget) -> list[str]:
    return faint_texts(window, LEAST_TEXTS) + faint_selection() + faint_edges(window)


def _within(house: House, window: QWidget) -> QWidget | None:
    """The panel that keeps the keyboard, if one is open."""
    led = house.program.leading
    return None if led is None or window is not house.desk else led.console.panels.top


def test_every_target_can_be_hit(window: QWidget) -> None:
    assert small_targets(window) == []


def test_every_control_has_a_name_and_a_role(window: QWidget) -> None:
    nameless = []
    for widget in stops(window):
        told = QAccessible.queryAccessibleInterface(widget)
        name = told.text(QAccessible.Text.Name)
        plain = told.role() in {QAccessible.Role.NoRole, QAccessible.Role.Client}
        if not name or (plain and not isinstance(widget, QScrollArea)):  # Qt has no role for what scrolls
            nameless.append(f"{name_of(widget)}: {told.role()}")
    assert nameless == []


def test_nothing_moves_by_itself(built: House, window: QWidget) -> None:
    built.wait(quiet=0.1)
    before = window.grab().toImage()
    built.wait(quiet=0.25)
    assert window.grab().toImage() == before
    running = [a for a in window.findChildren(QAbstractAnimation) if a.state() is QAbstractAnimation.State.Running]
    assert running == []
    assert not any(tree.isAnimated() for tree in window.findChildren(QTreeView))


def test_everything_can_be_read(window: QWidget) -> None:
    assert _faint(window) == []


def test_tab_reaches_every_control_in_sight_and_comes_back(built: House, window: QWidget) -> None:
    wanted = stops(window, _within(built, window))
    hidden: list[str] = []
    seen = walk(window, hidden=hidden)
    assert [name_of(widget) for widget in wanted - set(seen)] == []
    assert hidden == []
    assert set(walk(window, Qt.Key.Key_Backtab)) == set(seen)


def test_everything_and_the_keyboard_can_be_seen_in_every_look(built: House, window: QWidget) -> None:
    """The last of the questions: the keyboard is put everywhere, and the window stays in another look."""
    faint = {Variant.LIGHT: faint_rings(window)}
    for variant in OTHER_LOOKS:
        dress(built, variant)
        faint[variant] = _faint(window) + faint_rings(window)
    assert faint == {variant: [] for variant in Variant}


@pytest.mark.parametrize(("scene", "percent"), ENLARGED)
def test_larger_text_is_cut_off_nowhere(built: House, scene: str, percent: int) -> None:
    undress(built, percent)
    large = show(built, scene)
    assert (large.width() <= 1280, large.height() <= 720) == (True, True), large.size()
    assert cut_off(large) == []
    assert small_targets(large) == []


@pytest.mark.parametrize("scene", ["start", "console", "prepare-meeting"])
def test_text_can_grow_while_a_window_is_open(house: House, scene: str) -> None:
    shown = show(house, scene)
    dress(house, Variant.LIGHT, 200)
    house.wait(quiet=0.2)
    assert cut_off(shown) == []


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
def small(qtbot: QtBot) -> Callable[..., QWidget]:
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


def test_a_small_button_is_told(small: Callable[..., QWidget]) -> None:
    button = QPushButton("x")
    button.setAccessibleName("Sluiten")
    button.setFixedSize(20, 30)
    assert [told.partition(" x ")[0] for told in small_targets(small(button))] == ["Sluiten: 20"]


@pytest.mark.parametrize("kind", [QLabel, QPushButton])
def test_a_text_that_does_not_fit_is_told(small: Callable[..., QWidget], kind: type[QLabel | QPushButton]) -> None:
    widget = kind("Een tekst die hier niet past")
    widget.setFixedWidth(60)
    assert cut_off(small(widget)) != []


def test_a_text_that_is_outside_of_what_holds_it_is_told(small: Callable[..., QWidget]) -> None:
    holder = QWidget()
    label = QLabel("Onder de rand", holder)
    label.move(0, 90)
    holder.setFixedSize(200, 100)
    assert len(cut_off(small(holder))) == 1


def test_a_control_that_tab_passes_by_is_told(small: Callable[..., QWidget]) -> None:
    first, second, third = QPushButton("een"), QPushButton("twee"), QPushButton("drie")
    made = small(first, second, third)
    QWidget.setTabOrder(first, third)
    second.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    made.activateWindow()
    first.setFocus()
    QTest.qWait(20)
    assert set(walk(made)) == {first, third}
    second.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    assert second in stops(made)


def test_a_bar_that_moves_would_be_seen(small: Callable[..., QWidget]) -> None:
    bar = QProgressBar()
    bar.setRange(0, 0)
    made = small(bar)
    made.resize(400, 60)
    QTest.qWait(50)
    before = made.grab().toImage()
    QTest.qWait(250)
    assert made.grab().toImage() != before
