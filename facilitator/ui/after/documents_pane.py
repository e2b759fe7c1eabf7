"""DocumentsPane: the documents of a session, each to be looked at; all to be made, and printed, at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QMenu, QVBoxLayout, QWidget

from facilitator.core.held import kept_off_paper
from facilitator.core.session import Session
from facilitator.core.vocabulary import Channel
from facilitator.ui.after.choosing import Choosing
from facilitator.ui.after.contents_panel import ContentsPanel
from facilitator.ui.after.exporting import QUEUED, Exporting, usual_folder
from facilitator.ui.after.held_dialog import HeldDialog
from facilitator.ui.after.house_choice import HouseChoice
from facilitator.ui.after.pdf_view import PdfView
from facilitator.ui.futures import deliver
from facilitator.ui.services import Services
from facilitator.ui.start.page import Scrolling, SideBySide
from facilitator.ui.widgets import Button, Card, PlainLabel, PrimaryButton, ProgressPanel, SectionTitle
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from concurrent.futures import Future

    from PySide6.QtPrintSupport import QPrinter

    from facilitator.report.bundle import Job
    from facilitator.report.contents import Choices, Contents
    from facilitator.report.own_folder import TemplateFault
    from facilitator.report.press import Rendered
    from facilitator.report.worker import Exported, Task
    from facilitator.ui.after.printing import Printing

    Jobs = Callable[[Session, Choices], tuple[Job, ...]]

MOST_CHARACTERS = 30


class DocumentsPane(QWidget):
    """A list of documents at the left, the one that is chosen at the right.

    Attributes:
        folder: where the documents go.
        note_alone: called with documents that were made after this was gone, if any.
        fault: what is wrong in a template that the user changed.
        list, view: the documents and the preview.
        house: in which house style.
        contents, choosing: what goes into the document that is shown, and into each kind of them.
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
        self._at_work: tuple[Job, ...] = ()
        self._done = 0
        self.note_alone: Callable[[tuple[Job, ...]], object] | None = None
        self._wanted = 0
        self._rendering: Future[Rendered] | None = None
        self._shown_row = -1
        self._act_when_known: Callable[[], None] | None = None
        self._held = 0
        self._printing: Printing | None = None
        self.folder = services.documents_folder
        self.list = QListWidget()
        self.list.setAccessibleName(_("Documents"))
        self.view = PdfView()
        self.contents = ContentsPanel()
        self.house = HouseChoice()
        self.choosing = Choosing(services, self)
        self.make = PrimaryButton(_("Make all documents"))
        self.elsewhere = Button(_("Another folder …"))
        self.print = Button(_("Print all …"), "Ctrl+P")
        self.more = Button(_("More"))
        self.more.setMenu(QMenu(self.more))
        self.more.hide()
        self._offered: list[QAction] = []
        self.where = PlainLabel(role="small", wrap=True)
        self.progress = ProgressPanel()
        self.progress.hide()
        self.outcome = PlainLabel(wrap=True)
        self.show_folder = Button(_("Open the folder"))
        self.missing = PlainLabel(role="small", wrap=True)
        self.fault = PlainLabel(role="attention", wrap=True)
        self.fault.hide()
        self.exporting = Exporting(services, self)
        self._put_together()
        self._connect()
        self.choosing.ask()

    def show_session(self, session: Session, jobs_of: Jobs) -> None:
        """Offer the documents of a session, as they are with what is chosen for each kind. The first is shown."""
        self._session, self._jobs_of = session, jobs_of
        self._jobs = jobs = self._made_of(session)
        self._held = len(kept_off_paper(session))
        self.folder = usual_folder(self._services, session)
        self._tell_folder()
        self.list.ensurePolished()
        self.list.clear()
        for job in jobs:
            self.list.addItem(job_title(job))
        one = len(jobs) == 1
        self.make.say(_("Save as PDF") if one else _("Make all documents"))
        self.print.say(_("Print …") if one else _("Print all …"))
        for widget in (self.outcome, self.show_folder, self.missing):
            widget.hide()
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
        self._wanted += 1
        if self._rendering is not None:
            self._rendering.cancel()  # when it has not begun yet: nobody will look at it
        if not 0 <= row < len(self._jobs) or self._session is None:
            self.view.clear()
            return
        job = self._jobs[row]
        if self._shown_row != row:
            self.view.clear()
        self._shown_row = row
        self.house.show_choice(self.choosing.houses, self._session)
        self.contents.show_choice(self._session, job.document, self.choosing.of(job.document))
        self._rendering = self._services.documents().render(job)
        deliver(self._rendering, partial(self._show, self._wanted), self._say_error)

    def _show(self, wanted: int, rendered: Rendered) -> None:
        if wanted == self._wanted:
            self.view.show_pdf(rendered.pdf)
            self._tell_missing([(each.characters, each.where) for each in rendered.missing])
            self._tell_fault([rendered.fault])

    def _tell_missing(self, missing: list[tuple[str, str]]) -> None:
        """Name the characters that no typeface has; they stand in the document as a visible replacement."""
        signs = sorted({sign for signs, _where in missing for sign in signs})[:MOST_CHARACTERS]
        self.missing.setVisible(bool(signs))
        if signs:
            named = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in signs)
            text = _("These characters are in no typeface and are shown as a replacement sign: {signs}.")
            self.missing.setText(text.format(signs=named))

    def _tell_fault(self, faults: Iterable[TemplateFault | None]) -> None:
        """Say what is wrong in a template of the user, once for each."""
        told = tuple(dict.fromkeys(fault.explain() for fault in faults if fault is not None))
        self.fault.setText("\n".join(told))
        self.fault.setVisible(bool(told))

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
        self._busy(_("Making the documents …"))
        self.exporting.start(self._at_work, self.folder, self._when_alone())

    def _when_alone(self) -> Callable[[int], object] | None:
        """What is to be done with the documents that are made when this is gone."""
        jobs, note = self._at_work, self.note_alone
        return None if note is None else lambda count: note(jobs[:count])

    def export(self, tasks: Sequence[Task], jobs: Sequence[Job] = ()) -> None:
        """Write these files in the folder; `jobs` are the documents that their readers have by it."""

        def act() -> None:
            self._busy(_("Making the documents …"))
            self._at_work = tuple(jobs)
            self.exporting.start(tasks, self.folder, self._when_alone())

        self.when_chosen(act)

    def _exported(self, exported: Exported) -> None:
        self._idle()
        count = self._done = len(exported.made)
        if exported.cancelled:
            text = ngettext(
                "Stopped. {count} document was made and is in {folder}.",
                "Stopped. {count} documents were made and are in {folder}.",
                count,
            )
        else:
            text = ngettext("{count} document is in {folder}.", "{count} documents are in {folder}.", count)
        self._tell_outcome(text.format(count=count, folder=_breakable(self.folder)))
        self._hand_out(Channel.FILE)
        self._tell_missing([each for made in exported.made for each in made.missing])
        self._tell_fault([made.fault for made in exported.made])

    def _not_exported(self, error: Exception) -> None:
        self._idle()
        self._say_error(error)
        self._hand_out(Channel.FILE)

    def _hand_out(self, channel: Channel) -> None:
        """Tell which documents are there now, also where others could not be made."""
        done, self._done = self._at_work[: self._done], 0
        if done:
            self.handed_out.emit(channel, done)

    def _say_error(self, error: Exception) -> None:
        """Tell what the user can act on in place; a fault of our own goes on to where faults are told."""
        explain = getattr(error, "explain", None)
        if callable(explain):
            self._tell_outcome(str(explain()), wrong=True)
        else:
            self.failed.emit(error)

    def _tell_outcome(self, text: str, *, wrong: bool = False) -> None:
        self.outcome.setText(text)
        self.outcome.set_role("attention" if wrong else "strong")
        self.outcome.show()
        self.show_folder.setVisible(not wrong)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _choose_folder(self) -> None:
        there = next((folder for folder in (self.folder, *self.folder.parents) if folder.is_dir()), Path.home())
        dialog = QFileDialog(self, _("Folder for the documents"), str(there))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: self.use_folder(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def use_folder(self, folder: Path) -> None:
        """Put the documents there."""
        self.folder = folder
        self._tell_folder()

    def _tell_folder(self) -> None:
        self.where.setText(_("They go to {folder}").format(folder=_breakable(self.folder)))

    def _open_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder))):
            self.said.emit(_("The documents are in {folder}.").format(folder=self.folder))

    # ---- printing

    def _print(self) -> None:
        from facilitator.ui.after import printing  # noqa: PLC0415  seldom needed

        if not printing.has_printer():
            self.warned.emit(
                _(
                    "This laptop knows no printer. Connect one, or make the documents "
                    "and put the folder on a USB stick to print elsewhere."
                )
            )
            return
        dialog = printing.choose_printer(self)
        dialog.accepted.connect(lambda: self.print_on(printing.Printing(self._services, self), dialog.printer()))
        dialog.setModal(True)
        dialog.show()

    def print_on(self, run: Printing, printer: QPrinter) -> None:
        """Print on the printer that was chosen."""
        self._printing = run
        self._busy(_("Printing …"))
        run.progressed.connect(self._tell_progress)
        run.done.connect(self._printed)
        run.failed.connect(self._not_printed)
        run.broken.connect(self._broken)
        run.start(self._at_work, printer)

    def _printed(self, count: int) -> None:
        self._idle()
        text = ngettext("{count} document went to the printer.", "{count} documents went to the printer.", count)
        self.said.emit(text.format(count=count))
        self._hand_out(Channel.PRINT)

    def _not_printed(self, text: str) -> None:
        self._idle()
        self.warned.emit(text)
        self._hand_out(Channel.PRINT)

    def _broken(self, error: Exception) -> None:
        self._idle()
        self._say_error(error)
        self._hand_out(Channel.PRINT)

    # ---- the parts

    def _busy(self, text: str) -> None:
        self._at_work, self._done = self._jobs, 0
        for button in (self.make, self.elsewhere, self.print):
            button.setEnabled(False)
        self.outcome.hide()
        self.show_folder.hide()
        self.progress.begin(text)
        self.progress.show()
        self.progress.stop.setFocus()

    def _idle(self) -> None:
        for button in (self.make, self.elsewhere, self.print):
            button.setEnabled(True)
        self.progress.hide()
        self._printing = None
        self.make.setFocus()

    def _tell_progress(self, done: int, total: int, name: str) -> None:
        self._done = done
        self.progress.advance(done, total, _("{done} of {total}: {name}").format(done=done, total=total, name=name))

    def _stop(self) -> None:
        self.exporting.stop()
        if self._printing is not None:
            self._printing.stop()

    def _put_together(self) -> None:
        left, right = Card(), Card()
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
        left.column.addWidget(self.progress)
        left.column.addWidget(self.outcome)
        left.column.addWidget(self.show_folder, 0, Qt.AlignmentFlag.AlignLeft)
        right.column.addWidget(self.house)
        right.column.addWidget(self.contents)
        right.column.addWidget(self.view, 1)
        holder = QWidget()
        self.left = QVBoxLayout(holder)
        self.left.setContentsMargins(0, 0, 0, 0)
        self.left.setSpacing(14)
        self.left.addWidget(left, 1)
        self.list.setMinimumHeight(self.fontMetrics().height() * 7)
        right.setMinimumHeight(self.fontMetrics().height() * 16)
        sides = SideBySide(22, (2, 3))
        sides.add(Scrolling(holder, 14))
        sides.add(right)
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
        self.print.clicked.connect(lambda: self.when_chosen(self._print))
        self.show_folder.clicked.connect(self._open_folder)
        self.progress.cancelled.connect(self._stop)
        self.exporting.progressed.connect(self._tell_progress, QUEUED)
        self.exporting.done.connect(self._exported)
        self.exporting.failed.connect(self._not_exported)


def _breakable(folder: Path) -> str:
    """Let a path break at its parts where a line is full."""
    return str(folder).replace(os.sep, f"{os.sep}\N{ZERO WIDTH SPACE}")


def job_title(job: Job) -> str:
    """Name a document in a list."""
    from facilitator.report.bundle import Document  # noqa: PLC0415  not needed for the first window

    if job.document is Document.HAND_OUT and job.moments is not None:
        return _("Case up to moment {number}").format(number=job.moments)
    if job.document is Document.PARTNER:
        partner = job.session.partner(job.partner_id)
        return _("Agreements of {organisation}").format(organisation="" if partner is None else partner.name)
    person = job.session.participant(job.participant_id)
    if person is None:
        return {
            Document.RUN_SHEET: _("Run sheet for you"),
            Document.ROLE_CARDS: _("Role cards to cut"),
            Document.HAND_OUT: _("The whole case, for afterwards"),
            Document.OVERVIEW: _("Overview of agreements"),
            Document.PREVENTION: _("Prevention plan"),
        }.get(job.document, _("Report"))
    partner = job.session.partner(person.partner_id)
    name = " · ".join(part for part in (person.name or person.role, partner.name if partner else "") if part)
    if job.document is Document.CERTIFICATE:
        return _("Certificate of {name}").format(name=name)
    return name
