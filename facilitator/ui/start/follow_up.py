"""FollowUp: says how an agreement stands now, in a session that is not open."""

from __future__ import annotations

from collections import deque
from datetime import UTC
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.core.refusal import Refusal
from facilitator.core.vocabulary import Status
from facilitator.ui.futures import deliver
from facilitator.ui.services import Services
from facilitator.ui.start.unsaved import NotSavedYetError, check_saved

if TYPE_CHECKING:
    from facilitator.core.session import Session


class FollowUp(QObject):
    """Loads the session, lets the event happen and hands it to the store.

    One at a time: a session that was loaded before another change was handed in would not know of it.

    Signals:
        done(): the store has it; ask it again how things are.
        refused(Refusal): it did not fit; nothing happened.
        failed(Exception): the session could not be read.
    """

    done = Signal()
    refused = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._wanted: deque[tuple[str, str, Status]] = deque()

    def set_status(self, session_id: str, agreement_id: str, status: Status) -> None:
        """Record how an agreement stands."""
        self._wanted.append((session_id, agreement_id, status))
        if len(self._wanted) == 1:
            self._load()

    def _load(self) -> None:
        if self._wanted:
            session_id, agreement_id, status = self._wanted[0]
            deliver(self._services.store.load(session_id), partial(self._record, agreement_id, status), self._fail)

    def _go_on(self) -> None:
        self._wanted.popleft()
        self._load()

    def _record(self, agreement_id: str, status: Status, session: Session | None) -> None:
        from facilitator.core.apply import judge  # noqa: PLC0415  the records cost more than the first window
        from facilitator.core.events import AgreementStatusSet  # noqa: PLC0415

        services = self._services
        try:
            check_saved(services)
        except NotSavedYetError as error:
            self._fail(error)
            return
        event = AgreementStatusSet(
            id=services.new_id(), at=services.now().astimezone(UTC), agreement_id=agreement_id, status=status
        )
        outcome = judge(session, event)
        if isinstance(outcome, Refusal):
            self.refused.emit(outcome)
        else:
            services.store.append(event, outcome)
            self.done.emit()
        self._go_on()

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
        self._go_on()
