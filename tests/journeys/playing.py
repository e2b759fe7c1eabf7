"""Plays any script with any case to its end, through the rules: every page, and all that can be shown at each."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement
from facilitator.core.audience import AudienceView, audience_view
from facilitator.core.casus import Case, Moment, Phase
from facilitator.core.events import PICTURES, Answer, CaseScene, Dots, Judgement, TurningPoint, Weighed
from facilitator.core.options import options_here
from facilitator.core.pace import ScaledPlan, pace, scaled_plan
from facilitator.core.roles import deal
from facilitator.core.script import Answering, Reveal, Script
from facilitator.core.session import State
from facilitator.core.turns import waiting, who_can_speak
from facilitator.core.weighing import QUESTIONS, Verdict
from tests.builders import DETAILS, START, Table

SAID = (
    "Eerder weten of een signaal is opgepakt, en door wie",
    "Een vaste contactpersoon die opneemt, ook in de avond en in het weekend",
    "Bellen",
)


class Play:
    """One playing of a script.

    Attributes:
        plan: the minutes it was planned in.
        views: what the room saw, without its clock, each once and in order.
        places: every step and page that was entered.
        paces: how far from its plan it was whenever it went on, in seconds.
    """

    def __init__(self, script: Script, case: Case | None, minutes: int) -> None:
        self.plan: ScaledPlan = scaled_plan(script, minutes)
        self.table = Table(script, case, details=replace(DETAILS, available_minutes=minutes))
        self.views: list[AudienceView] = []
        self.places: list[tuple[int, int]] = []
        self.paces: list[float] = []
        self.do(ev.PlanChanged, minutes=self.plan.minutes)
        if case is not None:
            people = self.table.session.notebook
            self.do(ev.RolesDealt, deals=deal(case, people.participants, people.partners))
        self.table.at = self.table.session.planned_after(0)
        self.do(ev.SessionStarted)

    def do(self, kind: type[ev.Event], **fields: object) -> None:
        """Let it happen, and look at the room."""
        at = self.table.at
        refused = self.table.do(kind, **fields)
        assert refused is None, (kind, fields, refused)
        self.table.at = at  # the clock moves when a step is over
        view = audience_view(self.table.session)
        quiet = None if view.silence is None else replace(view.silence, since=START)
        view = replace(view, bar=None, silence=quiet)
        if not self.views or view != self.views[-1]:
            self.views.append(view)

    def to_the_end(self) -> Play:
        """Every place in its order, then reading back, then closed."""
        while True:
            session = self.table.session
            self.places.append((session.step_number, session.course.page))
            self._ask()
            self._speak()
            self._answer()
            if session.moment is not None:
                self._live_through(session.moment)
            if not self._go_on():
                break
        self._close()
        return self

    def _go_on(self) -> bool:
        """Take the time that is planned for the page, and go on; False at the end."""
        session = self.table.session
        step, following = session.step_number, session.next_place
        last_page = session.course.page == session.pages(step) - 1
        self.table.at += timedelta(minutes=session.minutes[step]) if last_page else timedelta()
        now = pace(session, self.table.at)
        assert now is not None
        self.paces.append(now.behind)
        if following is not None:
            self.do(ev.StepEntered, step_id=session.script.steps[following[0]].id, page=following[1])
        return following is not None

    def _ask(self) -> None:
        for question in self.table.session.questions:
            self.do(ev.QuestionChosen, question_id=question.id)

    def _speak(self) -> None:
        """Everyone has the floor once; where somebody only listens, the first one does."""
        session = self.table.session
        if session.step.way.has_presenter:
            self.do(ev.PresenterChosen, whose=who_can_speak(session)[0])
        if session.step.way.in_turn:
            for whose in waiting(session):
                self.do(ev.TurnGiven, whose=whose)
            assert waiting(self.table.session) == ()
            self.do(ev.TurnGiven, whose=None)

    def _answer(self) -> None:
        """As answers are taken here: a mark, a choice, proposals with votes, or words; all of them shown."""
        session = self.table.session
        step, moment = session.step, session.moment
        if step.silent_minutes:
            self.do(ev.SilenceBegun, minutes=step.silent_minutes)
            self.do(ev.SilenceEnded)
        self._vote()
        none: tuple[str, ...] = ()
        by_kind = {Answering.SCALE: ("4", "7", "7"), Answering.CHOICE: step.choices[:3], Answering.NONE: none}
        if step.choices:
            by_kind |= {Answering.DOTS: none, Answering.RANKING: none}
        for number, text in enumerate(by_kind.get(step.answering, SAID)):
            partner = session.notebook.partners[number].id
            id_ = f"a-{len(self.table.events)}"
            self.do(
                ev.AnswerGiven,
                answer=Answer(id_, step.id, text, partner, moment_id=None if moment is None else moment.id),
            )
            if step.answering is Answering.PROPOSALS:
                self.do(ev.VotesCounted, answer_id=id_, votes=number)
            if step.reveal is not Reveal.NEVER:
                self.do(ev.AnswersShown, answer_ids=(id_,))

    def _vote(self) -> None:
        """Dots at every choice, or an order of them all, before the room."""
        session = self.table.session
        step, options = session.step, options_here(session)
        if step.answering is Answering.DOTS and options:
            for option in options:
                self.do(ev.DotsCounted, dots=Dots(step.id, option.key, 3 * option.number))
            self.do(ev.DotsShown, step_id=step.id)
        if step.answering is Answering.RANKING and options:
            order = tuple(option.key for option in options)
            self.do(ev.AnswerGiven, answer=Answer("orde", step.id, "1 2 3", order=order))
            self.do(ev.AnswersShown, answer_ids=("orde",))

    def _live_through(self, moment: Moment) -> None:
        """All that can be put before the room at a moment of a case."""
        for picture in sorted(PICTURES):
            self._show(picture)
        for number, text in enumerate(moment.turning_points):
            point = TurningPoint(f"{moment.id}-{number}", moment.id, text)
            self.do(ev.TurningPointMarked, point=point)
            self._show(CaseScene.TURNING_POINT, point.id)
        judgement = Judgement(moment.id, Phase.STABLE_SAFETY, 5, SAID[1])
        self.do(ev.MomentJudged, judgement=judgement)
        self._show(CaseScene.DECISION)
        for number in QUESTIONS:
            self.do(ev.QuestionWeighed, weighed=Weighed(moment.id, number, Verdict.YES, SAID[0]))
            self._show(CaseScene.WEIGHING, str(number))
        self.do(ev.CaseShown, scene=None)

    def _show(self, scene: CaseScene, item: str = "") -> None:
        self.do(ev.CaseShown, scene=scene, item=item)

    def _close(self) -> None:
        owner, *others = self.table.session.notebook.partners
        agreement = Agreement(
            "g-1", SAID[1], owner.id, None, tuple(other.id for other in others), (), rhythm="elke maand"
        )
        self.do(ev.AgreementMade, agreement=agreement)
        self.do(ev.AgreementReadBack, agreement_id="g-1")
        self.do(ev.AgreementConfirmed, agreement_id="g-1")
        self.do(ev.SessionClosed)
        assert self.table.session.course.state is State.CLOSED
