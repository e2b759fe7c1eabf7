"""Whose days are whose, and what becomes of them when an agreement changes, ends or goes away."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import icalendar
import pytest
from hypothesis import given, settings

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Status
from facilitator.core.course import Stood
from facilitator.core.look_back import continued
from facilitator.core.session import Session
from facilitator.report.bundle import documents_of
from facilitator.report.formats.calendar import calendar_file, cancelling_file
from facilitator.report.formats.diary import diary_of
from facilitator.report.formats.jobs import calendars_of
from facilitator.report.formats.reader import Reader
from facilitator.report.press import Press
from tests.builders import DETAILS, Table
from tests.core.look_back import filled, item
from tests.random_sessions import random_table
from tests.report.documents.test_nothing_leaks import furnished, private, said_in, sessions, words

DECEMBER, MARCH = date(2026, 12, 1), date(2027, 3, 1)
ONE = Agreement("g-1", "bellen", "p-pol", with_ids=("p-vt",), deadline=DECEMBER, evaluate_on=MARCH)
NOOR, SAM, KIM = Reader("p-pol", "d-1"), Reader("p-vt", "d-2"), Reader("p-wijk", "d-3")
ALL = Reader()


def closed(*agreements: Agreement) -> Table:
    table = Table().started()
    for agreement in agreements:
        assert table.do(ev.AgreementMade, agreement=agreement) is None
        assert table.do(ev.AgreementConfirmed, agreement_id=agreement.id) is None
    table.do(ev.SessionClosed)
    return table


def again(table: Table, kind: type[ev.Event], **fields: Any) -> Session:
    """Correct the session and close it anew."""
    assert table.do(ev.SessionReopened, reason="x") is None
    assert table.do(kind, **fields) is None
    assert table.do(ev.SessionClosed) is None
    return table.session


def told(session: Session, reader: Reader) -> dict[str, date]:
    return {day.summary: day.day for day in diary_of(session, reader).days}


def test_a_reader_gets_the_days_of_their_own_agreements_and_of_the_next_meeting() -> None:
    session = closed(ONE).session
    meeting = {"We meet again: Het Gesprek · Wijk Noord": date(2027, 1, 14)}
    for reader in (NOOR, SAM, ALL):
        assert told(session, reader) == {"Agreement: bellen": DECEMBER, "Evaluate: bellen": MARCH} | meeting
    assert told(session, KIM) == meeting


def test_only_who_owns_it_is_reminded() -> None:
    mine = replace(ONE, owner_id="p-wijk", owner_participant_id="d-3", evaluate_on=None)
    session = closed(mine).session
    reminded = {
        reader: diary_of(session, reader).days[0].remind
        for reader in (KIM, Reader("p-wijk", "d-4"), SAM, Reader("p-wijk"), ALL)
    }
    assert list(reminded.values()) == [7, None, None, 7, None]


def test_a_changed_day_is_the_same_event_with_a_higher_number_and_a_later_stamp() -> None:
    table = closed(ONE)
    before = diary_of(table.session, SAM)
    after = diary_of(again(table, ev.AgreementChanged, agreement=replace(ONE, deadline=MARCH)), SAM)
    assert [day.uid for day in after.days] == [day.uid for day in before.days]
    assert all(new.sequence > old.sequence for new, old in zip(after.days, before.days, strict=True))
    assert (before.days[0].day, after.days[0].day) == (DECEMBER, MARCH)
    assert after.stamp > before.stamp
    assert after.cancelled == ()


@pytest.mark.parametrize("status", [Status.KEPT, Status.NOT_KEPT, Status.DROPPED, Status.HANDED_OVER])
def test_what_ended_is_cancelled_and_can_come_back(status: Status) -> None:
    table = closed(ONE)
    first = diary_of(table.session, SAM)
    table.do(ev.AgreementStatusSet, agreement_id="g-1", status=status)
    gone = diary_of(table.session, SAM)
    assert [day.uid for day in gone.cancelled] == [day.uid for day in first.days[:2]]
    assert [day.day for day in gone.cancelled] == [DECEMBER, MARCH]
    assert [day.summary for day in gone.days] == ["We meet again: Het Gesprek · Wijk Noord"]
    assert all(new.sequence > old.sequence for new, old in zip(gone.cancelled, first.days, strict=False))
    table.do(ev.AgreementStatusSet, agreement_id="g-1", status=Status.BUSY)
    back = diary_of(table.session, SAM)
    assert back.cancelled == ()
    assert back.days[0].sequence > gone.cancelled[0].sequence
    assert back.stamp > gone.stamp > first.stamp


def test_what_was_taken_away_is_cancelled_without_its_words() -> None:
    table = closed(ONE)
    session = again(table, ev.AgreementRemoved, agreement_id="g-1")
    diary = diary_of(session, SAM)
    assert [day.cancelled for day in diary.cancelled] == [True, True]
    assert "bellen" not in repr(diary)
    assert diary_of(session, KIM).cancelled == ()


def test_what_belongs_to_others_now_is_cancelled_without_how_it_stands() -> None:
    table = closed(ONE)
    again(table, ev.AgreementChanged, agreement=replace(ONE, with_ids=("p-wijk",)))
    table.do(ev.AgreementStatusSet, agreement_id="g-1", status=Status.KEPT)
    assert [day.details for day in diary_of(table.session, SAM).cancelled] == ["", ""]
    assert [day.details for day in diary_of(table.session, NOOR).cancelled] == ["This agreement was kept."] * 2


def test_what_waits_for_a_decision_is_neither_told_nor_cancelled() -> None:
    table = closed(ONE)
    spotted = (ev.Spotted("naam", "Fatima"),)
    changed = replace(ONE, what="Fatima bellen")
    session = again(table, ev.AgreementChanged, agreement=changed, findings=spotted)
    diary = diary_of(session, SAM)
    assert [day.summary for day in diary.days] == ["We meet again: Het Gesprek · Wijk Noord"]
    assert diary.cancelled == ()


def test_without_a_closing_there_is_nothing_to_cancel() -> None:
    table = Table().started()
    table.do(ev.AgreementMade, agreement=ONE)
    table.do(ev.AgreementRemoved, agreement_id="g-1")
    assert diary_of(table.session, ALL).cancelled == ()
    assert diary_of(table.session, ALL).stamp == table.session.course.visits[-1].at
    assert diary_of(Table().session, ALL).stamp == datetime(2026, 11, 17, 13, 0, tzinfo=UTC)


def test_who_has_no_day_gets_no_file_and_who_loses_one_gets_two(press: Press) -> None:
    bare = ev.Details("Wijk Noord", date(2026, 11, 17), Table().session.details.start, 100)
    table = Table(details=bare).started()
    table.do(ev.AgreementMade, agreement=ONE)
    table.do(ev.SessionClosed)
    made = calendars_of(documents_of(table.session))
    assert [job.path.name.split(" - ")[0] for job in made] == [
        *("All agreements.ics", "Politie.ics", "Veilig Thuis.ics", "Politie", "Veilig Thuis")
    ]
    again(table, ev.AgreementRemoved, agreement_id="g-1")
    made = calendars_of(documents_of(table.session))
    assert [job.cancelling for job in made] == [False, True] * 5
    for job in made:
        read = icalendar.Calendar.from_ical(job.render(press).pdf)
        assert {str(event["STATUS"]) for event in read.walk("VEVENT")} == {"CANCELLED"}


def dated(session: Session) -> Session:
    """Give every agreement its days, and a version before in which each belonged to everybody."""
    book, everybody = session.notebook, frozenset(partner.id for partner in session.notebook.partners)
    agreements = tuple(replace(one, deadline=DECEMBER, evaluate_on=MARCH) for one in book.agreements)
    stood = tuple(Stood(one.id, 1, one.owner_id, DECEMBER, everybody, MARCH) for one in agreements)
    course = replace(session.course, editions=(stood,))
    return replace(session, notebook=replace(book, agreements=agreements), course=course)


@settings(max_examples=60, deadline=None)
@given(sessions())
def test_a_calendar_holds_only_what_is_its_readers(played: Session) -> None:
    session = dated(played)
    for person in session.notebook.participants:
        diary = diary_of(session, Reader(person.partner_id, person.id))
        data = calendar_file((*diary.days, *diary.cancelled), diary.name, diary.stamp)
        told = (
            (data + cancelling_file(diary.cancelled, diary.stamp)).replace(b"\r\n ", b"").replace(b"\\n", b" ").decode()
        )
        book = session.notebook
        mine = [one for one in book.agreements if one.concerns(person.partner_id) and not book.is_held(one.id)]
        assert words(told) <= set().union(*map(said_in, mine)) - private(session)
        assert {one.what for one in mine if one.status.open and words(one.what)} <= words(told)


def test_a_calendar_that_leaks_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    session = dated(furnished(random_table(3, 80)).session)
    mine = words(" ".join(day.summary for day in diary_of(session, SAM).days))
    monkeypatch.setattr(Reader, "has", lambda _self, _parties: True)
    assert words(" ".join(day.summary for day in diary_of(session, SAM).days)) > mine


def test_a_next_meeting_that_is_called_off_is_cancelled_for_everybody_and_can_come_back() -> None:
    table = closed(ONE)
    first = diary_of(table.session, KIM)
    off = diary_of(again(table, ev.DetailsChanged, details=replace(DETAILS, next_meeting=None)), KIM)
    assert off.days == ()
    (cancelled,) = off.cancelled
    assert (cancelled.uid, cancelled.day, cancelled.cancelled) == (first.days[0].uid, first.days[0].day, True)
    assert cancelled.sequence > first.days[0].sequence
    assert {job.cancelling for job in calendars_of(documents_of(table.session))} == {False, True}
    back = diary_of(again(table, ev.DetailsChanged, details=DETAILS), KIM)
    assert back.cancelled == ()
    assert back.days[0].sequence > cancelled.sequence


def test_days_of_an_earlier_session_are_taken_over_by_the_one_that_goes_on_with_it() -> None:
    before = closed(ONE)
    again(before, ev.AgreementChanged, agreement=replace(ONE, what="mailen"))
    old = before.session.agreement(ONE.id)
    assert old is not None
    table = filled(item(old, "s-0"))
    made = continued(table.session.course.look_back[0], "verder")
    assert table.do(ev.AgreementMade, agreement=made) is None
    assert diary_of(table.session, SAM).cancelled == ()
    table.do(ev.SessionClosed)
    diary, earlier = diary_of(table.session, SAM), diary_of(replace(before.session, id="s-0"), SAM).days[:2]
    assert [day.uid for day in diary.cancelled] == [day.uid for day in earlier]
    assert all(new.sequence > day.sequence for new, day in zip(diary.cancelled, earlier, strict=True))
    assert {day.uid for day in diary.days}.isdisjoint(day.uid for day in earlier)
    assert diary_of(table.session, KIM).cancelled == ()
    assert any(job.cancelling for job in calendars_of(documents_of(table.session)))
