from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from facilitator.ui.widgets.emptying import empty_layout
from facilitator.ui.widgets.label import PlainLabel
from tests.waiting import until


def test_what_is_taken_out_is_out_of_sight_at_once_and_gone_after(qtbot: QtBot) -> None:
    holder, label = QWidget(), PlainLabel("old")
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    column.addWidget(label)
    column.addStretch(1)
    holder.show()
    empty_layout(column)
    assert column.count() == 0
    assert not label.isVisible()
    assert isValid(label), "it may be in the middle of telling that it was pressed"
    until(qtbot, lambda: not isValid(label))
