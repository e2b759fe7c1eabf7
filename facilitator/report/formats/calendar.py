"""Days as a calendar file (RFC 5545) that every calendar understands: the same days always give the same bytes."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from icalendar import Alarm, Calendar, Component, Event

from facilitator.report.text import clean
from facilitator.words import _

_PRODUCT: Final = "-//Facilitator//Facilitator//NL"
_NAMESPACE: Final = uuid.UUID("2f6a1c36-0d6e-4b2b-9a55-6b1f2f7f0c1d")
_ORGANISER: Final = "mailto:geen-antwoord@facilitator.invalid"
"""Who cancels: a calendar wants an address, and this one can never be anybody's (RFC 2606)."""


@dataclass(frozen=True, slots=True)
class Day:
    """A whole day in a calendar, as it is on the wall where the meeting was.

    Attributes: uid (the same for as long as it is the same thing), sequence (goes up with every change), summary (one
    line), details (more lines), remind (days before it at which the calendar speaks up; None: not), cancelled.
    """

    uid: str
    sequence: int
    day: date
    summary: str
    details: str = ""
    remind: int | None = None
    cancelled: bool = False


def uid(*parts: str) -> str:
    """Give an id made of the ids of what it stands for: unguessable without them, and the same each time."""
    return str(uuid.uuid5(_NAMESPACE, "\0".join(parts)))


def calendar_file(days: Iterable[Day], name: str, stamp: datetime) -> bytes:
    """Give a file of these days; those that are cancelled say so. `stamp` is when they were last put right (aware)."""
    calendar = _calendar()
    calendar.add("x-wr-calname", _line(name))
    for day in days:
        calendar.add_component(_event(day, stamp))
    return bytes(calendar.to_ical())


def cancelling_file(days: Iterable[Day], stamp: datetime) -> bytes:
    """Give a file that takes these days out of a calendar that knows how to (RFC 5546)."""
    calendar = _calendar()
    calendar.add("method", "CANCEL")
    for day in days:
        event = _event(day, stamp)
        event.add("organizer", _ORGANISER)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _calendar() -> Calendar:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", _PRODUCT)
    calendar.add("calscale", "GREGORIAN")
    return calendar


def _event(day: Day, stamp: datetime) -> Event:
    """A day that takes no time and that nobody else sees: a calendar at work is often open to colleagues."""
    event = Event()
    at = stamp.astimezone(UTC).replace(microsecond=0)
    event.add("uid", day.uid)
    event.add("dtstamp", at)
    event.add("last-modified", at)
    event.add("sequence", day.sequence)
    event.add("dtstart", day.day)
    event.add("dtend", day.day + timedelta(days=1))
    event.add("summary", _line(day.summary))
    if day.details:
        event.add("description", clean(day.details))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if day.cancelled else "CONFIRMED")
    if day.remind is not None and not day.cancelled:
        event.add_component(_alarm(day, day.remind))
    return event


def _alarm(day: Day, days: int) -> Component:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _line(_("In {count} days: {what}").format(count=days, what=day.summary)))
    alarm.add("trigger", timedelta(days=-days))
    return alarm


def _line(text: str) -> str:
    return " ".join(clean(text).split())
