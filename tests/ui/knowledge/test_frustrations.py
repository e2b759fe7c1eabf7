"""The frustratiewijzer as a way in: choose a sentence, read what may help, go on; and how often it came back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.core.vocabulary import Frustration
from facilitator.storage.frustration_rows import Returning, Seen
from facilitator.ui.knowledge.frustrations.page import FrustrationsPage
from tests.shipped import shipped_library

SEEN = Seen("s-1", "Het Gesprek", "Wijk Noord", date(2026, 11, 17), 7, 1)


@pytest.fixture
def page(qtbot: QtBot) -> FrustrationsPage:
    """The page with what comes with the program."""
    library = shipped_library()
    page = FrustrationsPage(
        library.frustrations, {card.id: card for card in library.cards}, {each.id: each for each in library.scripts}
    )
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    qtbot.waitExposed(page)
    return page


def test_it_begins_at_the_first_and_a_digit_chooses_another(page: FrustrationsPage, qtbot: QtBot) -> None:
    page.enter()
    assert page.choices[Frustration.DIRECTION].isChecked()
    qtbot.keyClick(page, Qt.Key.Key_3)
    assert page.choices[Frustration.TRUST].isChecked()
    assert page.title.text().startswith("Ik vertrouw er niet op")
    assert "warm over" in page.about.toPlainText()


def test_it_leads_to_scripts_and_cards_that_are_there(page: FrustrationsPage, qtbot: QtBot) -> None:
    page.choose(Frustration.TRUST)
    with qtbot.waitSignal(page.script_chosen) as script:
        page.ways["overdracht-oefenen"].click()
    with qtbot.waitSignal(page.card_chosen) as card:
        page.ways["warme-overdracht"].click()
    assert (script.args, card.args) == (["overdracht-oefenen"], ["warme-overdracht"])


def test_what_is_not_there_is_not_offered(qtbot: QtBot) -> None:
    known = replace(shipped_library().frustrations[0], cards=("weg",), scripts=("weg",))
    page = FrustrationsPage((known,), {}, {})
    qtbot.addWidget(page)
    assert page.ways == {}


def test_how_often_it_came_back(page: FrustrationsPage) -> None:
    few = replace_people(SEEN, None)
    said = Returning((SEEN, few, replace_people(SEEN, 0)), 2, 1, 1)
    page.show_returning({each: Returning() for each in Frustration} | {Frustration.DIRECTION: said})
    assert page.choices[Frustration.DIRECTION].often.text() == "in 3 sessions, recognised 7 times"
    assert page.choices[Frustration.TRUST].often.text() == "not named in a session yet"
    told = page.practice.toPlainText()
    assert "Wijk Noord" in told
    assert ": 7 people" in told
    assert "fewer than 5 people" in told
    assert "2 agreements are about it: 1 kept, 1 open." in told


def replace_people(seen: Seen, people: int | None) -> Seen:
    return seen._replace(people=people)


def test_one_that_never_came_back_says_how_it_is_counted(page: FrustrationsPage) -> None:
    page.show_returning(dict.fromkeys(Frustration, Returning()))
    assert "Ctrl+Shift+F" in page.practice.toPlainText()
    page.choose(Frustration.KNOWLEDGE)
    assert "Ctrl+Shift+F" in page.practice.toPlainText()


def test_of_many_sessions_the_newest_stand_there(page: FrustrationsPage) -> None:
    page.show_returning(dict.fromkeys(Frustration, Returning((SEEN,) * 8)))
    assert "And 2 sessions before." in page.practice.toPlainText()


def test_escape_leads_back(page: FrustrationsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
