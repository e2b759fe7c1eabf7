"""Who is at the table: partners (organisations) and participants (persons)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation. It keeps its id over sessions, so that agreements with it can be followed."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Participant:
    """A professional at the table; `role` and `email` may be empty. `walk_in` says they were not invited beforehand."""

    id: str
    name: str
    partner_id: str
    role: str = ""
    email: str = ""
    present: bool = True
    walk_in: bool = False


@dataclass(frozen=True, slots=True)
class Stay:
    """From when until when somebody was in the room; None: from the start of the meeting, or until its end."""

    came: datetime | None = None
    left: datetime | None = None


@dataclass(frozen=True, slots=True)
class Presence:
    """All the times that a participant was in the room, one after the other."""

    participant_id: str
    stays: tuple[Stay, ...]


@dataclass(frozen=True, slots=True)
class Pledge:
    """A participant agreed at this moment to keep to a text about confidentiality, which is kept as it was read."""

    participant_id: str
    text: str
    at: datetime
