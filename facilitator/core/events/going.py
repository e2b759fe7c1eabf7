"""Going through a meeting, what its screen does, and taking back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.core.events.base import Event


class Screen(StrEnum):
    """What the audience window is told to do."""

    LIVE = "live"
    BLACK = "black"
    FROZEN = "frozen"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepEntered(Event):
    """A person moved to a step; `page` counts from 0 (a case step has a page per moment)."""

    step_id: str
    page: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionChosen(Event):
    """A guiding question of the present page is put to the room, or taken away again (None)."""

    question_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceBegun(Event):
    """A silence of so many minutes begins; one that is going on becomes that long, counted from its beginning."""

    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceEnded(Event):
    """A person ended the silence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenSet(Event):
    """The audience window goes black, frozen (the room keeps what it sees) or neutral, over what it was; or live."""

    screen: Screen


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenBack(Event):
    """What came over the audience window last is taken away: what was there before is there again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementReadBack(Event):
    """An agreement is shown to the room to be confirmed, or the reading back is over (None)."""

    agreement_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone(Event):
    """The newest change still standing is taken back."""

    event_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Redone(Event):
    """The change taken back last is made again."""

    event_id: str
