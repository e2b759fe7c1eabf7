from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from facilitator.ui import dates

TODAY = date(2026, 11, 17)


def test_a_day_in_words() -> None:
    assert dates.long_day(date(2019, 12, 17)) == "17 december 2019"
    assert dates.weekday_and_day(date(2019, 12, 17)) == "dinsdag 17 december 2019"


def test_a_time_in_a_sentence() -> None:
    assert dates.in_sentence(time(14, 0)).startswith("14.00 ")


def test_a_clock_shows_wall_time() -> None:
    assert dates.clock(datetime(2026, 7, 1, 12, 42, tzinfo=UTC), ZoneInfo("Europe/Amsterdam")) == "14:42"


@pytest.mark.parametrize(("days", "words"), [(0, "today 14:42"), (1, "yesterday 14:42")])
def test_a_near_moment(days: int, words: str) -> None:
    now = datetime(2026, 11, 17, 15, 0, tzinfo=UTC)
    assert dates.near_day(now - timedelta(days=days, minutes=18), now, UTC) == words


def test_a_moment_longer_ago_has_its_date() -> None:
    now = datetime(2026, 11, 17, 15, 0, tzinfo=UTC)
    assert dates.near_day(now - timedelta(days=30), now, UTC) == "18 oktober 2026, 15:00"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-3, "3 days late"),
        (-1, "1 day late"),
        (0, "today"),
        (1, "tomorrow"),
        (5, "in 5 days"),
        (13, "in 13 days"),
        (14, "in 2 weeks"),
        (62, "in 8 weeks"),
        (90, "in 3 months"),
    ],
)
def test_how_far_off_a_deadline_is(days: int, words: str) -> None:
    assert dates.due(TODAY + timedelta(days=days), TODAY) == words
