"""The paper that says that somebody went through a module of self-study. It claims no more than that."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.core.self_study import Finished
from facilitator.core.text import one_line
from facilitator.report import dates
from facilitator.report.documents.paper import Paper
from facilitator.report.documents.session_report import Fact
from facilitator.report.press import Meta
from facilitator.words import _, ngettext


@dataclass(frozen=True, slots=True)
class StudiedModel:
    """What the template shows. `goal` is Markdown."""

    name: str
    title: str
    facts: tuple[Fact, ...]
    goal: str
    subjects: tuple[str, ...]


def studied_paper(name: str, finished: Finished) -> Paper:
    """Give the paper; `name` is as the person typed it."""
    day, name = dates.in_words(finished.on), one_line(name)
    minutes = ngettext("{count} minute", "{count} minutes", finished.minutes).format(count=finished.minutes)
    facts = (
        Fact(_("Module"), finished.title),
        Fact(_("Form"), _("self-study, alone or with a few at one screen")),
        Fact(_("Done on"), dates.with_weekday(finished.on)),
        Fact(_("Time that the module asks"), _("about {minutes}; nobody measured it").format(minutes=minutes)),
    )
    model = StudiedModel(name, finished.title, facts, finished.goal, finished.subjects)
    title = _("Self-study done")
    meta = Meta(
        title=f"{title} · {finished.title}",
        subject=finished.title,
        session=finished.title,
        day=day,
        reader=_("For {reader}").format(reader=name),
        date=finished.on,
    )
    return Paper(model, meta)
