"""Casework: living through a case together, as events: what stands before the room, what the group says, who speaks."""

from __future__ import annotations

from dataclasses import replace

from facilitator.core import events as ev
from facilitator.core.events import CaseScene, Judgement, Weighed
from facilitator.core.turns import spoke_here, waiting
from facilitator.ui.console.writing import Writing


class Casework(Writing):
    """And what happens with a case. Every method says whether it happened; the same again is no change."""

    # ---- before the room

    def show_case(self, scene: CaseScene | None, item: str = "") -> bool:
        """Put something of the case before the room, or take it away."""
        course = self.session.course
        if (course.case_scene, course.case_item) == (scene, item):
            return True
        return self.do(ev.CaseShown, scene=scene, item=item)

    def toggle_scene(self, scene: CaseScene, item: str = "") -> bool:
        """Put it before the room, or take it away when it is there."""
        course = self.session.course
        there = (course.case_scene, course.case_item) == (scene, item)
        return self.show_case(None) if there else self.show_case(scene, item)

    def toggle_in_room(self, subject_id: str) -> bool:
        """Put an answer or a turning point before the room, or take it away."""
        if self.session.turning_point(subject_id) is not None:
            return self.toggle_scene(CaseScene.TURNING_POINT, subject_id)
        return self.toggle_shown(subject_id)

    # ---- what the group says

    def remove_point(self, point_id: str) -> bool:
        """Take a turning point away; what was needed there stays an answer of its moment."""
        if self.session.course.case_item == point_id:
            self.show_case(None)
        return self.do(ev.TurningPointRemoved, point_id=point_id)

    def judge(self, judgement: Judgement) -> bool:
        """Note where the group would put a moment. What is as told is no judgement."""
        case = self.session.case
        moment = None if case is None else next((m for m in case.moments if m.id == judgement.moment_id), None)
        if moment is not None and judgement.phase is moment.phase:
            judgement = replace(judgement, phase=None)
        if moment is not None and judgement.meldcode_step == moment.meldcode_step:
            judgement = replace(judgement, meldcode_step=None)
        if self.session.judgement(judgement.moment_id) == judgement:
            return True
        return self.do(ev.MomentJudged, judgement=judgement)

    def weigh(self, weighed: Weighed) -> bool:
        """Note what the group says to a weighing question."""
        nothing = Weighed(weighed.moment_id, weighed.question, None)
        if self.session.weighed(weighed.moment_id).get(weighed.question, nothing) == weighed:
            return True
        return self.do(ev.QuestionWeighed, weighed=weighed)

    def vote(self, answer_id: str, votes: int) -> bool:
        """Note how many chose an answer; fewer than nobody is no change."""
        answer = self.session.answer(answer_id)
        if answer is None or max(0, votes) == answer.votes:
            return answer is not None
        return self.do(ev.VotesCounted, answer_id=answer_id, votes=max(0, votes))

    # ---- who has the floor

    def give_floor(self, whose: str | None) -> bool:
        """Give the floor to somebody, or to nobody in particular."""
        if self.session.course.turn == whose:
            return True
        return self.do(ev.TurnGiven, whose=whose)

    def turn_on(self) -> bool:
        """Give the floor to the next who waits; False when all have spoken, and nobody has it any more."""
        had, now = spoke_here(self.session), self.session.course.turn
        gone_back = had[had.index(now) + 1 :] if now in had else ()
        following = next(iter((*gone_back, *waiting(self.session))), None)
        return self.give_floor(following) and following is not None

    def turn_back(self) -> bool:
        """Give the floor back to who had it before; False when nobody had."""
        had, now = spoke_here(self.session), self.session.course.turn
        before = had[: had.index(now)] if now in had else had
        return bool(before) and self.give_floor(before[-1])

    def toggle_presenter(self, whose: str) -> bool:
        """Let somebody only listen, or take part again."""
        return self.do(ev.PresenterChosen, whose=None if self.session.course.presenter == whose else whose)
