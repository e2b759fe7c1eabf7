"""Privacy: whether private things may be open on this screen, which the room may be looking at."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent

_ELSEWHERE = frozenset({QEvent.Type.WindowDeactivate, QEvent.Type.ApplicationDeactivate})


class RoomDisplays(Protocol):
    """What the console asks of the displays: whether the room may see this screen."""

    @property
    def mirrored(self) -> bool:
        """Whether the room is known to see this very screen."""

    @property
    def private_allowed(self) -> bool:
        """Whether private things may be open."""

    @property
    def private_allowed_changed(self) -> SignalInstance:
        """Told when that changes."""

    def say_unseen(self, *, unseen: bool = True) -> None:
        """The facilitator says that the room does not see this screen."""


class Privacy(QObject):
    """Open only while the displays allow it and the facilitator did not fold it.

    Where the room is known to see this screen, it is open as long as the key is held and no longer.

    Signals:
        changed(bool): whether it is open now.
    """

    changed = Signal(bool)

    def __init__(self, displays: RoomDisplays, parent: QObject) -> None:
        super().__init__(parent)
        self._displays = displays
        self._folded = False
        self._held = False
        displays.private_allowed_changed.connect(self._tell)  # a method goes with it: displays outlive the console

    def _tell(self, _allowed: bool) -> None:
        self.changed.emit(self.open)

    @property
    def open(self) -> bool:
        """Whether private things are in sight."""
        return self._held or (self._displays.private_allowed and not self._folded)

    @property
    def room_sees(self) -> bool:
        """Whether the room is known to see this very screen."""
        return self._displays.mirrored and not self._displays.private_allowed

    def press(self) -> None:
        """The key goes down: fold, or unfold; only as long as it is held where the room sees this screen."""
        if self.room_sees:
            self._hold()
        elif self.open:
            self._folded = True
            self.changed.emit(self.open)
        else:
            self.unfold()

    def _hold(self) -> None:
        app = QCoreApplication.instance()
        if app is not None and not self._held:
            app.installEventFilter(self)  # whoever gets the key when it goes up, be it a menu
            self._held = True
            self.changed.emit(self.open)

    def release(self) -> None:
        """The key goes up, or the keyboard goes elsewhere."""
        app = QCoreApplication.instance()
        if app is not None and self._held:
            app.removeEventFilter(self)
            self._held = False
            self.changed.emit(self.open)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Let go as soon as any key goes up, or a window of the program loses the keyboard."""
        went_up = event.type() == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent) and not event.isAutoRepeat()
        if went_up or event.type() in _ELSEWHERE:
            self.release()
        return super().eventFilter(watched, event)

    def unfold(self) -> None:
        """Unfold, and say that the room does not see this screen."""
        self._folded = False
        if not self._displays.private_allowed:
            self._displays.say_unseen()
        self.changed.emit(self.open)
