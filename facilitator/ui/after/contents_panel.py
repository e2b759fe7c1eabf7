"""ContentsPanel: what goes into the document that is shown, to be ticked beside its preview."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.core.events import Note
from facilitator.core.session import Session
from facilitator.core.spotting import held_ids
from facilitator.report.contents import ALL, Contents
from facilitator.report.kinds import PARTS, WITH_NOTES, Document, Part
from facilitator.ui.start.page import Scrolling, SideBySide
from facilitator.ui.widgets import PlainLabel
from facilitator.ui.widgets.emptying import empty_layout
from facilitator.words import _

_COLUMNS = 3
_COLUMN_EMS = 12
_NOTE_LINES = 4


class ContentsPanel(QWidget):
    """A tick for each part that a kind of document can do without; hidden where there is nothing to choose.

    Attributes:
        ticks: the boxes by their part.
        notes: the boxes of the notes that were released, by the id of the note.

    Signals:
        chosen(Contents): what is to go in now.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ticks: dict[Part, QCheckBox] = {}
        self.notes: dict[str, QCheckBox] = {}
        self._contents = ALL
        self._shown: tuple[Document | None, tuple[str, ...]] = (None, ())
        self.title = PlainLabel(_("What goes in"), "strong")
        self._sides = QVBoxLayout()  # as many boxes beside each other as there is room for, at any size of text
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._released = QVBoxLayout()
        self._released.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setLayout(self._released)
        self._scrolling = Scrolling(holder, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        for part in (self.title, self._scrolling):
            column.addWidget(part)
        column.insertLayout(1, self._sides)
        self.hide()

    def show_choice(self, session: Session, document: Document, contents: Contents) -> None:
        """Show what goes into a document of this kind. The focus stays where it is."""
        held = held_ids(session.notebook)
        notes = [n for n in session.notebook.notes if n.released and n.id not in held]
        notes = notes if document in WITH_NOTES else []
        self._contents = contents
        if self._shown != (document, tuple(note.id for note in notes)):
            self._shown = (document, tuple(note.id for note in notes))
            self._build(PARTS[document], notes)
        for part, tick in self.ticks.items():
            _set(tick, on=getattr(contents, part.value))
        for note_id, tick in self.notes.items():
            _set(tick, on=note_id not in contents.without_notes)
        self.setVisible(bool(self.ticks or self.notes))

    def _build(self, parts: tuple[Part, ...], notes: list[Note]) -> None:
        self._clear()
        beside = SideBySide(_COLUMN_EMS, (1,) * _COLUMNS, gap=4)
        for part in parts:
            tick = QCheckBox(_words(part))
            tick.setToolTip(_explained(part))
            tick.setAccessibleDescription(_explained(part))
            tick.toggled.connect(self._tell)
            self.ticks[part] = tick
            beside.add(tick)
        self._sides.addWidget(beside)
        for note in notes:
            self._add_note(note)
        self._scrolling.setVisible(bool(notes))
        self._scrolling.setMaximumHeight(self.fontMetrics().lineSpacing() * 2 * min(len(notes) + 1, _NOTE_LINES))

    def _add_note(self, note: Note) -> None:
        tick = QCheckBox()  # its words stand beside it: a tick's own text would read `&` as a key
        tick.setAccessibleName(_("Your note: {note}").format(note=note.text))
        tick.toggled.connect(self._tell)
        self.notes[note.id] = tick
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        words = PlainLabel(_("Your note: {note}").format(note=note.text), wrap=True)
        row.addWidget(words, 1, Qt.AlignmentFlag.AlignTop)
        self._released.addWidget(line)

    def _tell(self, _on: bool) -> None:
        flags: dict[str, Any] = {part.value: tick.isChecked() for part, tick in self.ticks.items()}
        others = tuple(each for each in self._contents.without_notes if each not in self.notes)
        out = tuple(note_id for note_id, tick in self.notes.items() if not tick.isChecked())
        self._contents = replace(self._contents, **flags, without_notes=(*others, *out))
        self.chosen.emit(self._contents)

    def _clear(self) -> None:
        self.ticks.clear()
        self.notes.clear()
        for layout in (self._sides, self._released):
            empty_layout(layout)


def _set(tick: QCheckBox, *, on: bool) -> None:
    tick.blockSignals(True)
    tick.setChecked(on)
    tick.blockSignals(False)


def _words(part: Part) -> str:
    return {
        Part.NAMES: _("Names of people"),
        Part.ANSWERS: _("Answers"),
        Part.TIMES: _("Times and minutes"),
        Part.ATTENDANCE: _("Who was there"),
        Part.PARKED: _("Parked for later"),
        Part.LOOK_BACK: _("Look back"),
        Part.CARDS: _("Knowledge cards"),
    }[part]


def _explained(part: Part) -> str:
    return {
        Part.NAMES: _("Without a tick only roles are in it: no name anywhere in the file, not in its own name either."),
        Part.ANSWERS: _("What was said at each step, counted, voted and weighed."),
        Part.TIMES: _("How long each step took, and from when until when somebody was there."),
        Part.ATTENDANCE: _("The list of people, and who agreed to confidentiality."),
        Part.PARKED: _("What was put aside for another time."),
        Part.LOOK_BACK: _("How agreements of earlier sessions stand."),
        Part.CARDS: _("Which cards the room saw, and what was guessed of each fact check."),
    }[part]
