"""What the room sees of a knowledge card. Of a claim it sees what the sources say once that was revealed."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.core.card import Verdict
from facilitator.core.cards import guesses_of
from facilitator.core.session import Session
from facilitator.core.shown_card import ShownCard, ShownClaim


@dataclass(frozen=True, slots=True)
class SeenFigure:
    """A number with its year, what was counted and who says so; `dated` once somebody should look for a newer one."""

    value: str
    year: int
    definition: str
    source: str
    dated: bool


@dataclass(frozen=True, slots=True)
class SeenCard:
    """What stands under the title of a card: one sentence, what to do (Markdown), and its figures."""

    summary: str
    to_do: tuple[str, ...]
    figures: tuple[SeenFigure, ...]


@dataclass(frozen=True, slots=True)
class SeenAnswer:
    """What the sources say of a claim. All but the verdict and the sources is Markdown; `strength` may be empty."""

    verdict: Verdict
    says: str
    strength: str
    may_say: str
    figures: tuple[SeenFigure, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeenClaim:
    """How far the group is with a claim.

    `guesses` are the hands per answer, None while the room is not to see them; `answer` is what was revealed.
    """

    guesses: tuple[int, int, int] | None = None
    answer: SeenAnswer | None = None


def seen_card(session: Session, card: ShownCard) -> SeenCard:
    """Give what the room sees of a card that is no fact check."""
    return SeenCard(card.summary, card.to_do, _figures(session, card))


def seen_claim(session: Session, card: ShownCard, claim: ShownClaim) -> SeenClaim:
    """Give what the room sees of a fact check, as far as the session is."""
    revealed = card.id in session.course.revealed
    counts = guesses_of(session, card.id).counts
    told = any(counts) and (revealed or card.id in session.course.guesses_shown)
    if not revealed:
        return SeenClaim(counts if told else None)
    answer = SeenAnswer(claim.verdict, claim.says, claim.strength, claim.may_say, _figures(session, card), card.sources)
    return SeenClaim(counts if told else None, answer)


def _figures(session: Session, card: ShownCard) -> tuple[SeenFigure, ...]:
    """The figures of a card, as they stand on the day of the meeting."""
    day = session.details.day
    return tuple(
        SeenFigure(
            *(each.value, each.year, each.definition, each.source),
            dated=each.look_again is not None and each.look_again < day,
        )
        for each in card.figures
    )
