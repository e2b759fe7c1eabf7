"""A walk through an instrument on paper, outside a session: for practising and thinking, and no file of a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from facilitator.core.walk import Walk
from facilitator.report import dates
from facilitator.report.documents.paper import Paper
from facilitator.report.documents.walked import Walked, walked
from facilitator.report.press import Meta
from facilitator.words import _


@dataclass(frozen=True, slots=True)
class WalkModel:
    """What the template shows: the walk, the day it was made, and when to stop and call."""

    walk: Walked
    made: str
    stop: tuple[str, ...]


def walk_paper(walk: Walk, today: date) -> Paper:
    """Give model and meta of the paper."""
    day = dates.in_words(today)
    model = WalkModel(walked(walk), _("Made on {day}").format(day=day), walk.instrument.stop)
    meta = Meta(
        title=walk.title,
        subject=_("A walk through an instrument"),
        session=walk.title,
        day=day,
        reader=_("For yourself: this is no case file"),
        date=today,
    )
    return Paper(model, meta)
