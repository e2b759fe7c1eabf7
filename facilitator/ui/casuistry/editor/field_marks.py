"""Marks in a field that is being filled in: underlined on a wash, so that colour is not the only sign."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QInputMethodEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from facilitator.content.personal import Found
from facilitator.ui import theme
from facilitator.ui.casuistry.editor.fields import LineField, LinesField, TextField
from facilitator.ui.casuistry.editor.tree import Path
from facilitator.ui.casuistry.privacy.findings import place_in
from facilitator.ui.widgets.marked_text import units

Span = tuple[int, int]
"""Where something begins in a field and how long it is, as Qt counts: in UTF-16 units."""


def spans(field: QWidget, path: Path, found: Sequence[Found]) -> list[Span]:
    """Give where findings stand in the field at a path; those that are there no more are left out."""
    return [span for one in found if (span := span_of(field, path, one)) is not None]


def span_of(field: QWidget, path: Path, found: Found) -> Span | None:
    """Give where a finding stands in a field, which shows one text or one a line."""
    if isinstance(field, LineField):
        text, begin = field.text(), 0
    elif isinstance(field, TextField):
        text, begin = _line(field, found.path[len(path) :])
    else:
        return None
    at = place_in(text, found.finding)
    return None if at < 0 else (units(field_text(field)[:begin]) + units(text[:at]), units(found.finding.text))


def field_text(field: LineField | TextField) -> str:
    """Everything that stands in a field."""
    return field.text() if isinstance(field, LineField) else field.toPlainText()


def _line(field: TextField, rest: Path) -> tuple[str, int]:
    """The text that a path leads to within a field, and where it begins: lines that hold nothing do not count."""
    whole = field.toPlainText()
    if not isinstance(field, LinesField) or not rest:
        return whole, 0
    begin, number = 0, rest[0]
    for line in whole.split("\n"):
        if line.strip():
            if number == 0:
                return line, begin
            number = int(number) - 1
        begin += len(line) + 1
    return "", 0


def mark(field: QWidget, marked: Sequence[Span]) -> None:
    """Mark these places in a field, and no others."""
    if isinstance(field, TextField):
        field.setExtraSelections([_selection(field, span) for span in marked])
    elif isinstance(field, LineField):
        _mark_line(field, marked)


def select(field: QWidget, span: Span) -> None:
    """Select a place in a field, so that typing goes over it."""
    begin, length = span
    if isinstance(field, LineField):
        field.setSelection(begin, length)
    elif isinstance(field, TextField):
        cursor = field.textCursor()
        cursor.setPosition(begin)
        cursor.setPosition(begin + length, QTextCursor.MoveMode.KeepAnchor)
        field.setTextCursor(cursor)


def _look() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    look.setUnderlineColor(QColor(theme.current().attention))
    look.setBackground(QColor(theme.current().attention_wash))
    return look


def _selection(field: TextField, span: Span) -> QTextEdit.ExtraSelection:
    begin, length = span
    made = QTextEdit.ExtraSelection()
    cursor = QTextCursor(field.document())
    cursor.setPosition(begin)
    cursor.setPosition(begin + length, QTextCursor.MoveMode.KeepAnchor)
    made.cursor = cursor
    made.format = _look()
    return made


def _mark_line(field: LineField, marked: Sequence[Span]) -> None:
    """A line edit marks nothing itself; it does draw what an input method would mark."""
    kind = QInputMethodEvent.AttributeType.TextFormat
    at = field.cursorPosition()
    looks = [QInputMethodEvent.Attribute(kind, begin - at, length, _look()) for begin, length in marked]
    QCoreApplication.sendEvent(field, QInputMethodEvent("", looks))
