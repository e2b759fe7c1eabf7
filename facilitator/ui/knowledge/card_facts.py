"""What is told of a card beside what it says: for whom it is, in which phase, at which step, where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from facilitator.core.card import Card, Figure, Verdict
from facilitator.core.script import Script
from facilitator.ui.dates import long_day
from facilitator.ui.widgets.message import Tone
from facilitator.words import N_, _

VERDICTS: dict[Verdict, tuple[str, Tone]] = {
    Verdict.TRUE: (N_("That is right"), Tone.CALM),
    Verdict.PARTLY: (N_("That is partly right"), Tone.ATTENTION),
    Verdict.FALSE: (N_("That is not right"), Tone.DANGER),
}
"""What the sources say of a claim, in words and how much weight that has."""


class Use(NamedTuple):
    """A step of a script at which a card is at hand."""

    script_id: str
    script: str
    step: str


def for_whom(card: Card) -> str:
    """`Voor iedereen`, or `Voor gemeente, lokaal team`."""
    return _("For {workplaces}").format(workplaces=", ".join(card.roles)) if card.roles else _("For everyone")


def where_in_work(card: Card) -> Iterator[str]:
    """The phases and the steps of the meldcode at which it is of use."""
    if card.phases:
        yield _("Phase: {phases}").format(phases=", ".join(_(phase.msgid).lower() for phase in card.phases))
    if card.steps:
        *first, last = map(str, sorted(card.steps))
        steps = _("{first} and {last}").format(first=", ".join(first), last=last) if first else last
        yield _("Meldcode: step {steps}").format(steps=steps)


def past(figure: Figure, today: date) -> str:
    """What is to be done with a figure whose day is past; empty while it can be told."""
    if figure.look_again is None or figure.look_again >= today:
        return ""
    return _("To be looked at since {day}: look for a newer figure first.").format(day=long_day(figure.look_again))


def uses_of(card_id: str, scripts: Iterable[Script]) -> tuple[Use, ...]:
    """Where a card is at hand in these scripts."""
    return tuple(
        Use(script.id, script.title, step.title) for script in scripts for step in script.steps if card_id in step.cards
    )
