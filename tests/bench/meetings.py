"""Meetings for the benches: one that begins now, and one that was interrupted and lies in a home of its own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from facilitator.content.library import read_library
from facilitator.content.locate import content_folder, resource
from facilitator.core.apply import apply
from facilitator.core.casus import Case
from facilitator.core.events import Details, Event, SessionClosed, SessionPlanned, SessionStarted
from facilitator.core.people import Participant, Partner
from facilitator.core.script import Script
from facilitator.core.session import Session
from facilitator.demo import play, read_example
from facilitator.storage import keys
from facilitator.storage.key_store import NoKeyStore
from facilitator.storage.thread import Listener
from facilitator.storage.writer import Store

PARTNERS = tuple(Partner(f"p{number}", f"Organisatie {number}") for number in range(8))
PEOPLE = tuple(Participant(f"d{number}", f"Deelnemer {number}", f"p{number % 8}", "rol") for number in range(16))


def shipped(script_id: str) -> Script:
    """Give a script that comes with the program."""
    script = read_library(content_folder()).script(script_id)
    assert script is not None
    return script


def meeting(
    at: datetime, script_id: str = "het-gesprek-kennismaken", case: Case | None = None
) -> tuple[SessionPlanned, SessionStarted]:
    """Eight organisations that begin a shipped script at a moment."""
    script = shipped(script_id)
    here = at.astimezone(ZoneInfo("Europe/Amsterdam"))
    planned = SessionPlanned(
        id="e0",
        at=at,
        session_id="s",
        script=script,
        case=case,
        details=Details("Wijk Noord", here.date(), here.time(), script.minutes, "Voorbeeldstad"),
        minutes=tuple(step.minutes for step in script.steps),
        partners=PARTNERS,
        participants=PEOPLE,
    )
    return planned, SessionStarted(id="e1", at=at)


def home_with(home: Path, events: Iterable[Event]) -> str:
    """Keep a meeting in a home; the key lies in a file. Gives the session's id."""
    keys.create(home, NoKeyStore())
    keys.recovery_noted(home)
    session: Session | None = None
    quiet = Listener(lambda *_: None, lambda *_: None, lambda *_: None, lambda *_: None)
    with Store(home, lambda: keys.unlock(home, NoKeyStore()), quiet, now=lambda: datetime.now(UTC)) as store:
        for event in events:
            session = apply(session, event)
            assert session is not None
            store.append(event, session)
    assert session is not None
    return session.id


def home_with_meeting(home: Path) -> str:
    """Keep the example up to its closing. Gives the session's id."""
    example = play(read_example(resource("demo", "voorbeeldsessie.yaml")), shipped("het-gesprek-kennismaken"))
    return home_with(home, (event for event, _session in example if not isinstance(event, SessionClosed)))
