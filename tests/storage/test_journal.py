from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from sqlcipher3 import dbapi2

from facilitator.core import events as ev
from facilitator.core.apply import apply
from facilitator.core.session import Session
from facilitator.storage import journal, projection
from facilitator.storage.database import PRAGMAS, Connection, transaction
from facilitator.storage.errors import Broken
from facilitator.storage.forgetting import empty_log
from facilitator.storage.journal import record_of
from facilitator.storage.ledger import Entry
from facilitator.storage.migrations import migrate
from facilitator.storage.projection import Projector, rows_of
from tests.builders import Table
from tests.random_sessions import tables
from tests.storage.keeping import NOW, Meeting, bytes_of

DERIVED = tuple(reversed(projection.TABLES))


def keep(connection: Connection, entries: Iterable[Entry]) -> None:
    """Keep events one by one, each in a transaction of its own."""
    projector = Projector()
    for entry in entries:
        with transaction(connection):
            journal.add(connection, [entry.record])
            projector.write(connection, entry.session.id, rows_of(entry.session, entry.at))


def entries_of(table: Table) -> list[Entry]:
    """All events at a table, with the session after each."""
    session, entries = None, []
    for event in table.events:
        session = apply(session, event)
        assert session is not None
        entries.append(Entry(record_of(event, session.id), session, event.at))
    return entries


def wipe(connection: Connection, *tables: str) -> None:
    """Empty these tables."""
    with transaction(connection):
        for table in tables:
            connection.execute(f"DELETE FROM {table}")  # noqa: S608  names from the tests


def test_events_come_back_as_they_were_in_their_order(connection: Connection) -> None:
    meeting = Meeting().led(answers=20)
    keep(connection, meeting.entries)
    assert journal.events_of(connection, "s-1") == meeting.events
    assert journal.load(connection, "s-1") == meeting.session
    assert journal.load(connection, "nowhere") is None


def test_the_same_event_twice_is_kept_once(connection: Connection) -> None:
    meeting = Meeting().led()
    keep(connection, [*meeting.entries, *meeting.entries])
    assert journal.events_of(connection, "s-1") == meeting.events


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=tables(most=40))
def test_the_overview_made_step_by_step_is_the_overview_made_anew(connection: Connection, table: Table) -> None:
    keep(connection, entries_of(table))
    step_by_step = projection.everything(connection)
    wipe(connection, *DERIVED)
    assert journal.rebuild(connection) == ()
    assert projection.everything(connection) == step_by_step
    assert journal.load(connection, "s-1") == table.session
    wipe(connection, "event", *DERIVED)


def test_an_overview_left_behind_is_made_anew_at_opening(connection: Connection) -> None:
    keep(connection, Meeting().led().entries)
    journal.ensure_overview(connection)
    right = projection.everything(connection)
    connection.execute("UPDATE session SET place = 'elsewhere'")
    journal.ensure_overview(connection)
    assert projection.everything(connection) != right
    journal.overview_is_behind(connection)
    journal.ensure_overview(connection)
    assert projection.everything(connection) == right


def test_a_session_that_does_not_read_keeps_the_others_out_of_no_list(connection: Connection) -> None:
    keep(connection, Meeting("good").led().entries)
    keep(connection, Meeting("bad").led().entries)
    connection.execute("UPDATE event SET body = ? WHERE id = 'bad-e3'", (json.dumps({"kind": "Unheard"}),))
    assert journal.rebuild(connection) == ("bad",)
    with pytest.raises(Broken):
        journal.load(connection, "bad")
    assert journal.load(connection, "good") is not None
    assert len(journal.records_of(connection, "bad")) == len(Meeting().led().events)


def test_only_rows_that_changed_are_written(connection: Connection) -> None:
    meeting = Meeting().led()
    keep(connection, meeting.entries)
    connection.execute("UPDATE agreement SET what = 'touched from outside'")
    projector = Projector()
    projector.write(connection, "s-1", rows_of(*_last(meeting)))
    meeting.answer()
    connection.execute("UPDATE agreement SET what = 'touched again'")
    projector.write(connection, "s-1", rows_of(*_last(meeting)))
    assert [row[4] for row in projection.everything(connection)["agreement"]] == ["touched again"]
    projector.forget()
    projector.write(connection, "s-1", rows_of(*_last(meeting)))
    assert [row[4] for row in projection.everything(connection)["agreement"]] == ["Wij bellen."]


def _last(meeting: Meeting) -> tuple[Session, datetime]:
    event, session = meeting.happened[-1]
    return session, event.at


def test_the_overview_holds_nothing_private(connection: Connection) -> None:
    meeting = Meeting().led()
    meeting.do(ev.NoteWritten, note=ev.Note("n", "geheim-notitie"))
    meeting.answer("geheim-antwoord")
    keep(connection, meeting.entries)
    told = repr(projection.everything(connection))
    assert "Wij bellen." in told
    assert "geheim" not in told
    assert not [person.name for person in meeting.happened[-1][1].notebook.participants if person.name in told]


def test_an_erased_session_leaves_one_line_and_no_word(connection: Connection, tmp_path: Path) -> None:
    meeting, other = Meeting("gone", place="merkwoord-plaats").led(answers=50), Meeting("stays").led()
    keep(connection, [*meeting.entries, *other.entries])
    assert journal.erase(connection, "gone", NOW, "asked by a participant") == len(meeting.events)
    empty_log(connection)
    assert journal.session_ids(connection) == ("stays",)
    assert journal.erased(connection) == {"gone"}
    lines = connection.execute("SELECT * FROM erasure").fetchall()
    assert [tuple(line) for line in lines] == [("gone", NOW.isoformat(), "asked by a participant", len(meeting.events))]
    assert "merkwoord" not in repr(projection.everything(connection))
    assert (tmp_path / "store.db-wal").stat().st_size == 0


@pytest.mark.parametrize("secure", [True, False])
def test_erasing_overwrites_the_words_on_the_disk(tmp_path: Path, secure: bool) -> None:
    """The same library, settings and statements without a key, so that what stays on the disk can be read."""
    connection: Connection = dbapi2.connect(str(tmp_path / "plain.db"), isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    connection.execute(f"PRAGMA secure_delete = {secure}").fetchall()
    migrate(connection)
    meeting = Meeting("gone", place="merkwoord").led(answers=0)
    for number in range(200):
        meeting.answer(f"merkwoord{number:03d}")
    keep(connection, [*meeting.entries, *Meeting("stays").led().entries])
    assert any(b"merkwoord" in content for _, content in bytes_of(tmp_path))
    journal.erase(connection, "gone", NOW, "asked")
    empty_log(connection)
    left = [name for name, content in bytes_of(tmp_path) if b"merkwoord" in content]
    connection.close()
    assert bool(left) is not secure
