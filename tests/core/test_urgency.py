"""Words of danger are seen, however they are written; what people ask about the work is left alone."""

from __future__ import annotations

import pytest

from facilitator.core.urgency import urgent_words


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("hij heeft een mes", ("mes",)),
        ("Is het direct gevaar?", ("direct gevaar",)),
        ("op dit moment geen direct gevaar", ("op dit moment geen direct gevaar",)),
        ("haar ex dreigt haar dood te maken", ("dreigt",)),
        ("Hij DREIGT, en hij dreigt weer", ("DREIGT",)),
    ],
)
def test_danger(question: str, words: tuple[str, ...]) -> None:
    assert urgent_words(question) == words


@pytest.mark.parametrize("question", ["wat doe ik nu bij stap 3 van de meldcode", "wat is directe veiligheid", ""])
def test_the_work_itself(question: str) -> None:
    assert urgent_words(question) == ()
