"""Notes: what the facilitator writes for nobody else, unless a note is put in the report, one by one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from facilitator.core.session import Session
from facilitator.core.spotting import held_ids
from facilitator.ui.console.row_list import RowList
from facilitator.ui.console.rows import Row, to_check
from facilitator.ui.widgets import PlainLabel, Tone
from facilitator.words import _


def note_rows(session: Session) -> tuple[Row, ...]:
    """The notes of the present step, and those of no step."""
    here = (None, session.step.id)
    rows = [
        Row(
            note.id,
            note.text,
            pill=_("in the report ✓") if note.released else _("not in the report"),
            tone=Tone.ATTENTION if note.released else Tone.PLAIN,
        )
        for note in session.notebook.notes
        if note.step_id in here
    ]
    held = held_ids(session.notebook)
    return tuple(to_check(row) if row.id in held else row for row in rows)


class Notes(QFrame):
    """The private notes of this step; out of sight while there are none.

    Signals:
        opened(str): this note is to be changed.
        release_toggled(str): put it in the report, or take it out.
        asked(str, QPoint): the menu of this note is asked for.
    """

    opened = Signal(str)
    release_toggled = Signal(str)
    asked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "note")
        self.list = RowList(_("Notes, for you alone"), grows=True, dense=True)
        self.list.opened.connect(self.opened)
        self.list.pill_clicked.connect(self.release_toggled)
        self.list.asked.connect(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 4, 2)
        row.setSpacing(2)
        title = PlainLabel(_("For you alone"), "strong")
        title.setContentsMargins(0, 5, 0, 0)
        row.addWidget(title, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.list, 1)

    def show_session(self, session: Session, *, private: bool) -> None:
        """Show the notes of the present step, unless the room may see them."""
        rows = note_rows(session) if private else ()
        self.list.show_rows(rows, follow=True)
        self.setVisible(bool(rows))
