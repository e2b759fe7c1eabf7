"""Leading: one session being led. Here, and only here, the console, the room's window and the displays are joined."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QSize, QTimer, Signal

from facilitator.core.apply import apply
from facilitator.core.audience import AudienceView, audience_view
from facilitator.core.events import (
    PICTURES,
    AgreementReadBack,
    CardShown,
    CaseScene,
    CaseShown,
    ConfidentialityShown,
    Event,
    LookBackFilled,
    LookBackItem,
    LookBackShown,
    PanelShown,
    Screen,
    ScreenSet,
    SlideShown,
    StepEntered,
    WalkShown,
)
from facilitator.core.session import Session, State
from facilitator.ui.audience.window import AudienceWindow
from facilitator.ui.console.bell import Bell
from facilitator.ui.console.console import Console
from facilitator.ui.display_memory import DisplayId
from facilitator.ui.displays import Display, Displays
from facilitator.ui.projector_check import offer_check
from facilitator.ui.room_screen import RoomScreenDialog
from facilitator.ui.running_session import RunningSession
from facilitator.ui.steady_clock import SteadyClock
from facilitator.ui.widgets import Tone
from facilitator.words import _


class Leading(QObject):
    """A session that is open on the console.

    Attributes:
        running: the session.
        console: the facilitator's screen.
        dialog: the question which screen is the room's, once it was asked.

    Signals:
        left(): the facilitator goes back to the desk; the session can be resumed.
        closed(Session): the session was closed.
        copy_requested(str): the store cannot write; a copy of this session is wanted elsewhere.
    """

    left = Signal()
    closed = Signal(object)
    copy_requested = Signal(str)

    def __init__(
        self,
        running: RunningSession,
        audience: AudienceWindow,
        displays: Displays,
        clock: QTimer,
        steady: SteadyClock | None = None,
        bell: Bell | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._steady = steady
        self.running = running
        running.setParent(self)  # it goes when this goes, with all that it holds
        self._audience = audience
        self._displays = displays
        self._here: tuple[DisplayId, ...] = ()
        self.dialog: RoomScreenDialog | None = None
        self._begin_neutral()
        self.console = Console(running, displays, bell)
        self._wire(clock)
        self._show(running.session)
        self._tell_room()

    def _wire(self, clock: QTimer) -> None:
        """All that goes between the console, the room's window and the displays."""
        console, audience, displays = self.console, self._audience, self._displays
        self.running.changed.connect(self._show)
        console.room_page_changed.connect(audience.set_page)
        console.audience_requested.connect(self._turn_audience)
        console.room_screen_requested.connect(self.choose_room_screen)
        console.large_type_requested.connect(self._turn_large)
        console.side.room.check_wanted.connect(self._check_projector)
        console.close_requested.connect(self.left)
        console.session_closed.connect(self._tell_closed)
        console.copy_requested.connect(self._ask_copy)
        audience.key_pressed.connect(console.press_from_room)
        displays.lost.connect(self._tell_lost)
        displays.returned.connect(self._tell_returned)
        displays.changed.connect(self._tell_room)
        audience.test_changed.connect(self._tell_room)
        clock.timeout.connect(self._tick)

    def show_saved(self, at: datetime) -> None:
        """Tell the console that all is on the disk."""
        self.console.show_saved(at)

    def show_unsaved(self, since: datetime, reason: str) -> None:
        """Tell the console that the store cannot be written, and why."""
        self.console.show_unsaved(since)
        self.console.say(reason, Tone.ATTENTION)

    def fill_look_back(self, items: tuple[LookBackItem, ...]) -> None:
        """Take over what the session looks back on, as it stands now."""
        course = self.running.session.course
        if items != course.look_back and course.state is not State.CLOSED:
            self.running.do(LookBackFilled, items=items)

    def tell_look_back(self, _error: Exception) -> None:
        """Tell that it could not be looked up anew."""
        self.console.say(_("The look back was not renewed: it shows how things stood when you prepared."))

    def end(self) -> None:
        """Let the room's window go; the session is no longer on the console."""
        self._displays.hide_audience()
        self.running.changed.disconnect(self._show)
        self.console.hide()
        self.console.deleteLater()
        self.deleteLater()

    # ---- the room

    def _begin_neutral(self) -> None:
        """A session that was interrupted, or is opened again, shows nothing until the facilitator says so.

        What lay over its page belonged to a panel that is not open now, so it goes too.
        """
        course = self.running.session.course
        if course.state is State.CLOSED or (course.state is State.PLANNED and not course.shows_alone):
            return
        if course.screen is not Screen.NEUTRAL:
            self._fall_silent()
        if course.confidentiality:
            self.running.do(ConfidentialityShown, text=None)
        if course.read_back is not None:
            self.running.do(AgreementReadBack, agreement_id=None)
        if course.look_back_ref is not None:
            self.running.do(LookBackShown, ref=None)
        if course.slide_id is not None:
            self.running.do(SlideShown, slide_id=None)
        if course.card is not None:
            self.running.do(CardShown, card=None)
        if course.panel is not None:
            self.running.do(PanelShown, panel=None)
        if course.walk is not None:
            self.running.do(WalkShown, walk_id=None)

    def _fall_silent(self) -> None:
        if self.running.session.course.screen is not Screen.NEUTRAL:
            self.running.do(ScreenSet, screen=Screen.NEUTRAL)

    def _tell_lost(self) -> None:
        self._fall_silent()
        self.console.say(_("The room's display is gone. Its window is hidden."), Tone.ATTENTION)

    def _tell_returned(self) -> None:
        self._fall_silent()
        self.console.say(_("The room's display is back and shows a neutral slide. F7 shows the session again."))

    def _tell_room(self) -> None:
        """Tell the console where the room's window is."""
        screen = self._audience.screen()
        seen = self._audience.isVisible()
        here = next((d for d in self._displays.displays() if d.id == DisplayId.of(screen)), None)
        room = self._displays.room_screen
        if seen and here is not None:
            words = _("on this screen") if here.is_console else here.label
        elif room is not None:
            words = _("not shown yet: F11")
        else:
            words = _("no second screen")
        size = self._audience.size() if seen else QSize(1920, 1080)
        self.console.show_room(words, size, seen=seen)
        self.console.side.room.show_manner(large=self._displays.large, testing=seen and self._audience.testing)
        self.console.side.room.show_checked(next((d for d in self._displays.choices() if d.is_room), None))

    def _show(self, session: Session) -> None:
        self._audience.show_view(audience_view(session))
        self._audience.prepare(*self._views_to_come(session))

    def _views_to_come(self, session: Session) -> list[AudienceView]:
        """What one key may bring: the next page and the one before, and the pictures of the case."""
        now, views = self.running.now(), []
        places = [place for place in (session.next_place, session.previous_place) if place is not None]
        coming: list[Event] = [StepEntered(id="", at=now, step_id=session.steps[n].id, page=page) for n, page in places]
        if session.case is not None:
            scenes = [scene for scene in CaseScene if scene in PICTURES]
            behind = [None] if session.course.case_scene is not None else []
            coming += [CaseShown(id="", at=now, scene=scene) for scene in (*behind, *scenes)]
        for event in coming:
            after = apply(session, event)
            views += [] if after is None or after is session else [audience_view(after)]
        return views

    def _turn_audience(self) -> None:
        """Show the room's window where it belongs, or take it away. Where that is not clear, ask.

        On the facilitator's own screen it comes only when that was said of these very displays.
        """
        if self._audience.isVisible():
            self._displays.hide_audience()
        elif not self._displays.show_audience():
            if self._here != self._there:
                self.choose_room_screen()
                return
            self._displays.show_here()
        self._keep_keyboard()

    @property
    def _there(self) -> tuple[DisplayId, ...]:
        """The displays there are."""
        return tuple(display.id for display in self._displays.displays())

    def choose_room_screen(self) -> None:
        """Ask which screen the room looks at."""
        if self.dialog is not None:
            return
        self.dialog = RoomScreenDialog(self._displays, self.console)
        self.dialog.display_chosen.connect(self._show_on)
        self.dialog.here_chosen.connect(self._show_here)
        self.dialog.finished.connect(self._answered)
        offer_check(self.dialog, self._displays, self._audience, self.running.now)
        self.dialog.open()

    def _check_projector(self) -> None:
        self.choose_room_screen()
        if self.dialog is not None:
            self.dialog.check_button.click()

    def _answered(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
        self._keep_keyboard()

    def _show_here(self) -> None:
        self._here = self._there
        self._displays.show_here()

    def _show_on(self, display: Display) -> None:
        self._displays.choose(display.id)
        self._displays.show_audience()

    def _turn_large(self) -> None:
        """Have the room read large type, or not any more; it is remembered for the display."""
        large = not self._displays.large
        self._displays.set_large(large=large)
        self.console.say(_("The room reads large type.") if large else _("The room reads type of the usual size."))

    def _keep_keyboard(self) -> None:
        self.console.window().activateWindow()
        self.console.take_keyboard()

    # ---- time, and the end

    def _tick(self) -> None:
        now = self.running.now()
        self.console.tick(now)
        self._audience.set_now(now)
        for news in () if self._steady is None else self._steady.look():
            self.console.commands.time.tell(news)

    def _tell_closed(self) -> None:
        self.closed.emit(self.running.session)

    def _ask_copy(self) -> None:
        self.copy_requested.emit(self.running.session.id)
