"""NotesCard: the private notes of a session, ticked one by one for the report."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.core.events import Note
from facilitator.core.session import Session
from facilitator.core.spotting import held_ids
from facilitator.ui.widgets import Button, Card, Pill, PlainLabel, SectionTitle, Tone
from facilitator.ui.widgets.emptying import empty_layout
from facilitator.words import _


class NotesCard(Card):
    """Nothing private is on paper unless it is ticked here, and a new version is made.

    Attributes:
        ticks: the boxes by note id.

    Signals:
        release_requested(tuple): ids of the notes that are to stand in the report of a new version.
    """

    release_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ticks: dict[str, QCheckBox] = {}
        self._before: frozenset[str] = frozenset()
        self.explained = PlainLabel(role="soft", wrap=True)
        self.rows = QVBoxLayout()
        self.release = Button()
        self.release.clicked.connect(lambda: self.release_requested.emit(self.chosen))
        self.column.addWidget(SectionTitle(_("Only for you: private notes"), wrap=True))
        self.column.addWidget(self.explained)
        self.column.addLayout(self.rows)
        self.column.addWidget(self.release, 0, Qt.AlignmentFlag.AlignLeft)

    def show_session(self, session: Session) -> None:
        """Show the notes of a session; a session without notes hides the card."""
        notes = session.notebook.notes
        self.setVisible(bool(notes))
        self._before = frozenset(note.id for note in notes if note.released)
        self.explained.setText(
            _("No note is on paper, unless you tick it. What you tick comes in version {next} of the report.").format(
                next=session.version + 1
            )
        )
        self.release.say(_("Make version {next}").format(next=session.version + 1))
        self._clear()
        held = held_ids(session.notebook)
        for note in notes:
            self._add(session, note, held=note.id in held)
        self._show_choice()

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the ticked notes."""
        return tuple(note_id for note_id, tick in self.ticks.items() if tick.isChecked())

    def _add(self, session: Session, note: Note, *, held: bool) -> None:
        """A tick with the words of the note in a label of their own: a tick's own text would read `&` as a key.

        A note that is held back cannot be ticked before it was checked.
        """
        tick = QCheckBox()
        tick.setAccessibleName(_("In the report: {note}").format(note=note.text))
        tick.setChecked(note.released)
        tick.setEnabled(not held)
        tick.toggled.connect(lambda _on: self._show_choice())
        self.ticks[note.id] = tick
        step = next((step.title for step in session.steps if step.id == note.step_id), "")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(note.text, wrap=True))
        if step:
            words.addWidget(PlainLabel(step, "small", wrap=True))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 2, 0, 2)
        row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        if held:
            row.addWidget(Pill(_("to check"), Tone.ATTENTION), 0, Qt.AlignmentFlag.AlignTop)
        self.rows.addWidget(holder)

    def _clear(self) -> None:
        self.ticks.clear()
        empty_layout(self.rows)

    def _show_choice(self) -> None:
        self.release.setEnabled(frozenset(self.chosen) != self._before)
