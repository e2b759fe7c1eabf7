"""The words that agreements are found by: what was typed, as the index of words asks for it."""

from __future__ import annotations

import re

from facilitator.storage.agreement_rows import stem_of
from facilitator.storage.database import Connection
from facilitator.storage.library import words

MOST_WORDS = 10
PIECE = 4
"""A word of so many letters is found inside another one too: "plan" in "veiligheidsplan"."""
MOST_PIECES = 60
FEW = 200
"""With more than so many that have the words as they were typed, pieces of words are not looked for."""

_VOCABULARY = """
CREATE VIRTUAL TABLE IF NOT EXISTS temp.index_word USING fts5vocab ('main', 'agreement_word', 'row')
"""


class Terms:
    """The words of the index in memory: read when they are first needed, and again after something was written."""

    def __init__(self) -> None:
        self._changes = -1
        self._terms = ""

    def holding(self, connection: Connection, word: str) -> list[str]:
        """Give the words of the index in which a word is a piece, but not the beginning."""
        changes = int(connection.execute("SELECT total_changes()").fetchone()[0])
        if changes != self._changes:
            connection.execute(_VOCABULARY)
            read = connection.execute("SELECT coalesce(group_concat(term, char(10)), '') FROM temp.index_word")
            self._changes, self._terms = changes, f"\n{read.fetchone()[0]}\n"
        found = re.findall(rf"\n(.+{re.escape(word)}.*)(?=\n)", self._terms)
        return found[:MOST_PIECES]


def read(connection: Connection, text: str, terms: Terms) -> list[list[str]]:
    """Read what was typed; where few have the words as they stand, pieces of words count too."""
    asked = _asked(text)
    if not asked or count(connection, asked, FEW) >= FEW:
        return asked
    wide = []
    for alternatives in asked:
        word = alternatives[0].partition('" *')[0][1:]
        pieces = terms.holding(connection, word) if len(word) >= PIECE else []
        wide.append([*alternatives, *(f'"{piece}"' for piece in pieces)])
    return wide


def count(connection: Connection, asked: list[list[str]], most: int) -> int:
    """How many have these words; no more than `most` are counted."""
    query = "SELECT count(*) FROM (SELECT 1 FROM agreement_word WHERE agreement_word MATCH ? LIMIT ?)"
    return int(connection.execute(query, (match(asked), most)).fetchone()[0])


def match(asked: list[list[str]]) -> str:
    """Write words as the index asks for them: each of them, in one of its forms."""
    return " AND ".join(f"({' OR '.join(group)})" for group in asked)


def _asked(text: str) -> list[list[str]]:
    """Give what was typed as alternatives of the index by word: how the word begins, or the stem it has."""
    typed = [word for word in words.words(text) if len(word) > 1]  # nearly every text has words with any letter
    telling = [word for word in typed if word not in words.COMMON] or typed[-1:]
    return [list(dict.fromkeys((f'"{word}" *', f'"{stem_of(word)}"'))) for word in telling[:MOST_WORDS]]
