"""LookBackDeeds: what the facilitator does with agreements of earlier sessions, as events."""

from __future__ import annotations

from facilitator.core import events as ev
from facilitator.core.agreement import AgreementRef, Status
from facilitator.core.events import LookBackItem
from facilitator.core.look_back import carried, carried_over, item_of, said_of, status_of
from facilitator.core.session import Session
from facilitator.ui.console.look_back_words import absent_words
from facilitator.ui.running_session import RunningSession


class LookBackDeeds:
    """Every method says whether it happened."""

    def __init__(self, running: RunningSession) -> None:
        self._running = running

    @property
    def session(self) -> Session:
        """The session as it is now."""
        return self._running.session

    def say(self, ref: AgreementRef, status: Status, words: str = "") -> bool:
        """Note how it stands, and to whom it went or why. The same said again without words is no change."""
        said = said_of(self.session, ref)
        if said is not None and said.status is status and not words:
            return True
        field = "to" if status is Status.HANDED_OVER else "remark"
        return self._running.do(ev.LookBackSaid, ref=ref, status=status, **{field: words})

    def write(self, ref: AgreementRef, words: str) -> bool:
        """Put other words beside how it stands, or none."""
        item = item_of(self.session, ref)
        if item is None:
            return False
        status = status_of(self.session, item)
        field = "to" if status is Status.HANDED_OVER else "remark"
        return self._running.do(ev.LookBackSaid, ref=ref, status=status, **{field: words})

    def carry_over(self, item: LookBackItem) -> str:
        """Take an agreement further in this session; gives its id, also of one that was taken further before."""
        there = carried(self.session, item.ref)
        if there is not None:
            return there.id
        made = carried_over(self.session, item, self._running.new_id(), absent_words(self.session, item))
        return made.id if self._running.do(ev.AgreementMade, agreement=made) else ""

    def show(self, ref: AgreementRef | None) -> bool:
        """Put an item before the room, or take away what stands there."""
        if self.session.course.look_back_ref == ref:
            return True
        return self._running.do(ev.LookBackShown, ref=ref)
