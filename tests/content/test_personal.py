"""What looks like personal data in a file: in which texts, by line, and who may be named."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from facilitator.content.lexicon import read_lexicon
from facilitator.content.library import (
    CARD_FILES,
    CASE_FILES,
    KINDS,
    SCRIPT_FILES,
    FileKind,
    Reading,
    read_files,
    read_text,
    yaml_files,
)
from facilitator.content.locate import content_folder, resource
from facilitator.content.personal import Nested, Search, known_words, seen_in, texts
from facilitator.content.problem import MOST_PER_FILE
from facilitator.core.privacy import find
from tests.content.samples import CARD, CASE, SCRIPT, card, case, script

FILE = Path("x.yaml")


@pytest.fixture(scope="module")
def search() -> Search:
    lexicon = read_lexicon(resource("privacy"))
    return lambda text, known: find(text, lexicon, known)


def reading(kind: FileKind[Any], text: str) -> Reading[Any]:
    return read_text(kind.declare(), text.encode(), FILE)


def seen(kind: FileKind[Any], text: str, search: Search) -> list[tuple[int, str]]:
    return [(problem.line, problem.what) for problem in seen_in(kind, reading(kind, text), search)]


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def test_it_is_told_by_file_line_place_and_kind(search: Search) -> None:
    text = case("Sem zegt weinig.", "Sem zag Fatima. Bel 06 12345678.")
    line = line_of(text, "Fatima")
    first, second = seen_in(CASE_FILES, reading(CASE_FILES, text), search)
    place = "in ‘Moment 1 · what the room reads’"
    assert str(first) == (
        f"x.yaml:{line}: ‘Fatima’ looks like a name, {place}: Write [name] there, or other words that point at nobody"
    )
    assert second.what == f"‘06 12345678’ looks like a phone number, {place}"
    assert first.path == ("moments", 0, "audience")


def test_words_that_a_file_breaks_over_lines_are_one_name_on_the_line_where_it_begins(search: Search) -> None:
    text = case(
        "audience: Sem zegt weinig.",
        "audience: |\n      Toen zag Sem mevrouw Fatima\n      Yildiz.",
    )
    ((line, what),) = seen(CASE_FILES, text, search)
    assert line == line_of(text, "Fatima")
    assert "Fatima Yildiz’" in what


def test_a_comment_goes_along_and_is_looked_at_once(search: Search) -> None:
    text = "# Dit was de casus van mevrouw Yildiz\n" + case("Sem zegt weinig.", "Sem zag Fatima.  # Fatima belde niet")
    assert seen(CASE_FILES, text, search) == [
        (1, "‘Yildiz’ looks like a name, in a comment"),
        (line_of(text, "Fatima"), "‘Fatima’ looks like a name, in ‘Moment 1 · what the room reads’"),
    ]


def test_a_file_with_other_faults_is_looked_at_and_one_that_is_no_yaml_is_not(search: Search) -> None:
    text = case("Sem zegt weinig.", "Sem zag Fatima.").replace("age: 8", "age: acht")
    assert len(seen(CASE_FILES, text, search)) == 1
    assert seen(CASE_FILES, "a: [Fatima", search) == []


def test_a_file_full_of_it_is_told_with_an_end(search: Search) -> None:
    text = case("Sem zegt weinig.", "Sem zag Fatima. " * (MOST_PER_FILE + 5))
    told = seen(CASE_FILES, text, search)
    assert (len(told), told[-1][1]) == (MOST_PER_FILE + 1, "there are more problems in this file")


def test_invented_persons_and_roles_are_known_wherever_they_are_named() -> None:
    plain: Nested = {
        "persons": [{"name": "Sem de Wit"}, {"id": "zonder"}, "los", {"name": ["Jo"]}],
        "moments": [{"roles": [{"role": "Leerkracht"}]}],
        "steps": ({"questions": ({"text": "Wat?", "role": "Wijkagent"},)},),
        "roles": "geen lijst",
    }
    assert known_words(plain) == {"sem de wit", "sem", "de", "wit", "leerkracht", "wijkagent"}


def test_how_people_ask_for_a_card_is_looked_at_too(search: Search) -> None:
    text = card("read_on:", "asked:\n  - mag Fatima weten waar hij woont\nread_on:")
    ((_line, what),) = seen(CARD_FILES, text, search)
    assert what == "‘Fatima’ looks like a name, in ‘Question that it answers 1’"


def test_only_what_somebody_reads_is_looked_at() -> None:
    file: Nested = {"id": "x", "checked_on": "2026-01-01", "read_on": [{"title": "T", "address": "https://a.nl"}]}
    assert list(texts(CARD_FILES.declare(), file)) == [(("read_on", 0, "title"), "T")]
    assert list(texts(CARD_FILES.declare(), {"title": " ", "summary": ["x"], "nergens": "Fatima"})) == []


def test_who_wrote_a_source_may_be_named_and_is_not_to_be_phoned(search: Search) -> None:
    text = script("title: Het Gesprek (2020)", "title: Fatima Yildiz (2020), 06 12345678")
    ((_line, what),) = seen(SCRIPT_FILES, text, search)
    assert what.startswith("‘06 12345678’ looks like a phone number")


@pytest.mark.parametrize(("kind", "text"), [(SCRIPT_FILES, SCRIPT), (CASE_FILES, CASE), (CARD_FILES, CARD)])
def test_nothing_is_seen_in_a_good_file(kind: FileKind[Any], text: str, search: Search) -> None:
    assert seen(kind, text, search) == []


NAMED: Mapping[str, list[str]] = {
    "drie-fasen.yaml": ["Multifocus"],
    "drie-fasen-en-veiligheidsplan.yaml": ["Van Arum", "Vogtländer"],
    "feit-45-procent-ooit.yaml": ["Van Dijk"],
    "verkorte-balint.yaml": ["Balint", "Balint-methode"],
    "zelfstudie-bespreekbaar-maken.yaml": ["Jes", "Truus"],
    "zelfstudie-casusoverleg.yaml": ["Milou"],
}
"""The published models that our own content explains and who made them, and the invented children of self-study."""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.shelf)
def test_what_comes_with_the_program_points_at_nobody(kind: FileKind[Any], search: Search) -> None:
    readings = read_files(kind, yaml_files(content_folder() / kind.folder))
    found = {one.path.name: [problem.what for problem in seen_in(kind, one, search)] for one in readings}
    assert found
    for name, whats in found.items():
        named = NAMED.get(name, [])
        assert [what for what in whats if not any(f"‘{words}’" in what for words in named)] == []
