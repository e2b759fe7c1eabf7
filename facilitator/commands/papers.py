"""The documents of a session, made in this process: nobody waits at a window."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from facilitator.commands.saying import complain, say
from facilitator.content.library import read_library
from facilitator.content.locate import content_folder, resource
from facilitator.core.session import Session
from facilitator.report import bundle, files
from facilitator.report.bundle import Job
from facilitator.report.kinds import PREVENTION_SCAN


def documents_of(session: Session) -> tuple[Job, ...]:
    """Every document of a session; the questions of the prevention scan are read where it needs them."""
    scan = read_library(content_folder()).card(PREVENTION_SCAN) if bundle.has_plan(session) else None
    return bundle.documents_of(session, scan=None if scan is None else scan.instrument)


def make(jobs: Iterable[Job], out: Path, own: Path | None = None) -> None:
    """Make documents in this folder, which is made too. Raises FolderError.

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
