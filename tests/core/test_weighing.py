"""The weighing framework as a walk."""

from itertools import product

import pytest

from facilitator.core.weighing import QUESTIONS, SHORT, Outcome, Verdict, Walk, walk

YES, NO, UNSURE = Verdict.YES, Verdict.NO, Verdict.UNSURE

WALKS: list[tuple[dict[int, Verdict], Walk]] = [
    ({}, Walk(1, None)),
    ({1: YES}, Walk(2, None)),
    ({1: NO}, Walk(None, Outcome.CLOSE)),
    ({1: YES, 2: NO}, Walk(3, None)),
    ({1: YES, 2: NO, 3: NO}, Walk(None, Outcome.REPORT_NO_HELP)),
    ({1: YES, 2: NO, 3: YES}, Walk(4, None)),
    ({1: YES, 2: NO, 3: YES, 4: NO}, Walk(None, Outcome.REPORT_REFUSED)),
    ({1: YES, 2: NO, 3: YES, 4: YES}, Walk(5, None)),
    ({1: YES, 2: NO, 3: YES, 4: YES, 5: NO}, Walk(None, Outcome.REPORT_NO_RESULT)),
    ({1: YES, 2: NO, 3: YES, 4: YES, 5: YES}, Walk(None, Outcome.HELP)),
    ({1: YES, 2: NO, 3: YES, 4: YES, 5: UNSURE}, Walk(None, Outcome.CONSULT)),
    ({1: UNSURE}, Walk(None, Outcome.CONSULT)),
    ({2: YES}, Walk(1, Outcome.REPORT_UNSAFE)),
    ({1: YES, 2: YES}, Walk(3, Outcome.REPORT_UNSAFE)),
    ({1: YES, 2: YES, 3: YES, 4: YES, 5: YES}, Walk(None, Outcome.REPORT_UNSAFE)),
    ({3: NO, 5: NO}, Walk(1, None)),
]


@pytest.mark.parametrize(("verdicts", "expected"), WALKS)
def test_a_walk_goes_by_the_framework(verdicts: dict[int, Verdict], expected: Walk) -> None:
    assert walk(verdicts) == expected


def test_acute_or_structural_unsafety_always_ends_in_reporting() -> None:
    for said in product((None, *Verdict), repeat=5):
        verdicts = {number: verdict for number, verdict in enumerate(said, 1) if verdict is not None}
        stands = walk(verdicts)
        assert (stands.outcome is Outcome.REPORT_UNSAFE) == (verdicts.get(2) is YES)
        assert stands.ahead is None or stands.ahead not in verdicts
        assert stands.ahead is not None or stands.outcome is not None


def test_each_question_has_its_one_word() -> None:
    assert list(QUESTIONS) == list(SHORT) == [1, 2, 3, 4, 5]
