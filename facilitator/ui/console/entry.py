"""Entry: a typing line with the strip under it that tells how it is understood."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.core.session import Session
from facilitator.ui.console.entry_field import EntryField, Suggestions
from facilitator.ui.console.parts import quiet
from facilitator.ui.console.reading import Mode, Reading, read_typed
from facilitator.ui.widgets import Button, Pill, PlainLabel, Tone
from facilitator.words import _


@dataclass(frozen=True, slots=True)
class Task:
    """What the line is for: a mode, and the id of what is being put right (empty for something new)."""

    mode: Mode
    changes: str = ""


class Entry(QWidget):
    """One line; Enter adds. Text that could not be added stays where it is.

    Attributes:
        field: the line itself.
        task: what it is for now. Another task sets the text aside and `home` brings it back.
        take: called with a reading and the task; says whether it was added.
        add_partner: called with the name of an organisation that is to join; says whether it did.

    Signals:
        stepped(int): choose the row above (-1) or below (1).
        opened(): Enter on an empty line.
        escaped(): Esc with nothing left for the line itself to give up.
        task_changed(Task): it is for something else now.
    """

    stepped = Signal(int)
    opened = Signal()
    escaped = Signal()
    task_changed = Signal(object)

    def __init__(
        self,
        home: Mode,
        take: Callable[[Reading, Task], bool],
        add_partner: Callable[[str], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._home = Task(home)
        self.task = self._home
        self.take = take
        self.add_partner = add_partner
        self._drafts: dict[Task, str] = {}
        self._session: Session | None = None
        self._asking = False
        self._keeps_room = True
        self._beside: tuple[QWidget, ...] = ()
        self._shows_beside = True
        self.chip = Pill()
        self.field = EntryField(_placeholder(home))
        self.strip = PlainLabel(role="small", wrap=True)
        self.yes = Button(_("Add (Enter)"))
        self.no = Button(_("As plain text (Esc)"))
        self.suggestions = Suggestions(self.field)
        self._lay_out()
        self._wire()
        self._show_task()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.chip)
        line.addWidget(self.field, 1)
        self._under = QHBoxLayout()
        self._under.setSpacing(8)
        for widget in (self.strip, self.yes, self.no):
            self._under.addWidget(widget, int(widget is self.strip))
        self.strip.setMinimumHeight(self.strip.fontMetrics().height() + 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(line)
        column.addLayout(self._under)
        for button in (self.yes, self.no):
            button.setProperty("role", "small")
            quiet(button)
            button.hide()

    def _wire(self) -> None:
        self.field.textChanged.connect(self._read)
        self.field.cursorPositionChanged.connect(self._offer)
        self.field.entered.connect(self._enter)
        self.field.escaped.connect(self._escape)
        self.field.stepped.connect(self._step)
        self.field.tabbed.connect(lambda: self.suggestions.insert(self.suggestions.chosen or ""))
        self.suggestions.picked.connect(self.suggestions.insert)
        self.yes.clicked.connect(self._enter)
        self.no.clicked.connect(self._escape)

    def keep_room(self, *, kept: bool) -> None:
        """Keep room for the strip while it is empty, or give it away."""
        self.strip.setMinimumHeight(self.strip.fontMetrics().height() + 4 if kept else 0)
        self._keeps_room = kept
        self.strip.setVisible(kept or bool(self.strip.text()))

    def put_beside(self, *buttons: QWidget) -> None:
        """Put buttons at the right end of the strip."""
        for button in buttons:
            self._under.addWidget(button)
        self._beside = buttons

    def show_beside(self, *, shown: bool) -> None:
        """Show those buttons or not; a question in the strip takes their place anyhow."""
        self._shows_beside = shown
        for button in self._beside:
            button.setVisible(shown and not self._asking)

    # ---- what it shows

    def show_session(self, session: Session) -> None:
        """Understand lines against this session from now on."""
        known = self._session
        self._session = session
        same = known is not None and known.notebook.partners is session.notebook.partners
        if not same or known is None or known.step is not session.step:
            self._read()

    def say(self, text: str, tone: Tone = Tone.PLAIN) -> None:
        """Tell something under the line until the next key."""
        self.strip.setText(text)
        self.strip.setVisible(self._keeps_room or bool(text))
        self.strip.set_role("attention" if tone is Tone.ATTENTION else "small")
        if tone is Tone.ATTENTION:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def propose(self, text: str) -> None:
        """Put a text in the line, to be completed; what stood there can be brought back with undo."""
        self.field.selectAll()
        self.field.insert(text)
        self.field.setFocus()

    def begin(self, task: Task, text: str = "") -> None:
        """Use the line for something else; what stood there is set aside."""
        self._drafts[self.task] = self.field.text()
        self._switch(task, text or self._drafts.get(task, ""))

    def home(self) -> None:
        """Use the line for what it was for, with the text that was set aside. A half note waits for the next F2."""
        if self.task != self._home:
            self._drafts[self.task] = "" if self.task.changes else self.field.text()
            self._switch(self._home, self._drafts.get(self._home, ""))

    def _switch(self, task: Task, text: str) -> None:
        self.task = task
        self._stop_asking()
        self.field.setText(text)
        self._show_task()
        self._read()
        self.task_changed.emit(task)

    def _show_task(self) -> None:
        name = _name(self.task)
        self.chip.say(name, Tone.ATTENTION if self.task.mode is Mode.NOTE else Tone.CALM)
        self.chip.setVisible(self.task != self._home)
        self.field.setPlaceholderText(_placeholder(self.task.mode))
        self.field.setAccessibleName(name or _placeholder(self.task.mode))

    # ---- while typing

    def reading(self) -> Reading | None:
        """How the line is understood now; None before the first session."""
        return None if self._session is None else read_typed(self._session, self.field.text(), self.task.mode)

    def _read(self) -> None:
        self._stop_asking()
        reading = self.reading()
        if reading is None or not self.field.text().strip():
            self.say("")
            return
        if reading.unknown:
            self.say(_("{name} is not at the table yet; Enter asks what to do").format(name=reading.unknown))
        else:
            self.say(reading.words)

    def _offer(self) -> None:
        if self._session is not None and self.task.mode in {Mode.ANSWER, Mode.AGREEMENT} and self.field.hasFocus():
            self.suggestions.offer(self._session.notebook.partners)

    def _step(self, by: int) -> None:
        if self.suggestions.isVisible():
            self.suggestions.step(by)
        else:
            self.stepped.emit(by)

    # ---- Enter and Esc

    def _enter(self) -> None:
        if self.suggestions.takes_enter:
            self.suggestions.insert(self.suggestions.chosen or "")
            return
        self.suggestions.dismiss()
        if not self.field.text().strip():
            self.opened.emit()
            return
        reading = self.reading()
        if reading is None:
            return
        if reading.problem:
            self.say(reading.problem, Tone.ATTENTION)
        elif reading.unknown and not self._asking:
            self._ask(reading.unknown)
        elif reading.unknown:
            self._add_unknown(reading.unknown)
        else:
            self._add(reading)

    def _add_unknown(self, name: str) -> None:
        """Let the organisation join and read the line again; another unknown one is asked after in its turn."""
        if self.add_partner(name):
            self._stop_asking()
            self._enter()

    def _add(self, reading: Reading) -> None:
        if not self.take(reading, self.task):
            return
        if self.task == self._home:
            self.field.setText("")  # not clear(): the field's own undo must not bring back what was added
        else:
            self.field.setText("")
            self.home()

    def _ask(self, name: str) -> None:
        self._asking = True
        self.say(_("{name} is not at the table yet. Add it?").format(name=name), Tone.ATTENTION)
        self.yes.show()
        self.no.show()
        self.show_beside(shown=self._shows_beside)

    def _stop_asking(self) -> None:
        if self._asking:
            self._asking = False
            self.yes.hide()
            self.no.hide()
            self.show_beside(shown=self._shows_beside)

    def _escape(self) -> None:
        if self.suggestions.isVisible():
            self.suggestions.dismiss()
        elif self._asking and (reading := self.reading()) is not None:
            self._stop_asking()
            self._add(reading)
        elif self.task != self._home:
            self.home()
        else:
            self.escaped.emit()


def _name(task: Task) -> str:
    names = {
        Mode.ANSWER: _("Answer"),
        Mode.NOTE: _("Note · for you alone"),
        Mode.PARK: _("Parking lot"),
        Mode.AGREEMENT: _("Agreement"),
    }
    changing = {Mode.ANSWER: _("Change the answer"), Mode.NOTE: _("Change the note · for you alone")}
    return changing.get(task.mode, names[task.mode]) if task.changes else names[task.mode]


def _placeholder(mode: Mode) -> str:
    match mode:
        case Mode.ANSWER:
            return _("Type an answer and press Enter …  @organisation ties it, # makes it an agreement")
        case Mode.NOTE:
            return _("Write a note for yourself and press Enter")
        case Mode.PARK:
            return _("Type what is kept for later and press Enter")
        case Mode.AGREEMENT:
            return _("New agreement: @who what before when")
