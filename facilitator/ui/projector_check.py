"""The check of a projector: a test picture on the room's screen, and three plain questions about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.ui.audience.window import AudienceWindow
from facilitator.ui.displays import Display, Displays
from facilitator.ui.room_screen import RoomScreenDialog, how_to_extend
from facilitator.ui.widgets import Button, Dialog, PlainLabel
from facilitator.words import N_, _


class TrialPicture(QObject):
    """The test picture on a display: it comes on request, and leaves the room's window as it was before.

    When the display goes, or the window is taken away for whatever reason, the picture is gone with it.

    Signals:
        ended(): it is gone.
    """

    ended = Signal()

    def __init__(self, displays: Displays, audience: AudienceWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._displays = displays
        self._audience = audience
        self._back: Callable[[], None] | None = None
        audience.test_changed.connect(self._changed)

    def begin(self, display: Display) -> bool:
        """Show it on a display that can be the room's. Gives False when that is not there any more."""
        screen = self._displays.screen_of(display.id)
        if screen is None:
            return False
        self._back = self._way_back()
        self._audience.show_test(on=True)
        self._displays.fill(screen)
        return True

    def end(self) -> None:
        """Take it away: the window is where it was, or nowhere."""
        back, self._back = self._back, None
        if back is not None:
            back()
            self._audience.show_test(on=False)

    def _changed(self, on: bool) -> None:
        if not on:
            self._back = None
            self.ended.emit()

    def _way_back(self) -> Callable[[], None]:
        """How the window gets back where it is now. It moves first: what it shows is for its own display only."""
        audience, screen = self._audience, self._audience.screen()
        if not audience.isVisible():
            return audience.hide_now
        full = audience.isFullScreen()

        def back() -> None:
            if not full:
                self._displays.show_here()
            elif audience.screen() is not screen and not self._displays.show_audience():
                audience.hide_now()

        return back


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked, where to look, and what may help when the answer is no. All are msgids."""

    asked: str
    look: str
    advice: str


_QUESTIONS: Final = (
    _Question(
        N_("Is it sharp?"),
        N_("Walk to the back of the room. Can you read the smallest line, and do you see loose lines in the blocks?"),
        N_(
            "Turn the focus ring of the projector. Still grey or wavy? Then choose, in the settings of your displays, "
            "the resolution that is marked as recommended. Now it is {size}."
        ),
    ),
    _Question(
        N_("Does it fit?"),
        N_("Do you see the numbers 1 to 4, and the thin line that runs all around at the very edge?"),
        N_(
            "Zoom or move the projector until all four corners are on the wall. Is the edge still cut off? Then switch "
            "off ‘overscan’ on the projector or television. It is also called ‘just scan’, ‘full’ or ‘1:1’."
        ),
    ),
    _Question(
        N_("Do you see only what you should?"),
        N_("Only the test picture: nothing of your own screen, no pointer and no messages."),
        N_(
            "Do you see your own screen? Then your displays are duplicated. {extend} Do you see messages? Then switch "
            "‘do not disturb’ on."
        ),
    ),
)


class ProjectorCheck(Dialog):
    """Asks whether it is sharp, whether it fits, and whether the room sees only what it should.

    A no gives advice, and the question stays. It closes by itself when the test picture goes.

    Signals:
        passed(): three times yes.
    """

    passed = Signal()

    def __init__(self, display: Display, trial: TrialPicture, parent: QWidget) -> None:
        super().__init__(_("Check the projector"), parent, accept=_("Yes"), cancel=_("Stop"))
        self._display = display
        self._number = 0
        self.ask_for(600)
        self.add_text(_("The test picture is on {display} now.").format(display=display.label), "soft")
        self.asked = PlainLabel("", "card-title", wrap=True)
        self.look = PlainLabel("", wrap=True)
        self.advice = PlainLabel("", "attention", wrap=True)
        for label in (self.asked, self.look, self.advice):
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            self.body.addWidget(label)
        self.body.addStretch(1)
        self.no = Button(_("No"))
        self.no.clicked.connect(self._advise)
        self.buttons.insertWidget(self.buttons.indexOf(self.accept_button), self.no)
        self.accept_button.clicked.disconnect()
        self.accept_button.clicked.connect(self._go_on)
        trial.ended.connect(self._picture_gone)
        self.finished.connect(trial.end)
        self._ask()

    @property
    def number(self) -> int:
        """The question that is asked, from 0."""
        return self._number

    def _picture_gone(self) -> None:
        if self.isVisible():
            self.reject()

    def _ask(self) -> None:
        question = _QUESTIONS[self._number]
        progress = _("{number} of {total}").format(number=self._number + 1, total=len(_QUESTIONS))
        self.asked.setText(f"{progress}  ·  {_(question.asked)}")
        self.look.setText(_(question.look))
        self.advice.setText("")
        self.advice.hide()
        self.no.show()
        self.accept_button.say(_("Yes"))
        self._settle()

    def _advise(self) -> None:
        wide, high = self._display.pixels
        advice = _(_QUESTIONS[self._number].advice)
        self.advice.setText(advice.format(size=f"{wide} × {high}", extend=how_to_extend()))
        self.advice.show()
        self.accept_button.say(_("Now it is"))
        self._settle()

    def _go_on(self) -> None:
        if self._number + 1 < len(_QUESTIONS):
            self._number += 1
            self._ask()
        else:
            self.passed.emit()
            self.accept()

    def _settle(self) -> None:
        """The keyboard is at yes; a screen reader hears what is asked."""
        said = (self.asked.text(), self.look.text(), self.advice.text())
        self.accept_button.setAccessibleDescription(" ".join(part for part in said if part))
        self.adjustSize()
        self.accept_button.setFocus(Qt.FocusReason.OtherFocusReason)


def offer_check(
    dialog: RoomScreenDialog, displays: Displays, audience: AudienceWindow, now: Callable[[], datetime]
) -> None:
    """Let the question which screen is the room's offer to check it; a check that is passed is remembered."""
    trial = TrialPicture(displays, audience, dialog)

    def check(display: Display) -> None:
        if trial.begin(display):
            asked = ProjectorCheck(display, trial, dialog)
            asked.passed.connect(lambda: displays.say_checked(display, now()))
            asked.finished.connect(asked.deleteLater)
            asked.open()

    dialog.check_requested.connect(check)
    dialog.finished.connect(trial.end)
