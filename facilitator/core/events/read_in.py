"""A report that was made elsewhere and is read from a file: the meeting, who was there, what was agreed, and what of
knowledge was used; nothing else.

It is what stands on the pages of that report, in records; see `report.archive` for the file it travels in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from facilitator.core.agreement import Agreement
from facilitator.core.card import Verdict
from facilitator.core.events.base import Event, Spotted
from facilitator.core.events.details import Details
from facilitator.core.people import Participant, Partner
from facilitator.core.vocabulary import Form, Frustration, WalkEnd


@dataclass(frozen=True, slots=True)
class ArchivedStep:
    """A step of the programme as it was planned; 0 minutes where the report does not tell how long."""

    title: str
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class ArchivedFrustration:
    """How many recognised a frustration at a step, by its title; 0 people where the report says only: a few."""

    frustration: Frustration
    step: str
    people: int


@dataclass(frozen=True, slots=True)
class ArchivedLine:
    """A question that a walk came by, and what was said to it; `answer` is empty where there was nothing to choose.

    `reason`, `owner`, `next_step` and `by` are as in a walk. One that was not `answered` is where it was left.
    """

    question: str
    answer: str = ""
    answered: bool = True
    reason: str = ""
    owner: str = ""
    next_step: str = ""
    by: date | None = None


@dataclass(frozen=True, slots=True)
class ArchivedWalk:
    """A walk through an instrument, with what it came by alone. `text` and `to_do` of its outcome are Markdown."""

    title: str
    lines: tuple[ArchivedLine, ...]
    end: WalkEnd
    outcome: str = ""
    text: str = ""
    to_do: tuple[str, ...] = ()
    plans: bool = False


@dataclass(frozen=True, slots=True)
class ArchivedCard:
    """A knowledge card that stood before the room and is no fact check: its sentence, and who says so."""

    title: str
    summary: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArchivedClaim:
    """A fact check: what the sources make of the claim, and how many hands went up for `true`, `partly` and `false`.

    It was `revealed` where the room heard the answer. `may_say` and `strength` are Markdown.
    """

    claim: str
    verdict: Verdict
    says: str = ""
    may_say: str = ""
    strength: str = ""
    sources: tuple[str, ...] = ()
    true: int = 0
    partly: int = 0
    false: int = 0
    revealed: bool = False


@dataclass(frozen=True, slots=True)
class ArchivedReport:
    """A report. `version` counts from 1 with every closing; ids are those of the session it was made of."""

    session_id: str
    title: str
    form: Form
    details: Details
    version: int = 1
    steps: tuple[ArchivedStep, ...] = ()
    partners: tuple[Partner, ...] = ()
    participants: tuple[Participant, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    frustrations: tuple[ArchivedFrustration, ...] = ()
    walks: tuple[ArchivedWalk, ...] = ()
    cards: tuple[ArchivedCard, ...] = ()
    claims: tuple[ArchivedClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadFrom:
    """The file that a report was read from: its name, and the SHA-256 of all of it (hexadecimal)."""

    name: str
    digest: str


@dataclass(frozen=True, slots=True)
class FoundIn:
    """What looks like personal data in one of the texts of a report; `subject_id` says which, as for any text."""

    subject_id: str
    spotted: Spotted


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRead(Event):
    """A newer report of a session that was read from a file takes the place of the one before."""

    report: ArchivedReport
    source: ReadFrom
    found: tuple[FoundIn, ...] = ()
