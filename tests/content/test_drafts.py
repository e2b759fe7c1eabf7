"""Texts that somebody is still writing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.content.drafts import read_draft
from facilitator.content.library import CASE_FILES, SCRIPT_FILES
from facilitator.content.problem import MOST_PER_FILE, Where
from tests.content.samples import CASE, case, script

LONG = "Dit is een zin met heel veel woorden " + "en nog een paar woorden erbij " * 4 + "punt."


def test_a_draft_that_can_be_used() -> None:
    draft = read_draft(CASE_FILES, CASE, Path("eigen.yaml"))
    assert draft.value is not None
    assert draft.value.title == "Stil"
    assert (draft.problems, draft.remarks) == ((), ())


PLACES: list[tuple[str, Where]] = [
    (case("id: stil\n"), ("id",)),
    (case("title: Later\n", "title:\n"), ("moments", 1, "title")),
    (case("title: Later\n", "titel: Later\n"), ("moments", 1, "title")),
    (case("title: Later\n", "title: Later\n    titel: x\n"), ("moments", 1, "titel")),
    (case("title: Later\n", "title: Later\n    title: x\n"), ("moments", 1, "title")),
    (case("minutes: 45", "minutes: kort"), ("minutes",)),
    (case("  - Je ziet losse signalen.", "  - Je ziet.\n  - [a]"), ("learning_goals", 1)),
    (case("        - Stilte is geen veiligheid.", "        - ''"), ("moments", 1, "facilitator", "watch", 0)),
    (case("\n      watch:\n        - Stilte is geen veiligheid.", " {}"), ("moments", 1, "facilitator")),
    (case("id: later", "id: begin"), ("moments", 1, "id")),
    (case("since: begin", "since: bigin"), ("relations", 0, "since")),
    (case("other: sem", "other: moeder"), ("relations", 0, "other")),
    (case("        for:\n          - Er zijn signalen.\n"), ("moments", 0, "weighing", 0)),
]


@pytest.mark.parametrize(("text", "path"), PLACES)
def test_a_problem_knows_the_field_it_is_about(text: str, path: Where) -> None:
    draft = read_draft(CASE_FILES, text)
    assert draft.value is None
    assert path in [problem.path for problem in draft.problems]


def test_more_problems_than_are_told_are_about_the_whole_text() -> None:
    text = script("goal:", "".join(f"sleutel{number}: x\n" for number in range(500)) + "goal:")
    draft = read_draft(SCRIPT_FILES, text)
    assert [problem.path for problem in draft.problems if "more problems" in problem.what] == [()]
    assert len(draft.problems) == MOST_PER_FILE + 1


def test_remarks_stop_nothing_and_know_their_place() -> None:
    draft = read_draft(CASE_FILES, case("Sem zegt weinig.", LONG))
    assert draft.value is not None
    assert [remark.path for remark in draft.remarks] == [("moments", 0, "audience")]


def test_what_is_no_yaml_has_problems_and_no_tree() -> None:
    for text in ("", "a: [", "\ud800", "a: &b c", "\0", "x" * 1_000_001):
        draft = read_draft(CASE_FILES, text)
        assert (draft.value, draft.tree, draft.remarks) == (None, None, ())
        assert len(draft.problems) == 1


@given(
    st.text()
    | st.builds(lambda text, at, new: text[:at] + new + text[at:], st.just(CASE), st.integers(0, 999), st.text())
)
@settings(max_examples=200, deadline=None)
def test_no_text_raises_anything(text: str) -> None:
    draft = read_draft(CASE_FILES, text)
    assert (draft.value is None) == bool(draft.problems)
