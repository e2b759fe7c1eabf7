"""Entry: a typing line with the strip under it that tells how it is understood."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.core.grouping import group_by_id
from facilitator.core.options import options_here
from facilitator.core.session import Session
from facilitator.ui.console.entry_field import EntryField, Suggestions
from facilitator.ui.console.parts import quiet
from facilitator.ui.console.picks import Picks
from facilitator.ui.console.reading import Mode, Reading, named_roles, read_typed
from facilitator.ui.console.tasks import Task, idle_words, placeholder, task_name
from facilitator.ui.widgets import Button, Pill, PlainLabel, Tone
from facilitator.ui.widgets.aloud import say_aloud
from facilitator.words import _


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
        taken(Task): what was typed was added.
    """

    stepped = Signal(int)
    opened = Signal()
    escaped = Signal()
    taken = Signal(object)

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
        self._notice = ""
        self._session: Session | None = None
        self._asking = False
        self._keeps_room = True
        self._beside: tuple[QWidget, ...] = ()
        self._shows_beside = True
        self.chip = Pill()
        self.field = EntryField(placeholder(home))
        self.strip = PlainLabel(role="small", wrap=True)
        self.yes = Button(_("Add (Enter)"))
        self.no = Button(_("As plain text (Esc)"))
        self.suggestions = Suggestions(self.field)
        self.picks = Picks(_("To choose from, for you alone"), self.field)
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
        self.picks.clicked.connect(lambda _index: self.propose(self.picks.chosen or ""))
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
        if known is not None and self.task.of_moment and not self._still_there(known, session):
            self.home()
        elif known is None or _understood_by(known) != _understood_by(session):
            self._notice = ""
            self._read()

    def _still_there(self, known: Session, session: Session) -> bool:
        """Whether the moment, and the turning point, that the line is for are those in sight."""
        about = self.task.about or self.task.changes
        return _page_of(known) == _page_of(session) and (not about or _knows(session, about))

    def say(self, text: str, tone: Tone = Tone.PLAIN) -> None:
        """Tell something under the line until the next key."""
        self._tell(text, tone)
        if text:
            say_aloud(self, text)

    def notice(self, text: str) -> None:
        """Tell something about what was added: it stays until something else is typed. Empty takes it away."""
        self._notice = text
        if text:
            self.say(text, Tone.ATTENTION)
        else:
            self._read()

    def _tell(self, text: str, tone: Tone) -> None:
        self.strip.setText(text)
        self.strip.setVisible(self._keeps_room or bool(text))
        self.strip.set_role("attention" if tone is Tone.ATTENTION else "small")

    def offer_texts(self, texts: tuple[str, ...]) -> None:
        """Offer whole texts for what the line is for now."""
        self.picks.offer(texts)

    def propose(self, text: str) -> None:
        """Put a text in the line, to be completed; what stood there can be brought back with undo."""
        self.field.selectAll()
        self.field.insert(text)
        self.field.setFocus()

    def begin(self, task: Task, text: str = "", *, fresh: bool = False) -> None:
        """Use the line for something else; what stood there is set aside. `fresh` leaves aside what was half typed."""
        self._drafts[self.task] = self.field.text()
        self._switch(task, text or ("" if fresh else self._drafts.get(task, "")))

    def home(self) -> None:
        """Use the line for what it was for, with the text that was set aside. A half note waits for the next F2."""
        if self.task != self._home:
            self._drafts[self.task] = "" if self.task.changes else self.field.text()
            self._switch(self._home, self._drafts.get(self._home, ""))

    def _switch(self, task: Task, text: str) -> None:
        self.task = task
        self.picks.offer(())
        self._stop_asking()
        self.field.setText(text)
        self._show_task()
        self._read()

    def _show_task(self) -> None:
        name = task_name(self.task)
        self.chip.say(name, Tone.ATTENTION if self.task.mode is Mode.NOTE else Tone.CALM)
        self.chip.setVisible(self.task != self._home)
        self.field.setPlaceholderText(placeholder(self.task.mode))
        self.field.setAccessibleName(name or placeholder(self.task.mode))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """What is offered stays above the line."""
        super().resizeEvent(event)
        self.picks.place()

    # ---- while typing

    def reading(self) -> Reading | None:
        """How the line is understood now; None before the first session."""
        if self._session is None:
            return None
        return read_typed(self._session, self.field.text(), self.task.mode, changing=bool(self.task.changes))

    def _read(self) -> None:
        self._stop_asking()
        reading = self.reading()
        if not self.field.text().strip() and self._notice:
            self._tell(self._notice, Tone.ATTENTION)
            return
        self._notice = ""
        if reading is None or not self.field.text().strip():
            self.say("" if self._session is None else idle_words(self._session, self.task))
            return
        if reading.unknown:
            self.say(_("{name} is not at the table yet; Enter asks what to do").format(name=reading.unknown))
        else:
            self.say(reading.words)

    def _offer(self) -> None:
        mode = self.task.mode
        if self._session is None or not self.field.hasFocus() or mode not in {Mode.ANSWER, Mode.AGREEMENT, Mode.NEED}:
            return
        agreed = mode is Mode.AGREEMENT or self.field.text().lstrip().startswith("#")
        self.suggestions.offer(self._session.notebook.partners, () if agreed else named_roles(self._session, mode))

    def _step(self, by: int) -> None:
        if self.suggestions.isVisible():
            self.suggestions.step(by)
        elif self.picks.isVisible():
            self.propose(self.picks.step(by))
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
        task = self.task
        if not self.take(reading, task):
            return
        self.field.setText("")  # not clear(): the field's own undo must not bring back what was added
        if task != self._home and not task.stays:
            self.home()
        self.taken.emit(task)

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


def _page_of(session: Session) -> tuple[str, int]:
    return session.course.step_id, session.course.page


def _understood_by(session: Session) -> tuple[object, ...]:
    """What a line is understood by: when it changes, the line is read anew."""
    options = tuple(each.key for each in options_here(session))
    return (*_page_of(session), session.course.turn, session.notebook.partners, options)


def _knows(session: Session, subject_id: str) -> bool:
    found = session.turning_point(subject_id) or session.answer(subject_id) or group_by_id(session, subject_id)
    return found is not None
