"""The hand-out of a case: what everybody may read of it, whole or up to a moment.

It is made from the texts for the room alone; what a role knows and what the facilitator reads have no field here.
Handed out during the meeting it ends at a moment and leaves out the summary: both would give away what is to come.
"""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.core.casus import Case, Moment
from facilitator.core.disclosure import disclosed
from facilitator.core.session import Session
from facilitator.pictures import PictureKind
from facilitator.report.documents import case_parts, paper
from facilitator.report.documents.paper import Paper
from facilitator.words import _


@dataclass(frozen=True, slots=True)
class Told:
    """A moment as the room reads it; `questions` are those put to the group."""

    number: str
    title: str
    place: str
    text: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HandOutModel:
    """What the template shows; an empty tuple leaves its part out."""

    title: str
    when: str
    invented: str
    summary: str
    persons: tuple[tuple[str, str], ...]
    timeline: tuple[tuple[str, str], ...]
    moments: tuple[Told, ...]


def hand_out_paper(session: Session, case: Case, moments: int | None) -> Paper:
    """Give the hand-out with so many moments, or with all of them (None)."""
    count = len(case.moments) if moments is None else moments
    known = disclosed(case, count)
    model = HandOutModel(
        title=case.title,
        when=when(case, moments),
        invented=paper.invented(case),
        summary=case.summary if moments is None else "",
        persons=case_parts.persons(known),
        timeline=case_parts.timeline(known),
        moments=tuple(_told(number, moment) for number, moment in enumerate(case.moments[:count], start=1)),
    )
    meta = paper.meta(session, _("Hand-out of the case"), _("Invented case · for those at the table"))
    return Paper(model, meta, {kind.value: (kind, known) for kind in (PictureKind.GENOGRAM, PictureKind.NETWORK)})


def when(case: Case, moments: int | None) -> str:
    """Say when this hand-out can be given."""
    if moments is None:
        return _("The whole case, for afterwards")
    return _("Up to moment {number}: {title}").format(number=moments, title=case.moments[moments - 1].title)


def _told(number: int, moment: Moment) -> Told:
    asked = (f"{question.role}: {question.text}" if question.role else question.text for question in moment.questions)
    return Told(
        number=case_parts.moment_number(number),
        title=moment.title,
        place=case_parts.where(moment.phase, moment.meldcode_step),
        text=moment.audience_text,
        questions=tuple(asked),
    )
