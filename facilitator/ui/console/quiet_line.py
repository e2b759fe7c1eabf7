"""QuietLine: a silence that a step asks for, or that is going on, on one line above what is read and said."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.core.session import Session, State
from facilitator.ui.console.keys import Command, key_of, tip
from facilitator.ui.console.parts import command_button, quiet
from facilitator.ui.widgets import Button, PlainLabel
from facilitator.words import _, ngettext

CHOICES = (1, 2, 3)
"""The lengths to choose from, in minutes."""


def asked_words(minutes: int) -> str:
    """What a step asks for."""
    return ngettext(
        "This step begins with {count} minute of silence.", "This step begins with {count} minutes of silence.", minutes
    ).format(count=minutes)


def left_words(minutes: int, seconds: float) -> str:
    """`Stil · nog 0:45`, or that the time is over."""
    left = max(0, round(60 * minutes - seconds))
    if not left:
        return _("The silence is over. Nothing goes on by itself.")
    return _("Quiet · {left} left").format(left=f"{left // 60}:{left % 60:02d}")


class QuietLine(QWidget):
    """In sight while a step asks for a silence that was not had yet, and while one is going on.

    Signals:
        wanted(Command): a command is asked for.
        minutes_wanted(int): it is to be quiet for so many minutes.
    """

    wanted = Signal(object)
    minutes_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = PlainLabel(role="accent")
        self.press = command_button(Command.SILENCE, _("Begin"))
        self.press.setProperty("role", "small")
        self.press.clicked.connect(lambda: self.wanted.emit(Command.SILENCE))
        self.lengths = [Button(_("{count} min").format(count=count)) for count in CHOICES]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.words, 1)
        for count, button in zip(CHOICES, self.lengths, strict=True):
            quiet(button)
            button.setProperty("role", "small")
            button.setCheckable(True)
            name = ngettext("{count} minute of silence", "{count} minutes of silence", count).format(count=count)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(lambda _on=False, count=count: self.minutes_wanted.emit(count))
            row.addWidget(button)
        row.addWidget(self.press)
        self.hide()

    def show_session(self, session: Session, now: datetime) -> None:
        """Show what the present step asks for, or how long it is still to be quiet."""
        silence, asked = session.course.silence, session.step.silent_minutes
        going = silence is not None and not silence.ended
        self.setVisible(going or (bool(asked) and silence is None and session.course.state is State.RUNNING))
        minutes = silence.minutes if going and silence is not None else asked
        for count, button in zip(CHOICES, self.lengths, strict=True):
            button.setChecked(count == minutes)
        said = _("Stop") if going else _("Begin")
        if self.press.accessibleName() != said:
            self.press.say(f"{said}  {key_of(Command.SILENCE).sign}")
            self.press.setAccessibleName(said)
            self.press.setAccessibleDescription(tip(Command.SILENCE))
        self.show_time(session, now)

    def show_time(self, session: Session, now: datetime) -> None:
        """Tell how long it is still to be quiet."""
        silence = session.course.silence
        if silence is not None and not silence.ended:
            words = left_words(silence.minutes, max(0.0, (now - silence.since).total_seconds()))
        else:
            words = asked_words(session.step.silent_minutes) if session.step.silent_minutes else ""
        if self.words.text() != words:
            self.words.setText(words)
