"""The infographic as files: one tagged PDF of all panels, and an SVG of each, which stands alone.

A job is small and is made in the worker process, as the documents of a session are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from facilitator.core.infographic import Panel
from facilitator.report import names
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.report.press import Press, Rendered


@dataclass(frozen=True, slots=True)
class InfographicJob:
    """All panels on paper: `path` is where it goes inside a folder, `today` the day it was made."""

    panels: tuple[Panel, ...]
    path: PurePosixPath
    today: date

    def render(self, press: Press) -> Rendered:
        """Make it. Imports what is needed for paper, so it belongs in the worker process."""
        from facilitator.pictures.infographic import panel_drawing  # noqa: PLC0415  in the worker only
        from facilitator.report.documents.infographic import infographic_paper  # noqa: PLC0415

        paper = infographic_paper(self.panels, self.today)
        drawings = {panel.id: panel_drawing(panel, press.measure) for panel in self.panels}
        return press.render("infographic.xhtml.j2", {"doc": paper.model}, paper.meta, drawings)


@dataclass(frozen=True, slots=True)
class PanelJob:
    """One panel as an SVG file."""

    panel: Panel
    path: PurePosixPath

    def render(self, press: Press) -> Rendered:
        """Make it."""
        from facilitator.pictures.infographic import panel_drawing  # noqa: PLC0415  as above
        from facilitator.report.formats.svg import svg_file  # noqa: PLC0415
        from facilitator.report.press import Rendered  # noqa: PLC0415

        drawing = panel_drawing(self.panel, press.measure, titled=True)
        return Rendered(svg_file(drawing, self.panel.title), 0)


def infographic_of(panels: Sequence[Panel], today: date) -> InfographicJob:
    """Give all panels as one PDF, under a name that says what it is and of which day."""
    name = names.joined((_("Infographic"), today.isoformat()))
    return InfographicJob(tuple(panels), PurePosixPath(f"{name}.pdf"), today)


def svgs_of(panels: Sequence[Panel]) -> tuple[PanelJob, ...]:
    """Give each panel as a file of its own."""
    called = (names.joined((_("Infographic"), panel.title)) for panel in panels)
    paths = names.unique(PurePosixPath(f"{name}.svg") for name in called)
    return tuple(PanelJob(panel, path) for panel, path in zip(panels, paths, strict=True))
