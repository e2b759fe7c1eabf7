"""ProtectDialog: documents behind a password, each its own, that is shown here once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from facilitator.ui.after.making import Making, breakable
from facilitator.ui.after.which_papers import WhichPapers
from facilitator.ui.services import Services
from facilitator.ui.widgets import Button, Dialog
from facilitator.ui.widgets.tips import as_typed
from facilitator.ui.widgets.told_table import told_table
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.report.bundle import Job
    from facilitator.report.protecting import ProtectedJob


class ProtectDialog(Dialog):
    """Asks which documents, makes them, and stays to show their passwords.

    Attributes:
        which: the choice.
        passwords: the documents that were made, each with its password; out of sight until then.
        copy: puts them on the clipboard, a line each.
        making: the files that are being made.

    Signals:
        handed_out(tuple): these documents (Jobs) were made.
        failed(Exception): a fault of our own.
    """

    handed_out = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        services: Services,
        job: Job | None,
        title: str,
        jobs: Sequence[Job],
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Save with a password"), parent, accept=_("Save"), cancel=_("Close"))
        self.ask_for(620)
        self.add_text(_("Only who has the password can open the file. Each file gets a password of its own."))
        self.which = WhichPapers(job, title, jobs, _("The papers of all participants ({papers})"))
        self.body.addWidget(self.which)
        self.add_text(_("They go to {folder}").format(folder=breakable(folder)), "small")
        self.making = Making(services, folder)
        self.body.addWidget(self.making)
        self.once = self.add_text(
            _(
                "You see these passwords only now: the program does not keep them. Copy them, "
                "and give each to its reader in another way than the file, for example by telephone."
            ),
            "attention",
        )
        self.passwords = _table()
        self.body.addWidget(self.passwords, 1)
        self.copy = Button(_("Copy all passwords"))
        self.copy.clicked.connect(self._copy)
        self.buttons.insertWidget(0, self.copy)
        for part in (self.once, self.passwords, self.copy):
            part.hide()
        self.making.turned.connect(self._turn)
        self.making.made.connect(self._made)
        self.making.failed.connect(self.failed)

    def accept(self) -> None:
        """Make the files; the dialog stays, to show the passwords."""
        from facilitator.report.protecting import new_password, protected  # noqa: PLC0415  seldom needed

        tasks = [protected(job, new_password()) for job in self.which.jobs]
        if tasks:
            self.making.start(tuple(tasks), _("Making the documents …"))

    def reject(self) -> None:
        """Close; the file at hand is finished, and no further one is begun."""
        self.making.exporting.stop()
        super().reject()

    def _made(self, tasks: tuple[ProtectedJob, ...]) -> None:
        for task in tasks:
            row = self.passwords.rowCount()
            self.passwords.insertRow(row)
            for column, text in enumerate((task.job.path.stem, task.password)):
                item = QTableWidgetItem(text)
                item.setToolTip(as_typed(text))
                self.passwords.setItem(row, column, item)
        for part in (self.once, self.passwords, self.copy):
            part.setVisible(self.passwords.rowCount() > 0)
        self.which.setEnabled(not tasks)
        self._turn(busy=False)
        self.look_changed()
        self.handed_out.emit(tuple(task.job for task in tasks))

    def _copy(self) -> None:
        rows = range(self.passwords.rowCount())
        QGuiApplication.clipboard().setText("\n".join("\t".join(_cells(self.passwords, row)) for row in rows))

    def _turn(self, busy: bool) -> None:
        done = self.passwords.rowCount() > 0
        self.accept_button.setEnabled(not busy and not done)
        if not busy:
            (self.copy if done else self.cancel_button).setFocus()


def _cells(table: QTableWidget, row: int) -> list[str]:
    items = (table.item(row, column) for column in range(table.columnCount()))
    return [item.text() for item in items if item is not None]


def _table() -> QTableWidget:
    table = told_table([_("Document"), _("Password")])
    table.setAccessibleName(_("Passwords"))
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    table.setMinimumHeight(table.fontMetrics().height() * 6)
    return table
