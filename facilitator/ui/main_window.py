"""The main window: a sidebar, and one page at a time, built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QWidget

from facilitator.core.refusal import Refusal
from facilitator.core.vocabulary import Form, State
from facilitator.ui.futures import deliver
from facilitator.ui.pages import Enters, Holds, ShowsFacts
from facilitator.ui.returned.drops import Drops
from facilitator.ui.services import Services
from facilitator.ui.start import facts as store_facts
from facilitator.ui.start.facts import Facts
from facilitator.ui.start.follow_up import FollowUp
from facilitator.ui.start.sidebar import Sidebar
from facilitator.ui.start.start_page import StartPage
from facilitator.ui.widgets import Message, Messages, PageStack, Toast
from facilitator.ui.widgets.buttons import key_name
from facilitator.ui.widgets.in_sight import InSight
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.core.session import Session
    from facilitator.storage.database import Connection
    from facilitator.storage.overview import SessionLine
    from facilitator.ui.after.documents_pane import DocumentsPane
    from facilitator.ui.agreements.agreements_page import AgreementsPage
    from facilitator.ui.casuistry.casuistry import Casuistry
    from facilitator.ui.casuistry.library.library_page import LibraryPage
    from facilitator.ui.prepare.preparing import Preparing
    from facilitator.ui.region.region import Region
    from facilitator.ui.region.start_page import RegionPage
    from facilitator.ui.returned.road import ReturnedRoad
    from facilitator.ui.start.sessions_page import SessionsPage

    DeskPage = StartPage | SessionsPage | LibraryPage | AgreementsPage | RegionPage


APPEARANCE_KEY = "Ctrl+,"
START, SESSIONS, CASUISTRY, AGREEMENTS, REGION = "start", "sessions", "casuistry", "agreements", "region"


class MainWindow(QMainWindow):
    """The desk: from here sessions are prepared, led, followed up and handed out.

    Attributes:
        messages: what the program says to the facilitator; shown in a corner of this window.

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
        self._facts: Facts | None = None
        self._pages: dict[str, DeskPage] = {}
        self._build: dict[str, Callable[[], DeskPage]] = {
            START: self._build_start,
            SESSIONS: self._build_sessions,
            CASUISTRY: self._build_casuistry,
            AGREEMENTS: self._build_agreements,
            REGION: self._build_region,
        }
        self.setWindowTitle("Facilitator")
        self.resize(QSize(1440, 900).boundedTo(self.screen().availableSize()))
        InSight(self)
        self.messages = Messages(self)
        self.sidebar = self._make_sidebar()
        self.stack = PageStack()
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self.stack, 1)
        self.setCentralWidget(middle)
        self.toast = Toast(middle)
        self._told: Message | None = None
        self.messages.posted.connect(self._show_message)
        Drops(self).dropped.connect(self._take_dropped)
        self._follow_up = FollowUp(services, self)
        self._follow_up.done.connect(self.refresh)
        self._follow_up.refused.connect(self._tell_refusal)
        self._follow_up.failed.connect(self.tell_failure)

    # ---- where we are

    def show_start(self) -> None:
        """Go to the start page."""
        self.go(START)

    def go(self, name: str) -> None:
        """Go to a destination of the sidebar and ask the store how things are now."""
        page = self._pages.get(name)
        if page is None:
            page = self._pages[name] = self._build[name]()
            self.stack.addWidget(page)
            self._tell_page(page)
        self._leave_passing_page(page)
        self.stack.setCurrentWidget(page)
        self.sidebar.mark(name)
        self.sidebar.setVisible(True)
        page.enter()
        self.refresh()

    def show_page(self, page: QWidget, *, alone: bool = False) -> None:
        """Show a page that is no destination; the next one takes its place. `alone`: it has the whole window."""
        self.sidebar.setVisible(not alone)  # first: else there would be room for both for a moment
        self.stack.addWidget(page)
        self._leave_passing_page(page)
        self.stack.setCurrentWidget(page)
        self.sidebar.mark("")
        if isinstance(page, Enters):
            page.enter()

    def refresh(self) -> None:
        """Ask the store how things are; the pages show it when the answer is there."""
        now = self._services.now()
        deliver(self._services.store.ask(store_facts.question(now)), self._take_facts, self.tell_failure)

    def holds_unkept(self, seconds: float) -> bool:
        """Whether a page holds what was written there and is not kept after so many seconds."""
        pages = (self.stack.widget(number) for number in range(self.stack.count()))
        return any(isinstance(page, Holds) and page.holds_unkept(seconds) for page in pages)

    def is_filled(self) -> bool:
        """Whether the page shows what the store said."""
        return self._facts is not None

    # ---- what can be asked for

    def prepare(self, start: Form | Session) -> None:
        """Prepare a new session, or put a planned one right. What was filled in before is still there."""
        self._preparing.prepare(start)

    @cached_property
    def _preparing(self) -> Preparing:
        from facilitator.ui.prepare.preparing import Preparing  # noqa: PLC0415  not needed for the first window

        preparing = Preparing(self._services, self)
        preparing.page_wanted.connect(self.show_page)
        preparing.page_gone.connect(self.stack.removeWidget)
        preparing.planned.connect(self.show_start)
        preparing.lead_requested.connect(self._begin)
        preparing.rehearsal_requested.connect(self.rehearsal_requested)
        preparing.papers_requested.connect(self._show_papers)
        preparing.read_requested.connect(self.read_returned)
        preparing.typing_requested.connect(self.returned.type_over)
        self._hear(preparing)
        return preparing

    def _begin(self, session_id: str) -> None:
        self.show_start()
        self.lead_requested.emit(session_id)

    def _show_papers(self, session: Session, back_to: QWidget) -> None:
        from facilitator.report.bundle import before_of  # noqa: PLC0415  not needed for the first window
        from facilitator.ui.after.after_page import PaperPage  # noqa: PLC0415

        page = PaperPage(self._services, session, before_of)
        page.left.connect(lambda: self.show_page(back_to))
        self._hear(page.documents)
        self.show_page(page)

    def _hear(self, part: Preparing | Casuistry | Region | DocumentsPane | AgreementsPage | ReturnedRoad) -> None:
        """Tell the user what a part says."""
        part.said.connect(self.messages.say)
        part.warned.connect(self.messages.warn)
        part.failed.connect(self.tell_failure)

    def open_session(self, session_id: str) -> None:
        """Open a session where its state says: prepare it, lead it, or hand out what came of it."""

        def line(connection: Connection) -> SessionLine | None:
            from facilitator.storage import overview  # noqa: PLC0415  asked in the store's thread

            return overview.session(connection, session_id)

        deliver(self._services.store.ask(line), partial(self._open_line, session_id), self.tell_failure)

    def _open_line(self, session_id: str, line: SessionLine | None) -> None:
        if not self._services.store.unsaved:
            self._open(session_id, None if line is None else line.state)
            return
        whole = self._services.store.load(session_id)  # the list is behind; the session itself is not
        deliver(whole, lambda it: self._open(session_id, None if it is None else it.course.state), self.tell_failure)

    def _open(self, session_id: str, state: State | None) -> None:
        if state is None:
            self.messages.warn(_("This session is not there any more."))
        elif state is State.CLOSED:
            self.show_documents(session_id)
        elif state is State.PLANNED:
            deliver(self._services.store.load(session_id), self._prepare_again, self.tell_failure)
        else:
            self.lead_requested.emit(session_id)

    def _prepare_again(self, session: Session | None) -> None:
        if session is not None:
            self.prepare(session)

    def show_documents(self, session_id: str) -> None:
        """Show what can be handed out after a session."""
        deliver(self._services.store.load(session_id), self.show_after, self.tell_failure)

    def show_after(self, session: Session | None) -> None:
        """Show a closed session that is at hand, also when the disk does not have it yet."""
        from facilitator.ui.after.after_page import AfterPage  # noqa: PLC0415  not needed for the first window

        if session is None:
            return
        page = AfterPage(self._services, session)
        page.reopened.connect(self.lead_requested)
        page.correcting.failed.connect(self.tell_failure)
        page.correcting.refused.connect(self._tell_refusal)
        self._hear(page.documents)
        page.asking.read_requested.connect(self.read_returned)
        page.asking.typing_requested.connect(self.returned.type_over)
        page.house_styles_requested.connect(partial(self.show_house_styles, session.id))
        self.show_page(page)

    def show_house_styles(self, session_id: str) -> None:
        """Make or change house styles, and come back to the documents of this session."""
        from facilitator.ui.settings.house_page import HousePage  # noqa: PLC0415  seldom needed

        page = HousePage(self._services)
        page.left.connect(partial(self.show_documents, session_id))
        page.failed.connect(self.tell_failure)
        self.show_page(page)

    @cached_property
    def returned(self) -> ReturnedRoad:
        """What reads what organisations sent back."""
        from facilitator.ui.returned.road import ReturnedRoad  # noqa: PLC0415  not needed for the first window

        road = ReturnedRoad(self._services, self._follow_up, self)
        self._hear(road)
        road.recorded.connect(self._renew_after)
        return road

    def read_returned(self, paths: Sequence[Path] = ()) -> None:
        """Read forms and mails in which organisations tell how their agreements stand."""
        self.returned.read(paths)

    def _take_dropped(self, paths: Sequence[Path]) -> None:
        if self.sidebar.isVisible():  # not while a session is led
            self.read_returned(paths)

    def _renew_after(self, session_ids: Sequence[str]) -> None:
        """Show a page anew that tells of a session in which something was recorded."""
        from facilitator.ui.after.after_page import AfterPage  # noqa: PLC0415  not needed for the first window
        from facilitator.ui.prepare.prepare_page import PreparePage  # noqa: PLC0415

        page = self.stack.currentWidget()
        if isinstance(page, AfterPage) and page.session.id in session_ids:
            page.correcting.renewed.emit(page.session.id)
        if isinstance(page, PreparePage):
            page.planner.ask_before(page.draft, anew=True)

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
        destinations = (
            (START, _("Start")),
            (SESSIONS, _("Sessions")),
            (CASUISTRY, _("Casuistry")),
            (AGREEMENTS, _("Agreements")),
            (REGION, _("Regional agreements")),
        )
        for number, (name, text) in enumerate(destinations, 1):
            key = f"Ctrl+{number}"
            sidebar.add(name, text, key)
            shortcut = QShortcut(QKeySequence(key), sidebar)  # asleep while a page has the whole window
            shortcut.activated.connect(sidebar.button(name).click)
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

    def _build_start(self) -> DeskPage:
        page = StartPage(self._services.now())
        page.begin_requested.connect(self.prepare)
        page.session_requested.connect(self.open_session)
        page.status_chosen.connect(self._follow_up.set_status)
        page.agreements_requested.connect(lambda: self.go(AGREEMENTS))
        page.returned_requested.connect(self.read_returned)
        return page

    def _build_sessions(self) -> DeskPage:
        from facilitator.ui.start.sessions_page import SessionsPage  # noqa: PLC0415  not needed for the first window

        page = SessionsPage(self._services)
        page.session_requested.connect(self.open_session)
        page.documents_requested.connect(self.show_documents)
        page.begin_requested.connect(lambda: self.prepare(Form.HET_GESPREK))
        page.changed.connect(self.refresh)
        page.said.connect(self.messages.say)
        page.warned.connect(self.messages.warn)
        page.failed.connect(self.tell_failure)
        return page

    def _build_casuistry(self) -> DeskPage:
        from facilitator.ui.casuistry.casuistry import Casuistry  # noqa: PLC0415  not needed for the first window

        casuistry = Casuistry(self._services, self)
        casuistry.page_wanted.connect(self.show_page)
        casuistry.back_wanted.connect(lambda: self.go(CASUISTRY))
        casuistry.use_wanted.connect(self._preparing.prepare_with)
        casuistry.shut.connect(partial(self._drop_casuistry, casuistry.page))
        casuistry.page.destroyed.connect(casuistry.deleteLater)
        self._hear(casuistry)
        return casuistry.page

    def _build_agreements(self) -> DeskPage:
        from facilitator.ui.agreements.agreements_page import AgreementsPage  # noqa: PLC0415  not for the first window

        page = AgreementsPage(self._services, self._follow_up)
        page.returned_requested.connect(self.read_returned)
        page.session_requested.connect(self.open_session)
        page.begin_requested.connect(lambda: self.prepare(Form.HET_GESPREK))
        self._hear(page)
        return page

    def _build_region(self) -> DeskPage:
        from facilitator.ui.region.region import Region  # noqa: PLC0415  not needed for the first window

        region = Region(self._services, self)
        region.page_wanted.connect(self.show_page)
        region.back_wanted.connect(lambda: self.go(REGION))
        region.session_wanted.connect(self.open_session)
        region.page.destroyed.connect(region.deleteLater)
        self._hear(region)
        return region.page

    def _drop_casuistry(self, page: LibraryPage, again: bool) -> None:
        """Build the page anew: now, or when it is opened next."""
        if self._pages.get(CASUISTRY) is not page:
            return
        del self._pages[CASUISTRY]
        if page is not self.stack.currentWidget():
            self._remove(page)
        elif again:
            self.go(CASUISTRY)

    # ---- what comes in

    def _take_facts(self, facts: Facts) -> None:
        self._facts = facts
        self.sidebar.button(AGREEMENTS).say(_late_in_sidebar(facts.late))
        for page in self._pages.values():
            self._tell_page(page)

    def _tell_page(self, page: DeskPage) -> None:
        if self._facts is not None and isinstance(page, ShowsFacts):
            page.show_facts(self._facts)

    def _tell_refusal(self, refusal: Refusal) -> None:
        self.messages.warn(_(refusal.value))

    def _leave_passing_page(self, coming: QWidget) -> None:
        current = self.stack.currentWidget()
        preparing = self.__dict__.get("_preparing")  # made when a session is first prepared
        staying = (*self._pages.values(), *(preparing.pages if preparing is not None else ()))
        if current is None or current is coming or current in staying:
            return
        if isinstance(current, Holds) and current.holds_unkept():
            current.when_kept(partial(self._let_go, current))
        else:
            self._remove(current)

    def _let_go(self, page: QWidget) -> None:
        """What was written on a page is kept: it can go, unless it was come back to."""
        if page is not self.stack.currentWidget():
            self._remove(page)

    def _remove(self, page: QWidget) -> None:
        self.stack.removeWidget(page)
        page.deleteLater()


def _late_in_sidebar(late: int) -> str:
    """The destination of agreements, with how many are late: there whatever page is shown."""
    if not late:
        return _("Agreements")
    return _("Agreements · {late}").format(late=ngettext("{count} late", "{count} late", late).format(count=late))
