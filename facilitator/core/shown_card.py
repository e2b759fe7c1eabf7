"""The public part of a knowledge card, kept by a session so that it needs no library to know what was shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from facilitator.core.card import Card, Verdict


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A number with the year it is of, what was counted, and who says so. After `look_again` it may be out of date."""

    value: str
    year: int
    definition: str
    source: str
    look_again: date | None = None


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """A claim that people repeat, and what the sources make of it. The room sees all but the claim once it guessed.

    `says` is what the sources say, in a sentence; `strength` may be empty. Longer texts are Markdown.
    """

    claim: str
    verdict: Verdict
    says: str
    may_say: str
    strength: str = ""


@dataclass(frozen=True, slots=True)
class ShownCard:
    """What of a card the room may see: no more than this is ever put before it. `to_do` is Markdown.

    `sources` is who says so, a line each; `claim` is there for a fact check.
    """

    id: str
    title: str
    summary: str = ""
    to_do: tuple[str, ...] = ()
    figures: tuple[ShownFigure, ...] = ()
    sources: tuple[str, ...] = ()
    claim: ShownClaim | None = None


def public_part(card: Card) -> ShownCard:
    """Give what of a card the room may see."""
    check = card.fact_check
    claim = (
        None if check is None else ShownClaim(check.claim, check.verdict, card.summary, check.may_say, check.strength)
    )
    figures = tuple(
        ShownFigure(each.value, each.year, each.definition, each.source.title, each.look_again) for each in card.figures
    )
    named = (*(each.source for each in figures), *(f"{each.publisher}, {each.title}" for each in card.read_on))
    return ShownCard(card.id, card.title, card.summary, card.to_do, figures, tuple(dict.fromkeys(named)), claim)
