"""What the start page and the list of sessions tell, asked of the store in one question."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from facilitator.core.days import add_months
from facilitator.core.vocabulary import State

if TYPE_CHECKING:
    from facilitator.storage.agreements import AgreementLine, Count
    from facilitator.storage.database import Connection
    from facilitator.storage.overview import SessionLine

AHEAD = timedelta(days=14)
"""An agreement asks for attention from so long before its deadline."""

MOST_DUE = 200
"""So many agreements that are due are told at most; all of them are on the page of agreements."""

_TO_GO_ON_WITH = (State.RUNNING, State.REOPENED, State.PLANNED)
_GONE_BY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Facts:
    """The sessions (newest day first), the agreements that are due (latest first in line), agreements per session.

    Of very many agreements that are due only the first are here; `late_besides` counts the others that are late.
    """

    now: datetime
    sessions: tuple[SessionLine, ...] = ()
    due: tuple[AgreementLine, ...] = ()
    agreements: Mapping[str, Count] = field(default_factory=dict)
    late_besides: int = 0

    @property
    def today(self) -> date:
        """The day by the clock of this laptop."""
        return self.now.astimezone().date()

    @property
    def late(self) -> int:
        """How many agreements are past their deadline."""
        return _late(self.due, self.today) + self.late_besides

    @property
    def to_go_on_with(self) -> tuple[SessionLine, ...]:
        """What was interrupted (newest first), then what is being corrected, then what is planned (nearest first)."""
        since = self.today - _GONE_BY
        lines = [line for line in self.sessions if line.state is not State.PLANNED or line.day >= since]
        lines = [line for line in lines if line.state in _TO_GO_ON_WITH]
        return tuple(sorted(lines, key=_urgency))

    def past_keeping(self, line: SessionLine) -> bool:
        """Whether a session is kept longer than was agreed."""
        return add_months(line.day, line.keep_months) < self.today


def _late(lines: Sequence[AgreementLine], today: date) -> int:
    return sum(line.deadline is not None and line.deadline < today for line in lines)


def _urgency(line: SessionLine) -> tuple[int, float]:
    planned = line.state is State.PLANNED
    return _TO_GO_ON_WITH.index(line.state), line.day.toordinal() if planned else -line.last_at.timestamp()


def question(now: datetime) -> Callable[[Connection], Facts]:
    """Give the question to ask of the store."""

    def ask(connection: Connection) -> Facts:
        from facilitator.storage import agreements, overview  # noqa: PLC0415  asked in the store's thread, off the way to the window

        today = now.astimezone().date()
        due = agreements.due(connection, today + AHEAD, MOST_DUE)
        return Facts(
            now,
            overview.sessions(connection),
            due,
            agreements.counts(connection, today),
            agreements.due_count(connection, today - timedelta(days=1)) - _late(due, today),
        )

    return ask
