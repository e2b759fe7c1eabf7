"""Gate: nothing of the user's own, or from a pack, goes on while something in it is still to be decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.content.personal import Found, Search
from facilitator.core.events import Decision
from facilitator.storage.library.history import Settled
from facilitator.storage.library.records import Item, ItemKey, Origin
from facilitator.storage.library.store import LibraryStore
from facilitator.ui.casuistry.contents import FILES
from facilitator.ui.casuistry.editor.source import UnreadableError, tree_of
from facilitator.ui.casuistry.privacy.check_dialog import CheckDialog, Checked
from facilitator.ui.casuistry.privacy.decided_dialog import DecidedDialog
from facilitator.ui.casuistry.privacy.findings import OPEN
from facilitator.ui.casuistry.privacy.watch import Watch
from facilitator.ui.futures import deliver


class Gate(QObject):
    """Looks at items beside the windows. What comes with the program is ours, and goes on at once.

    Attributes:
        dialog: the check that is on the screen, if one is.
        decided: what was decided before, when that was asked for.

    Signals:
        write_wanted(ItemKey, Path): go to this text, to write something else there.
        failed(Exception): it could not look, so nothing goes on.
    """

    write_wanted = Signal(object, object)
    failed = Signal(object)

    def __init__(self, shelf: LibraryStore, search: Search, window: QWidget) -> None:
        super().__init__(window)
        self._shelf = shelf
        self._search = search
        self._window = window
        self.dialog: CheckDialog | None = None
        self.decided: DecidedDialog | None = None

    def pass_on(self, items: Sequence[Item], words: str, then: Callable[[], object]) -> None:
        """Call `then` when there is nothing to decide in these items, or nothing any more.

        `words` say what is done then, on the button that does it.
        """
        looked_at = [item for item in items if item.origin is not Origin.SHIPPED]
        if looked_at:
            _Look(self, looked_at, words, then).begin()
        else:
            then()

    def show_decided(self, item: Item, now: datetime) -> None:
        """Show what was decided about an item before, and let it be taken back."""
        dialog = DecidedDialog(item.title, now, self._window.window())
        dialog.reopened.connect(lambda settled: self._reopen(dialog, item.key, settled))
        dialog.finished.connect(dialog.deleteLater)
        self._list(dialog, item.key)
        self.decided = dialog
        dialog.open()

    def _reopen(self, dialog: DecidedDialog, key: ItemKey, settled: Settled) -> None:
        reopened = self._shelf.settle(key, settled.fragment, settled.finding, OPEN)
        deliver(reopened, lambda _done: self._list(dialog, key), self.failed.emit)

    def _list(self, dialog: DecidedDialog, key: ItemKey) -> None:
        deliver(self._shelf.settled(key), dialog.show_settled, self.failed.emit)

    def watch(self, key: ItemKey) -> Watch:
        """Give what looks at one item."""
        made = Watch(key, self._shelf, self._search, self)
        made.failed.connect(self.failed)
        return made

    def show(self, dialog: CheckDialog) -> None:
        """Put a check on the screen."""
        self.dialog = dialog
        dialog.write_wanted.connect(self.write_wanted)
        dialog.setParent(self._window.window(), dialog.windowFlags())
        dialog.open()


class _Look(QObject):
    """One look at some items: from asking to going on, or to leaving it for later."""

    def __init__(self, gate: Gate, items: Sequence[Item], words: str, then: Callable[[], object]) -> None:
        super().__init__(gate)
        self._gate = gate
        self._items = tuple(items)
        self._words = words
        self._then = then
        self._dialog: CheckDialog | None = None
        self._found: dict[ItemKey, tuple[Found, ...]] = {}
        self._watches = {item.key: gate.watch(item.key) for item in self._items}

    def begin(self) -> None:
        """Look at them all."""
        try:
            trees = {item.key: tree_of(FILES[item.key.kind], item.text) for item in self._items}
        except UnreadableError as error:
            self._gate.failed.emit(error)
            self._end()
            return
        for key, tree in trees.items():
            self._watches[key].seen.connect(partial(self._take, key))
            self._watches[key].failed.connect(self._fail)
            self._watches[key].look(tree)

    def _take(self, key: ItemKey, found: tuple[Found, ...]) -> None:
        self._found[key] = found
        if len(self._found) < len(self._items):
            return
        if self._dialog is not None:
            self._dialog.show_checked(self._checked)
        elif any(self._found.values()):
            self._ask()
        else:
            self._end()
            self._then()

    @property
    def _checked(self) -> list[Checked]:
        return [Checked(item.key, item.title, item.origin is Origin.OWN, self._found[item.key]) for item in self._items]

    def _ask(self) -> None:
        dialog = self._dialog = CheckDialog(self._words)
        dialog.decided.connect(self._decide)
        dialog.accepted.connect(self._then)
        dialog.finished.connect(lambda _result: self._end())
        dialog.finished.connect(dialog.deleteLater)
        dialog.show_checked(self._checked)
        self._gate.show(dialog)

    def _decide(self, key: ItemKey, found: Found, decision: Decision) -> None:
        self._watches[key].settle(found, decision)

    def _fail(self) -> None:
        """It was told already. A check that is on the screen stays there: what was decided may be tried again."""
        if self._dialog is None:
            self._end()

    def _end(self) -> None:
        for watch in self._watches.values():
            watch.deleteLater()
        self.deleteLater()
