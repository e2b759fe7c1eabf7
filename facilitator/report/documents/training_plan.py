"""The training plan on paper: a table for each team, with how far it is in numbers and words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from facilitator.core.text import fold
from facilitator.core.training import Aim, Way, far, in_order
from facilitator.report import dates
from facilitator.report.documents.paper import Paper
from facilitator.report.press import Meta
from facilitator.report.training_words import far_words, how_far
from facilitator.words import _, ngettext


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table; `late` is empty where it is not."""

    who: str
    names: str
    what: str
    way: str
    by: str
    how_far: str
    late: str
    note: str


@dataclass(frozen=True, slots=True)
class Team:
    """A team with its lines."""

    name: str
    summary: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class TrainingModel:
    """What the template shows."""

    subtitle: str
    summary: str
    teams: tuple[Team, ...]


def training_paper(aims: Iterable[Aim], team: str, today: date) -> Paper:
    """Give the plan of one team, or (empty) of all."""
    ordered = in_order(aims)
    subtitle = team or _("All teams")
    day = dates.in_words(today)
    model = TrainingModel(subtitle, far_words(far(ordered, today)), tuple(_teams(ordered, today)))
    title = _("Training plan")
    meta = Meta(f"{title} · {subtitle}", title, f"{title} · {subtitle}", day, _("For who makes the plan"), today)
    return Paper(model, meta)


def _teams(ordered: tuple[Aim, ...], today: date) -> Iterator[Team]:
    for _name, group in groupby(ordered, key=lambda aim: fold(aim.team)):
        aims = tuple(group)
        yield Team(aims[0].team, far_words(far(aims, today)), tuple(_line(aim, today) for aim in aims))


def _line(aim: Aim, today: date) -> Line:
    late = ngettext("{count} day late", "{count} days late", (today - (aim.by or today)).days)
    return Line(
        who=aim.who,
        names=", ".join(aim.names),
        what=aim.what,
        way="" if aim.way is Way.OTHER else _(aim.way.msgid),
        by=dates.in_words(aim.by) if aim.by is not None else aim.by_words,
        how_far=how_far(aim),
        late=late.format(count=(today - (aim.by or today)).days) if aim.is_late(today) else "",
        note=aim.note,
    )
