"""The ways of working of a learning session, by keyboard: who speaks, writes or listens, and what is counted."""

from __future__ import annotations

from PySide6.QtCore import Qt

from facilitator.core.audience import AudienceView
from facilitator.core.script import Way
from facilitator.ui import theme
from facilitator.ui.audience.picture import compose
from facilitator.ui.casuistry.editor.page import EditorPage
from facilitator.ui.casuistry.library.library_page import LibraryPage
from facilitator.ui.prepare.prepare_page import PreparePage
from tests.journeys.conftest import Facilitator, Modifier, Start
from tests.journeys.ways import (
    begin,
    begin_preparing,
    choose_case,
    choose_place,
    choose_script,
    go_on,
    invite,
    page_of,
)
from tests.journeys.writing import CTRL, fill, find, go_to_part, open_library
from tests.ui.audience.drawn import around, drawn, squeezed

SHIFT_CTRL = CTRL | Modifier.ShiftModifier


def choose(one: Facilitator, page: PreparePage, script_id: str, case_id: str) -> None:
    """Choose a script and a case that suits it."""
    choose_script(one, page, script_id)
    choose_case(one, page, case_id)


def lead(one: Facilitator, page: PreparePage) -> None:
    """From the chosen script and case on to the console, with the roles dealt."""
    choose_place(one, page)
    invite(one, page)
    go_on(one)
    one.go_to(page.roles_part.deal)
    one.press(Qt.Key.Key_Space)
    go_on(one)
    one.wait(lambda: one.program.leading is not None)
    begin(one)


def on_to(one: Facilitator, step_id: str) -> None:
    """Go on until a step is there."""
    while one.session.step.id != step_id:
        assert one.session.next_place is not None
        one.press(Qt.Key.Key_PageDown)


def view(one: Facilitator) -> AudienceView:
    """What the room sees."""
    return one.program.stage.audience.view


def room(one: Facilitator) -> str:
    """Every word that the room's window draws."""
    window = one.program.stage.audience
    picture = compose(window.view, window.width(), window.height(), theme.current())
    return drawn(picture) + around(picture)


def take_turns(one: Facilitator) -> list[str]:
    """Give the floor until everyone has spoken; gives who had it, as the room reads it."""
    had = []
    one.press(Qt.Key.Key_B, CTRL)
    while view(one).turn:
        assert squeezed(view(one).turn) in room(one)
        had.append(view(one).turn)
        one.enter(f"Wat ik zou doen, nummer {len(had)}")
        one.press(Qt.Key.Key_B, CTRL)
    assert "Iedereen is aan het woord geweest" in one.console.step.entry.strip.text()
    return had


def test_the_incident_method(facilitator: Start) -> None:
    one = facilitator()
    page = begin_preparing(one, learning=True)
    choose(one, page, "incidentmethode", "stil-in-de-klas")
    lead(one, page)
    propose(one)
    on_to(one, "vragen-noteren")
    assert (view(one).way, view(one).answers) == (Way.SILENT, ())
    assert "stil" in room(one).lower()
    on_to(one, "besluiten-delen")
    assert take_turns(one) == ["Politie", "Veilig Thuis", "Basisschool De Linde"]
    said = [(answer.text, one.session.partner(answer.partner_id)) for answer in one.session.answers_here()]
    assert [partner.name for _text, partner in said if partner] == ["Politie", "Veilig Thuis", "Basisschool De Linde"]
    assert view(one).answers == ()
    one.press(Qt.Key.Key_F8, Modifier.ShiftModifier)
    assert len(view(one).answers) == 3


def propose(one: Facilitator) -> None:
    """In pairs a question is found; two are proposed, and the votes are counted."""
    on_to(one, "vraag-kiezen")
    assert view(one).way is Way.PAIRS
    for text in ("Bel ik al of wacht ik nog?", "Wie belt er terug?"):
        one.enter(text)
    one.press(Qt.Key.Key_Up)
    for _vote in range(3):
        one.press(Qt.Key.Key_Plus, CTRL)
    one.press(Qt.Key.Key_Up)
    one.press(Qt.Key.Key_Plus, CTRL)
    one.press(Qt.Key.Key_Plus, CTRL)
    one.press(Qt.Key.Key_Minus, CTRL)
    assert view(one).answers == ()
    one.press(Qt.Key.Key_F8, Modifier.ShiftModifier)
    assert {answer.text: answer.votes for answer in view(one).answers} == {
        "Bel ik al of wacht ik nog?": 1,
        "Wie belt er terug?": 3,
    }
    assert "3stemmen" in room(one)


def test_perspectives_of_the_roles_and_a_scale_before_and_after(facilitator: Start) -> None:
    one = facilitator()
    page = begin_preparing(one, learning=True)
    choose(one, page, "drie-fasen-en-veiligheidsplan", "de-pinpas")
    lead(one, page)
    on_to(one, "zeker-vooraf")
    marks(one, "3", "4", "4")
    assert (view(one).way, view(one).compared) == (Way.SILENT, False)
    on_to(one, "fase-een")
    case = one.session.case
    assert case is not None
    assert view(one).way is Way.PERSPECTIVES
    assert take_turns(one) == list(case.roles)
    assert [answer.role for answer in one.session.answers_here()] == list(case.roles)
    on_to(one, "fase-drie")
    assert view(one).decision is not None
    assert view(one).page == len(case.moments) - 1
    on_to(one, "zeker-achteraf")
    marks(one, "7", "8", "4")
    counted = {tally.label: (tally.before, tally.count) for tally in view(one).tally if tally.before or tally.count}
    assert (view(one).compared, counted) == (True, {"3": (1, 0), "4": (2, 1), "7": (0, 1), "8": (0, 1)})


def marks(one: Facilitator, *given: str) -> None:
    """Type marks; the room sees none before they are shown."""
    for mark in given:
        one.enter(mark)
    assert view(one).tally == ()
    one.press(Qt.Key.Key_F8, Modifier.ShiftModifier)
    assert sum(tally.count for tally in view(one).tally) == len(given)


def adapt_script(one: Facilitator) -> PreparePage:
    """An own version of a script in which who brought something in listens, or sits with the back to the group."""
    page = open_library(one)
    find(one, page, "incidentmethode", "Leerbijeenkomst: de incidentmethode")
    one.go_to(page.details.copy)
    one.press(Qt.Key.Key_Return)
    editor = page_of(one, EditorPage)
    for step, way in ((4, "de inbrenger zit met de rug naar de groep"), (6, "een ronde; de inbrenger luistert alleen")):
        go_to_part(one, editor, ("steps", step))
        fill(one, editor, ("steps", step, "way"), way)
    fill(one, editor, ("steps", 6, "title"), "Luisteren")
    one.press(Qt.Key.Key_Return, CTRL)
    details = page_of(one, LibraryPage).details
    one.wait(lambda: details.content is not None and "eigen versie" in details.content.item.title)
    one.press(Qt.Key.Key_Return)
    one.press(Qt.Key.Key_Return)
    return page_of(one, PreparePage)


def test_an_own_script_in_which_one_only_listens(facilitator: Start) -> None:
    one = facilitator()
    page = adapt_script(one)
    assert page.draft.script is not None
    choose(one, page, page.draft.script.id, "stil-in-de-klas")
    lead(one, page)
    for step_id, way in (("informatieronde", Way.BACK), ("besluiten-delen", Way.LISTENING)):
        on_to(one, step_id)
        assert view(one).way is way
        one.press(Qt.Key.Key_L, CTRL)
        one.press(Qt.Key.Key_Home)
        if one.session.course.presenter is None:
            one.press(Qt.Key.Key_Space)
        one.press(Qt.Key.Key_Escape)
        assert take_turns(one) == ["Veilig Thuis", "Basisschool De Linde"]
        one.press(Qt.Key.Key_B, SHIFT_CTRL)
        assert view(one).turn == "Basisschool De Linde"
    assert one.session.step.title == "Luisteren"
