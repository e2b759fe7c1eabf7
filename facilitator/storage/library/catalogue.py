"""Catalogue: the open library, used by one thread. What is kept on the disk, and what is found in memory, in step.

Every method raises a StoreError when the file does not let it, and has then changed nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from facilitator.storage.database import Connection, transaction
from facilitator.storage.errors import StoreError
from facilitator.storage.folder import Home
from facilitator.storage.holding import Holding
from facilitator.storage.keys import DataKey
from facilitator.storage.library import index, words
from facilitator.storage.library.records import Facets, FoundBy, Indexed, ItemKey, ItemKind, Origin
from facilitator.storage.library.schema import MIGRATIONS
from facilitator.storage.library.shelf import Entry, Gathering, Shelf
from facilitator.storage.library.vocabulary import Vocabulary
from facilitator.storage.migrations import migrate

_CHUNK = 500  # items read at a time

_ENTRIES = """
SELECT coalesce(
    json_group_array(json_array(number, kind, id, item_title, batch, origin, pack, json(facets), trashed)), '[]'
) FROM (
    SELECT i.number, i.kind, i.id, i.title AS item_title, i.batch, b.origin, b.pack, i.facets,
        i.trashed_at IS NOT NULL AS trashed
    FROM item AS i JOIN batch AS b ON b.number = i.batch
    WHERE b.done AND i.number > ? ORDER BY i.number LIMIT ?
)
"""


class Catalogue:
    """The library of one home.

    Attributes:
        shelf: what is browsed.
        vocabulary: every word of every text.
        importing: the batches that are being brought in, which nobody sees yet.
        growing: there are items that are not in the index yet.
        found_by: the rules by which the user's items are found now; None leaves them as they were read.
        touched: something was written since this was last looked at.
    """

    def __init__(self, home: Path, key: DataKey) -> None:
        """Open the file, making it when nothing was ever kept here. `load` comes before anything else."""
        self.home = home
        self.key = key
        self.shelf = Shelf()
        self.vocabulary = Vocabulary()
        self.importing: set[int] = set()
        self.growing = False
        self.found_by: FoundBy | None = None
        self.touched = True
        self._in_step = False
        self._holding = Holding(Home(home), key, lambda connection: migrate(connection, MIGRATIONS))

    # ---- opening

    def load(self) -> Iterator[None]:
        """Read into memory what is browsed, some at a time."""
        with self._holding.trusted() as connection:
            migrate(connection, MIGRATIONS)
            _ensure_rules(connection)
            vocabulary = index.vocabulary_of(connection)
            self.growing = bool(
                connection.execute("SELECT EXISTS (SELECT 1 FROM item WHERE indexed = 0)").fetchone()[0]
            )
            favourites = [
                ItemKey(ItemKind(kind), id_) for kind, id_ in connection.execute("SELECT kind, id FROM favourite")
            ]
        shelf, gathering, last = Shelf(favourites), Gathering(), 0
        while True:
            yield
            with self._holding.trusted() as connection:
                found = json.loads(connection.execute(_ENTRIES, (last, _CHUNK)).fetchone()[0])
            if not found:
                break
            gathering.add(map(_entry, found))
            last = found[-1][0]
        shelf.take(gathering)
        shelf.keep_uses_of(self.shelf)
        self.shelf, self.vocabulary, self._in_step = shelf, vocabulary, True

    def ensure_loaded(self) -> None:
        """Read again what is in memory after something written was taken back."""
        if not self._in_step:
            for _ in self.load():
                pass

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give the connection for a question."""
        try:
            with self._holding.trusted() as connection:
                yield connection
        except StoreError:
            self._in_step = False  # what `gathering` had open is gone with the connection
            raise

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give the connection for a change: all of it, or nothing. What is in memory is read again after nothing."""
        self.touched = True
        self.commit_gathered()
        try:
            with self._holding.trusted() as connection, transaction(connection):
                yield connection
        except BaseException:
            self._in_step = False
            raise

    @contextmanager
    def gathering(self) -> Iterator[Connection]:
        """Give the connection for rows that nobody sees yet. They are committed with the next change, or when asked.

        Many rows in one transaction make few and large pieces of the index. Questions may come in between.
        """
        self.touched = True
        try:
            with self._holding.trusted() as connection:
                if not connection.in_transaction:
                    connection.execute("BEGIN IMMEDIATE")
                try:
                    yield connection
                except BaseException:
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")
                    raise
        except BaseException:
            self._in_step = False
            raise

    def commit_gathered(self) -> None:
        """Commit what was gathered."""
        with self.reading() as connection:
            if connection.in_transaction:
                connection.execute("COMMIT")

    def close(self) -> None:
        """Close the file."""
        self._holding.close()

    # ---- settings

    def setting(self, name: str) -> str:
        """Give a setting; empty when it was never put."""
        with self.reading() as connection:
            row = connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return "" if row is None else str(row[0])


def put_setting(connection: Connection, name: str, value: str) -> None:
    """Put a setting, inside the transaction that is open."""
    connection.execute(
        "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", (name, value)
    )


def mark_changed(connection: Connection) -> None:
    """Note, inside the transaction that is open, that there is something new for the next backup."""
    connection.execute(
        "INSERT INTO setting VALUES ('changes', '1') "
        "ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)"
    )


def insert(
    connection: Connection,
    batch: int,
    indexed: Indexed,
    text: str,
    about: Sequence[str],
    at: datetime,
) -> int:
    """Put a new item there, inside the transaction that is open; its words are the caller's. Gives its number.

    `about` is author, licence, and what it was adapted from.
    """
    row = (batch, *indexed.key, indexed.title, written_facets(indexed.facets), *about, 0, at.isoformat(), None, 1)
    number = connection.execute(
        "INSERT INTO item (batch, kind, id, title, facets, author, licence, adapted_from, version, updated_at, "
        "trashed_at, indexed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number",
        row,
    ).fetchall()[0][0]
    connection.execute("INSERT INTO source VALUES (?, ?, ?)", (number, text, index.written(indexed.parts)))
    return int(number)


def written_facets(facets: Facets) -> str:
    """Write facets down."""
    lists = facets.themes, facets.roles, facets.phases
    plain = (*lists, facets.level, facets.form, facets.minutes, facets.steps, facets.sort)
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def entry_of(number: int, batch: int, indexed: Indexed, origin: Origin, pack: str) -> Entry:
    """Give what the shelf knows of a new item."""
    return Entry(number, indexed.key, indexed.title, batch, origin, pack, indexed.facets, trashed=False)


def _entry(row: tuple[int, str, str, str, int, str, str, list[object], int]) -> Entry:
    number, kind, id_, title, batch, origin, pack, facets, trashed = row
    return Entry(
        number, ItemKey(ItemKind(kind), id_), title, batch, Origin(origin), pack, _facets(facets), bool(trashed)
    )


def _facets(plain: Sequence[object]) -> Facets:
    """Read what `written_facets` wrote; what was written by an older version has no steps, or no sort."""
    newer: tuple[object, ...] = ([], "")
    themes, roles, phases, level, form, minutes, steps, sort = (*plain, *newer[len(plain) - 6 :])
    lists = _texts(themes), _texts(roles), _texts(phases)
    return Facets(*lists, str(level), str(form), int(str(minutes)), _texts(steps), str(sort))


def _texts(plain: object) -> tuple[str, ...]:
    return tuple(map(str, plain)) if isinstance(plain, list) else ()


def _ensure_rules(connection: Connection) -> None:
    """Make the index anew when words were taken apart by other rules."""
    row = connection.execute("SELECT value FROM setting WHERE name = 'rules'").fetchone()
    if row is None or row[0] != str(words.RULES):
        with transaction(connection):
            index.empty(connection)
            put_setting(connection, "rules", str(words.RULES))
