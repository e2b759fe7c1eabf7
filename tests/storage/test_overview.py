from __future__ import annotations

from datetime import date, time

from facilitator.core import events as ev
from facilitator.core.agreement import Status
from facilitator.core.people import Partner
from facilitator.core.script import Form
from facilitator.core.session import State
from facilitator.storage import agreements, journal, overview
from facilitator.storage.database import Connection, transaction
from facilitator.storage.projection import Projector, rows_of
from tests.builders import CASE, CASE_SCRIPT
from tests.storage.keeping import Meeting


def keep(connection: Connection, *meetings: Meeting) -> None:
    """Keep all that happened in these meetings."""
    with transaction(connection):
        for meeting in meetings:
            journal.add(connection, [entry.record for entry in meeting.entries])
            last = meeting.entries[-1]
            Projector().write(connection, meeting.id, rows_of(last.session, last.at))


def test_a_session_in_the_list_tells_where_it_was(connection: Connection) -> None:
    meeting = Meeting().led()
    keep(connection, meeting)
    line = overview.session(connection, "s-1")
    assert line is not None
    assert overview.sessions(connection) == (line,)
    assert (line.title, line.form, line.place) == ("Proefdraaiboek", Form.HET_GESPREK, "Wijk Noord")
    assert (line.day, line.start, line.municipality) == (date(2026, 11, 17), time(14, 0), "Voorbeeldstad")
    assert (line.state, line.version, line.keep_months) == (State.RUNNING, 1, 12)
    assert (line.step, line.steps, line.step_title) == (1, 6, "Stap nodig")
    assert line.last_at == meeting.events[-1].at
    assert overview.session(connection, "nowhere") is None


def test_sessions_are_listed_by_state_the_newest_first(connection: Connection) -> None:
    old, new, planned = Meeting("old").led(), Meeting("new", day=date(2026, 12, 1)).led(), Meeting("planned")
    old.do(ev.SessionClosed)
    keep(connection, old, new, planned)
    assert overview.sessions(connection)[0].id == "new"
    assert [line.id for line in overview.sessions(connection, State.RUNNING)] == ["new"]
    assert {line.id for line in overview.sessions(connection, State.PLANNED, State.CLOSED)} == {"old", "planned"}
    assert len(overview.sessions(connection, limit=2)) == 2


def test_agreements_that_are_due_or_late(connection: Connection) -> None:
    meeting = Meeting().led(answers=0)
    meeting.agree("later", deadline=date(2026, 12, 24))
    meeting.agree("late", deadline=date(2026, 11, 20), with_ids=("p-vt", "p-pol"), owner_id=None)
    meeting.agree("kept", deadline=date(2026, 11, 20), status=Status.KEPT)
    meeting.agree("no day", rhythm="elke week")
    keep(connection, meeting)
    lines = agreements.due(connection, date(2026, 12, 1))
    assert [line.what for line in lines] == ["late", "Wij bellen."]
    assert (lines[0].owner, lines[0].owner_id, lines[0].with_names) == ("", None, ("Veilig Thuis", "Politie"))
    assert (lines[1].owner, lines[1].deadline, lines[1].status) == ("Politie", date(2026, 12, 1), Status.AGREED)
    assert (lines[1].session_title, lines[1].session_day) == ("Proefdraaiboek", date(2026, 11, 17))
    everything = agreements.of_session(connection, "s-1")
    assert [line.what for line in everything] == ["Wij bellen.", "later", "late", "kept", "no day"]
    assert everything[4].rhythm == "elke week"


def test_an_agreement_taken_away_is_due_no_more(connection: Connection) -> None:
    meeting = Meeting().led()
    keep(connection, meeting)
    meeting.do(ev.Undone, event_id=meeting.events[-1].id)
    keep(connection, meeting)
    assert agreements.due(connection, date(2027, 1, 1)) == ()


def test_a_partner_is_offered_once_with_its_newest_name(connection: Connection) -> None:
    one = Meeting("one", partners=(Partner("p-pol", "Politie"),))
    two = Meeting("two", partners=(Partner("p-pol", "Politie Oost"),), day=date(2026, 12, 1), municipality="Ede")
    keep(connection, two, one)
    (line,) = overview.partners(connection)
    assert (line.id, line.name, line.folded) == ("p-pol", "Politie Oost", "politie oost")
    assert (line.municipality, line.last_day, line.sessions) == ("Ede", date(2026, 12, 1), 2)


def test_doubles_can_be_merged_and_stay_so(connection: Connection) -> None:
    one = Meeting("one", partners=(Partner("a", "Politie"), Partner("b", "politie"), Partner("c", "De politie")))
    keep(connection, one)
    overview.merge_partners(connection, "b", "c")
    overview.merge_partners(connection, "c", "a")
    overview.merge_partners(connection, "a", "b")  # one already: nothing happens
    journal.rebuild(connection)
    (line,) = overview.partners(connection)
    assert (line.id, line.name, line.sessions) == ("a", "Politie", 1)


def test_partners_of_an_erased_session_are_offered_no_more(connection: Connection) -> None:
    one, two = Meeting("one", partners=(Partner("a", "Politie"),)), Meeting("two", partners=(Partner("b", "GGD"),))
    keep(connection, one, two)
    journal.erase(connection, "one", one.at, "asked")
    assert [line.name for line in overview.partners(connection)] == ["GGD"]


def test_what_was_used_when_and_with_whom(connection: Connection) -> None:
    old = Meeting("old", partners=(Partner("p-vt", "Veilig Thuis"), Partner("p-pol", "Politie"))).led()
    new, planned = Meeting("new", day=date(2026, 12, 1), partners=()), Meeting("planned")
    new.do(ev.SessionStarted)
    keep(connection, old, new, planned)
    newest, oldest = overview.uses(connection)
    assert (newest.session_id, newest.day, newest.partners) == ("new", date(2026, 12, 1), ())
    assert (oldest.session_id, oldest.title, oldest.script_id, oldest.case_id) == (
        "old",
        "Proefdraaiboek",
        "proef",
        None,
    )
    assert (oldest.partners, oldest.place, oldest.municipality) == (
        ("Politie", "Veilig Thuis"),
        "Wijk Noord",
        "Voorbeeldstad",
    )
    assert overview.uses(connection, script_id="proef") == (newest, oldest)
    assert overview.uses(connection, script_id="another") == ()
    assert overview.uses(connection, case_id="some") == ()


def test_the_case_of_a_session_is_known_too(connection: Connection) -> None:
    meeting = Meeting("learnt", partners=(), script=CASE_SCRIPT, case=CASE)
    meeting.do(ev.SessionStarted)
    keep(connection, meeting)
    (use,) = overview.uses(connection, case_id=CASE.id)
    assert (use.session_id, use.case_id) == ("learnt", CASE.id)
    assert overview.uses(connection, case_id=CASE.id, script_id="another") == ()
