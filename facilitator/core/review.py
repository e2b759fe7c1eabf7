"""What of a knowledge card is due for another look: days that have passed, and sources that are not there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from facilitator.core.card import Card
from facilitator.core.days import add_months

CHECK_AGAIN_MONTHS: Final = 12
"""A card that was last held against its sources so long ago is looked at again. Our own choice."""


class Ground(StrEnum):
    """Why a card is due."""

    NO_SOURCE = "no-source"
    FIGURE_PAST = "figure-past"
    NOT_CHECKED = "not-checked"


@dataclass(frozen=True, slots=True)
class Due:
    """One ground. `since` is the day that passed (None: there never was one), `figure` the place of the figure."""

    ground: Ground
    since: date | None = None
    figure: int | None = None


def due(card: Card, today: date, months: int = CHECK_AGAIN_MONTHS) -> tuple[Due, ...]:
    """Give why a card is due, what weighs most first."""
    return tuple(_due(card, today, months))


def _due(card: Card, today: date, months: int) -> Iterator[Due]:
    if not card.read_on:
        yield Due(Ground.NO_SOURCE)
    for place, figure in enumerate(card.figures):
        if figure.look_again is not None and figure.look_again < today:
            yield Due(Ground.FIGURE_PAST, figure.look_again, place)
    again = add_months(card.checked_on, months)
    if again < today:
        yield Due(Ground.NOT_CHECKED, card.checked_on)
