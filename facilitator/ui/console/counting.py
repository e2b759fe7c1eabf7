"""Counting: dots, orders, groups of answers and a silence, as events."""

from __future__ import annotations

from dataclasses import replace

from facilitator.core import events as ev
from facilitator.core.events import AnswerGroup, Dots
from facilitator.core.grouping import group_by_id, group_of, named_here
from facilitator.core.options import Choosable, dots_at, dots_shown_here, options_here
from facilitator.core.script import Answering, Reveal
from facilitator.ui.console.casework import Casework


class Counting(Casework):
    """And what is counted and put together. Every method says whether it happened; the same again is no change."""

    # ---- dots

    def count_dots(self, option: Choosable, dots: int) -> bool:
        """Note how many dots lie at an option; fewer than none is no change."""
        step, moment_id, dots = self.session.step, self._moment_id, max(0, dots)
        if self.dots_at(option) == dots:
            return True
        return self.do(ev.DotsCounted, dots=Dots(step.id, option.key, dots, moment_id))

    def dots_at(self, option: Choosable) -> int:
        """How many dots lie at an option of the present page."""
        return dots_at(self.session.notebook, self.session.step.id, self._moment_id).get(option.key, 0)

    def show_dots(self, *, shown: bool = True) -> bool:
        """Show the room how the dots lie, or hide it."""
        return self.do(ev.DotsShown, step_id=self.session.step.id, moment_id=self._moment_id, shown=shown)

    def reveal(self, chosen: str | None) -> bool:
        """Show the next thing that the room has not seen: answers first, then how the dots lie."""
        return super().reveal(chosen) or (self._dots_wait and self.show_dots())

    def reveal_all(self) -> bool:
        """Show everything of this page: the answers, and when those are shown how the dots lie."""
        return super().reveal_all() or (self._dots_wait and self.show_dots())

    def reveal_these(self, answer_ids: tuple[str, ...]) -> bool:
        """Show these answers, all but those that are held back; False when there is none to show."""
        hidden = tuple(answer_id for answer_id in self._hidden() if answer_id in answer_ids)
        return bool(hidden) and self.do(ev.AnswersShown, answer_ids=self._free(hidden))

    def hide(self, chosen: str | None) -> bool:
        """Hide how the dots lie, or else the chosen answer or the last that was shown."""
        if self.session.step.answering is Answering.DOTS and dots_shown_here(self.session):
            return self.show_dots(shown=False)
        return super().hide(chosen)

    @property
    def can_reveal(self) -> bool:
        """Whether this step has something that may be shown and is not."""
        return super().can_reveal or self._dots_wait

    @property
    def _dots_wait(self) -> bool:
        step = self.session.step
        free = step.answering is Answering.DOTS and step.reveal is not Reveal.NEVER
        return free and bool(options_here(self.session)) and not dots_shown_here(self.session)

    @property
    def _moment_id(self) -> str | None:
        moment = self.session.moment
        return None if moment is None else moment.id

    # ---- groups

    def group_as(self, answer_id: str, name: str) -> bool:
        """Put an answer in the group with this name, a new one where there is none."""
        group = named_here(self.session, name)
        return self.join(answer_id, group.id) if group else self._group(name, (answer_id,))

    def group_with(self, answer_id: str, other_id: str) -> str:
        """Put an answer with another one, or in its group. Gives the id of a group that was made, to be named."""
        group = group_of(self.session, other_id)
        if group is not None:
            self.join(answer_id, group.id)
            return ""
        made = self._group("", (other_id, answer_id))
        return self.session.notebook.groups[-1].id if made else ""

    def join(self, answer_id: str, group_id: str) -> bool:
        """Put an answer in a group."""
        group = group_by_id(self.session, group_id)
        if group is None or answer_id in group.answer_ids:
            return group is not None
        return self.do(ev.AnswersGrouped, group=replace(group, answer_ids=(*group.answer_ids, answer_id)))

    def leave_group(self, answer_id: str) -> bool:
        """Take an answer out of its group; the last one takes the group with it."""
        group = group_of(self.session, answer_id)
        if group is None:
            return False
        others = tuple(each for each in group.answer_ids if each != answer_id)
        if not others:
            return self.ungroup(group.id)
        return self.do(ev.AnswersGrouped, group=replace(group, answer_ids=others))

    def name_group(self, group_id: str, name: str) -> bool:
        """Give a group a name; the same again is no change."""
        group = group_by_id(self.session, group_id)
        if group is None or group.name == name:
            return group is not None
        return self.do(ev.AnswersGrouped, group=replace(group, name=name))

    def ungroup(self, group_id: str) -> bool:
        """Take a group apart; its answers stay."""
        return self.do(ev.AnswersUngrouped, group_id=group_id)

    def _group(self, name: str, answer_ids: tuple[str, ...]) -> bool:
        group = AnswerGroup(self.running.new_id(), self.session.step.id, name, answer_ids, self._moment_id)
        return self.do(ev.AnswersGrouped, group=group)

    # ---- a silence

    @property
    def is_quiet(self) -> bool:
        """Whether a silence is going on."""
        silence = self.session.course.silence
        return silence is not None and not silence.ended

    def toggle_silence(self) -> bool:
        """Begin the silence that this step asks for, or one minute; or end the one that is going on."""
        if self.is_quiet:
            return self.do(ev.SilenceEnded)
        return self.be_quiet(self.session.step.silent_minutes or 1)

    def be_quiet(self, minutes: int) -> bool:
        """Begin a silence of so many minutes, or make the one that is going on that long."""
        return self.do(ev.SilenceBegun, minutes=minutes)
