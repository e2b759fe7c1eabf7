"""Bell: a soft sound when a step nears its end, for who asked for it."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.core.events import Screen
from facilitator.core.pace import LAST, SOON, Pace
from facilitator.core.session import Session


def nothing(*_said: object) -> None:
    """Do nothing: no sound, or nothing remembered."""


class Bell:
    """Rings once when a step comes to its last fifth, and once when it is to be rounded off.

    It rings only at the moment itself: not for a step that is entered later than that, not while the meeting stands
    still, and not while the room's screen is black, when all should look at each other. What came then, it leaves.

    Attributes:
        on: whether it rings at all.
    """

    def __init__(
        self, ring: Callable[[], object] = nothing, keep: Callable[[bool], object] = nothing, *, on: bool = False
    ) -> None:
        self._ring = ring
        self._keep = keep
        self.on = on
        self._place: tuple[str, str, int] | None = None
        self._stage = 0

    def turn(self, *, on: bool) -> None:
        """Ring from now on, or no longer; that is remembered. Turned on, it lets itself be heard."""
        self.on = on
        self._keep(on)
        if on:
            self._ring()

    def follow(self, session: Session, pace: Pace | None) -> None:
        """Ring if this is the moment."""
        place = (session.id, session.course.step_id, len(session.course.visits))
        stage = 0 if pace is None else (pace.left_share <= SOON) + (pace.left_share <= LAST)
        reached = place == self._place and stage > self._stage
        self._place, self._stage = place, stage
        if self.on and reached and session.course.screen is not Screen.BLACK:
            self._ring()
