"""The table of people as a model: four columns to type in, and an empty row at the end for the next person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from facilitator.core.text import one_line
from facilitator.ui import theme
from facilitator.ui.prepare.draft import Guest
from facilitator.ui.prepare.hints import Hint
from facilitator.ui.widgets.tips import as_typed
from facilitator.words import _

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
FIELDS = ("name", "organisation", "role", "email")
ORGANISATION = FIELDS.index("organisation")


class GuestsModel(QAbstractTableModel):
    """Rows of guests.

    Signals:
        edited(tuple): the guests after somebody typed in a cell.
    """

    edited = Signal(object)

    def __init__(self, new_id: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._new_id = new_id
        self._guests: tuple[Guest, ...] = ()
        self._hints: dict[tuple[str, str], Hint] = {}
        self._titles = (_("Name"), _("Organisation"), _("Role"), _("Mail"))

    def show_guests(self, guests: tuple[Guest, ...], hints: tuple[Hint, ...]) -> None:
        """Show these guests. Unless some were taken away the table keeps its place and selection."""
        self._hints = {(hint.row, hint.field): hint for hint in hints if hint.row}
        before, now = [guest.id for guest in self._guests], [guest.id for guest in guests]
        if now != before and now[: len(before)] == before:
            # The row that was typed in becomes the person, and new rows come under it: typing goes on where it was.
            self.beginInsertRows(QModelIndex(), len(before) + 1, len(now))
            self._guests = guests
            self.endInsertRows()
        elif now != before:
            self.beginResetModel()
            self._guests = guests
            self.endResetModel()
            return
        self._guests = guests
        self.dataChanged.emit(self.index(0, 0), self.index(len(guests), len(FIELDS) - 1))

    def guest(self, row: int) -> Guest | None:
        """Give the guest of a row; None for the empty one at the end."""
        return self._guests[row] if 0 <= row < len(self._guests) else None

    def without(self, rows: set[int]) -> tuple[Guest, ...]:
        """Give the guests of all other rows."""
        return tuple(guest for row, guest in enumerate(self._guests) if row not in rows)

    # ---- Qt's

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802  Qt's name
        """The guests, and one row to type the next in."""
        return 0 if parent.isValid() else len(self._guests) + 1

    def columnCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802  Qt's name
        """Name, organisation, role, mail."""
        return 0 if parent.isValid() else len(FIELDS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: ANN401, N802  Qt's
        """Name a column, number a row."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._titles[section]
        return str(section + 1) if section < len(self._guests) else "+"

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Every cell can be typed in."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: _Index, role: int = 0) -> Any:  # noqa: ANN401  Qt's
        """Tell a cell, its hint, and its ground when something is missing."""
        guest = self.guest(index.row())
        field = FIELDS[index.column()]
        if guest is None:
            invites = role == Qt.ItemDataRole.DisplayRole and index.column() == 0
            return _("type a name …") if invites else self._pale(role)
        hint = self._hints.get((guest.id, field))
        text = getattr(guest, field)
        told: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: text or (_("choose …") if hint is not None else ""),
            Qt.ItemDataRole.EditRole: text,
        }
        if hint is not None:
            told[Qt.ItemDataRole.ToolTipRole] = as_typed(hint.text)
            told[Qt.ItemDataRole.BackgroundRole] = QColor(theme.current().attention_wash)
            told[Qt.ItemDataRole.ForegroundRole] = QColor(theme.current().attention)
        return told.get(role)

    def setData(self, index: _Index, value: Any, role: int = 0) -> bool:  # noqa: ANN401, N802  Qt's
        """Take what was typed. Typing in the last row makes a new guest."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        text, field = one_line(str(value)), FIELDS[index.column()]
        guest = self.guest(index.row())
        if guest is None:
            if text:
                made = replace(Guest(self._new_id()), **{field: text})
                self.edited.emit((*self._guests, made))
            return bool(text)
        if getattr(guest, field) == text:
            return False
        changed = replace(guest, **{field: text})
        self.edited.emit(tuple(changed if other.id == guest.id else other for other in self._guests))
        return True

    def _pale(self, role: int) -> Any:  # noqa: ANN401  Qt's
        return QColor(theme.current().soft_ink) if role == Qt.ItemDataRole.ForegroundRole else None
