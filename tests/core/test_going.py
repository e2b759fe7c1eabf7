from dataclasses import replace
from typing import Any

import pytest

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, AgreementRef
from facilitator.core.audience import Scene, audience_view
from facilitator.core.course import OpenWalk
from facilitator.core.events import CaseScene, Screen
from facilitator.core.infographic import Panel, PanelForm
from facilitator.core.refusal import Refusal
from facilitator.core.session import State
from facilitator.core.shown_card import ShownCard
from tests.builders import CASE, CASE_SCRIPT, START, Table


def test_starting_happens_once() -> None:
    table = Table().started()
    assert table.session.course.state is State.RUNNING
    assert [visit.at for visit in table.session.course.visits] == [START]
    assert table.do(ev.SessionStarted) is Refusal.BEGUN


def test_starting_puts_preparation_out_of_reach_of_undo() -> None:
    table = Table()
    table.do(ev.DetailsChanged, details=table.session.details)
    assert table.session.history
    assert table.started().session.history == ()


def test_a_planned_session_cannot_move_or_close() -> None:
    table = Table()
    assert table.session.course.visits == ()
    assert table.do(ev.StepEntered, step_id="nodig") is Refusal.NOT_RUNNING
    assert table.do(ev.SessionClosed) is Refusal.NOT_RUNNING
    assert table.do(ev.SessionReopened) is Refusal.NOT_CLOSED


@pytest.mark.parametrize(("step_id", "page"), [("nergens", 0), ("nodig", 1), ("nodig", -1)])
def test_places_that_are_not_there_are_refused(step_id: str, page: int) -> None:
    assert Table().started().do(ev.StepEntered, step_id=step_id, page=page) is Refusal.UNKNOWN


def test_next_and_previous_walk_through_moments() -> None:
    table = Table(CASE_SCRIPT, CASE).started()
    seen = []
    while (place := table.session.next_place) is not None:
        seen.append(place)
        table.do(ev.StepEntered, step_id=CASE_SCRIPT.steps[place[0]].id, page=place[1])
    assert seen == [(1, 0), (1, 1), (2, 0)]
    back = []
    while (place := table.session.previous_place) is not None:
        back.append(place)
        table.do(ev.StepEntered, step_id=CASE_SCRIPT.steps[place[0]].id, page=place[1])
    assert back == [(1, 1), (1, 0), (0, 0)]


def test_a_question_is_put_and_taken_away_and_forgotten_on_moving() -> None:
    table = Table().started().at_step("nodig")
    assert table.do(ev.QuestionChosen, question_id="q1") is None
    assert table.session.question is not None
    assert table.do(ev.QuestionChosen, question_id="x") is Refusal.UNKNOWN
    assert table.do(ev.QuestionChosen, question_id=None) is None
    assert table.session.question is None
    table.do(ev.QuestionChosen, question_id="q1")
    table.at_step("ronde")
    assert table.session.question is None


def test_a_moment_brings_its_own_questions_before_those_of_the_step() -> None:
    table = Table(CASE_SCRIPT, CASE).started().at_step("casus")
    assert [q.id for q in table.session.questions] == ["m-q", "alg"]
    assert table.do(ev.QuestionChosen, question_id="m-q") is None


def test_black_and_back_keeps_what_was_frozen() -> None:
    table = Table().started()
    table.do(ev.ScreenSet, screen=Screen.FROZEN)
    held = table.session.course.held
    table.at_step("nodig")
    table.do(ev.ScreenSet, screen=Screen.BLACK)
    assert table.session.course.screen is Screen.BLACK
    table.do(ev.ScreenBack)
    assert (table.session.course.screen, table.session.course.held) == (Screen.FROZEN, held)
    table.do(ev.ScreenSet, screen=Screen.LIVE)
    assert table.session.course.held is None


def test_what_lies_over_the_screen_is_taken_away_in_its_order() -> None:
    table = Table().started()
    for screen in (Screen.BLACK, Screen.NEUTRAL, Screen.FROZEN, Screen.BLACK):
        table.do(ev.ScreenSet, screen=screen)
    seen = []
    for _ in range(4):
        seen.append(table.session.course.screen)
        table.do(ev.ScreenBack)
    assert seen == [Screen.BLACK, Screen.FROZEN, Screen.NEUTRAL, Screen.LIVE]


@pytest.mark.parametrize("cover", [Screen.BLACK, Screen.NEUTRAL])
def test_freezing_does_not_uncover_the_screen(cover: Screen) -> None:
    table = Table().started()
    table.do(ev.ScreenSet, screen=cover)
    covered = audience_view(table.session)
    table.do(ev.ScreenSet, screen=Screen.FROZEN)
    assert audience_view(table.session) == covered


@pytest.mark.parametrize("cover", [Screen.BLACK, Screen.NEUTRAL])
def test_freezing_again_does_not_uncover_what_was_frozen_before(cover: Screen) -> None:
    table = Table().started()
    for screen in (Screen.FROZEN, cover):
        table.do(ev.ScreenSet, screen=screen)
    covered = audience_view(table.session)
    table.do(ev.ScreenSet, screen=Screen.FROZEN)
    assert audience_view(table.session) == covered


def test_what_was_frozen_before_the_start_stays_so() -> None:
    table = Table()
    table.do(ev.ScreenSet, screen=Screen.FROZEN)
    assert audience_view(table.started().session).scene is Scene.NEUTRAL


def test_setting_the_same_screen_changes_nothing() -> None:
    table = Table().started()
    before = table.session
    assert table.do(ev.ScreenSet, screen=Screen.LIVE) is None
    assert table.session is before


def test_only_an_agreement_that_is_there_is_read_back() -> None:
    table = Table().started()
    assert table.do(ev.AgreementReadBack, agreement_id="g") is Refusal.UNKNOWN
    table.do(ev.AgreementMade, agreement=Agreement("g", "Bellen"))
    assert table.do(ev.AgreementReadBack, agreement_id="g") is None
    assert table.session.course.read_back == "g"
    assert table.do(ev.AgreementReadBack, agreement_id=None) is None


def test_closing_makes_the_screen_neutral() -> None:
    table = Table().started()
    table.do(ev.ScreenSet, screen=Screen.FROZEN)
    table.do(ev.SessionClosed)
    course = table.session.course
    assert (course.screen, course.held, course.state) == (Screen.NEUTRAL, None, State.CLOSED)
    assert not table.session.can_write


def test_a_reopened_session_can_be_shown_again() -> None:
    table = Table().started()
    for kind in (ev.SessionClosed, ev.SessionReopened, ev.ScreenBack):
        table.do(kind)
    assert table.session.course.screen is Screen.LIVE


BEFORE_THE_ROOM: dict[str, Any] = {
    "read_back": "a",
    "confidentiality": "Wat hier gezegd wordt, blijft hier.",
    "look_back_ref": AgreementRef("s", "a"),
    "slide_id": "d",
    "walk": OpenWalk("w"),
    "panel": Panel("p", "Hoe vaak?", "Zo vaak.", PanelForm.DOTS),
    "card": ShownCard("k", "De vijf stappen", "Zo loopt de meldcode."),
}


@pytest.mark.parametrize("name", BEFORE_THE_ROOM)
def test_a_bare_course_has_nothing_in_place_of_the_page(name: str) -> None:
    course = Table().started().session.course
    scene = replace(course, case_scene=CaseScene.GENOGRAM, case_item="x")
    assert replace(scene, **{name: BEFORE_THE_ROOM[name]}).bare == course
    assert replace(scene, **{name: BEFORE_THE_ROOM[name]}).bare_but_case == scene
