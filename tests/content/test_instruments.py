"""The instrument on a card leads on, ends, and leaves nothing out of reach."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.content.library import CARD_FILES
from facilitator.core.instrument import InstrumentAnswer
from tests.content.samples import card, read_good, read_one

WALK = """\
instrument:
  before: Zorg dat je alleen bent.
  questions:
    - id: gevaar
      text: Is er gevaar?
      listen_for:
        - Een wapen.
      answers:
        - text: Ja
          to: bellen
        - text: Nee
      note:
        - wat je zag
    - id: kind
      text: Is er een kind?
      answers:
        - text: Ja
          to: bellen
        - text: Nee
          to: verder
  outcomes:
    - id: bellen
      title: Bel
      text: Bel Veilig Thuis.
    - id: verder
      title: Verder
      text: Je gaat verder.
  stop:
    - Er is direct gevaar. Bel 112.
read_on:
"""


def with_walk(old: str = "", new: str = "") -> str:
    """A card with the instrument, one piece of it replaced."""
    assert old in WALK
    return card("read_on:\n", WALK.replace(old, new, 1))


def test_an_instrument_with_all_its_fields(tmp_path: Path) -> None:
    found = read_good(CARD_FILES, tmp_path / "goed.yaml", with_walk()).instrument
    assert [question.id for question in found.questions] == ["gevaar", "kind"]
    assert found.questions[0].answers == (InstrumentAnswer("Ja", "bellen"), InstrumentAnswer("Nee"))
    assert (found.before, found.stop) == ("Zorg dat je alleen bent.", ("Er is direct gevaar. Bel 112.",))
    assert [outcome.id for outcome in found.outcomes] == ["bellen", "verder"]


def test_questions_alone_need_no_outcome(tmp_path: Path) -> None:
    walk = "instrument:\n  questions:\n    - id: a\n      text: Hoe?\n    - id: b\n      text: En?\nread_on:\n"
    found = read_good(CARD_FILES, tmp_path / "goed.yaml", card("read_on:\n", walk))
    assert len(found.instrument.questions) == 2


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("to: verder", "to: gevaar", "'to' names 'gevaar', which is no later question and no outcome"),
        ("to: verder", "to: bellen", "no answer leads to 'verder'"),
        (
            "        - text: Nee\n      note:",
            "        - text: Nee\n          to: verder\n      note:",
            "no answer leads to 'kind'",
        ),
        ("          to: verder\n", "", "after the last question this answer leads nowhere"),
        (
            (
                "      answers:\n        - text: Ja\n          to: bellen\n"
                "        - text: Nee\n          to: verder\n  outcomes:"
            ),
            "  outcomes:",
            "after the last question nothing leads to an outcome",
        ),
        ("id: verder", "id: kind", "a question is called 'kind' too"),
        ("id: verder\n      ", "", "'id' is missing"),
        ("id: kind", "id: gevaar", "'id: gevaar' stands there twice"),
        ("title: Verder", "name: Verder", "'name' is not a key"),
    ],
)
def test_what_leads_nowhere_is_refused(tmp_path: Path, old: str, new: str, told: str) -> None:
    problems = read_one(CARD_FILES, tmp_path / "fout.yaml", with_walk(old, new)).problems
    assert any(told in problem.what for problem in problems), [problem.what for problem in problems]
