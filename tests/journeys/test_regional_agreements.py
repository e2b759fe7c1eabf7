"""From the model of a region to the instruction of a municipality, and from a session back to its paragraph."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.core.own_agreement import Choice
from facilitator.report.instruction import Shape
from facilitator.ui.destinations import REGION
from facilitator.ui.region.instruction_page import InstructionPage
from facilitator.ui.region.own_page import OwnPage
from facilitator.ui.region.region import Region
from facilitator.ui.region.start_page import RegionPage
from tests.journeys.conftest import Facilitator, Modifier, Start
from tests.report.reading import seen


def begun(one: Facilitator) -> tuple[Region, OwnPage]:
    """A municipality that begins with the model that comes with the program."""
    desk = one.program.desk
    assert desk is not None
    desk.go(REGION)
    start = desk.stack.currentWidget()
    assert isinstance(start, RegionPage)
    one.wait(lambda: start.model.count() > 0)
    start.name.setFocus()
    one.type("Voorbeeldstad")
    one.press(Qt.Key.Key_Return)
    one.wait(lambda: isinstance(desk.stack.currentWidget(), OwnPage))
    page = desk.stack.currentWidget()
    assert isinstance(page, OwnPage)
    region = desk.findChild(Region)
    assert region is not None
    return region, page


def test_from_the_model_to_the_instruction_by_keyboard(facilitator: Start) -> None:
    one = facilitator()
    region, page = begun(one)
    one.wait(page.outline.hasFocus)
    one.press(Qt.Key.Key_1)  # take the first paragraph over, and fill in what it asks
    one.press(Qt.Key.Key_Return)
    one.type("de contactpersoon van het team")
    one.press(Qt.Key.Key_J, Modifier.ControlModifier)
    one.press(Qt.Key.Key_3)
    one.press(Qt.Key.Key_Return)
    one.type("Hier meldt iedereen via de regio.")
    assert page.progress.text().startswith("2 van 23 gekozen")
    one.press(Qt.Key.Key_Return, Modifier.ControlModifier)
    desk = one.program.desk
    assert desk is not None
    one.wait(lambda: isinstance(desk.stack.currentWidget(), InstructionPage))
    shown = desk.stack.currentWidget()
    assert isinstance(shown, InstructionPage)
    one.wait(lambda: bool(shown.view.sheets))
    one.press(Qt.Key.Key_Space)
    one.wait(shown.outcome.isVisible)
    text = " ".join(seen((shown.folder / shown.jobs[Shape.PDF].path).read_bytes()).split())
    assert "Vragen over het advies gaan naar de contactpersoon van het team." in text
    assert "Hier meldt iedereen via de regio." not in text
    assert "Concept: dit is nog niet vastgesteld." in text
    assert region.dialog is None
    assert QApplication.activeModalWidget() is None


def test_what_was_chosen_is_there_after_a_new_start(facilitator: Start) -> None:
    one = facilitator()
    _region, page = begun(one)
    one.wait(page.outline.hasFocus)
    one.press(Qt.Key.Key_1)
    one.close()
    again_one = facilitator()
    desk = again_one.program.desk
    assert desk is not None
    desk.go(REGION)
    start = desk.stack.currentWidget()
    assert isinstance(start, RegionPage)
    again_one.wait(lambda: len(start.rows) == 1)
    next(iter(start.rows.values())).click()
    again_one.wait(lambda: isinstance(desk.stack.currentWidget(), OwnPage))
    again = desk.stack.currentWidget()
    assert isinstance(again, OwnPage)
    assert again.draft.tree.of("advies").choice is Choice.TAKEN_OVER
