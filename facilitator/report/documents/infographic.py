"""The infographic on paper: each panel under its own heading, and at the end who says what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from facilitator.core.infographic import Panel
from facilitator.core.script import Source
from facilitator.report import dates
from facilitator.report.documents.paper import Paper
from facilitator.report.press import Meta
from facilitator.words import _


@dataclass(frozen=True, slots=True)
class Shown:
    """A panel: the name of its picture, and its heading."""

    picture: str
    title: str


@dataclass(frozen=True, slots=True)
class InfographicModel:
    """What the template shows. `past` says that figures are past their day; empty when none is."""

    title: str
    made: str
    past: str
    panels: tuple[Shown, ...]
    sources: tuple[Source, ...]


def infographic_paper(panels: Sequence[Panel], today: date) -> Paper:
    """Give what the paper says."""
    title = _("Figures in pictures")
    figures = [each for panel in panels for each in panel.figures]
    past = _("Some figures are past their day. They are marked. Look for newer ones before you use them.")
    model = InfographicModel(
        title=title,
        made=_("Made on {day} from the knowledge cards of Facilitator.").format(day=dates.in_words(today)),
        past=past if any(each.past for each in figures) else "",
        panels=tuple(Shown(panel.id, panel.title) for panel in panels),
        sources=tuple(dict.fromkeys(each.figure.source for each in figures)),
    )
    reader = _("To hand out · every number with its year and source")
    subject = _("Domestic violence and child abuse in figures")
    return Paper(model, Meta(title, subject, title, dates.in_words(today), reader, today))
