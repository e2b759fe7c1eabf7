"""Counting with days."""

from __future__ import annotations

from datetime import date, timedelta


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month when it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    for number in (day.day, 30, 29):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    return date(year, month + 1, 28)


def add_working_days(day: date, count: int) -> date:
    """So many days later, Saturdays and Sundays not counted; public holidays are."""
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day
