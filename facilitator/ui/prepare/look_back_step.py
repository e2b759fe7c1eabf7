"""The short step that looks back on what was agreed before, for a script that has none."""

from __future__ import annotations

from dataclasses import replace

from facilitator.core.script import Guidance, Script, Step, StepKind
from facilitator.words import _

STEP_ID = "terugblik"
MINUTES, LEAST = 10, 5


def looks_back(script: Script) -> bool:
    """Whether a script begins with looking back: right after the welcome. Later it looks back on something else."""
    return script.steps[_place(script)].kind is StepKind.LOOK_BACK if _place(script) < len(script.steps) else False


def with_look_back(script: Script) -> Script:
    """Give a script with the step right after its welcome; the script itself where it has one."""
    if looks_back(script) or any(step.id == STEP_ID for step in script.steps):
        return script
    place = _place(script)
    return replace(script, steps=(*script.steps[:place], _step(), *script.steps[place:]))


def _place(script: Script) -> int:
    return 1 if script.steps and script.steps[0].kind is StepKind.WELCOME else 0


def _step() -> Step:
    guidance = Guidance(
        say=(_("We agreed things the last time. Let us first look how they stand, each in one sentence."),),
        ask=(_("Did it work out? What helped, or what stood in the way?"),),
        do=(_("Open the look back with Ctrl+Shift+R. 1 to 5 say how an agreement stands; D takes it further."),),
        watch=(_("Dropped is not the same as not kept: something changed, and nobody failed."),),
    )
    return Step(
        STEP_ID,
        _("Look back"),
        StepKind.LOOK_BACK,
        MINUTES,
        LEAST,
        _("What did we agree, and how does it stand?"),
        guidance=guidance,
    )
