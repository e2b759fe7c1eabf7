"""How people ask for scripts and cases: what is kept in `asked.txt` is read, and every fault is told with its line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.content.asked import ASKED, faults_beside, read_asked, read_lists
from facilitator.content.cards import LONGEST_ASKED, MOST_ASKED
from facilitator.content.check import check, read_contents
from facilitator.content.locate import content_folder, resource
from facilitator.storage.library.records import ItemKind, Weight
from facilitator.ui.casuistry.indexing import shipped_items
from tests.shipped import shipped_library


def written(folder: Path, text: str) -> Path:
    path = folder / ASKED
    path.write_text(text, "utf-8")
    return path


def test_every_script_and_case_that_ships_is_asked_for_in_eight_to_fifteen_ways() -> None:
    library, asked = shipped_library(), read_asked(resource("language"))
    scripts, cases = {script.id for script in library.scripts}, {case.id for case in library.cases}
    assert not scripts & cases  # one name leads to one item
    assert list(faults_beside(resource("language", ASKED), scripts | cases, library.cards)) == []
    assert {id_: len(texts) for id_, texts in asked.items() if not 8 <= len(texts) <= 15} == {}


def test_no_question_stands_on_two_cards() -> None:
    texts = [text.casefold() for card in shipped_library().cards for text in card.asked]
    assert sorted({text for text in texts if texts.count(text) > 1}) == []


def test_what_ships_is_found_by_it() -> None:
    asked = read_asked(resource("language"))
    for packed in shipped_items(shipped_library()):
        if packed.indexed.key.kind is not ItemKind.CARD:
            parts = tuple(part.text for part in packed.indexed.parts if part.weight is Weight.ASKED)
            assert parts == asked[packed.indexed.key.id]


def test_names_questions_and_remarks(tmp_path: Path) -> None:
    written(tmp_path, "# iets\n\n[een]\n  hoe Één\n# nog iets\nhoe twee\n[ twee ]\nhoe drie\n")
    assert dict(read_asked(tmp_path)) == {"een": ("hoe Één", "hoe twee"), "twee": ("hoe drie",)}


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("hoe een\n[een]\nhoe twee", 1, "this question leads to nothing"),
        ("[een]\nhoe een\n[twee]\nHoe één", 4, "'Hoe één' stands here twice"),
        ("[een]\nhoe een\n[een]\nhoe twee", 3, "'een' stands here twice"),
        ("[een]\n" + "a" * (LONGEST_ASKED + 1), 2, f"this question is longer than {LONGEST_ASKED} letters"),
        (
            "\n".join(("[een]", *(f"hoe {number}" for number in range(MOST_ASKED + 1)))),
            MOST_ASKED + 2,
            f"'een' has more than {MOST_ASKED} questions",
        ),
    ],
)
def test_a_line_that_is_wrong(tmp_path: Path, text: str, line: int, what: str) -> None:
    problems = read_lists(written(tmp_path, text)).problems
    assert [(problem.line, problem.what) for problem in problems] == [(line, what)]


def test_a_list_that_is_not_there_or_no_text(tmp_path: Path) -> None:
    assert dict(read_asked(tmp_path)) == {}
    assert [problem.what for problem in read_lists(tmp_path / ASKED).problems] == ["this file is not there"]
    (tmp_path / ASKED).write_bytes(b"[een]\nh\xff")
    assert [problem.line for problem in read_lists(tmp_path / ASKED).problems] == [2]


def test_beside_the_scripts_cases_and_cards(tmp_path: Path) -> None:
    card = replace(shipped_library().cards[0], id="kaart", asked=("Hoe één?",))
    path = written(tmp_path, "[een]\nhoe één?\n[nergens]\nhoe twee\n[leeg]\n")
    found = {(problem.line, problem.what) for problem in faults_beside(path, {"een", "leeg", "vergeten"}, [card])}
    assert found == {
        (2, "the card 'kaart' has this question too"),
        (3, "'nergens' is no script or case that comes with the program"),
        (5, "no question leads to 'leeg'"),
        (1, "no question leads to 'vergeten'"),
    }


def test_check_looks_at_it(tmp_path: Path) -> None:
    folder = tmp_path / "resources" / "language"
    folder.mkdir(parents=True)
    path = written(folder, "[nergens]\nhoe een\n")
    assert [(problem.file, problem.line) for problem in check([tmp_path])] == [(path, 1)]
    assert read_contents([content_folder()]).asked == (resource("language", ASKED),)
