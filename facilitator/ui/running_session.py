"""RunningSession: the one door through which things happen to a session while it is open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from facilitator.core.apply import judge
from facilitator.core.codec import map_text
from facilitator.core.events import Event, Redone, Screen, ScreenBack, ScreenSet, Spotted, Undone
from facilitator.core.refusal import Refusal
from facilitator.core.session import Session
from facilitator.core.spotting import with_findings, written
from facilitator.core.text import clean

Keep = Callable[[Event, Session], None]
Spot = Callable[[str, Session], tuple[Spotted, ...]]
"""Gives what looks like personal data in a text that is written in a session."""


def spot_nothing(_text: str, _session: Session) -> tuple[Spotted, ...]:
    """See nothing in any text: for a session that nobody looks after."""
    return ()


def looked_at(event: Event, session: Session, spot: Spot) -> Event:
    """Give an event with its text cleaned, and with what looks like personal data in it noted."""
    cleaned = map_text(event, clean)
    text = written(cleaned)
    return cleaned if text is None else with_findings(cleaned, spot(text[1], session))


class RunningSession(QObject):
    """A session that is open: events go in, the changed session comes out.

    Attributes:
        session: the session as it is now (frozen; replaced at every event).

    Signals:
        changed(Session): after every event that fitted.
        refused(Refusal): an event did not fit; nothing happened.
    """

    changed = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        session: Session,
        keep: Keep,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
        spot: Spot = spot_nothing,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._keep = keep
        self._spot = spot
        self._to_tell: list[Session] = []
        self._now = now
        self.new_id = new_id

    def record(self, event: Event) -> bool:
        """Let an event happen: the session changes, the windows hear of it, and it is handed on to be kept.

        Text is cleaned first, and what looks like personal data in it is noted in the event: such a text is held back
        from the room and from documents until somebody decides. Returns whether the event fitted; a refused one is told
        through `refused`.
        """
        event = looked_at(event, self.session, self._spot)
        outcome = judge(self.session, event)
        if isinstance(outcome, Refusal):
            self.refused.emit(outcome)
            return False
        self.session = outcome
        self._keep(event, outcome)
        self._tell(outcome)
        return True

    def _tell(self, session: Session) -> None:
        """Tell of a session; one that comes forth while this is told waits, so that all hear the newest last."""
        self._to_tell.append(session)
        if len(self._to_tell) > 1:
            return
        try:
            while self._to_tell:
                self.changed.emit(self._to_tell[0])
                del self._to_tell[0]
        finally:
            self._to_tell.clear()

    def do(self, kind: type[Event], **fields: Any) -> bool:  # noqa: ANN401  the fields of that kind of event
        """Record an event of this kind, happening now, under a new id."""
        return self.record(kind(id=self.new_id(), at=self.now(), **fields))

    def now(self) -> datetime:
        """The time by the injected clock (aware, UTC)."""
        return self._now().astimezone(UTC)

    def undo(self) -> bool:
        """Take back the newest change still standing."""
        history = self.session.history
        return self.do(Undone, event_id=history[-1].event_id if history else "")

    def redo(self) -> bool:
        """Make the change again that was taken back last."""
        undone = self.session.undone
        return self.do(Redone, event_id=undone[-1].event_id if undone else "")

    def toggle_screen(self, screen: Screen) -> bool:
        """Switch the audience window to black, frozen or neutral; the same key brings back what was there."""
        if self.session.course.screen is screen:
            return self.do(ScreenBack)
        return self.do(ScreenSet, screen=screen)
