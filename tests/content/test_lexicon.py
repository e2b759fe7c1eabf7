"""The word lists are read into what the privacy check needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.content.lexicon import NoListsError, read_lexicon
from facilitator.content.locate import resource
from facilitator.core.privacy import find
from facilitator.core.text import fold

FOLDER = resource("privacy")
MADE = sorted([*FOLDER.glob("faker_*.txt"), *FOLDER.glob("opentaal_*.txt")])


def test_names_of_many_origins_are_there() -> None:
    lexicon = read_lexicon(FOLDER)
    assert {"karin", "fatima", "kubra", "piotr", "oksana", "tesfay", "xiaoming", "aarti"} <= lexicon.given_names
    assert {"dijkstra", "yilmaz", "el-idrissi", "kowalski", "nguyen"} <= lexicon.surnames
    assert "van" not in lexicon.given_names | lexicon.surnames


def test_a_name_is_an_ordinary_word_only_where_it_is_as_often_meant_as_one() -> None:
    words = read_lexicon(FOLDER).common_words
    assert "school" in words
    assert "mark" in words
    assert "jan" not in words


def test_places_are_known_by_size_and_in_more_than_one_word() -> None:
    lexicon = read_lexicon(FOLDER)
    assert "urk" in lexicon.places - lexicon.large_places
    assert "utrecht" in lexicon.places & lexicon.large_places
    assert ("capelle", "aan", "den", "ijssel") in lexicon.phrases["capelle"]
    assert not find("Zij werkt bij Veilig Thuis in Capelle aan den IJssel.", lexicon)


@pytest.mark.parametrize("path", MADE, ids=lambda p: p.name)
def test_made_lists_are_folded_and_in_order(path: Path) -> None:
    head, *words = path.read_text("utf-8").splitlines()
    assert head.startswith("# From ")
    assert words == sorted({fold(word) for word in words})


def test_every_list_says_where_it_is_from_and_its_licence_lies_beside_it() -> None:
    assert {"LICENSE-Faker.txt", "LICENSE-OpenTaal.txt"} <= {path.name for path in FOLDER.iterdir()}
    for path in FOLDER.glob("[a-z]*.txt"):
        first = path.read_text("utf-8").splitlines()[0]
        assert "EUPL-1.2" in first or (FOLDER / first.rpartition(" ")[2].rstrip(".")).exists(), path.name


def test_a_missing_list_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_lexicon(tmp_path)


def test_without_the_lists_nothing_goes_on_and_the_user_is_told_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="opentaal_words"):
        read_lexicon(tmp_path)
    assert "Nothing was shown or packed. Install the program again" in NoListsError().explain()
