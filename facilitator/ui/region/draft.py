"""OwnDraft: the agreements of a municipality while somebody works on them, with everything that can be taken back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from facilitator.core.own_agreement import OwnAgreement

MOST_STEPS = 300
"""How many steps can be taken back. Records share what did not change."""


class OwnDraft(QObject):
    """What holds now.

    Attributes:
        tree: the agreements as they are now; replaced at every change.

    Signals:
        changed(): something is different.
        turned(): it was made different otherwise than by typing: fields are shown anew.
    """

    changed = Signal()
    turned = Signal()

    def __init__(self, own: OwnAgreement, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tree = own
        self._past: list[OwnAgreement] = []
        self._future: list[OwnAgreement] = []
        self._last = ""

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._past)

    def put(self, own: OwnAgreement, typed_in: str = "") -> None:
        """Make it so. Typing on in the same field (by a name of it) is one step back."""
        if own == self.tree:
            return
        if not typed_in or typed_in != self._last:
            self._past = [*self._past[1 - MOST_STEPS :], self.tree]
        self._last, self._future, self.tree = typed_in, [], own
        self.changed.emit()
        if not typed_in:
            self.turned.emit()

    def settle(self, own: OwnAgreement) -> None:
        """Make it so for good: there is a version of it now, and what came before is not taken back."""
        self._past, self._future = [], []
        self._turn(own)

    def undo(self) -> None:
        """Take the newest step back."""
        if self._past:
            self._future.append(self.tree)
            self._turn(self._past.pop())

    def redo(self) -> None:
        """Make again what was taken back."""
        if self._future:
            self._past.append(self.tree)
            self._turn(self._future.pop())

    def _turn(self, own: OwnAgreement) -> None:
        self._last, self.tree = "", own
        self.changed.emit()
        self.turned.emit()
