"""Which paragraphs of a regional agreement chafed in a session, and which worked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.core.events import ParagraphMark
from facilitator.core.session import Session
from facilitator.words import _


@dataclass(frozen=True, slots=True)
class ChafedLine:
    """A paragraph, whether it chafes or works, why, and at which step or agreement that came up."""

    title: str
    feels: str
    why: str
    about: str


def chafed(session: Session) -> tuple[ChafedLine, ...]:
    """Give what was said of paragraphs, those that chafe first. `session` is without what waits for a decision."""
    marks = sorted(session.notebook.marks, key=lambda mark: not mark.chafes)
    return tuple(
        ChafedLine(
            title=mark.ground.title or mark.ground.paragraph_id,
            feels=_("chafes") if mark.chafes else _("works"),
            why=mark.why,
            about=" · ".join(_about(session, mark)),
        )
        for mark in marks
    )


def _about(session: Session, mark: ParagraphMark) -> Iterator[str]:
    agreement = session.agreement(mark.agreement_id)
    if agreement is not None:
        yield agreement.name
    index = session.index(mark.step_id)
    if index is not None:
        yield session.steps[index].title
