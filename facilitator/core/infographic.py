"""What an infographic shows: panels of figures and of sentences that stand on cards, ready to be drawn.

A panel carries all that is drawn, so that a session can keep the one it showed whatever the library says later.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from facilitator.core.card import Figure

_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?"
_AMOUNT = re.compile(
    rf"(?P<low>{_NUMBER})(?: tot (?P<high>{_NUMBER}))?(?: (?P<large>miljoen))?"
    r"(?: ?(?P<share>procent\b|%))?(?P<rest>[^,]*)"
)
_HALF = re.compile(r"\bde helft\b")
WHOLE = 100
"""A share is so many of a hundred."""


class PanelForm(StrEnum):
    """How a panel is drawn: dots of one unit each, bars on one scale, the steps of the meldcode, the phases, rows."""

    DOTS = "stippen"
    BARS = "staven"
    STEPS = "stappen"
    PHASES = "fasen"
    ROWS = "rijen"

    @property
    def counts(self) -> bool:
        """Whether it draws figures; the others draw sentences."""
        return self in {PanelForm.DOTS, PanelForm.BARS}


@dataclass(frozen=True, slots=True)
class Amount:
    """The number in the value of a figure, from `low` to `high`. A `share` is of a hundred; `what` is counted."""

    low: float
    high: float
    share: bool
    what: str = ""

    @property
    def is_range(self) -> bool:
        """Whether it is an estimate between two numbers."""
        return self.low < self.high


def amount_of(value: str) -> Amount | None:
    """Read the first number of a value as people here write it ("ongeveer 66.000 meldingen"); None without one."""
    found = _AMOUNT.search(value)
    if found is None:
        return Amount(WHOLE / 2, WHOLE / 2, share=True) if _HALF.search(value) else None
    times = 1_000_000 if found["large"] else 1
    low, high = (_number(text) * times for text in (found["low"], found["high"] or found["low"]))
    return Amount(min(low, high), max(low, high), bool(found["share"]), found["rest"].strip())


def _number(text: str) -> float:
    return float(text.replace(".", "").replace(",", "."))


@dataclass(frozen=True, slots=True)
class PanelFigure:
    """A figure of a card under the few words that say what it counts. `past`: its day to look again has gone by."""

    label: str
    figure: Figure
    past: bool = False


@dataclass(frozen=True, slots=True)
class PanelRow:
    """A sentence that stands on a card, which is known by its title. `title` is empty for a step and for a phase."""

    text: str
    card: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """One picture with one message, plain text throughout. `note` stands below it; `day` is the day it was made for."""

    id: str
    title: str
    message: str
    form: PanelForm
    figures: tuple[PanelFigure, ...] = ()
    rows: tuple[PanelRow, ...] = ()
    note: str = ""
    day: date | None = None
