"""The training plan in words."""

from __future__ import annotations

from datetime import date

from facilitator.core.training import Aim
from facilitator.ui.dates import due, long_day, weekday_and_day
from facilitator.words import _, ngettext


def who(aim: Aim) -> str:
    """Who it is about: the function, then the names there are."""
    names = ", ".join(aim.names)
    return f"{aim.who} ({names})" if aim.who and names else aim.who or names


def by(aim: Aim, today: date) -> str:
    """By when, and how late it is: `1 december 2026, 3 dagen te laat`."""
    if aim.by is None:
        return aim.by_words or _("no day yet")
    if not aim.is_late(today):
        return long_day(aim.by)
    return _("{day}, {late}").format(day=long_day(aim.by), late=due(aim.by, today))


def read_words(day: date | None, words: str, today: date) -> str:
    """What was made of the day that was typed."""
    if day is not None and day < today:
        return _("{day}. That day is over: it counts as late.").format(day=weekday_and_day(day))
    if day is not None:
        return weekday_and_day(day)
    if words:
        return _("That is no day. It stays there as words, and is never late.")
    return _("For example: 1 March, or in 6 weeks. It may stay empty.")


def names_words(names: tuple[str, ...]) -> str:
    """Which names were read."""
    if not names:
        return _("People who work here, never clients. May stay empty. You can paste an address line of a mail.")
    told = ", ".join(names[:12]) + (" …" if len(names) > 12 else "")
    return ngettext("{count} name: {names}", "{count} names: {names}", len(names)).format(count=len(names), names=told)
