"""How paragraphs of a model fare over all sessions: counted without persons, each reason with its session."""

from __future__ import annotations

from datetime import date

from facilitator.core import events as ev
from facilitator.core.agreement import Ground, Status
from facilitator.storage import journal
from facilitator.storage.database import Connection, transaction
from facilitator.storage.paragraph_rows import practice
from facilitator.storage.projection import Projector, delete, rows_of
from tests.storage.keeping import Meeting

CALL, TALK = Ground("model", "bellen", "Bellen"), Ground("model", "praten", "Praten")
TODAY = date(2026, 12, 24)


def keep(connection: Connection, *meetings: Meeting) -> None:
    with transaction(connection):
        for meeting in meetings:
            journal.add(connection, [entry.record for entry in meeting.entries])
            last = meeting.entries[-1]
            Projector().write(connection, meeting.id, rows_of(last.session, last.at))


def meeting(id_: str, day: date, *marks: ev.ParagraphMark) -> Meeting:
    made = Meeting(id_, day=day).led(answers=0)
    for mark in marks:
        made.do(ev.ParagraphMarked, mark=mark)
    return made


def mark(id_: str, why: str = "", *, chafes: bool = True, ground: Ground = CALL) -> ev.ParagraphMark:
    return ev.ParagraphMark(id_, ground, chafes, why)


def test_nothing_was_said_at_first(connection: Connection) -> None:
    keep(connection, meeting("s-1", TODAY))
    assert practice(connection, "model", TODAY) == {}


def test_how_often_in_how_many_sessions_and_when_last(connection: Connection) -> None:
    keep(
        connection,
        meeting("s-1", date(2026, 10, 1), mark("1", "te laat"), mark("2")),
        meeting("s-2", date(2026, 11, 1), mark("3", "weer te laat"), mark("4", chafes=False)),
        meeting("s-3", date(2026, 12, 1), mark("5", ground=TALK), mark("6", chafes=False)),
    )
    found = practice(connection, "model", TODAY)
    assert (len(found["bellen"].chafing), found["bellen"].sessions, found["bellen"].last) == (3, 2, date(2026, 11, 1))
    assert [each.session_id for each in found["bellen"].said] == ["s-3", "s-2", "s-2", "s-1", "s-1"]
    assert {each.why for each in found["bellen"].said} == {"te laat", "weer te laat", ""}
    assert (found["praten"].sessions, found["praten"].said[0].place) == (1, "Wijk Noord")
    assert practice(connection, "ander", TODAY) == {}


def test_what_only_works_never_chafed(connection: Connection) -> None:
    keep(connection, meeting("s-1", TODAY, mark("1", chafes=False)))
    found = practice(connection, "model", TODAY)["bellen"]
    assert (found.chafing, found.sessions, found.last) == ((), 0, None)


def test_agreements_that_are_not_kept_or_late_count_for_their_paragraph(connection: Connection) -> None:
    made = meeting("s-1", date(2026, 11, 17))
    made.agree("te laat", deadline=date(2026, 12, 1), ground=CALL)
    made.agree("niet", deadline=date(2026, 12, 1), status=Status.NOT_KEPT, ground=CALL)
    made.agree("op tijd", deadline=date(2027, 1, 1), ground=CALL)
    made.agree("gedaan", deadline=date(2026, 12, 1), status=Status.KEPT, ground=CALL)
    made.agree("zonder grond", deadline=date(2026, 12, 1))
    keep(connection, made)
    broken = practice(connection, "model", TODAY)["bellen"].broken
    assert sorted((each.what, each.late) for each in broken) == [("niet", False), ("te laat", True)]
    assert broken[0].session_id == "s-1"


def test_a_reason_that_waits_for_a_decision_does_not_show(connection: Connection) -> None:
    made = Meeting("s-1", day=TODAY).led(answers=0)
    made.do(ev.ParagraphMarked, mark=mark("1", "Fatima belt"), findings=(ev.Spotted("naam", "Fatima"),))
    keep(connection, made)
    assert [each.why for each in practice(connection, "model", TODAY)["bellen"].said] == [""]


def test_an_erased_session_counts_no_more(connection: Connection) -> None:
    keep(connection, meeting("s-1", TODAY, mark("1", "te laat")))
    with transaction(connection):
        delete(connection, "s-1")
    assert practice(connection, "model", TODAY) == {}
