"""FormsDialog: the documents of a session in other forms than PDF, ticked one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.core.held import kept_off_paper
from facilitator.core.session import Session
from facilitator.ui.after.making import Making, breakable
from facilitator.ui.findings import left_out_words
from facilitator.ui.services import Services
from facilitator.ui.widgets import Dialog, PlainLabel
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.report.bundle import Job
    from facilitator.report.worker import Task


_BESIDE_TICK = 30
"""Words about a form begin where its name does, in pixels."""


class FormsDialog(Dialog):
    """Which forms, where they go, and what was made.

    Attributes:
        ticks: a box for each form, by the name of the form.
        making: the files that are being made.

    Signals:
        handed_out(tuple, tuple): files were made for the participants and for the organisations of these ids.
        failed(Exception): a fault of our own.
    """

    handed_out = Signal(object, object)
    failed = Signal(object)

    def __init__(
        self,
        services: Services,
        session: Session,
        jobs: Sequence[Job],
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Other forms"), parent, accept=_("Make files"), cancel=_("Close"))
        self.ask_for(680)
        self._jobs = tuple(jobs)
        self._tasks: dict[str, tuple[Task, ...]] = {}
        self.ticks: dict[str, QCheckBox] = {}
        self.add_text(_("The same texts as in the PDFs, in another form."))
        held = len(kept_off_paper(session))
        if held:
            self.add_text(left_out_words(held), "attention")
        for name, (title, told, tasks_of) in _forms().items():
            self._add(name, title, told, tasks_of)
        self.add_text(_("They go to {folder}").format(folder=breakable(folder)), "small")
        self.making = Making(services, folder)
        self.body.addWidget(self.making)
        self.making.turned.connect(self._turn)
        self.making.made.connect(self._made)
        self.making.failed.connect(self.failed)
        self._show_choice()

    @property
    def chosen(self) -> tuple[Task, ...]:
        """The files that are ticked."""
        return tuple(task for name, tick in self.ticks.items() if tick.isChecked() for task in self._tasks[name])

    def accept(self) -> None:
        """Make them; the dialog stays, to tell where they are."""
        if self.chosen:
            self.making.start(self.chosen, _("Making the files …"))

    def reject(self) -> None:
        """Close; a file that is being made is finished, and no further one is begun."""
        self.making.exporting.stop()
        super().reject()

    def _add(self, name: str, title: str, told: str, tasks_of: Callable[[Sequence[Job]], tuple[Task, ...]]) -> None:
        self._tasks[name] = tasks = tasks_of(self._jobs)
        tick = QCheckBox(title)
        tick.setAccessibleDescription(told)
        tick.setEnabled(bool(tasks))
        tick.toggled.connect(lambda _on: self._show_choice())
        self.ticks[name] = tick
        count = ngettext("{count} file", "{count} files", len(tasks)).format(count=len(tasks))
        row = QHBoxLayout()
        row.addWidget(tick)
        row.addStretch(1)
        row.addWidget(PlainLabel(count if tasks else _("nothing to make"), "small"), 0, Qt.AlignmentFlag.AlignVCenter)
        holder = QVBoxLayout()
        holder.setSpacing(0)
        holder.addLayout(row)
        words = QHBoxLayout()
        words.addSpacing(_BESIDE_TICK)
        words.addWidget(PlainLabel(told, "small", wrap=True))
        holder.addLayout(words)
        self.body.addLayout(holder)

    def _made(self, tasks: tuple[Task, ...]) -> None:
        whose = [getattr(task, "whose", (None, None)) for task in tasks]
        people, partners = (tuple(filter(None, dict.fromkeys(ids))) for ids in zip(*whose, strict=True))
        if people or partners:
            self.handed_out.emit(people, partners)

    def _turn(self, busy: bool) -> None:
        for name, tick in self.ticks.items():
            tick.setEnabled(not busy and bool(self._tasks[name]))
        self.accept_button.setEnabled(False)
        if not busy:
            self._show_choice()
            self.cancel_button.setFocus()

    def _show_choice(self) -> None:
        count = len(self.chosen)
        text = ngettext("Make {count} file", "Make {count} files", count).format(count=count)
        self.accept_button.say(text if count else _("Make files"))
        self.accept_button.setEnabled(count > 0)


def _forms() -> dict[str, tuple[str, str, Callable[[Sequence[Job]], tuple[Task, ...]]]]:
    """Every form: its title, what it is good for, and the files it gives."""
    from facilitator.report.bundle import Document  # noqa: PLC0415  not needed for the first window
    from facilitator.report.formats.jobs import calendars_of, forms_of, sheets_of  # noqa: PLC0415

    report, papers = (Document.REPORT,), (Document.PARTICIPANT, Document.PARTNER)
    return {
        "report-word": (
            _("Report for Word (.docx)"),
            _("To work on in Word or LibreOffice. Whoever has it can change it."),
            partial(forms_of, documents=report, ending="docx"),
        ),
        "report-web": (
            _("Report as a web page (.html)"),
            _("To read in a browser, also with large letters or aloud. It fetches nothing from the internet."),
            partial(forms_of, documents=report, ending="html"),
        ),
        "papers-word": (
            _("Papers of participants and organisations for Word (.docx)"),
            _("Each their own, and nothing of anybody else."),
            partial(forms_of, documents=papers, ending="docx"),
        ),
        "papers-web": (
            _("Papers of participants and organisations as web pages (.html)"),
            _("Each their own, and nothing of anybody else."),
            partial(forms_of, documents=papers, ending="html"),
        ),
        "sheet": (
            _("Agreements for Excel (.xlsx and .csv)"),
            _("A row for each agreement, to filter and to sort."),
            sheets_of,
        ),
        "calendar": (
            _("Calendar (.ics)"),
            _("Deadlines, evaluations and the next meeting: all of them for you, for everybody else their own."),
            calendars_of,
        ),
    }
