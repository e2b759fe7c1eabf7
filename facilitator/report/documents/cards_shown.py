"""Which knowledge cards a meeting looked at, and of each fact check what was guessed and what the sources say."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.core.card import Verdict
from facilitator.core.cards import guesses_of
from facilitator.core.session import Session
from facilitator.core.shown_card import ShownCard, ShownClaim
from facilitator.words import _


@dataclass(frozen=True, slots=True)
class CardLine:
    """A card that stood before the room, in its one sentence, with who says so."""

    title: str
    summary: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim, what the sources make of it, how many guessed what, and what can be said. `may_say` is Markdown."""

    claim: str
    verdict: str
    guessed: str
    says: str
    strength: str
    may_say: str
    sources: tuple[str, ...]


def cards_shown(session: Session) -> tuple[CardLine, ...]:
    """Give the cards that were shown and are no fact check, in the order of their first time."""
    shown = (card for card in session.course.cards_shown if card.claim is None)
    return tuple(CardLine(card.title, card.summary, card.sources) for card in shown)


def claims_asked(session: Session) -> tuple[ClaimLine, ...]:
    """Give the fact checks that were asked. Whose hand it was nobody wrote down."""
    return tuple(_claim(session, card, card.claim) for card in session.course.cards_shown if card.claim is not None)


def _claim(session: Session, card: ShownCard, claim: ShownClaim) -> ClaimLine:
    return ClaimLine(
        claim=claim.claim,
        verdict=_(claim.verdict.msgid),
        guessed=_guessed(session, card),
        says=claim.says,
        strength=claim.strength,
        may_say=claim.may_say,
        sources=card.sources,
    )


def _guessed(session: Session, card: ShownCard) -> str:
    """How many guessed what, and whether the room heard the answer at all."""
    counts = guesses_of(session, card.id).counts
    hands = " · ".join(f"{_(verdict.msgid).lower()} {n}" for verdict, n in zip(Verdict, counts, strict=True))
    told = _("Guessed: {counts}.").format(counts=hands) if any(counts) else _("No guesses were counted.")
    return told if card.id in session.course.revealed else " ".join((told, _("The answer was not shown.")))
