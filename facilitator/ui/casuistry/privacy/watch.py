"""Watch: looks at one item for personal data, while it is written or before it is shown, and keeps what is decided."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from facilitator.content.library import FileKind
from facilitator.content.personal import Found, Search
from facilitator.core.events import Decision
from facilitator.storage.library.history import Settled
from facilitator.storage.library.records import ItemKey
from facilitator.storage.library.store import LibraryStore
from facilitator.ui.casuistry.contents import FILES
from facilitator.ui.casuistry.editor.tree import Plain
from facilitator.ui.casuistry.privacy.findings import found_in
from facilitator.ui.futures import deliver, in_background


class Watch(QObject):
    """Looks beside the windows; of several looks only the newest counts.

    Attributes:
        key: the item.

    Signals:
        seen(tuple[Found, ...]): this is still to be decided in the tree that was looked at last.
        failed(Exception): it could not look.
    """

    seen = Signal(object)
    failed = Signal(object)

    def __init__(self, key: ItemKey, shelf: LibraryStore, search: Search, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._shelf = shelf
        self._search = search
        self._kind: FileKind[Any] = FILES[key.kind]
        self._tree: Plain | None = None
        self._turn = 0

    def look(self, tree: Plain) -> None:
        """Look at a tree, against what is decided by now."""
        self._tree = tree
        self._turn += 1
        deliver(self._shelf.settled(self.key), partial(self._look, tree, self._turn), self.failed.emit)

    def settle(self, found: Found, decision: Decision) -> None:
        """Keep a decision about these words, with the time, and look again."""
        kept = self._shelf.settle(self.key, found.finding.text, found.finding.kind.value, decision.value)
        deliver(kept, lambda _kept: self._again(), self.failed.emit)

    def _again(self) -> None:
        if self._tree is not None:
            self.look(self._tree)

    def _look(self, tree: Plain, turn: int, settled: tuple[Settled, ...]) -> None:
        found = in_background(partial(found_in, self._kind.declare(), tree, self._search, settled))
        deliver(found, partial(self._tell, turn), self.failed.emit)

    def _tell(self, turn: int, found: tuple[Found, ...]) -> None:
        if turn == self._turn:
            self.seen.emit(found)
