"""Opening: from a folder to an open store. Whatever stands in between is said on the doorstep."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from facilitator.storage import keys
from facilitator.storage.errors import Damaged, KeyMissing, KeyStoreUnavailable, StoreError, WrongKey
from facilitator.storage.key_store import KeyStore
from facilitator.storage.keys import NewKeys, Unlocked
from facilitator.storage.thread import Listener
from facilitator.storage.writer import Store
from facilitator.ui.futures import deliver, in_background

# ruff: noqa: PLC0415
# The pages of the doorstep are seldom seen: they are imported when one is shown.

if TYPE_CHECKING:
    from facilitator.storage.recovery_key import RecoveryKey
    from facilitator.ui.threshold.doorstep import Doorstep
    from facilitator.ui.threshold.key_page import KeyPage
    from facilitator.ui.threshold.recovery_page import RecoveryPage
    from facilitator.ui.threshold.trouble_page import TroublePage


class Opening(QObject):
    """Opens the store of a home, makes its keys at the first start, and asks what has to be asked.

    Attributes:
        store: the store, while it is opening or open.
        window: the doorstep; shown only when there is something to say.

    Signals:
        opened(Unlocked): the store is open, and the recovery key is on paper.
        asked(): a page on the doorstep waits for an answer.
    """

    opened = Signal(object)
    asked = Signal()

    def __init__(
        self,
        home: Path,
        key_store: KeyStore,
        listener: Listener,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.store: Store | None = None
        self.window = QMainWindow()
        self._home = home
        self._key_store = key_store
        self._listener = listener
        self._now = now
        self._new_keys: NewKeys | None = None

    def open(self) -> None:
        """Begin to open the store, unless it is being opened."""
        if self.store is not None:
            return
        self.store = Store(self._home, self._unlock, self._listener, now=self._now)
        deliver(self.store.opened, self._take, self._refused)

    def close(self) -> None:
        """Write what waits and close the store."""
        if self.store is not None:
            store, self.store = self.store, None
            store.close()

    def _unlock(self) -> Unlocked:
        """Fetch the key, in the store's thread; at the very first start, make it."""
        if keys.first_start(self._home):
            self._new_keys = keys.create(self._home, self._key_store)
        return keys.unlock(self._home, self._key_store)

    # ---- the recovery key

    def _take(self, unlocked: Unlocked) -> None:
        made, self._new_keys = self._new_keys, None
        if unlocked.recovery_noted:
            self.opened.emit(unlocked)
        elif made is not None:
            self._show_recovery(unlocked, made.recovery)
        else:
            renewed = in_background(partial(keys.renew_recovery, self._home, unlocked))
            deliver(renewed, partial(self._show_recovery, unlocked), partial(self._go_on_without, unlocked))

    def _show_recovery(self, unlocked: Unlocked, recovery: RecoveryKey) -> None:
        from facilitator.ui.threshold.recovery_page import RecoveryPage

        page = RecoveryPage(str(recovery))
        page.print_requested.connect(lambda: _print(page, recovery))
        page.noted.connect(lambda: self._noted(page, unlocked))
        self._ask(page)

    def _noted(self, page: RecoveryPage, unlocked: Unlocked) -> None:
        page.setEnabled(False)
        noted = in_background(partial(keys.recovery_noted, self._home))
        deliver(noted, lambda _none: self.opened.emit(unlocked), partial(self._go_on_without, unlocked))

    def _go_on_without(self, unlocked: Unlocked, error: Exception) -> None:
        """A recovery key that the disk does not take now keeps no meeting waiting: the next start shows one again."""
        if not isinstance(error, StoreError):
            raise error
        self.opened.emit(unlocked)
        self._listener.trouble(error)

    # ---- trouble

    def _refused(self, error: Exception) -> None:
        self.close()
        if not isinstance(error, StoreError):
            self._tell_trouble(StoreError())
            raise error
        if isinstance(error, KeyMissing | KeyStoreUnavailable | WrongKey):
            self._ask_recovery_key(error)
        else:
            self._tell_trouble(error)

    def _tell_trouble(self, error: StoreError) -> None:
        from facilitator.ui.threshold.trouble_page import TroublePage

        copy = error.backup.name if isinstance(error, Damaged) and error.backup is not None else ""
        page = TroublePage(error.text(), backup=copy)
        page.again.connect(self.open)
        page.leave.connect(self.window.close)
        page.restore.connect(lambda: self._restore(page))
        self._ask(page)

    def _ask_recovery_key(self, error: StoreError) -> None:
        from facilitator.ui.threshold.key_page import KeyPage

        page = KeyPage(error.text())
        page.leave.connect(self.window.close)
        page.typed.connect(lambda typed: self._recover(page, typed))
        self._ask(page)

    def _recover(self, page: KeyPage, typed: str) -> None:
        """Beside the windows: the system's key store may ask the user something first."""
        recovered = in_background(partial(keys.recover, self._home, typed, self._key_store))
        deliver(recovered, lambda _unlocked: self.open(), partial(self._not_recovered, page))

    def _not_recovered(self, page: KeyPage, error: Exception) -> None:
        page.refuse(error.text() if isinstance(error, StoreError) else StoreError().text())
        if not isinstance(error, StoreError):
            raise error

    def _restore(self, page: TroublePage) -> None:
        """Beside the windows: every page of the store and its backups is read."""
        page.setEnabled(False)
        deliver(in_background(self._put_back), lambda _restored: self.open(), self._refused)

    def _put_back(self) -> None:
        from facilitator.storage import backup

        unlocked = keys.unlock(self._home, self._key_store)
        backup.restore(self._home, unlocked.key, self._now())

    def _ask(self, page: Doorstep) -> None:
        self.window.setWindowTitle("Facilitator")
        self.window.resize(1180, 760)
        self.window.setCentralWidget(page)
        self.window.show()
        page.enter()
        self.asked.emit()


def _print(page: RecoveryPage, recovery: RecoveryKey) -> None:
    from facilitator.ui.threshold.recovery_paper import NotOnPaperError, put_on_paper

    try:
        put_on_paper(str(recovery), page)
    except NotOnPaperError as error:
        page.tell(error.text())
    else:
        page.tell("")
