"""Het Gesprek from the start page to paper in participants' hands, by keyboard."""

import pytest
from PySide6.QtCore import Qt

from facilitator.core.audience import Scene
from facilitator.core.events import Screen
from facilitator.core.session import State
from facilitator.ui.start.start_page import StartPage
from tests.journeys.conftest import Facilitator, Modifier, Start
from tests.journeys.ways import begin, close_by_reading_back, make_documents, page_of, prepare


def talk(one: Facilitator) -> None:
    """Lead the first steps: answers, a private note, something parked, agreements."""
    begin(one)
    one.wait(lambda: one.session.course.state is State.RUNNING)
    one.minutes_pass(10)
    one.press(Qt.Key.Key_PageDown)
    one.enter("Bel de buren? @pol")
    one.enter("Eerder weten of het is opgepakt @school")
    one.press(Qt.Key.Key_F8, Modifier.ShiftModifier)
    one.press(Qt.Key.Key_F2)
    one.enter("Let op de spanning bij de school")
    one.press(Qt.Key.Key_F3)
    one.enter("Wat mag de wijkagent delen?")
    one.press(Qt.Key.Key_F4)
    one.enter("@Veilig Thuis een vaste contactpersoon doorgeven aan @Basisschool De Linde vóór 1 dec")
    one.enter("@Politie meelopen op straat met @Veilig Thuis elke maand")
    one.minutes_pass(12)


@pytest.fixture
def led(facilitator: Start) -> Facilitator:
    """A meeting that is being led, two agreements on."""
    one = facilitator()
    prepare(one)
    talk(one)
    return one


def test_what_was_typed_stands_in_the_session(led: Facilitator) -> None:
    book = led.session.notebook
    names = {partner.id: partner.name for partner in book.partners}
    assert [p.name for p in book.partners] == ["Politie", "Veilig Thuis", "Basisschool De Linde"]
    assert [(a.text, names[a.partner_id or ""], a.shown) for a in book.answers] == [
        ("Bel de buren?", "Politie", True),
        ("Eerder weten of het is opgepakt", "Basisschool De Linde", True),
    ]
    assert [note.text for note in book.notes] == ["Let op de spanning bij de school"]
    assert [item.text for item in book.parked] == ["Wat mag de wijkagent delen?"]
    assert [(names[a.owner_id or ""], str(a.deadline or a.rhythm)) for a in book.agreements] == [
        ("Veilig Thuis", "2026-12-01"),
        ("Politie", "elke maand"),
    ]


def test_the_room_sees_its_question_and_the_answers_that_were_shown(led: Facilitator) -> None:
    view = led.program.stage.audience.view
    assert (view.scene, view.title) == (Scene.PAGE, "Wat doe jij, en wat doe jij niet?")
    assert [answer.text for answer in view.answers] == ["Bel de buren?", "Eerder weten of het is opgepakt"]
    led.press(Qt.Key.Key_F5)
    assert led.program.stage.audience.view.scene is Scene.BLACK
    led.press(Qt.Key.Key_F5)
    assert led.program.stage.audience.view == view


def test_a_whole_meeting_ends_on_paper(led: Facilitator) -> None:
    found = make_documents(led, close_by_reading_back(led))
    assert len(found) == 12  # three of the whole, and of each of three readers: their own, their organisation's, hours
    contact, walk = "Een vaste contactpersoon doorgeven", "Meelopen op straat"
    holders = {
        name.split("/")[-1].split(" - ")[0]: (contact in text, walk in text)
        for name, text in found.items()
        if "deelnemers/" in name
    }
    assert holders["Politie"] == (False, True)
    assert holders["Veilig Thuis"] == (True, True)
    assert holders["Basisschool De Linde"] == (True, False)
    assert [name for name, text in found.items() if "spanning" in text] == []


def test_a_meeting_that_is_cut_off_goes_on_where_it_was(led: Facilitator, facilitator: Start) -> None:
    led.wait(lambda: led.program.store is not None and not led.program.store.unsaved)
    before = led.session
    led.close()
    again = facilitator()
    start = page_of(again, StartPage)
    again.wait(start.going_on.isVisible)
    again.go_to(start.going_on.button)
    again.press(Qt.Key.Key_Return)
    again.wait(lambda: again.program.leading is not None)
    assert again.session.notebook == before.notebook
    assert again.session.course.visits == before.course.visits
    assert again.session.course.screen is Screen.NEUTRAL


def test_what_is_handed_out_again_says_what_it_replaces(led: Facilitator) -> None:
    page = close_by_reading_back(led)
    page.correcting.reopen(page.session.id, "naam verkeerd")
    led.wait(lambda: led.program.leading is not None)
    led.press(Qt.Key.Key_F4)
    led.enter("@Politie belt @school vóór 3 dec")
    found = make_documents(led, close_by_reading_back(led))
    papers = [text for name, text in found.items() if "wijkagent" in name]
    assert papers
    assert all("versie 2, vervangt versie 1" in text.lower() for text in papers)
