"""Papers about learning: that somebody went through a module, and the training plan of teams.

A job is small and is made in the worker process, as the documents of a session are.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from facilitator.core.self_study import Finished
from facilitator.core.training import Aim
from facilitator.report import names
from facilitator.report.house import HouseStyle
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.report.press import Press, Rendered

_LONGEST_PART = 30
"""Characters of a name or title in a file name, so that neither pushes the other out."""


@dataclass(frozen=True, slots=True)
class StudiedJob:
    """The paper that says that somebody, by the name given, went through a module."""

    name: str
    finished: Finished
    path: PurePosixPath
    house: HouseStyle | None = None

    def render(self, press: Press) -> Rendered:
        """Make it. Imports what is needed for paper, so it belongs in the worker process."""
        from facilitator.report.documents.studied import studied_paper  # noqa: PLC0415  in the worker only

        paper = studied_paper(self.name, self.finished)
        return press.render("studied.xhtml.j2", {"doc": paper.model}, replace(paper.meta, house=self.house))


@dataclass(frozen=True, slots=True)
class TrainingJob:
    """The training plan on paper: of one team, or (empty) of all; `today` says what is late."""

    aims: tuple[Aim, ...]
    team: str
    today: date
    path: PurePosixPath
    house: HouseStyle | None = None

    def render(self, press: Press) -> Rendered:
        """Make it. Imports what is needed for paper, so it belongs in the worker process."""
        from facilitator.report.documents.training_plan import training_paper  # noqa: PLC0415  in the worker only

        paper = training_paper(self.aims, self.team, self.today)
        return press.render("training-plan.xhtml.j2", {"doc": paper.model}, replace(paper.meta, house=self.house))


def studied(name: str, finished: Finished, house: HouseStyle | None = None) -> StudiedJob:
    """Give the paper about a module, under a name that says what it is."""
    parts = (_("Self-study done"), finished.title[:_LONGEST_PART], name[:_LONGEST_PART], finished.on.isoformat())
    return StudiedJob(name, finished, PurePosixPath(f"{names.joined(parts)}.pdf"), house)


def plan_path(team: str, today: date, suffix: str) -> PurePosixPath:
    """Give the name of a file with the training plan of a team, or (empty) of all."""
    parts = (_("Training plan"), team[:_LONGEST_PART], today.isoformat())
    return PurePosixPath(f"{names.joined(parts)}.{suffix}")


def training_plan(aims: tuple[Aim, ...], team: str, today: date, house: HouseStyle | None = None) -> TrainingJob:
    """Give the training plan on paper."""
    return TrainingJob(aims, team, today, plan_path(team, today, "pdf"), house)
