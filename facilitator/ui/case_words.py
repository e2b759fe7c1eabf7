"""Words of the field that both screens say of a case: phases, the meldcode, what is said to a weighing question."""

from __future__ import annotations

from facilitator.core.vocabulary import MELDCODE, Phase
from facilitator.core.weighing import Verdict
from facilitator.words import _, pgettext


def phase_name(phase: Phase) -> str:
    """A phase of working together on safety."""
    return _(phase.msgid)


def meldcode_steps() -> dict[int, str]:
    """The five steps of the meldcode by number, as the basic model names them (Basismodel meldcode, 2018)."""
    return {number: _(name) for number, name in MELDCODE.items()}


def verdict_name(verdict: Verdict) -> str:
    """What a group says to a weighing question."""
    names = {
        Verdict.YES: pgettext("said to a weighing question", "yes"),
        Verdict.NO: pgettext("said to a weighing question", "no"),
        Verdict.UNSURE: pgettext("said to a weighing question", "in doubt"),
    }
    return names[verdict]
