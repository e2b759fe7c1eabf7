"""Work that takes longer than somebody who types may wait: done in slices, each a few milliseconds and a commit.

Each is a generator that yields between two slices how far it is, and returns what came of it. Stopping between two
slices loses nothing: what was begun is finished, or taken away, the next time.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Sequence
from datetime import datetime
from typing import TypeVar

from facilitator.storage.database import Connection
from facilitator.storage.errors import DiskTrouble
from facilitator.storage.library import finding_anew, index, items
from facilitator.storage.library.catalogue import Catalogue, entry_of, insert, mark_changed, put_setting
from facilitator.storage.library.errors import IdTaken, NotThere
from facilitator.storage.library.records import ItemKey, Origin, Pack, Packed, Progress
from facilitator.storage.library.schema import OWN_BATCH
from facilitator.storage.library.shelf import Gathering

T = TypeVar("T")
Work = Generator[Progress, None, T]

SLICE = 0.003
"""Seconds of a slice before it is committed."""

_TOGETHER = 24
"""Items that are written out together."""

_MERGES = 6
"""Slices of bringing the index together for each of these, so that it keeps up."""

SHIPPED = Pack("shipped", "")


def import_pack(catalogue: Catalogue, pack: Pack, packed: Sequence[Packed], at: datetime) -> Work[int]:
    """Bring a pack in, in the place of an earlier version of it. All of it is there at the end, or nothing.

    Gives how many items there are. Raises IdTaken when an id is used twice, or by something that is not of this pack.
    """
    _check_ids(catalogue, pack, packed)
    return (yield from _bring_in(catalogue, Origin.IMPORTED, pack, packed, at))


def tell_shipped(catalogue: Catalogue, packed: Sequence[Packed], fingerprint: str, at: datetime) -> Work[int]:
    """Index what comes with the program, unless it is the same as last time. What the user has by an id stays."""
    if catalogue.setting("shipped") == fingerprint:
        return len(packed)
    own = {key for key, number in catalogue.shelf.numbers.items() if catalogue.shelf.entries[number].pack != SHIPPED.id}
    fresh = [one for one in packed if one.indexed.key not in own]
    count = yield from _bring_in(catalogue, Origin.SHIPPED, SHIPPED, fresh, at)
    with catalogue.writing() as connection:
        put_setting(connection, "shipped", fingerprint)
    return count


def remove_pack(catalogue: Catalogue, pack_id: str) -> Work[int]:
    """Let all items of a pack go for good. Gives how many there were. Raises NotThere."""
    gone = [number for number, entry in catalogue.shelf.entries.items() if entry.pack == pack_id]
    if not gone:
        raise NotThere(pack_id)
    with catalogue.writing() as connection:
        connection.execute("UPDATE batch SET done = 0 WHERE pack = ?", (pack_id,))
        mark_changed(connection)
    catalogue.shelf.drop(gone)
    yield from clean(catalogue)
    return len(gone)


def empty_trash(catalogue: Catalogue, before: datetime) -> Work[int]:
    """Let everything go for good that was thrown away before a moment. Gives how many items that were.

    Their words are gone from the file and its log when this is done; backups are the caller's.
    """
    with catalogue.reading() as connection:
        rows = connection.execute(
            "SELECT i.number, i.kind, i.id FROM item AS i JOIN batch AS b ON b.number = i.batch "
            "WHERE b.done AND i.trashed_at <= ? ORDER BY i.number",
            (before.isoformat(),),
        ).fetchall()
    for done, (number, kind, id_) in enumerate(rows):
        yield Progress(done, len(rows))
        with catalogue.writing() as connection:
            words = items.destroy(connection, number)
            items.forget_about(connection, ItemKey(kind, id_))
            index.forget(connection, catalogue.vocabulary, words)
            mark_changed(connection)
        catalogue.shelf.drop([number])
    if rows:
        yield from tidy(catalogue)
        with catalogue.reading() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return len(rows)


# ---- what is done while nobody asks for anything


def upkeep(catalogue: Catalogue) -> Work[None]:
    """Finish what was left: take away imports that were cut off, index what is not, bring the index together."""
    yield from clean(catalogue)
    yield from index_all(catalogue)
    yield from finding_anew.find_anew(catalogue)
    yield from sweep(catalogue)
    yield from tidy(catalogue)
    catalogue.vocabulary.warm()


def clean(catalogue: Catalogue) -> Work[None]:
    """Take away the items of batches that nobody sees and nobody is bringing in."""
    with catalogue.reading() as connection:
        batches = [row[0] for row in connection.execute("SELECT number FROM batch WHERE NOT done")]
    for batch in sorted(set(batches) - catalogue.importing):
        for _ in _destroy_some(catalogue, batch):
            yield Progress(0, 0)
        with catalogue.writing() as connection:
            connection.execute("DELETE FROM batch WHERE number = ?", (batch,))


def _destroy_some(catalogue: Catalogue, batch: int) -> Iterator[None]:
    while True:
        with catalogue.writing() as connection:
            end = time.perf_counter() + SLICE
            put_setting(connection, "sweep", "1")
            while time.perf_counter() < end:
                row = connection.execute("SELECT number FROM item WHERE batch = ? LIMIT 1", (batch,)).fetchone()
                if row is None:
                    return
                items.destroy(connection, row[0])
        yield


def index_all(catalogue: Catalogue) -> Work[None]:
    """Put in the index what is not in it: after the rules of words changed, or a backup was put back."""
    with catalogue.reading() as connection:
        total = connection.execute("SELECT count(*) FROM item WHERE indexed = 0").fetchone()[0]
    done = 0
    while done < total:
        yield Progress(done, total)
        before = done
        with catalogue.gathering() as connection:
            end = time.perf_counter() + SLICE
            while done < total and time.perf_counter() < end:
                done += 1
                _index_one(catalogue, connection)
        if before // _TOGETHER != done // _TOGETHER:
            yield from _write_out(catalogue, Progress(done, total))
    catalogue.commit_gathered()
    catalogue.growing = False


def _index_one(catalogue: Catalogue, connection: Connection) -> None:
    row = connection.execute(
        "SELECT i.number, s.parts FROM item AS i JOIN source AS s ON s.number = i.number WHERE i.indexed = 0 LIMIT 1"
    ).fetchone()
    if row is not None:
        number, parts = row
        index.add(connection, catalogue.vocabulary, number, index.read(parts))
        connection.execute("UPDATE item SET indexed = 1 WHERE number = ?", (number,))


def sweep(catalogue: Catalogue) -> Work[None]:
    """Let go of the words that no text has any more, after texts went."""
    if not catalogue.setting("sweep"):
        return
    words = catalogue.vocabulary.all()
    for start in range(0, len(words), 64):
        yield Progress(start, len(words))
        with catalogue.writing() as connection:
            index.forget(connection, catalogue.vocabulary, words[start : start + 64])
    with catalogue.writing() as connection:
        put_setting(connection, "sweep", "")


def tidy(catalogue: Catalogue, most: int = 100_000) -> Work[None]:
    """Bring the pieces of the index together, at most so many times some."""
    for _ in range(most):
        yield Progress(0, 0)
        with catalogue.writing() as connection:
            more = index.merge(connection)
        if not more:
            return


# ---- bringing in


def _check_ids(catalogue: Catalogue, pack: Pack, packed: Sequence[Packed]) -> None:
    keys = [one.indexed.key for one in packed]
    seen: set[ItemKey] = set()
    twice = [key for key in keys if key in seen or seen.add(key)]  # type: ignore[func-returns-value]
    found = [entry for key in keys if (entry := catalogue.shelf.find(key)) is not None]
    taken = [*twice, *(entry.key for entry in found if entry.pack != pack.id or entry.batch == OWN_BATCH)]
    if taken:
        raise IdTaken(tuple(key.id for key in taken))


def _bring_in(catalogue: Catalogue, origin: Origin, pack: Pack, packed: Sequence[Packed], at: datetime) -> Work[int]:
    batch = _begin_batch(catalogue, origin, pack, at)
    catalogue.importing.add(batch)
    gathering = Gathering()
    try:
        while (done := len(gathering.entries)) < len(packed):
            yield Progress(done, len(packed))
            with catalogue.gathering() as connection:
                fresh = _insert_some(catalogue, connection, batch, packed[done:], at)
            gathering.add(entry_of(number, batch, one.indexed, origin, pack.id) for number, one in fresh)
            if done // _TOGETHER != len(gathering.entries) // _TOGETHER:
                yield from _write_out(catalogue, Progress(done, len(packed)))
        if origin is Origin.IMPORTED:
            yield Progress(done, len(packed), last=True)
            _check_ids(catalogue, pack, packed)  # somebody may have written something meanwhile
        _finish(catalogue, pack, batch, gathering)
    finally:
        catalogue.importing.discard(batch)
        catalogue.vocabulary.settle()
    return len(packed)


def _write_out(catalogue: Catalogue, progress: Progress) -> Work[None]:
    """Commit what was gathered, and bring pieces of the index together as fast as they come."""
    for _ in range(_MERGES):
        yield progress
        with catalogue.gathering() as connection:
            if not index.merge(connection):
                break
    yield progress
    catalogue.commit_gathered()


def _begin_batch(catalogue: Catalogue, origin: Origin, pack: Pack, at: datetime) -> int:
    row = (origin.value, pack.id, pack.title, pack.author, pack.version, pack.licence, at.isoformat())
    with catalogue.writing() as connection:
        made = connection.execute(
            "INSERT INTO batch (origin, pack, title, author, version, licence, at, done) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, 0) RETURNING number",
            row,
        )
        return int(made.fetchall()[0][0])


def _insert_some(
    catalogue: Catalogue, connection: Connection, batch: int, packed: Sequence[Packed], at: datetime
) -> list[tuple[int, Packed]]:
    """Put some items there that nobody sees yet. Gives their numbers."""
    fresh: list[tuple[int, Packed]] = []
    end = time.perf_counter() + SLICE
    for one in packed:
        number = insert(connection, batch, one.indexed, one.text, (one.author, one.licence, ""), at)
        index.add(connection, catalogue.vocabulary, number, one.indexed.parts, later=True)
        fresh.append((number, one))
        if time.perf_counter() > end:
            break
    return fresh


def _finish(catalogue: Catalogue, pack: Pack, batch: int, gathering: Gathering) -> None:
    """Let everybody see a batch, and nobody the one it replaces."""
    with catalogue.writing() as connection:
        count = connection.execute("SELECT count(*) FROM item WHERE batch = ? AND indexed = 1", (batch,)).fetchone()[0]
        if count != len(gathering.entries):
            raise DiskTrouble(f"{count} of {len(gathering.entries)} items were kept")
        connection.execute("UPDATE batch SET done = 0 WHERE pack = ?", (pack.id,))
        connection.execute("UPDATE batch SET done = 1 WHERE number = ?", (batch,))
        mark_changed(connection)
    older = [number for number, entry in catalogue.shelf.entries.items() if entry.pack == pack.id]
    catalogue.shelf.drop(older)
    catalogue.shelf.take(gathering)
