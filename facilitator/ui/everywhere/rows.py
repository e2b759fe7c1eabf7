"""The rows of search everywhere, and in which order they stand, whatever found them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final

from facilitator.storage.library.records import Span
from facilitator.storage.library.words import fold
from facilitator.words import pgettext

MOST = 40
"""So many rows at most."""


class Kind(StrEnum):
    """What a row is; in this order where nothing else decides."""

    ASK = "ask"
    ACTION = "action"
    CARD = "card"
    CASE = "case"
    SCRIPT = "script"
    SESSION = "session"
    AGREEMENT = "agreement"


_ORDER: Final = {kind: place for place, kind in enumerate(Kind)}


class How(IntEnum):
    """How something was found. Rows of a later sort are shown only where there is none of an earlier one."""

    AS_TYPED = 0
    CORRECTED = 1
    SOME_WORDS = 2


@dataclass(frozen=True, slots=True)
class Row:
    """Something that can be opened.

    Attributes:
        ids: the id, the ids or the name by which it is known.
        facts: what is told of it, or the piece of text in which something was found; `found_in` says where that is.
        key: the key that does it too.
    """

    kind: Kind
    ids: tuple[str, ...]
    title: str
    facts: str = ""
    title_spans: tuple[Span, ...] = ()
    facts_spans: tuple[Span, ...] = ()
    found_in: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """What one engine found, the best first."""

    rows: tuple[Row, ...]
    how: How = How.AS_TYPED


def arranged(typed: str, batches: Sequence[Batch]) -> tuple[Row, ...]:
    """Put the rows of several engines together.

    A title that begins as was typed comes before one that has it elsewhere, and that before a text. What each engine
    thought best comes first within these.
    """
    found = [batch for batch in batches if batch.rows]
    best = min((batch.how for batch in found), default=How.AS_TYPED)
    ranked = [
        (_quality(row, fold(typed).strip()), place, _ORDER[row.kind], number, row)
        for number, batch in enumerate(found)
        if batch.how is best
        for place, row in enumerate(batch.rows)
    ]
    return tuple(row for *_rank, row in sorted(ranked, key=lambda one: one[:4]))[:MOST]


def kind_name(kind: Kind) -> str:
    """What a row is, in a word."""
    names = {
        Kind.ASK: pgettext("what was found", "ask"),
        Kind.ACTION: pgettext("what was found", "do"),
        Kind.CARD: pgettext("what was found", "card"),
        Kind.CASE: pgettext("what was found", "case"),
        Kind.SCRIPT: pgettext("what was found", "script"),
        Kind.SESSION: pgettext("what was found", "session"),
        Kind.AGREEMENT: pgettext("what was found", "agreement"),
    }
    return names[kind]


def _quality(row: Row, typed: str) -> int:
    if fold(row.title).startswith(typed):
        return 0
    wanted, marked = len(typed.split()), len(row.title_spans)
    if marked:
        return 1 if marked >= wanted else 2
    return 2 if row.kind is Kind.ACTION else 3
