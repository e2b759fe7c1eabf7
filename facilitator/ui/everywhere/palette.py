"""Palette: one line to type in, and what is found for it. Enter opens what is chosen, Esc leaves."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from facilitator.ui import theme
from facilitator.ui.everywhere.question import is_question
from facilitator.ui.everywhere.row_list import RowList, spoken
from facilitator.ui.everywhere.rows import Kind, Row
from facilitator.ui.everywhere.seeker import Found, Seeker
from facilitator.ui.widgets import LineEdit, PlainLabel
from facilitator.ui.widgets.aloud import say_aloud
from facilitator.words import _, ngettext

TYPING_MS = 30
"""So long the line rests before it is looked for."""
LONGEST = 300
WIDTH, HEIGHT, MARGIN, TOP = 760, 520, 40, 60
"""Its size in pixels at the usual text, and what stays in sight of the window behind it."""


class Palette(QDialog):
    """The line that searches everywhere.

    Attributes:
        line: what is typed.
        list: what was found.
        told: what is told of it.

    Signals:
        opened(Row): open this; the palette is gone by then.
    """

    opened = Signal(object)

    def __init__(self, seeker: Seeker, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent.window()
        self._seeker = seeker
        self._shown_for: str | None = None
        self._open_when_found = self._waiting = False
        self.setWindowTitle(_("Search everywhere"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setProperty("role", "palette")
        self.line = LineEdit(_("Search everywhere"), _("Search cases, knowledge, agreements … or ask a short question"))
        self.line.setMaxLength(LONGEST)
        self.list = RowList()
        self.told = PlainLabel("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addWidget(self.told)
        self._soon = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._soon.timeout.connect(self._seek)
        self.line.textChanged.connect(self._typed)
        self.line.returnPressed.connect(self._open)
        self.line.installEventFilter(self)
        self.list.clicked.connect(lambda _index: self._open())
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._say())
        seeker.found.connect(self._show)
        self.finished.connect(self._end)
        self._keys: dict[Qt.Key, Callable[[], int]] = {
            Qt.Key.Key_Down: lambda: 1,
            Qt.Key.Key_Up: lambda: -1,
            Qt.Key.Key_PageDown: self.list.page,
            Qt.Key.Key_PageUp: lambda: -self.list.page(),
        }

    def ask(self, typed: str = "") -> None:
        """Come into sight, with something typed already."""
        self.line.setText(typed)
        self.look_changed()
        self.open()
        self.line.setFocus()
        self._seek()

    def look_changed(self) -> None:
        """Be as large as the text asks and the window allows, at its top."""
        window = self._window
        scaled, room = theme.current().scaled, window.size()
        width = min(scaled(WIDTH), room.width() - 2 * MARGIN)
        height = min(scaled(HEIGHT), room.height() - 2 * MARGIN)
        self.resize(width, height)
        place = window.mapToGlobal(window.rect().topLeft())
        self.move(place.x() + (room.width() - width) // 2, place.y() + min(TOP, (room.height() - height) // 2))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """The keys that move through a list move the choice, while the keyboard stays in the line."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = self._keys.get(Qt.Key(event.key()))
            if step is not None:
                self.list.choose(self.list.currentIndex().row() + step())
                return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        self._open_when_found = False
        self._soon.start()

    def _seek(self) -> None:
        self._soon.stop()
        self._seeker.seek(self.line.text())

    def _show(self, found: Found) -> None:
        if found.typed != self.line.text():
            return  # it was typed on meanwhile
        rows, typed = found.rows, found.typed.strip()
        if is_question(typed):
            rows = (Row(Kind.ASK, (typed,), _("Put this question to the vraagbaak"), typed), *rows)
        moved = self._shown_for == found.typed and self.list.currentIndex().row() > 0
        chosen = self.list.chosen if moved else None
        self.list.rows.show_rows(rows)
        self._shown_for, self._waiting = found.typed, found.waiting
        count = _count(len(found.rows), typed, waiting=found.waiting)
        self.told.setText(" · ".join(part for part in (count, found.told) if part))
        self.list.choose(_place_of(chosen, rows))
        if self._open_when_found and not found.waiting:
            self._open_when_found = False
            self._open()

    def _say(self) -> None:
        row = self.list.chosen
        if row is not None:
            say_aloud(self.line, spoken(row))

    def _open(self) -> None:
        if self._shown_for != self.line.text():
            self._open_when_found = True  # typed quicker than it could be looked for: what is in sight is not meant
            self._seek()
            return
        row = self.list.chosen
        if row is not None:
            self.accept()
            self.opened.emit(row)
        else:
            self._open_when_found = self._waiting

    def _end(self) -> None:
        self._seeker.stop()
        self._seeker.found.disconnect(self._show)


def _place_of(chosen: Row | None, rows: Sequence[Row]) -> int:
    """Where the row is now that somebody went to with the arrows; at the top where there is none."""
    if chosen is None:
        return 0
    return next((at for at, row in enumerate(rows) if (row.kind, row.ids) == (chosen.kind, chosen.ids)), 0)


def _count(count: int, typed: str, *, waiting: bool) -> str:
    if not typed:
        return _("↑ ↓ choose · Enter opens · Esc leaves")
    if not count and waiting:
        return _("Still looking …")
    if not count:
        return _("Nothing was found. Try another word.")
    return ngettext("{count} found", "{count} found", count).format(count=count)
