from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, AgreementRef, Status
from facilitator.core.apply import fold
from facilitator.core.audience import Scene, audience_view
from facilitator.core.held import Sort, held_texts, replaced
from facilitator.core.look_back import (
    carried,
    carried_over,
    for_the_table,
    in_order,
    item_of,
    said_of,
    status_of,
    strangers,
)
from facilitator.core.look_back_view import ShownLookBack
from facilitator.core.people import Partner
from facilitator.core.refusal import Refusal
from facilitator.core.spotting import look_back_subject, without_held
from tests.builders import CASE, CASE_SCRIPT, DETAILS, Table
from tests.core.look_back import BEFORE, ONE, TWO, agreed, filled, item

NOWHERE = AgreementRef("s-0", "nergens")


def say(table: Table, ref: AgreementRef = ONE.ref, status: Status = Status.KEPT, **fields: Any) -> Refusal | None:
    return table.do(ev.LookBackSaid, ref=ref, status=status, **fields)


def shown(table: Table) -> ShownLookBack:
    seen = audience_view(table.session).look_back
    assert seen is not None
    return seen


# ---- what there is to look back on


def test_what_was_agreed_is_there_before_the_meeting_and_in_it() -> None:
    table = filled(ONE, TWO, started=False)
    assert item_of(table.session, ONE.ref) == ONE
    assert item_of(table.session, None) is None
    assert table.started().session.course.look_back == (ONE, TWO)


def test_filled_anew_it_is_what_holds_now_once_each() -> None:
    newer = replace(ONE, agreement=replace(ONE.agreement, status=Status.BUSY))
    table = filled(ONE, TWO, started=False)
    table.do(ev.LookBackFilled, items=(newer, newer))
    assert table.session.course.look_back == (newer,)


def test_a_session_never_looks_back_on_itself() -> None:
    assert filled(item(agreed("g"), "s-1"), ONE).session.course.look_back == (ONE,)


@pytest.mark.parametrize("undone", [False, True])
def test_what_was_said_of_one_that_is_no_longer_open_stays(undone: bool) -> None:
    table = filled(ONE, TWO)
    say(table)
    if undone:
        table.do(ev.Undone, event_id=table.session.history[-1].event_id)
    table.do(ev.LookBackFilled, items=())
    assert table.session.course.look_back == (ONE,)


def test_one_that_was_carried_over_stays_too() -> None:
    table = filled(ONE, TWO)
    table.do(ev.AgreementMade, agreement=carried_over(table.session, TWO, "verder"))
    table.do(ev.AgreementRemoved, agreement_id="verder")
    table.do(ev.LookBackFilled, items=())
    assert table.session.course.look_back == (TWO,)


def test_late_ones_come_first_and_keep_their_place() -> None:
    later, late = item(agreed("c", deadline=date(2027, 1, 1))), item(agreed("d", deadline=date(2026, 10, 1)))
    done = item(agreed("e", deadline=date(2026, 1, 1), status=Status.KEPT))
    table = filled(ONE, later, done, late)
    assert in_order(table.session) == (late, done, later, ONE)
    say(table, late.ref)
    assert in_order(table.session)[0] == late


def test_a_closed_session_is_not_filled() -> None:
    table = filled(ONE)
    table.do(ev.SessionClosed)
    assert table.do(ev.LookBackFilled, items=()) is Refusal.CLOSED


# ---- what is said


def test_how_it_stands_is_said_and_the_newest_holds() -> None:
    table = filled(ONE, TWO)
    assert status_of(table.session, ONE) is Status.AGREED
    assert say(table, status=Status.BUSY, by_id="p-pol") is None
    at = table.at
    assert say(table, status=Status.HANDED_OVER, to="de huisarts", remark="loopt daar") is None
    assert status_of(table.session, ONE) is Status.HANDED_OVER
    assert said_of(table.session, ONE.ref) == ev.LookedBack(
        ONE.ref, Status.HANDED_OVER, at, "loopt daar", None, "de huisarts"
    )
    assert len(table.session.notebook.looked_back) == 1
    assert said_of(table.session, TWO.ref) is None


def test_it_is_taken_back_and_made_again() -> None:
    table = filled(ONE)
    say(table)
    table.do(ev.Undone, event_id=table.session.history[-1].event_id)
    assert status_of(table.session, ONE) is Status.AGREED
    table.do(ev.Redone, event_id=table.session.undone[-1].event_id)
    assert status_of(table.session, ONE) is Status.KEPT
    assert fold(table.events) == table.session


def test_only_of_what_is_looked_back_on_by_who_sits_here() -> None:
    table = filled(ONE)
    assert say(table, NOWHERE) is Refusal.UNKNOWN
    assert say(table, by_id="p-opv") is Refusal.UNKNOWN


def test_who_said_so_keeps_its_seat() -> None:
    table = Table(participants=())
    table.do(ev.LookBackFilled, items=(ONE,))
    say(table.started(), by_id="p-pol")
    assert table.do(ev.PartnerRemoved, partner_id="p-pol") is Refusal.IN_USE


def test_words_that_look_personal_wait_wherever_they_stand() -> None:
    table = filled(ONE, TWO)
    found = (ev.Spotted("naam", "Fatima"),)
    said_by: dict[str, Any] = {"by_id": "p-vt", "findings": found}
    say(table, status=Status.HANDED_OVER, remark="Fatima is weg", to="oma van Fatima", **said_by)
    (held,) = held_texts(table.session)
    assert (held.written.sort, held.subject_id) == (Sort.LOOK_BACK, look_back_subject(ONE.ref))
    (left,) = without_held(table.session.notebook)[0].looked_back
    assert (left.status, left.remark, left.to) == (Status.HANDED_OVER, "", "")
    again = replaced(table.session, held.subject_id, "Fatima", "een ouder")
    assert again is not None
    table.do(again[0], **again[1])
    (said,) = without_held(table.session.notebook)[0].looked_back
    assert (said.status, said.remark, said.to) == (Status.HANDED_OVER, "een ouder is weg", "oma van een ouder")
    assert (said.at, said.by_id) == (left.at, "p-vt")
    assert table.do(ev.LookBackSaid, ref=ONE.ref, status=Status.KEPT, remark="x", puts_right=True) is None
    assert status_of(table.session, ONE) is Status.HANDED_OVER
    assert table.do(ev.LookBackSaid, ref=TWO.ref, status=Status.KEPT, remark="x", puts_right=True) is Refusal.UNKNOWN


# ---- carried over


def test_what_is_carried_over_is_the_same_agreement_to_be_confirmed_anew() -> None:
    old = agreed(
        "een", with_ids=("p-pol",), deadline=date(2026, 12, 1), version=2, title="Bellen", why="het bleef stil"
    )
    before = item(replace(old, owner_participant_id="d-9"))
    table = filled(before)
    made = carried_over(table.session, before, "g")
    assert table.do(ev.AgreementMade, agreement=made) is None
    kept = carried(table.session, before.ref)
    assert kept is not None
    assert (kept.id, kept.what, kept.title, kept.why, kept.version) == ("g", old.what, "Bellen", "het bleef stil", 2)
    assert (kept.status, kept.confirmed, kept.owner_participant_id) == (Status.CONCEPT, False, None)
    assert (kept.owner_id, kept.with_ids, kept.deadline) == ("p-vt", ("p-pol",), old.deadline)


def test_partners_that_are_not_here_are_named_in_words() -> None:
    parties = {"with_ids": ("p-opv", "p-pol"), "feedback_ids": ("p-opv",), "details": "Op dinsdag."}
    before = item(agreed("een", "p-opv", directed_by_id="p-opv", monitored_by_id="p-vt", **parties))
    table = filled(before)
    made = carried_over(table.session, before, "g", "Ook van: Opvang Oost.")
    assert (made.owner_id, made.with_ids, made.feedback_ids) == (None, ("p-pol",), ())
    assert (made.directed_by_id, made.monitored_by_id) == (None, "p-vt")
    assert made.details == "Op dinsdag.\nOok van: Opvang Oost."
    assert table.do(ev.AgreementMade, agreement=made) is None


@pytest.mark.parametrize(("days", "kept"), [(-1, False), (0, True)])
def test_a_day_that_is_over_is_asked_for_anew(days: int, kept: bool) -> None:
    day = DETAILS.day + timedelta(days=days)
    before = item(agreed("een", deadline=day, evaluate_on=day))
    made = carried_over(filled(before).session, before, "g")
    assert (made.deadline, made.evaluate_on) == ((day, day) if kept else (None, None))
    assert ("when" in made.missing) is not kept


def test_it_is_carried_over_once_and_only_from_what_is_looked_back_on() -> None:
    table = filled(ONE)
    table.do(ev.AgreementMade, agreement=carried_over(table.session, ONE, "g"))
    again = carried_over(table.session, ONE, "h")
    assert table.do(ev.AgreementMade, agreement=again) is Refusal.DOUBLE
    assert table.do(ev.AgreementMade, agreement=replace(again, continues=NOWHERE)) is Refusal.UNKNOWN
    table.do(ev.Undone, event_id=table.session.history[-1].event_id)
    assert carried(table.session, ONE.ref) is None
    assert table.do(ev.AgreementMade, agreement=again) is None


def test_words_that_change_on_the_way_are_another_version_of_what_people_have() -> None:
    table = filled(ONE)
    made = carried_over(table.session, ONE, "g")
    table.do(ev.AgreementMade, agreement=made)
    for what, version in (("Anders", 2), ("Nog anders", 2)):
        table.do(ev.AgreementChanged, agreement=replace(made, what=what, continues=None))
        kept = carried(table.session, ONE.ref)
        assert kept is not None
        assert (kept.what, kept.version, kept.edition) == (what, version, 1)


# ---- what the room sees


def test_an_item_stands_before_the_room_with_what_was_said() -> None:
    table = filled(ONE, TWO)
    say(table, status=Status.NOT_KEPT, remark="geen tijd")
    assert table.do(ev.LookBackShown, ref=ONE.ref) is None
    view = audience_view(table.session)
    assert view.scene is Scene.LOOK_BACK
    assert view.look_back == ShownLookBack(
        "Bellen over een",
        BEFORE,
        "Veilig Thuis",
        ("Politie",),
        None,
        "",
        Status.NOT_KEPT,
        "geen tijd",
        "",
        False,
        False,
        1,
        2,
    )
    table.do(ev.LookBackShown, ref=None)
    assert audience_view(table.session).scene is Scene.PAGE


def test_what_was_said_beforehand_is_not_for_the_room() -> None:
    told = item(agreed("een", status=Status.HANDED_OVER, status_remark="liever niet", handed_to="oma"))
    table = filled(told)
    table.do(ev.LookBackShown, ref=told.ref)
    assert (shown(table).status, shown(table).remark, shown(table).to) == (Status.HANDED_OVER, "", "")
    assert "liever niet" not in repr(audience_view(table.session))


def test_a_remark_that_is_held_does_not_reach_the_room() -> None:
    table = filled(ONE)
    say(table, remark="Fatima is weg", to="oma van Fatima", findings=(ev.Spotted("naam", "Fatima"),))
    table.do(ev.LookBackShown, ref=ONE.ref)
    assert (shown(table).status, shown(table).remark, shown(table).to) == (Status.KEPT, "", "")


def test_late_is_what_is_open_and_not_taken_further() -> None:
    late = item(agreed("een", deadline=date(2026, 10, 1)))
    table = filled(late)
    table.do(ev.LookBackShown, ref=late.ref)
    assert (shown(table).late, shown(table).carried) == (True, False)
    say(table, late.ref, Status.BUSY)
    assert shown(table).late
    table.do(ev.AgreementMade, agreement=carried_over(table.session, late, "g"))
    assert (shown(table).late, shown(table).carried) == (False, True)
    table.do(ev.Undone, event_id=table.session.history[-1].event_id)
    say(table, late.ref, Status.KEPT)
    assert not shown(table).late


@pytest.mark.parametrize("missing", [SHARED := {"with_ids": ("p-opv",)}, {"with_ids": ("p-onbekend",)}])
def test_one_of_somebody_who_is_not_here_stays_with_the_facilitator(missing: dict[str, Any]) -> None:
    shared = item(agreed("samen", **missing))
    table = filled(shared, ONE)
    assert strangers(table.session, shared) == (("Opvang Oost",) if missing == SHARED else ("p-onbekend",))
    assert table.do(ev.LookBackShown, ref=shared.ref) is Refusal.NOT_AT_TABLE
    assert for_the_table(table.session) == (ONE,)
    table.do(ev.LookBackShown, ref=ONE.ref)
    assert (shown(table).number, shown(table).total) == (1, 1)


def test_whoever_leaves_the_table_takes_it_from_the_room() -> None:
    table = filled(shared := item(agreed("samen", with_ids=("p-opv",))))
    table.do(ev.PartnerAdded, partner=Partner("p-opv", "Opvang Oost"))
    table.do(ev.LookBackShown, ref=shared.ref)
    assert shown(table).with_partners == ("Opvang Oost",)
    table.do(ev.PartnerRenamed, partner_id="p-opv", name="De Opvang")
    assert shown(table).with_partners == ("De Opvang",)
    assert table.do(ev.PartnerRemoved, partner_id="p-opv") is None
    assert audience_view(table.session).scene is Scene.NEUTRAL


def test_what_cannot_be_shown() -> None:
    table = filled(ONE, started=False)
    assert table.do(ev.LookBackShown, ref=ONE.ref) is Refusal.NOT_RUNNING
    assert table.do(ev.LookBackShown, ref=None) is None
    assert table.started().do(ev.LookBackShown, ref=NOWHERE) is Refusal.UNKNOWN


def test_frozen_it_stays_as_the_room_saw_it() -> None:
    table = filled(ONE)
    table.do(ev.LookBackShown, ref=ONE.ref)
    seen = shown(table)
    table.do(ev.ScreenSet, screen=ev.Screen.FROZEN)
    say(table)
    table.do(ev.LookBackShown, ref=None)
    assert shown(table) == seen
    table.do(ev.ScreenSet, screen=ev.Screen.LIVE)
    assert audience_view(table.session).scene is Scene.PAGE


def test_one_that_is_no_longer_there_leaves_the_room() -> None:
    table = filled(ONE, TWO)
    table.do(ev.LookBackShown, ref=ONE.ref)
    table.do(ev.LookBackFilled, items=(TWO,))
    assert audience_view(table.session).scene is Scene.PAGE
    table.do(ev.LookBackShown, ref=TWO.ref)
    say(table, TWO.ref)
    table.do(ev.LookBackFilled, items=(ONE,))
    assert audience_view(table.session).scene is Scene.LOOK_BACK


def test_the_newest_that_was_shown_on_purpose_is_what_the_room_sees() -> None:
    table = Table(CASE_SCRIPT, CASE)
    table.do(ev.LookBackFilled, items=(ONE,))
    table.started().at_step("casus")
    table.do(ev.AgreementMade, agreement=Agreement("g", "Mailen"))
    table.do(ev.SlideWritten, slide=ev.Slide("s", "Pauze", ready=True))
    others: dict[Scene, tuple[type[ev.Event], dict[str, Any]]] = {
        Scene.AGREEMENT: (ev.AgreementReadBack, {"agreement_id": "g"}),
        Scene.DECISION: (ev.CaseShown, {"scene": ev.CaseScene.DECISION}),
        Scene.CONFIDENTIALITY: (ev.ConfidentialityShown, {"text": "Niets."}),
        Scene.SLIDE: (ev.SlideShown, {"slide_id": "s"}),
        Scene.PAGE: (ev.StepEntered, {"step_id": "casus", "page": 1}),
        Scene.NEUTRAL: (ev.SessionClosed, {}),
    }
    for scene, (kind, fields) in others.items():
        assert table.do(ev.LookBackShown, ref=ONE.ref) is None
        assert audience_view(table.session).scene is Scene.LOOK_BACK
        assert table.do(kind, **fields) is None
        assert audience_view(table.session).scene is scene


def test_what_is_taken_away_takes_nothing_else_along() -> None:
    table = filled(ONE)
    table.do(ev.LookBackShown, ref=ONE.ref)
    table.do(ev.ConfidentialityShown, text=None)
    table.do(ev.CaseShown, scene=None)
    table.do(ev.SlideShown, slide_id=None)
    table.do(ev.AgreementReadBack, agreement_id=None)
    assert audience_view(table.session).scene is Scene.LOOK_BACK
    table.do(ev.ConfidentialityShown, text="Wat je hier hoort, blijft hier.")
    table.do(ev.LookBackShown, ref=None)
    assert audience_view(table.session).scene is Scene.CONFIDENTIALITY
    for kind, field in ((ev.ConfidentialityShown, "text"), (ev.AgreementReadBack, "agreement_id")):
        table.do(ev.LookBackShown, ref=ONE.ref)
        table.do(ev.AgreementMade, agreement=Agreement("g", "Mailen"))
        table.do(kind, **{field: "g"})
        table.do(kind, **{field: None})
        assert audience_view(table.session).scene is Scene.PAGE  # what it took the place of does not come back unasked
