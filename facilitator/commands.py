"""The commands that need no display: check, pack, demo, sessions, export."""

from __future__ import annotations

import json
import sys
import tempfile
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath

from facilitator.content.check import Contents, infographics, problems_of, read_contents
from facilitator.content.due import due_in
from facilitator.content.figures import past
from facilitator.content.kinds import slug_of
from facilitator.content.lexicon import NoListsError, read_lexicon
from facilitator.content.library import Library, read_library
from facilitator.content.locate import content_folder, resource
from facilitator.content.manifest import About
from facilitator.content.overview import open_points, table
from facilitator.content.pack import keys_of, pack_of
from facilitator.content.pack_file import write_pack
from facilitator.content.personal import seen_in
from facilitator.content.problem import Problem
from facilitator.core.apply import judge
from facilitator.core.codec import event_to_plain, to_plain
from facilitator.core.events import DocumentsHandedOut, Event
from facilitator.core.held import kept_off_paper
from facilitator.core.privacy import find
from facilitator.core.review import CHECK_AGAIN_MONTHS
from facilitator.core.session import Session, State
from facilitator.core.vocabulary import Channel
from facilitator.demo import play, read_example
from facilitator.report import bundle, files, own_folder
from facilitator.report.bundle import Document, Job
from facilitator.report.errors import FolderError
from facilitator.report.kinds import PREVENTION_SCAN
from facilitator.storage import journal, keys, overview
from facilitator.storage.errors import StoreError
from facilitator.storage.key_store import NoKeyStore, SystemKeyStore
from facilitator.storage.keys import Unlocked
from facilitator.storage.thread import Listener
from facilitator.storage.writer import Store
from facilitator.words import _, ngettext


def say(line: str) -> None:
    """Write a line for the user."""
    sys.stdout.write(line + "\n")


def complain(line: str) -> int:
    """Write what went wrong, and give the exit code that goes with it."""
    sys.stderr.write(line + "\n")
    return 1


def check(paths: Sequence[Path], *, today: date, as_table: bool = False, due_after: int | None = None) -> int:
    """Print every problem in the content, one a line. Gives 1 when there is one.

    What looks like personal data is told too, and is no problem. What comes with the program is not asked about it.
    A figure that somebody should look at again by `today` is told, and is no problem. `as_table` prints what there is
    instead: a line a file; `due_after` what is due for another look after so many months (0: as many as usual).
    """
    contents = read_contents(paths or [content_folder()])
    if due_after is not None:
        return _tell_due(contents, today, due_after or CHECK_AGAIN_MONTHS)
    if as_table:
        review = content_folder() / "docs" / "content-review.md"
        say(table(contents, open_points(review.read_text("utf-8")) if review.is_file() else None).rstrip())
        return 0
    problems = problems_of(contents)
    try:
        seen = _personal(contents) if paths else []
    except NoListsError as missing:
        return complain(missing.explain())
    for problem in (*problems, *seen):
        say(str(problem))
    drawn = (note for made in infographics(contents, today) for note in made.past)
    for note in (*past(contents.readings, today), *drawn):
        say(str(note))
    if seen:
        say(_noticed_words(len(seen)))
    elif not problems:
        say(_("No problems found."))
    return 1 if problems else 0


def _tell_due(contents: Contents, today: date, months: int) -> int:
    found = list(due_in(contents.readings, today, months))
    for one in found:
        say(str(one))
    if not found:
        say(_("Nothing is due."))
    return 0


def about_pack(pack_id: str | None, title: str, author: str, version: str, licence: str) -> About:
    """Give what a pack made today tells of itself; its id comes from its title when none was given."""
    return About(pack_id or slug_of(title), title, author, version, licence, datetime.now(UTC).astimezone().date())


def pack(about: About, paths: Sequence[Path], out: Path, *, checked: bool = False) -> int:
    """Put scripts, cases and cards into one file. Gives 1, and writes nothing, when there is a problem.

    While something in them looks like personal data, only with `checked`: somebody looked at it then.
    """
    contents = read_contents(paths)
    try:
        seen = [] if contents.problems or checked else _personal(contents)
    except NoListsError as missing:
        return complain(missing.explain())
    if seen:
        for problem in seen:
            say(str(problem))
        return complain(_not_packed_words(len(seen)))
    shipped = keys_of(read_library(content_folder()))
    problems = contents.problems or write_pack(out, pack_of(about, contents.items), shipped)
    for problem in problems:
        say(str(problem))
    if not problems:
        say(_("The pack is in {file}").format(file=out))
    return 1 if problems else 0


def demo(out: Path) -> int:
    """Play the example sessions through rules, store and paper, and write what comes of them into `out`."""
    library = read_library(content_folder())
    try:
        session, events = _played(_example(library, "voorbeeldsessie.yaml"))
        learning, _events = _played(_example(library, "leerbijeenkomst.yaml"))
        _make([*_demo_jobs(session), *_demo_jobs(learning, "leerbijeenkomst")], out)
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


def sessions(home: Path) -> int:
    """Print the sessions that are kept: number, day, place, state."""

    if keys.first_start(home):
        say(_("No sessions are kept here yet."))
        return 0
    try:
        with _opened(home) as store:
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
        with _opened(home) as store:
            found = [line.id for line in store.ask(overview.sessions).result() if line.id.startswith(wanted)]
            if len(found) != 1:
                return complain(_("{count} sessions begin with {number}").format(count=len(found), number=wanted))
            session = _loaded(store, found[0])
            held = len(kept_off_paper(session))
            if held and not without_held:
                return complain(_held_words(held))
            jobs = _documents_of(session)
            _make(jobs, out, home / own_folder.FOLDER)
            _note_handed_out(store, session, jobs)
    except StoreError as error:
        return complain(error.text())
    except FolderError as error:
        return complain(error.explain())
    say(_("The documents are in {folder}").format(folder=out))
    return 0


# ---- parts


def _note_handed_out(store: Store, session: Session, jobs: Sequence[Job]) -> None:
    """Note who has documents now, so that a correction can tell who had the old ones."""
    people, partners = bundle.readers_of(jobs)
    readers = {"participant_ids": people, "partner_ids": partners}
    given = DocumentsHandedOut(id=str(uuid.uuid4()), at=datetime.now(UTC), channel=Channel.FILE, **readers)
    after = judge(session, given)
    if isinstance(after, Session):  # nobody at all is no hand-out
        store.append(given, after)


def _personal(contents: Contents) -> list[Problem]:
    """Give what looks like personal data in what was read. Raises NoListsError."""
    try:
        lexicon = read_lexicon(resource("privacy"))
    except OSError as error:
        raise NoListsError from error
    return [
        problem
        for kind, reading in contents.readings
        for problem in seen_in(kind, reading, lambda text, known: find(text, lexicon, known))
    ]


def _noticed_words(count: int) -> str:
    """What is to be known about what `check` saw, though it is no problem."""
    words = ngettext(
        "{count} thing looks like personal data. That is no fault, but look at it before you show or pack this.",
        "{count} things look like personal data. That is no fault, but look at them before you show or pack this.",
        count,
    )
    return words.format(count=count)


def _not_packed_words(count: int) -> str:
    """What stands in the way of a pack, and both ways on."""
    words = ngettext(
        "{count} thing looks like personal data. Nothing was packed. Write something else there, or give --checked "
        "when you looked at it and it is invented or may be known.",
        "{count} things look like personal data. Nothing was packed. Write something else there, or give --checked "
        "when you looked at them all and they are invented or may be known.",
        count,
    )
    return words.format(count=count)


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


@contextmanager
def _opened(home: Path) -> Iterator[Store]:
    """Open the store for as long as the command takes. Raises StoreError."""

    def unlock() -> Unlocked:
        return keys.unlock(home, SystemKeyStore())

    failures: list[StoreError] = []
    listener = Listener(
        saved=lambda _id, _at: None,
        failed=lambda error, _since: failures.append(error),
        recovered=lambda _at: failures.clear(),
        trouble=lambda _error: None,
    )
    with Store(home, unlock, listener, now=lambda: datetime.now(UTC)) as store:
        store.opened.result()
        yield store
    if failures:
        raise failures[0]


def _played(happened: Sequence[tuple[Event, Session]]) -> tuple[Session, tuple[Event, ...]]:
    """Give what a store of its own, made for the occasion, has of a session. Raises StoreError."""
    session_id = happened[-1][1].id
    with tempfile.TemporaryDirectory(prefix="facilitator-demo-") as folder:
        home = Path(folder)
        keys.create(home, NoKeyStore())
        with _opened(home) as store:
            for event, session in happened:
                store.append(event, session)
            kept = _loaded(store, session_id)
            return kept, store.ask(lambda connection: journal.events_of(connection, session_id)).result()


def _loaded(store: Store, session_id: str) -> Session:
    session = store.load(session_id).result()
    assert session is not None  # noqa: S101  its line was read, or its events written, a moment ago
    return session


_DEMO_NAMES = {
    Document.REPORT: "verslag.pdf",
    Document.RUN_SHEET: "draaiboek.pdf",
    Document.ROLE_CARDS: "rolkaarten.pdf",
    Document.HAND_OUT: "casus.pdf",
    Document.OVERVIEW: "afspraken.pdf",
    Document.PREVENTION: "preventieplan.pdf",
}
_DEMO_FOLDERS = {
    Document.PARTICIPANT: "deelnemers",
    Document.PARTNER: "organisaties",
    Document.CERTIFICATE: "bewijzen",
}


def _documents_of(session: Session) -> tuple[Job, ...]:
    """Every document of a session; the questions of the prevention scan are read where it needs them."""
    scan = read_library(content_folder()).card(PREVENTION_SCAN) if bundle.has_plan(session) else None
    return bundle.documents_of(session, scan=None if scan is None else scan.instrument)


def _demo_jobs(session: Session, folder: str = "") -> tuple[Job, ...]:
    """The documents under the plain names that the demo promises."""
    return tuple(replace(job, path=PurePosixPath(folder, _demo_name(job))) for job in _documents_of(session))


def _demo_name(job: Job) -> str:
    return _DEMO_NAMES.get(job.document) or f"{_DEMO_FOLDERS[job.document]}/{job.path.name}"


def _make(jobs: Iterable[Job], out: Path, own: Path | None = None) -> None:
    """Make documents in this process: nobody waits at a window. The folder is made. Raises FolderError.

    `own` is the folder of templates that the user changed; what is wrong in one is told at the end.
    """
    from facilitator.report.press import Press  # noqa: PLC0415  ReportLab: half a second that other commands do without

    with suppress(OSError):  # the first document that cannot be written says what is wrong with the folder
        out.mkdir(parents=True, exist_ok=True)
    press = Press(resource("templates"), resource("fonts"), own)
    faults: dict[str, None] = {}
    for job in jobs:
        rendered = job.render(press)
        files.write(out, job.path, rendered.pdf)
        say(str(job.path))
        if rendered.fault is not None:
            faults[rendered.fault.explain()] = None
    for fault in faults:
        complain(fault)


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
