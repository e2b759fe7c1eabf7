"""The rows of the list of sessions, for a table view."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt

from facilitator.core.days import add_months
from facilitator.ui import dates
from facilitator.ui.start import phrases
from facilitator.ui.start.facts import Facts
from facilitator.ui.widgets.row_table import Index, TitledRows
from facilitator.ui.widgets.tips import as_typed
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.storage.overview import SessionLine


def _kept_until(facts: Facts, line: SessionLine) -> str:
    until = dates.long_day(add_months(line.day, line.keep_months))
    return _("{day} (past)").format(day=until) if facts.past_keeping(line) else until


def _agreements(facts: Facts, line: SessionLine) -> str:
    counted = facts.agreements.get(line.id)
    if counted is None:
        return "–"
    told = ngettext("{count} agreement", "{count} agreements", counted.all).format(count=counted.all)
    if not counted.late:
        return told
    late = ngettext("{count} late", "{count} late", counted.late).format(count=counted.late)
    return f"{told} · {late}"


class SessionsModel(TitledRows):
    """Day, place, form, state, version, agreements, kept until: one row for each session."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facts: Facts | None = None
        self._columns: tuple[tuple[str, Callable[[Facts, SessionLine], str]], ...] = (
            (_("Day"), lambda _facts, line: dates.long_day(line.day)),
            (_("Place"), lambda _facts, line: phrases.place_of(line)),
            (_("Session"), lambda _facts, line: line.title),
            (_("State"), lambda _facts, line: phrases.state_of(line)),
            (_("Version"), lambda _facts, line: str(line.version) if line.state.value != "planned" else "–"),
            (_("Agreements"), _agreements),
            (_("Kept until"), _kept_until),
        )
        self.titles = [title for title, _words in self._columns]

    def show_facts(self, facts: Facts) -> None:
        """Show these sessions. Rows are told anew only when something changed."""
        if self._facts is not None and (facts.sessions, facts.agreements, facts.today) == (
            self._facts.sessions,
            self._facts.agreements,
            self._facts.today,
        ):
            return
        self.beginResetModel()
        self._facts = facts
        self.endResetModel()

    def line(self, row: int) -> SessionLine | None:
        """Give the session of a row, or None."""
        lines = () if self._facts is None else self._facts.sessions
        return lines[row] if 0 <= row < len(lines) else None

    def row_of(self, session_id: str) -> int:
        """Give the row of a session, -1 when it is not there."""
        lines = () if self._facts is None else self._facts.sessions
        return next((row for row, line in enumerate(lines) if line.id == session_id), -1)

    def rows(self) -> int:
        """One for each session."""
        return 0 if self._facts is None else len(self._facts.sessions)

    def data(self, index: Index, role: int = 0) -> Any:  # noqa: ANN401  Qt's
        """Tell a cell."""
        line = self.line(index.row())
        if line is None or self._facts is None:
            return None
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        text = self._columns[index.column()][1](self._facts, line)
        return as_typed(text) if role == Qt.ItemDataRole.ToolTipRole else text
