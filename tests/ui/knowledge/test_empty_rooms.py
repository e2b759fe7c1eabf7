"""Every room has something to say, and a way back, when there is nothing in it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.content.library import Library
from facilitator.ui.knowledge.knowledge import Knowledge
from facilitator.ui.knowledge.rooms import ROOMS
from tests.ui.desk import Desk
from tests.ui.knowledge.conftest import Shown


@pytest.fixture
def bare(made: Desk, qtbot: QtBot) -> Shown:
    """The pages about what is known where nothing is."""
    shown = Shown(Knowledge(replace(made.services, library=lambda: Library((), (), ()))))
    qtbot.addWidget(shown.stack)
    shown.stack.resize(1060, 700)
    shown.stack.show()
    return shown


NOTHING = {
    "facts": "There are no fact checks here.",
    "infographic": "No picture can be made: there are no cards with these figures.",
    "instruments": "There is no instrument here.",
    "frustrations": "The texts of the Frustratiewijzer are not here.",
    "self-study": "There are no modules on this laptop. Import a pack to get some.",
}
"""What is said in the rooms that live by what came with the program; the others tell what can be done there."""


def texts(page: QWidget) -> list[str]:
    """What can be read on a page."""
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


@pytest.mark.parametrize("name", [room.name for room in ROOMS])
def test_an_empty_room_says_so_and_leads_back(bare: Shown, name: str, qtbot: QtBot) -> None:
    next(room for room in ROOMS if room.name == name).enter(bare.knowledge)
    assert not bare.at_hub
    page = bare.page
    qtbot.waitUntil(lambda: NOTHING.get(name, texts(page)[0]) in texts(page))
    assert len(texts(page)) <= 5
    assert not bare.said
    back = next(button for button in page.findChildren(QPushButton) if button.isVisible() and "Back" in button.text())
    back.click()
    assert bare.at_hub
