"""DocumentsPane: the documents of a session, each to be looked at; all to be made, and printed, at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QMenu, QVBoxLayout, QWidget

from facilitator.core.held import kept_off_paper
from facilitator.core.session import Session
from facilitator.ui.after.choosing import Choosing
from facilitator.ui.after.exporting import usual_folder
from facilitator.ui.after.handing import Handing
from facilitator.ui.after.held_dialog import HeldDialog
from facilitator.ui.after.making import breakable
from facilitator.ui.after.preview import Preview
from facilitator.ui.after.remarks import Remarks
from facilitator.ui.after.titles import job_title
from facilitator.ui.services import Services
from facilitator.ui.start.page import Scrolling, SideBySide
from facilitator.ui.widgets import Button, Card, PlainLabel, PrimaryButton, SectionTitle
from facilitator.ui.widgets.file_choice import ask_folder
from facilitator.words import _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from facilitator.report.bundle import Job
    from facilitator.report.contents import Choices, Contents
    from facilitator.report.worker import Task
    from facilitator.ui.after.handing import Note
    from facilitator.ui.after.printing import Printing

    Jobs = Callable[[Session, Choices], tuple[Job, ...]]


class DocumentsPane(QWidget):
    """A list of documents at the left, the one that is chosen at the right.

    Attributes:
        note_alone: called with documents that were made after this was gone, if any.
        list: the documents.
        preview: the one that is chosen; its `view`, `contents` and `house` are known here too.
        choosing: what goes into each kind of document.
        remarks: what is to be known of the documents; its `missing` and `fault` are known here too.
        handing: making and printing them; its `progress`, `outcome`, `show_folder` and `exporting` are known here too.
        left: the column of the documents, for what else there is to tell.

    Signals:
        renewed(tuple): these jobs are the documents now, with what is chosen for each.
        said(str): something went well.
        warned(str): something did not, in words.
        failed(Exception): something did not.
        check_requested(): look first at what is left out of the documents.
        handed_out(Channel, tuple): these documents (Jobs) were made or printed.
    """

    renewed = Signal(object)
    said = Signal(str)
    warned = Signal(str)
    failed = Signal(object)
    check_requested = Signal()
    handed_out = Signal(object, object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._session: Session | None = None
        self._jobs_of: Jobs = lambda _session, _choices: ()
        self._jobs: tuple[Job, ...] = ()
        self.note_alone: Note | None = None
        self._act_when_known: Callable[[], None] | None = None
        self._held = 0
        self.list = QListWidget()
        self.list.setAccessibleName(_("Documents"))
        self.preview = Preview(services)
        self.view, self.contents, self.house = self.preview.view, self.preview.contents, self.preview.house
        self.choosing = Choosing(services, self)
        self.make = PrimaryButton(_("Make all documents"))
        self.elsewhere = Button(_("Another folder …"))
        self.print = Button(_("Print all …"), "Ctrl+P")
        self.more = Button(_("More"))
        self.more.setMenu(QMenu(self.more))
        self.more.hide()
        self._offered: list[QAction] = []
        self.where = PlainLabel(role="small", wrap=True)
        self.handing = making = Handing(services, services.documents_folder)
        self.progress, self.outcome, self.show_folder = making.progress, making.outcome, making.show_folder
        self.exporting = making.exporting
        self.remarks = Remarks()
        self.missing, self.fault = self.remarks.missing, self.remarks.fault
        self._put_together()
        self._connect()
        self.choosing.ask()

    @property
    def folder(self) -> Path:
        """Where the documents go."""
        return self.handing.folder

    def show_session(self, session: Session, jobs_of: Jobs) -> None:
        """Offer the documents of a session, as they are with what is chosen for each kind. The first is shown."""
        self._session, self._jobs_of = session, jobs_of
        self._jobs = jobs = self._made_of(session)
        self._held = len(kept_off_paper(session))
        self.use_folder(usual_folder(self._services, session))
        self.list.ensurePolished()
        self.list.clear()
        for job in jobs:
            self.list.addItem(job_title(job))
        one = len(jobs) == 1
        self.make.say(_("Save as PDF") if one else _("Make all documents"))
        self.print.say(_("Print …") if one else _("Print all …"))
        self.handing.forget()
        self.missing.hide()
        self.renewed.emit(jobs)
        self.list.setCurrentRow(0)

    def _renew(self) -> None:
        """Make the list and the preview anew: something else goes in."""
        if self._session is not None:
            before, self._jobs = self._jobs, self._made_of(self._session)
            for row, job in enumerate(self._jobs):
                self.list.item(row).setText(job_title(job))
            self.renewed.emit(self._jobs)
            row = self.list.currentRow()
            self.house.show_choice(self.choosing.houses, self._session)
            if self._jobs[row : row + 1] != before[row : row + 1]:
                self._preview(row)
        act, self._act_when_known = self._act_when_known, None
        if act is not None:
            act()

    def _made_of(self, session: Session) -> tuple[Job, ...]:
        """The documents with what is chosen for each kind, in the house style of the session."""
        house = self.choosing.houses.of(session)
        jobs = self._jobs_of(session, self.choosing.choices)
        return jobs if house is None else tuple(replace(job, house=house) for job in jobs)

    def _choose_house(self, style_id: str) -> None:
        if self._session is not None:
            self.choosing.choose_house(self._session, style_id)

    def _choose(self, contents: Contents) -> None:
        self.choosing.choose(self._jobs[self.list.currentRow()].document, contents)

    def offer(self, text: str, act: Callable[[], None]) -> QAction:
        """Offer something else to do with the documents, in the menu of `more`. Gives its action."""
        action = QAction(text, self)  # made here: PySide loses track of one that Qt makes for a menu
        action.triggered.connect(act)
        self._offered.append(action)
        self.more.menu().addAction(action)
        self.more.show()
        return action

    # ---- looking

    def _preview(self, row: int) -> None:
        if not 0 <= row < len(self._jobs) or self._session is None:
            self.preview.clear()
            return
        self.preview.show_document(row, self._jobs[row], self._session, self.choosing)

    # ---- making

    @property
    def at_hand(self) -> tuple[Job | None, str]:
        """The document that is shown, and what it is called in the list; None where there is none."""
        row = self.list.currentRow()
        return (self._jobs[row], self.list.item(row).text()) if 0 <= row < len(self._jobs) else (None, "")

    def when_chosen(self, act: Callable[[], None]) -> None:
        """Go on at once; while texts are left out of the documents only after a clear choice."""
        if not self.choosing.known:
            self._act_when_known = partial(self.when_chosen, act)
            return
        if not self._held:
            act()
            return
        dialog = HeldDialog(self._held, self)
        dialog.accepted.connect(self.check_requested)
        dialog.without_chosen.connect(act)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _make(self) -> None:
        self.handing.make(self._jobs, self._jobs, self.note_alone)

    def export(self, tasks: Sequence[Task], jobs: Sequence[Job] = ()) -> None:
        """Write these files in the folder; `jobs` are the documents that their readers have by it."""
        self.when_chosen(lambda: self.handing.make(tasks, jobs, self.note_alone))

    def print_on(self, run: Printing, printer: QPrinter) -> None:
        """Print on the printer that was chosen."""
        self.handing.print_on(run, printer, self._jobs)

    def _choose_folder(self) -> None:
        ask_folder(self, _("Folder for the documents"), self.folder, self.use_folder)

    def use_folder(self, folder: Path) -> None:
        """Put the documents there."""
        self.handing.folder = folder
        self.where.setText(_("They go to {folder}").format(folder=breakable(folder)))

    # ---- the parts

    def _turn(self, busy: bool) -> None:
        for button in (self.make, self.elsewhere, self.print):
            button.setEnabled(not busy)
        if not busy:
            self.make.setFocus()

    def _put_together(self) -> None:
        left = Card()
        left.column.addWidget(SectionTitle(_("Documents")))
        left.column.addWidget(self.list, 1)
        for widget in (self.fault, self.missing, self.where):
            left.column.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addWidget(self.print, 1)
        buttons.addWidget(self.elsewhere, 1)
        first = QHBoxLayout()
        first.addWidget(self.make, 1)
        first.addWidget(self.more)
        left.column.addLayout(first)
        left.column.addLayout(buttons)
        left.column.addWidget(self.handing)
        self.handing.column.setSpacing(left.column.spacing())
        holder = QWidget()
        self.left = QVBoxLayout(holder)
        self.left.setContentsMargins(0, 0, 0, 0)
        self.left.setSpacing(14)
        self.left.addWidget(left, 1)
        self.list.setMinimumHeight(self.fontMetrics().height() * 7)
        sides = SideBySide(22, (2, 3))
        sides.add(Scrolling(holder, 14))
        sides.add(self.preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sides)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._preview)
        self.contents.chosen.connect(self._choose)
        self.house.chosen.connect(self._choose_house)
        self.choosing.changed.connect(self._renew)
        self.choosing.failed.connect(self.failed)
        self.make.clicked.connect(lambda: self.when_chosen(self._make))
        self.elsewhere.clicked.connect(self._choose_folder)
        self.print.clicked.connect(lambda: self.when_chosen(partial(self.handing.choose_printer, self.print_on)))
        self.preview.shown.connect(self.remarks.tell_shown)
        self.preview.failed.connect(self.handing.tell_error)
        self.exporting.done.connect(self.remarks.tell_made)
        self.handing.turned.connect(self._turn)
        for told, heard in (
            (self.handing.said, self.said),
            (self.handing.warned, self.warned),
            (self.handing.failed, self.failed),
            (self.handing.handed_out, self.handed_out),
        ):
            told.connect(heard)
