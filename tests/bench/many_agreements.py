"""A store with very many agreements: some sessions that were really led, and rows as if thousands more had been."""

from __future__ import annotations

import random
from datetime import date, timedelta

from facilitator.core import events as ev
from facilitator.core.vocabulary import Phase, Status
from facilitator.storage import projection
from facilitator.storage.agreement_rows import COLUMNS, indexed
from facilitator.storage.database import Connection, transaction
from facilitator.storage.projection import Rows, rows_of
from facilitator.storage.writer import Store
from tests.bench.texts import Texts
from tests.storage.keeping import Meeting

TODAY = date(2026, 12, 10)
EACH = 10
"""Agreements of a session."""
LED = 50
"""Sessions that are really there, event by event, so that statuses can be recorded in them."""

_PLACES = tuple(f"Gemeente {number:03d}" for number in range(120))
_PARTNERS = tuple(f"partner-{number:04d}" for number in range(600))
_NAMES = {partner_id: f"Organisatie {number}" for number, partner_id in enumerate(_PARTNERS)}
_AT = {name: place for place, name in enumerate(COLUMNS["agreement"].split())}


def led(number: int, rnd: random.Random) -> Meeting:
    """A session with agreements; those with even numbers stand open and late."""
    meeting = Meeting(f"led-{number:05d}")
    meeting.do(ev.SessionStarted)
    for each in range(EACH):
        meeting.agree(f"Werkafspraak {each} van sessie {number}", deadline=TODAY - timedelta(days=rnd.randrange(400)))
    return meeting


def fill(store: Store, count: int) -> None:
    """Put `count` agreements into an open store."""
    rnd, texts = random.Random(7), Texts(count)
    for number in range(LED):
        meeting = led(number, rnd)
        for event, session in meeting.happened:
            store.append(event, session)
    session = led(0, rnd).happened[-1][1]
    template = rows_of(session, led(0, rnd).happened[-1][0].at)
    words = texts.words

    def more(connection: Connection) -> None:
        for start in range(LED, count // EACH, 200):
            with transaction(connection):
                projector = projection.Projector()
                for number in range(start, min(start + 200, count // EACH)):
                    id_ = f"s-{number:05d}"
                    projector.write(connection, id_, _another(template, id_, rnd, words))

    store.ask(more).result(3600)


def _another(template: Rows, session_id: str, rnd: random.Random, words: list[str]) -> Rows:
    """The rows of a session like the one of the template, with other words, days, places and parties."""
    place, day = rnd.choice(_PLACES), (TODAY - timedelta(days=rnd.randrange(1500))).isoformat()
    owner, other = rnd.sample(_PARTNERS, 2)
    known = {"p-pol": owner, "p-vt": other}
    rows: Rows = {}
    for (table, *_key), row in template.items():
        values = [session_id, *row[1:]]
        if table == "session":
            values[4], values[5] = place, day
        elif table == "partner":
            values[1], values[2] = known[str(row[1])], _NAMES[known[str(row[1])]]
        elif table == "agreement_party":
            values[2], values[3] = known[str(row[2])], _NAMES[known[str(row[2])]]
        elif table == "agreement_standing":
            values[1] = session_id
            values[4] = rnd.choice(tuple(Status)).value
        elif table == "agreement":
            values = _agreement(values, rnd, words, f"{place} {_NAMES[owner]} {_NAMES[other]}")
        rows[table, *values[: projection.KEYS[str(table)]]] = tuple(values)
    return rows


def _agreement(
    values: list[str | int | None], rnd: random.Random, words: list[str], about: str
) -> list[str | int | None]:
    what = " ".join(rnd.choices(words, k=12))
    values[_AT["what"]] = what
    values[_AT["words"]] = indexed(f"{about} {what}")
    values[_AT["phase"]] = rnd.choice(("", *(phase.value for phase in Phase)))
    values[_AT["deadline"]] = rnd.choice((None, (TODAY + timedelta(days=rnd.randint(-900, 300))).isoformat()))
    values[_AT["evaluate_on"]] = rnd.choice((None, (TODAY + timedelta(days=rnd.randint(-300, 300))).isoformat()))
    return values
