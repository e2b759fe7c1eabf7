"""Esc leads back from anywhere on a page, and so does the button."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.widgets import LineEdit
from facilitator.ui.widgets.back_button import BackButton


@pytest.mark.parametrize("by_key", [True, False])
def test_both_lead_back(qtbot: QtBot, by_key: bool) -> None:
    page = QWidget()
    back, line = BackButton(page), LineEdit("Team")
    column = QVBoxLayout(page)
    column.addWidget(back)
    column.addWidget(line)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    line.setFocus()
    with qtbot.waitSignal(back.clicked):
        if by_key:
            qtbot.keyClick(line, Qt.Key.Key_Escape)
        else:
            qtbot.keyClick(back, Qt.Key.Key_Return)
