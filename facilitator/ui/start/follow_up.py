"""FollowUp: says how an agreement stands now, in a session that is not open."""

from __future__ import annotations

from datetime import UTC

from PySide6.QtCore import QObject, Signal

from facilitator.core.agreement import Status
from facilitator.core.apply import judge
from facilitator.core.events import AgreementStatusSet
from facilitator.core.refusal import Refusal
from facilitator.core.session import Session
from facilitator.ui.futures import deliver
from facilitator.ui.services import Services


class FollowUp(QObject):
    """Loads the session, lets the event happen and hands it to the store.

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

    def set_status(self, session_id: str, agreement_id: str, status: Status) -> None:
        """Record how an agreement stands."""

        def loaded(session: Session | None) -> None:
            self._record(session, agreement_id, status)

        deliver(self._services.store.load(session_id), loaded, self.failed.emit)

    def _record(self, session: Session | None, agreement_id: str, status: Status) -> None:
        services = self._services
        event = AgreementStatusSet(
            id=services.new_id(), at=services.now().astimezone(UTC), agreement_id=agreement_id, status=status
        )
        outcome = judge(session, event)
        if isinstance(outcome, Refusal):
            self.refused.emit(outcome)
            return
        services.store.append(event, outcome)
        self.done.emit()
