"""Course: how a meeting goes: where it is, since when, and what stands before the room. Undo leaves it alone.

What events do to it stands in `going`, `casework`, `walking` and their neighbours.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import takewhile
from typing import TYPE_CHECKING

from facilitator.core.agreement import AgreementRef
from facilitator.core.events import CaseScene, LookBackItem, Screen
from facilitator.core.infographic import Panel
from facilitator.core.shown_card import ShownCard
from facilitator.core.vocabulary import Channel, State

if TYPE_CHECKING:
    from facilitator.core.session import Session


@dataclass(frozen=True, slots=True)
class Visit:
    """From `at` on, by the key that was pressed, the meeting was at this step and page, and told this moment of a case.

    It stood still there from then on when it is `paused`.
    """

    step_id: str
    page: int
    at: datetime
    moment_id: str | None = None
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """A partner (by id) or a role had the floor at a step, and a case moment where there was one."""

    step_id: str
    moment_id: str | None
    whose: str


@dataclass(frozen=True, slots=True)
class Silence:
    """It is to be quiet for so many minutes since a moment; `ended` once a person ended it."""

    since: datetime
    minutes: int
    ended: bool = False


@dataclass(frozen=True, slots=True)
class HandedOut:
    """Documents of this version went to these participants and partners (by id) at a moment (aware)."""

    version: int
    at: datetime
    channel: Channel
    participant_ids: tuple[str, ...] = ()
    partner_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stood:
    """An agreement as it stood in the documents of a closing, without its words: those may have been taken out since.

    `parties` are the ids of the partners it belonged to.
    """

    agreement_id: str
    version: int
    owner_id: str | None
    deadline: date | None
    parties: frozenset[str]
    evaluate_on: date | None = None


@dataclass(frozen=True, slots=True)
class OpenWalk:
    """Of this walk a question stands before the room (by id; empty: its end), with its notes or without."""

    walk_id: str
    question_id: str = ""
    notes: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """How the meeting goes.

    Steps go by their id, for their order may change; `step_id` is empty while it has not begun. `covers` is what lies
    over the room's screen, the newest last and each at most once; `held` is the session as the room still sees it
    where it is frozen. `case_scene` and `case_item` are what of the case stands before the room instead of its moment;
    `presenter` is who only listens, `turns` who had the floor and `turn` who has it now.
    `confidentiality` is the text about it that stands before the room while it is read aloud.
    `silence` is the newest of the present visit. `look_back` is what was agreed in earlier sessions, `look_back_ref`
    which of it stands before the room; `handed_out` is who got documents, `editions` what was agreed at each closing
    and `next_meetings` when the group was to meet again then. `card` is the knowledge card before the room and
    `cards_shown` every one that was; `guesses_shown` and `revealed` are those of whose claim the room sees that much.
    `walk` is what of an instrument stands before the room, `panel` which panel of the infographic.
    """

    state: State = State.PLANNED
    step_id: str = ""
    page: int = 0
    question_id: str | None = None
    read_back: str | None = None
    slide_id: str | None = None
    visits: tuple[Visit, ...] = ()
    closed_at: tuple[datetime, ...] = ()
    covers: tuple[Screen, ...] = ()
    held: Session | None = None
    case_scene: CaseScene | None = None
    case_item: str = ""
    presenter: str | None = None
    turn: str | None = None
    turns: tuple[Turn, ...] = ()
    confidentiality: str = ""
    silence: Silence | None = None
    look_back: tuple[LookBackItem, ...] = ()
    look_back_ref: AgreementRef | None = None
    handed_out: tuple[HandedOut, ...] = ()
    editions: tuple[tuple[Stood, ...], ...] = ()
    next_meetings: tuple[date | None, ...] = ()
    walk: OpenWalk | None = None
    panel: Panel | None = None
    card: ShownCard | None = None
    cards_shown: tuple[ShownCard, ...] = ()
    guesses_shown: tuple[str, ...] = ()
    revealed: tuple[str, ...] = ()

    @property
    def screen(self) -> Screen:
        """What the room's screen does: it is what lies over all else, or live."""
        return self.covers[-1] if self.covers else Screen.LIVE

    @property
    def shows_alone(self) -> bool:
        """Whether something stands before the room that needs no step: a slide, a card, or a panel."""
        return self.slide_id is not None or self.card is not None or self.panel is not None

    @property
    def bare(self) -> Course:
        """The same, with nothing before the room in place of the page: what is to stand there alone is put on this."""
        return replace(self.bare_but_case, case_scene=None, case_item="")

    @property
    def bare_but_case(self) -> Course:
        """The same, with nothing before the room but the page, or what of the case stands in its place."""
        return replace(
            self,
            read_back=None,
            confidentiality="",
            look_back_ref=None,
            slide_id=None,
            walk=None,
            panel=None,
            card=None,
        )

    @property
    def paused_since(self) -> datetime | None:
        """Since when the meeting stands still; None when it goes on, or is not running."""
        still = takewhile(lambda visit: visit.paused, reversed(self.visits if self.state is State.RUNNING else ()))
        return min((visit.at for visit in still), default=None)
