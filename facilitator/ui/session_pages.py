"""SessionPages: opens a session where its state says, and the pages that belong to one session."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.core.vocabulary import Form, State
from facilitator.ui.desk_stack import DeskStack
from facilitator.ui.futures import deliver
from facilitator.ui.services import Services
from facilitator.ui.start.follow_up import FollowUp
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.core.session import Session
    from facilitator.storage.database import Connection
    from facilitator.storage.overview import SessionLine
    from facilitator.ui.after.documents_pane import DocumentsPane
    from facilitator.ui.prepare.preparing import Preparing
    from facilitator.ui.returned.road import ReturnedRoad


class SessionPages(QObject):
    """From a session to the page where it is prepared, led or handed out.

    Signals:
        page_wanted(QWidget): show this page in place of what is there.
        start_wanted(): go to the start page.
        back_wanted(): go to the destination one came from.
        lead_requested(str): begin or resume leading this stored session.
        rehearsal_requested(Session): lead a session of which nothing is kept.
        said(str), warned(str): tell the user.
        refused(Refusal): something does not fit.
        failed(Exception): the store does not let it.
    """

    page_wanted = Signal(object)
    start_wanted = Signal()
    back_wanted = Signal()
    lead_requested = Signal(str)
    rehearsal_requested = Signal(object)
    said = Signal(str)
    warned = Signal(str)
    refused = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, stack: DeskStack, follow_up: FollowUp, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._stack = stack
        self._follow_up = follow_up
        self._window = window

    # ---- preparing

    @property
    def pages(self) -> tuple[QWidget, ...]:
        """The pages of the sessions that are being prepared."""
        preparing = self.__dict__.get("preparing")  # made when a session is first prepared
        return preparing.pages if preparing is not None else ()

    def prepare(self, start: Form | Session) -> None:
        """Prepare a new session, or put a planned one right. What was filled in before is still there."""
        self.preparing.prepare(start)

    @cached_property
    def preparing(self) -> Preparing:
        """The sessions that are being prepared."""
        from facilitator.ui.prepare.preparing import Preparing  # noqa: PLC0415  not needed for the first window

        preparing = Preparing(self._services, self)
        preparing.page_wanted.connect(self.page_wanted)
        preparing.left.connect(self.back_wanted)
        preparing.page_gone.connect(self._stack.removeWidget)
        preparing.planned.connect(self.start_wanted)
        preparing.lead_requested.connect(self._begin)
        preparing.rehearsal_requested.connect(self.rehearsal_requested)
        preparing.papers_requested.connect(self._show_papers)
        preparing.read_requested.connect(self.read_returned)
        preparing.typing_requested.connect(self.returned.type_over)
        self._hear(preparing)
        return preparing

    def _begin(self, session_id: str) -> None:
        self.start_wanted.emit()
        self.lead_requested.emit(session_id)

    def _show_papers(self, session: Session, back_to: QWidget) -> None:
        from facilitator.report.bundle import before_of  # noqa: PLC0415  not needed for the first window
        from facilitator.ui.after.after_page import PaperPage  # noqa: PLC0415

        page = PaperPage(self._services, session, before_of)
        page.left.connect(lambda: self.page_wanted.emit(back_to))
        self._hear(page.documents)
        self.page_wanted.emit(page)

    # ---- where its state says

    def open(self, session_id: str) -> None:
        """Open a session where its state says: prepare it, lead it, or hand out what came of it."""

        def line(connection: Connection) -> SessionLine | None:
            from facilitator.storage import overview  # noqa: PLC0415  asked in the store's thread

            return overview.session(connection, session_id)

        deliver(self._services.store.ask(line), partial(self._open_line, session_id), self._fail)

    def _open_line(self, session_id: str, line: SessionLine | None) -> None:
        if not self._services.store.unsaved:
            self._open(session_id, None if line is None else line.state)
            return
        whole = self._services.store.load(session_id)  # the list is behind; the session itself is not
        deliver(whole, lambda it: self._open(session_id, None if it is None else it.course.state), self._fail)

    def _open(self, session_id: str, state: State | None) -> None:
        if state is None:
            self.warned.emit(_("This session is not there any more."))
        elif state is State.CLOSED:
            self.show_documents(session_id)
        elif state is State.PLANNED:
            deliver(self._services.store.load(session_id), self._prepare_again, self._fail)
        else:
            self.lead_requested.emit(session_id)

    def _prepare_again(self, session: Session | None) -> None:
        if session is not None:
            self.prepare(session)

    # ---- afterwards

    def show_documents(self, session_id: str) -> None:
        """Show what can be handed out after a session."""
        deliver(self._services.store.load(session_id), self.show_after, self._fail)

    def show_after(self, session: Session | None) -> None:
        """Show a closed session that is at hand, also when the disk does not have it yet."""
        from facilitator.ui.after.after_page import AfterPage  # noqa: PLC0415  not needed for the first window

        if session is None:
            return
        page = AfterPage(self._services, session)
        page.left.connect(self.back_wanted)
        page.reopened.connect(self.lead_requested)
        page.correcting.failed.connect(self.failed)
        page.correcting.refused.connect(self.refused)
        self._hear(page.documents)
        page.asking.read_requested.connect(self.read_returned)
        page.asking.typing_requested.connect(self.returned.type_over)
        page.house_styles_requested.connect(partial(self.show_house_styles, session.id))
        self.page_wanted.emit(page)

    def show_house_styles(self, session_id: str) -> None:
        """Make or change house styles, and come back to the documents of this session."""
        from facilitator.ui.settings.house_page import HousePage  # noqa: PLC0415  seldom needed

        page = HousePage(self._services)
        page.left.connect(partial(self.show_documents, session_id))
        page.failed.connect(self.failed)
        self.page_wanted.emit(page)

    # ---- what came back

    @cached_property
    def returned(self) -> ReturnedRoad:
        """What reads what organisations sent back."""
        from facilitator.ui.returned.road import ReturnedRoad  # noqa: PLC0415  not needed for the first window

        road = ReturnedRoad(self._services, self._follow_up, self._window)
        self._hear(road)
        road.recorded.connect(self._renew)
        return road

    def read_returned(self, paths: Sequence[Path] = ()) -> None:
        """Read forms and mails in which organisations tell how their agreements stand."""
        self.returned.read(paths)

    def _renew(self, session_ids: Sequence[str]) -> None:
        """Show a page anew that tells of a session in which something was recorded."""
        from facilitator.ui.after.after_page import AfterPage  # noqa: PLC0415  not needed for the first window
        from facilitator.ui.prepare.prepare_page import PreparePage  # noqa: PLC0415

        page = self._stack.currentWidget()
        if isinstance(page, AfterPage) and page.session.id in session_ids:
            page.correcting.renewed.emit(page.session.id)
        if isinstance(page, PreparePage):
            page.planner.ask_before(page.draft, anew=True)

    # ---- what goes wrong

    def _hear(self, part: Preparing | DocumentsPane | ReturnedRoad) -> None:
        """Pass on what a part tells the user."""
        part.said.connect(self.said)
        part.warned.connect(self.warned)
        part.failed.connect(self.failed)

    def _fail(self, error: Exception) -> None:
        """Pass it on; an answer finds nobody when the desk is gone by then, which a signal would not know."""
        self.failed.emit(error)
