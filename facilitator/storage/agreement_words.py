"""The words that agreements are found by: what was typed, as the index of words asks for it.

How a line is read comes from the library (`storage.library`): its words, its vocabulary and its way with typing
errors. Only the index is another one, that of the rows of agreements, which holds the stems of words beside them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from facilitator.storage.agreement_rows import stem_of
from facilitator.storage.database import Connection
from facilitator.storage.library import words
from facilitator.storage.library.records import Marks
from facilitator.storage.library.vocabulary import Vocabulary

MOST_WORDS = 10
PIECE = 4
"""A word of so many letters is found inside another one too: "plan" in "veiligheidsplan"."""
FEW = 200
"""With more than so many that have the words as they were typed, pieces of words are not looked for."""
MOST_GONE = 200
"""With more words than this that are there no longer, the vocabulary is made anew."""

_VOCABULARY = """
CREATE VIRTUAL TABLE IF NOT EXISTS temp.index_word USING fts5vocab ('main', 'agreement_word', 'row')
"""


class Terms:
    """The words of the index in memory: read when they are first needed, and again after something was written."""

    def __init__(self) -> None:
        self._changes = -1
        self._terms: set[str] = set()
        self._vocabulary = Vocabulary()

    def vocabulary(self, connection: Connection) -> Vocabulary:
        """Give the words of the index. Stems are among them, and stand for themselves."""
        changes = int(connection.execute("SELECT total_changes()").fetchone()[0])
        if changes != self._changes:
            connection.execute(_VOCABULARY)
            read = connection.execute("SELECT coalesce(group_concat(term, char(10)), '') FROM temp.index_word")
            self._changes = changes
            self._take(set(str(read.fetchone()[0]).split("\n")) - {""})
        return self._vocabulary

    def _take(self, terms: set[str]) -> None:
        gone = self._terms - terms
        if len(gone) > MOST_GONE:
            self._terms, self._vocabulary = set(), Vocabulary()
        else:
            self._vocabulary.discard(gone)
        self._vocabulary.add((term, term) for term in sorted(terms - (self._terms - gone)))
        self._terms = terms


class Understood(NamedTuple):
    """What was typed, as alternatives of the index by word, and what of it is marked in a text.

    `corrected`: nothing has the words as they were typed, so that typing errors were looked for.
    """

    asked: list[list[str]]
    marks: Marks
    corrected: bool = False


def read(connection: Connection, text: str, terms: Terms) -> list[list[str]]:
    """Read what was typed; where few have the words as they stand, pieces of words and typing errors count too."""
    return understand(connection, text, terms).asked


def understand(connection: Connection, text: str, terms: Terms) -> Understood:
    """Read what was typed as `read` does, and say what of it is to be marked."""
    typed = _typed(text)
    asked = [_as_typed(word) for word in typed]
    marks = _marks(typed)
    if not asked or count(connection, asked, FEW) >= FEW:
        return Understood(asked, marks)
    vocabulary = terms.vocabulary(connection)
    asked = [[*group, *_wider(word, vocabulary)] for group, word in zip(asked, typed, strict=True)]
    if count(connection, asked, 1):
        return Understood(asked, marks)
    meant = [_meant(word, vocabulary) for word in typed]
    if not any(meant):
        return Understood(asked, marks)
    asked = [[*group, *map(_exactly, others)] for group, others in zip(asked, meant, strict=True)]
    likely = tuple(word for others in meant for word in others)
    return Understood(asked, replace(marks, words=likely), corrected=True)


def count(connection: Connection, asked: list[list[str]], most: int) -> int:
    """How many have these words; no more than `most` are counted."""
    query = "SELECT count(*) FROM (SELECT 1 FROM agreement_word WHERE agreement_word MATCH ? LIMIT ?)"
    return int(connection.execute(query, (match(asked), most)).fetchone()[0])


def match(asked: list[list[str]]) -> str:
    """Write words as the index asks for them: each of them, in one of its forms."""
    return " AND ".join(f"({' OR '.join(group)})" for group in asked)


def _typed(text: str) -> list[str]:
    """Give the words that tell something."""
    typed = [word for word in words.words(text) if len(word) > 1]  # nearly every text has words with any letter
    return ([word for word in typed if word not in words.COMMON] or typed[-1:])[:MOST_WORDS]


def _as_typed(word: str) -> list[str]:
    """Ask for how the word begins, or the stem it has."""
    return list(dict.fromkeys((f'"{word}" *', _exactly(stem_of(word)))))


def _wider(word: str, vocabulary: Vocabulary) -> list[str]:
    """Ask for words that hold this one, or for the two that were written as one."""
    if len(word) < PIECE:
        return []
    parts = None if vocabulary.begins(word) else vocabulary.split(word)
    both = [] if parts is None else [f'("{parts[0]}" AND "{parts[1]}" *)']
    return [*map(_exactly, vocabulary.with_piece(word)), *both]


def _meant(word: str, vocabulary: Vocabulary) -> list[str]:
    return vocabulary.near(word, besides=word if vocabulary.begins(word) else "\n")


def _exactly(word: str) -> str:
    return f'"{word}"'


def _marks(typed: list[str]) -> Marks:
    """Mark what begins with a word or its stem, and long words inside others."""
    stems = tuple(stem for stem in map(stem_of, typed) if len(stem) >= PIECE)
    pieces = tuple(word for word in typed if len(word) >= PIECE)
    return Marks(beginnings=(*typed, *stems), pieces=pieces, enough=max(1, len(typed)))
