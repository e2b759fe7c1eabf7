"""When and where a meeting is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class Details:
    """When and where. `available_minutes` is the whole meeting; `contact` is whom participants may ask afterwards.

    `start` is local wall-clock time; `time_zone` names the zone it is told in. `keep_months` is how long the session
    is kept before the program proposes to erase it.
    """

    place: str
    day: date
    start: time
    available_minutes: int
    municipality: str = ""
    next_meeting: date | None = None
    contact: str = ""
    keep_months: int = 12
    time_zone: str = "Europe/Amsterdam"
