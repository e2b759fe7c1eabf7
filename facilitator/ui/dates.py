"""Days and times in words, as they stand on the screen: `17 december 2019`, `14.00 uur`, `14:42`, `3 dagen te laat`."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo

from PySide6.QtCore import QDate, QLocale

from facilitator.words import _, ngettext

DUTCH = QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands)

_WEEKS_FROM, _MONTHS_FROM = 14, 63  # days


def long_day(day: date) -> str:
    """`17 december 2019`."""
    return DUTCH.toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def weekday_and_day(day: date) -> str:
    """`dinsdag 17 december 2019`."""
    return DUTCH.toString(QDate(day.year, day.month, day.day), "dddd d MMMM yyyy")


def in_sentence(at: time) -> str:
    """`14.00 uur`."""
    return _("{time} o'clock").format(time=f"{at:%H.%M}")


def clock(at: datetime, zone: tzinfo | None = None) -> str:
    """`14:42`, in the zone given or else that of the laptop."""
    return f"{at.astimezone(zone):%H:%M}"


def near_day(at: datetime, now: datetime, zone: tzinfo | None = None) -> str:
    """`vandaag 14:42`, `gisteren 14:42`, else day and clock."""
    there, here = at.astimezone(zone), now.astimezone(zone)
    days = (here.date() - there.date()).days
    if days == 0:
        return _("today {clock}").format(clock=f"{there:%H:%M}")
    if days == 1:
        return _("yesterday {clock}").format(clock=f"{there:%H:%M}")
    return _("{day}, {clock}").format(day=long_day(there.date()), clock=f"{there:%H:%M}")


def due(deadline: date, today: date) -> str:
    """How far off a deadline is: `3 dagen te laat`, `vandaag`, `over 5 dagen`, `over 2 weken`."""
    days = (deadline - today).days
    if days < 0:
        return ngettext("{count} day late", "{count} days late", -days).format(count=-days)
    if days == 0:
        return _("today")
    if days == 1:
        return _("tomorrow")
    if days < _WEEKS_FROM:
        return ngettext("in {count} day", "in {count} days", days).format(count=days)
    if days < _MONTHS_FROM:
        return ngettext("in {count} week", "in {count} weeks", days // 7).format(count=days // 7)
    return ngettext("in {count} month", "in {count} months", days // 30).format(count=days // 30)


def later(at: time, minutes: int) -> time:
    """So many minutes later on the clock of the wall."""
    return (datetime.combine(date.min, at) + timedelta(minutes=minutes)).time()
