"""WalkDeeds: what the facilitator does with an instrument, as events: it keeps the walk of a WalkView."""

from __future__ import annotations

from facilitator.core import events as ev
from facilitator.core.card import Card
from facilitator.core.course import OpenWalk
from facilitator.core.session import Session
from facilitator.core.walk import Answered, Walk
from facilitator.core.walk_view import shown_walk
from facilitator.core.walking import agreed_from, agreement_from, walk_of
from facilitator.ui.console.actions import Actions
from facilitator.ui.knowledge.walk.end_sheet import Agreed


class WalkDeeds:
    """One walk at a time is at hand; others of the session wait. Every method says whether it happened."""

    def __init__(self, actions: Actions) -> None:
        self._actions = actions
        self._walk: Walk | None = None
        self._typing = ("", "")

    @property
    def session(self) -> Session:
        """The session as it is now."""
        return self._actions.session

    # ---- which one

    @property
    def is_there(self) -> bool:
        """Whether there is a walk at hand, and it was not taken back or away."""
        return self._walk is not None and walk_of(self.session, self._walk.id) is not None

    @property
    def walk(self) -> Walk:
        """The walk at hand as it is now. Raises LookupError when there is none."""
        if self._walk is None:
            raise LookupError
        return walk_of(self.session, self._walk.id) or self._walk

    def begin(self, card: Card) -> bool:
        """Begin with the instrument of a card, as it is today."""
        if card.instrument is None:
            return False
        walk = Walk(self._actions.running.new_id(), card.id, card.title, card.instrument)
        if not self._actions.do(ev.WalkBegun, walk=walk):
            return False
        self._walk = walk
        return True

    def take_up(self, walk_id: str) -> bool:
        """Go on with a walk of this session."""
        self._walk = walk_of(self.session, walk_id)
        return self._walk is not None

    def put_down(self) -> None:
        """Have none at hand."""
        self._walk = None

    def remove(self, walk_id: str) -> bool:
        """Take a walk away; undo brings it back."""
        return self._actions.do(ev.WalkRemoved, walk_id=walk_id)

    # ---- what is said

    def say(self, said: Answered, *, typing: bool = False) -> None:
        """Note what was said to a question. What is typed on after a pause is one change for undo."""
        if not self.is_there or (before := self.walk.said(said.question_id)) == said:
            return
        place, event_id = self._typing
        goes_on = place == said.question_id and before.answer == said.answer
        typed_on = event_id if goes_on else ""
        if self._actions.do(ev.WalkAnswered, walk_id=self.walk.id, said=said, typed_on=typed_on):
            self._typing = (said.question_id, self.session.history[-1].event_id) if typing else ("", "")

    def stop(self) -> None:
        """Note that it was left on purpose."""
        if self.is_there:
            self._actions.do(ev.WalkStopped, walk_id=self.walk.id)

    # ---- before the room

    def shows(self, question_id: str) -> bool:
        """Whether the room sees this question of the walk at hand, or (no id) its end."""
        opened = self.session.course.walk
        if opened is None or self._walk is None or shown_walk(self.session) is None:
            return False
        return (opened.walk_id, opened.question_id) == (self._walk.id, question_id)

    def shows_notes(self, question_id: str) -> bool:
        """Whether it sees what was written with it too."""
        opened = self.session.course.walk
        return opened is not None and opened.notes and self.shows(question_id)

    def show(self, question_id: str, *, notes: bool) -> bool:
        """Put a question, or the end, before the room; the same again is no change."""
        if not self.is_there:
            return False
        if self.session.course.walk == OpenWalk(self.walk.id, question_id, notes):
            return True
        return self._actions.do(ev.WalkShown, walk_id=self.walk.id, question_id=question_id, notes=notes)

    def hide(self) -> bool:
        """Take it away from the room."""
        return self.session.course.walk is None or self._actions.do(ev.WalkShown, walk_id=None)

    # ---- what is agreed

    @property
    def agreed(self) -> Agreed:
        """What was agreed from the walk at hand already."""
        walk, places = self.walk, ("", *(one.question_id for one in self.walk.answers))
        steps = {(place, walk.said(place).next_step) for place in places if agreed_from(self.session, walk, place)}
        return steps | {("", each.what) for each in agreed_from(self.session, walk, "")}

    def agree(self, question_id: str, what: str) -> bool:
        """Make an agreement of a next step, or of something to do at the end."""
        session, walk = self.session, self.walk
        made = agreement_from(session, walk, question_id, self._actions.running.new_id(), what)
        return made is not None and self._actions.make_agreement(made)
