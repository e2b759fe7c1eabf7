"""The session itself, its programme and its clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from facilitator.core.casus import Case
from facilitator.core.events.base import Change, Event, Spotted
from facilitator.core.events.details import Details
from facilitator.core.events.read_in import ArchivedReport, FoundIn, ReadFrom
from facilitator.core.people import Participant, Partner
from facilitator.core.script import Question, Script, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPlanned(Event):
    """The first event: the whole script (and case) as it was that day, the people invited, and the minutes per step.

    A session that was held elsewhere is known here by its `report` alone, which was `read_from` a file; `found` is
    what was spotted in the texts of that report.
    """

    session_id: str
    script: Script
    details: Details
    minutes: tuple[int, ...]
    case: Case | None = None
    partners: tuple[Partner, ...] = ()
    participants: tuple[Participant, ...] = ()
    rehearsal: bool = False
    report: ArchivedReport | None = None
    read_from: ReadFrom | None = None
    found: tuple[FoundIn, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionStarted(Event):
    """The meeting begins, at its first step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionClosed(Event):
    """The meeting is over and its documents may be handed out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionReopened(Event):
    """A closed session is opened to correct it; what is handed out next replaces what was."""

    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailsChanged(Event, Change):
    """Date, place or times were put right. The minutes per step stay as they were planned."""

    details: Details


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChanged(Event):
    """The minutes per step were planned anew, before the meeting began."""

    minutes: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeDivided(Event, Change):
    """The minutes per step were divided anew while the meeting runs."""

    minutes: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeChanged(Event, Change):
    """Steps were put in another order, dropped, or taken up again, while the meeting runs.

    `order` names every step of the programme once, `minutes` is theirs in that order (0 for one that is dropped).
    """

    order: tuple[str, ...]
    minutes: tuple[int, ...]
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StepWritten(Event, Change):
    """A step that the script does not have comes before another (None: at the end), or its words were put right."""

    step: Step
    before: str | None = None
    findings: tuple[Spotted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionWritten(Event, Change):
    """A guiding question that the script does not have is to be asked at a step, or at a moment of the case."""

    step_id: str
    question: Question
    moment_id: str | None = None
    findings: tuple[Spotted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSwitched(Event, Change):
    """Another case, whole as it was that day, is studied from here on."""

    case: Case


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one moment to another (aware)."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPaused(Event):
    """The meeting stands still, where it is: no step takes time until it goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingContinued(Event):
    """A meeting that stood still goes on, at the same step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseCounted(Event, Change):
    """Time that is over counts as a pause, as when the laptop slept while the group waited."""

    stretch: Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class StartCorrected(Event, Change):
    """A step, or with it the meeting, began at another moment than the key was pressed.

    `visit` is the place (from 0) of that entry among all entries of the meeting, `began` when it was (aware).
    """

    visit: int
    began: datetime
