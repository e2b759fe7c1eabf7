"""LeadingRoad: from the desk to a session on the console, and back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.core.events import Event, LookBackItem
from facilitator.core.session import Session, State
from facilitator.core.walk import asks
from facilitator.ui.copy_elsewhere import CopyElsewhere
from facilitator.ui.futures import deliver
from facilitator.ui.knowledge.infographic.panels import panels_today
from facilitator.ui.knowledge.known_cards import KnownCards
from facilitator.ui.leading import Leading
from facilitator.ui.looking_back import ask_items
from facilitator.ui.main_window import MainWindow
from facilitator.ui.region.models import RegionModels
from facilitator.ui.running_session import RunningSession
from facilitator.ui.services import Services
from facilitator.ui.stage import Stage
from facilitator.ui.steady_clock import SteadyClock

TICK_MS = 500
"""How often the clocks on the screens are told the time."""


class LeadingRoad(QObject):
    """Leads one session at a time: it gives the console what that may ask of the house, and takes all back at the end.

    Attributes:
        leading: the session that is led, if any.

    Signals:
        begun(Leading): a session is on the console.
    """

    begun = Signal(object)

    def __init__(
        self, services: Services, desk: MainWindow, stage: Stage, steady: SteadyClock | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.leading: Leading | None = None
        self._services = services
        self._desk = desk
        self._stage = stage
        self._steady = steady
        self._copy = CopyElsewhere(services, desk)
        self._clock = QTimer(self, interval=TICK_MS)

    def lead(self, session: Session, keep: Callable[[Event, Session], None]) -> None:
        """Lead a session; `keep` gets every event, with the session after it."""
        if self.leading is not None:
            return  # asked for twice, before the first answer was there
        if self._steady is not None:
            self._steady.hold()
        services, stage = self._services, self._stage
        running = RunningSession(session, keep, services.now, services.new_id, services.spot)
        leading = Leading(running, stage.audience, stage.displays, self._clock, self._steady, stage.bell, self)
        self.leading = leading
        self._offer(leading)
        running.changed.connect(stage.awake.follow)
        stage.awake.follow(running.session)
        leading.left.connect(self.leave)
        leading.closed.connect(self._closed)
        leading.copy_requested.connect(self._copy.ask)
        leading.console.appearance_requested.connect(self._desk.appearance_requested)
        self._look_back(leading)
        self._desk.show_page(leading.console, alone=True)
        self._clock.start()
        self.begun.emit(leading)

    def leave(self) -> None:
        """Go back to the desk."""
        if self.leading is not None:
            self._clock.stop()
            leading, self.leading = self.leading, None
            self._desk.show_start()
            leading.end()
            self._stage.awake.let_go()
            if self._steady is not None:
                self._steady.let_go()
            self._desk.activateWindow()  # the room's window may have had the keyboard

    def stop(self) -> None:
        """Let the clock stand still and the screens sleep: the program ends."""
        self._clock.stop()
        self._stage.awake.let_go()

    def _closed(self, session: Session) -> None:
        self.leave()
        if not session.rehearsal:
            self._desk.show_after(session)

    # ---- what the console may ask of the house

    def _offer(self, leading: Leading) -> None:
        """Cases, models, figures and cards: they are read when the console first asks for them."""
        services, console = self._services, leading.console
        console.commands.programme.offer(lambda: services.library().cases)
        console.panels.models = RegionModels(services)
        knowledge = console.commands.knowledge
        knowledge.offer_figures(lambda: panels_today(services).panels)
        cards = KnownCards(services, leading)
        knowledge.offer_cards(cards, cards.waiting, partial(cards.waiting, asks), cards.unread)
        cards.arrived.connect(knowledge.renew)

    def _look_back(self, leading: Leading) -> None:
        """Look up how what was agreed before stands now, for a session that is to begin."""
        session = leading.running.session
        if session.course.state is State.PLANNED:
            asked = ask_items(self._services.store, session)
            deliver(asked, partial(self._take_look_back, leading), partial(self._miss_look_back, leading))

    def _take_look_back(self, leading: Leading, items: tuple[LookBackItem, ...]) -> None:
        if self.leading is leading:  # it may have been left meanwhile
            leading.fill_look_back(items)

    def _miss_look_back(self, leading: Leading, error: Exception) -> None:
        if self.leading is leading:
            leading.tell_look_back(error)
