"""The main window: a sidebar, and one page at a time, and what the program says to the facilitator."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QWidget

from facilitator.core.refusal import Refusal
from facilitator.core.vocabulary import Form
from facilitator.ui.desk_keys import AGREEMENTS, APPEARANCE_KEY, DESTINATIONS, SEARCH_KEY, SESSIONS, START
from facilitator.ui.desk_stack import DeskStack
from facilitator.ui.destinations import Destinations
from facilitator.ui.futures import deliver
from facilitator.ui.pages import Enters
from facilitator.ui.returned.drops import Drops
from facilitator.ui.services import Services
from facilitator.ui.session_pages import SessionPages
from facilitator.ui.start import facts as store_facts
from facilitator.ui.start.facts import Facts
from facilitator.ui.start.follow_up import FollowUp
from facilitator.ui.start.sidebar import Sidebar
from facilitator.ui.widgets import Message, Messages, Toast
from facilitator.ui.widgets.buttons import key_name
from facilitator.ui.widgets.in_sight import InSight
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.core.session import Session
    from facilitator.ui.agreements.agreements_page import AgreementsPage
    from facilitator.ui.everywhere.everywhere import Everywhere
    from facilitator.ui.returned.road import ReturnedRoad
    from facilitator.ui.start.sessions_page import SessionsPage


class MainWindow(QMainWindow):
    """The desk: from here sessions are prepared, led, followed up and handed out.

    Attributes:
        messages: what the program says to the facilitator; shown in a corner of this window.
        sidebar, stack: the destinations, and the page that is in sight.
        sessions: opens a session, and the pages that belong to one.

    Signals:
        lead_requested(str): begin or resume leading this stored session.
        rehearsal_requested(Session): lead a session of which nothing is kept.
        appearance_requested(): choose other colours, or another text size.
    """

    lead_requested = Signal(str)
    rehearsal_requested = Signal(object)
    appearance_requested = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.setWindowTitle("Facilitator")
        self.resize(QSize(1440, 900).boundedTo(self.screen().availableSize()))
        InSight(self)
        self.messages = Messages(self)
        self.sidebar = self._make_sidebar()
        self.stack = DeskStack(lambda: (*self._destinations.pages, *self.sessions.pages))
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self.stack, 1)
        self.setCentralWidget(middle)
        self.toast = Toast(middle)
        self._told: Message | None = None
        self._came_from = START
        self.messages.posted.connect(self._show_message)
        Drops(self).dropped.connect(self._take_dropped)
        self._follow_up = FollowUp(services, self)
        self.sessions = SessionPages(services, self.stack, self._follow_up, self)
        self._destinations = Destinations(services, self.stack, self.sessions, self._follow_up, self)
        self._wire()

    def _wire(self) -> None:
        self._follow_up.done.connect(self.refresh)
        self._follow_up.refused.connect(self._tell_refusal)
        self._follow_up.failed.connect(self.tell_failure)
        self.sessions.start_wanted.connect(self.show_start)
        self.sessions.back_wanted.connect(lambda: self.go(self._came_from))
        self.sessions.page_wanted.connect(partial(self._show_within, SESSIONS))
        self._destinations.page_wanted.connect(self._show_within)
        self.sessions.lead_requested.connect(self.lead_requested)
        self.sessions.rehearsal_requested.connect(self.rehearsal_requested)
        self.sessions.refused.connect(self._tell_refusal)
        self._destinations.wanted.connect(self.go)
        self._destinations.changed.connect(self.refresh)
        self._destinations.search_wanted.connect(self.search)
        for part in (self.sessions, self._destinations):
            part.said.connect(self.messages.say)
            part.warned.connect(self.messages.warn)
            part.failed.connect(self.tell_failure)

    # ---- where we are

    def show_start(self) -> None:
        """Go to the start page."""
        self.go(START)

    def go(self, name: str) -> None:
        """Go to a destination of the sidebar and ask the store how things are now."""
        self._came_from = name
        page = self._destinations.page(name)
        self.stack.go_to(page)
        self.sidebar.mark(name)
        self.sidebar.setVisible(True)
        page.enter()
        self.refresh()

    def show_page(self, page: QWidget, *, alone: bool = False) -> None:
        """Show a page that is no destination; the next one takes its place, unless one can come back to it.

        `alone`: it has the whole window.
        """
        self.sidebar.setVisible(not alone)  # first: else there would be room for both for a moment
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self.stack.go_to(page)
        self.sidebar.mark("")
        if isinstance(page, Enters):
            page.enter()

    def _show_within(self, name: str, page: QWidget) -> None:
        """Show a page of a destination; the sidebar tells in which one it is."""
        self.show_page(page)
        self.sidebar.mark(name)

    def refresh(self) -> None:
        """Ask the store how things are; the pages show it when the answer is there."""
        now = self._services.now()
        deliver(self._services.store.ask(store_facts.question(now)), self._take_facts, self.tell_failure)

    def holds_unkept(self, seconds: float) -> bool:
        """Whether a page holds what was written there and is not kept after so many seconds."""
        return self.stack.holds_unkept(seconds)

    def is_filled(self) -> bool:
        """Whether the page shows what the store said."""
        return self._destinations.facts is not None

    # ---- what can be asked for

    def prepare(self, start: Form | Session) -> None:
        """Prepare a new session, or put a planned one right. What was filled in before is still there."""
        self.sessions.prepare(start)

    def open_session(self, session_id: str) -> None:
        """Open a session where its state says: prepare it, lead it, or hand out what came of it."""
        self.sessions.open(session_id)

    def show_after(self, session: Session | None) -> None:
        """Show a closed session that is at hand, also when the disk does not have it yet."""
        self.sessions.show_after(session)

    def search(self, typed: str = "") -> None:
        """Search everywhere, for what is typed already."""
        self.everywhere.ask(typed)

    @cached_property
    def everywhere(self) -> Everywhere:
        """What searches everywhere."""
        from facilitator.ui.everywhere.doors import Doors  # noqa: PLC0415  not needed for the first window
        from facilitator.ui.everywhere.everywhere import Everywhere  # noqa: PLC0415

        to = self._destinations
        doors = Doors(
            self.go,
            lambda: self.sidebar.marked,
            self.prepare,
            self.open_session,
            sessions=lambda: cast("SessionsPage", to.page(SESSIONS)),
            agreements=lambda: cast("AgreementsPage", to.page(AGREEMENTS)),
            casuistry=lambda: to.casuistry,
            knowledge=lambda: to.knowledge,
            read_returned=self.sessions.read_returned,
            appearance=self.appearance_requested.emit,
            safety=self._explain_safety,
        )
        return Everywhere(self._services, doors, self)

    @property
    def returned(self) -> ReturnedRoad:
        """What reads what organisations sent back."""
        return self.sessions.returned

    def _take_dropped(self, paths: Sequence[Path]) -> None:
        if self.sidebar.isVisible():  # not while a session is led
            self.sessions.read_returned(paths)

    def tell_failure(self, error: Exception) -> None:
        """Tell what the store could not do. A fault of our own is raised, not shown."""
        text = getattr(error, "text", None) or getattr(error, "explain", None)
        if not callable(text):
            raise error
        self.messages.warn(str(text()))

    # ---- the parts

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Keep the message in its corner."""
        super().resizeEvent(event)
        if self._told is not None and self.toast.isVisible():
            self.toast.show_message(self._told)

    def _show_message(self, message: Message) -> None:
        self._told = message
        self.toast.show_message(message)

    def _make_sidebar(self) -> Sidebar:
        sidebar = Sidebar("Facilitator")
        for name, title, key in DESTINATIONS:
            sidebar.add(name, _(title), key)
            shortcut = QShortcut(QKeySequence(key), sidebar)  # asleep while a page has the whole window
            shortcut.activated.connect(sidebar.button(name).click)
        QShortcut(QKeySequence(SEARCH_KEY), sidebar).activated.connect(self.search)  # so that no room sees it
        sidebar.chosen.connect(self.go)
        sidebar.appearance.say(_("Appearance"))
        sidebar.appearance.setToolTip(_("Key: {key}").format(key=key_name(APPEARANCE_KEY)))
        sidebar.appearance.clicked.connect(self.appearance_requested)
        QShortcut(QKeySequence(APPEARANCE_KEY), sidebar).activated.connect(self.appearance_requested)
        in_file = self._services.key_in_file
        sidebar.safety.say(_("encrypted ·\nkey is on this laptop") if in_file else _("encrypted\non this laptop"))
        sidebar.safety.clicked.connect(self._explain_safety)
        return sidebar

    def _explain_safety(self) -> None:
        from facilitator.ui.start.safety import SafetyDialog  # noqa: PLC0415  seldom needed

        dialog = SafetyDialog(self._services, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # ---- what comes in

    def _take_facts(self, facts: Facts) -> None:
        self.sidebar.button(AGREEMENTS).say(_late_in_sidebar(facts.late))
        self._destinations.take_facts(facts)

    def _tell_refusal(self, refusal: Refusal) -> None:
        self.messages.warn(_(refusal.value))


def _late_in_sidebar(late: int) -> str:
    """The destination of agreements, with how many are late: there whatever page is shown."""
    if not late:
        return _("Agreements")
    return _("Agreements · {late}").format(late=ngettext("{count} late", "{count} late", late).format(count=late))
