"""A meeting that was interrupted, kept in a home of its own: what the benches open."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from facilitator.content.library import read_library
from facilitator.content.locate import content_folder, resource
from facilitator.core.events import SessionClosed
from facilitator.demo import play, read_example
from facilitator.storage import keys
from facilitator.storage.key_store import NoKeyStore
from facilitator.storage.thread import Listener
from facilitator.storage.writer import Store


def home_with_meeting(home: Path) -> str:
    """Keep the example up to its closing; the key lies in a file. Gives the session's id."""
    keys.create(home, NoKeyStore())
    keys.recovery_noted(home)
    script = read_library(content_folder()).script("het-gesprek-kennismaken")
    assert script is not None
    session_id = ""
    quiet = Listener(lambda *_: None, lambda *_: None, lambda *_: None, lambda *_: None)
    with Store(home, lambda: keys.unlock(home, NoKeyStore()), quiet, now=lambda: datetime.now(UTC)) as store:
        for event, session in play(read_example(resource("demo", "voorbeeldsessie.yaml")), script):
            if not isinstance(event, SessionClosed):
                store.append(event, session)
                session_id = session.id
    return session_id
