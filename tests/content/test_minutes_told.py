"""The minutes that guidance gives within a step follow on each other and end when the step ends."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from facilitator.core.casus import Case
from facilitator.core.script import Guidance, Script, StepKind
from tests.shipped import shipped_library

LIBRARY = shipped_library()
_SPAN = re.compile(r"\*\*Minuut (\d+)-(\d+)")


def spans(guidance: Guidance) -> list[tuple[int, int]]:
    return [(int(begin), int(end)) for text in guidance.do for begin, end in _SPAN.findall(text)]


def follow_on(found: list[tuple[int, int]]) -> bool:
    return all(before[1] == after[0] for before, after in pairwise(found))


@pytest.mark.parametrize("script", LIBRARY.scripts, ids=lambda script: script.id)
def test_of_a_script(script: Script) -> None:
    for step in script.steps:
        found = spans(step.guidance)
        assert follow_on(found), step.id
        if found and step.kind is not StepKind.CASE:
            assert found[-1][1] == step.minutes, step.id


@pytest.mark.parametrize("case", LIBRARY.cases, ids=lambda case: case.id)
def test_of_a_case(case: Case) -> None:
    told = [spans(moment.guidance) for moment in case.moments]
    assert all(found and found[0][0] == 0 and follow_on(found) for found in told)
    assert abs(sum(found[-1][1] for found in told) - case.minutes) <= 2, "the rest is for going from one to the next"
