"""Destinations: the pages that the sidebar leads to, each built when it is first shown, and how they are wired."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.core.vocabulary import Form
from facilitator.ui.desk_keys import AGREEMENTS, CASUISTRY, KNOWLEDGE, REGION, SESSIONS, START
from facilitator.ui.desk_stack import DeskStack
from facilitator.ui.pages import ShowsFacts
from facilitator.ui.services import Services
from facilitator.ui.session_pages import SessionPages
from facilitator.ui.start.due_following import DueFollowing
from facilitator.ui.start.facts import Facts
from facilitator.ui.start.follow_up import FollowUp
from facilitator.ui.start.start_page import StartPage

if TYPE_CHECKING:
    from facilitator.ui.agreements.agreements_page import AgreementsPage
    from facilitator.ui.casuistry.casuistry import Casuistry
    from facilitator.ui.casuistry.library.library_page import LibraryPage
    from facilitator.ui.knowledge.hub_page import HubPage
    from facilitator.ui.knowledge.knowledge import Knowledge
    from facilitator.ui.region.region import Region
    from facilitator.ui.region.start_page import RegionPage
    from facilitator.ui.start.sessions_page import SessionsPage

    DeskPage = StartPage | SessionsPage | LibraryPage | AgreementsPage | HubPage | RegionPage

__all__ = ["AGREEMENTS", "CASUISTRY", "KNOWLEDGE", "REGION", "SESSIONS", "START", "Destinations"]


class Destinations(QObject):
    """Builds the pages and tells them how things are.

    Attributes:
        facts: what the store said last; None until then.

    Signals:
        wanted(str): go to this destination.
        page_wanted(str, QWidget): show this page of a destination in place of what is there.
        changed(): ask the store again how things are.
        search_wanted(str): search everywhere, for what is typed already.
        said(str), warned(str): tell the user.
        failed(Exception): the store, or the library, does not let it.
    """

    wanted = Signal(str)
    page_wanted = Signal(str, object)
    changed = Signal()
    search_wanted = Signal(str)
    said = Signal(str)
    warned = Signal(str)
    failed = Signal(object)

    def __init__(
        self, services: Services, stack: DeskStack, sessions: SessionPages, follow_up: FollowUp, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.facts: Facts | None = None
        self._services = services
        self._stack = stack
        self._sessions = sessions
        self._follow_up = follow_up
        self._pages: dict[str, DeskPage] = {}
        self._staying: Callable[[], tuple[QWidget, ...]] = tuple
        self._parts: dict[str, Casuistry | Knowledge] = {}
        self._build: dict[str, Callable[[], DeskPage]] = {
            START: self._build_start,
            SESSIONS: self._build_sessions,
            CASUISTRY: self._build_casuistry,
            AGREEMENTS: self._build_agreements,
            KNOWLEDGE: self._build_knowledge,
            REGION: self._build_region,
        }

    @property
    def pages(self) -> tuple[QWidget, ...]:
        """The pages there are, and those to which one of them leads back."""
        return (*self._pages.values(), *self._staying())

    def page(self, name: str) -> DeskPage:
        """Give the page of a destination; it is built, and put in the stack, when it is first asked for."""
        page = self._pages.get(name)
        if page is None:
            page = self._pages[name] = self._build[name]()
            self._stack.addWidget(page)
            self._tell_page(page)
        return page

    @property
    def casuistry(self) -> Casuistry:
        """What can be done in the library."""
        self.page(CASUISTRY)
        return cast("Casuistry", self._parts[CASUISTRY])

    @property
    def knowledge(self) -> Knowledge:
        """The pages about what is known."""
        self.page(KNOWLEDGE)
        return cast("Knowledge", self._parts[KNOWLEDGE])

    def take_facts(self, facts: Facts) -> None:
        """Tell the pages how things are."""
        self.facts = facts
        for page in self._pages.values():
            self._tell_page(page)

    def _tell_page(self, page: DeskPage) -> None:
        if self.facts is not None and isinstance(page, ShowsFacts):
            page.show_facts(self.facts)

    # ---- each of them

    def _build_start(self) -> DeskPage:
        page = StartPage(self._services.now())
        page.begin_requested.connect(self._sessions.prepare)
        page.session_requested.connect(self._sessions.open)
        following = DueFollowing(self._services, self._follow_up, page)
        page.status_chosen.connect(following.stand)
        page.set_back_wanted.connect(following.set_back)
        following.settled.connect(page.due.settle)
        following.warned.connect(self.warned)
        page.agreements_requested.connect(lambda: self.wanted.emit(AGREEMENTS))
        page.returned_requested.connect(self._sessions.read_returned)
        page.search_requested.connect(self.search_wanted)
        return page

    def _build_sessions(self) -> DeskPage:
        from facilitator.ui.start.sessions_page import SessionsPage  # noqa: PLC0415  not needed for the first window

        page = SessionsPage(self._services)
        page.session_requested.connect(self._sessions.open)
        page.documents_requested.connect(self._sessions.show_documents)
        page.begin_requested.connect(lambda: self._sessions.prepare(Form.HET_GESPREK))
        page.changed.connect(self.changed)
        self._hear(page)
        return page

    def _build_casuistry(self) -> DeskPage:
        from facilitator.ui.casuistry.casuistry import Casuistry  # noqa: PLC0415  not needed for the first window

        self._parts[CASUISTRY] = casuistry = Casuistry(self._services, self)
        casuistry.page_wanted.connect(partial(self.page_wanted.emit, CASUISTRY))
        casuistry.back_wanted.connect(lambda: self.wanted.emit(CASUISTRY))
        casuistry.use_wanted.connect(self._sessions.preparing.prepare_with)
        casuistry.shut.connect(partial(self._drop_casuistry, casuistry.page))
        casuistry.page.destroyed.connect(casuistry.deleteLater)
        self._hear(casuistry)
        return casuistry.page

    def _build_agreements(self) -> DeskPage:
        from facilitator.ui.agreements.agreements_page import AgreementsPage  # noqa: PLC0415  not for the first window

        page = AgreementsPage(self._services, self._follow_up)
        page.returned_requested.connect(self._sessions.read_returned)
        page.session_requested.connect(self._sessions.open)
        page.begin_requested.connect(lambda: self._sessions.prepare(Form.HET_GESPREK))
        self._hear(page)
        return page

    def _build_knowledge(self) -> DeskPage:
        from facilitator.ui.knowledge.knowledge import Knowledge  # noqa: PLC0415  not needed for the first window

        self._parts[KNOWLEDGE] = knowledge = Knowledge(self._services, self)
        knowledge.page_wanted.connect(partial(self.page_wanted.emit, KNOWLEDGE))
        knowledge.back_wanted.connect(lambda: self.wanted.emit(KNOWLEDGE))
        knowledge.page.destroyed.connect(knowledge.deleteLater)
        self._staying = lambda: knowledge.staying
        knowledge.elsewhere = self._way_back
        self._hear(knowledge)
        return knowledge.page

    def _way_back(self) -> Callable[[], object] | None:
        """What leads back to the page in sight; None where that is the page of knowledge, or one that passes."""
        here = self._stack.currentWidget()
        if here in self._sessions.pages:
            return partial(self.page_wanted.emit, SESSIONS, here)
        name = next((name for name, page in self._pages.items() if page is here and name != KNOWLEDGE), None)
        return None if name is None else partial(self.wanted.emit, name)

    def _build_region(self) -> DeskPage:
        from facilitator.ui.region.region import Region  # noqa: PLC0415  not needed for the first window

        region = Region(self._services, self)
        region.page_wanted.connect(partial(self.page_wanted.emit, REGION))
        region.back_wanted.connect(lambda: self.wanted.emit(REGION))
        region.session_wanted.connect(self._sessions.open)
        region.page.destroyed.connect(region.deleteLater)
        self._hear(region)
        return region.page

    def _hear(self, part: SessionsPage | Casuistry | AgreementsPage | Knowledge | Region) -> None:
        """Pass on what a part tells the user."""
        part.said.connect(self.said)
        part.warned.connect(self.warned)
        part.failed.connect(self.failed)

    def _drop_casuistry(self, page: LibraryPage, again: bool) -> None:
        """Build the page anew: now, or when it is opened next."""
        if self._pages.get(CASUISTRY) is not page:
            return
        del self._pages[CASUISTRY]
        if page is not self._stack.currentWidget():
            self._stack.remove(page)
        elif again:
            self.wanted.emit(CASUISTRY)
