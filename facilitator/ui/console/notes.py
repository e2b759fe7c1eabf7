"""Notes: what the facilitator writes for nobody else, unless a note is put in the report, one by one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.core.session import Session
from facilitator.ui.console.keys import Command
from facilitator.ui.console.parts import command_button, heading
from facilitator.ui.console.row_list import RowList
from facilitator.ui.console.rows import Row
from facilitator.ui.widgets import PlainLabel, Tone
from facilitator.words import _


def note_rows(session: Session) -> tuple[Row, ...]:
    """The notes of the present step, and those of no step."""
    here = (None, session.step.id)
    return tuple(
        Row(
            note.id,
            note.text,
            pill=_("in the report ✓") if note.released else _("not in the report"),
            tone=Tone.ATTENTION if note.released else Tone.PLAIN,
        )
        for note in session.notebook.notes
        if note.step_id in here
    )


class Notes(QFrame):
    """The private notes of this step.

    Signals:
        wanted(Command): a new note is asked for.
        opened(str): this note is to be changed.
        release_toggled(str): put it in the report, or take it out.
        asked(str, QPoint): the menu of this note is asked for.
    """

    wanted = Signal(object)
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
        self.write = command_button(Command.NOTE, _("Write a note"))
        self.write.setProperty("role", "link")
        self.write.clicked.connect(lambda: self.wanted.emit(Command.NOTE))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 2, 6, 2)
        column.setSpacing(0)
        column.addLayout(heading(PlainLabel(_("For you alone"), "strong"), self.write))
        column.addWidget(self.list)

    def show_session(self, session: Session) -> None:
        """Show the notes of the present step."""
        rows = note_rows(session)
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
