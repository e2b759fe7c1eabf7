from __future__ import annotations

import threading
import time
from concurrent.futures import CancelledError
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from facilitator.storage.errors import DiskFull
from facilitator.storage.library import long_work, words
from facilitator.storage.library.catalogue import Catalogue
from facilitator.storage.library.errors import IdTaken
from facilitator.storage.library.records import Facet, Origin, Progress, Query
from facilitator.storage.library.store import LibraryStore
from tests.storage.library.samples import (
    CASES,
    PACK,
    case_key,
    filled,
    found,
    ids,
    indexed,
    open_library,
    packed,
)

MANY = packed(*(indexed(f"c{number}", f"Casus {number}", f"molen{number} " * 20) for number in range(400)))


def counts(library: LibraryStore) -> tuple[int, int, int]:
    """How many rows there are of batches, items and texts, whether they are seen or not."""
    return library._ask(_counts).result(10)


def _counts(catalogue: Catalogue) -> tuple[int, int, int]:
    with catalogue.reading() as connection:
        tables = ("batch", "item", "source")
        first, second, third = (
            int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608  our own names
            for table in tables
        )
    return first, second, third


def until_clean(library: LibraryStore, rows: tuple[int, int, int]) -> None:
    """Wait until upkeep has taken away what nobody sees."""
    end = time.monotonic() + 10
    while counts(library) != rows:
        assert time.monotonic() < end, counts(library)
        time.sleep(0.01)


def test_a_pack_is_there_with_who_made_it(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        filled(library)
        item = library.item(case_key("stil")).result(10)
        assert (item.origin, item.pack, item.author, item.licence) == (
            Origin.IMPORTED,
            PACK.id,
            "De makers",
            "CC-BY-4.0",
        )
        assert item.text == "title: Stil in de klas\n"
    with open_library(tmp_path) as library:
        assert library.packs().result(10) == (PACK,)
        assert ids(found(library, "notaris")) == ["pinpas"]


def test_progress_is_told_and_searches_are_answered_meanwhile(library: LibraryStore) -> None:
    told: list[Progress] = []
    library.create(indexed("eigen", "Eigen", "vuurtoren"), "").result(10)
    importing = library.import_pack(PACK, MANY, told.append)
    answered = 0
    while not importing.done():
        assert found(library, "vuurtoren").total == 1
        assert found(library).total in {1, 401}  # never a part of it
        answered += not importing.done()
    assert answered > 3
    assert importing.result() == 400
    assert told
    assert told[0].of == 400


def test_an_import_that_is_cancelled_leaves_the_library_as_it_was(full: LibraryStore) -> None:
    before = counts(full)
    started: list[Progress] = []
    importing = full.import_pack(replace(PACK, id="ander"), MANY, started.append)
    while not started:
        time.sleep(0.001)
    assert importing.cancel()
    with pytest.raises(CancelledError):
        importing.result(10)
    until_clean(full, before)
    assert found(full).total == len(CASES)
    assert found(full, "molen7 ").total == 0
    assert full.packs().result(10) == (PACK,)
    assert full.import_pack(replace(PACK, id="ander"), MANY).result(30) == 400


def test_what_is_written_during_an_import_is_kept(library: LibraryStore) -> None:
    importing = library.import_pack(PACK, MANY)
    for number in range(10):
        library.create(indexed(f"eigen{number}", "Eigen", "vuurtoren"), f"{number}").result(10)
    assert importing.result(30) == 400
    assert found(library, "vuurtoren").total == 10
    assert found(library).total == 410


def test_an_id_that_is_there_refuses_the_whole_pack(full: LibraryStore) -> None:
    other = packed(indexed("nieuw"), indexed("stil"), indexed("pinpas"))
    with pytest.raises(IdTaken) as told:
        full.import_pack(replace(PACK, id="ander"), other).result(10)
    assert told.value.ids == ("stil", "pinpas")
    with pytest.raises(IdTaken):
        full.import_pack(replace(PACK, id="ander"), packed(indexed("nieuw"), indexed("nieuw"))).result(10)
    assert found(full).total == len(CASES)


def test_an_id_that_is_written_during_an_import_refuses_it(library: LibraryStore) -> None:
    importing = library.import_pack(PACK, MANY)
    library.create(indexed("c399", "Van mij"), "mijn tekst").result(10)
    with pytest.raises(IdTaken):
        importing.result(30)
    assert library.item(case_key("c399")).result(10).text == "mijn tekst"
    assert found(library).total == 1


def test_a_newer_pack_takes_the_place_of_the_older(full: LibraryStore) -> None:
    newer = replace(PACK, version="2.0")
    full.favour(case_key("stil"), yes=True).result(10)
    cases = packed(indexed("stil", "Stil, herzien", "vuurtoren"), indexed("nieuw", "Nieuw"))
    assert full.import_pack(newer, cases).result(10) == 2
    assert ids(found(full)) == ["stil", "nieuw"]
    assert ids(found(full, "leerkracht")) == []
    assert found(full).first[0].favourite
    assert full.packs().result(10) == (newer,)
    until_clean(full, (2, 2, 2))


def test_a_pack_that_is_removed_is_gone(full: LibraryStore) -> None:
    assert full.remove_pack(PACK.id).result(10) == len(CASES)
    assert found(full).total == 0
    assert found(full, "notaris").total == 0
    assert counts(full) == (1, 0, 0)
    assert full.packs().result(10) == ()


def test_shipped_content_is_indexed_when_it_changed_and_gives_way_to_the_users_own(library: LibraryStore) -> None:
    library.create(indexed("stil", "Van mij", "vuurtoren"), "mijn tekst").result(10)
    library.tell_shipped(packed(*CASES), "1").result(10)
    assert found(library).total == len(CASES)
    assert found(library, "vuurtoren").first[0].title == "Van mij"
    assert found(library).counts[Facet.ORIGIN] == {"own": 1, "shipped": 6}
    library.tell_shipped(packed(indexed("x", "X")), "1").result(10)  # said to be the same
    assert found(library).total == len(CASES)
    library.tell_shipped(packed(indexed("x", "X")), "2").result(10)
    assert set(ids(found(library))) == {"stil", "x"}


def test_an_index_by_other_rules_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_library(tmp_path) as library:
        filled(library)
    monkeypatch.setattr(words, "RULES", words.RULES + 1)
    with open_library(tmp_path) as library:
        end = time.monotonic() + 10
        while found(library, "notaris").growing:
            assert time.monotonic() < end
        assert ids(found(library, "notaris")) == ["pinpas"]
        full = library.remove(case_key("pinpas"))
        full.result(10)
        library.empty_trash().result(10)
        assert ids(found(library, "notaris")) == []


def test_a_full_disk_refuses_the_whole_pack_and_the_library_goes_on(library: LibraryStore) -> None:
    filled(library)

    def room(pages: int) -> None:
        def limit(catalogue: Catalogue) -> None:
            with catalogue.reading() as connection:
                connection.execute(f"PRAGMA max_page_count = {pages}").fetchall()

        library._ask(limit).result(10)

    room(1)
    with pytest.raises(DiskFull):
        library.import_pack(replace(PACK, id="ander"), MANY).result(30)
    with pytest.raises(DiskFull):
        library.create(indexed("eigen", "Eigen", "vuurtoren " * 3000), "x" * 100_000).result(10)
    assert ids(found(library, "notaris")) == ["pinpas"]
    assert found(library).total == len(CASES)
    room(1_000_000)
    assert library.import_pack(replace(PACK, id="ander"), MANY).result(30) == 400
    library.create(indexed("eigen", "Eigen", "vuurtoren"), "").result(10)
    assert found(library).total == 401 + len(CASES)


def test_closing_during_an_import_is_cutting_it_off(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        filled(library)
        rows = counts(library)
        importing = library.import_pack(replace(PACK, id="ander"), MANY)
        found(library)
    assert importing.cancelled()
    with pytest.raises(RuntimeError):
        library.search(Query()).result(10)
    with open_library(tmp_path) as library:
        assert found(library).total == len(CASES)
        until_clean(library, rows)


def test_a_stop_that_comes_too_late_is_not_believed(library: LibraryStore, monkeypatch: pytest.MonkeyPatch) -> None:
    gate, finish = threading.Event(), long_work._finish
    stopped: list[bool] = []

    def late(*given: Any) -> None:
        stopped.append(importing.cancel())
        finish(*given)

    monkeypatch.setattr(long_work, "_finish", late)
    library._ask(lambda _: gate.wait(10))
    importing = library.import_pack(PACK, MANY)
    gate.set()
    assert importing.result(30) == 400
    assert stopped == [False]
    assert library.packs().result(10) == (PACK,)
