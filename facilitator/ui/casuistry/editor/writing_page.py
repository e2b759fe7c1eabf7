"""WritingPage: a page on which somebody writes. What is typed is kept by itself after a pause, and when one leaves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from facilitator.ui.casuistry.editor.keeper import Keeper, Save, Written
from facilitator.ui.widgets import PlainLabel
from facilitator.words import _

PAUSE_MS = 500
"""How long nobody types before what is written is kept and looked at."""


class WritingPage(QWidget):
    """Say with `keep_with` what is written and where it goes, and with `wait` that something changed.

    Attributes:
        keeper: has it kept.
        saved: tells when it was last kept.

    Signals:
        left(): the writer is done here.
    """

    left = Signal()
    keeper: Keeper

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.saved = PlainLabel("", "small")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._rest)

    def keep_with(self, draft: Written, save: Save) -> None:
        """Have this draft kept from now on."""
        self.keeper = Keeper(draft, save, self)

    def look(self) -> None:
        """Look at what is written, now that nobody types for a moment."""

    def wait(self) -> None:
        """Something changed: it is kept when nobody types for a moment."""
        self.saved.setText(_("not kept yet"))
        self._pause.start()

    def keep(self) -> None:
        """Keep what is written now."""
        self._pause.stop()
        self.keeper.keep()

    def leave(self) -> None:
        """Keep what is written, and be done here."""
        self.keep()
        self.left.emit()

    def holds_unkept(self, seconds: float = 0.0) -> bool:
        """Whether anything that was written is not kept after so many seconds."""
        return self.keeper.holds_unkept(seconds)

    def when_kept(self, then: Callable[[], object]) -> None:
        """Call this whenever all that was written is kept."""
        self.keeper.kept.connect(then)

    def show_saved(self, words: str) -> None:
        """Tell when it was last kept."""
        self.saved.setText(words)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  Qt's name
        """Whatever takes its place: what was typed last is kept."""
        super().hideEvent(event)
        self.keep()

    def _rest(self) -> None:
        self.keep()
        self.look()
