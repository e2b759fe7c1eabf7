"""A walk through an instrument in a meeting: begun, answered, stopped, taken away, and shown to the room."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.core.events.base import Change, Event, Spotted
from facilitator.core.walk import Answered, Walk


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkBegun(Event, Change):
    """A walk was begun; its instrument comes along whole, so that a changed card changes nothing here."""

    walk: Walk


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkAnswered(Event, Change):
    """Something was said to a question; it takes the place of what was said to it before.

    `typed_on` is the id of the change that this one goes on with, as one who types on after a pause does: where that
    is the newest change, undo takes both back as one.
    """

    walk_id: str
    said: Answered
    findings: tuple[Spotted, ...] = ()
    typed_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkStopped(Event, Change):
    """The walk was left on purpose at the question that was asked."""

    walk_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkRemoved(Event, Change):
    """A walk was taken away with all that was said in it."""

    walk_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkShown(Event):
    """A question of a walk stands before the room, or its end (no id); None takes it away.

    `notes` also shows what was written with it.
    """

    walk_id: str | None
    question_id: str = ""
    notes: bool = False
