"""`sessions` and `export`: what is kept on this laptop."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from facilitator.commands.open_store import loaded, opened
from facilitator.commands.papers import documents_of, make
from facilitator.commands.saying import complain, say
from facilitator.core.apply import judge
from facilitator.core.events import DocumentsHandedOut
from facilitator.core.held import kept_off_paper
from facilitator.core.session import Session, State
from facilitator.core.vocabulary import Channel
from facilitator.report import bundle, own_folder
from facilitator.report.bundle import Job
from facilitator.report.errors import FolderError
from facilitator.storage import keys, overview
from facilitator.storage.errors import StoreError
from facilitator.storage.writer import Store
from facilitator.words import _, ngettext


def sessions(home: Path) -> int:
    """Print the sessions that are kept: number, day, place, state."""
    if keys.first_start(home):
        say(_("No sessions are kept here yet."))
        return 0
    try:
        with opened(home) as store:
            lines = store.ask(overview.sessions).result()
    except StoreError as error:
        return complain(error.text())
    for line in lines:
        say(f"{line.id}  {line.day.isoformat()}  {_state(line.state)}  {line.title}  {line.place}")
    if not lines:
        say(_("No sessions are kept here yet."))
    return 0


def export(home: Path, wanted: str, out: Path, *, without_held: bool = False) -> int:
    """Make all documents of a session whose number begins with `wanted`.

    While texts may hold personal data that nobody looked at, only with `without_held`: they are left out then.
    """
    if keys.first_start(home):
        return complain(_("No sessions are kept here yet."))
    try:
        with opened(home) as store:
            found = [line.id for line in store.ask(overview.sessions).result() if line.id.startswith(wanted)]
            if len(found) != 1:
                return complain(_("{count} sessions begin with {number}").format(count=len(found), number=wanted))
            session = loaded(store, found[0])
            held = len(kept_off_paper(session))
            if held and not without_held:
                return complain(_held_words(held))
            jobs = documents_of(session)
            make(jobs, out, home / own_folder.FOLDER)
            _note_handed_out(store, session, jobs)
    except StoreError as error:
        return complain(error.text())
    except FolderError as error:
        return complain(error.explain())
    say(_("The documents are in {folder}").format(folder=out))
    return 0


def _note_handed_out(store: Store, session: Session, jobs: Sequence[Job]) -> None:
    """Note who has documents now, so that a correction can tell who had the old ones."""
    people, partners = bundle.readers_of(jobs)
    readers = {"participant_ids": people, "partner_ids": partners}
    given = DocumentsHandedOut(id=str(uuid.uuid4()), at=datetime.now(UTC), channel=Channel.FILE, **readers)
    after = judge(session, given)
    if isinstance(after, Session):  # nobody at all is no hand-out
        store.append(given, after)


def _held_words(count: int) -> str:
    """What stands in the way of an export, and both ways on."""
    words = ngettext(
        "{count} text may hold personal data and was not checked. Nothing was made. Check it in the program, "
        "or leave it out of the documents with --without-held.",
        "{count} texts may hold personal data and were not checked. Nothing was made. Check them in the program, "
        "or leave them out of the documents with --without-held.",
        count,
    )
    return words.format(count=count)


def _state(state: State) -> str:
    return {
        State.PLANNED: _("planned"),
        State.RUNNING: _("not closed yet"),
        State.CLOSED: _("closed"),
        State.REOPENED: _("reopened"),
    }[state]
