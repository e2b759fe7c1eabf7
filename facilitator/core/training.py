"""The training plan of teams: who is to be trained in what, by when, and how far that is.

Who is to be trained are people who work there, never clients; mostly they are told by function and number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from facilitator.core.text import fold, one_line
from facilitator.core.vocabulary import N_
from facilitator.core.when import day_in

MOST_PEOPLE = 9_999


class Way(StrEnum):
    """In which way something is learnt."""

    MODULE = "module"
    SESSION = "draaiboek"
    OTHER = "anders"

    @property
    def msgid(self) -> str:
        """What it is called; the words are looked up in the catalogue where they are shown."""
        return _WAY_NAMES[self]


_WAY_NAMES = {
    Way.MODULE: N_("self-study"),
    Way.SESSION: N_("session"),
    Way.OTHER: N_("something else"),
}


class Lack(StrEnum):
    """What an aim lacks: each is the msgid of its words."""

    TEAM = N_("Which team is it about?")
    WHO = N_("Who is to be trained? Give a function, or names.")
    WHAT = N_("What are they to learn?")
    PEOPLE = N_("How many people are they? At least one.")
    DONE = N_("More people are done than there are.")


@dataclass(frozen=True, slots=True)
class Aim:
    """One line of the plan.

    `who` is a function, and `names` the people where those are given. `ref` is the id of the script that is meant, for
    a module or session. `by` is the day; `by_words` is what was typed where that is no day, such as "na de zomer".
    `done` is how many of `people` are trained, and `counted` the names, folded, that were counted in by themselves.
    `allowed` are words, folded, that a person let stand although they look like a client's data.
    """

    id: str
    team: str
    who: str
    what: str
    way: Way = Way.OTHER
    ref: str = ""
    people: int = 1
    names: tuple[str, ...] = ()
    by: date | None = None
    by_words: str = ""
    done: int = 0
    counted: tuple[str, ...] = ()
    note: str = ""
    allowed: tuple[str, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether everybody is trained."""
        return self.done >= self.people

    def is_late(self, today: date) -> bool:
        """Whether the day is over and somebody is not trained yet."""
        return self.by is not None and self.by < today and not self.is_done


Change = Mapping[str, Aim | None]
"""What becomes of aims, by id: added, put in the place of what it was, or (None) taken away."""


@dataclass(frozen=True, slots=True)
class Far:
    """How far several aims are together: lines, those that are late, people, and how many of those are trained."""

    aims: int
    late: int
    people: int
    done: int


def far(aims: Iterable[Aim], today: date) -> Far:
    """Count how far these aims are."""
    all_ = tuple(aims)
    done = sum(min(aim.done, aim.people) for aim in all_)
    return Far(len(all_), sum(aim.is_late(today) for aim in all_), sum(aim.people for aim in all_), done)


def lacks(aim: Aim) -> tuple[Lack, ...]:
    """What an aim lacks, in the order of its fields; none when it can be kept."""
    wrong = {
        Lack.TEAM: not one_line(aim.team),
        Lack.WHO: not one_line(aim.who) and not aim.names,
        Lack.WHAT: not one_line(aim.what),
        Lack.PEOPLE: not 1 <= aim.people <= MOST_PEOPLE,
        Lack.DONE: not 0 <= aim.done <= aim.people,
    }
    return tuple(lack for lack, so in wrong.items() if so)


def double(aim: Aim, others: Iterable[Aim]) -> Aim | None:
    """Find another aim that says the same: the same team, people and subject, by the same day."""
    return next((each for each in others if each.id != aim.id and _said(each) == _said(aim)), None)


def _said(aim: Aim) -> tuple[object, ...]:
    texts = tuple(map(fold, (aim.team, aim.who, aim.what)))
    return *texts, frozenset(map(fold, aim.names)), aim.by, fold(aim.by_words)


def read_by(text: str, today: date) -> tuple[date | None, str]:
    """Read by when: a day, or else the words as they are. A day that is over is a day."""
    words = one_line(text)
    day = day_in(words, today)
    return (day, "") if day is not None else (None, words)


def teams(aims: Iterable[Aim]) -> tuple[str, ...]:
    """The teams there are, by name."""
    return tuple(sorted({fold(aim.team): aim.team for aim in aims}.values(), key=fold))


def in_order(aims: Iterable[Aim]) -> tuple[Aim, ...]:
    """Put aims in order: by team; what is still to be done first, by its day, then what has none."""
    return tuple(
        sorted(aims, key=lambda aim: (fold(aim.team), aim.is_done, aim.by or date.max, fold(aim.who), fold(aim.what)))
    )


def changed(aims: Iterable[Aim], change: Change) -> tuple[Aim, ...]:
    """Change these aims and leave all others as they are."""
    held: Change = {aim.id: aim for aim in aims}
    return tuple(aim for aim in {**held, **change}.values() if aim is not None)


def counted_in(aim: Aim, finished: Iterable[str]) -> Aim:
    """Count who of the names of an aim did its module; nobody twice, and only names that are the same."""
    there = set(map(fold, finished))
    new = tuple(name for name in dict.fromkeys(map(fold, aim.names)) if name in there and name not in aim.counted)
    return replace(aim, done=min(aim.people, aim.done + len(new)), counted=(*aim.counted, *new)) if new else aim
