"""SheetDialog: the agreements that were found as a spreadsheet, and as an overview to print."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
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
    from facilitator.report.overview import OverviewJob, Row
    from facilitator.storage.database import Connection


class SheetDialog(Dialog):
    """Says how many there are and where they go, and makes them: for Excel, for other programs, and to read on paper.

    Attributes:
        making: the files that are being made.

    Signals:
        failed(Exception): the store did not let it, or a fault of our own.
    """

    failed = Signal(object)

    def __init__(self, services: Services, numbers: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(_("Agreements as files"), parent, accept=_("Make files"), cancel=_("Close"))
        self.ask_for(560)
        self._services = services
        self._numbers = list(numbers)
        count = len(self._numbers)
        folder = services.documents_folder / "Facilitator"
        text = ngettext(
            "{count} agreement, as found now: for Excel (.xlsx), for other programs (.csv) and to print (.pdf).",
            "{count} agreements, as found now: for Excel (.xlsx), for other programs (.csv) and to print (.pdf).",
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
        made = in_background(partial(jobs_of, lines, self._services.now().astimezone().date()))
        deliver(made, self._make, self._fail)

    def _make(self, jobs: tuple[TableJob | OverviewJob, ...]) -> None:
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


def jobs_of(lines: Sequence[AgreementLine], today: date) -> tuple[TableJob | OverviewJob, ...]:
    """Give the spreadsheets and the overview of these agreements; the day stands in their names."""
    from facilitator.report.formats.jobs import TableJob  # noqa: PLC0415  not needed for the first window
    from facilitator.report.overview import overview_of  # noqa: PLC0415

    table = table_of(lines)
    name = " ".join((_("Agreements"), today.isoformat()))
    sheets = (TableJob(table, PurePosixPath(f"{name}.{end}")) for end in ("xlsx", "csv"))
    return (*sheets, overview_of(map(row_of, lines), _("What was found"), today))


def row_of(line: AgreementLine) -> Row:
    """Give an agreement as it stands on paper. Of one that waits for a decision no words of its own."""
    from facilitator.report.overview import Row  # noqa: PLC0415  not needed for the first window

    return Row(
        agreement_name(line),
        line.status,
        line.owner,
        line.with_names,
        line.deadline,
        "" if line.held else line.rhythm,
        line.session_title,
        line.session_day,
        "" if line.held else line.remark,
        closed=line.continued is not None,
    )


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
