"""What events do to a case that is lived through."""

from dataclasses import replace
from typing import Any

import pytest

from facilitator.core import events as ev
from facilitator.core.course import Turn
from facilitator.core.events import Answer, CaseScene, Deal, Judgement, TurningPoint, Weighed
from facilitator.core.people import Participant
from facilitator.core.refusal import Refusal
from facilitator.core.script import Tells
from facilitator.core.vocabulary import Phase
from facilitator.core.weighing import Verdict
from tests.builders import CASE, CASE_SCRIPT, SCRIPT, Table, step

POINT = TurningPoint("k", "m1", "De melding bleef liggen")
CHANGES: list[tuple[type[ev.Event], dict[str, Any]]] = [
    (ev.RolesDealt, {"deals": (Deal("d-1", ("huisarts",)),)}),
    (ev.TurningPointMarked, {"point": TurningPoint("k2", "m1", "Nog een")}),
    (ev.TurningPointMarked, {"point": replace(POINT, text="Anders gezegd")}),
    (ev.TurningPointRemoved, {"point_id": "k"}),
    (ev.MomentJudged, {"judgement": Judgement("m1", Phase.RECOVERY, 3, "omdat")}),
    (ev.QuestionWeighed, {"weighed": Weighed("m1", 2, Verdict.YES, "omdat")}),
]
REFUSED: list[tuple[type[ev.Event], dict[str, Any], Refusal]] = [
    (ev.RolesDealt, {"deals": (Deal("d-9", ("huisarts",)),)}, Refusal.UNKNOWN),
    (ev.RolesDealt, {"deals": (Deal("d-1", ("piloot",)),)}, Refusal.UNKNOWN),
    (ev.RolesDealt, {"deals": (Deal("d-1", ()), Deal("d-1", ()))}, Refusal.DOUBLE),
    (ev.TurningPointMarked, {"point": TurningPoint("x", "m9", "x")}, Refusal.UNKNOWN),
    (ev.TurningPointMarked, {"point": TurningPoint("x", "m1", " ")}, Refusal.EMPTY),
    (ev.TurningPointRemoved, {"point_id": "x"}, Refusal.UNKNOWN),
    (ev.MomentJudged, {"judgement": Judgement("m9", Phase.RECOVERY)}, Refusal.UNKNOWN),
    (ev.MomentJudged, {"judgement": Judgement("m1", meldcode_step=6)}, Refusal.UNKNOWN),
    (ev.QuestionWeighed, {"weighed": Weighed("m9", 1, Verdict.YES)}, Refusal.UNKNOWN),
    (ev.QuestionWeighed, {"weighed": Weighed("m1", 6, Verdict.YES)}, Refusal.UNKNOWN),
    (ev.CaseShown, {"scene": CaseScene.TURNING_POINT, "item": "x"}, Refusal.UNKNOWN),
    (ev.CaseShown, {"scene": CaseScene.WEIGHING, "item": "0"}, Refusal.UNKNOWN),
    (ev.PresenterChosen, {"whose": "d-1"}, Refusal.UNKNOWN),
    (ev.TurnGiven, {"whose": "huisarts"}, Refusal.UNKNOWN),
]


@pytest.fixture
def table() -> Table:
    """At the first moment of the case, with a turning point and what was needed there."""
    table = Table(CASE_SCRIPT, CASE).started().at_step("casus")
    table.do(ev.TurningPointMarked, point=POINT)
    needed = Answer("a", "casus", "Een telefoontje", "p-vt", moment_id="m1", turning_point_id="k")
    table.do(ev.AnswerGiven, answer=needed)
    return table


@pytest.mark.parametrize(("kind", "fields", "why"), REFUSED)
def test_what_does_not_fit_is_refused(table: Table, kind: type[ev.Event], fields: dict[str, Any], why: Refusal) -> None:
    assert table.do(kind, **fields) is why


@pytest.mark.parametrize(("kind", "fields"), CHANGES)
def test_undo_takes_each_of_them_back(table: Table, kind: type[ev.Event], fields: dict[str, Any]) -> None:
    before = table.session.notebook
    assert table.do(kind, **fields) is None
    after = table.session.notebook
    assert after != before
    table.do(ev.Undone, event_id=table.events[-1].id)
    assert table.session.notebook == before
    table.do(ev.Redone, event_id=table.session.undone[-1].event_id)
    assert table.session.notebook == after


@pytest.mark.parametrize("kind", [ev.TurningPointMarked, ev.MomentJudged, ev.QuestionWeighed])
def test_a_group_says_nothing_of_a_case_before_it_has_begun(kind: type[ev.Event]) -> None:
    fields = next(fields for each, fields in CHANGES if each is kind)
    assert Table(CASE_SCRIPT, CASE).do(kind, **fields) is Refusal.NOT_RUNNING


def test_without_a_case_there_is_no_moment_and_no_role() -> None:
    table = Table().started()
    assert table.do(ev.TurningPointMarked, point=POINT) is Refusal.UNKNOWN
    assert table.do(ev.RolesDealt, deals=(Deal("d-1", ("huisarts",)),)) is Refusal.UNKNOWN
    assert table.do(ev.CaseShown, scene=CaseScene.GENOGRAM) is Refusal.UNKNOWN


def test_roles_can_be_dealt_before_it_begins_and_each_once(table: Table) -> None:
    table = Table(CASE_SCRIPT, CASE)
    table.do(ev.RolesDealt, deals=(Deal("d-1", ("huisarts", "huisarts")), Deal("d-2", ())))
    assert table.session.notebook.deals == (Deal("d-1", ("huisarts",)),)
    assert [table.session.roles_of(person) for person in ("d-1", "d-2")] == [("huisarts",), ()]


def test_who_leaves_the_table_leaves_the_role_behind() -> None:
    table = Table(CASE_SCRIPT, CASE)
    table.do(ev.RolesDealt, deals=(Deal("d-1", ("huisarts",)), Deal("d-2", ("leerkracht",))))
    table.do(ev.ParticipantRemoved, participant_id="d-1")
    assert table.session.notebook.deals == (Deal("d-2", ("leerkracht",)),)
    table.do(ev.ParticipantChanged, participant=Participant("d-2", "Sam Visser", "p-vt", present=False))
    assert table.session.notebook.deals == (Deal("d-2", ("leerkracht",)),)


def test_a_turning_point_is_found_by_its_id(table: Table) -> None:
    table.do(ev.TurningPointMarked, point=TurningPoint("k2", "m2", "Later"))
    table.do(ev.TurningPointMarked, point=replace(POINT, text="Anders"))
    assert [point.text for point in table.session.notebook.turning_points] == ["Anders", "Later"]


def test_what_was_needed_at_a_turning_point_stays_said_when_it_is_taken_away(table: Table) -> None:
    assert [answer.text for answer in table.session.needs_at("k")] == ["Een telefoontje"]
    table.do(ev.AnswerGiven, answer=Answer("b", "casus", "Los", moment_id="m1"))
    table.do(ev.TurningPointRemoved, point_id="k")
    assert table.session.needs_at("k") == ()
    assert [answer.text for answer in table.session.answers_here()] == ["Een telefoontje", "Los"]


def test_a_judgement_replaces_the_one_before_and_an_empty_one_takes_it_back(table: Table) -> None:
    table.do(ev.MomentJudged, judgement=Judgement("m2", reason="later"))
    for judgement in (Judgement("m1", Phase.RECOVERY), Judgement("m1", meldcode_step=4, reason="omdat")):
        table.do(ev.MomentJudged, judgement=judgement)
        assert table.session.judgement("m1") == judgement
    table.do(ev.MomentJudged, judgement=Judgement("m1", reason=" "))
    assert table.session.notebook.judgements == (Judgement("m2", reason="later"),)


def test_weighing_again_replaces_what_was_said(table: Table) -> None:
    for verdict in (Verdict.UNSURE, Verdict.YES):
        table.do(ev.QuestionWeighed, weighed=Weighed("m1", 1, verdict))
    table.do(ev.QuestionWeighed, weighed=Weighed("m1", 2, None, "nog niet"))
    table.do(ev.QuestionWeighed, weighed=Weighed("m2", 1, Verdict.NO))
    said = table.session.weighed("m1")
    assert {number: (w.verdict, w.reason) for number, w in said.items()} == {
        1: (Verdict.YES, ""),
        2: (None, "nog niet"),
    }
    table.do(ev.QuestionWeighed, weighed=Weighed("m1", 2, None, " "))
    assert list(table.session.weighed("m1")) == [1]


def test_pictures_of_the_case_come_once_something_of_it_was_told(table: Table) -> None:
    fresh = Table(CASE_SCRIPT, CASE)
    assert fresh.do(ev.CaseShown, scene=CaseScene.GENOGRAM) is Refusal.UNKNOWN
    assert fresh.started().do(ev.CaseShown, scene=CaseScene.TIMELINE) is Refusal.UNKNOWN
    table.at_step("afspraken")
    for scene in (CaseScene.GENOGRAM, CaseScene.NETWORK, CaseScene.TIMELINE):
        assert table.do(ev.CaseShown, scene=scene) is None
        assert table.session.course.case_scene is scene
    assert table.do(ev.CaseShown, scene=CaseScene.DECISION) is Refusal.UNKNOWN
    assert table.do(ev.CaseShown, scene=CaseScene.WEIGHING, item="1") is Refusal.UNKNOWN


def test_what_stands_before_the_room_goes_with_the_page(table: Table) -> None:
    for scene, item in ((CaseScene.DECISION, ""), (CaseScene.TURNING_POINT, "k"), (CaseScene.WEIGHING, "5")):
        assert table.do(ev.CaseShown, scene=scene, item=item) is None
        assert (table.session.course.case_scene, table.session.course.case_item) == (scene, item)
    table.at_step("casus", 1)
    assert (table.session.course.case_scene, table.session.course.case_item) == (None, "")
    table.do(ev.CaseShown, scene=CaseScene.DECISION)
    table.do(ev.CaseShown, scene=None, item="x")
    assert (table.session.course.case_scene, table.session.course.case_item) == (None, "")


def test_who_only_listens_loses_the_floor(table: Table) -> None:
    for whose in ("p-pol", "p-vt"):
        table.do(ev.TurnGiven, whose=whose)
    table.do(ev.PresenterChosen, whose="p-pol")
    assert (table.session.course.presenter, table.session.course.turn) == ("p-pol", "p-vt")
    table.do(ev.PresenterChosen, whose="p-vt")
    assert (table.session.course.presenter, table.session.course.turn) == ("p-vt", None)


def test_that_the_floor_was_had_is_kept_once(table: Table) -> None:
    for whose in ("p-pol", "p-vt", "p-pol", None):
        table.do(ev.TurnGiven, whose=whose)
    assert table.session.course.turns == (Turn("casus", "m1", "p-pol"), Turn("casus", "m1", "p-vt"))
    table.at_step("afspraken")
    table.do(ev.TurnGiven, whose="p-pol")
    assert table.session.course.turns[-1] == Turn("afspraken", None, "p-pol")


def test_a_step_that_tells_no_moment_is_a_page_like_any_other() -> None:
    phases = (step("casus", tells=Tells.FIRST), step("herstel", phase=Phase.RECOVERY))
    script = replace(SCRIPT, steps=tuple(replace(each, kind=CASE_SCRIPT.steps[1].kind) for each in phases))
    table = Table(script, CASE).started().at_step("herstel")
    assert (table.session.pages(1), table.session.moment, table.session.answers_here()) == (1, None, ())
    assert table.session.moments_told == 1


def test_going_back_in_the_case_hides_what_came_after(table: Table) -> None:
    table.at_step("casus", 1)
    told = [table.session.moments_told]
    for place in (("casus", 0), ("afspraken", 0), ("welkom", 0)):
        table.at_step(*place)
        told.append(table.session.moments_told)
    assert told == [2, 1, 2, 2]
    assert (Table().session.moments_told, Table(CASE_SCRIPT, CASE).started().session.moments_told) == (0, 0)


def test_a_session_that_opens_with_the_case_has_told_nothing_before_it_begins() -> None:
    table = Table(replace(CASE_SCRIPT, steps=CASE_SCRIPT.steps[1:]), CASE)
    assert (table.session.moments_told, table.started().session.moments_told) == (0, 1)


def test_nothing_is_said_of_a_moment_that_no_step_tells() -> None:
    script = replace(CASE_SCRIPT, steps=(replace(CASE_SCRIPT.steps[1], tells=Tells.FIRST),))
    table = Table(script, CASE).started()
    assert table.do(ev.TurningPointMarked, point=TurningPoint("x", "m2", "x")) is Refusal.UNKNOWN
    assert table.do(ev.TurningPointMarked, point=POINT) is None


def test_a_role_leads_to_the_organisation_whose_people_hold_it() -> None:
    table = Table(CASE_SCRIPT, CASE)
    table.do(
        ev.RolesDealt,
        deals=(ev.Deal("d-1", ("leerkracht",)), ev.Deal("d-3", ("huisarts",)), ev.Deal("d-4", ("huisarts",))),
    )
    assert table.session.partner_playing("leerkracht") == "p-pol"
    assert table.session.partner_playing("huisarts") == "p-wijk"
    assert table.session.partner_playing("niemand") is None
    table.do(ev.RolesDealt, deals=(ev.Deal("d-1", ("leerkracht",)), ev.Deal("d-2", ("leerkracht",))))
    assert table.session.partner_playing("leerkracht") is None
