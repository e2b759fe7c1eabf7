"""ReadingIn: a report that somebody handed over becomes a session here, after it was shown what is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.ui.futures import deliver
from facilitator.ui.services import Services
from facilitator.ui.widgets.file_choice import ask_file
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.core.events import ArchivedReport, FoundIn, ReadFrom, SessionPlanned
    from facilitator.core.session import Session
    from facilitator.report.archive.reading import ReadReport
    from facilitator.storage.database import Connection
    from facilitator.ui.start.read_in_dialog import ReadInDialog


@dataclass(frozen=True, slots=True)
class Here:
    """What is known here already: organisations (id by folded name), and whether the session was erased here."""

    partners: Mapping[str, str]
    erased: bool


class ReadingIn(QObject):
    """Reads one report at a time.

    Attributes:
        dialog: what asks whether to go on, while it is open.

    Signals:
        done(str): the session of this id was read in.
        said(str), warned(str): how it went, in words.
        failed(Exception): the file cannot be read, or the store does not answer.
    """

    done = Signal(str)
    said = Signal(str)
    warned = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._parent = parent
        self.dialog: ReadInDialog | None = None

    def choose(self) -> None:
        """Ask for the file."""
        folder = self._services.documents_folder
        ask_file(self._parent, _("Read in a report"), folder, self.read, names=_("Reports (*.pdf)"))

    def read(self, path: Path) -> None:
        """Read a file and show what is in it. Nothing changes before that was answered."""
        from facilitator.report.archive.reading import read_report  # noqa: PLC0415  not needed for the first window

        if self.dialog is None:
            deliver(self._services.documents().do(partial(read_report, path)), self._compare, self._fail)

    def _compare(self, read: ReadReport) -> None:
        session_id = read.report.session_id

        def here(connection: Connection) -> Here:
            from facilitator.storage import journal, overview  # noqa: PLC0415  asked in the store's thread

            partners = {line.folded: line.id for line in reversed(overview.partners(connection))}
            return Here(partners, session_id in journal.erased(connection))

        store = self._services.store
        deliver(
            store.ask(here),
            lambda known: deliver(store.load(session_id), partial(self._ask, read, known), self._fail),
            self._fail,
        )

    def _ask(self, read: ReadReport, known: Here, session: Session | None) -> None:
        from facilitator.core.archived import known_here  # noqa: PLC0415  not needed for the first window
        from facilitator.ui.start.read_in_dialog import ReadInDialog  # noqa: PLC0415

        if refused := _refused(read, known, session):
            self.warned.emit(refused)
            return
        report = known_here(read.report, known.partners)
        before = 0 if session is None else session.version
        self.dialog = ReadInDialog(report, read.source, before, self._parent, read.seal)
        self.dialog.accepted.connect(lambda: self._take(session, report, read.source))
        self.dialog.finished.connect(self._answered)
        self.dialog.open()

    def _answered(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _take(self, session: Session | None, report: ArchivedReport, source: ReadFrom) -> None:
        """Let it happen, by the one road on which everything happens to a session.

        What it brings is looked at like all that is written: once to know its texts, and then with what is in them.
        """
        from facilitator.core.apply import judge  # noqa: PLC0415  not needed for the first window
        from facilitator.core.archived import planned  # noqa: PLC0415
        from facilitator.core.events import ReportRead  # noqa: PLC0415
        from facilitator.core.refusal import Refusal  # noqa: PLC0415

        event_id, now = self._services.new_id(), self._services.now()
        event: ReportRead | SessionPlanned = (
            planned(report, source, event_id, now)
            if session is None
            else ReportRead(id=event_id, at=now, report=report, source=source)
        )
        outcome = judge(session, event)
        if not isinstance(outcome, Refusal):
            event = replace(event, found=self._found(outcome))
            outcome = judge(session, event)
        if isinstance(outcome, Refusal):
            self.warned.emit(_(outcome.value))
            return
        self._services.store.append(event, outcome)
        self.said.emit(_told(outcome))
        self.done.emit(outcome.id)

    def _found(self, session: Session) -> tuple[FoundIn, ...]:
        """Give what looks like personal data in what was read, and in which text."""
        from facilitator.core.archived import words_read  # noqa: PLC0415  not needed for the first window
        from facilitator.core.events import FoundIn  # noqa: PLC0415

        texts, spot = words_read(session), self._services.spot
        return tuple(FoundIn(subject_id, each) for subject_id, text in texts for each in spot(text, session))

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)


def _told(session: Session) -> str:
    from facilitator.core.held import kept_off_paper  # noqa: PLC0415  not needed for the first window
    from facilitator.ui.findings import left_out_words  # noqa: PLC0415

    read, held = _("The report was read in. Its agreements are in the list."), len(kept_off_paper(session))
    return f"{read} {left_out_words(held)}" if held else read


def _refused(read: ReadReport, known: Here, session: Session | None) -> str:
    """Say why a report is not read in; empty where it can be."""
    if known.erased:
        return _("This session was erased on this laptop. It does not come back by reading its report in.")
    if session is None:
        return ""
    if session.read_from is None:
        return _("This session was held on this laptop: it is in the list already. Nothing was changed.")
    if read.report.version == session.version:
        return _("This report was read in before. Nothing was changed.")
    if read.report.version < session.version:
        text = _("A newer version ({number}) of this report was read in before. Nothing was changed.")
        return text.format(number=session.version)
    return ""


def dropped_file(data: QMimeData) -> Path | None:
    """Give the one local file that is dragged; None for anything else."""
    urls = data.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
