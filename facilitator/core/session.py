"""Session: the frozen state of a meeting, and what can be asked of it.

A session is what you get by folding its events (see `apply`). It has two halves. The *notebook* holds what was
written: people, answers, notes, agreements; undo takes it back one change at a time. The *course* holds how the
meeting goes: where it is, since when, and what the audience window does; undo leaves it alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from facilitator.core.agreement import Agreement
from facilitator.core.casus import Case, Moment
from facilitator.core.course import Course
from facilitator.core.events import Answer, Details, Judgement, ReadFrom, Slide, TurningPoint, Weighed
from facilitator.core.notebook import Notebook
from facilitator.core.people import Participant, Partner
from facilitator.core.script import Question, Script, Step, StepKind, Tells
from facilitator.core.vocabulary import State as State  # noqa: PLC0414  known under this name too
from facilitator.core.weighing import Verdict


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A change by its event id, with the notebook on its other side."""

    event_id: str
    notebook: Notebook


@dataclass(frozen=True, slots=True)
class Session:
    """A meeting.

    `script` is what was planned, and `minutes` its minutes per step as they were planned; `steps` and `plan` are what
    holds now, as `case` does of `planned_case`. `history` holds the changes that undo can still take back. A session
    that was held elsewhere is known by its report, which was `read_from` a file.
    """

    id: str
    script: Script
    minutes: tuple[int, ...]
    rehearsal: bool
    notebook: Notebook
    course: Course = field(default_factory=Course)
    history: tuple[Snapshot, ...] = ()
    undone: tuple[Snapshot, ...] = ()
    planned_case: Case | None = None
    read_from: ReadFrom | None = None

    # ---- what is led

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps in the order that holds now, those that were dropped among them."""
        return self.notebook.steps or self.script.steps

    @property
    def plan(self) -> tuple[int, ...]:
        """The minutes that hold now, one for each of the steps; 0 for one that was dropped."""
        return self.notebook.divided or self.minutes

    @property
    def case(self) -> Case | None:
        """The case that is studied now."""
        return self.notebook.case

    @property
    def cases(self) -> tuple[Case, ...]:
        """Every case that was studied, in their order; the present one last."""
        return self.notebook.cases_before if self.case is None else (*self.notebook.cases_before, self.case)

    def index(self, step_id: str | None) -> int | None:
        """Position of a step, or None when it is not in the programme."""
        return next((i for i, step in enumerate(self.steps) if step.id == step_id), None)

    def is_dropped(self, number: int) -> bool:
        """Whether the step at this position is passed over."""
        return self.steps[number].id in self.notebook.dropped

    # ---- where we are

    @property
    def details(self) -> Details:
        """When and where."""
        return self.notebook.details

    @property
    def step_number(self) -> int:
        """Position, from 0, of the step the meeting is at (the first while it has not started)."""
        return self.index(self.course.step_id) or 0

    @property
    def step(self) -> Step:
        """The step the meeting is at (the first while it has not started)."""
        return self.steps[self.step_number]

    def moments_of(self, step: int) -> tuple[Moment, ...]:
        """The moments of the case that a step tells; none where it tells no case."""
        telling = self.steps[step]
        return () if self.case is None else told_in(telling, self.case)

    def pages(self, step: int) -> int:
        """How many pages a step has: one per moment it tells, otherwise one."""
        return max(1, len(self.moments_of(step)))

    def moment_at(self, step: int, page: int) -> Moment | None:
        """The case moment told on a page, or None."""
        moments = self.moments_of(step)
        return moments[page] if moments else None

    @property
    def moments_told(self) -> int:
        """How many moments of the case the group may know here, from the first on.

        On a page of the case those up to its own moment ("wat wisten we wanneer"), elsewhere all that were told.
        """
        if self.case is None:
            return 0
        here = self.moment
        if here is not None and self.course.visits:
            return 1 + (self.case.index(here.id) or 0)
        told = (self.case.index(visit.moment_id) for visit in self.course.visits if visit.moment_id is not None)
        return max((1 + number for number in told if number is not None), default=0)

    @property
    def moment(self) -> Moment | None:
        """The case moment the meeting is at, or None."""
        return self.moment_at(self.step_number, self.course.page)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The guiding questions at hand: those of the moment in a case step, otherwise those of the step."""
        moment = self.moment
        return self.questions_for(self.step.id, None if moment is None else moment.id) or ()

    def questions_for(self, step_id: str, moment_id: str | None) -> tuple[Question, ...] | None:
        """The guiding questions that can be answered there; None where there is no such step and moment."""
        step = self.index(step_id)
        if step is None:
            return None
        questions = self.steps[step].questions
        for moment in self.ever_told(step) or (None,):
            if moment_id == (None if moment is None else moment.id):
                return questions if moment is None else (*moment.questions, *questions)
        return None

    def ever_told(self, step: int) -> tuple[Moment, ...]:
        """The moments that a step tells or told: also those of cases that were put aside."""
        return tuple(moment for case in self.cases for moment in told_in(self.steps[step], case))

    @property
    def question(self) -> Question | None:
        """The guiding question put to the room, or None."""
        return next((q for q in self.questions if q.id == self.course.question_id), None)

    @property
    def next_place(self) -> tuple[int, int] | None:
        """Step and page that come next, or None at the end; a step that was dropped is passed over."""
        step, page = self.step_number, self.course.page
        if page + 1 < self.pages(step):
            return step, page + 1
        return next(((later, 0) for later in range(step + 1, len(self.steps)) if not self.is_dropped(later)), None)

    @property
    def previous_place(self) -> tuple[int, int] | None:
        """Step and page that came before, or None at the beginning; a step that was dropped is passed over."""
        step, page = self.step_number, self.course.page
        if page > 0:
            return step, page - 1
        earlier = next((number for number in range(step - 1, -1, -1) if not self.is_dropped(number)), None)
        return None if earlier is None else (earlier, self.pages(earlier) - 1)

    # ---- what is there

    def partner(self, partner_id: str | None) -> Partner | None:
        """Find an organisation by id."""
        return next((p for p in self.notebook.partners if p.id == partner_id), None)

    def participant(self, participant_id: str | None) -> Participant | None:
        """Find a person by id."""
        return next((p for p in self.notebook.participants if p.id == participant_id), None)

    def agreement(self, agreement_id: str | None) -> Agreement | None:
        """Find an agreement by id."""
        return next((a for a in self.notebook.agreements if a.id == agreement_id), None)

    def answer(self, answer_id: str | None) -> Answer | None:
        """Find an answer by id."""
        return next((a for a in self.notebook.answers if a.id == answer_id), None)

    def answers_here(self) -> tuple[Answer, ...]:
        """The answers of the present page, in the order they were given."""
        moment = self.moment
        moment_id = None if moment is None else moment.id
        step_id = self.step.id
        return tuple(a for a in self.notebook.answers if a.step_id == step_id and a.moment_id == moment_id)

    def slide(self, slide_id: str | None) -> Slide | None:
        """Find a slide by id."""
        return next((slide for slide in self.notebook.slides if slide.id == slide_id), None)

    def turning_point(self, point_id: str | None) -> TurningPoint | None:
        """Find a turning point by id."""
        return next((p for p in self.notebook.turning_points if p.id == point_id), None)

    def needs_at(self, point_id: str) -> tuple[Answer, ...]:
        """What was said to be needed at a turning point."""
        return tuple(a for a in self.notebook.answers if a.turning_point_id == point_id)

    def judgement(self, moment_id: str) -> Judgement:
        """Where the group would put a moment; an empty judgement where it said nothing."""
        return next((j for j in self.notebook.judgements if j.moment_id == moment_id), Judgement(moment_id))

    def weighed(self, moment_id: str) -> dict[int, Weighed]:
        """What the group weighed at a moment, by question number."""
        return {w.question: w for w in self.notebook.weighings if w.moment_id == moment_id}

    def verdicts(self, moment_id: str) -> dict[int, Verdict]:
        """What the group decided of the weighing questions at a moment, by number, the first one first."""
        weighed = sorted(self.weighed(moment_id).items())
        return {number: said.verdict for number, said in weighed if said.verdict is not None}

    def roles_of(self, participant_id: str) -> tuple[str, ...]:
        """The roles of the case that a participant holds."""
        return next((deal.roles for deal in self.notebook.deals if deal.participant_id == participant_id), ())

    def partner_playing(self, role: str) -> str | None:
        """The organisation whose people hold a role of the case; None when that is nobody, or more than one."""
        holders = {deal.participant_id for deal in self.notebook.deals if role in deal.roles}
        found = {person.partner_id for person in self.notebook.participants if person.id in holders}
        return next(iter(found)) if len(found) == 1 else None

    def members_of(self, partner_id: str) -> tuple[Participant, ...]:
        """The persons of an organisation."""
        return tuple(p for p in self.notebook.participants if p.partner_id == partner_id)

    # ---- its life

    @property
    def version(self) -> int:
        """Version of the documents: that of the last closing, or of the closing to come."""
        closings = len(self.course.closed_at)
        return closings if self.course.state is State.CLOSED else closings + 1

    @property
    def can_write(self) -> bool:
        """Whether things may be written in it now."""
        return self.course.state is not State.CLOSED

    @property
    def planned_start(self) -> datetime:
        """The moment it is to begin (aware)."""
        details = self.details
        return datetime.combine(details.day, details.start, ZoneInfo(details.time_zone))

    def planned_after(self, minutes: int) -> datetime:
        """The moment so many minutes after its planned start (aware), also where the clocks change in between."""
        start = self.planned_start
        return (start.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(start.tzinfo)

    @property
    def planned_end(self) -> datetime:
        """The moment participants were told it would be over (aware): start and available minutes."""
        return self.planned_after(self.details.available_minutes)


def told_in(step: Step, case: Case) -> tuple[Moment, ...]:
    """The moments of a case that a step tells."""
    if step.kind is not StepKind.CASE:
        return ()
    moments = {Tells.ALL: case.moments, Tells.FIRST: case.moments[:1], Tells.REST: case.moments[1:]}[step.tells]
    return tuple(moment for moment in moments if step.phase in {None, moment.phase})
