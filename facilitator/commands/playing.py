"""`demo`: the example sessions, played through rules, store and paper."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from facilitator.commands.open_store import loaded, opened
from facilitator.commands.papers import documents_of, make
from facilitator.commands.saying import complain, say
from facilitator.content.library import Library, read_library
from facilitator.content.locate import content_folder, resource
from facilitator.core.codec import event_to_plain, to_plain
from facilitator.core.events import Event
from facilitator.core.session import Session
from facilitator.demo import play, read_example
from facilitator.report import files
from facilitator.report.bundle import Document, Job
from facilitator.report.errors import FolderError
from facilitator.storage import journal, keys
from facilitator.storage.errors import StoreError
from facilitator.storage.key_store import NoKeyStore
from facilitator.words import _

_NAMES = {
    Document.REPORT: "verslag.pdf",
    Document.RUN_SHEET: "draaiboek.pdf",
    Document.ROLE_CARDS: "rolkaarten.pdf",
    Document.HAND_OUT: "casus.pdf",
    Document.OVERVIEW: "afspraken.pdf",
    Document.PREVENTION: "preventieplan.pdf",
}
_FOLDERS = {
    Document.PARTICIPANT: "deelnemers",
    Document.PARTNER: "organisaties",
    Document.CERTIFICATE: "bewijzen",
}


def demo(out: Path) -> int:
    """Play the example sessions through rules, store and paper, and write what comes of them into `out`."""
    library = read_library(content_folder())
    try:
        session, events = _played(_example(library, "voorbeeldsessie.yaml"))
        learning, _events = _played(_example(library, "leerbijeenkomst.yaml"))
        make([*_jobs(session), *_jobs(learning, "leerbijeenkomst")], out)
        files.write(out, PurePosixPath("session.json"), _session_json(session, events))
    except _ExampleMissingError as missing:
        return complain(_("The script of the example is missing: {name}").format(name=missing))
    except StoreError as error:
        return complain(error.text())
    except FolderError as error:
        return complain(error.explain())
    say(_("The example session is in {folder}").format(folder=out))
    return 0


class _ExampleMissingError(Exception):
    """The script or the case of an example is not shipped; the text names it."""


def _example(library: Library, name: str) -> list[tuple[Event, Session]]:
    """Play what lies in resources/demo under this name. Raises _ExampleMissingError."""
    example = read_example(resource("demo", name))
    script, case = library.script(example["script"]), library.case(example.get("case", ""))
    if script is None:
        raise _ExampleMissingError(example["script"])
    if script.needs_case and case is None:
        raise _ExampleMissingError(example.get("case", ""))
    return list(play(example, script, case))


def _played(happened: Sequence[tuple[Event, Session]]) -> tuple[Session, tuple[Event, ...]]:
    """Give what a store of its own, made for the occasion, has of a session. Raises StoreError."""
    session_id = happened[-1][1].id
    with tempfile.TemporaryDirectory(prefix="facilitator-demo-") as folder:
        home = Path(folder)
        keys.create(home, NoKeyStore())
        with opened(home) as store:
            for event, session in happened:
                store.append(event, session)
            kept = loaded(store, session_id)
            return kept, store.ask(lambda connection: journal.events_of(connection, session_id)).result()


def _jobs(session: Session, folder: str = "") -> tuple[Job, ...]:
    """The documents under the plain names that the demo promises."""
    return tuple(replace(job, path=PurePosixPath(folder, _name(job))) for job in documents_of(session))


def _name(job: Job) -> str:
    return _NAMES.get(job.document) or f"{_FOLDERS[job.document]}/{job.path.name}"


def _session_json(session: Session, events: Iterable[Event]) -> bytes:
    """The whole session: what happened, and what stands. Private notes are in it."""
    plain = {
        "about": _("The whole session, for the facilitator alone. It holds private notes."),
        "id": session.id,
        "version": session.version,
        "notebook": to_plain(session.notebook),
        "events": [event_to_plain(event) for event in events],
    }
    return (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode()
