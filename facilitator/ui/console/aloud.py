"""Aloud: what changes on the console by itself, or far from where one types, told to who listens instead of looks.

What is said in a line (`Console.say`) is said aloud there. Here are the changes that have no line: what the room sees,
another step, time that runs out, and whether things are saved.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from facilitator.core.events import Screen
from facilitator.core.pace import Pace
from facilitator.core.session import Session
from facilitator.ui.console.phrases import pace_words, step_left_words
from facilitator.ui.console.step_head import where_words
from facilitator.ui.widgets.aloud import say_aloud
from facilitator.words import N_, _

_SCREENS = {
    Screen.LIVE: N_("The room sees the session."),
    Screen.BLACK: N_("The room's screen is black."),
    Screen.FROZEN: N_("The room's screen is frozen."),
    Screen.NEUTRAL: N_("The room's screen is neutral."),
}


def told(before: Session, after: Session) -> Iterator[str]:
    """What is to be said of what changed between two states of a session."""
    if after.course.screen is not before.course.screen:
        yield _(_SCREENS[after.course.screen])
    if (after.step_number, after.course.state) != (before.step_number, before.course.state):
        yield f"{where_words(after)}: {after.step.audience_title}"
        return
    if after.course.card is not None and after.course.card != before.course.card:
        yield _("On the screen: {answer}").format(answer=after.course.card.title)
    if after.course.panel is not None and after.course.panel != before.course.panel:
        yield _("On the screen: {answer}").format(answer=after.course.panel.title)
    if after.course.shows_alone:
        return  # the room sees a slide or a card; what is shown on the page lies under it
    shown_before = {answer.id for answer in before.answers_here() if answer.shown}
    shown = [answer for answer in after.answers_here() if answer.shown and answer.id not in shown_before]
    if len(shown) == 1 and not after.notebook.is_held(shown[0].id):
        yield _("On the screen: {answer}").format(answer=shown[0].text)
    elif shown:
        yield _("On the screen: {count} answers").format(count=len(shown))


class Aloud:
    """Tells what changed, once. Give it each new state of the session, and the time."""

    def __init__(self, widget: QWidget, session: Session) -> None:
        self._widget = widget
        self._session = session
        self._late = self._over = False

    def follow(self, session: Session) -> None:
        """Tell what is different now."""
        before, self._session = self._session, session
        for words in told(before, session):
            say_aloud(self._widget, words)

    def tick(self, pace: Pace | None) -> None:
        """Tell when the step runs over its time, and when the session comes to be late."""
        over = pace is not None and pace.step_left < 0
        late = pace is not None and pace.behind > 0 and not pace.on_schedule
        if pace is not None and over and not self._over:
            say_aloud(self._widget, step_left_words(pace))
        if pace is not None and late and not self._late:
            say_aloud(self._widget, pace_words(self._session, pace))
        self._late, self._over = late, over

    def saved_again(self) -> None:
        """Tell that what could not be saved is saved."""
        say_aloud(self._widget, _("Everything is saved again."))
