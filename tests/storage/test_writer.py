from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.storage import backup, database, journal, keys, overview, thread
from facilitator.storage.database import Connection
from facilitator.storage.errors import AlreadyOpen, Broken, Closed, KeyMissing
from facilitator.storage.folder import Home
from facilitator.storage.key_store import NoKeyStore
from facilitator.storage.ledger import Entry, Ledger
from facilitator.storage.writer import Store
from tests.storage.keeping import NOW, Ears, Meeting, events_in, hand_in, open_store, unlocked


def test_an_event_is_told_saved_when_it_is(store: Store, ears: Ears, tmp_path: Path) -> None:
    meeting = Meeting().led()
    hand_in(store, meeting)
    assert [ears.wait("saved") for _ in meeting.events] == [(event.id, NOW) for event in meeting.events]
    assert store.unsaved == ()
    assert store.close() == ()
    assert events_in(tmp_path) == meeting.events


def test_a_question_sees_all_that_was_handed_in_before(store: Store) -> None:
    meeting = Meeting().led()
    hand_in(store, meeting)
    assert [line.id for line in store.ask(overview.sessions).result(10)] == ["s-1"]
    assert store.load("s-1").result(10) == meeting.session
    assert store.load("nowhere").result(10) is None


def test_what_a_question_raises_comes_to_the_asker(store: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        store.ask(lambda _: 1 // 0).result(10)
    with pytest.raises(Broken):
        store.ask(lambda c: c.execute("SELECT nothing FROM nowhere")).result(10)
    assert store.ask(overview.sessions).result(10) == ()


def test_a_question_nobody_waits_for_any_more_is_not_asked(store: Store) -> None:
    going, asked = threading.Event(), threading.Event()
    store.ask(lambda _: going.wait(10))
    question = store.ask(lambda _: asked.set())
    assert question.cancel()
    going.set()
    store.ask(overview.sessions).result(10)
    assert not asked.is_set()


def test_a_rehearsal_is_not_kept(store: Store) -> None:
    event, session = Meeting().happened[0]
    with pytest.raises(ValueError, match="rehearsal"):
        store.append(event, replace(session, rehearsal=True))
    assert store.unsaved == ()


def test_what_waits_is_written_in_one_transaction(store: Store, ears: Ears, monkeypatch: pytest.MonkeyPatch) -> None:
    writes, busy, going = [], threading.Event(), threading.Event()
    write = Ledger.write

    def counted(self: Ledger, entries: Sequence[Entry]) -> None:
        writes.append(len(entries))
        write(self, entries)

    monkeypatch.setattr(Ledger, "write", counted)

    def block(_: Connection) -> None:
        busy.set()
        going.wait(10)

    blocked = store.ask(block)
    assert busy.wait(10)
    meeting = Meeting().led(answers=50)
    hand_in(store, meeting)
    assert store.unsaved == meeting.events
    going.set()
    blocked.result(10)
    assert [ears.wait("saved")[0] for _ in meeting.events] == [event.id for event in meeting.events]
    assert writes == [len(meeting.events)]


def test_a_closed_store_takes_nothing(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.close()
    with pytest.raises(Closed):
        hand_in(store, Meeting())
    with pytest.raises(Closed):
        store.ask(overview.sessions).result(10)


def test_a_copy_of_a_resumed_session_holds_its_beginning(tmp_path: Path) -> None:
    meeting = Meeting().led()
    with open_store(tmp_path) as store:
        hand_in(store, meeting)
    with open_store(tmp_path) as store:
        store.load("s-1").result(10)
        store.append(*meeting.answer())
        copy = store.save_copy(tmp_path / "copy.db", "s-1").result(10)
    connection = database.connect(copy, unlocked(tmp_path).key)
    assert journal.events_of(connection, "s-1") == meeting.events
    connection.close()


def test_a_second_store_is_kept_out_and_the_first_goes_on(store: Store, tmp_path: Path) -> None:
    with pytest.raises(AlreadyOpen):
        open_store(tmp_path)
    hand_in(store, Meeting())
    assert store.close() == ()


def test_a_store_that_does_not_open_answers_nothing_and_says_why(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    Home(tmp_path).key_file.unlink()
    store = Store(tmp_path, lambda: keys.unlock(tmp_path, NoKeyStore()), Ears().listener, now=lambda: NOW)
    question = store.ask(overview.sessions)
    for future in (store.opened, question, store.ask(overview.sessions), store.save_copy(tmp_path / "c", "s-1")):
        with pytest.raises(KeyMissing):
            future.result(10)
    with pytest.raises(KeyMissing):
        hand_in(store, Meeting())
    store.close()


def test_the_daily_backup_is_made_in_a_moment_of_rest(
    tmp_path: Path, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thread, "REST", 0.02)
    with open_store(tmp_path, ears) as store:
        hand_in(store, Meeting())
        _until(lambda: len(backup.backups(tmp_path)) == 1)
    with open_store(tmp_path, ears, now=lambda: NOW + timedelta(days=2)):
        _until(lambda: len(backup.backups(tmp_path)) == 2)
    assert ears.heard("trouble") == []


def test_a_program_that_stays_open_makes_its_daily_backup_too(
    tmp_path: Path, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thread, "REST", 0.02)
    monkeypatch.setattr(thread, "LOOK_AGAIN", 0.0)
    today = [NOW]
    with open_store(tmp_path, ears, now=lambda: today[0]) as store:
        hand_in(store, Meeting())
        _until(lambda: len(backup.backups(tmp_path)) == 1)
        today[0] += timedelta(days=2)
        store.ask(overview.sessions).result(10)
        _until(lambda: len(backup.backups(tmp_path)) == 2)


def test_a_fault_while_backing_up_does_not_stop_saving(
    tmp_path: Path, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("ours")

    monkeypatch.setattr(thread, "REST", 0.02)
    monkeypatch.setattr(backup, "is_due", broken)
    monkeypatch.setattr(threading, "excepthook", lambda _fault: None)
    with open_store(tmp_path, ears) as store:
        assert isinstance(ears.wait("trouble"), Broken)
        meeting = Meeting()
        hand_in(store, meeting)
        assert ears.wait("saved")[0] == meeting.events[0].id


def _until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def test_erasing_through_the_store(store: Store, tmp_path: Path) -> None:
    meeting = Meeting().led()
    hand_in(store, meeting)
    store.back_up().result(10)
    assert store.erase("s-1", "asked").result(10) == len(meeting.events)
    assert store.ask(overview.sessions).result(10) == ()
    assert store.load("s-1").result(10) is None
