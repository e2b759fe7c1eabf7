"""The index of all words: a full-text table that holds no text of its own, and the vocabulary beside it.

The texts stay in `source`. To take an item out, what was put in must be said again word for word, so the parts that
were indexed are kept until then.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from facilitator.storage.database import Connection
from facilitator.storage.library import words
from facilitator.storage.library.records import Part, Weight
from facilitator.storage.library.schema import INDEX
from facilitator.storage.library.vocabulary import Vocabulary

_MERGE_PAGES = 16  # about 3 ms of work


def written(parts: Iterable[Part]) -> str:
    """Write parts down."""
    return json.dumps([tuple(part) for part in parts], ensure_ascii=False, separators=(",", ":"))


def read(parts: str) -> tuple[Part, ...]:
    """Read parts back."""
    return tuple(Part(name, Weight(weight), text) for name, weight, text in json.loads(parts))


def add(
    connection: Connection, vocabulary: Vocabulary, number: int, parts: Sequence[Part], *, later: bool = False
) -> None:
    """Put the words of an item in the index, inside the transaction that is open; `later` when nobody sees it yet."""
    columns = _columns(parts)
    connection.execute(
        "INSERT INTO hit (rowid, title, head, body, asked) VALUES (?, ?, ?, ?, ?)", (number, *map(" ".join, columns))
    )
    fresh = [(word, words.stem(word)) for word in vocabulary.new(word for column in columns for word in column)]
    if fresh:
        connection.executemany("INSERT OR IGNORE INTO vocabulary VALUES (?, ?)", fresh)
        (vocabulary.add_later if later else vocabulary.add)(fresh)


def remove(connection: Connection, number: int, parts: Sequence[Part]) -> list[str]:
    """Take an item out of the index, inside the transaction that is open. Gives the words it had."""
    connection.execute(
        "INSERT INTO hit (hit, rowid, title, head, body, asked) VALUES ('delete', ?, ?, ?, ?, ?)",
        (number, *map(" ".join, _columns(parts))),
    )
    return words_of(parts)


def words_of(parts: Iterable[Part]) -> list[str]:
    """Give the words of an item, each once."""
    return list(dict.fromkeys(word for column in _columns(parts) for word in column))


def forget(connection: Connection, vocabulary: Vocabulary, candidates: Iterable[str]) -> None:
    """Take those words that no text has any more out of the vocabulary, inside the transaction that is open."""
    gone = [
        word
        for word in candidates
        if connection.execute("SELECT 1 FROM hit WHERE hit MATCH ? LIMIT 1", (f'"{word}"',)).fetchone() is None
    ]
    connection.executemany("DELETE FROM vocabulary WHERE word = ?", [(word,) for word in gone])
    vocabulary.discard(gone)


def merge(connection: Connection) -> bool:
    """Bring some pieces of the index together. Gives whether there was something to do."""
    before = _changes(connection)
    connection.execute("INSERT INTO hit (hit, rank) VALUES ('merge', ?)", (_MERGE_PAGES,))
    return _changes(connection) - before > 1


def vocabulary_of(connection: Connection) -> Vocabulary:
    """Read all words."""
    query = "SELECT coalesce(group_concat(word || ' ' || stem, char(10)), '') FROM vocabulary"
    lines = str(connection.execute(query).fetchone()[0]).split("\n")
    return Vocabulary((word, stem) for word, _, stem in (line.partition(" ") for line in lines) if word)


def empty(connection: Connection) -> None:
    """Make an empty index in the place of the one that was, inside the transaction that is open."""
    connection.execute("DROP TABLE hit")
    connection.execute("DROP TABLE vocabulary")
    for statement in INDEX:
        connection.execute(statement)
    connection.execute("UPDATE item SET indexed = 0")


def _columns(parts: Iterable[Part]) -> tuple[list[str], ...]:
    columns: tuple[list[str], ...] = ([], [], [], [])
    for part in parts:
        columns[part.weight].extend(words.words(part.text))
    return columns


def _changes(connection: Connection) -> int:
    return int(connection.execute("SELECT total_changes()").fetchone()[0])
