"""Het Gesprek from the start page to paper in participants' hands, by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from facilitator.core.audience import Scene
from facilitator.core.events import Screen
from facilitator.core.session import State
from facilitator.ui.after.after_page import AfterPage
from facilitator.ui.prepare.prepare_page import PreparePage
from facilitator.ui.start.start_page import StartPage
from tests.journeys.conftest import Facilitator, Modifier, texts

Start = Callable[[], Facilitator]
GUESTS = (
    "Noor Bakker, Politie, wijkagent",
    "Bo Visser, Veilig Thuis, adviseur",
    "Sam Dekker, Basisschool De Linde, intern begeleider",
)


def prepare(one: Facilitator) -> None:
    """From the start page to the console, by keyboard."""
    desk = one.program.desk
    assert desk is not None
    start = desk.stack.currentWidget()
    assert isinstance(start, StartPage)
    one.press(Qt.Key.Key_Return)  # Het Gesprek: Beginnen has the keyboard
    one.wait(lambda: isinstance(desk.stack.currentWidget(), PreparePage))
    page = desk.stack.currentWidget()
    assert isinstance(page, PreparePage)
    one.press(Qt.Key.Key_Return, Modifier.ControlModifier)
    one.go_to(page.meeting_part.place)
    one.type("Wijk Noord")
    one.go_to(page.meeting_part.municipality)
    one.type("Voorbeeldstad")
    one.press(Qt.Key.Key_Return, Modifier.ControlModifier)
    one.go_to(page.people_part.line)
    for guest in GUESTS:
        one.enter(guest)
    one.press(Qt.Key.Key_Return, Modifier.ControlModifier)
    one.wait(lambda: one.program.leading is not None)


def talk(one: Facilitator) -> None:
    """Lead the first steps: answers, a private note, something parked, agreements."""
    one.press(Qt.Key.Key_F12)
    one.press(Qt.Key.Key_PageDown)
    one.wait(lambda: one.session.course.state is State.RUNNING)
    one.minutes_pass(10)
    one.press(Qt.Key.Key_PageDown)
    one.enter("Bel Bob? @pol")
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


def close_by_reading_back(one: Facilitator) -> None:
    """Read the agreements back, confirm each, close."""
    one.press(Qt.Key.Key_R, Modifier.ControlModifier)
    for _ in [agreement for agreement in one.session.notebook.agreements if not agreement.confirmed]:
        one.press(Qt.Key.Key_Return)
    assert all(agreement.confirmed for agreement in one.session.notebook.agreements)
    one.go_to(one.console.panels.read_back.close_session)
    one.press(Qt.Key.Key_Return)
    one.wait(lambda: one.program.leading is None)


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
        ("Bel Bob?", "Politie", True),
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
    assert [answer.text for answer in view.answers] == ["Bel Bob?", "Eerder weten of het is opgepakt"]
    led.press(Qt.Key.Key_F5)
    assert led.program.stage.audience.view.scene is Scene.BLACK
    led.press(Qt.Key.Key_F5)
    assert led.program.stage.audience.view == view


def test_a_whole_meeting_ends_on_paper(led: Facilitator) -> None:
    close_by_reading_back(led)
    desk = led.program.desk
    assert desk is not None
    led.wait(lambda: isinstance(desk.stack.currentWidget(), AfterPage))
    page = desk.stack.currentWidget()
    assert isinstance(page, AfterPage)
    led.go_to(page.documents.make)
    led.press(Qt.Key.Key_Space)
    led.wait(lambda: len(texts(led.documents)) == 5)
    led.wait(page.documents.outcome.text)
    found = texts(led.documents)
    contact, walk = "Een vaste contactpersoon doorgeven", "Meelopen op straat"
    holders = {name.split("/")[-1].split(" - ")[0]: (contact in text, walk in text) for name, text in found.items()}
    assert holders["Politie"] == (False, True)
    assert holders["Veilig Thuis"] == (True, True)
    assert holders["Basisschool De Linde"] == (True, False)
    assert [name for name, text in found.items() if "spanning" in text] == []


def test_a_meeting_that_is_cut_off_goes_on_where_it_was(led: Facilitator, facilitator: Start) -> None:
    led.wait(lambda: led.program.store is not None and not led.program.store.unsaved)
    before = led.session
    led.close()
    again = facilitator()
    desk = again.program.desk
    assert desk is not None
    start = desk.stack.currentWidget()
    assert isinstance(start, StartPage)
    again.wait(start.going_on.isVisible)
    again.go_to(start.going_on.button)
    again.press(Qt.Key.Key_Return)
    again.wait(lambda: again.program.leading is not None)
    assert again.session.notebook == before.notebook
    assert again.session.course.visits == before.course.visits
    assert again.session.course.screen is Screen.NEUTRAL


def test_what_is_handed_out_again_says_what_it_replaces(led: Facilitator) -> None:
    close_by_reading_back(led)
    desk = led.program.desk
    assert desk is not None
    led.wait(lambda: isinstance(desk.stack.currentWidget(), AfterPage))
    page = desk.stack.currentWidget()
    assert isinstance(page, AfterPage)
    page.correcting.reopen(page.session.id, "naam verkeerd")
    led.wait(lambda: led.program.leading is not None)
    led.press(Qt.Key.Key_F4)
    led.enter("@Politie belt @school vóór 3 dec")
    close_by_reading_back(led)
    led.wait(lambda: isinstance(desk.stack.currentWidget(), AfterPage))
    second = desk.stack.currentWidget()
    assert isinstance(second, AfterPage)
    led.go_to(second.documents.make)
    led.press(Qt.Key.Key_Space)
    led.wait(lambda: len(texts(led.documents)) == 5)
    papers = {name: text for name, text in texts(led.documents).items() if "wijkagent" in name}
    assert all("versie 2, vervangt versie 1" in text.lower() for text in papers.values())
    assert papers
