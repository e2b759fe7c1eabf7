"""Scenes of learning: the modules of self-study, a step of one, and the training plan."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from facilitator.core.training import Aim, Way
from facilitator.storage import training
from facilitator.ui.destinations import KNOWLEDGE
from facilitator.ui.knowledge.hub_page import HubPage
from facilitator.ui.knowledge.knowledge import Knowledge
from facilitator.ui.knowledge.self_study import room as self_study_room
from facilitator.ui.knowledge.self_study.self_study import SelfStudy
from facilitator.ui.knowledge.self_study.study_page import StudyPage
from facilitator.ui.knowledge.training import room as training_room
from facilitator.ui.knowledge.training.training import Training

if TYPE_CHECKING:
    from tests.ui.access.house import House

AIMS = (
    Aim(
        "t-1",
        "Lokaal team Noord",
        "jeugdprofessionals",
        "Zelfstudie: informatie delen en privacy",
        Way.MODULE,
        "zelfstudie-informatie-delen",
        8,
        by=date(2026, 11, 1),
        done=3,
        note="In oktober begonnen.",
    ),
    Aim("t-2", "Lokaal team Noord", "", "Verkorte Balint", Way.SESSION, "balint", 2, ("Mo Bakker", "Fatima Yilmaz")),
    Aim("t-3", "Basisschool De Wilg", "intern begeleiders", "werkbezoek", people=2, done=2, by_words="na de zomer"),
)


def _knowledge(house: House) -> Knowledge:
    house.desk.go(KNOWLEDGE)
    assert isinstance(house.desk.stack.currentWidget(), HubPage)
    found = house.desk.findChild(Knowledge)
    assert found is not None
    return found


def modules(house: House) -> QWidget:
    """The modules there are."""
    knowledge = _knowledge(house)
    self_study_room.enter(knowledge)
    room = knowledge.findChild(SelfStudy)
    assert room is not None
    house.wait(lambda: room.page is not None and len(room.page.rows) >= 3, quiet=0.2)
    return house.desk


def step(house: House) -> QWidget:
    """A step of a module, with an answer that was chosen."""
    modules(house)
    room = house.desk.findChild(SelfStudy)
    assert room is not None
    room.open("zelfstudie-casusoverleg")
    page = house.desk.stack.currentWidget()
    assert isinstance(page, StudyPage)
    page.go_to(2)
    page.choose(1)
    house.wait()
    return house.desk


def plan(house: House) -> QWidget:
    """The training plan of two teams."""
    house.program.services.store.ask(lambda connection: training.keep(connection, AIMS)).result(20)
    knowledge = _knowledge(house)
    training_room.enter(knowledge)
    room = knowledge.findChild(Training)
    assert room is not None
    house.wait(lambda: room.page is not None and len(room.page.shown) == len(AIMS), quiet=0.2)
    return house.desk


def aim(house: House) -> QWidget:
    """A line of it that is changed."""
    plan(house)
    room = house.desk.findChild(Training)
    assert room is not None
    room.change()
    assert room.dialog is not None
    house.wait(room.dialog.isVisible)
    return room.dialog
