"""A session that was held elsewhere, known by its report: it begins closed, is followed up, and is renewed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Escalation, Standing, Status
from facilitator.core.apply import apply, judge
from facilitator.core.archived import known_here, planned
from facilitator.core.codec import event_from_plain, event_to_plain
from facilitator.core.people import Participant, Partner
from facilitator.core.refusal import Refusal
from facilitator.core.script import Form
from facilitator.core.session import Session, State
from facilitator.core.vocabulary import READ_IN, Channel, Frustration
from tests.builders import DETAILS, PEOPLE, POLICE, SAFE, SCRIPT, TEAM, Table

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
SOURCE = ev.ReadFrom("verslag.pdf", "ab")
AGREED = Agreement("g-1", "Vast contactpersoon", SAFE.id, "d-2", (POLICE.id,), status=Status.AGREED)
REPORT = ev.ArchivedReport(
    "elders",
    "Het Gesprek in de wijk",
    Form.HET_GESPREK,
    DETAILS,
    steps=(ev.ArchivedStep("Welkom", 10), ev.ArchivedStep("Afspraken", 40)),
    partners=(POLICE, SAFE, TEAM),
    participants=PEOPLE,
    agreements=(AGREED,),
)


def read(report: ev.ArchivedReport = REPORT) -> Session:
    outcome = judge(None, planned(report, SOURCE, "e-1", NOW))
    assert isinstance(outcome, Session), outcome
    return outcome


def newer(session: Session, report: ev.ArchivedReport) -> Session | Refusal:
    at = NOW + timedelta(days=9)
    return judge(session, ev.ReportRead(id="e-2", at=at, report=report, source=ev.ReadFrom("nieuw.pdf", "cd")))


def followed(session: Session, status: Status, remark: str) -> Session:
    event = ev.AgreementStatusSet(
        id="e-s", at=NOW, agreement_id="g-1", status=status, remark=remark, channel=Channel.DESK
    )
    after = apply(session, event)
    assert after is not None
    return after


def test_it_begins_closed_with_what_the_report_tells() -> None:
    session = read()
    assert (session.course.state, session.version, session.script.id) == (State.CLOSED, 1, READ_IN)
    assert [step.title for step in session.steps] == ["Welkom", "Afspraken"]
    assert session.minutes == (10, 40)
    assert session.read_from == SOURCE
    (agreement,) = session.notebook.agreements
    ended = datetime(2026, 11, 17, 14, 40, tzinfo=UTC)
    assert session.course.closed_at == (ended,)
    assert agreement.standings == (Standing(Status.AGREED, ended, channel=Channel.FILE),)
    assert replace(agreement, standings=(), confirmed=False) == AGREED


def test_a_report_without_steps_has_one_of_its_own_name() -> None:
    assert [step.title for step in read(replace(REPORT, steps=())).steps] == ["Het Gesprek in de wijk"]


def test_its_event_is_kept_like_any_other() -> None:
    event = planned(REPORT, SOURCE, "e-1", NOW)
    assert event_from_plain(event_to_plain(event)) == event


def test_how_an_agreement_stands_can_be_said_and_nothing_else() -> None:
    session = followed(read(), Status.KEPT, "geregeld")
    assert session.notebook.agreements[0].status is Status.KEPT
    assert judge(session, ev.SessionReopened(id="x", at=NOW)) is Refusal.HELD_ELSEWHERE
    assert judge(session, ev.AgreementRemoved(id="x", at=NOW, agreement_id="g-1")) is Refusal.CLOSED


def test_a_newer_version_takes_the_place_and_what_was_said_here_stays() -> None:
    session = followed(read(), Status.BUSY, "bijna")
    corrected = replace(AGREED, what="Vast contactpersoon, ook in de vakantie", status=Status.CONCEPT)
    added = Agreement("g-2", "Elke maand bellen", POLICE.id)
    after = newer(session, replace(REPORT, version=2, agreements=(corrected, added)))
    assert isinstance(after, Session)
    first, second = after.notebook.agreements
    assert (first.what, first.status, first.status_remark) == (corrected.what, Status.BUSY, "bijna")
    assert [standing.channel for standing in first.standings] == [Channel.FILE, Channel.DESK]
    assert (second.what, second.status, after.version) == ("Elke maand bellen", Status.CONCEPT, 2)
    assert after.read_from == ev.ReadFrom("nieuw.pdf", "cd")


def test_what_a_report_tells_of_a_life_is_taken_over() -> None:
    life = (Standing(Status.AGREED, NOW - timedelta(days=9)), Standing(Status.KEPT, NOW, "klaar", SAFE.id, to="x"))
    (agreement,) = read(replace(REPORT, agreements=(replace(AGREED, standings=life),))).notebook.agreements
    assert (agreement.status, agreement.status_remark, agreement.handed_to) == (Status.KEPT, "klaar", "x")
    assert len(agreement.standings) == 2


@pytest.mark.parametrize("version", [1, 0])
def test_the_same_or_an_older_version_changes_nothing(version: int) -> None:
    assert newer(read(), replace(REPORT, version=version)) is Refusal.READ_ALREADY


def test_a_session_that_was_held_here_takes_no_report() -> None:
    session = Table().started().session
    assert newer(session, replace(REPORT, session_id="s-1", version=9)) is Refusal.HELD_HERE


def chafing(*told: tuple[Frustration, str, int]) -> ev.ArchivedReport:
    return replace(REPORT, frustrations=tuple(ev.ArchivedFrustration(*one) for one in told))


def test_how_many_recognised_a_frustration_is_taken_over_at_its_step() -> None:
    told = ((Frustration.TRUST, "Afspraken", 8), (Frustration.TRUST, "Afspraken", 6), (Frustration.DIRECTION, "x", 0))
    session = read(chafing(*told))
    assert session.notebook.frustrations == (
        (Frustration.TRUST, "stap-2", 8),
        (Frustration.DIRECTION, "stap-1", 1),  # a step of no such name, and only a few
    )
    after = newer(session, replace(chafing((Frustration.TRUST, "Welkom", 9)), version=2))
    assert isinstance(after, Session)
    assert after.notebook.frustrations == ((Frustration.TRUST, "stap-1", 9),)


BAD: dict[str, dict[str, Any]] = {
    "a version that cannot be": {"version": 0},
    "fewer than nobody": {"frustrations": (ev.ArchivedFrustration(Frustration.TRUST, "Welkom", -1),)},
    "more than anybody": {"frustrations": (ev.ArchivedFrustration(Frustration.TRUST, "Welkom", 10**30),)},
    "a partner twice": {"partners": (POLICE, SAFE, TEAM, POLICE)},
    "a person of nobody": {"participants": (*PEOPLE, Participant("d-9", "x", "p-9"))},
    "an agreement of nobody": {"agreements": (replace(AGREED, with_ids=("p-9",)),)},
    "an owner who is not there": {"agreements": (replace(AGREED, owner_participant_id="d-9"),)},
    "an agreement without words": {"agreements": (replace(AGREED, what=" "),)},
    "an escalation that cannot be": {"agreements": (replace(AGREED, escalation=(Escalation(9, "wie"),)),)},
    "a zone that is nowhere": {"details": replace(DETAILS, time_zone="Nergens/Huizen")},
    "said by nobody": {"agreements": (replace(AGREED, standings=(Standing(Status.KEPT, NOW, by_id="p-9"),)),)},
}


@pytest.mark.parametrize("what", BAD)
def test_a_report_in_which_something_does_not_fit_begins_nothing(what: str) -> None:
    assert judge(None, planned(replace(REPORT, **BAD[what]), SOURCE, "e-1", NOW)) is Refusal.UNKNOWN


def test_a_newer_report_of_another_session_is_not_taken() -> None:
    assert newer(read(), replace(REPORT, session_id="anders", version=2)) is Refusal.UNKNOWN


def test_the_first_event_of_other_sessions_is_as_it_was() -> None:
    first = Table().events[0]
    assert isinstance(first, ev.SessionPlanned)
    half = judge(None, replace(first, report=REPORT))
    assert isinstance(half, Session)
    assert (half.course.state, half.script) == (State.PLANNED, SCRIPT)


def test_organisations_get_the_ids_they_have_here() -> None:
    life = (Standing(Status.KEPT, NOW, by_id=POLICE.id),)
    agreement = replace(
        AGREED, directed_by_id=TEAM.id, monitored_by_id="p-?", feedback_ids=(POLICE.id,), standings=life
    )
    report = known_here(replace(REPORT, agreements=(agreement,)), {"politie": "hier-pol", "veilig thuis": "hier-vt"})
    assert [partner.id for partner in report.partners] == ["hier-pol", "hier-vt", TEAM.id]
    assert [person.partner_id for person in report.participants[:2]] == ["hier-pol", "hier-vt"]
    (here,) = report.agreements
    assert (here.owner_id, here.with_ids, here.feedback_ids) == ("hier-vt", ("hier-pol",), ("hier-pol",))
    assert (here.directed_by_id, here.monitored_by_id, here.standings[0].by_id) == (TEAM.id, "p-?", "hier-pol")
    assert known_here(replace(report, agreements=(replace(here, owner_id=None),)), {}).agreements[0].owner_id is None


def test_two_organisations_of_one_name_stay_two() -> None:
    double = replace(REPORT, partners=(POLICE, Partner("p-2", "POLITIE")), participants=(), agreements=())
    assert [partner.id for partner in known_here(double, {"politie": "hier"}).partners] == ["hier", "p-2"]


@pytest.mark.parametrize("status", Status)
def test_why_and_to_whom_come_along_from_beside_the_life(status: Status) -> None:
    told = replace(AGREED, status=status, status_remark="geen tijd", handed_to="de huisarts")
    for life in ((), (Standing(status, NOW),)):
        (agreement,) = read(replace(REPORT, agreements=(replace(told, standings=life),))).notebook.agreements
        newest = agreement.standings[-1]
        assert (newest.status, newest.remark, newest.to) == (status, "geen tijd", "de huisarts")
        assert (agreement.status, agreement.status_remark, agreement.handed_to) == (status, "geen tijd", "de huisarts")
        assert agreement.confirmed == (status is not Status.CONCEPT)


def test_what_was_said_last_holds_wherever_it_was_said() -> None:
    session = followed(read(), Status.BUSY, "bijna")
    told = replace(AGREED, standings=(Standing(Status.KEPT, NOW + timedelta(days=8), "klaar"),))
    after = newer(session, replace(REPORT, version=2, agreements=(told,)))
    assert isinstance(after, Session)
    (agreement,) = after.notebook.agreements
    assert (agreement.status, agreement.status_remark) == (Status.KEPT, "klaar")
    assert [standing.channel for standing in agreement.standings] == [Channel.DESK, Channel.FILE]


def test_nothing_that_a_report_tells_is_of_after_it_was_read() -> None:
    life = (Standing(Status.KEPT, NOW + timedelta(days=400)),)
    today = replace(DETAILS, day=NOW.date(), start=time(23, 0))
    session = read(replace(REPORT, details=today, agreements=(AGREED, replace(AGREED, id="g-2", standings=life))))
    assert {one.at for agreement in session.notebook.agreements for one in agreement.standings} == {NOW}
    assert session.course.closed_at == (NOW,)
