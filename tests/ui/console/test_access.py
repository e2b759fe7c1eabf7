"""Keyboard and screen reader: everything is reachable, has a name, and is large enough to hit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)

from facilitator.core.attendance import began
from facilitator.core.people import Stay
from facilitator.ui.console.row_list import RowList
from tests.builders import CASE, CASE_SCRIPT, Table
from tests.ui.console.case_table import full_table
from tests.ui.console.conftest import Led

PANELS = ("", "F1", "F10", "Ctrl+R", "form", "Ctrl+F10", "Ctrl+Shift+L", "times")


@pytest.fixture(params=PANELS)
def opened(request: pytest.FixtureRequest, led: Led) -> Led:
    """The console with something of everything, bare or with a panel open."""
    led.type("Een antwoord", "Return")
    led.type("#@pol belt", "Return", "F2")
    led.type("Notitie", "Return", "F3")
    led.type("Tolk", "Return")
    if request.param == "form":
        led.console.commands.open_agreement(None)
    elif request.param == "times":
        away = (Stay(None, began(led.session)), Stay(led.running.now()))
        led.console.deeds.correct_presence("d-1", away)
        led.console.panels.people.begin()
        led.console.panels.people.list.opened.emit("d-1")
    elif request.param:
        led.press(request.param)
    return led


def reachable(console: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in console.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def test_every_control_has_a_name(opened: Led) -> None:
    nameless = []
    for widget in reachable(opened.console):
        inner = isinstance(widget.parent(), QComboBox | QAbstractScrollArea)
        name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        if not name and not inner:
            nameless.append(widget)
    assert nameless == []


def test_every_control_is_large_enough(opened: Led) -> None:
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox)
    small = [w for w in reachable(opened.console) if isinstance(w, kinds) and min(w.width(), w.height()) < 24]
    small = [w for w in small if not isinstance(w.parent(), QAbstractSpinBox)]  # which is hit as a whole
    assert [(type(w).__name__, w.accessibleName(), w.size()) for w in small] == []


@pytest.mark.parametrize("key", ["", "Ctrl+D", "Ctrl+W", "Ctrl+M"])
def test_what_belongs_to_a_case_has_a_name_and_is_large_enough(lead: Callable[..., Led], key: str) -> None:
    led = lead(full_table())
    led.press(*([key] if key else []))
    for widget in reachable(led.console):
        if isinstance(widget, QAbstractButton | QLineEdit):
            assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            assert min(widget.width(), widget.height()) >= 24, widget.accessibleName()


def test_tab_reaches_the_case_line(lead: Callable[..., Led]) -> None:
    led = lead(full_table())
    seen = []
    for _time in range(80):
        led.press("Tab")
        seen.append(QApplication.focusWidget())
    assert set(led.console.step.head.case.buttons.values()) <= set(seen)


def test_tab_goes_everywhere_and_comes_back(led: Led) -> None:
    led.type("Een antwoord", "Return")
    start = led.console.step.entry.field
    seen: list[QWidget] = []
    for _time in range(80):
        led.press("Tab")
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused)
        if focused is start:
            break
    assert seen[-1] is start
    lists = {led.console.programme.list, led.console.step.answers.list, led.console.side.agreements.list}
    buttons = {led.console.step.bottom.black, led.console.step.bottom.next, led.console.top.leave}
    assert lists | buttons <= set(seen)


def test_a_click_on_a_button_leaves_the_keyboard_in_the_line(led: Led) -> None:
    for button in led.console.findChildren(QAbstractButton):
        inside_panel = any(panel.isAncestorOf(button) for panel in led.console.panels)
        if not inside_panel:
            assert not button.focusPolicy() & Qt.FocusPolicy.ClickFocus, button.accessibleName()
    for rows in led.console.findChildren(RowList):
        assert not rows.focusPolicy() & Qt.FocusPolicy.ClickFocus


def test_rows_are_read_with_all_that_belongs_to_them(lead: Callable[..., Led]) -> None:
    led = lead(Table(CASE_SCRIPT, CASE).started().at_step("casus"))
    led.type("@pol Bellen", "Return")
    led.press("F8")
    model = led.console.step.answers.list.model()
    assert model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == "Bellen, Politie, shown"


def test_the_key_sheet_opens_and_closes_with_one_key(led: Led) -> None:
    led.press("F1")
    assert led.console.panels.sheet.isVisible()
    led.press("F1")
    assert not led.console.panels.sheet.isVisible()
    assert led.console.step.entry.field.hasFocus()
