"""An agreement between organisations: the harvest of a session, and its life from then on.

It belongs to its owner, to those it is made with, to those who get feedback and to those who direct or watch over it,
and to nobody else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from facilitator.core.vocabulary import (
    AgreementKind as AgreementKind,  # noqa: PLC0414  known under this name too
)
from facilitator.core.vocabulary import AgreementLevel, Channel, Coordination, Frustration, Phase
from facilitator.core.vocabulary import Status as Status  # noqa: PLC0414  known under this name too


@dataclass(frozen=True, slots=True)
class AgreementRef:
    """An agreement of any session, by the ids of both."""

    session_id: str
    agreement_id: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Why there is an agreement: ids of step, case moment and answer at which it came up, and what it is to mend.

    `subject_id` is that of another text it came from.
    """

    step_id: str | None = None
    moment_id: str | None = None
    answer_id: str | None = None
    frustration: Frustration | None = None
    subject_id: str = ""


@dataclass(frozen=True, slots=True)
class Escalation:
    """What happens when it does not work out: at this level of AVE (1-4), to whom, and after how many days."""

    level: int
    to: str
    after_days: int | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """The paragraph of a regional agreement that an agreement fills in, by ids, with its title as it was then."""

    model_id: str
    paragraph_id: str
    title: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class Standing:
    """How an agreement stood from a moment on (aware).

    `by_id` is the partner who said so, None where the facilitator wrote it down for the group; `to` names who took it
    over where it was handed over. `report_id` is that of the form or the mail it was read from.
    """

    status: Status
    at: datetime
    remark: str = ""
    by_id: str | None = None
    to: str = ""
    channel: Channel = Channel.ROOM
    report_id: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who does what, with whom, by when, who hears back. Partners and participants are named by id.

    `title` is a short name, empty where `what` is short enough itself. `owner_id` is None while nobody has taken it on.
    Either `deadline` (a day) or `rhythm` (words such as "elke 2 weken") says when; both may be missing until they are
    known. `feedback` says how and when feedback is given. `directed_by_id` is who has the `coordination`; `monitoring`
    says how often `monitored_by_id` looks whether it works. `safety_criterion` is what must at least be true.
    `continues` is the agreement of an earlier session that this one takes further. `version` goes up when it is changed
    after it was handed out; `edition` is the version of the session's documents that it stands in like this first.
    `standings` is its life, the newest last; `status`, `status_remark` and `handed_to` repeat what holds now.
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
    title: str = ""
    start: date | None = None
    level: AgreementLevel | None = None
    why: str = ""
    coordination: Coordination | None = None
    directed_by_id: str | None = None
    escalation: tuple[Escalation, ...] = ()
    monitoring: str = ""
    monitored_by_id: str | None = None
    safety_criterion: str = ""
    evaluate_on: date | None = None
    ground: Ground | None = None
    continues: AgreementRef | None = None
    version: int = 1
    edition: int = 0
    handed_to: str = ""
    standings: tuple[Standing, ...] = ()

    @property
    def name(self) -> str:
        """What it is called in a list: its title, or else what is agreed."""
        return self.title or self.what

    @property
    def parties(self) -> frozenset[str]:
        """Ids of the partners this agreement belongs to."""
        single = (self.owner_id, self.directed_by_id, self.monitored_by_id)
        named = (partner_id for partner_id in single if partner_id is not None)
        return frozenset((*named, *self.with_ids, *self.feedback_ids))

    @property
    def missing(self) -> tuple[str, ...]:
        """What is asked for gently before closing: "owner", "when"."""
        when = self.deadline is not None or bool(self.rhythm)
        return tuple(name for name, there in (("owner", self.owner_id is not None), ("when", when)) if not there)

    def concerns(self, partner_id: str) -> bool:
        """Whether this agreement belongs, among others, to that partner."""
        return partner_id in self.parties

    def is_late(self, today: date) -> bool:
        """Whether somebody still has to do something whose day has passed."""
        return self.status.open and self.deadline is not None and self.deadline < today
