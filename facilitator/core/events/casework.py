"""A case that is lived through."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.core.events.base import Change, Event, Spotted
from facilitator.core.vocabulary import Phase
from facilitator.core.weighing import Verdict


class CaseScene(StrEnum):
    """What of a case stands before the room instead of the text of its moment."""

    GENOGRAM = "genogram"
    NETWORK = "network"
    TIMELINE = "timeline"
    TURNING_POINT = "turning-point"
    DECISION = "decision"
    WEIGHING = "weighing"


PICTURES = frozenset({CaseScene.GENOGRAM, CaseScene.NETWORK, CaseScene.TIMELINE})
"""The scenes that draw what is known of a case."""


@dataclass(frozen=True, slots=True)
class Deal:
    """The roles of the case that a participant holds: one, several in a small group, or shared with others."""

    participant_id: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A point in a moment where, the group says, it could have gone another way."""

    id: str
    moment_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """Where the group would put a moment now: its phase, its step of the meldcode (1-5), and why. None: as told."""

    moment_id: str
    phase: Phase | None = None
    meldcode_step: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the group says to a weighing question (1-5) at a moment, and why; no verdict yet while there are reasons."""

    moment_id: str
    question: int
    verdict: Verdict | None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RolesDealt(Event, Change):
    """The roles of the case were dealt; whoever is not named holds none."""

    deals: tuple[Deal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TurningPointMarked(Event, Change):
    """The group marked a turning point, or put the words of one right; found by its id."""

    point: TurningPoint
    findings: tuple[Spotted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TurningPointRemoved(Event, Change):
    """A turning point was marked by mistake. What was said to be needed there stays, as an answer of its moment."""

    point_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentJudged(Event, Change):
    """The group moved a moment to another phase or step of the meldcode; a second judgement replaces the first."""

    judgement: Judgement
    findings: tuple[Spotted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionWeighed(Event, Change):
    """The group weighed a question; weighing it again replaces what it said before."""

    weighed: Weighed
    findings: tuple[Spotted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseShown(Event):
    """Something of the case is put before the room, or taken away (None).

    `item` is the id of a turning point, or the number of a weighing question.
    """

    scene: CaseScene | None
    item: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenterChosen(Event):
    """Who brought in what the group talks about, and only listens: a partner's id, a role of the case, or nobody."""

    whose: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnGiven(Event):
    """The floor went to a partner (by id) or a role of the case; None when nobody in particular has it."""

    whose: str | None
