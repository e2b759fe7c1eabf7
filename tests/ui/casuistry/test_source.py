"""Between the text of a file and the form: nothing is lost, and a problem leads to its field."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from facilitator.content.library import CARD_FILES, CASE_FILES, SCRIPT_FILES, FileKind, yaml_files
from facilitator.content.locate import content_folder
from facilitator.content.text_file import MOST_BYTES
from facilitator.ui.casuistry.editor.source import UnreadableError, problems_of, text_of, tree_of
from facilitator.ui.casuistry.editor.tree import put, without_empty
from tests.content.samples import CASE

FILES = [
    (kind, path)
    for kind in (CASE_FILES, SCRIPT_FILES, CARD_FILES)
    for path in yaml_files(content_folder() / kind.folder)
]


@pytest.mark.parametrize(("kind", "path"), FILES, ids=lambda value: getattr(value, "stem", ""))
def test_every_shipped_file_goes_through_the_form_and_back(kind: FileKind[Any], path: Path) -> None:
    tree = tree_of(kind, path.read_text("utf-8"))
    assert without_empty(tree_of(kind, text_of(kind, tree))) == without_empty(tree)
    assert problems_of(kind, tree) == {}


def test_a_field_that_is_empty_is_told_in_words_of_a_form() -> None:
    tree = put(tree_of(CASE_FILES, CASE), ("moments", 0, "title"), " ")
    (problem,) = problems_of(CASE_FILES, tree)[("moments", 0, "title")]
    assert (problem.what, problem.fix) == ("This is still empty", "The name of the moment, for the room too")


def test_a_problem_leads_to_its_field() -> None:
    tree = put(tree_of(CASE_FILES, CASE), ("moments", 1, "phase"), "ergens")
    assert list(problems_of(CASE_FILES, tree)) == [("moments", 1, "phase")]


def test_a_problem_after_an_empty_item_leads_to_its_own_place() -> None:
    tree = put(tree_of(CASE_FILES, CASE), ("persons",), ({"name": ""}, {"id": "sem", "name": "Sem", "kind": "wie"}))
    assert ("persons", 1, "kind") in problems_of(CASE_FILES, tree)


@pytest.mark.parametrize(
    "text", ["a: [", "- een", "", f"{CASE}#{'x' * MOST_BYTES}"], ids=["no YAML", "list", "empty", "large"]
)
def test_what_would_give_an_empty_form_gives_none(text: str) -> None:
    with pytest.raises(UnreadableError) as told:
        tree_of(CASE_FILES, text)
    assert "Choose ‘Versions’" in told.value.explain()
