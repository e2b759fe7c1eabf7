"""A warm process of its own that makes documents, so that the windows never wait for one.

`DocumentWorker` lives in the program: it hands jobs to the process one at a time and answers with Futures. `_serve` is
the other side; it imports no Qt. Should the process end by itself, the job it had fails with WorkerStopped and the next
job gets a new process. Should the program end, the process sees its pipe close and ends too.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from facilitator import words
from facilitator.report import files, own_folder
from facilitator.report.errors import WorkerStopped

if TYPE_CHECKING:
    from facilitator.report.own_folder import TemplateFault
    from facilitator.report.press import Press, Rendered

T = TypeVar("T")

Write = Callable[[PurePosixPath, bytes], Path]
"""Writes a file of this name; gives its path."""

_PATIENCE: Final = 120.0
"""Seconds that one document may take before the process counts as stuck."""

_OWN_PATIENCE: Final = 40.0
"""Seconds that it may take with a template of the user; with the shipped one it goes on after that."""

_GOODBYE: Final = 5.0
"""Seconds that the process gets to end in peace."""


class Task(Protocol):
    """A file to be made: `path` is where it goes inside the folder of an export. It is handed to another process."""

    @property
    def path(self) -> PurePosixPath:
        """Where it goes."""

    def render(self, press: Press) -> Rendered:
        """Make it."""


@dataclass(frozen=True, slots=True)
class Resources:
    """Where the process finds what it needs: folders of templates, faces and catalogues (None: English msgids).

    `own` is the folder of templates that the user changed, which need not be there.
    """

    templates: Path
    faces: Path
    catalogues: Path | None
    own: Path | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A document that was written. `missing` are (characters that no face has, the text they stand in)."""

    path: Path
    pages: int
    missing: tuple[tuple[str, str], ...]
    fault: TemplateFault | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export made; `cancelled` says that it was stopped halfway."""

    made: tuple[Made, ...]
    cancelled: bool = False


Progress = Callable[[int, int, Made], object]
"""Called after every document with how many are done, how many there are, and the document; not on the UI thread."""


class DocumentWorker:
    """Makes documents in a process of its own, which starts with the first job (or with `warm`)."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        self._context = multiprocessing.get_context("spawn")
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="documents")
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._closing = threading.Event()
        self._stuck: tuple[tuple[str, int], ...] | None = None

    def warm(self) -> Future[None]:
        """Start the process beforehand, so that the first document is not slower than the others."""
        return self._thread.submit(self._start)

    def render(self, job: Task) -> Future[Rendered]:
        """Make one document in memory, to look at or to print."""
        return self._thread.submit(self._make, job)

    def do(self, work: Callable[[Press], T]) -> Future[T]:
        """Do something else in the process, such as reading a file that is not to be trusted.

        `work` and what it gives go through a pipe: a function of a module, or a `partial` of one.
        """
        return self._thread.submit(self._ask, work)

    def export(
        self,
        jobs: Sequence[Task],
        folder: Path,
        progress: Progress | None = None,
        stop: threading.Event | None = None,
        *,
        beside: bool = False,
    ) -> Future[Exported]:
        """Write all documents into `folder`, one by one. Set `stop` to end after the document at hand.

        They take the place of earlier ones of the same name, or with `beside` get a name of their own beside them.
        The Future raises FolderError (what was written before stays) or WorkerStopped.
        """
        put = partial(files.write_beside if beside else files.write, folder)
        return self._thread.submit(self._export, tuple(jobs), put, progress, stop or threading.Event())

    def close(self) -> None:
        """End the process. What was asked and not begun is cancelled; the document at hand is finished."""
        self._closing.set()
        self._thread.shutdown(wait=True, cancel_futures=True)
        self._end()

    def _export(
        self, jobs: tuple[Task, ...], write: Write, progress: Progress | None, stop: threading.Event
    ) -> Exported:
        made: list[Made] = []
        for job in jobs:
            if stop.is_set() or self._closing.is_set():
                return Exported(tuple(made), cancelled=True)
            rendered = self._make(job)
            path = write(job.path, rendered.pdf)
            missing = tuple((each.characters, each.where) for each in rendered.missing)
            made.append(Made(path, rendered.pages, missing, rendered.fault))
            if progress is not None:
                progress(len(made), len(jobs), made[-1])
        return Exported(tuple(made))

    def _start(self) -> None:
        if self._process is not None and self._process.is_alive():
            return
        self._end()
        self._pipe, other = self._context.Pipe()
        self._process = self._context.Process(
            target=_serve, args=(other, self._resources), name="facilitator-documents", daemon=True
        )
        self._process.start()
        other.close()

    def _make(self, job: Task) -> Rendered:
        """Make a document. One that a template of the user keeps busy for too long is made with the shipped one."""
        state = own_folder.state_of(self._resources.own)
        if not state or state == self._stuck:
            return self._ask(job.render)
        try:
            return self._ask(job.render, takes_own=True)
        except WorkerStopped:
            shipped = self._ask(job.render)
            self._stuck = state  # until a file is changed: nobody waits for it twice
            return replace(shipped, fault=own_folder.too_slow(", ".join(name for name, _changed in state)))

    def _ask(self, work: Callable[[Press], T], *, takes_own: bool = False) -> T:
        self._start()
        assert self._pipe is not None  # noqa: S101  _start made it
        try:
            self._pipe.send((work, takes_own))
            answered = self._pipe.poll(_OWN_PATIENCE if takes_own else _PATIENCE)
            answer = self._pipe.recv() if answered else WorkerStopped("no answer in time")
        except (EOFError, OSError) as fault:
            self._end()
            raise WorkerStopped("the process ended by itself") from fault
        if isinstance(answer, WorkerStopped):
            self._kill()
        if isinstance(answer, Exception):
            raise answer
        given: T = answer
        return given

    def _kill(self) -> None:
        """End a process that does not answer."""
        if self._process is not None:
            self._process.kill()
        self._end()

    def _end(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None
        if self._process is not None:
            self._process.join(_GOODBYE)
            if self._process.is_alive():
                self._process.kill()
                self._process.join()
            self._process.close()
            self._process = None


def _serve(pipe: Connection, resources: Resources) -> None:
    """Make documents until the pipe closes."""
    from facilitator.report.press import Press  # noqa: PLC0415  ReportLab and lxml are imported in this process only

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if resources.catalogues is not None:
        words.use(resources.catalogues)
    press = Press(resources.templates, resources.faces, resources.own)
    while True:
        try:
            work, press.takes_own = pipe.recv()
        except EOFError:
            return
        pipe.send(_answer(press, work))


def _answer(press: Press, work: Callable[[Press], object]) -> object:
    try:
        return work(press)
    except Exception as fault:  # noqa: BLE001  whatever it is, the program must hear it instead of waiting
        return fault
