"""What the library keeps of an item beside its text: its versions, and what was decided about it."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from facilitator.storage.library.records import Indexed


class Version(NamedTuple):
    """A version that was kept, to be read and put back. `note` says what changed, in the writer's words."""

    number: int
    at: datetime
    note: str


class Replacement(NamedTuple):
    """A text that takes the place of what the user wrote. `note` is that of the version that is kept of it."""

    indexed: Indexed
    text: str
    note: str


class Settled(NamedTuple):
    """What somebody decided about personal data that were found in an item."""

    fragment: str
    finding: str
    decision: str
    at: datetime
