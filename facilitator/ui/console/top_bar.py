"""TopBar: which session this is, what time it is, and how it goes."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.core.pace import Pace
from facilitator.core.session import Session, State
from facilitator.core.spotting import held_ids
from facilitator.ui import theme
from facilitator.ui.console.keys import Command
from facilitator.ui.console.parts import ElidedLabel, command_button, quiet
from facilitator.ui.console.phrases import is_far, local_clock, pace_words, session_name, state_words
from facilitator.ui.widgets import Button, IconButton, Pill, Tone
from facilitator.words import _

PLACE_EMS = 60
"""From this width on the municipality is told too."""


class TopBar(QWidget):
    """One line at the top.

    Signals:
        leave_wanted(): back to where the session was opened from.
        wanted(Command): check what is held back, divide the time anew, or go on after a pause.
        time_asked(QPoint): what can be done with the time, to be shown there.
        keyboard_free(): what had the keyboard goes away.
    """

    leave_wanted = Signal()
    wanted = Signal(object)
    time_asked = Signal(QPoint)
    keyboard_free = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ElidedLabel(role="page-title")
        self.place = ElidedLabel(role="soft")
        self.rehearsal = Pill(_("rehearsal, not kept"), Tone.ATTENTION)
        self.clock = Button()
        self.clock.setProperty("role", "clock")
        self.clock.setIcon(theme.current().icon("open"))
        self.clock.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the sign that it opens stands behind the time
        self.clock.setToolTip(_("Pause, beginning, division, sound"))
        self.clock.setAccessibleDescription(self.clock.toolTip())
        quiet(self.clock)
        self.clock.clicked.connect(self._ask_time)
        self.pace = Pill()
        self.check = command_button(Command.CHECK, "", shows_key=False)
        self.check.setProperty("role", "attention")
        self.divide = command_button(Command.DIVIDE, _("Divide the time"))
        self.divide.hide()
        self.go_on = command_button(Command.PAUSE, _("Go on"))
        self.go_on.hide()
        for button, command in (
            (self.check, Command.CHECK),
            (self.divide, Command.DIVIDE),
            (self.go_on, Command.PAUSE),
        ):
            button.clicked.connect(lambda _on=False, command=command: self.wanted.emit(command))
        self.leave = IconButton("close", _("Leave the session; it can be resumed"))
        quiet(self.leave)
        self.leave.clicked.connect(self.leave_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.name)
        row.addWidget(self.place, 1)
        for widget in (self.check, self.rehearsal, self.clock, self.pace, self.divide, self.go_on, self.leave):
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
        clock = local_clock(session, now)
        if self.clock.text() != clock:
            self.clock.say(clock)
            self.clock.setAccessibleName(_("Time: {clock}").format(clock=clock))
        words = state_words(session) if pace is None else pace_words(session, pace)
        late = pace is not None and pace.behind > 0 and not pace.is_slight
        still = session.course.paused_since is not None
        self._offer(self.divide, wanted=late and not still and pace is not None and not is_far(pace))
        self._offer(self.go_on, wanted=still)
        reopened = session.course.state is State.REOPENED
        if self.pace.text() != words:
            self.pace.say(words, Tone.ATTENTION if late or still or reopened else Tone.CALM)
            self.pace.setVisible(bool(words))

    def _offer(self, button: Button, *, wanted: bool) -> None:
        """Offer a button or take it away, never with the keyboard: that would go to the button that leaves."""
        if button.hasFocus() and not wanted:
            self.keyboard_free.emit()
        button.setVisible(wanted)

    def _ask_time(self) -> None:
        self.time_asked.emit(self.clock.mapToGlobal(self.clock.rect().bottomLeft()))
