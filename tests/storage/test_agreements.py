"""Agreements of all sessions: how each stands now, whichever session said it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, AgreementRef, Status
from facilitator.core.look_back import carried, continued
from facilitator.core.people import Partner
from facilitator.core.vocabulary import Channel
from facilitator.storage import agreements, journal, overview, projection
from facilitator.storage.agreement_rows import indexed
from facilitator.storage.database import Connection, transaction
from tests.builders import CASE, CASE_SCRIPT
from tests.storage.keeping import Meeting
from tests.storage.test_overview import keep

TODAY = date(2026, 12, 10)
POLICE, VT = Partner("p-pol", "Politie"), Partner("p-vt", "Veilig Thuis")


def agreed(meeting: Meeting, number: int = 0) -> Agreement:
    """The n-th agreement of a meeting."""
    assert meeting.session is not None
    return meeting.session.notebook.agreements[number]


def looking_back(old: Meeting, session_id: str = "s-2", days: int = 30) -> Meeting:
    """A later meeting that looks back on the first agreement of an earlier one."""
    assert old.session is not None
    later = Meeting(session_id, day=old.session.details.day + timedelta(days=days))
    later.at = old.at + timedelta(days=days)
    item = ev.LookBackItem(
        AgreementRef(old.id, agreed(old).id), agreed(old), (POLICE, VT), "t", old.session.details.day
    )
    later.do(ev.LookBackFilled, items=(item,))
    return later


def ref(meeting: Meeting) -> AgreementRef:
    """What a meeting looks back on."""
    assert meeting.session is not None
    return meeting.session.course.look_back[0].ref


def standing(connection: Connection, session_id: str = "s-1") -> agreements.AgreementLine:
    """How the first agreement of a session stands now."""
    return agreements.of_session(connection, session_id)[0]


def test_what_a_later_session_says_holds(connection: Connection) -> None:
    old = Meeting().led()
    later = looking_back(old)
    later.do(ev.LookBackSaid, ref=ref(later), status=Status.HANDED_OVER, remark="Ander team", to="GGD", by_id="p-vt")
    keep(connection, old, later)
    line = standing(connection)
    assert (line.status, line.remark, line.handed_to, line.said_by) == (
        Status.HANDED_OVER,
        "Ander team",
        "GGD",
        "Veilig Thuis",
    )
    assert (line.said_in, line.changed_at, line.open) == ("s-2", later.events[-1].at, False)
    (told,) = agreements.elsewhere(connection, "s-1").values()
    assert (told.status, told.continued) == (Status.HANDED_OVER, False)
    assert agreements.due(connection, date(2027, 1, 1)) == ()
    assert agreements.counts(connection, TODAY) == {"s-1": agreements.Count(1, 0)}


def test_the_newest_word_holds_whoever_says_it(connection: Connection) -> None:
    old = Meeting().led()
    later = looking_back(old)
    later.do(ev.LookBackSaid, ref=ref(later), status=Status.KEPT)
    old.at = later.at + timedelta(days=1)
    old.do(ev.AgreementStatusSet, agreement_id=agreed(old).id, status=Status.BUSY, channel=Channel.DESK)
    keep(connection, later, old)  # whichever comes first
    assert (standing(connection).status, standing(connection).said_in) == (Status.BUSY, "s-1")
    assert agreements.elsewhere(connection, "s-1") == {}
    assert agreements.due_count(connection, TODAY) == 1
    assert agreements.counts(connection, TODAY)["s-1"] == (1, 1)


def test_what_is_unsaid_holds_no_more(connection: Connection) -> None:
    old = Meeting().led()
    later = looking_back(old)
    said, _ = later.do(ev.LookBackSaid, ref=ref(later), status=Status.KEPT)
    keep(connection, old, later)
    later.do(ev.Undone, event_id=said.id)
    keep(connection, later)
    assert (standing(connection).status, standing(connection).said_in) == (Status.AGREED, "s-1")


def test_an_agreement_that_was_carried_over_points_to_what_continues_it(connection: Connection) -> None:
    old = Meeting().led()
    later = looking_back(old)
    assert later.session is not None
    going_on = continued(later.session.course.look_back[0], "g-new")
    made, _ = later.do(ev.AgreementMade, agreement=going_on)
    keep(connection, old, later)
    line = standing(connection)
    assert (line.continued, line.open, line.is_late(TODAY)) == (("s-2", "g-new"), False, False)
    assert [due.session_id for due in agreements.due(connection, TODAY)] == ["s-2"]
    assert [(one.continued, one.day) for one in agreements.elsewhere(connection, "s-1").values()] == [
        (True, later.session.details.day)
    ]
    later.do(ev.Undone, event_id=made.id)
    keep(connection, later)
    assert (standing(connection).continued, standing(connection).open) == (None, True)


def test_erasing_the_session_that_said_it_unsays_it(connection: Connection) -> None:
    old = Meeting().led()
    later = looking_back(old)
    later.do(ev.LookBackSaid, ref=ref(later), status=Status.KEPT, remark="merkwoord")
    keep(connection, old, later)
    journal.erase(connection, "s-2", later.at, "asked")
    assert (standing(connection).status, standing(connection).remark) == (Status.AGREED, "")
    assert "merkwoord" not in repr(projection.everything(connection))
    journal.erase(connection, "s-1", later.at, "asked")
    assert not any(rows for table, rows in projection.everything(connection).items() if table != "session")
    assert connection.execute("SELECT count(*) FROM agreement_word WHERE agreement_word MATCH 'bellen'").fetchone() == (
        0,
    )


def test_the_life_of_an_agreement_over_sessions(connection: Connection) -> None:
    old = Meeting().led()
    old.agree("Wij mailen.", status=Status.CONCEPT)
    assert old.session is not None
    old.do(ev.AgreementConfirmed, agreement_id=agreed(old, 1).id)
    later = looking_back(old)
    keep(connection, old, later)
    made, confirmed = agreements.life(connection, ("s-1", agreed(old, 1).id))
    assert (made.status, made.at, made.session_id) == (Status.CONCEPT, None, "s-1")
    assert (confirmed.status, confirmed.at, confirmed.channel) == (Status.AGREED, old.events[-1].at, Channel.ROOM)
    later.do(ev.LookBackSaid, ref=ref(later), status=Status.NOT_KEPT, remark="Geen tijd", by_id="p-pol")
    keep(connection, later)
    newest = agreements.life(connection, ("s-1", agreed(old).id))[-1]
    assert (newest.by_name, newest.remark, newest.session_id) == ("Politie", "Geen tijd", "s-2")
    assert newest.session_day == date(2026, 12, 17)


def test_whose_an_agreement_is(connection: Connection) -> None:
    meeting = Meeting().led(answers=0)
    meeting.agree("x", feedback_ids=("p-vt",), monitored_by_id="p-vt", title="Kort")
    keep(connection, meeting)
    line = agreements.of_session(connection, "s-1")[1]
    assert agreements.one(connection, line.ref) == line
    assert agreements.one(connection, ("s-1", "nothing")) is None
    assert [(party.name, party.roles) for party in agreements.parties(connection, line.ref)] == [
        ("Politie", ("owner",)),
        ("Veilig Thuis", ("with", "feedback", "watches")),
    ]
    assert (line.name, line.what, line.municipality) == ("Kort", "x", "Voorbeeldstad")


def held_agreement() -> Meeting:
    """A meeting with an agreement and a remark whose words wait for a decision."""
    meeting = Meeting().led(answers=0)
    spotted = (ev.Spotted("naam", "Jan Merkwoord"),)
    words = Agreement("g-held", "Bel Jan Merkwoord.", "p-pol", deadline=date(2026, 12, 1), rhythm="bij Jan Merkwoord")
    meeting.do(ev.AgreementMade, agreement=words, findings=spotted)
    said = {"agreement_id": agreed(meeting).id, "status": Status.BUSY, "remark": "Jan Merkwoord"}
    meeting.do(ev.AgreementStatusSet, **said, findings=spotted)
    return meeting


def test_words_that_wait_for_a_decision_are_in_no_row(connection: Connection) -> None:
    meeting = held_agreement()
    later = looking_back(meeting)
    spotted = (ev.Spotted("naam", "Jan Merkwoord"),)
    later.do(ev.LookBackSaid, ref=ref(later), status=Status.BUSY, remark="Jan Merkwoord", findings=spotted)
    keep(connection, meeting, later)
    assert "erkwoord" not in repr(projection.everything(connection))
    line = agreements.of_session(connection, "s-1")[1]
    assert (line.held, line.what, line.owner, line.is_late(TODAY)) == (True, "…", "Politie", True)
    meeting.do(ev.FindingSettled, subject_id="g-held", text="Jan Merkwoord", decision=ev.Decision.SHOWN)
    keep(connection, meeting)
    assert agreements.of_session(connection, "s-1")[1].what == "Bel Jan Merkwoord."


def test_open_agreements_of_earlier_sessions_with_these_organisations(connection: Connection) -> None:
    old, other = held_agreement(), Meeting("s-0", partners=(Partner("p-x", "GGD"), Partner("p-vt", "VT")))
    other.do(ev.SessionStarted)
    other.agree("anders", owner_id="p-x", with_ids=())
    later, after = looking_back(old), Meeting("s-9", day=date(2027, 1, 1))
    after.do(ev.SessionStarted)
    after.agree("nog later")
    keep(connection, old, other, later, after)
    (found,) = agreements.open_of(connection, {"p-pol"}, "s-2")  # not the one whose words wait
    assert (found.ref, found.standing.status, found.standing.at) == (ref(later), Status.BUSY, old.events[-1].at)
    assert {one.ref.session_id for one in agreements.open_of(connection, {"p-x", "p-vt"}, "s-2")} == {"s-0", "s-1"}
    overview.merge_partners(connection, "p-x", "p-pol")
    for known_as in ("p-x", "p-pol"):
        assert [one.ref.session_id for one in agreements.open_of(connection, {known_as}, "s-2")] == ["s-1", "s-0"]
    assert [one.ref.session_id for one in agreements.open_of(connection, {"p-vt"}, "not kept yet")] == ["s-1", "s-9"]
    assert agreements.open_of(connection, {"p-none"}, "s-2") == ()


def test_how_one_stands_that_nobody_said_anything_of(connection: Connection) -> None:
    old = Meeting().led()
    later = looking_back(old)
    keep(connection, old, later)
    (found,) = agreements.open_of(connection, ["p-vt"], "s-2")
    assert (found.standing.status, found.standing.at) == (Status.AGREED, old.events[-1].at)
    later.do(ev.LookBackSaid, ref=ref(later), status=Status.KEPT)
    keep(connection, later)
    assert agreements.open_of(connection, ["p-vt"], "s-2") == ()


def test_what_is_open_is_the_same_everywhere(connection: Connection) -> None:
    meeting = Meeting().led(answers=0)
    for status in Status:
        meeting.agree(status.value, status=status)
    keep(connection, meeting)
    found = connection.execute("SELECT now_status, open FROM agreement").fetchall()
    assert {(Status(status), bool(still)) for status, still in found} == {(one, one.open) for one in Status}


def test_the_themes_of_a_session_are_those_of_its_cases(connection: Connection) -> None:
    meeting = Meeting("learnt", partners=(), script=CASE_SCRIPT, case=replace(CASE, themes=("b", "a", "b")))
    keep(connection, meeting)
    assert projection.everything(connection)["session_theme"] == [("learnt", "a"), ("learnt", "b")]


# ---- whatever is said by whichever session, in whatever order


def _something(meetings: list[Meeting], rnd: Random) -> Meeting:
    """Let something happen to an agreement of one of these meetings; a random moment later."""
    meeting = rnd.choice(meetings)
    meeting.at += timedelta(minutes=rnd.randrange(10_000))
    session = meeting.session
    assert session is not None
    for item in session.course.look_back[:1]:
        if carried(session, item.ref) is not None or rnd.random() < 0.5:
            meeting.do(ev.LookBackSaid, ref=item.ref, status=rnd.choice(tuple(Status)), remark=rnd.choice(("", "x")))
        else:
            meeting.do(ev.AgreementMade, agreement=continued(item, f"c{meeting.number}"))
        return meeting
    if session.notebook.agreements and rnd.random() < 0.7:
        one = rnd.choice(session.notebook.agreements)
        meeting.do(ev.AgreementStatusSet, agreement_id=one.id, status=rnd.choice(tuple(Status)))
    else:
        meeting.agree(deadline=rnd.choice((None, TODAY)))
    return meeting


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_how_all_stands_is_the_same_made_step_by_step_and_made_anew(connection: Connection, seed: int) -> None:
    rnd = Random(seed)
    old = Meeting().led(answers=0)
    meetings = [old, looking_back(old), looking_back(old, "s-3", 60)]
    keep(connection, *meetings)
    for _ in range(rnd.randrange(15)):
        meeting = _something(meetings, rnd)
        history = meeting.session.history if meeting.session is not None else ()
        if history and rnd.random() < 0.2:
            meeting.do(ev.Undone, event_id=history[-1].event_id)
        keep(connection, meeting)
    gone = rnd.choice((None, "s-1", "s-2", "s-3"))
    if gone is not None:
        journal.erase(connection, gone, old.at, "asked")
    step_by_step = projection.everything(connection)
    journal.rebuild(connection)
    assert projection.everything(connection) == step_by_step
    assert _newest(meetings, gone) == {line.ref: line.status for line in _all(connection)}
    with transaction(connection):
        connection.execute("DELETE FROM event")
        for table in reversed(projection.TABLES):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608  our own names
        connection.execute("DELETE FROM erasure")


def _all(connection: Connection) -> list[agreements.AgreementLine]:
    return [line for one in ("s-1", "s-2", "s-3") for line in agreements.of_session(connection, one)]


def _newest(meetings: list[Meeting], gone: str | None) -> dict[tuple[str, str], Status]:
    """How every agreement stands, told the slow way."""
    found: dict[tuple[str, str], Status] = {}
    sessions = [meeting.session for meeting in meetings if meeting.session is not None and meeting.id != gone]
    for session in sessions:
        for one in session.notebook.agreements:
            said = [
                (word.at, 1, word.status)
                for other in sessions
                for word in other.notebook.looked_back
                if word.ref == AgreementRef(session.id, one.id)
            ]
            own = one.standings[-1].at if one.standings else datetime.min.replace(tzinfo=UTC)
            found[session.id, one.id] = max([(own, 0, one.status), *said])[2]
    return found


@pytest.mark.parametrize("text", ["Bellen", "bellén", "bel", "politie", "voorbeeldstad", "proefdraaiboek"])
def test_the_words_of_an_agreement_are_in_the_index(connection: Connection, text: str) -> None:
    keep(connection, Meeting().led())
    asked = " OR ".join(f'"{word}" *' for word in indexed(text).split())
    found = connection.execute("SELECT rowid FROM agreement_word WHERE agreement_word MATCH ?", (asked,)).fetchall()
    assert len(found) == 1
