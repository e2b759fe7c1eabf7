"""A list of agreements on paper that belongs to no session: a task of its own for the worker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from facilitator.core.vocabulary import Status
from facilitator.report import names
from facilitator.report.house import HouseStyle
from facilitator.report.kinds import Document
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.report.press import Press, Rendered

MOST: Final = 2_000
"""So many agreements are listed (about 130 pages); of more the paper says how many are left out."""


@dataclass(frozen=True, slots=True)
class Row:
    """An agreement as plain text, with what the list needs to know of it.

    `owner` is empty while nobody has taken it on; `session` and `day` tell where it was made. `closed` says that it is
    closed, however it stands: then nothing of it is late.
    """

    what: str
    status: Status
    owner: str = ""
    partners: tuple[str, ...] = ()
    deadline: date | None = None
    rhythm: str = ""
    session: str = ""
    day: date | None = None
    remark: str = ""
    closed: bool = False

    def is_late(self, today: date) -> bool:
        """Whether somebody still has to do something whose day has passed."""
        return not self.closed and self.status.open and self.deadline is not None and self.deadline < today


@dataclass(frozen=True, slots=True)
class OverviewJob:
    """The paper of a list: what was selected, its rows as they stood `today`, and its style."""

    path: PurePosixPath
    selection: str
    today: date
    all_rows: tuple[Row, ...]
    house: HouseStyle | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that are listed."""
        return self.all_rows[:MOST]

    def render(self, press: Press) -> Rendered:
        """Make the document. Imports what is needed for paper, so it belongs in the worker process."""
        from facilitator.report.documents.overview import (  # noqa: PLC0415  Babel's calendar, in the worker only
            selection_overview,
        )

        paper = selection_overview(self)
        return press.render(Document.OVERVIEW.value, {"doc": paper.model}, paper.meta)


def overview_of(rows: Iterable[Row], selection: str, today: date, house: HouseStyle | None = None) -> OverviewJob:
    """Give the task for a list of agreements; `selection` says in words which those are (empty: all there are)."""
    title = _("Overview of agreements")
    path = PurePosixPath(f"{names.joined((title, today.isoformat()))}.pdf")
    return OverviewJob(path, selection or _("All agreements"), today, tuple(rows), house)
