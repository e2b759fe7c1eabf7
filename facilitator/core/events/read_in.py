"""A report that was made elsewhere and is read from a file: the meeting, who was there, what was agreed, and how many
recognised a frustration; nothing else.

It is what stands on the pages of that report, in records; see `report.archive` for the file it travels in.
"""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.core.agreement import Agreement
from facilitator.core.events.base import Event, Spotted
from facilitator.core.events.details import Details
from facilitator.core.people import Participant, Partner
from facilitator.core.vocabulary import Form, Frustration


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
