from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from facilitator.report import dates

DAY = date(2019, 12, 17)


def test_days_in_words() -> None:
    assert dates.in_words(DAY) == "17 december 2019"
    assert dates.with_weekday(DAY) == "dinsdag 17 december 2019"
    assert dates.in_year(DAY, date(2019, 1, 1)) == "17 december"
    assert dates.in_year(DAY, date(2020, 1, 1)) == "17 december 2019"


def test_times() -> None:
    start = datetime(2026, 11, 17, 13, 5, tzinfo=UTC).astimezone(ZoneInfo("Europe/Amsterdam"))
    assert dates.clock(start) == "14:05"
    assert dates.clock(time(9, 5)) == "09:05"
    assert dates.in_sentence(time(9, 5)) == "9.05 uur"
    assert dates.span(start, start.replace(hour=16)) == "14.05 to 16.05 uur"
