"""The keyboard is never lost: not when a panel or a dialog closes, nor when what had it goes away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from facilitator.ui.console.keys import Command
from facilitator.ui.prepare.prepare_page import PreparePage
from facilitator.ui.widgets.dialog import Question
from tests.ui.access.house import SCENES, House, show
from tests.ui.access.room import is_in_sight

PANELS = [scene for scene in SCENES if scene in {"console-keys", "console-people", "console-read-back", "console-form"}]
DIALOGS = [scene for scene in SCENES if scene.startswith("dialog-")]


def focused() -> QWidget:
    """What has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the keyboard"
    return found


@pytest.mark.parametrize("scene", [*PANELS, "console-decide", "console-weigh", "console-check"])
def test_a_panel_that_closes_gives_the_keyboard_to_the_typing_line(house: House, scene: str) -> None:
    show(house, scene)
    assert house.console.panels.top is not None
    while house.console.panels.top is not None:
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert focused() is house.console.step.entry.field


@pytest.mark.parametrize("scene", DIALOGS)
def test_a_dialog_that_closes_gives_the_keyboard_back(house: House, scene: str) -> None:
    dialog = show(house, scene)
    assert isinstance(dialog, QDialog)
    assert dialog.isAncestorOf(focused())
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    if isinstance(asked := QApplication.activeModalWidget(), Question):  # what it holds would be lost
        asked.accept_button.click()
    assert not dialog.isVisible()
    house.desk.activateWindow()  # what a window manager does
    house.wait(house.desk.isActiveWindow)
    assert is_in_sight(focused(), house.desk)


def test_a_row_that_is_removed_leaves_the_keyboard_in_its_list(house: House) -> None:
    show(house, "console")
    answers = house.console.step.answers.list
    answers.setFocus(Qt.FocusReason.TabFocusReason)
    count = len(answers.rows)
    answers.choose(answers.rows[0].id)
    house.console.commands.run(Command.REMOVE)
    assert len(answers.rows) == count - 1
    assert focused().window() is house.desk


def test_an_organisation_that_is_removed_leaves_the_keyboard_on_the_page(house: House) -> None:
    show(house, "prepare-people")
    page = house.desk.stack.currentWidget()
    assert isinstance(page, PreparePage)
    card = page.people_part.organisations
    card.table.setFocus()
    card.table.setCurrentRow(0)
    card.remove.setFocus()
    QTest.keyClick(card.remove, Qt.Key.Key_Space)
    assert len(page.draft.organisations) == 2
    assert is_in_sight(focused(), house.desk)


def test_a_message_stays_while_the_keyboard_is_in_it(house: House) -> None:
    show(house, "start")
    toast = house.desk.toast
    house.desk.messages.say("De kopie is gemaakt.")
    toast.close_button.setFocus()
    toast._timer.timeout.emit()
    assert toast.isVisible()
    house.desk.sidebar.button("start").setFocus()
    toast._timer.timeout.emit()
    assert not toast.isVisible()


def test_a_message_that_goes_away_leaves_the_keyboard_on_the_page(house: House) -> None:
    show(house, "toast")
    toast = house.desk.toast
    toast.close_button.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert not toast.isVisible()
    assert focused().window() is house.desk
    assert is_in_sight(focused(), house.desk)
