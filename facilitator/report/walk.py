"""A walk through an instrument as a file. The job is small and is made in the worker process."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from facilitator.core.walk import Walk
from facilitator.report import names

if TYPE_CHECKING:
    from facilitator.report.press import Press, Rendered


@dataclass(frozen=True, slots=True)
class WalkJob:
    """A paper to be made: `path` is where it goes inside a folder."""

    walk: Walk
    path: PurePosixPath
    today: date

    def render(self, press: Press) -> Rendered:
        """Make it. Imports what is needed for it, so it belongs in the worker process."""
        from facilitator.report.documents.walk import walk_paper  # noqa: PLC0415  in the worker only

        paper = walk_paper(self.walk, self.today)
        return press.render("walk.xhtml.j2", {"doc": paper.model}, paper.meta)


def paper_of(walk: Walk, today: date) -> WalkJob:
    """Give the paper of a walk, under a name that says what it is and of which day."""
    name = names.joined((walk.title[:60], today.isoformat()))
    return WalkJob(walk, PurePosixPath(f"{name}.pdf"), today)
