"""What the tests of storage share: meetings to keep, a clock that stands still, ears for what the store tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Status
from facilitator.core.apply import judge
from facilitator.core.casus import Case
from facilitator.core.events import Answer, Event
from facilitator.core.people import Partner
from facilitator.core.script import Script
from facilitator.core.session import Session
from facilitator.storage import database, journal, keys
from facilitator.storage.errors import StoreError
from facilitator.storage.folder import Home
from facilitator.storage.journal import record_of
from facilitator.storage.key_store import NoKeyStore
from facilitator.storage.keys import DataKey, Unlocked
from facilitator.storage.ledger import Entry
from facilitator.storage.thread import Listener
from facilitator.storage.writer import Store
from tests.builders import DETAILS, PEOPLE, SCRIPT, START

NOW = datetime(2026, 11, 17, 14, 42, 7, tzinfo=UTC)

Happened = tuple[Event, Session]


class Meeting:
    """A session being led: every call of `do` gives the event and the session it led to. Ids are its own."""

    def __init__(self, session_id: str = "s-1", **details: Any) -> None:
        self.id = session_id
        self.at = START
        self.number = 0
        self.session: Session | None = None
        self.happened: list[Happened] = []
        partners = details.pop("partners", (Partner("p-pol", "Politie"), Partner("p-vt", "Veilig Thuis")))
        people = tuple(person for person in PEOPLE if person.partner_id in {p.id for p in partners})
        script: Script = details.pop("script", SCRIPT)
        case: Case | None = details.pop("case", None)
        minutes = tuple(step.minutes for step in script.steps)
        self.do(
            ev.SessionPlanned,
            session_id=session_id,
            script=script,
            case=case,
            minutes=minutes,
            partners=partners,
            participants=people,
            details=replace(DETAILS, **details),
        )

    def do(self, kind: type[Event], **fields: Any) -> Happened:
        """Let an event happen."""
        event = kind(id=f"{self.id}-e{self.number}", at=self.at, **fields)
        outcome = judge(self.session, event)
        assert isinstance(outcome, Session), outcome
        self.number += 1
        self.at += timedelta(seconds=30)
        self.session = outcome
        self.happened.append((event, outcome))
        return event, outcome

    def answer(self, text: str = "Sneller bellen.") -> Happened:
        """Somebody says something."""
        return self.do(ev.AnswerGiven, answer=Answer(f"a{self.number}", "nodig", text))

    def agree(self, what: str = "Wij bellen.", **fields: Any) -> Happened:
        """Something is agreed."""
        fields = {"owner_id": "p-pol", "with_ids": ("p-vt",), "status": Status.AGREED, **fields}
        return self.do(ev.AgreementMade, agreement=Agreement(f"g{self.number}", what, **fields))

    def led(self, answers: int = 3) -> Meeting:
        """Begin and let some things be said and agreed."""
        self.do(ev.SessionStarted)
        self.do(ev.StepEntered, step_id="nodig")
        for number in range(answers):
            self.answer(f"Antwoord {number}.")
        self.agree(deadline=date(2026, 12, 1))
        return self

    @property
    def events(self) -> tuple[Event, ...]:
        """All that happened."""
        return tuple(event for event, _ in self.happened)

    @property
    def entries(self) -> list[Entry]:
        """All that happened, as the ledger takes it."""
        return [Entry(record_of(event, self.id), session, event.at) for event, session in self.happened]


class Ears:
    """Hears what a store tells; `wait` gives the next thing told of a kind."""

    def __init__(self) -> None:
        self.told: dict[str, SimpleQueue[tuple[Any, ...]]] = {
            kind: SimpleQueue() for kind in ("saved", "failed", "recovered", "trouble")
        }
        self.listener = Listener(*(self._hear(kind) for kind in ("saved", "failed", "recovered", "trouble")))

    def _hear(self, kind: str) -> Any:
        return lambda *what: self.told[kind].put(what)

    def wait(self, kind: str) -> Any:
        """Give the next thing told of a kind; fails after ten seconds of silence."""
        what = self.told[kind].get(timeout=10)
        return what[0] if len(what) == 1 else what

    def heard(self, kind: str) -> list[Any]:
        """Give what was told of a kind and not waited for."""
        return [self.told[kind].get() for _ in range(self.told[kind].qsize())]

    def failure(self) -> StoreError:
        """Wait until saving fails."""
        error: StoreError = self.wait("failed")[0]
        return error


def made_key(home: Path) -> DataKey:
    """Make the keys of a new home."""
    return keys.create(home, NoKeyStore()).key


def unlocked(home: Path) -> Unlocked:
    """Fetch the key of a home, making it at its first start."""
    if keys.first_start(home):
        keys.create(home, NoKeyStore())
    return keys.unlock(home, NoKeyStore())


def open_store(home: Path, ears: Ears | None = None, **options: Any) -> Store:
    """Open the store of a home and wait until it is."""
    options = {"now": lambda: NOW, "delays": (3600.0,), **options}
    store = Store(home, lambda: unlocked(home), (ears or Ears()).listener, **options)
    try:
        store.opened.result(timeout=10)
    except BaseException:
        store.close()
        raise
    return store


def hand_in(store: Store, meeting: Meeting) -> None:
    """Hand in all that happened in a meeting."""
    for event, session in meeting.happened:
        store.append(event, session)


def bytes_of(home: Path) -> Iterator[tuple[str, bytes]]:
    """Give the name and content of every file of a home."""
    for path in sorted(home.rglob("*")):
        if path.is_file():
            yield path.name, path.read_bytes()


def full(store: Store, yes: bool) -> None:
    """Let the disk of an open store be full, or have room again."""
    pages = 1 if yes else 1_000_000
    store.ask(lambda c: c.execute(f"PRAGMA max_page_count = {pages}").fetchall()).result(10)


def events_in(home: Path, session_id: str = "s-1") -> tuple[Event, ...]:
    """What a closed store holds of a session."""
    connection = database.connect(Home(home).database, unlocked(home).key)
    try:
        return journal.events_of(connection, session_id)
    finally:
        connection.close()
