"""Preview: one document as it will be, with what goes into it and in which house style."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from facilitator.core.session import Session
from facilitator.ui.after.choosing import Choosing
from facilitator.ui.after.contents_panel import ContentsPanel
from facilitator.ui.after.house_choice import HouseChoice
from facilitator.ui.after.pdf_view import PdfView
from facilitator.ui.futures import deliver
from facilitator.ui.services import Services
from facilitator.ui.widgets import Card

if TYPE_CHECKING:
    from concurrent.futures import Future

    from facilitator.report.bundle import Job
    from facilitator.report.press import Rendered


class Preview(Card):
    """Shows the document that was asked for last, however late the others come.

    Attributes:
        house, contents, view: the house style, what goes in, and the document itself.

    Signals:
        shown(Rendered): this is to be seen now.
        failed(Exception): it cannot be made.
    """

    shown = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._wanted = 0
        self._rendering: Future[Rendered] | None = None
        self._row = -1
        self.house = HouseChoice()
        self.contents = ContentsPanel()
        self.view = PdfView()
        self.column.addWidget(self.house)
        self.column.addWidget(self.contents)
        self.column.addWidget(self.view, 1)
        self.setMinimumHeight(self.fontMetrics().height() * 16)

    def clear(self) -> None:
        """Show nothing."""
        self._ask_no_more()
        self.view.clear()

    def show_document(self, row: int, job: Job, session: Session, choosing: Choosing) -> None:
        """Make the document of a row and show it; what the row showed before stays until then."""
        self._ask_no_more()
        if self._row != row:
            self.view.clear()
        self._row = row
        self.house.show_choice(choosing.houses, session)
        self.contents.show_choice(session, job.document, choosing.of(job.document))
        self._rendering = self._services.documents().render(job)
        deliver(self._rendering, partial(self._show, self._wanted), self._fail)

    def _ask_no_more(self) -> None:
        self._wanted += 1
        if self._rendering is not None:
            self._rendering.cancel()  # when it has not begun yet: nobody will look at it

    def _show(self, wanted: int, rendered: Rendered) -> None:
        if wanted == self._wanted:
            self.view.show_pdf(rendered.pdf)
            self.shown.emit(rendered)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
