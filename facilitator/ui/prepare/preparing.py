"""Preparing: the sessions that are being prepared. Each keeps its page, so that what was filled in is still there."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from facilitator.core.casus import Case
from facilitator.core.script import Form, Script
from facilitator.core.session import Session
from facilitator.ui.prepare.prepare_page import PreparePage
from facilitator.ui.services import Services
from facilitator.words import _


class Preparing(QObject):
    """One page for each session that is prepared.

    Signals:
        left(): back to where one came from.
        page_wanted(QWidget): show this page in place of what is there.
        page_gone(QWidget): this page is not needed any more.
        planned(): a session is kept, to be led later.
        lead_requested(str): one is kept, and is to be led now.
        rehearsal_requested(Session): lead one of which nothing is kept.
        papers_requested(Session, QWidget): show what is printed beforehand, and then this page again.
        read_requested(), typing_requested(Session, str): read what organisations told, or type it over.
        said(str), warned(str): tell the user.
        failed(Exception): the store does not take it.
    """

    left = Signal()
    page_wanted = Signal(object)
    page_gone = Signal(object)
    planned = Signal()
    lead_requested = Signal(str)
    rehearsal_requested = Signal(object)
    papers_requested = Signal(object, object)
    read_requested = Signal()
    typing_requested = Signal(object, str)
    said = Signal(str)
    warned = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._pages: dict[str, PreparePage] = {}

    @property
    def pages(self) -> tuple[PreparePage, ...]:
        """The pages there are."""
        return tuple(self._pages.values())

    def prepare(self, start: Form | Session) -> PreparePage:
        """Prepare a new session, or put a planned one right. What was filled in before is still there."""
        key = start.value if isinstance(start, Form) else start.id
        page = self._pages.get(key)
        if page is not None and not isinstance(start, Form) and page.draft.session != start:
            self._forget(key)  # it was changed elsewhere meanwhile
            page = None
        if page is None:
            page = self._pages[key] = self._made(key, start)
        self.page_wanted.emit(page)
        return page

    def prepare_with(self, chosen: Script | Case) -> None:
        """Prepare a new session with this script or this case."""
        form = chosen.form if isinstance(chosen, Script) else Form.LEERBIJEENKOMST
        self.prepare(form).take(chosen)

    def _made(self, key: str, start: Form | Session) -> PreparePage:
        page = PreparePage(self._services, start)
        page.left.connect(self.left)
        page.planned.connect(lambda _id: self._planned(key))
        page.begin_requested.connect(lambda session_id: self._begin(key, session_id))
        page.rehearsal_requested.connect(self.rehearsal_requested)
        page.waiting.connect(self._tell_waiting)
        page.failed.connect(self.failed)
        page.asking.read_requested.connect(self.read_requested)
        page.asking.typing_requested.connect(self.typing_requested)
        page.papers_requested.connect(lambda session: self.papers_requested.emit(session, page))
        return page

    def _planned(self, key: str) -> None:
        self._forget(key)
        self.planned.emit()
        self.said.emit(_("The session is ready. You find it here and under Sessions."))

    def _begin(self, key: str, session_id: str) -> None:
        self._forget(key)
        self.lead_requested.emit(session_id)

    def _tell_waiting(self, _session_id: str) -> None:
        self.warned.emit(
            _("The session is not on the disk yet. The program keeps trying; leave it open until it is saved.")
        )

    def _forget(self, key: str) -> None:
        page = self._pages.pop(key, None)
        if page is not None:
            self.page_gone.emit(page)
            page.deleteLater()
