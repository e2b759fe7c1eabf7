"""Days and times as Dutch paper writes them: 17 december 2019, 14.00 uur, 14:42."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Final

from babel.dates import format_date, format_time

from facilitator.words import _

_LOCALE: Final = "nl"


def in_words(day: date) -> str:
    """Give "17 december 2019"."""
    return format_date(day, "d MMMM yyyy", locale=_LOCALE)


def in_year(day: date, around: date) -> str:
    """Give "17 december" when that lies in the year of `around`, otherwise with its year."""
    return format_date(day, "d MMMM" if day.year == around.year else "d MMMM yyyy", locale=_LOCALE)


def with_weekday(day: date) -> str:
    """Give "dinsdag 17 december 2019"."""
    return format_date(day, "EEEE d MMMM yyyy", locale=_LOCALE)


def in_sentence(moment: time | datetime) -> str:
    """Give "14.00 uur"."""
    return format_time(moment, "H.mm 'uur'", tzinfo=moment.tzinfo, locale=_LOCALE)


def span(start: datetime, end: datetime) -> str:
    """Give "14.00 tot 16.00 uur"."""
    begin = format_time(start, "H.mm", tzinfo=start.tzinfo, locale=_LOCALE)
    return _("{start} to {end}").format(start=begin, end=in_sentence(end))


def clock(moment: time | datetime) -> str:
    """Give "14:42"."""
    return format_time(moment, "HH:mm", tzinfo=moment.tzinfo, locale=_LOCALE)
