"""Days and rhythms as people say them in Dutch: "vóór 1 dec", "over 2 weken", "elke maand"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta

from facilitator.core.days import add_months, add_working_days

_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTH_WORDS = {
    **{short: number for number, short in enumerate(_MONTHS, 1)},
    "januari": 1,
    "februari": 2,
    "maart": 3,
    "april": 4,
    "juni": 6,
    "juli": 7,
    "augustus": 8,
    "sept": 9,
    "september": 9,
    "oktober": 10,
    "november": 11,
    "december": 12,
}
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_COUNTED = ("één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
_NUMBERS = {"een": 1, **{word: number for number, word in enumerate(_COUNTED, 1)}}


@dataclass(frozen=True, slots=True)
class When:
    """A day or a rhythm found in a line, with the place of its words: `line[start:end]`."""

    start: int
    end: int
    deadline: date | None = None
    rhythm: str = ""


_COUNT = r"(?P<count>\d{1,3}|" + "|".join(_NUMBERS) + ")"
_UNIT = r"(?P<unit>werkdag(?:en)?|dag(?:en)?|week|weken|maand(?:en)?|kwarta(?:al|len)|jaar|jaren)"
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTH_WORDS, key=len, reverse=True)) + r")\.?"
_BEFORE = r"(?:(?:vóór|voor|uiterlijk(?: op)?|op|per|t/m|tot|vanaf)\s+)?"
_BEFORE_NEEDED = r"(?:vóór|voor|uiterlijk(?: op)?|op|per|t/m|tot|vanaf)\s+"


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE)


def _next(today: date, month: int, day: int, year: int | None) -> date | None:
    """The day named, or, without a year, the next such day after today (29 February may be some years off)."""
    years = [year] if year else range(today.year, today.year + 9)
    for candidate in years:
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue
        if year or found > today:
            return found
    return None


def _year(text: str | None) -> int | None:
    return None if text is None else int(text) + (2000 if len(text) == 2 else 0)


def _named_day(found: re.Match[str], today: date) -> date | None:
    month = _MONTH_WORDS[found["month"].lower()]
    return _next(today, month, int(found["day"]), _year(found["year"]))


def _numbered_day(found: re.Match[str], today: date) -> date | None:
    month = int(found["month"])
    return _next(today, month, int(found["day"]), _year(found["year"])) if 1 <= month <= 12 else None


def _count(found: re.Match[str]) -> int:
    text = found["count"].lower()
    return int(text) if text.isdigit() else _NUMBERS[text]


def _later(found: re.Match[str], today: date) -> date | None:
    count, unit = _count(found), found["unit"].lower()
    try:
        if unit.startswith("werkdag"):
            return add_working_days(today, count)
        if unit.startswith(("dag", "wee", "wek")):
            return today + timedelta(days=count * (1 if unit.startswith("dag") else 7))
        months = {"m": 1, "k": 3, "j": 12}[unit[0]]
        return add_months(today, count * months)
    except (OverflowError, ValueError):
        return None


def _weekday(found: re.Match[str], today: date) -> date:
    ahead = (_WEEKDAYS.index(found["weekday"].lower()) - today.weekday() - 1) % 7 + 1
    return today + timedelta(days=ahead)


def _single(found: re.Match[str], today: date) -> date | None:
    days = {"vandaag": 0, "morgen": 1, "overmorgen": 2, "volgende week": 7}
    word = " ".join(found["word"].lower().split())
    return add_months(today, 1) if word == "volgende maand" else today + timedelta(days=days[word])


_DAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...] = (
    (_whole(_BEFORE + r"(?P<day>\d{1,2})\s+" + _MONTH + r"(?:\s+(?P<year>\d{4}))?"), _named_day),
    (_whole(_BEFORE_NEEDED + r"(?P<day>\d{1,2})[-/](?P<month>\d{1,2})(?:[-/](?P<year>\d{4}|\d{2}))?"), _numbered_day),
    (_whole(_BEFORE + r"(?P<day>\d{1,2})[-/](?P<month>\d{1,2})[-/](?P<year>\d{4})"), _numbered_day),
    (_whole(r"over\s+" + _COUNT + r"\s+" + _UNIT), _later),
    (_whole(r"binnen\s+" + _COUNT + r"\s+(?P<unit>week|weken|maand(?:en)?|jaar)"), _later),
    (_whole(_BEFORE_NEEDED + r"(?P<weekday>" + "|".join(_WEEKDAYS) + ")"), _weekday),
    (_whole(_BEFORE + r"(?P<word>overmorgen|morgen|vandaag|volgende\s+week|volgende\s+maand)"), _single),
)

# "Binnen 5 werkdagen" is a term that counts anew each time, so it stays words; "binnen 2 weken" is a day.
_RHYTHM = _whole(
    r"(?P<rhythm>(?:elke|iedere|elk|ieder|om de)\s+(?:" + _COUNT + r"\s+)?" + _UNIT + r"|dagelijks|wekelijks|"
    r"maandelijks|jaarlijks|binnen\s+\d{1,3}\s+(?:werkdag(?:en)?|dag(?:en)?|uur)|per\s+(?:week|maand|kwartaal|jaar)|(?:één|een|twee|drie|\d+)\s*(?:keer|x|maal)\s+per\s+"
    r"(?:week|maand|kwartaal|jaar))"
)


def find_when(line: str, today: date) -> When | None:
    """Find the last day or rhythm in a line. "1 dec" is the next one after `today`; an impossible day is no day."""
    found = [
        When(match.start(), match.end(), rhythm=" ".join(match["rhythm"].lower().split()))
        for match in _RHYTHM.finditer(line)
    ]
    for pattern, read in _DAYS:
        for match in pattern.finditer(line):
            day = read(match, today)
            if day is not None:
                found.append(When(match.start(), match.end(), deadline=day))
    # "over 2 weken" inside a longer find counts once: the longest one that ends last wins.
    return max(found, key=lambda when: (when.end, when.end - when.start), default=None)


def day_in(line: str, today: date) -> date | None:
    """The day that a line names, and nothing beside it: `1 mrt`, `op 1-3`, `over 2 weken`; None where it is no day."""
    line = line.strip()
    for said in (line, f"op {line}"):
        found = find_when(said, today)
        if found is not None and found.deadline is not None and found.start == 0 and found.end == len(said):
            return found.deadline
    return None


_CLOCK = re.compile(r"(?P<hour>\d{1,2}?)(?:\s*[:.]?\s*(?P<minute>\d\d))?(?:\s*uur)?", re.IGNORECASE | re.ASCII)


def clock_in(line: str) -> time | None:
    """An hour and minute as people type them: `14:05`, `14.05 uur`, `1405`, `9 uur`; None where it is no time."""
    found = _CLOCK.fullmatch(line.strip())
    if found is None or int(found["hour"]) > 23 or int(found["minute"] or 0) > 59:
        return None
    return time(int(found["hour"]), int(found["minute"] or 0))
