"""An agreement between organisations: the harvest of a session.

It belongs to its owner, to those it is made with and to those who get feedback, and to nobody else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from facilitator.core.casus import Phase
from facilitator.core.vocabulary import Status as Status  # noqa: PLC0414  known under this name too


class AgreementKind(StrEnum):
    """What sort of thing is agreed."""

    WORKING = "werkafspraak"
    HANDOVER = "overdracht"
    FEEDBACK = "terugkoppeling"
    SHARING = "informatie-uitwisseling"
    ESCALATION = "opschaling"
    LEARNING = "leren"
    PREVENTION = "preventie"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where in the session an agreement came up: ids of step, case moment and answer."""

    step_id: str | None = None
    moment_id: str | None = None
    answer_id: str | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who does what, with whom, by when, who hears back. Partners and participants are named by id.

    `owner_id` is None while nobody has taken it on. Either `deadline` (a day) or `rhythm` (words such as "elke
    2 weken") says when; both may be missing until they are known. `feedback` says how and when feedback is given.
    """

    id: str
    what: str
    owner_id: str | None = None
    owner_participant_id: str | None = None
    with_ids: tuple[str, ...] = ()
    feedback_ids: tuple[str, ...] = ()
    feedback: str = ""
    deadline: date | None = None
    rhythm: str = ""
    phase: Phase | None = None
    kind: AgreementKind | None = None
    details: str = ""
    origin: Origin = Origin()
    confirmed: bool = False
    status: Status = Status.CONCEPT
    status_remark: str = ""

    @property
    def parties(self) -> frozenset[str]:
        """Ids of the partners this agreement belongs to."""
        owner = () if self.owner_id is None else (self.owner_id,)
        return frozenset((*owner, *self.with_ids, *self.feedback_ids))

    @property
    def missing(self) -> tuple[str, ...]:
        """What is asked for gently before closing: "owner", "when"."""
        when = self.deadline is not None or bool(self.rhythm)
        return tuple(name for name, there in (("owner", self.owner_id is not None), ("when", when)) if not there)

    def concerns(self, partner_id: str) -> bool:
        """Whether this agreement belongs, among others, to that partner."""
        return partner_id in self.parties
