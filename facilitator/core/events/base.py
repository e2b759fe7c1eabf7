"""What every event is: something that happened, told by its own id and its moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened."""

    id: str
    at: datetime


class Change:
    """Marks an event that undo can take back: it changes what was written, not how the session goes."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Spotted:
    """Words in a written text that look like personal data of this kind (a value of `privacy.PersonalData`).

    They are noted in the event that writes the text: what the detector of that day saw is what counts for ever after.
    """

    kind: str
    text: str


class Decision(StrEnum):
    """What a person said of something that was spotted: it is invented, or it may be shown all the same."""

    INVENTED = "verzonnen"
    SHOWN = "toon-toch"
