"""The training plan as a table for a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from facilitator.core.training import Aim, Way
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.report.formats.sheet import Table, Value


def table_of(aims: Iterable[Aim], today: date) -> Table:
    """Give a row for each line."""
    from facilitator.report.formats.sheet import Table  # noqa: PLC0415  not needed for the first window

    columns: tuple[tuple[str, Callable[[Aim], Value]], ...] = (
        (_("Team"), lambda aim: aim.team),
        (_("Who"), lambda aim: aim.who),
        (_("Names"), lambda aim: ", ".join(aim.names)),
        (_("What"), lambda aim: aim.what),
        (_("Way"), lambda aim: "" if aim.way is Way.OTHER else _(aim.way.msgid)),
        (_("Before"), lambda aim: aim.by if aim.by is not None else aim.by_words),
        (_("People"), lambda aim: aim.people),
        (_("Done"), lambda aim: aim.done),
        (_("Late"), lambda aim: _("late") if aim.is_late(today) else ""),
        (_("Note"), lambda aim: aim.note),
    )
    rows = tuple(tuple(tell(aim) for _heading, tell in columns) for aim in aims)
    return Table(_("Training plan"), today, tuple(heading for heading, _tell in columns), rows)
