from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from facilitator.core.events import SessionStarted
from facilitator.storage import journal, overview, projection, thread
from facilitator.storage.errors import Broken, DiskFull, ReadOnly, StoreError, Unreachable
from facilitator.storage.folder import Home
from facilitator.storage.ledger import Ledger
from facilitator.storage.writer import Store
from tests.storage.keeping import NOW, Ears, Meeting, events_in, full, hand_in, open_store


def big_meeting() -> Meeting:
    """A meeting with more than fits in the last free page."""
    meeting = Meeting().led()
    meeting.answer("x" * 50_000)
    return meeting


def test_a_full_disk_loses_nothing_and_is_overcome(store: Store, ears: Ears, tmp_path: Path) -> None:
    meeting = Meeting().led()
    hand_in(store, meeting)
    full(store, yes=True)
    before = len(meeting.events)
    meeting.answer("x" * 50_000)
    meeting.answer("after it")
    for event, session in meeting.happened[before:]:
        store.append(event, session)
    assert isinstance(ears.failure(), DiskFull)
    assert store.unsaved == meeting.events[before:]
    full(store, yes=False)
    store.retry()
    assert ears.wait("recovered") == NOW
    assert [ears.wait("saved")[0] for _ in meeting.events] == [event.id for event in meeting.events]
    store.close()
    assert events_in(tmp_path) == meeting.events


def test_a_session_is_given_with_what_waits_for_the_disk(store: Store, ears: Ears) -> None:
    meeting = Meeting().led()
    hand_in(store, meeting)
    full(store, yes=True)
    late = meeting.answer("x" * 50_000)
    store.append(*late)
    assert store.load(meeting.id).result(10) == meeting.session
    assert store.unsaved == (late[0],)
    full(store, yes=False)


@pytest.mark.parametrize("begun_here", [True, False])
def test_a_session_begun_here_goes_on_without_a_disk(
    store: Store, monkeypatch: pytest.MonkeyPatch, begun_here: bool
) -> None:
    meeting = Meeting().led()

    def no(*_: Any) -> None:
        raise ReadOnly

    monkeypatch.setattr(Ledger, "write", no)
    monkeypatch.setattr(Ledger, "read", no)
    for event, session in meeting.happened[0 if begun_here else 1 :]:
        store.append(event, session)
    answer = store.load(meeting.id)
    assert isinstance(answer.exception(10), type(None) if begun_here else ReadOnly)
    assert not begun_here or answer.result() == meeting.session


def test_failing_is_told_once_with_the_moment_of_the_oldest_event(tmp_path: Path, ears: Ears) -> None:
    moments = iter(NOW + timedelta(minutes=n) for n in range(1000))
    with open_store(tmp_path, ears, now=lambda: next(moments)) as store:
        full(store, yes=True)
        hand_in(store, big_meeting())
        error, since = ears.wait("failed")
        for _ in range(3):
            store.retry()
        store.ask(lambda _: None).result(10)
        assert isinstance(error, DiskFull)
        assert since <= NOW + timedelta(minutes=2)
        assert ears.heard("failed") == []
        full(store, yes=False)


def test_it_keeps_trying_ever_more_calmly(tmp_path: Path, ears: Ears, monkeypatch: pytest.MonkeyPatch) -> None:
    tried, allowed = [], threading.Event()
    write = Ledger.write

    def failing(self: Any, entries: Any) -> None:
        tried.append(time.monotonic())
        if len(tried) < 5:
            raise DiskFull
        write(self, entries)
        allowed.set()

    monkeypatch.setattr(Ledger, "write", failing)
    with open_store(tmp_path, ears, delays=(0.01, 0.03, 0.06)) as store:
        hand_in(store, Meeting())
        assert allowed.wait(10)
        ears.wait("recovered")
    pauses = [later - sooner for sooner, later in pairwise(tried)]
    assert [pause >= least for pause, least in zip(pauses, (0.01, 0.03, 0.06, 0.06), strict=True)] == [True] * 4


def test_closing_says_what_could_not_be_saved(tmp_path: Path, ears: Ears) -> None:
    store = open_store(tmp_path, ears)
    full(store, yes=True)
    meeting = big_meeting()
    hand_in(store, meeting)
    assert store.close() == meeting.events
    assert store.close() == meeting.events


def test_closing_writes_what_waits_though_it_was_to_be_tried_later(tmp_path: Path, ears: Ears) -> None:
    store = open_store(tmp_path, ears)
    full(store, yes=True)
    meeting = big_meeting()
    hand_in(store, meeting)
    ears.failure()
    full(store, yes=False)
    assert store.close() == ()
    assert events_in(tmp_path) == meeting.events


def test_a_copy_is_saved_while_the_store_does_not_answer_and_brought_back(
    store: Store, ears: Ears, tmp_path: Path
) -> None:
    meeting = Meeting().led()
    hand_in(store, meeting)
    full(store, yes=True)
    store.append(*meeting.answer("x" * 50_000))
    ears.failure()
    copy = store.save_copy(tmp_path / "usb.db", "s-1").result(10)
    assert store.close() == meeting.events[-1:]
    ears = Ears()
    with open_store(tmp_path, ears) as again:
        assert again.bring_back(copy).result(10) == 1
        assert again.load("s-1").result(10) == meeting.session
        assert again.save_copy(tmp_path / "second.db", "s-1").result(10).exists()
        again.append(*meeting.answer("goes on"))
        assert again.load("s-1").result(10) == meeting.session


def test_a_store_taken_away_is_noticed_and_overcome(tmp_path: Path, ears: Ears) -> None:
    home = tmp_path / "home"
    with open_store(home, ears) as store:
        meeting = Meeting()
        hand_in(store, meeting)
        ears.wait("saved")
        home.rename(tmp_path / "away")
        store.append(*meeting.do(SessionStarted))
        assert isinstance(ears.failure(), Unreachable)
        assert ears.heard("saved") == []
        (tmp_path / "away").rename(home)
        store.retry()
        ears.wait("recovered")
    assert events_in(home) == meeting.events


def test_a_backup_that_fails_is_told_and_saving_goes_on(
    tmp_path: Path, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thread, "REST", 0.02)
    Home(tmp_path).make()
    with open_store(tmp_path, ears) as store:
        Home(tmp_path).backups.write_text("in the way")
        trouble = ears.wait("trouble")
        assert isinstance(trouble, StoreError)
        hand_in(store, Meeting())
        ears.wait("saved")
        assert ears.heard("failed") == []


@contextmanager
def faults_heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[BaseException]]:
    """Collect the faults of our own that were told loudly."""
    heard: list[BaseException] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: heard.append(args.exc_value))
    yield heard
    assert heard


def test_a_fault_in_the_overview_never_keeps_an_event_from_the_disk(
    tmp_path: Path, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = Meeting().led()
    with faults_heard(monkeypatch), monkeypatch.context() as patch, open_store(tmp_path, ears) as store:
        patch.setattr("facilitator.storage.ledger.rows_of", lambda *_: 1 // 0)
        hand_in(store, meeting)
        assert store.ask(overview.sessions).result(10) == ()
    assert events_in(tmp_path) == meeting.events
    with open_store(tmp_path) as store:
        right = store.ask(projection.everything).result(10)
        assert right["session"]
        store.ask(journal.rebuild).result(10)
        assert store.ask(projection.everything).result(10) == right


def _fail(*_: object) -> None:
    raise ZeroDivisionError


def test_a_fault_in_a_listener_does_not_stop_the_saving(
    tmp_path: Path, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    ears.listener = replace(ears.listener, saved=_fail)
    meeting = Meeting().led()
    with faults_heard(monkeypatch), open_store(tmp_path, ears) as store:
        hand_in(store, meeting)
    assert events_in(tmp_path) == meeting.events


def test_a_fault_of_ours_in_writing_lets_nothing_go(
    tmp_path: Path, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = Meeting().led()
    with faults_heard(monkeypatch), open_store(tmp_path, ears) as store:
        with monkeypatch.context() as patch:
            patch.setattr("facilitator.storage.ledger.Ledger.write", lambda *_: 1 // 0)
            hand_in(store, meeting)
            assert isinstance(ears.failure(), Broken)
            store.ask(lambda _: None).result(10)
        store.retry()
        ears.wait("recovered")
    assert events_in(tmp_path) == meeting.events


def test_an_event_that_cannot_be_written_down_keeps_no_other_from_the_disk(
    tmp_path: Path, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = Meeting().led()
    event, session = meeting.answer()
    spoiled = replace(event, at="not a moment")  # type: ignore[arg-type]
    with faults_heard(monkeypatch), open_store(tmp_path, ears) as store:
        store.append(spoiled, session)
        assert isinstance(ears.failure(), Broken)
        hand_in(store, replace_last(meeting))
        store.ask(lambda _: None).result(10)
        assert store.unsaved == (spoiled,)
    assert store.close() == (spoiled,)
    assert events_in(tmp_path) == meeting.events


def replace_last(meeting: Meeting) -> Meeting:
    """The meeting without what happened last."""
    meeting.happened.pop()
    return meeting
