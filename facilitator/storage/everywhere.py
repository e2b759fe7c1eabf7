"""Finding what is kept by one line of words: sessions, agreements and what can be done, beside the library.

Asked in the thread of the store. Sessions and actions are found by an index in memory, which is made from the rows of
the overview and holds nothing that these do not: with a session that is erased its words go at the next question.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from facilitator.storage import agreement_search, agreement_words, overview
from facilitator.storage.agreement_search import Wanted
from facilitator.storage.agreement_words import Terms
from facilitator.storage.agreements import AgreementLine
from facilitator.storage.database import Connection
from facilitator.storage.library.asking import LONGEST_TEXT
from facilitator.storage.library.pocket import Parts, Pocket, Pocketed
from facilitator.storage.library.records import Marks, Part, Weight
from facilitator.storage.overview import SessionLine

MOST_SESSIONS = 2_000
"""So many sessions at most are held in memory, the newest."""
EACH = 12
"""So many sessions and actions are given."""
MOST_AGREEMENTS = 48
"""So many agreements; some of them have what was typed only in the name of their session."""

PLACE, MUNICIPALITY, PARTNERS, THEMES = "place", "municipality", "partners", "themes"
"""Where in a session something was found."""

_SESSIONS = """
SELECT coalesce(json_group_array(json_array(id, title, place, municipality,
    (SELECT coalesce(group_concat(name, ', '), '') FROM partner WHERE session_id = s.id),
    (SELECT coalesce(group_concat(theme, ', '), '') FROM session_theme WHERE session_id = s.id))), '[]')
FROM (SELECT id, title, place, municipality FROM session ORDER BY day DESC, id LIMIT ?) AS s
"""


@dataclass(frozen=True, slots=True)
class Sort:
    """How something was found: `corrected` a typing error was forgiven, `ignored` a word was left aside."""

    marks: Marks = field(default_factory=Marks)
    corrected: bool = False
    ignored: bool = False


NOT = Sort()


@dataclass(frozen=True, slots=True)
class Kept:
    """What was found, each the best first, and how."""

    sessions: tuple[SessionLine, ...] = ()
    session_parts: tuple[Parts, ...] = ()
    sessions_how: Sort = NOT
    agreements: tuple[AgreementLine, ...] = ()
    agreements_how: Sort = NOT
    actions: tuple[str, ...] = ()
    actions_how: Sort = NOT


@dataclass
class Memory:
    """What one search leaves for the next; used in the thread of the store alone."""

    terms: Terms = field(default_factory=Terms)
    sessions: Pocket = field(default_factory=Pocket)
    actions: Pocket = field(default_factory=Pocket)
    changes: int = -1


def search(connection: Connection, text: str, today: date, actions: Mapping[str, Parts], memory: Memory) -> Kept:
    """Find what has these words. `actions` are what can be done, by name; an empty line finds nothing."""
    text = text[:LONGEST_TEXT]
    if not text.strip():
        return Kept()
    _hold_sessions(connection, memory)
    memory.actions.keep(actions)
    did, met = memory.actions.find(text), memory.sessions.find(text)
    lines, found = _sessions(connection, met), _agreements(connection, text, today, memory.terms)
    return Kept(
        lines,
        tuple(memory.sessions.parts(line.id) for line in lines),
        _how(met),
        *found,
        did.names[:EACH],
        _how(did),
    )


def _hold_sessions(connection: Connection, memory: Memory) -> None:
    """Read the sessions again when something was written."""
    changes = int(connection.execute("SELECT total_changes()").fetchone()[0])
    if changes != memory.changes:
        rows = json.loads(connection.execute(_SESSIONS, (MOST_SESSIONS,)).fetchone()[0])
        memory.sessions.keep({row[0]: _parts(*row[1:]) for row in rows})
        memory.changes = changes


def _parts(title: str, place: str, municipality: str, partners: str, themes: str) -> Parts:
    return (
        Part("", Weight.TITLE, title),
        Part(PLACE, Weight.HEAD, place),
        Part(MUNICIPALITY, Weight.HEAD, municipality),
        Part(PARTNERS, Weight.TEXT, partners),
        Part(THEMES, Weight.TEXT, themes),
    )


def _sessions(connection: Connection, found: Pocketed) -> tuple[SessionLine, ...]:
    lines = (overview.session(connection, name) for name in found.names[:EACH])
    return tuple(line for line in lines if line is not None)


def _agreements(connection: Connection, text: str, today: date, terms: Terms) -> tuple[tuple[AgreementLine, ...], Sort]:
    understood = agreement_words.understand(connection, text, terms)
    if not understood.asked:
        return (), NOT
    found = agreement_search.find_read(connection, Wanted(), today, understood.asked)
    lines = agreement_search.lines(connection, found.numbers[:MOST_AGREEMENTS])
    return lines, Sort(understood.marks, understood.corrected)


def _how(found: Pocketed) -> Sort:
    return Sort(found.marks, found.corrected, found.ignored)
