"""The worker process, for real: it makes, reports, survives a crash, and leaves nothing behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from facilitator.report.bundle import Document, Job, documents_of, run_sheet_of
from facilitator.report.errors import FolderGone, WorkerStopped
from facilitator.report.press import Press, Rendered
from facilitator.report.worker import DocumentWorker, Exported, Made, Resources
from tests.builders import Table
from tests.report.conftest import RESOURCES

SESSION = Table().started().session


@dataclass(frozen=True, slots=True)
class Odd(Job):
    """A job that does something else in the process: "die", or tell which modules of Qt are there."""

    def render(self, press: Press) -> Rendered:  # noqa: ARG002  the press stays cold
        if self.participant_id == "die":
            os._exit(3)
        return Rendered(b"", sum(name.startswith("PySide6") for name in sys.modules))


def odd(what: str) -> Job:
    return Odd(Document.REPORT, SESSION, PurePosixPath("x.pdf"), what)


@pytest.fixture(scope="module")
def worker() -> Iterator[DocumentWorker]:
    worker = DocumentWorker(Resources(RESOURCES / "templates", RESOURCES / "fonts", None))
    worker.warm().result(60)
    yield worker
    worker.close()


def test_all_documents_are_written_and_told_one_by_one(worker: DocumentWorker, tmp_path: Path) -> None:
    told: list[tuple[Any, ...]] = []
    exported = worker.export(documents_of(SESSION), tmp_path, lambda *each: told.append(each)).result(60)
    assert sorted(path for path in tmp_path.rglob("*") if path.is_file()) == sorted(m.path for m in exported.made)
    assert [(done, count) for done, count, _ in told] == [(n, 9) for n in range(1, 10)]
    assert all(isinstance(made, Made) and made.pages > 0 for _, _, made in told)
    assert not exported.cancelled


def test_an_export_can_be_stopped(worker: DocumentWorker, tmp_path: Path) -> None:
    stop = threading.Event()
    exported = worker.export(documents_of(SESSION), tmp_path, lambda *_: stop.set(), stop).result(60)
    assert exported.cancelled
    assert len(exported.made) == len(list(tmp_path.iterdir())) == 1


def test_an_export_can_leave_what_is_there(worker: DocumentWorker, tmp_path: Path) -> None:
    sheet = run_sheet_of(SESSION)
    (tmp_path / sheet.path).write_bytes(b"van vanochtend")
    (made,) = worker.export((sheet,), tmp_path, beside=True).result(60).made
    assert made.path.name == f"{sheet.path.stem} (2).pdf"
    assert (tmp_path / sheet.path).read_bytes() == b"van vanochtend"
    worker.export((sheet,), tmp_path).result(60)
    assert (tmp_path / sheet.path).read_bytes() == made.path.read_bytes()


def test_a_folder_that_is_gone_is_told(worker: DocumentWorker, tmp_path: Path) -> None:
    with pytest.raises(FolderGone):
        worker.export(documents_of(SESSION), tmp_path / "weg").result(60)


def test_a_document_can_be_made_in_memory(worker: DocumentWorker) -> None:
    assert worker.render(run_sheet_of(SESSION)).result(60).pdf.startswith(b"%PDF-1.7")


def test_what_goes_wrong_in_the_process_is_heard(worker: DocumentWorker) -> None:
    with pytest.raises(KeyError):
        worker.render(Job(Document.PARTICIPANT, SESSION, PurePosixPath("x.pdf"), "niemand")).result(60)


def test_the_process_knows_no_qt(worker: DocumentWorker) -> None:
    assert worker.render(odd("look")).result(60).pages == 0


def test_a_crash_is_told_and_the_next_document_is_made(worker: DocumentWorker) -> None:
    with pytest.raises(WorkerStopped) as caught:
        worker.render(odd("die")).result(60)
    assert caught.value.explain()
    assert worker.render(run_sheet_of(SESSION)).result(60).pages > 0


def test_a_killed_process_is_started_again(worker: DocumentWorker) -> None:
    worker.warm().result(60)
    (child,) = [each for each in multiprocessing.active_children() if each.name == "facilitator-documents"]
    assert child.pid is not None
    os.kill(child.pid, signal.SIGTERM)
    child.join(10)
    assert worker.render(run_sheet_of(SESSION)).result(60).pages > 0


def test_closing_leaves_no_process_and_drops_what_waits() -> None:
    worker = DocumentWorker(Resources(RESOURCES / "templates", RESOURCES / "fonts", None))
    worker.warm().result(60)
    before = {child.pid for child in multiprocessing.active_children()}
    waiting = [worker.render(run_sheet_of(SESSION)) for _ in range(20)]
    worker.close()
    assert len(before - {child.pid for child in multiprocessing.active_children()}) == 1
    assert any(future.cancelled() for future in waiting)
    assert all(future.done() for future in waiting)


def test_closing_ends_an_export_after_the_document_at_hand(tmp_path: Path) -> None:
    worker = DocumentWorker(Resources(RESOURCES / "templates", RESOURCES / "fonts", None))
    begun = threading.Event()

    def linger(*_: object) -> None:
        begun.set()
        time.sleep(0.3)

    exporting = worker.export(documents_of(SESSION), tmp_path, linger)
    assert begun.wait(60)
    worker.close()
    assert exporting.result(0).cancelled
    assert len(exporting.result(0).made) == 1


def test_nothing_to_export_is_nothing_made(worker: DocumentWorker, tmp_path: Path) -> None:
    assert worker.export((), tmp_path).result(60) == Exported(())


def test_handing_out_jobs_loads_nothing_heavy() -> None:
    program = (
        "import sys; import facilitator.report.worker, facilitator.report.bundle;"
        "sys.exit(any(name in sys.modules for name in ('reportlab', 'babel', 'lxml', 'jinja2', 'pikepdf', 'PIL')))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False, cwd=RESOURCES.parent).returncode == 0
