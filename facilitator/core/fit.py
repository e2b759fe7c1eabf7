"""Whether a case can be played with a script, and why: what a facilitator reads when choosing one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.core.casus import Case
from facilitator.core.script import CaseNeeds, Script, StepKind, Tells, Way
from facilitator.core.session import told_in
from facilitator.core.vocabulary import N_, Phase


class Ground(StrEnum):
    """A ground for or against; the value is its msgid, to be filled in with what a `Reason` holds."""

    MOMENTS = N_("tells {there} moments; at least {asked} are needed")
    ROLES = N_("has {there} roles; at least {asked} are needed")
    PHASE = N_("has moments in the phase {phase}: {there}")
    WEIGHING = N_("says what speaks for and against at the weighing questions: {there}")
    TURNING_POINTS = N_("has turning points to talk about: {there}")
    ORDER = N_("has {there} of {asked} moments in the order in which the script tells them")
    MINUTES = N_("takes about {there} minutes; the script keeps {asked} for it")


@dataclass(frozen=True, slots=True)
class Reason:
    """One ground: whether it `holds`, how much of it is `there` and `asked`; `phase` where it is about one."""

    ground: Ground
    holds: bool
    there: int
    asked: int
    phase: Phase | None = None


@dataclass(frozen=True, slots=True)
class Fit:
    """Whether a case suits a script, with every ground. A case that takes longer than the script keeps suits it too:
    the facilitator reads so and chooses."""

    suits: bool
    reasons: tuple[Reason, ...]

    @property
    def against(self) -> tuple[Reason, ...]:
        """The grounds that do not hold."""
        return tuple(reason for reason in self.reasons if not reason.holds)


def fit(script: Script, case: Case) -> Fit:
    """Hold a case against what a script asks of it, in so many words or by how its steps work."""
    needs = needs_of(script)
    counts = {phase: sum(moment.phase is phase for moment in case.moments) for phase in needs.phases}
    reasons = [
        _least(Ground.MOMENTS, len(case.moments), needs.moments),
        *([_least(Ground.ROLES, len(case.roles), needs.roles)] if needs.roles else []),
        *(Reason(Ground.PHASE, count > 0, count, 1, phase) for phase, count in counts.items()),
        *([_least(Ground.WEIGHING, sum(len(m.weighing) for m in case.moments), 1)] if needs.weighing else []),
        *(
            [_least(Ground.TURNING_POINTS, sum(len(m.turning_points) for m in case.moments), 1)]
            if needs.turning_points
            else []
        ),
    ]
    told = [case.moments.index(moment) for step in script.steps for moment in told_in(step, case)]
    if told != sorted(told):  # a moment would give away one that the group has yet to live through
        in_order = sum(place == max(told[: number + 1]) for number, place in enumerate(told))
        reasons.append(_least(Ground.ORDER, in_order, len(told)))
    return Fit(all(reason.holds for reason in reasons), (*reasons, *_minutes(script, case, len(told))))


def _minutes(script: Script, case: Case, told: int) -> tuple[Reason, ...]:
    """Whether there is time for the moments that are told; no ground where a script only touches on part of a case."""
    telling = [step for step in script.steps if step.kind is StepKind.CASE]
    if not telling or any(step.tells is not Tells.ALL for step in telling):
        return ()
    kept = sum(step.minutes for step in telling)
    takes = round(case.minutes * told / len(case.moments))
    return (Reason(Ground.MINUTES, takes <= kept, takes, kept),)


def _least(ground: Ground, there: int, asked: int) -> Reason:
    return Reason(ground, there >= asked, there, asked)


def needs_of(script: Script) -> CaseNeeds:
    """What a script asks of a case: what it says itself, and what its steps cannot do without."""
    said = script.needs
    telling = [step for step in script.steps if step.kind is StepKind.CASE]
    phases = tuple(dict.fromkeys((*said.phases, *(step.phase for step in telling if step.phase is not None))))
    parts = len({step.tells for step in telling})
    roles = 2 if any(step.way is Way.PERSPECTIVES for step in script.steps) else 0
    return CaseNeeds(phases, max(said.moments, parts), max(said.roles, roles), said.weighing, said.turning_points)
