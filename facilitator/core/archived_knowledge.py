"""What a report tells of knowledge that was used, as records of a session: walks, cards, and claims with their guesses.

A walk is told with what it came by alone. It becomes a walk through an instrument that asks that, and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from facilitator.core import events as ev
from facilitator.core.events import ArchivedLine, ArchivedReport, ArchivedWalk
from facilitator.core.instrument import Instrument, InstrumentAnswer, InstrumentQuestion, Outcome
from facilitator.core.shown_card import ShownCard, ShownClaim
from facilitator.core.vocabulary import WalkEnd
from facilitator.core.walk import Answered, End, Walk, answer_words

MOST_LINES: Final = 200
"""More questions than any instrument asks; following a walk of more takes long."""

MOST_ALL: Final = 2_000
"""So many questions may all walks of a report have come by together, and so many cards and claims may it hold."""

MOST_HANDS: Final = 9_999
"""More hands than go up in any meeting."""

_LEFT: Final = frozenset({WalkEnd.OPEN, WalkEnd.STOPPED})
_OUTCOME: Final = "uitkomst"
_NOWHERE: Final = "nergens"


@dataclass(frozen=True, slots=True)
class Known:
    """What was used of knowledge in a session, by the names of the fields in notebook and course."""

    walks: tuple[Walk, ...]
    guesses: tuple[ev.Guesses, ...]
    cards_shown: tuple[ShownCard, ...]
    revealed: tuple[str, ...]


def known(report: ArchivedReport) -> Known:
    """Give what a report tells, under ids of its own. Cards stand before claims, as on its pages."""
    claims = tuple((f"feit-{number}", told) for number, told in enumerate(report.claims, 1))
    cards = tuple(
        ShownCard(f"kaart-{number}", told.title, told.summary, sources=told.sources)
        for number, told in enumerate(report.cards, 1)
    )
    guesses = (ev.Guesses(card_id, told.true, told.partly, told.false) for card_id, told in claims)
    return Known(
        walks=tuple(walk_of(told, f"loop-{number}") for number, told in enumerate(report.walks, 1)),
        guesses=tuple(each for each in guesses if any(each.counts)),
        cards_shown=(*cards, *(_claim_card(card_id, told) for card_id, told in claims)),
        revealed=tuple(card_id for card_id, told in claims if told.revealed),
    )


def _claim_card(card_id: str, told: ev.ArchivedClaim) -> ShownCard:
    claim = ShownClaim(told.claim, told.verdict, told.says, told.may_say, told.strength)
    return ShownCard(card_id, told.claim, sources=told.sources, claim=claim)


def fits(report: ArchivedReport) -> bool:
    """Whether what a report tells of knowledge can be."""
    if sum(len(walk.lines) for walk in report.walks) + len(report.cards) + len(report.claims) > MOST_ALL:
        return False
    hands = (number for each in report.claims for number in (each.true, each.partly, each.false))
    return (
        all(map(can_be, report.walks))
        and all(card.title.strip() for card in report.cards)
        and all(claim.claim.strip() for claim in report.claims)
        and all(0 <= number <= MOST_HANDS for number in hands)
    )


def can_be(told: ArchivedWalk) -> bool:
    """Whether somebody can have walked so: only where it was left there is a question without an answer."""
    if not told.title.strip() or not 0 < len(told.lines) <= MOST_LINES:
        return False
    *before, last = told.lines
    named = all(line.question.strip() for line in told.lines)
    return named and all(line.answered for line in before) and last.answered is (told.end not in _LEFT)


# ---- walks


def told_of(walk: Walk) -> ArchivedWalk:
    """Give what a walk came by."""
    outcome = walk.outcome
    lines = ((question, walk.said(question.id)) for question in walk.way)
    return ArchivedWalk(
        title=walk.title,
        lines=tuple(
            ArchivedLine(
                question=question.text,
                answer=answer_words(question, said),
                answered=said.answer is not None,
                reason=said.reason,
                owner=said.owner,
                next_step=said.next_step,
                by=said.by,
            )
            for question, said in lines
        ),
        end=_end(walk),
        outcome="" if outcome is None else outcome.title,
        text="" if outcome is None else outcome.text,
        to_do=() if outcome is None else outcome.to_do,
        plans=walk.instrument.plans,
    )


def _end(walk: Walk) -> WalkEnd:
    if walk.end is End.OPEN:
        return WalkEnd.STOPPED if walk.stopped_id else WalkEnd.OPEN
    return {End.OUTCOME: WalkEnd.OUTCOME, End.THROUGH: WalkEnd.THROUGH, End.NOWHERE: WalkEnd.NOWHERE}[walk.end]


def walk_of(told: ArchivedWalk, walk_id: str) -> Walk:
    """Give the walk that is told of: each question leads to the next, and the last one to where it ended."""
    ids = [f"vraag-{number}" for number in range(1, len(told.lines) + 1)]
    leads = {WalkEnd.OUTCOME: _OUTCOME, WalkEnd.NOWHERE: _NOWHERE}.get(told.end, "")
    to = (*("" for _each in ids[1:]), leads)
    questions = tuple(map(_question, ids, told.lines, to))
    outcomes = (Outcome(_OUTCOME, told.outcome, told.text, told.to_do),) if told.end is WalkEnd.OUTCOME else ()
    said = map(_said, ids, told.lines)
    return Walk(
        id=walk_id,
        card_id="",
        title=told.title,
        instrument=Instrument(questions, outcomes, plans=told.plans),
        answers=tuple(one for one in said if not one.is_empty),
        stopped_id=ids[-1] if told.end is WalkEnd.STOPPED else "",
    )


def _question(question_id: str, line: ArchivedLine, to: str) -> InstrumentQuestion:
    question = InstrumentQuestion(question_id, line.question)
    return replace(question, answers=(InstrumentAnswer(line.answer, to),)) if line.answer or to else question


def _said(question_id: str, line: ArchivedLine) -> Answered:
    answer = 0 if line.answered else None
    return Answered(question_id, answer, line.reason, line.owner, line.next_step, line.by)
