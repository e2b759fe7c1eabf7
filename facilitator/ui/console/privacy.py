"""Privacy: whether private things may be open on this screen, which the room may be looking at."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance


class RoomDisplays(Protocol):
    """What the console asks of the displays: whether the room may see this screen."""

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

    Signals:
        changed(bool): whether it is open now.
    """

    changed = Signal(bool)

    def __init__(self, displays: RoomDisplays, parent: QObject) -> None:
        super().__init__(parent)
        self._displays = displays
        self._folded = False
        displays.private_allowed_changed.connect(lambda _allowed: self.changed.emit(self.open))

    @property
    def open(self) -> bool:
        """Whether private things are in sight."""
        return self._displays.private_allowed and not self._folded

    def toggle(self) -> None:
        """Fold at once; or unfold, which says that the room does not see this screen."""
        self._folded = self.open
        if not self._folded and not self._displays.private_allowed:
            self._displays.say_unseen()
        self.changed.emit(self.open)
