"""Whether a case fits a script, in words: a line in a list, and the grounds one by one."""

from __future__ import annotations

from facilitator.core.fit import Fit, Ground, Reason
from facilitator.words import _


def reason_text(reason: Reason) -> str:
    """Say one ground, to follow on "this case"."""
    phase = "" if reason.phase is None else _(reason.phase.msgid)
    against = None if reason.holds else _against().get(reason.ground)
    return (against or _(reason.ground.value)).format(there=reason.there, asked=reason.asked, phase=phase)


def _against() -> dict[Ground, str]:
    """What is said of a ground that does not hold, where a number alone would read oddly."""
    return {
        Ground.MOMENTS: _("has {there} of the {asked} moments that are needed"),
        Ground.ROLES: _("has {there} of the {asked} roles that are needed"),
        Ground.PHASE: _("has no moment in the phase {phase}"),
        Ground.WEIGHING: _("does not say what speaks for and against at the weighing questions"),
        Ground.TURNING_POINTS: _("has no turning points to talk about"),
    }


def reasons_text(found: Fit) -> str:
    """Say in one sentence what does not fit, or what to mind where it does."""
    return "; ".join(reason_text(reason) for reason in found.against)


def fit_text(found: Fit) -> str:
    """Tell every ground, as Markdown of our own content."""
    head = _("Fits this script") if found.suits else _("Does not fit this script")
    signs = {True: "✓", False: "✗" if not found.suits else "!"}
    lines = "\n\n".join(f"{signs[reason.holds]} {reason_text(reason)}" for reason in found.reasons)
    return f"**{head}**\n\n{lines}"
