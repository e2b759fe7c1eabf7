"""How many recognised a frustration in a session, and at which step. Nobody is named."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.core.frustration import LEAST_TOLD
from facilitator.core.session import Session
from facilitator.core.vocabulary import Frustration
from facilitator.words import _


@dataclass(frozen=True, slots=True)
class FrustrationLine:
    """A frustration, how many recognised it (fewer than five is not told), and at which step that was counted."""

    name: str
    people: str
    step: str


def frustrated(session: Session) -> tuple[FrustrationLine, ...]:
    """Give what was counted, in the order of the steps. What was chosen in a step stands at that step already."""
    five = list(Frustration)
    counts = ((session.index(at), five.index(each), people) for each, at, people in session.notebook.frustrations)
    there = sorted((step, number, people) for step, number, people in counts if step is not None)
    return tuple(
        FrustrationLine(_(five[number].msgid), _told(people), session.steps[step].title)
        for step, number, people in there
    )


def _told(people: int) -> str:
    return str(people) if people >= LEAST_TOLD else _("fewer than {least}").format(least=LEAST_TOLD)
