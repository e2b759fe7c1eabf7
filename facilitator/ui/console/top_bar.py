"""TopBar: which session this is, what time it is, and how it goes."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.core.pace import Pace
from facilitator.core.session import Session, State
from facilitator.core.spotting import held_ids
from facilitator.ui.console.keys import Command
from facilitator.ui.console.parts import ElidedLabel, command_button, quiet
from facilitator.ui.console.phrases import is_far, local_clock, pace_words, session_name, state_words
from facilitator.ui.widgets import IconButton, Pill, PlainLabel, Tone
from facilitator.words import _

PLACE_EMS = 60
"""From this width on the municipality is told too."""


class TopBar(QWidget):
    """One line at the top.

    Signals:
        leave_wanted(): back to where the session was opened from.
        check_wanted(): check what is held back.
        divide_wanted(): divide the time anew.
        keyboard_free(): what had the keyboard goes away.
    """

    leave_wanted = Signal()
    check_wanted = Signal()
    divide_wanted = Signal()
    keyboard_free = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ElidedLabel(role="page-title")
        self.place = ElidedLabel(role="soft")
        self.rehearsal = Pill(_("rehearsal, not kept"), Tone.ATTENTION)
        self.clock = PlainLabel(role="clock")
        self.pace = Pill()
        self.check = command_button(Command.CHECK, "", shows_key=False)
        self.check.setProperty("role", "attention")
        self.check.clicked.connect(self.check_wanted)
        self.divide = command_button(Command.DIVIDE, _("Divide the time"))
        self.divide.clicked.connect(self.divide_wanted)
        self.divide.hide()
        self.leave = IconButton("close", _("Leave the session; it can be resumed"))
        quiet(self.leave)
        self.leave.clicked.connect(self.leave_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.name)
        row.addWidget(self.place, 1)
        for widget in (self.check, self.rehearsal, self.clock, self.pace, self.divide, self.leave):
            row.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Where there is little room, the name of the session matters more than the municipality."""
        super().resizeEvent(event)
        self.place.setVisible(self.width() > PLACE_EMS * self.fontMetrics().horizontalAdvance("M"))

    def show_session(self, session: Session) -> None:
        """Show which session this is."""
        town = session.details.municipality
        self.name.setText(session_name(session))
        self.place.setText(_("municipality of {name}").format(name=town) if town else "")
        self.rehearsal.setVisible(session.rehearsal)
        count = len(held_ids(session.notebook))
        self.check.say(_("To check: {count}").format(count=count))
        self.check.setVisible(count > 0)

    def show_time(self, session: Session, pace: Pace | None, now: datetime) -> None:
        """Show the time, and how the session goes at it."""
        _set(self.clock, local_clock(session, now))
        words = state_words(session) if pace is None else pace_words(session, pace)
        late = pace is not None and pace.behind > 0 and not pace.on_schedule
        divisible = late and pace is not None and not is_far(pace)
        if self.divide.hasFocus() and not divisible:
            self.keyboard_free.emit()  # else it would go to the button that leaves the session
        self.divide.setVisible(divisible)
        reopened = session.course.state is State.REOPENED
        if self.pace.text() != words:
            self.pace.say(words, Tone.ATTENTION if late or reopened else Tone.CALM)
            self.pace.setVisible(bool(words))


def _set(label: PlainLabel, text: str) -> None:
    if label.text() != text:
        label.setText(text)
