"""Whether a case can be played with a script, and why."""

from dataclasses import replace
from typing import Any

import pytest

from facilitator.core.casus import Case, Weighing
from facilitator.core.fit import Ground, Reason, fit, needs_of
from facilitator.core.script import CaseNeeds, Script, StepKind, Tells, Way
from facilitator.core.vocabulary import Phase
from tests.builders import CASE, CASE_SCRIPT, step

FIRST, LAST = CASE.moments
FULL = replace(
    CASE,
    moments=(FIRST, replace(LAST, phase=Phase.RECOVERY, weighing=(Weighing(1, ("ja",)),), turning_points=("toen",))),
)


def script(*steps: dict[str, Any], **needs: Any) -> Script:
    telling = tuple(step(f"s{n}", StepKind.CASE, **fields) for n, fields in enumerate(steps or ({"minutes": 45},)))
    return replace(CASE_SCRIPT, steps=telling, needs=CaseNeeds(**needs))


def test_a_case_that_has_what_is_asked_suits() -> None:
    found = fit(script(moments=2, roles=2, weighing=True, turning_points=True, phases=(Phase.RECOVERY,)), FULL)
    assert (found.suits, found.against) == (True, ())
    assert [reason.ground for reason in found.reasons] == [
        *(Ground.MOMENTS, Ground.ROLES, Ground.PHASE, Ground.WEIGHING, Ground.TURNING_POINTS, Ground.MINUTES)
    ]


AGAINST: list[tuple[dict[str, Any], Reason]] = [
    ({"moments": 3}, Reason(Ground.MOMENTS, False, 2, 3)),
    ({"roles": 3}, Reason(Ground.ROLES, False, 2, 3)),
    ({"phases": (Phase.RECOVERY,)}, Reason(Ground.PHASE, False, 0, 1, Phase.RECOVERY)),
    ({"weighing": True}, Reason(Ground.WEIGHING, False, 0, 1)),
    ({"turning_points": True}, Reason(Ground.TURNING_POINTS, False, 0, 1)),
]


@pytest.mark.parametrize(("needs", "reason"), AGAINST)
def test_a_case_that_lacks_something_does_not_suit_and_says_what(needs: dict[str, Any], reason: Reason) -> None:
    found = fit(script(**needs), CASE)
    assert (found.suits, found.against) == (False, (reason,))


def test_a_case_that_takes_longer_suits_and_says_so() -> None:
    found = fit(script({"minutes": 20}), CASE)
    assert (found.suits, found.against) == (True, (Reason(Ground.MINUTES, False, 45, 20),))
    half = fit(script({"minutes": 25, "tells": Tells.FIRST}), CASE)
    assert half.against == ()


def test_steps_ask_of_a_case_what_they_cannot_do_without() -> None:
    parts = script({"tells": Tells.FIRST}, {"tells": Tells.REST, "way": Way.PERSPECTIVES})
    assert needs_of(parts) == CaseNeeds(moments=2, roles=2)
    phased = script({"phase": Phase.RECOVERY}, phases=(Phase.DIRECT_SAFETY, Phase.RECOVERY))
    assert needs_of(phased).phases == (Phase.DIRECT_SAFETY, Phase.RECOVERY)


def test_moments_come_in_their_own_order() -> None:
    phased = script({"phase": Phase.DIRECT_SAFETY, "minutes": 30}, {"phase": Phase.RECOVERY, "minutes": 30})
    relapse: Case = replace(FULL, moments=(*FULL.moments, replace(FIRST, id="m3")))
    assert fit(phased, FULL).suits
    found = fit(phased, relapse)
    assert (found.suits, found.against[0]) == (False, Reason(Ground.ORDER, False, 2, 3))
