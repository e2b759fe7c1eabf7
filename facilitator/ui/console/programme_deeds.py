"""ProgrammeDeeds: what the facilitator changes in the programme of a meeting that runs, as events."""

from __future__ import annotations

from dataclasses import replace

from facilitator.core import events as ev
from facilitator.core.apply import judge
from facilitator.core.casus import Case
from facilitator.core.refusal import Refusal
from facilitator.core.script import Answering, Question, Step, StepKind, Way
from facilitator.core.session import Session
from facilitator.core.text import one_line
from facilitator.ui.running_session import RunningSession

ANSWERED = {StepKind.QUESTION: Answering.FREE, StepKind.ROUND: Answering.PER_PARTNER}
"""How answers are taken in a step that the meeting adds; in another kind none are."""


class ProgrammeDeeds:
    """Other steps, another order, other minutes. Every method says whether it happened; undo takes each back."""

    def __init__(self, running: RunningSession) -> None:
        self._running = running

    @property
    def session(self) -> Session:
        """The session as it is now."""
        return self._running.session

    # ---- order and minutes

    def move(self, step_id: str, place: int) -> bool:
        """Let a step come at this place, from 0; False when it is there already."""
        order = [step.id for step in self.session.steps]
        if step_id not in order:
            return False
        before, after = order.index(step_id), max(0, min(place, len(order) - 1))
        if before == after:
            return False
        order.insert(after, order.pop(before))
        return self._change(order=tuple(order))

    def later(self, step_id: str, by: int) -> bool:
        """Let a step come so many places later, or earlier."""
        place = self.session.index(step_id)
        return place is not None and self.move(step_id, place + by)

    def drop(self, step_id: str) -> bool:
        """Pass a step over, or take it up again with the minutes it had on paper."""
        dropped = self.session.notebook.dropped
        if step_id not in dropped:
            return self._change(dropped=(*dropped, step_id))
        return self._change(
            dropped=tuple(each for each in dropped if each != step_id), minutes={step_id: self._on_paper(step_id)}
        )

    def give(self, step_id: str, by: int) -> bool:
        """Give a step so many minutes more, or fewer; never less than one. False when nothing changes."""
        number = self.session.index(step_id)
        if number is None or self.session.is_dropped(number):
            return False
        now = self.session.plan[number]
        minutes = max(1, now + by)
        return minutes != now and self._change(minutes={step_id: minutes})

    def _on_paper(self, step_id: str) -> int:
        session = self.session
        planned = {step.id: minutes for step, minutes in zip(session.script.steps, session.minutes, strict=True)}
        return planned.get(step_id) or next(step.minutes for step in session.steps if step.id == step_id)

    def _change(
        self,
        order: tuple[str, ...] | None = None,
        dropped: tuple[str, ...] | None = None,
        minutes: dict[str, int] | None = None,
    ) -> bool:
        session = self.session
        now = {step.id: planned for step, planned in zip(session.steps, session.plan, strict=True)} | (minutes or {})
        ids = order or tuple(now)
        return self._running.do(
            ev.ProgrammeChanged,
            order=ids,
            minutes=tuple(now[step_id] for step_id in ids),
            dropped=session.notebook.dropped if dropped is None else dropped,
        )

    # ---- what the script does not have

    def write_step(self, kind: StepKind, title: str, text: str, minutes: int, step_id: str | None = None) -> bool:
        """Insert a step after the present one, or put right the words of this one. `text` is for the room."""
        session = self.session
        title = one_line(title)
        old = next((each for each in session.steps if each.id == step_id), None)
        if old is not None:  # with its minutes, its questions and its way
            put = replace(old, title=title, audience_title=title, audience_text=text.strip())
            return self._running.do(ev.StepWritten, step=put)
        step = Step(
            self._running.new_id(),
            title,
            kind,
            minutes,
            max(1, minutes // 2),
            title,
            text.strip(),
            answering=ANSWERED.get(kind, Answering.NONE),
            way=Way.ROUND if kind is StepKind.ROUND else Way.TOGETHER,
        )
        return self._running.do(ev.StepWritten, step=step, before=next_id(session))

    def write_question(self, text: str) -> bool:
        """Add a guiding question to the present page; the room sees it when it is put to it."""
        session, moment = self.session, self.session.moment
        question = Question(self._running.new_id(), one_line(text))
        moment_id = None if moment is None else moment.id
        return self._running.do(ev.QuestionWritten, step_id=session.step.id, question=question, moment_id=moment_id)

    def can_switch(self, case: Case) -> bool:
        """Whether this case can be studied from here on."""
        event = ev.CaseSwitched(id="", at=self._running.now(), case=case)
        return not isinstance(judge(self.session, event), Refusal)

    def switch_case(self, case: Case) -> bool:
        """Study another case from here on."""
        return self._running.do(ev.CaseSwitched, case=case)


def next_id(session: Session) -> str | None:
    """The id of the step behind the present one; None when that is the last."""
    following = session.step_number + 1
    return session.steps[following].id if following < len(session.steps) else None
