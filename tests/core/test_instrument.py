"""Where an answer leads, and that nothing is counted."""

from __future__ import annotations

import pytest

from facilitator.core.instrument import Instrument, InstrumentAnswer, InstrumentQuestion, Outcome

LATER = InstrumentQuestion("later", "En verder?")
LAST = InstrumentQuestion("last", "Nog iets?", answers=(InstrumentAnswer("Nee"),))
CALL = Outcome("call", "Bel", "Bel eerst.")
FIRST = InstrumentQuestion(
    "first",
    "Is er gevaar?",
    answers=(InstrumentAnswer("Ja", "call"), InstrumentAnswer("Nee"), InstrumentAnswer("Later", "last")),
)
WALK = Instrument((FIRST, LATER, LAST), (CALL,))


@pytest.mark.parametrize(
    ("question", "answer", "follows"),
    [
        ("first", 0, CALL),
        ("first", 1, LATER),
        ("first", 2, LAST),
        ("first", 3, None),
        ("first", -1, None),
        ("later", 0, LAST),
        ("last", 0, None),
        ("gone", 0, None),
    ],
)
def test_what_follows(question: str, answer: int, follows: InstrumentQuestion | Outcome | None) -> None:
    assert WALK.after(question, answer) == follows
