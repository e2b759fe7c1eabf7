"""FollowUp: says how agreements stand now, in sessions that are not open."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from facilitator.core.refusal import Refusal
from facilitator.core.vocabulary import Channel, Status
from facilitator.ui.futures import deliver
from facilitator.ui.services import Services
from facilitator.ui.start.unsaved import NotSavedYetError, check_saved

if TYPE_CHECKING:
    from facilitator.core.session import Session


class Saying(NamedTuple):
    """How an agreement of a session stands now: why, to whom it was handed over, and which partner said so.

    `report_id` is that of the form or the mail that it was read from.
    """

    session_id: str
    agreement_id: str
    status: Status
    remark: str = ""
    to: str = ""
    by_id: str | None = None
    channel: Channel = Channel.DESK
    report_id: str = ""


@dataclass
class Said:
    """What became of sayings that were asked for together.

    Attributes:
        wanted: all that was asked for.
        recorded: what is recorded of it.
        held: how many of their remarks wait for a decision, because something in them looks like personal data.
        refused: why the first did not fit that did not.
    """

    wanted: tuple[Saying, ...]
    recorded: list[Saying] = field(default_factory=list)
    held: int = 0
    refused: Refusal | None = None


class FollowUp(QObject):
    """Loads each session, lets the events happen and hands them to the store.

    One session at a time: one that was loaded before another change was handed in would not know of it.

    Signals:
        done(): the store has all of it; ask it again how things are.
        told(Said): what became of the sayings that were asked for together.
        advanced(int, int): so many of so many were looked at.
        refused(Refusal): something did not fit; that did not happen.
        failed(Exception): a session could not be read.
    """

    done = Signal()
    told = Signal(object)
    advanced = Signal(int, int)
    refused = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._wanted: deque[tuple[Said, str, tuple[Saying, ...]]] = deque()

    def set_status(self, session_id: str, agreement_id: str, status: Status) -> None:
        """Record how an agreement stands."""
        self.say([Saying(session_id, agreement_id, status)])

    def say(self, sayings: Iterable[Saying]) -> None:
        """Record how agreements stand; the sayings of one session in one go."""
        said = Said(tuple(sayings))
        by_session: dict[str, list[Saying]] = {}
        for saying in said.wanted:
            by_session.setdefault(saying.session_id, []).append(saying)
        idle = not self._wanted
        self._wanted.extend((said, session_id, tuple(them)) for session_id, them in by_session.items())
        if idle:
            self._load()

    def _load(self) -> None:
        if self._wanted:
            said, session_id, sayings = self._wanted[0]
            deliver(self._services.store.load(session_id), partial(self._record, said, sayings), self._fail)

    def _go_on(self) -> None:
        said, session_id, _sayings = self._wanted.popleft()
        more = bool(self._wanted) and self._wanted[0][0] is said
        self.advanced.emit(1 + [saying.session_id for saying in said.wanted].index(session_id), len(said.wanted))
        if not more:
            self._tell(said)
        self._load()

    def _tell(self, said: Said) -> None:
        if said.refused is not None:
            self.refused.emit(said.refused)
        if said.recorded:
            self.done.emit()
        self.told.emit(said)

    def _record(self, said: Said, sayings: Sequence[Saying], session: Session | None) -> None:
        from facilitator.storage.errors import StoreError  # noqa: PLC0415  not needed for the first window

        try:
            check_saved(self._services)
            for saying in sayings:
                session = self._let_happen(said, saying, session)
        except (NotSavedYetError, StoreError) as error:  # closed, too: the program may end before this is reached
            self._fail(error)
            return
        self._go_on()

    def _let_happen(self, said: Said, saying: Saying, session: Session | None) -> Session | None:
        from facilitator.core.apply import judge  # noqa: PLC0415  the records cost more than the first window
        from facilitator.core.events import AgreementStatusSet  # noqa: PLC0415
        from facilitator.core.spotting import remark_subject, words_of_status  # noqa: PLC0415

        services = self._services
        words = words_of_status(saying.remark, saying.to)
        event = AgreementStatusSet(
            id=services.new_id(),
            at=services.now().astimezone(UTC),
            agreement_id=saying.agreement_id,
            status=saying.status,
            remark=saying.remark,
            to=saying.to,
            by_id=saying.by_id,
            channel=saying.channel,
            report_id=saying.report_id,
            findings=services.spot(words, session) if words and session is not None else (),
        )
        outcome = judge(session, event)
        if isinstance(outcome, Refusal):
            said.refused = said.refused or outcome
            return session
        services.store.append(event, outcome)
        said.recorded.append(saying)
        said.held += outcome.notebook.is_held(remark_subject(saying.agreement_id))
        return outcome

    def _fail(self, error: Exception) -> None:
        """Tell it, and let the rest go that was asked for together with what failed: it would fail as well."""
        self.failed.emit(error)
        said = self._wanted[0][0]
        while len(self._wanted) > 1 and self._wanted[1][0] is said:
            del self._wanted[1]
        self._go_on()
