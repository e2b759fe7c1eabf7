"""What a file lacks before it can come with the program."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from facilitator.content import check as checking
from facilitator.content.check import check, read_contents
from facilitator.content.complete import ASKED, lacking
from facilitator.content.figures import past
from facilitator.content.library import (
    CARD_FILES,
    CASE_FILES,
    FRUSTRATION_FILES,
    MODEL_FILES,
    SCRIPT_FILES,
    FileKind,
)
from tests.content.samples import card, case, read_one, script
from tests.content.test_frustrations import KNOWN
from tests.content.test_model_agreements import MODEL


def told(kind: FileKind[Any], path: Path, text: str) -> list[str]:
    return [problem.what for problem in lacking(kind, read_one(kind, path, text))]


def evaluating(*questions: str, answers: str = "how: free") -> str:
    """A script that evaluates with these questions."""
    asked = "".join(f"      - id: q{number}\n        text: {text}\n" for number, text in enumerate(questions))
    step = (
        "  - id: evaluatie\n    title: Terugkijken\n    kind: evaluation\n    minutes: 5\n    minimum_minutes: 5\n"
        "    audience:\n      title: Wat neem je mee?\n    facilitator:\n      ask:\n        - Wat nog?\n"
        f"    questions:\n{asked}    answers:\n      {answers}\n"
    )
    return script("form: het-gesprek\n", "form: het-gesprek\nminutes: 35\n") + step


def test_every_evaluation_asks_the_same(tmp_path: Path) -> None:
    assert told(SCRIPT_FILES, tmp_path / "a.yaml", evaluating(*ASKED)) == []
    assert told(SCRIPT_FILES, tmp_path / "b.yaml", evaluating(*ASKED[:2], "Helpt het direct?", *ASKED[3:])) == [
        f"the evaluation does not ask: {ASKED[2]}"
    ]
    none = script("form: het-gesprek\n", "form: het-gesprek\nminutes: 30\n")
    assert told(SCRIPT_FILES, tmp_path / "c.yaml", none) == ["no step evaluates"]


def test_marks_at_the_end_stand_beside_those_of_the_beginning(tmp_path: Path) -> None:
    scale = evaluating(*ASKED, answers="how: scale")
    assert told(SCRIPT_FILES, tmp_path / "a.yaml", scale) == ["these marks are compared with none of before"]
    before = scale.replace("how: choice\n", "how: scale\n") + "    compare_with: kiezen\n"
    assert told(SCRIPT_FILES, tmp_path / "b.yaml", before) == []


def test_a_script(tmp_path: Path) -> None:
    good = evaluating(*ASKED)
    assert told(SCRIPT_FILES, tmp_path / "a.yaml", good) == []
    source = "sources:\n  - title: Het Gesprek (2020)\n    address: https://voorbeeld.nl/het-gesprek\n"
    poor = good.replace(source, "").replace("minutes: 35\n", "")
    assert told(SCRIPT_FILES, tmp_path / "a.yaml", poor) == [
        "no source is named",
        "'minutes' is missing",
    ]


def test_a_case(tmp_path: Path) -> None:
    found = told(
        CASE_FILES,
        tmp_path / "a.yaml",
        case("text: Wat zie je?", "text: Wat zie je?\n        role: buurman").replace("minutes: 45", "minutes: 61"),
    )
    assert [what.split(":")[0] for what in found] == [
        "it has 49 words",
        "it has 2 moments",
        "it takes 61 minutes",
        "it has 1 roles",
        "no source is named",
        "this moment has no turning point",
        "'buurman' is no role of this case",
        "this moment has no turning point",
        "at this moment these roles know nothing",
    ]


def with_day(old: str = "", new: str = "") -> str:
    text = card(
        "      address: https://voorbeeld.nl/cijfers\n",
        "      address: https://voorbeeld.nl/cijfers\n    look_again: 2027-01-01\n",
    )
    text = text.replace("  - huisarts\n", "  - zorg\n")
    assert old in text
    return text.replace(old, new, 1)


def test_a_card(tmp_path: Path) -> None:
    assert told(CARD_FILES, tmp_path / "a.yaml", with_day()) == []
    assert told(CARD_FILES, tmp_path / "a.yaml", card()) == [
        "this figure has no day to look again",
        "'huisarts' is no role that a card or a script can be for",
    ]
    nowhere = with_day("    address: https://voorbeeld.nl/stap-3\n", "")
    assert told(CARD_FILES, tmp_path / "a.yaml", nowhere) == ["this source has no web address"]
    everyone = with_day("roles:\n  - zorg\n", "for_everyone: true\n")
    assert told(CARD_FILES, tmp_path / "a.yaml", everyone) == []


def test_a_script_is_for_those_who_work_somewhere_that_is_known(tmp_path: Path) -> None:
    text = script().replace("group:", "roles:\n  - politie\n  - de kerk\ngroup:")
    assert "'de kerk' is no role that a card or a script can be for" in told(SCRIPT_FILES, tmp_path / "a.yaml", text)
    assert not any("'politie'" in line for line in told(SCRIPT_FILES, tmp_path / "a.yaml", text))


@pytest.mark.parametrize(
    ("number", "fine"),
    [
        ("38 procent", False),
        ("66.000 meldingen", False),
        ("1,2 miljoen mensen", False),
        ("1 op de 12", True),
        ("0800-2000 en artikel 285b uit 1997", True),
        ("184 mensen", True),
        ("66000 meldingen", False),
        ("088 1234567", True),
        ("10-20 procent", False),
        ("2 procent", False),
    ],
)
def test_a_number_without_a_figure(tmp_path: Path, number: str, fine: bool) -> None:
    found = told(CARD_FILES, tmp_path / "a.yaml", with_day("Iemand is bang.", f"Het gaat om {number}."))
    assert (found == []) is fine, found


def test_a_number_that_is_the_claim_itself(tmp_path: Path) -> None:
    text = with_day("Scheiden stopt geweld.", "60 procent is een hermelding.").replace(
        "Iemand is bang.", "Je hoort 60 procent."
    )
    assert told(CARD_FILES, tmp_path / "a.yaml", text) == []
    begin, end = text.index("fact_check:"), text.index("read_on:")
    assert told(CARD_FILES, tmp_path / "a.yaml", text[:begin] + text[end:]) == ["'60' stands in no figure of this card"]


def test_a_file_that_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    assert told(CASE_FILES, tmp_path / "a.yaml", "id: [\n") == []


def test_a_figure_past_its_day(tmp_path: Path) -> None:
    for name, text in (("a", with_day()), ("b", card()), ("c", case()), ("d", "id: [\n")):
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    readings = read_contents([tmp_path]).readings
    assert list(past(readings, date(2027, 1, 1))) == []
    notes = [str(note) for note in past(readings, date(2027, 1, 2))]
    assert len(notes) == 1
    assert "a.yaml:16: the figure '1 op de 12' was to be looked at again after 2027-01-01" in notes[0]


def test_what_comes_with_the_program_is_held_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("sessions", "resources/knowledge"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "sessions" / "a.yaml").write_text(script("    cards:\n      - vijf-stappen\n", ""), "utf-8")
    assert check([tmp_path]) == []
    monkeypatch.setattr(checking, "content_folder", lambda: tmp_path)
    assert [problem.what for problem in check([tmp_path])] == ["'minutes' is missing", "no step evaluates"]


ROLES = "roles:\n  - huisarts\n"


@pytest.mark.parametrize(
    ("instead", "what"),
    [
        (ROLES, []),
        ("for_everyone: true\n", []),
        ("", ["it does not say for whom it is"]),
        ("for_everyone: false\n", ["it does not say for whom it is"]),
        (f"{ROLES}for_everyone: true\n", ["it names roles and says that it is for everyone"]),
    ],
)
def test_a_card_says_for_whom_it_is_or_that_it_is_for_everyone(tmp_path: Path, instead: str, what: list[str]) -> None:
    told_of = [one for one in told(CARD_FILES, tmp_path / "a.yaml", card(ROLES, instead)) if "figure" not in one]
    assert [one for one in told_of if "no role that" not in one] == what


def test_a_card_that_ships_names_its_sources(tmp_path: Path) -> None:
    text = card()
    begin, end = text.index("read_on:"), text.index("checked_on:")
    assert "no source is named" in told(CARD_FILES, tmp_path / "a.yaml", text[:begin] + text[end:])


@pytest.mark.parametrize(("kind", "text"), [(MODEL_FILES, MODEL), (FRUSTRATION_FILES, KNOWN)])
def test_what_else_ships_can_be_looked_up_by_everyone(tmp_path: Path, kind: FileKind[Any], text: str) -> None:
    assert told(kind, tmp_path / "a.yaml", text) == []
    begin, end = text.index("    address:"), text.index("checked_on:")
    assert told(kind, tmp_path / "b.yaml", text[:begin] + text[end:]) == ["this source has no web address"]
