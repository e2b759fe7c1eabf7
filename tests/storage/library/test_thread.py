"""Who types comes first, whatever else goes on."""

from __future__ import annotations

import threading
import time
from concurrent.futures import CancelledError, Future
from pathlib import Path
from typing import Any

import pytest

from facilitator.storage.errors import Broken, DiskTrouble, StoreError
from facilitator.storage.library import long_work, searching, thread
from facilitator.storage.library.catalogue import Catalogue
from facilitator.storage.library.long_work import Work
from facilitator.storage.library.records import Progress, Query, Results
from facilitator.storage.library.store import LibraryStore
from tests.storage.library.samples import PACK, found, ids, indexed, open_library, packed


def test_a_search_that_runs_is_interrupted_by_a_newer_one(
    library: LibraryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "_LOOK_UP", 50)
    cases = [indexed(f"c{number}", f"Casus {number}", "molen wind water " * 60) for number in range(600)]
    library.import_pack(PACK, packed(*cases)).result(30)
    running = threading.Event()
    search = searching.search

    def slow(catalogue: Catalogue, query: Query, overtaken: object) -> Results:
        running.set()
        if query.text == "molen":
            time.sleep(0.1)  # the newer one is handed in by now
        return search(catalogue, query, overtaken)  # type: ignore[arg-type]

    monkeypatch.setattr(searching, "search", slow)
    first = library.search(Query("molen"))
    assert running.wait(10)
    second = library.search(Query("water"))
    assert second.result(10).total == 600
    with pytest.raises(CancelledError):
        first.result(10)
    assert found(library, "wind").total == 600  # and nothing is broken by it


def test_a_search_comes_before_questions_and_long_work(library: LibraryStore) -> None:
    order: list[str] = []
    gate = threading.Event()
    library._ask(lambda _: gate.wait(10))

    def long(_catalogue: Catalogue) -> Work[None]:
        order.append("long")
        yield Progress(0, 1)

    answers: list[Future[Any]] = [
        library._work(long, lambda _: None),
        library._ask(lambda _: order.append("question")),
        library.search(Query()),
    ]
    answers[2].add_done_callback(lambda _: order.append("search"))
    gate.set()
    for answer in answers:
        answer.result(10)
    assert order == ["search", "question", "long"]


def test_a_fault_of_ours_is_given_to_who_asked_and_the_thread_goes_on(library: LibraryStore) -> None:
    with pytest.raises(ZeroDivisionError):
        library._ask(lambda _: 1 // 0).result(10)

    def broken(_catalogue: Catalogue) -> Work[None]:
        yield Progress(0, 1)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        library._work(broken, lambda _: None).result(10)
    assert found(library).total == 0


def test_a_fault_of_who_listens_ends_their_work_and_nothing_else(library: LibraryStore) -> None:
    def deaf(_progress: Progress) -> None:
        raise RuntimeError("the window is gone")

    with pytest.raises(RuntimeError, match="the window is gone"):
        library.import_pack(PACK, packed(indexed("c1", "Casus", "molen")), deaf).result(10)
    assert library.search(Query()).result(10).total == 0


def test_a_fault_in_upkeep_is_told_loudly_and_the_library_can_be_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[BaseException | None] = []
    troubles: list[StoreError] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: heard.append(args.exc_value))

    def broken(_catalogue: Catalogue) -> Work[None]:
        yield Progress(0, 1)
        raise ZeroDivisionError

    monkeypatch.setattr(long_work, "upkeep", broken)
    with open_library(tmp_path, troubles) as library:
        library.create(indexed("eigen", "Eigen", "vuurtoren"), "").result(10)
        end = time.monotonic() + 10
        while not troubles:
            assert time.monotonic() < end
            time.sleep(0.01)
        assert ids(found(library, "vuurtoren")) == ["eigen"]
    assert isinstance(troubles[0], Broken)
    assert isinstance(heard[0], ZeroDivisionError)


def test_upkeep_that_failed_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = threading.Event()
    troubles: list[StoreError] = []

    def failing_once(_catalogue: Catalogue) -> Work[None]:
        yield Progress(0, 1)
        if not troubles:
            raise DiskTrouble
        done.set()

    monkeypatch.setattr(long_work, "upkeep", failing_once)
    monkeypatch.setattr(thread, "LOOK_AGAIN", 0.05)
    with open_library(tmp_path, troubles):
        assert done.wait(10)
    assert len(troubles) == 1


def test_after_a_change_that_was_taken_back_memory_is_read_again(
    library: LibraryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.create(indexed("eigen", "Eigen", "vuurtoren"), "").result(10)
    with monkeypatch.context() as patch:
        patch.setattr("facilitator.storage.library.items.mark_changed", lambda _: 1 // 0)
        with pytest.raises(ZeroDivisionError):
            library.create(indexed("ander", "Ander", "molenwiek"), "").result(10)
    assert ids(found(library, "molenw")) == []
    library.create(indexed("ander", "Ander", "molenwiek"), "").result(10)
    assert ids(found(library, "molenwiet")) == ["ander"]  # its words are in the vocabulary of the disk too
    assert ids(found(library, "vuurt")) == ["eigen"]


def test_a_closed_library_says_so(tmp_path: Path) -> None:
    library = open_library(tmp_path)
    kept = library.create(indexed("eigen", "Eigen"), "")
    library.close()
    library.close()
    assert kept.done()  # small things that waited are done first
    with pytest.raises(RuntimeError):
        library.search(Query()).result(10)
    with open_library(tmp_path) as library:
        assert found(library).total == 1


def test_work_that_is_stopped_in_time_does_not_take_its_last_step(library: LibraryStore) -> None:
    gate = threading.Event()
    steps: list[str] = []

    def work(_catalogue: Catalogue) -> Work[None]:
        steps.append("first")
        answer.cancel()
        yield Progress(1, 1, last=True)
        steps.append("last")

    library._ask(lambda _: gate.wait(10))
    answer = library._work(work, lambda _: None)
    gate.set()
    with pytest.raises(CancelledError):
        answer.result(10)
    assert found(library).total == 0
    library.close()
    assert steps == ["first"]
