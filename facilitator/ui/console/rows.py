"""Rows of a list and the model that holds them. Lists update in place: what stays is not built again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from facilitator.ui.widgets import Tone
from facilitator.words import _

Index = QModelIndex | QPersistentModelIndex


class Look(StrEnum):
    """How a row is painted."""

    PLAIN = "plain"
    DONE = "done"
    DROPPED = "dropped"
    NOW = "now"
    SUB = "sub"
    SUB_NOW = "sub-now"
    INSIDE = "inside"
    EDGED = "edged"
    ASKING = "asking"


@dataclass(frozen=True, slots=True)
class Row:
    """One row, all plain text. `strong` and `below` make the second line; `spoken` is what a screen reader says.

    `pill_under` puts the pill beside the second line instead of the first.
    """

    id: str
    text: str
    strong: str = ""
    below: str = ""
    aside: str = ""
    pill: str = ""
    tone: Tone = Tone.CALM
    pill_under: bool = False
    mark: str = ""
    look: Look = Look.PLAIN
    spoken: str = ""

    @property
    def whole(self) -> str:
        """Everything in it, in one sentence."""
        parts = (self.spoken or self.text, self.strong, self.below, self.aside, self.pill)
        return ", ".join(part for part in parts if part)


def to_check(row: Row) -> Row:
    """The row of a text that is held back until somebody checked it."""
    return replace(row, pill=_("to check"), tone=Tone.ATTENTION)


def folded_words() -> str:
    """What stands in the place of a text that is to be checked, while the room may see this screen."""
    return _("folded: to be checked")


class RowModel(QAbstractListModel):
    """Rows by their ids. A change touches only what differs between the old and the new rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802  Qt's name and default
        """How many rows there are; a row has none under it."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  Qt's contract
        """Text for the eye and for a screen reader. The delegate takes the row itself."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows[index.row()].text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.rows[index.row()].whole
        return None

    def position(self, row_id: str | None) -> int | None:
        """Where a row is, or None."""
        return next((i for i, row in enumerate(self.rows) if row.id == row_id), None)

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows: the same ones at both ends stay, what lies between goes and comes."""
        old = self.rows
        if rows == old:
            return
        front = _common(old, rows)
        if front == 0 and _common(old[::-1], rows[::-1]) == 0:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        back = _common(old[front:][::-1], rows[front:][::-1])
        self._replace_middle(rows, front, len(old) - back, len(rows) - back)
        changed = [i for i in range(front) if old[i] != rows[i]]
        shift = len(rows) - len(old)
        changed += [i for i in range(len(rows) - back, len(rows)) if old[i - shift] != rows[i]]
        for i in changed:
            self.dataChanged.emit(self.index(i), self.index(i))

    def _replace_middle(self, rows: tuple[Row, ...], front: int, old_end: int, new_end: int) -> None:
        back = self.rows[old_end:]
        if old_end > front:
            self.beginRemoveRows(QModelIndex(), front, old_end - 1)
            self.rows = self.rows[:front] + back
            self.endRemoveRows()
        if new_end > front:
            self.beginInsertRows(QModelIndex(), front, new_end - 1)
            self.rows = rows
            self.endInsertRows()
        self.rows = rows


def _common(one: tuple[Row, ...], other: tuple[Row, ...]) -> int:
    """How many rows at the front are the same ones (by id)."""
    length = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine.id != theirs.id:
            break
        length += 1
    return length
