"""How a group lived through a moment of the case: where it put it, what could have gone another way, what it weighed.

Nothing is added to what the group said but the outcome of the weighing, in the framework's own words.
"""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.core.casus import Moment
from facilitator.core.events import Answer
from facilitator.core.session import Session
from facilitator.core.weighing import QUESTIONS, SHORT, Verdict, walk
from facilitator.report.documents import case_parts, paper
from facilitator.words import _, ngettext, pgettext


@dataclass(frozen=True, slots=True)
class Said:
    """An answer, the organisation or role that gave it (empty when that must not be told), and its votes."""

    text: str
    organisation: str
    votes: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A turning point, and what was needed there."""

    text: str
    needs: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class WeighedLine:
    """A weighing question, what was said to it, and why."""

    question: str
    verdict: str
    reason: str


@dataclass(frozen=True, slots=True)
class Lived:
    """A moment: where it stands as told and for the group (empty when it said nothing), and what was said of it."""

    told: str
    group: str
    reason: str
    points: tuple[Point, ...]
    weighed: tuple[WeighedLine, ...]
    outcome: str


def lived(session: Session, moment: Moment) -> Lived | None:
    """Give how a moment was lived through; None where nothing was said of it in this way."""
    judged = session.judgement(moment.id)
    points = tuple(
        Point(point.text, tuple(said(session, need) for need in session.needs_at(point.id)))
        for point in session.notebook.turning_points
        if point.moment_id == moment.id
    )
    weighed = session.weighed(moment.id)
    moved = judged.phase is not None or judged.meldcode_step is not None
    if not (points or weighed or moved or judged.reason):
        return None
    outcome = walk(session.verdicts(moment.id)).outcome
    step = judged.meldcode_step or moment.meldcode_step
    return Lived(
        told=case_parts.where(moment.phase, moment.meldcode_step),
        group=case_parts.where(judged.phase or moment.phase, step) if moved else "",
        reason=judged.reason,
        points=points,
        weighed=tuple(
            WeighedLine(f"{number}. {_(SHORT[number])}: {_(QUESTIONS[number])}", _verdict(each.verdict), each.reason)
            for number, each in sorted(weighed.items())
        ),
        outcome="" if outcome is None else _(outcome.value),
    )


def said(session: Session, answer: Answer, *, named: bool = True) -> Said:
    """Give an answer with who gave it, where that may be told."""
    partner = paper.partner_names(session, (answer.partner_id,)) if answer.partner_id else ""
    who = f"{answer.role} ({partner})" if answer.role and partner else answer.role or partner
    votes = ngettext("{count} vote", "{count} votes", answer.votes).format(count=answer.votes) if answer.votes else ""
    return Said(answer.text, who if named else "", votes)


def _verdict(verdict: Verdict | None) -> str:
    if verdict is None:
        return "–"
    return {
        Verdict.YES: pgettext("said to a weighing question", "yes"),
        Verdict.NO: pgettext("said to a weighing question", "no"),
        Verdict.UNSURE: pgettext("said to a weighing question", "in doubt"),
    }[verdict]
