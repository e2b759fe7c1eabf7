"""What is known and where it stands: a knowledge card (kenniskaart), with a fact check or an instrument on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from facilitator.core.instrument import Instrument
from facilitator.core.script import Source
from facilitator.core.vocabulary import N_, Phase


class Verdict(StrEnum):
    """What the sources say of a claim."""

    TRUE = "klopt"
    PARTLY = "klopt-deels"
    FALSE = "klopt-niet"

    @property
    def msgid(self) -> str:
        """What it is called; the words are looked up in the catalogue where they are shown."""
        return _VERDICT_NAMES[self]


_VERDICT_NAMES = {
    Verdict.TRUE: N_("True"),
    Verdict.PARTLY: N_("Partly true"),
    Verdict.FALSE: N_("Not true"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it may be told: never without the year it is of, what was counted, and who says so.

    After `look_again` somebody should look whether there is a newer one. `id` is for who draws it; a card may leave it
    out.
    """

    value: str
    year: int
    definition: str
    source: Source
    look_again: date | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class ReadOn:
    """Where to read further, and where the facts of a card come from.

    `address` is empty where there is no page: somebody who knows told it, or it is a paper.
    """

    title: str
    publisher: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class FactCheck:
    """A claim that people repeat, what the sources make of it and how strong that is, and what to say. Markdown."""

    claim: str
    verdict: Verdict
    may_say: str
    strength: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A subject on one page. `roles` is empty when it is for everyone; longer texts are Markdown.

    `read_on` is empty when nobody said where it comes from.

    `for_everyone` says that nobody forgot to name roles; what comes with the program says one or the other.

    `asked` are questions to which it is an answer, in the words of who asks: only to find it by.

    `phases` and `steps` (of the meldcode, 1-5) are those at which it is of use; both are empty when it belongs to none.
    `checked_on` is the day on which somebody last held its facts against the sources.
    """

    id: str
    title: str
    themes: tuple[str, ...]
    summary: str
    body: str
    read_on: tuple[ReadOn, ...]
    checked_on: date
    roles: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()
    to_do: tuple[str, ...] = ()
    not_to_do: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    fact_check: FactCheck | None = None
    instrument: Instrument | None = None
    phases: tuple[Phase, ...] = ()
    steps: tuple[int, ...] = ()
    for_everyone: bool = False
    asked: tuple[str, ...] = ()
