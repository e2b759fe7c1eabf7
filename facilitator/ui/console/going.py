"""Going: moving through a session and telling the room's screen what to do, as events."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from facilitator.core import events as ev
from facilitator.core.events import Event, Screen
from facilitator.core.session import Session, State
from facilitator.ui.console.playing import questions_in_order
from facilitator.ui.running_session import RunningSession


class Going:
    """Moving through a session and telling the room's screen what to do. Every method says whether it happened."""

    def __init__(self, running: RunningSession) -> None:
        self.running = running

    @property
    def session(self) -> Session:
        """The session as it is now."""
        return self.running.session

    def do(self, kind: type[Event], **fields: Any) -> bool:  # noqa: ANN401  the fields of that kind of event
        """Record an event happening now."""
        return self.running.do(kind, **fields)

    def next(self) -> bool:
        """Begin, or go to what comes next; False at the end."""
        if self.session.course.state is State.PLANNED:
            return self.do(ev.SessionStarted)
        return self._go(self.session.next_place)

    def previous(self) -> bool:
        """Go to what came before; False at the beginning."""
        return self._go(self.session.previous_place)

    def jump(self, step: int, page: int = 0) -> bool:
        """Go straight to a step (from 0) and page; False when there is none."""
        if not 0 <= step < len(self.session.steps):
            return False
        if self.session.course.state is State.PLANNED and not self.do(ev.SessionStarted):
            return False
        return self._go((step, page))

    def _go(self, place: tuple[int, int] | None) -> bool:
        course = self.session.course
        if place is None or place == (self.session.step_number, course.page):
            return False
        step, page = place
        return self.do(ev.StepEntered, step_id=self.session.steps[step].id, page=page)

    def divide(self, minutes: tuple[int, ...]) -> bool:
        """Give the steps other minutes."""
        return self.do(ev.TimeDivided, minutes=minutes)

    def longer(self, by: int) -> bool:
        """Give the present step so many minutes more."""
        session = self.session
        here = session.step_number
        return self.divide((*session.plan[:here], session.plan[here] + by, *session.plan[here + 1 :]))

    def pause(self) -> bool:
        """Let the meeting stand still, or go on."""
        still = self.session.course.paused_since is not None
        return self.do(ev.MeetingContinued if still else ev.MeetingPaused)

    def count_pause(self, stretch: ev.Stretch) -> bool:
        """Count time that is over as a pause."""
        return self.do(ev.PauseCounted, stretch=stretch)

    def correct_start(self, visit: int, began: datetime) -> bool:
        """Put right when the step that was entered by this visit began."""
        return self.do(ev.StartCorrected, visit=visit, began=began)

    def screen(self, screen: Screen) -> bool:
        """Switch the room's screen to something, or back to what was there."""
        return self.running.toggle_screen(screen)

    def turn_question(self, by: int) -> bool:
        """Put the next (1) or previous (-1) guiding question to the room; past the last is none again."""
        session, now = self.session, self.session.course.question_id
        asked = [q.id for q in questions_in_order(session)]
        free = [each for each in asked if not session.notebook.is_held(each)]
        if not asked:
            return False
        questions: list[str | None] = [None, *(free or asked)]  # where all are held back, it is told why
        at = questions.index(now) if now in questions else 0
        return self.do(ev.QuestionChosen, question_id=questions[(at + by) % len(questions)])

    def toggle_question(self, question_id: str) -> bool:
        """Put this question to the room, or take it away again."""
        now = self.session.course.question_id
        return self.do(ev.QuestionChosen, question_id=None if now == question_id else question_id)

    def undo(self) -> bool:
        """Take back the newest change."""
        return self.running.undo()

    def redo(self) -> bool:
        """Make it again."""
        return self.running.redo()

    def close(self) -> bool:
        """End the session."""
        return self.do(ev.SessionClosed)

    def reopen(self) -> bool:
        """Open it again to correct it."""
        return self.do(ev.SessionReopened)
