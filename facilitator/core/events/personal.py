"""Decisions about what looks like personal data."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.core.events.base import Change, Decision, Event


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingSettled(Event, Change):
    """A person decided about something that was spotted in the text with this id.

    What is invented is invented wherever it stands; what is shown all the same is shown in this text alone.
    """

    subject_id: str
    text: str
    decision: Decision
