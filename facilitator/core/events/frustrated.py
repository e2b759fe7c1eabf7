"""How many at the table recognise a frustration in working together."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.core.events.base import Change, Event
from facilitator.core.vocabulary import Frustration


@dataclass(frozen=True, slots=True, kw_only=True)
class FrustrationCounted(Event, Change):
    """So many recognised it at this step; it takes the place of what was counted there before. Nobody is named."""

    frustration: Frustration
    people: int
    step_id: str
