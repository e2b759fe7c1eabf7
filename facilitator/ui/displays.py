"""Displays: which screen is the room's, which is the facilitator's, and what happens when one goes away.

It fails closed. A display that is unplugged takes the audience window with it; the window never comes on the
facilitator's screen by itself, and a display that comes back shows a neutral slide until the facilitator confirms.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from facilitator.ui.audience.window import AudienceWindow
from facilitator.ui.display_memory import DisplayId, DisplayMemory
from facilitator.words import _


@dataclass(frozen=True, slots=True)
class Display:
    """A display as the facilitator can choose it. Measures in logical pixels; `pixels` are the device's own.

    `checked` is when somebody saw that all is well on it.
    """

    id: DisplayId
    geometry: QRect
    pixels: tuple[int, int]
    is_console: bool
    is_room: bool
    checked: datetime | None = None

    @property
    def label(self) -> str:
        """What to call it: maker and model, or its socket, and its size."""
        made = " ".join(part for part in (self.id.manufacturer, self.id.model) if part) or self.id.name
        return _("{name} · {width} × {height}").format(name=made, width=self.pixels[0], height=self.pixels[1])


class Displays(QObject):
    """The displays there are, and the audience window on one of them.

    `memory` is what was remembered of an earlier time; `remember` is told when that changes.

    Signals:
        changed(): displays came, went or moved, or the window of the console or the room is on another one.
        lost(): the room's display went away; the audience window is hidden already. Record that the screen is
            neutral, so that it comes back that way.
        returned(): the room's display is back, and the audience window is on it.
        private_allowed_changed(bool): see `private_allowed`.
    """

    changed = Signal()
    lost = Signal()
    returned = Signal()
    private_allowed_changed = Signal(bool)

    def __init__(
        self,
        app: QGuiApplication,
        audience: AudienceWindow,
        memory: DisplayMemory | None = None,
        remember: Callable[[DisplayMemory], None] | None = None,
    ) -> None:
        super().__init__(audience)
        self._app = app
        self._audience = audience
        self._console: QWidget | None = None
        self._memory = memory or DisplayMemory()
        self._room = self._memory.room
        self._remember = remember
        self._waiting = False
        self._unseen = False
        self._told = self.private_allowed
        app.screenRemoved.connect(self._removed)
        app.screenAdded.connect(self._added)
        app.primaryScreenChanged.connect(self._tell)
        for screen in app.screens():
            screen.geometryChanged.connect(self._moved)
        audience.shown_changed.connect(self._tell)

    # ---- what there is

    def displays(self) -> tuple[Display, ...]:
        """All displays, the console's first."""
        console, room = self.console_screen, self.room_screen
        found = [
            self._display(screen, is_console=screen is console, is_room=screen is room)
            for screen in self._app.screens()
        ]
        return tuple(sorted(found, key=lambda display: not display.is_console))

    def _display(self, screen: QScreen, *, is_console: bool, is_room: bool) -> Display:
        size, ratio, known = screen.size(), screen.devicePixelRatio(), DisplayId.of(screen)
        pixels = (round(size.width() * ratio), round(size.height() * ratio))
        checked = self._memory.of(known).checked_at(pixels)
        return Display(known, screen.geometry(), pixels, is_console, is_room, checked)

    @property
    def console_screen(self) -> QScreen | None:
        """The screen that the facilitator looks at: that of the console, or the first there is.

        Where the window stands tells, and not what Qt has noted: a laptop's screen that was away for a moment has its
        windows back before Qt knows. Only Wayland does not say where a window stands.
        """
        if self._console is None:
            return self._app.primaryScreen()
        noted, place = self._console.screen(), self._console.frameGeometry()
        if not self._app.platformName().startswith("wayland"):
            held = {screen: _area(screen.geometry().intersected(place)) for screen in self._app.screens()}
            most = max(held.values(), default=0)
            if most and held.get(noted, 0) < most:
                return next(screen for screen, area in held.items() if area == most)
        return noted if noted in self._app.screens() else self._app.primaryScreen()

    @property
    def room_screen(self) -> QScreen | None:
        """The room's screen: the one that was chosen, else the only other one; None when there is no such screen."""
        console = self.console_screen
        others = [screen for screen in self._app.screens() if screen is not console and not self._mirrors(screen)]
        chosen = [screen for screen in others if self._room is not None and self._room.same(DisplayId.of(screen))]
        if chosen:
            # Two devices that tell the same of themselves: the socket decides.
            return next((s for s in chosen if self._room is not None and s.name() == self._room.name), chosen[0])
        return others[0] if len(others) == 1 and not self._waiting else None

    def choices(self) -> tuple[Display, ...]:
        """The displays that can be the room's: not the console's own, and none that shows the same."""
        mirrors = {screen.name() for screen in self._app.screens() if self._mirrors(screen)}
        return tuple(d for d in self.displays() if not d.is_console and d.id.name not in mirrors)

    @property
    def mirrored(self) -> bool:
        """Whether another display shows the same as the console's."""
        return any(screen is not self.console_screen and self._mirrors(screen) for screen in self._app.screens())

    @property
    def private_allowed(self) -> bool:
        """Whether private things may be open: the room has a screen of its own, or is said not to see this one.

        A console that stands on the room's display is what the room looks at, whether its own window is there or not.
        """
        console = self.console_screen
        own = self.room_screen is not None and not self.mirrored
        shared = self._audience.isVisible() and self._audience.screen() is console
        moved = self._room is not None and console is not None and self._room.same(DisplayId.of(console))
        return self._unseen or (own and not shared and not moved)

    # ---- what can be done

    def set_console(self, console: QWidget) -> None:
        """Tell which window is the facilitator's."""
        self._console = console.window()
        self._console.winId()  # a window that was never shown has no handle to listen to before this
        self._console.windowHandle().screenChanged.connect(self._console_moved)
        self._tell()

    def say_unseen(self, *, unseen: bool = True) -> None:
        """The facilitator says that the room does not see this screen, until the displays change."""
        self._unseen = unseen
        self._tell()

    def choose(self, display: DisplayId) -> bool:
        """Make a display the room's and remember it. Gives whether it is there and not the console's own."""
        self._room = display
        self._waiting = False
        self._keep(replace(self._memory, room=display))
        shown = self.show_audience() if self._audience.isVisible() else self.room_screen is not None
        self._tell()
        return shown

    def show_audience(self) -> bool:
        """Show the audience window on the room's screen. Gives False when there is none; nothing is shown then."""
        self._waiting = False
        screen = self.room_screen
        if screen is None:
            return False
        self._room = DisplayId.of(screen)
        self.fill(screen)
        return True

    def show_here(self) -> None:
        """Show the audience as an ordinary window on the facilitator's own screen, on purpose."""
        screen = self.console_screen
        if screen is not None:
            self._audience.set_large(self._is_large(screen))
            self._audience.show_as_window(screen)

    def hide_audience(self) -> None:
        """Take the audience window away, and do not bring it back by itself."""
        self._waiting = False
        self._audience.hide_now()

    def fill(self, screen: QScreen) -> None:
        """Show the audience window on this screen, whole, in the type that was chosen for it."""
        self._audience.set_large(self._is_large(screen))
        self._audience.show_on(screen)

    def screen_of(self, display: DisplayId) -> QScreen | None:
        """The screen of a display that can be the room's; None when it is not there."""
        if display not in {choice.id for choice in self.choices()}:
            return None
        return next((screen for screen in self._app.screens() if DisplayId.of(screen) == display), None)

    # ---- what is remembered of a display

    @property
    def large(self) -> bool:
        """Whether the room reads large type: as was last said of the display that it looks at, or will look at."""
        screen = self._at_hand
        return screen is not None and self._is_large(screen)

    def set_large(self, *, large: bool) -> None:
        """Have large type on the display that the room looks at, or will look at, from now on; or not any more."""
        screen = self._at_hand
        if screen is not None:
            self._keep(self._memory.knowing(replace(self._memory.of(DisplayId.of(screen)), large=large)))
            self._tell()

    @property
    def _at_hand(self) -> QScreen | None:
        if self._audience.isVisible() and self._audience.screen() in self._app.screens():
            return self._audience.screen()
        return self.room_screen or self.console_screen

    def _is_large(self, screen: QScreen) -> bool:
        return self._memory.of(DisplayId.of(screen)).large

    def say_checked(self, display: Display, at: datetime) -> None:
        """Remember that somebody saw at this time (aware) that all is well on a display."""
        known = replace(self._memory.of(display.id), checked=at, pixels=display.pixels)
        self._keep(self._memory.knowing(known))
        self._tell()

    def _keep(self, memory: DisplayMemory) -> None:
        if memory != self._memory:
            self._memory = memory
            if self._remember is not None:
                self._remember(memory)

    # ---- what happens

    def _removed(self, screen: QScreen) -> None:
        """A display went. Hide first, think later: Qt moves orphaned windows to the first screen that is left."""
        held = self._audience.isVisible() and self._holds_audience(screen)
        if held or self._audience_cannot_stay():
            self._waiting = held and not self._audience.testing  # a test picture is not awaited
            self._audience.hide_now()
        self._unseen = False
        if held:
            self.lost.emit()
        self._tell()

    def _holds_audience(self, screen: QScreen) -> bool:
        """Whether the audience window was on a screen that is no longer there."""
        return self._audience.screen() is screen or self._audience.screen() not in self._app.screens()

    def _audience_cannot_stay(self) -> bool:
        """Whether the console's screen went, so that the console may land where the audience is."""
        console = self._console
        return self._audience.isVisible() and console is not None and console.screen() not in self._app.screens()

    def _added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._moved)
        self._unseen = False
        # The screen gets its place in the turn after this one.
        QTimer.singleShot(0, self, self._welcome_back)
        self._tell()

    def _welcome_back(self) -> None:
        screen = self.room_screen
        if self._waiting and screen is not None and self._room is not None and self._room.same(DisplayId.of(screen)):
            self._waiting = False
            self.returned.emit()
            self.fill(screen)
        self._tell()

    def _moved(self) -> None:
        """A screen got another size or place: a full audience window follows its own screen, once Qt has settled."""
        QTimer.singleShot(0, self, self._follow)

    def _follow(self) -> None:
        room = self.room_screen
        if self._audience.isVisible() and self._audience.isFullScreen() and room is self._audience.screen():
            self._audience.setGeometry(room.geometry())
        elif self._audience.isVisible() and self.mirrored:
            self._audience.hide_now()
        if self.mirrored:
            self._unseen = False  # it was said of displays that did not show the same
        self._tell()

    def _console_moved(self) -> None:
        self._unseen = False  # it was said of another screen
        self._tell()

    def _make_way(self) -> None:
        """Whatever happened: a full audience window and the console are never on one screen, nor on two that mirror."""
        audience, screen = self._audience, self._audience.screen()
        apart = screen in self._app.screens() and screen is not self.console_screen and not self._mirrors(screen)
        if audience.isVisible() and audience.isFullScreen() and not apart:
            audience.hide_now()

    def _mirrors(self, screen: QScreen) -> bool:
        console = self.console_screen
        return console is not None and console is not screen and console.geometry().intersects(screen.geometry())

    def _tell(self) -> None:
        self._make_way()
        allowed = self.private_allowed
        if allowed != self._told:
            self._told = allowed
            self.private_allowed_changed.emit(allowed)
        self._audience.set_large(self.large)
        self.changed.emit()


def _area(rect: QRect) -> int:
    return rect.width() * rect.height() if rect.isValid() else 0
