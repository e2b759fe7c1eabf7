"""BottomBar: back, black, freeze, and on to what comes next, by name."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.core.events import Screen
from facilitator.core.session import Session, State
from facilitator.ui.console.keys import Command, key_of
from facilitator.ui.console.parts import command_button
from facilitator.ui.console.phrases import next_words
from facilitator.ui.widgets import Button
from facilitator.ui.widgets.tips import as_typed
from facilitator.words import _


class BottomBar(QWidget):
    """The buttons at the bottom of the step.

    Signals:
        wanted(Command): a command is asked for.
        reopen_wanted(): open the closed session again.
    """

    wanted = Signal(object)
    reopen_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = command_button(Command.PREVIOUS, _("← Back"), shows_key=False)
        self.black = command_button(Command.BLACK, _("Black"))
        self.freeze = command_button(Command.FREEZE, _("Freeze"))
        self.next = command_button(Command.NEXT, "", primary=True, shows_key=False)
        self._next_text = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button, command in (
            (self.back, Command.PREVIOUS),
            (self.black, Command.BLACK),
            (self.freeze, Command.FREEZE),
            (self.next, Command.NEXT),
        ):
            if button is self.next:
                row.addStretch(1)
            row.addWidget(button)
            if button is not self.next:
                button.clicked.connect(lambda _on=False, command=command: self.wanted.emit(command))
        self.next.clicked.connect(self._next)
        self._closed = False

    def show_session(self, session: Session, next_text: str = "", *, private: bool) -> None:
        """Name what comes next. `next_text` takes its place while something else comes first."""
        course = session.course
        self._closed = course.state is State.CLOSED
        self.back.setEnabled(session.previous_place is not None and course.state is not State.PLANNED)
        _say(self.black, Command.BLACK, _("Screen back") if course.screen is Screen.BLACK else _("Black"))
        _say(self.freeze, Command.FREEZE, _("Screen back") if course.screen is Screen.FROZEN else _("Freeze"))
        instead = next_text.removesuffix(" →")  # the arrow is put behind every name
        text = _("Reopen to correct") if self._closed else instead or next_words(session, private=private)
        if text != self._next_text:
            self._next_text = text
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Shorten the name to the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _next(self) -> None:
        if self._closed:
            self.reopen_wanted.emit()
        else:
            self.wanted.emit(Command.NEXT)

    def _fit(self) -> None:
        taken = sum(button.sizeHint().width() + 8 for button in (self.back, self.black, self.freeze))
        self.next.shorten(f"{self._next_text} →", max(80, self.width() - taken - 48))
        self.next.setToolTip(as_typed(f"{self._next_text} ({key_of(Command.NEXT).sign})"))


def _say(button: Button, command: Command, text: str) -> None:
    label = f"{text}  {key_of(command).sign}"
    if button.text() != label:
        button.say(label)
        button.setAccessibleName(text)
