"""Notebook: what was written in a meeting. Undo takes it back one change at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from facilitator.core.agreement import Agreement
from facilitator.core.casus import Case
from facilitator.core.events import (
    Answer,
    AnswerGroup,
    Deal,
    Decision,
    Details,
    Dots,
    Guesses,
    Judgement,
    LookedBack,
    Note,
    ParagraphMark,
    Parked,
    Slide,
    Spotted,
    Stretch,
    TurningPoint,
    Weighed,
)
from facilitator.core.people import Participant, Partner, Pledge, Presence
from facilitator.core.refusal import Refusal
from facilitator.core.script import Step
from facilitator.core.text import fold
from facilitator.core.vocabulary import Frustration
from facilitator.core.walk import Walk

_folded = lru_cache(maxsize=1024)(fold)
"""The same few words are held against each other at every event."""


@dataclass(frozen=True, slots=True)
class Flag:
    """Something spotted in the text with this id."""

    subject_id: str
    spotted: Spotted


@dataclass(frozen=True, slots=True)
class Settled:
    """A person's decision about words that were spotted in the text with this id; kept for the record."""

    subject_id: str
    text: str
    decision: Decision
    at: datetime

    def covers(self, flag: Flag) -> bool:
        """Whether it also decides about this."""
        if self.decision is not Decision.INVENTED and self.subject_id != flag.subject_id:
            return False
        return _folded(self.text) == _folded(flag.spotted.text)


@dataclass(frozen=True, slots=True)
class Notebook:
    """What was written. Undo restores an earlier one whole.

    `partners` stand in the order in which they sit. `divided` is the minutes per step since they were changed in the
    meeting; empty while those of before it hold. `steps` is the programme since it was changed; empty while it is that
    of the script. `dropped` are the ids of steps that are passed over, `asked` the ids of questions that the meeting
    added. `case` is the case that is studied, `cases_before` are those that were put aside for it. `pauses` is the time
    that counts as a pause afterwards; `put_right` says, by the number of a visit of the course, when it really began.
    `presences` says when somebody was in the room: whoever is not in it was there the whole time, or not at all
    (`Participant.present`). `pledges` is who agreed to confidentiality, `dots_shown` holds step and moment of each page
    whose dots the room sees. `looked_back` is what was said of agreements of earlier sessions,
    `marks` which paragraphs of a regional agreement chafe or work, `walks` how instruments were walked through.
    `yeses` holds, by the ids of agreements whose words were put right after the room said yes, when that was: a yes to
    the new words stands in the place of that one. `guesses` is what was guessed of the claims on cards,
    `frustrations` how many people recognised one at the step with that id.
    """

    details: Details
    partners: tuple[Partner, ...] = ()
    participants: tuple[Participant, ...] = ()
    answers: tuple[Answer, ...] = ()
    notes: tuple[Note, ...] = ()
    parked: tuple[Parked, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    deals: tuple[Deal, ...] = ()
    turning_points: tuple[TurningPoint, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    weighings: tuple[Weighed, ...] = ()
    flags: tuple[Flag, ...] = ()
    settled: tuple[Settled, ...] = ()
    divided: tuple[int, ...] = ()
    pauses: tuple[Stretch, ...] = ()
    put_right: tuple[tuple[int, datetime], ...] = ()
    steps: tuple[Step, ...] = ()
    dropped: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    case: Case | None = None
    cases_before: tuple[Case, ...] = ()
    presences: tuple[Presence, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    slides: tuple[Slide, ...] = ()
    dots: tuple[Dots, ...] = ()
    dots_shown: tuple[tuple[str, str | None], ...] = ()
    groups: tuple[AnswerGroup, ...] = ()
    looked_back: tuple[LookedBack, ...] = ()
    marks: tuple[ParagraphMark, ...] = ()
    yeses: tuple[tuple[str, datetime], ...] = ()
    frustrations: tuple[tuple[Frustration, str, int], ...] = ()
    walks: tuple[Walk, ...] = ()
    guesses: tuple[Guesses, ...] = ()

    def open_flags(self, subject_id: str) -> tuple[Spotted, ...]:
        """What was spotted in a text and nobody decided about yet."""
        mine = (flag for flag in self.flags if flag.subject_id == subject_id)
        return tuple(flag.spotted for flag in mine if self.is_open(flag))

    def is_open(self, flag: Flag) -> bool:
        """Whether nobody decided about this yet."""
        return not any(one.covers(flag) for one in self.settled)

    def is_held(self, subject_id: str) -> bool:
        """Whether a text must not reach the room or a document yet."""
        return bool(self.flags) and bool(self.open_flags(subject_id))


Outcome = Notebook | Refusal
"""What an event makes of the notebook, or why it does not fit."""
