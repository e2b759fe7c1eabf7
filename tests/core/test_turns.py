"""Who can have the floor, and who has not had it yet."""

from dataclasses import replace
from typing import Any

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement
from facilitator.core.events import Answer
from facilitator.core.people import Partner
from facilitator.core.script import Way
from facilitator.core.turns import heard, least_heard, spoke_here, turn_name, waiting, who_can_speak
from tests.builders import CASE, CASE_SCRIPT, Table, step

STEPS = (
    step("ronde", way=Way.ROUND),
    step("luister", way=Way.LISTENING),
    step("blik", way=Way.PERSPECTIVES),
    CASE_SCRIPT.steps[1],
)


def table_at(step_id: str) -> Table:
    return Table(replace(CASE_SCRIPT, steps=STEPS), CASE).started().at_step(step_id)


def test_partners_take_turns_and_in_a_round_of_perspectives_the_roles() -> None:
    assert who_can_speak(table_at("ronde").session) == ("p-pol", "p-vt", "p-wijk")
    assert who_can_speak(table_at("blik").session) == ("leerkracht", "huisarts")


def test_perspectives_without_a_case_are_those_of_the_partners() -> None:
    table = Table(replace(CASE_SCRIPT, steps=STEPS[2:3])).started()
    assert who_can_speak(table.session) == ("p-pol", "p-vt", "p-wijk")


def test_who_spoke_at_another_step_still_waits_here() -> None:
    table = table_at("ronde")
    table.do(ev.TurnGiven, whose="p-vt")
    assert (spoke_here(table.session), waiting(table.session)) == (("p-vt",), ("p-pol", "p-wijk"))
    table.at_step("luister")
    assert waiting(table.session) == ("p-pol", "p-vt", "p-wijk")


def test_who_only_listens_does_not_wait_for_the_floor() -> None:
    table = table_at("luister")
    table.do(ev.PresenterChosen, whose="p-vt")
    assert waiting(table.session) == ("p-pol", "p-wijk")
    assert waiting(table.at_step("ronde").session) == ("p-pol", "p-vt", "p-wijk")


def test_each_moment_has_turns_of_its_own() -> None:
    table = table_at("casus")
    table.do(ev.TurnGiven, whose="p-pol")
    assert waiting(table.session) == ("p-vt", "p-wijk")
    assert waiting(table.at_step("casus", 1).session) == ("p-pol", "p-vt", "p-wijk")


def test_the_floor_has_the_name_of_an_organisation_or_a_role() -> None:
    session = table_at("blik").session
    assert [turn_name(session, whose) for whose in ("p-vt", "huisarts", None)] == ["Veilig Thuis", "huisarts", ""]


def test_the_id_of_an_organisation_that_left_is_no_name() -> None:
    table = table_at("ronde")
    table.do(ev.PartnerAdded, partner=Partner("p-ggd", "GGD"))
    table.do(ev.TurnGiven, whose="p-ggd")
    table.do(ev.PartnerRemoved, partner_id="p-ggd")
    assert turn_name(table.session, table.session.course.turn) == ""
    assert turn_name(Table().session, "p-ggd") == ""


def test_an_organisation_that_went_out_does_not_wait_until_it_is_back() -> None:
    table = table_at("ronde")
    for person in ("d-3", "d-4"):
        table.do(ev.PresenceSet, participant_id=person, present=False)
    assert waiting(table.session) == ("p-pol", "p-vt")
    table.do(ev.PartnerAdded, partner=Partner("p-ggd", "GGD"))
    table.at = table.at.replace(hour=15)
    table.do(ev.PresenceSet, participant_id="d-3", present=True)
    assert waiting(table.session) == ("p-pol", "p-vt", "p-wijk", "p-ggd")


# ---- who has not spoken yet


def said(table: Table, step_id: str, name: str, partner_id: str | None, **fields: Any) -> None:
    assert table.do(ev.AnswerGiven, answer=Answer(name, step_id, "iets", partner_id, **fields)) is None


def test_everybody_is_equal_while_nobody_said_anything() -> None:
    assert least_heard(table_at("ronde").session) == ("p-pol", "p-vt", "p-wijk")
    assert least_heard(table_at("blik").session) == ("leerkracht", "huisarts")


def test_who_said_nothing_here_comes_first_and_of_those_who_said_the_least() -> None:
    table = Table().started().at_step("nodig")
    said(table, "nodig", "a", "p-pol")
    said(table, "nodig", "b", None)
    assert least_heard(table.session) == ("p-vt", "p-wijk")
    table.at_step("ronde")
    said(table, "ronde", "c", "p-vt")
    assert least_heard(table.session) == ("p-wijk",)
    assert least_heard(table.session, passed_over={"p-wijk"}) == ("p-pol",)
    assert (heard(table.session, "p-pol"), heard(table.session, "p-vt")) == ((0, 1), (1, 1))


def test_a_turn_and_an_agreement_are_being_heard_too() -> None:
    table = Table().started().at_step("ronde")
    table.do(ev.TurnGiven, whose="p-pol")
    table.do(ev.AgreementMade, agreement=Agreement("g", "Bellen", "p-vt"))
    table.do(ev.TurnGiven, whose=None)
    assert (heard(table.session, "p-pol"), heard(table.session, "p-vt")) == ((1, 1), (0, 1))
    assert least_heard(table.session) == ("p-wijk",)


def test_a_role_is_heard_where_it_answers() -> None:
    perspectives = replace(STEPS[2], answering=CASE_SCRIPT.steps[1].answering)
    table = Table(replace(CASE_SCRIPT, steps=(perspectives, STEPS[3])), CASE).started()
    said(table, "blik", "a", "p-pol", role="huisarts")
    assert least_heard(table.session) == ("leerkracht",)


def test_who_has_the_floor_listens_or_is_out_is_not_proposed() -> None:
    table = table_at("luister")
    table.do(ev.PresenterChosen, whose="p-vt")
    table.do(ev.PresenceSet, participant_id="d-1", present=False)
    assert least_heard(table.session) == ("p-wijk",)
    table.do(ev.TurnGiven, whose="p-wijk")
    assert least_heard(table.session) == ()
