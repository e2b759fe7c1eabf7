"""Session: the frozen state of a meeting, and what can be asked of it.

A session is what you get by folding its events (see `apply`). It has two halves. The *notebook* holds what was
written: people, answers, notes, agreements; undo takes it back one change at a time. The *course* holds how the
meeting goes: where it is, since when, and what the audience window does; undo leaves it alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from facilitator.core.agreement import Agreement, AgreementRef
from facilitator.core.casus import Case, Moment
from facilitator.core.events import (
    Answer,
    CaseScene,
    Details,
    Judgement,
    LookBackItem,
    ReadFrom,
    Screen,
    Slide,
    TurningPoint,
    Weighed,
)
from facilitator.core.infographic import Panel
from facilitator.core.notebook import Notebook
from facilitator.core.people import Participant, Partner
from facilitator.core.script import Question, Script, Step, StepKind, Tells
from facilitator.core.shown_card import ShownCard
from facilitator.core.vocabulary import Channel
from facilitator.core.vocabulary import State as State  # noqa: PLC0414  known under this name too
from facilitator.core.weighing import Verdict


@dataclass(frozen=True, slots=True)
class Visit:
    """From `at` on, by the key that was pressed, the meeting was at this step and page, and told this moment of a case.

    It stood still there from then on when it is `paused`.
    """

    step_id: str
    page: int
    at: datetime
    moment_id: str | None = None
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """A partner (by id) or a role had the floor at a step, and a case moment where there was one."""

    step_id: str
    moment_id: str | None
    whose: str


@dataclass(frozen=True, slots=True)
class Silence:
    """It is to be quiet for so many minutes since a moment; `ended` once a person ended it."""

    since: datetime
    minutes: int
    ended: bool = False


@dataclass(frozen=True, slots=True)
class HandedOut:
    """Documents of this version went to these participants and partners (by id) at a moment (aware)."""

    version: int
    at: datetime
    channel: Channel
    participant_ids: tuple[str, ...] = ()
    partner_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stood:
    """An agreement as it stood in the documents of a closing, without its words: those may have been taken out since.

    `parties` are the ids of the partners it belonged to.
    """

    agreement_id: str
    version: int
    owner_id: str | None
    deadline: date | None
    parties: frozenset[str]
    evaluate_on: date | None = None


@dataclass(frozen=True, slots=True)
class OpenWalk:
    """Of this walk a question stands before the room (by id; empty: its end), with its notes or without."""

    walk_id: str
    question_id: str = ""
    notes: bool = False


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A change by its event id, with the notebook on its other side."""

    event_id: str
    notebook: Notebook


@dataclass(frozen=True, slots=True)
class Course:
    """How the meeting goes.

    Steps go by their id, for their order may change; `step_id` is empty while it has not begun. `covers` is what lies
    over the room's screen, the newest last and each at most once; `held` is the session as the room still sees it
    where it is frozen. `case_scene` and `case_item` are what of the case stands before the room instead of its moment;
    `presenter` is who only listens, `turns` who had the floor and `turn` who has it now.
    `confidentiality` is the text about it that stands before the room while it is read aloud.
    `silence` is the newest of the present visit. `look_back` is what was agreed in earlier sessions, `look_back_ref`
    which of it stands before the room; `handed_out` is who got documents, `editions` what was agreed at each closing
    and `next_meetings` when the group was to meet again then. `card` is the knowledge card before the room and
    `cards_shown` every one that was; `guesses_shown` and `revealed` are those of whose claim the room sees that much.
    `walk` is what of an instrument stands before the room, `panel` which panel of the infographic.
    """

    state: State = State.PLANNED
    step_id: str = ""
    page: int = 0
    question_id: str | None = None
    read_back: str | None = None
    slide_id: str | None = None
    visits: tuple[Visit, ...] = ()
    closed_at: tuple[datetime, ...] = ()
    covers: tuple[Screen, ...] = ()
    held: Session | None = None
    case_scene: CaseScene | None = None
    case_item: str = ""
    presenter: str | None = None
    turn: str | None = None
    turns: tuple[Turn, ...] = ()
    confidentiality: str = ""
    silence: Silence | None = None
    look_back: tuple[LookBackItem, ...] = ()
    look_back_ref: AgreementRef | None = None
    handed_out: tuple[HandedOut, ...] = ()
    editions: tuple[tuple[Stood, ...], ...] = ()
    next_meetings: tuple[date | None, ...] = ()
    walk: OpenWalk | None = None
    panel: Panel | None = None
    card: ShownCard | None = None
    cards_shown: tuple[ShownCard, ...] = ()
    guesses_shown: tuple[str, ...] = ()
    revealed: tuple[str, ...] = ()

    @property
    def screen(self) -> Screen:
        """What the room's screen does: it is what lies over all else, or live."""
        return self.covers[-1] if self.covers else Screen.LIVE

    @property
    def shows_alone(self) -> bool:
        """Whether something stands before the room that needs no step: a slide, a card, or a panel."""
        return self.slide_id is not None or self.card is not None or self.panel is not None

    @property
    def bare(self) -> Course:
        """The same, with nothing before the room in place of the page: what is to stand there alone is put on this."""
        return replace(self.bare_but_case, case_scene=None, case_item="")

    @property
    def bare_but_case(self) -> Course:
        """The same, with nothing before the room but the page, or what of the case stands in its place."""
        return replace(
            self,
            read_back=None,
            confidentiality="",
            look_back_ref=None,
            slide_id=None,
            walk=None,
            panel=None,
            card=None,
        )

    @property
    def paused_since(self) -> datetime | None:
        """Since when the meeting stands still; None when it goes on, or is not running."""
        still = takewhile(lambda visit: visit.paused, reversed(self.visits if self.state is State.RUNNING else ()))
        return min((visit.at for visit in still), default=None)


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
    course: Course = Course()
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
