"""SheetDialog: the agreements that were found as a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.storage.agreements import AgreementLine
from facilitator.ui.after.making import Making, breakable
from facilitator.ui.agreements import phrases
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.services import Services
from facilitator.ui.start.phrases import agreement_name
from facilitator.ui.widgets import Dialog
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.report.formats.jobs import TableJob
    from facilitator.report.formats.sheet import Table, Value
    from facilitator.storage.database import Connection


class SheetDialog(Dialog):
    """Says how many there are and where they go, and makes them: once for Excel, once for everything else.

    Attributes:
        making: the files that are being made.

    Signals:
        failed(Exception): the store did not let it, or a fault of our own.
    """

    failed = Signal(object)

    def __init__(self, services: Services, numbers: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(_("Agreements as a spreadsheet"), parent, accept=_("Make files"), cancel=_("Close"))
        self.ask_for(560)
        self._services = services
        self._numbers = list(numbers)
        count = len(self._numbers)
        folder = services.documents_folder / "Facilitator"
        text = ngettext(
            "{count} agreement, as it was found now: once for Excel (.xlsx) and once for other programs (.csv).",
            "{count} agreements, as they were found now: once for Excel (.xlsx) and once for other programs (.csv).",
            count,
        )
        self.add_text(text.format(count=phrases.grouped(count)))
        self.add_text(_("These files are not encrypted. Give them only to who may read all of them."), "soft")
        self.add_text(_("They go to {folder}").format(folder=breakable(folder)), "small")
        self.making = Making(services, folder)
        self.body.addWidget(self.making)
        self.making.turned.connect(self._turn)
        self.making.failed.connect(self.failed)

    def accept(self) -> None:
        """Ask for the agreements and make the files; the dialog stays, to tell where they are."""
        self.accept_button.setEnabled(False)
        asked = self._services.store.ask(_lines(self._numbers))
        deliver(asked, self._put_together, self._fail)

    def reject(self) -> None:
        """Close; a file that is being made is finished, and no further one is begun."""
        self.making.exporting.stop()
        super().reject()

    def _put_together(self, lines: tuple[AgreementLine, ...]) -> None:
        made = in_background(partial(jobs_of, lines, self._services.now().astimezone().date().isoformat()))
        deliver(made, self._make, self._fail)

    def _make(self, jobs: tuple[TableJob, ...]) -> None:
        self.making.start(jobs, _("Making the files …"))

    def _turn(self, busy: bool) -> None:
        self.accept_button.setEnabled(not busy)
        if not busy:
            self.cancel_button.setFocus()

    def _fail(self, error: Exception) -> None:
        self.accept_button.setEnabled(True)
        self.failed.emit(error)


def _lines(numbers: list[int]) -> Callable[[Connection], tuple[AgreementLine, ...]]:
    """Ask for the lines of these numbers."""

    def ask(connection: Connection) -> tuple[AgreementLine, ...]:
        from facilitator.storage import agreement_search  # noqa: PLC0415  asked in the store's thread

        return agreement_search.lines(connection, numbers)

    return ask


def jobs_of(lines: Sequence[AgreementLine], day: str) -> tuple[TableJob, ...]:
    """Give the spreadsheets of these agreements; `day` is today, and stands in their names."""
    from facilitator.report.formats.jobs import TableJob  # noqa: PLC0415  not needed for the first window

    table = table_of(lines)
    name = " ".join((_("Agreements"), day))
    return tuple(TableJob(table, PurePosixPath(f"{name}.{end}")) for end in ("xlsx", "csv"))


def table_of(lines: Sequence[AgreementLine]) -> Table:
    """Give a row for each agreement. Of one that waits for a decision no words of its own."""
    from facilitator.report.formats.sheet import Table  # noqa: PLC0415  not needed for the first window

    columns: tuple[tuple[str, Callable[[AgreementLine], Value]], ...] = (
        (_("Agreement"), agreement_name),
        (_("Owner"), lambda line: line.owner),
        (_("With whom"), lambda line: ", ".join(line.with_names)),
        (_("Before"), lambda line: line.deadline),
        (_("Rhythm"), lambda line: "" if line.held else line.rhythm),
        (_("Status"), phrases.stands),
        (_("Remark"), lambda line: "" if line.held else line.remark),
        (_("Handed over to"), lambda line: "" if line.held else line.handed_to),
        (_("Evaluate on"), lambda line: line.evaluate_on),
        (_("Kind"), lambda line: _(line.kind.msgid) if line.kind else ""),
        (_("Level"), lambda line: _(line.level.msgid) if line.level else ""),
        (_("Phase"), lambda line: _(line.phase.msgid) if line.phase else ""),
        (_("Place"), lambda line: line.place),
        (_("Municipality"), lambda line: line.municipality),
        (_("Session"), lambda line: line.session_title),
        (_("Agreed on"), lambda line: line.session_day),
    )
    rows = tuple(tuple(tell(line) for _heading, tell in columns) for line in lines)
    newest = max((line.session_day for line in lines), default=None)
    if newest is None:
        raise ValueError("there is nothing to make a spreadsheet of")
    return Table(_("Agreements"), newest, tuple(heading for heading, _tell in columns), rows)
