"""Asking: opens the dialog that asks organisations how their agreements stand, from wherever that is wanted."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.core import reporting
from facilitator.core.events import LookBackItem
from facilitator.core.reporting import Elsewhere
from facilitator.core.session import Session
from facilitator.ui.after.exporting import usual_folder
from facilitator.ui.futures import deliver
from facilitator.ui.services import Services
from facilitator.ui.widgets import Dialog

if TYPE_CHECKING:
    from facilitator.storage.database import Connection


class Asking(QObject):
    """For one session that is over, or for all that a coming session looks back on.

    Attributes:
        dialog: the dialog that was opened last.

    Signals:
        read_requested(): read what came back.
        typing_requested(Session, str): type over what this organisation wrote on paper.
        closed(): the dialog went away.
        failed(Exception): the store did not answer.
    """

    read_requested = Signal()
    typing_requested = Signal(object, str)
    closed = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self.dialog: Dialog | None = None

    def ask(self, session: Session, folder: Path | None = None) -> None:
        """Ask the organisations of one session."""
        self._open([session], folder or usual_folder(self._services, session))

    def ask_before(self, items: Sequence[LookBackItem]) -> None:
        """Ask those who have something to tell of what a coming session looks back on."""
        ids = deque(dict.fromkeys(item.ref.session_id for item in items))
        who = {one.partner_id for one in reporting.awaited_of(items)}
        if ids:
            self._load(ids, [], who)

    def _load(self, ids: deque[str], loaded: list[Session], who: Collection[str]) -> None:
        if ids:
            deliver(self._services.store.load(ids.popleft()), partial(self._take, ids, loaded, who), self.failed.emit)
        elif loaded:
            folder = usual_folder(self._services, loaded[0]) if len(loaded) == 1 else self._services.documents_folder
            self._open(loaded, folder, who)

    def _take(self, ids: deque[str], loaded: list[Session], who: Collection[str], session: Session | None) -> None:
        self._load(ids, loaded if session is None else [*loaded, session], who)

    def _open(self, sessions: Sequence[Session], folder: Path, who: Collection[str] | None = None) -> None:
        def elsewhere(connection: Connection) -> dict[str, Elsewhere]:
            from facilitator.storage import agreements  # noqa: PLC0415  asked in the store's thread

            return {session.id: agreements.elsewhere(connection, session.id) for session in sessions}

        deliver(self._services.store.ask(elsewhere), partial(self._open_with, sessions, folder, who), self.failed.emit)

    def _open_with(
        self,
        sessions: Sequence[Session],
        folder: Path,
        who: Collection[str] | None,
        elsewhere: dict[str, Elsewhere],
    ) -> None:
        from facilitator.ui.returned.ask_dialog import AskDialog  # noqa: PLC0415  seldom needed

        dialog = self.dialog = AskDialog(self._services, sessions, folder, self._window, who, elsewhere)
        dialog.read_requested.connect(self.read_requested)
        dialog.typing_requested.connect(self.typing_requested)
        dialog.failed.connect(self.failed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self.closed)
        dialog.open()
