"""Keeper: has what is written kept, and knows what is not kept yet."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.ui.futures import deliver

AGAIN_MS = 5_000
"""How long before what was not kept is tried again."""

Save = Callable[[Any], "Future[None]"]


class Written(Protocol):
    """What somebody is writing; `tree` is the very same as long as nothing in it changed."""

    @property
    def tree(self) -> Any:  # noqa: ANN401  a draft knows what it holds
        """What is written now."""


class Keeper(QObject):
    """Hands on what is written, and tries again until it is kept.

    Signals:
        kept(): all that is written is kept.
        refused(Exception): it was not kept now.
    """

    kept = Signal()
    refused = Signal(object)

    def __init__(self, draft: Written, save: Save, parent: QObject) -> None:
        super().__init__(parent)
        self._draft = draft
        self._save = save
        self._handed: Any = draft.tree
        self._saving: Future[None] | None = None
        self._let_go = False
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self.keep)

    def keep(self) -> None:
        """Hand on what is written now, unless that was done."""
        tree = self._draft.tree
        if tree is not self._handed and not self._let_go:
            self._again.stop()
            self._handed = tree
            self._saving = self._save(tree)
            deliver(self._saving, self._done, self._not_done)

    def let_go(self) -> None:
        """Keep nothing any more: what was written is thrown away on purpose."""
        self._again.stop()
        self._let_go = True

    def go_on(self) -> None:
        """Keep again: it could not be thrown away."""
        self._let_go = False
        self.keep()

    def holds_unkept(self, seconds: float = 0.0) -> bool:
        """Hand on what is written, and tell whether anything of it is not kept after so many seconds."""
        self.keep()
        if self._saving is None:
            return False
        wait([self._saving], seconds)
        return not self._saving.done() or self._saving.exception() is not None

    def _done(self, _none: None) -> None:
        if not self.holds_unkept():  # of what was written since, the next one tells
            self.kept.emit()

    def _not_done(self, error: Exception) -> None:
        self._handed = None
        self._again.start()
        self.refused.emit(error)
