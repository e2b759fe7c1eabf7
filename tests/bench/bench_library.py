"""The library: what a key stroke in its search costs against a bare FTS5 query on the same texts, and an import."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from facilitator.storage import database
from facilitator.storage.database import Connection, transaction
from facilitator.storage.errors import StoreError
from facilitator.storage.keys import DataKey
from facilitator.storage.library.records import Pack, Packed, Query
from facilitator.storage.library.store import LibraryStore, folder_of
from facilitator.storage.library.words import words
from tests.bench.texts import Texts

LARGE = "FACILITATOR_BENCH_LARGE"
"""Set in the environment (`dev.py bench --large`) to measure 100,000 cases too: some minutes, and 2 GB of disk."""

SIZES = ((100, 900), (10_000, 900))
_LARGE_SIZE = (100_000, 300)  # shorter texts, for the sake of disk and time
_QUERIES = 60
_BLOCK = 64
_REST = 0.05  # seconds between two key strokes while importing
_MISTYPED = 300


def run() -> dict[str, float]:
    """Measure; times in milliseconds unless said otherwise. Every query is typed letter by letter."""
    found: dict[str, float] = {}
    for count, length in (*SIZES, *([_LARGE_SIZE] if os.environ.get(LARGE) else [])):
        with tempfile.TemporaryDirectory() as name:
            found |= _measured(Path(name), count, length)
    return found


def _measured(home: Path, count: int, length: int) -> dict[str, float]:
    key, problems, texts = DataKey.new(), list[StoreError](), Texts(count)
    cases = list(texts.cases(count, length))
    bare = _bare(home / "bare.db", key)
    with LibraryStore(home, lambda: key, now=lambda: datetime.now(UTC), trouble=problems.append) as library:
        library.opened.result(10)
        importing = _imported(library, cases) | {"the same into a bare FTS5 table, s": _filled(bare, cases)}
        _settled(library)
        figures = _typed(library, bare, texts)
        more = list(Texts(count + 1).cases(count // 5, length))
        importing |= _typed_during(library, more, texts)
        right = _read_right(library, texts)
        size = (folder_of(home) / "store.db").stat().st_size / 1e6
    begin = time.perf_counter()
    with LibraryStore(home, lambda: key, now=lambda: datetime.now(UTC), trouble=problems.append) as library:
        library.opened.result(60)
        opened = (time.perf_counter() - begin) * 1000
    bare.close()
    if problems:
        raise problems[0]
    if count >= 10_000:
        figures |= importing | {"words with one error that are read right, %": right, "opening, ms": opened, "MB": size}
    return {f"{count:,} cases: {what}": value for what, value in figures.items()}


# ---- typing


def _typed(library: LibraryStore, bare: Connection, texts: Texts) -> dict[str, float]:
    strokes = [query[:end] for query in texts.typed(_QUERIES) for end in range(1, len(query) + 1)]
    ours, theirs, work, totals = [], [], [], []
    for stroke in strokes:
        spent = time.process_time()
        taken, total = _timed(lambda stroke=stroke: library.search(Query(stroke)).result(60).total)  # type: ignore[misc]
        work.append((time.process_time() - spent) * 1000)
        ours.append(taken)
        totals.append(total)
        theirs.append(_timed(lambda stroke=stroke: len(_asked(bare, stroke)))[0])  # type: ignore[misc]
    return {
        "a key stroke, p50": statistics.median(ours),
        "a key stroke, p99": _p99(ours),
        "of which work of the processor, p50": statistics.median(work),
        "of which work of the processor, p99": _p99(work),
        "bare FTS5 query, p50": statistics.median(theirs),
        "bare FTS5 query, p99": _p99(theirs),
        "key stroke / bare, p50": statistics.median(ours) / statistics.median(theirs),
        "key stroke / bare, p99": _p99(ours) / _p99(theirs),
        "found by a key stroke, median": statistics.median(totals),
        "key strokes": len(strokes),
    }


def _read_right(library: LibraryStore, texts: Texts) -> float:
    """Give how many of a hundred words with one error are read as what they were."""
    chosen = [word for word in texts.words if len(word) >= 6][:_MISTYPED]
    right = 0
    for word in chosen:
        results = library.search(Query(texts.mistyped(word) + " ")).result(60)
        right += any(word in (typed, *meant) for typed, meant in results.near.items()) or word in results.marks.words
    return 100 * right / len(chosen)


def _p99(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.99)]


def _timed(work: Callable[[], int]) -> tuple[float, int]:
    begin = time.perf_counter()
    outcome = work()
    return (time.perf_counter() - begin) * 1000, outcome


# ---- an import, and a key stroke meanwhile


def _imported(library: LibraryStore, cases: list[Packed]) -> dict[str, float]:
    taken, _ = _timed(lambda: library.import_pack(Pack("bench", "Bench"), cases).result(600))
    return {"imported in, s": taken / 1000}


def _typed_during(library: LibraryStore, cases: list[Packed], texts: Texts) -> dict[str, float]:
    """Type in the whole library while a fifth more is brought in."""
    strokes = [query[:end] for query in texts.typed(_QUERIES) for end in range(1, len(query) + 1)]
    renamed = [_renamed(case) for case in cases]
    importing = library.import_pack(Pack("more", "More"), renamed)
    waits: list[float] = []
    while not importing.done():
        waits.append(_timed(lambda: _answered(library.search(Query(strokes[len(waits) % len(strokes)]))))[0])
        time.sleep(_REST)
    importing.result()
    return {
        "a key stroke while a fifth more is imported, p50": statistics.median(waits),
        "a key stroke while a fifth more is imported, p99": _p99(waits),
        "a key stroke while a fifth more is imported, worst": max(waits),
    }


def _renamed(case: Packed) -> Packed:
    key = case.indexed.key._replace(id=f"{case.indexed.key.id}-meer")
    return replace(case, indexed=replace(case.indexed, key=key))


def _answered(answer: Future[Any]) -> int:
    answer.result(60)
    return 1


def _settled(library: LibraryStore) -> None:
    """Wait until the index is brought together, as it is when nobody asks for anything for a while."""
    time.sleep(1)
    while True:
        waited, _ = _timed(lambda: _answered(library.tell_uses(())))
        if waited < 1:
            return
        time.sleep(0.5)


# ---- the floor


def _bare(path: Path, key: DataKey) -> Connection:
    connection = database.create(path, key)
    connection.execute(
        "CREATE VIRTUAL TABLE bare USING fts5 (title, text, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')"
    )
    return connection


def _filled(bare: Connection, cases: list[Packed]) -> float:
    begin = time.perf_counter()
    with transaction(bare):
        for case in cases:
            text = "\n".join(part.text for part in case.indexed.parts[1:])
            bare.execute("INSERT INTO bare VALUES (?, ?)", (case.indexed.title, text))
    return time.perf_counter() - begin


def _asked(bare: Connection, typed: str) -> list[object]:
    """Ask for the best rows that have all words, the last one as a beginning, as anybody would."""
    asked = " AND ".join(f'"{word}"' for word in words(typed)) + " *"
    query = "SELECT rowid, title FROM bare WHERE bare MATCH ? ORDER BY rank LIMIT ?"
    return bare.execute(query, (asked, _BLOCK)).fetchall()


if __name__ == "__main__":
    for what, value in run().items():
        print(f"{what}: {value:,.2f}")  # noqa: T201  a bench is run by hand too
