"""InstructionPage: the instruction for local teams as it will be on paper, and saving it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.core.own_agreement import OwnAgreement, progress
from facilitator.report.instruction import InstructionJob, Shape, instruction_of
from facilitator.ui.after.exporting import Exporting
from facilitator.ui.after.pdf_view import PdfView
from facilitator.ui.futures import deliver
from facilitator.ui.region.phrases import progress_words
from facilitator.ui.services import Services
from facilitator.ui.start.page import Page
from facilitator.ui.start.top_row import TopRow
from facilitator.ui.widgets import Button, Card, PlainLabel, PrimaryButton
from facilitator.ui.widgets.back_button import BackButton
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.report.press import Rendered
    from facilitator.report.worker import Exported


class InstructionPage(Page):
    """Shows the file itself. Saving makes it as PDF, and as a document to work on.

    Signals:
        left(): go back to the paragraphs.
        said(str), failed(Exception): tell the user.
    """

    left = Signal()
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, own: OwnAgreement, parent: QWidget | None = None) -> None:
        super().__init__(_("Instruction for the local teams of {municipality}").format(municipality=own.municipality))
        if parent is not None:
            self.setParent(parent)
        today = services.now().astimezone().date()
        self._services = services
        self.jobs: dict[Shape, InstructionJob] = {shape: instruction_of(own, shape, today) for shape in Shape}
        self.folder = services.documents_folder / "Facilitator" / _("Regional agreements")
        self.view = PdfView()
        self.save = PrimaryButton(_("Save as PDF"), "Ctrl+Return")
        self.word = Button(_("Save as Word document"))
        self.open_folder = Button(_("Open the folder"))
        self.back = BackButton(self)
        self.outcome = PlainLabel("", "strong", wrap=True)
        self.exporting = Exporting(services, self)
        self._lay_out(own)
        self.save.clicked.connect(lambda: self._save(Shape.PDF))
        self.word.clicked.connect(lambda: self._save(Shape.WORD))
        self.open_folder.clicked.connect(self._open)
        self.back.clicked.connect(self.left)
        self.exporting.done.connect(self._saved)
        self.exporting.failed.connect(self._tell)
        deliver(services.documents().render(self.jobs[Shape.PDF]), self._show, self._tell)

    def enter(self) -> None:
        """Begin at saving it."""
        self.save.setFocus()

    def _lay_out(self, own: OwnAgreement) -> None:
        far = progress(own)
        words = progress_words(far) if not far.complete else _("Everything is filled in.")
        self.column.insertWidget(0, TopRow(self.back))
        self.column.addWidget(PlainLabel(words, "soft", wrap=True))
        row = QHBoxLayout()
        for widget in (self.save, self.word, self.open_folder):
            row.addWidget(widget)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self.outcome)
        for hidden in (self.outcome, self.open_folder):
            hidden.hide()
        card = Card()
        card.column.addWidget(self.view)
        card.setMinimumHeight(self.fontMetrics().height() * 22)
        self.column.addWidget(card, 1)

    def _show(self, rendered: Rendered) -> None:
        self.view.show_pdf(rendered.pdf)

    def _save(self, shape: Shape) -> None:
        self.outcome.hide()
        self.exporting.start((self.jobs[shape],), self.folder)

    def _saved(self, exported: Exported) -> None:
        path: Path = exported.made[-1].path
        self.outcome.setText(_("{name} is in {folder}.").format(name=path.name, folder=path.parent))
        self.outcome.set_role("strong")
        self.outcome.show()
        self.open_folder.show()
        self.said.emit(self.outcome.text())

    def _tell(self, error: Exception) -> None:
        explain = getattr(error, "explain", None)
        if not callable(explain):
            self.failed.emit(error)
            return
        self.outcome.setText(str(explain()))
        self.outcome.set_role("attention")
        self.outcome.show()

    def _open(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder))):
            self.said.emit(_("The documents are in {folder}.").format(folder=self.folder))
