"""Words of the field that both screens say of a case: phases, the meldcode, what is said to a weighing question."""

from __future__ import annotations

from facilitator.core.casus import Phase
from facilitator.core.weighing import Verdict
from facilitator.words import _, pgettext


def phase_name(phase: Phase) -> str:
    """A phase of working together on safety."""
    names = {
        Phase.DIRECT_SAFETY: _("Direct safety"),
        Phase.STABLE_SAFETY: _("Stable safety"),
        Phase.RECOVERY: _("Recovery"),
    }
    return names[phase]


def meldcode_steps() -> dict[int, str]:
    """The five steps of the meldcode by number, as the basic model names them (Basismodel meldcode, 2018)."""
    return {
        1: _("Mapping signals"),
        2: _("Consulting a colleague"),
        3: _("Talking with those involved"),
        4: _("Weighing the domestic violence and/or child abuse"),
        5: _("Deciding"),
    }


def verdict_name(verdict: Verdict) -> str:
    """What a group says to a weighing question."""
    names = {
        Verdict.YES: pgettext("said to a weighing question", "yes"),
        Verdict.NO: pgettext("said to a weighing question", "no"),
        Verdict.UNSURE: pgettext("said to a weighing question", "in doubt"),
    }
    return names[verdict]
