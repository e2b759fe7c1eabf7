from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.storage import copies, database, journal, keys
from facilitator.storage.database import Connection, transaction
from facilitator.storage.errors import DiskTrouble, Unreachable, WrongKey
from facilitator.storage.folder import Home, slots_of
from facilitator.storage.journal import Record
from facilitator.storage.key_store import NoKeyStore
from facilitator.storage.keys import DataKey
from tests.storage.keeping import Meeting, bytes_of


def key_of(home: Path) -> DataKey:
    """The key of the open store."""
    return keys.unlock(home, NoKeyStore()).key


def keep(connection: Connection, records: list[Record]) -> None:
    """Keep these events."""
    with transaction(connection):
        journal.add(connection, records)


def records_of(meeting: Meeting) -> list[Record]:
    """All that happened, as it is stored."""
    return [entry.record for entry in meeting.entries]


def test_a_copy_holds_the_session_encrypted_and_opens_with_the_recovery_key(tmp_path: Path) -> None:
    made = keys.create(tmp_path / "home", NoKeyStore())
    (tmp_path / "usb").mkdir()
    records = records_of(Meeting().led())
    copy = copies.save_copy(tmp_path / "usb" / "sessie", tmp_path / "home", made.key, records)
    assert sorted(path.name for path in copy.parent.iterdir()) == ["sessie.db", "sessie.slots"]
    assert not [name for name, content in bytes_of(copy.parent) if b"Antwoord" in content or b"SQLite" in content]
    key = keys.key_of_copy(copy, str(made.recovery))
    other = database.connect(copy, key)
    assert list(journal.records_of(other, "s-1")) == records
    other.close()


def test_a_copy_is_brought_back_and_a_second_time_changes_nothing(connection: Connection, tmp_path: Path) -> None:
    meeting = Meeting().led(answers=6)
    keep(connection, records_of(meeting)[:4])
    copy = copies.save_copy(tmp_path / "copy.db", tmp_path, key_of(tmp_path), records_of(meeting))
    assert copies.bring_back(connection, copy, key_of(tmp_path), tmp_path) == len(meeting.events) - 4
    assert copies.bring_back(connection, copy, key_of(tmp_path), tmp_path) == 0
    assert journal.load(connection, "s-1") == meeting.session
    assert connection.execute("SELECT count(*) FROM agreement").fetchone()[0] == 1


def test_a_copy_never_brings_back_what_was_erased(connection: Connection, tmp_path: Path) -> None:
    meeting = Meeting().led()
    keep(connection, records_of(meeting))
    copy = copies.save_copy(tmp_path / "copy.db", tmp_path, key_of(tmp_path), records_of(meeting))
    journal.erase(connection, "s-1", meeting.at, "asked")
    assert copies.bring_back(connection, copy, key_of(tmp_path), tmp_path) == 0
    assert journal.session_ids(connection) == ()


def test_where_two_went_separate_ways_the_clock_decides(connection: Connection, tmp_path: Path) -> None:
    copied, went_on = Meeting().led(answers=1), Meeting().led(answers=1)
    common = len(copied.events)
    copied.answer("in the copy")
    went_on.at += timedelta(minutes=10)
    went_on.number += 50
    went_on.answer("after the restart")
    keep(connection, records_of(went_on))
    copy = copies.save_copy(tmp_path / "copy.db", tmp_path, key_of(tmp_path), records_of(copied))
    assert copies.bring_back(connection, copy, key_of(tmp_path), tmp_path) == 1
    events = journal.events_of(connection, "s-1")
    assert events == (*copied.events, *went_on.events[common:])
    session = journal.load(connection, "s-1")
    assert session is not None
    assert [a.text for a in session.notebook.answers] == ["Antwoord 0.", "in the copy", "after the restart"]


RECORDS = records_of(Meeting().led(answers=8))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(st.integers(1, len(RECORDS) - 1)), st.sets(st.integers(1, len(RECORDS) - 1)))
def test_whatever_each_side_has_the_order_is_that_of_the_meeting(
    connection: Connection, here: set[int], there: set[int]
) -> None:
    keep(connection, [RECORDS[i] for i in sorted(here | {0})])
    with transaction(connection):
        new = copies.merge(connection, "s-1", [RECORDS[i] for i in sorted(there | {0})])
    assert new == len(there - here)
    assert list(journal.records_of(connection, "s-1")) == [RECORDS[i] for i in sorted(here | there | {0})]
    with transaction(connection):
        connection.execute("DELETE FROM event")


def test_a_copy_of_another_key_needs_its_own(connection: Connection, tmp_path: Path) -> None:
    other = keys.create(tmp_path / "other", NoKeyStore())
    records = records_of(Meeting("theirs").led())
    copy = copies.save_copy(tmp_path / "copy.db", tmp_path / "other", other.key, records)
    with pytest.raises(WrongKey):
        copies.bring_back(connection, copy, key_of(tmp_path), tmp_path)
    key = keys.key_of_copy(copy, str(other.recovery))
    assert copies.bring_back(connection, copy, key, tmp_path) == len(records)


def test_a_copy_takes_the_place_of_a_former_one_only_when_it_is_whole(tmp_path: Path) -> None:
    key = keys.create(tmp_path, NoKeyStore()).key
    records = records_of(Meeting().led())
    copy = copies.save_copy(tmp_path / "copy.db", tmp_path, key, records)
    before = copy.read_bytes()
    broken = [*records, records[0]._replace(id=None, body=None)]  # type: ignore[arg-type]
    with pytest.raises(Exception, match="NOT NULL"):
        copies.save_copy(tmp_path / "copy.db", tmp_path, key, broken)
    assert copy.read_bytes() == before
    copies.save_copy(tmp_path / "copy.db", tmp_path, key, records)
    assert not list(tmp_path.glob("*.part*"))


@pytest.mark.parametrize(("name", "kept"), [("17.11", "17.11.db"), ("a.db", "a.db"), ("b", "b.db")])
def test_a_copy_keeps_the_name_it_was_given(tmp_path: Path, name: str, kept: str) -> None:
    key = keys.create(tmp_path, NoKeyStore()).key
    assert copies.save_copy(tmp_path / name, tmp_path, key, []) == tmp_path / kept
    assert slots_of(tmp_path / kept).exists()


def test_events_without_their_beginning_are_kept(connection: Connection) -> None:
    with transaction(connection):
        assert copies.merge(connection, "s-1", RECORDS[3:]) == len(RECORDS) - 3
    assert list(journal.records_of(connection, "s-1")) == RECORDS[3:]
    with transaction(connection):
        assert copies.merge(connection, "s-1", RECORDS) == 3
    assert journal.events_of(connection, "s-1") == Meeting().led(answers=8).events


def test_bringing_back_leaves_the_copy_as_it_was(connection: Connection, tmp_path: Path) -> None:
    (tmp_path / "usb").mkdir()
    copy = copies.save_copy(tmp_path / "usb" / "copy.db", tmp_path, key_of(tmp_path), RECORDS)
    before = list(bytes_of(copy.parent))
    copies.bring_back(connection, copy, key_of(tmp_path), tmp_path)
    assert list(bytes_of(copy.parent)) == before
    assert not list(tmp_path.glob("*.part*"))


def test_a_copy_to_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    key = keys.create(tmp_path, NoKeyStore()).key
    with pytest.raises(Unreachable):
        copies.save_copy(tmp_path / "no" / "copy.db", tmp_path, key, [])
    (tmp_path / "copy.db").mkdir()
    with pytest.raises(DiskTrouble):
        copies.save_copy(tmp_path / "copy.db", tmp_path, key, [])
    assert slots_of(Home(tmp_path).database).exists()
