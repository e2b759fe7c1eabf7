"""Calendar files, held to RFC 5545 by hand and read back by the library."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.report.formats.calendar import Day, calendar_file, cancelling_file, uid
from facilitator.report.text import clean

STAMP = datetime(2026, 11, 17, 15, 2, 3, 987, tzinfo=UTC)
DAY = Day(uid("s", "g", "deadline"), 3, date(2026, 12, 31), "Afspraak: bellen", "Eén\nTwee; drie, vier", 7)
NAME = re.compile(rb"[A-Z0-9-]+(?:;[A-Z0-9-]+=(?:\"[^\"\x00-\x08\x0a-\x1f\x7f]*\"|[^\";:,\x00-\x1f\x7f]*))*:")


def events(data: bytes) -> list[Any]:
    """The events as the library reads them; its types are a union of all there is."""
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def keeps_the_rules(data: bytes) -> None:
    """RFC 5545: 3.1 lines, folding, no controls; 3.4 one object; 3.6 what must be there; 3.6.1 and 3.6.6."""
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    lines = data.replace(b"\r\n ", b"").split(b"\r\n")[:-1]
    assert all(NAME.match(line) and not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line) for line in lines)
    data.decode("utf-8")
    names = [line.split(b":")[0].split(b";")[0] for line in lines]
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert names.count(b"VERSION") == names.count(b"PRODID") == 1
    for needed in (b"UID", b"DTSTAMP", b"DTSTART"):
        assert names.count(needed) == lines.count(b"BEGIN:VEVENT") >= 1
    assert names.count(b"TRIGGER") == names.count(b"ACTION") == lines.count(b"BEGIN:VALARM")


def test_a_day_is_a_whole_day_that_takes_no_time_and_that_nobody_else_sees() -> None:
    data = calendar_file([DAY], "Het Gesprek", STAMP)
    keeps_the_rules(data)
    (event,) = events(data)
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 12, 31), date(2027, 1, 1))
    assert b"DTSTART;VALUE=DATE:20261231\r\n" in data
    assert b"DTSTAMP:20261117T150203Z\r\n" in data
    assert (event["UID"], event["SEQUENCE"]) == (DAY.uid, 3)
    assert (event["SUMMARY"], event["DESCRIPTION"]) == (DAY.summary, DAY.details)
    assert (event["TRANSP"], event["CLASS"], event["STATUS"]) == ("TRANSPARENT", "PRIVATE", "CONFIRMED")


def test_an_owner_is_reminded_a_week_before() -> None:
    (event,) = events(calendar_file([DAY], "x", STAMP))
    (alarm,) = event.walk("VALARM")
    assert (alarm["ACTION"], alarm["TRIGGER"].dt) == ("DISPLAY", timedelta(days=-7))
    assert "bellen" in alarm["DESCRIPTION"]


def test_what_is_cancelled_says_so_and_reminds_nobody() -> None:
    gone = Day(DAY.uid, 100, DAY.day, "Vervallen", remind=7, cancelled=True)
    (event,) = events(calendar_file([gone], "x", STAMP))
    assert event["STATUS"] == "CANCELLED"
    assert not event.walk("VALARM")
    data = cancelling_file([gone], STAMP)
    keeps_the_rules(data)
    assert icalendar.Calendar.from_ical(data)["METHOD"] == "CANCEL"
    (event,) = events(data)
    assert (event["UID"], event["SEQUENCE"], event["STATUS"]) == (DAY.uid, 100, "CANCELLED")
    assert str(event["ORGANIZER"]).startswith("mailto:")


def test_the_same_days_give_the_same_bytes_and_ids_do_not_run_together() -> None:
    assert calendar_file([DAY], "x", STAMP) == calendar_file([DAY], "x", STAMP)
    assert uid("a", "b") == uid("a", "b") != uid("ab", "")
    assert uid("a", "b") != uid("b", "a")


HOSTILE = st.text(st.characters() | st.sampled_from('\r\n\0\x0b\x85\u2028:;,\\"=é🎉'), max_size=150)


@settings(max_examples=80, deadline=None)
@given(HOSTILE, HOSTILE, HOSTILE)
def test_no_text_becomes_a_line_of_its_own(name: str, summary: str, details: str) -> None:
    hostile = "\r\nEND:VEVENT\nBEGIN:VEVENT\rATTACH:file:///etc/passwd\n"
    day = Day("u", 0, date(2026, 1, 1), summary + hostile, "x" + details + hostile, 7)
    data = calendar_file([day], name + hostile, STAMP)
    keeps_the_rules(data)
    (event,) = events(data)
    assert event["SUMMARY"] == " ".join(clean(day.summary).split())
    assert event["DESCRIPTION"] == clean(day.details)
    assert "ATTACH" not in event
