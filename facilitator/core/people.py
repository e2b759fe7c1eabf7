"""Who is at the table: partners (organisations) and participants (persons)."""

from __future__ import annotations

from dataclasses import dataclass


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
