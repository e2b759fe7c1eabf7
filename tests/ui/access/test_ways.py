"""One way back and one way to see where one is, on every page that was opened from another."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.ui.after.after_page import AfterPage
from facilitator.ui.desk_keys import CASUISTRY, DESTINATIONS, KNOWLEDGE, REGION, SESSIONS
from facilitator.ui.widgets.back_button import BackButton
from tests.ui.access.house import House, show

WITHIN = {
    "editor": CASUISTRY,
    "pack": CASUISTRY,
    "prepare-script": SESSIONS,
    "prepare-people": SESSIONS,
    "after": SESSIONS,
    "house-styles": SESSIONS,
    "house-styles-empty": SESSIONS,
    "region-own": REGION,
    "help-desk": KNOWLEDGE,
    "help-desk-kept": KNOWLEDGE,
    "knowledge-card": KNOWLEDGE,
    "knowledge-facts": KNOWLEDGE,
    "knowledge-frustrations": KNOWLEDGE,
    "knowledge-infographic": KNOWLEDGE,
    "knowledge-modules": KNOWLEDGE,
    "knowledge-self-study": KNOWLEDGE,
    "knowledge-training": KNOWLEDGE,
    "knowledge-walk": KNOWLEDGE,
    "knowledge-review": KNOWLEDGE,
}
"""The scenes of pages that one comes to from another page, and in which destination each of them is."""


def page_of(house: House) -> QWidget:
    page = house.desk.stack.currentWidget()
    assert page is not None
    return page


@pytest.mark.parametrize(("scene", "name"), WITHIN.items(), ids=WITHIN)
def test_the_way_back_is_in_one_corner_and_the_sidebar_tells_where_one_is(house: House, scene: str, name: str) -> None:
    show(house, scene)
    sidebar, page = house.desk.sidebar, page_of(house)
    marked = [place.name for place in DESTINATIONS if sidebar.button(place.name).isChecked()]
    assert marked == [name]
    backs = [button for button in page.findChildren(BackButton) if button.isVisible()]
    assert [(back.text(), back.mapTo(page, back.rect().topLeft()).toTuple()) for back in backs] == [("Terug", (36, 26))]


@pytest.mark.parametrize("scene", WITHIN)
def test_esc_leads_back_from_wherever_the_keyboard_is(house: House, scene: str) -> None:
    show(house, scene)
    page = page_of(house)
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClick(here, Qt.Key.Key_Escape)
    house.wait(lambda: house.desk.stack.currentWidget() is not page)


def test_a_panel_over_a_page_is_closed_first(house: House) -> None:
    show(house, "after")
    page = page_of(house)
    assert isinstance(page, AfterPage)
    panel = page.checking
    panel.open()
    QTest.keyClick(panel.close_button, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert house.desk.stack.currentWidget() is page
