"""AnswersModel: what may answer a question, row by row, the best first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from facilitator.core.card import Card
from facilitator.storage.library.records import Found, ItemKind
from facilitator.ui.knowledge.help_desk.phrases import kind_words, why_words

ANSWER = Qt.ItemDataRole.UserRole
"""The role under which a row gives its Row."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Row(NamedTuple):
    """What a row shows: what was found, and what it is and why it is there, in words."""

    found: Found
    facts: str


class AnswersModel(QAbstractListModel):
    """The rows of one question."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show_found(self, found: Sequence[Found], cards: Mapping[str, Card]) -> None:
        """Show what was found; `cards` are those that come with the program, by id."""
        self.beginResetModel()
        self._rows = tuple(Row(one, _facts(one, cards)) for one in found)
        self.endResetModel()

    def row(self, number: int) -> Row | None:
        """Give a row; None where there is none."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802  Qt's name
        """One row for each that was found."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = 0) -> Any:  # noqa: ANN401  Qt's
        """Tell a row; to who listens also the piece of text."""
        row = self.row(index.row())
        if row is None:
            return None
        line = row.found.line
        if role == ANSWER:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{line.title} · {row.facts}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.title}. {row.facts}. {line.snippet}"
        return None


def _facts(found: Found, cards: Mapping[str, Card]) -> str:
    key = found.line.key
    shipped = cards.get(key.id) if key.kind is ItemKind.CARD else None
    return " · ".join(part for part in (kind_words(found.line, shipped), why_words(found)) if part)
