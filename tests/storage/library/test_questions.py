"""Questions as people type them find the right card among the first three, and nonsense is not given as an answer.

`questions.yaml` holds those the engine was made with, `questions_held_out.yaml` those of somebody else that it was not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from facilitator.content.locate import resource
from facilitator.content.question_words import read_question_words
from facilitator.storage.library.records import Answered, ItemKey, ItemKind
from facilitator.storage.library.store import LibraryStore
from facilitator.storage.library.words import words
from facilitator.ui.casuistry.indexing import shipped_items
from tests.shipped import shipped_library
from tests.storage.library.samples import CASES, NOW, PACK, indexed, key_of, packed

HERE = Path(__file__).parent
MISSED = 10
"""Of so many questions at most one has no right item among the first three: 90 % has."""

FIRST = 3


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LibraryStore]:
    """A library with what comes with the program, that knows the words of questions."""
    home = tmp_path_factory.mktemp("library")
    key = key_of(home)
    known = lambda: read_question_words(resource("language"))  # noqa: E731  asked for in the library's thread
    with LibraryStore(home, lambda: key, now=lambda: NOW, trouble=print, words=known) as library:
        library.tell_shipped(shipped_items(shipped_library()), "shipped").result(60)
        yield library


def listed(name: str) -> list[Any]:
    """Read a list of questions; one that is not there is skipped."""
    path = HERE / name
    if not path.exists():
        pytest.skip(f"{name} is not there")
    read: list[Any] = yaml.safe_load(path.read_text("utf-8"))
    return read


def missed_of(library: LibraryStore, questions: list[Any]) -> list[str]:
    """Name every question of which no right item is among the first, with what is."""
    missed = []
    for question in questions:
        found = ids(library.answer(question["ask"]).result(10))[:FIRST]
        if not set(found) & set(question["first"]):
            missed.append(f"{question['ask']}: {found}, and not {question['first']}")
    return missed


def ids(answered: Answered) -> list[str]:
    return [found.line.key.id for found in answered.found]


@pytest.mark.parametrize("name", ["questions.yaml", "questions_held_out.yaml"])
def test_the_right_card_is_among_the_first(shipped: LibraryStore, name: str) -> None:
    questions = listed(name)
    missed = missed_of(shipped, questions)
    assert len(missed) <= len(questions) // MISSED, "\n".join(missed)


@pytest.mark.parametrize("name", ["questions.yaml", "questions_held_out.yaml"])
def test_every_item_that_should_be_found_is_there(shipped: LibraryStore, name: str) -> None:
    wanted = {id_ for question in listed(name) for id_ in question["first"]}
    library = shipped_library()
    there = {item.indexed.key.id for item in shipped_items(library)}
    assert wanted <= there


def test_own_and_imported_cards_beside_them(shipped: LibraryStore) -> None:
    cards = [replace(case, key=ItemKey(ItemKind.CARD, case.key.id)) for case in CASES]
    work = [
        indexed(f"werk-{number}", f"Werkafspraak {number}", case.parts[2].text) for number, case in enumerate(CASES)
    ]
    shipped.import_pack(PACK, packed(*cards, *work)).result(10)
    try:
        missed = missed_of(shipped, listed("questions.yaml"))
    finally:
        shipped.remove_pack(PACK.id).result(10)
    assert len(missed) <= len(listed("questions.yaml")) // MISSED, "\n".join(missed)


def test_every_card_is_asked_for() -> None:
    asked = {id_ for question in listed("questions.yaml") for id_ in question["first"]}
    assert {card.id for card in shipped_library().cards} <= asked


def test_what_no_text_answers(shipped: LibraryStore) -> None:
    questions = [str(question) for question in listed("questions_without_answer.yaml")]
    given = [question for question in questions if shipped.answer(question).result(10).sure]
    assert len(given) <= len(questions) // MISSED, given


def test_what_a_text_answers_is_given_as_the_answer(shipped: LibraryStore) -> None:
    questions = listed("questions.yaml")
    answers = [(shipped.answer(question["ask"]).result(10), question["first"]) for question in questions]
    right = [answered for answered, wanted in answers if set(ids(answered)[:1]) & set(wanted)]
    unsure = [answered.question for answered in right if not answered.sure]
    assert len(unsure) <= 0.2 * len(right), unsure


def test_every_meaning_is_in_some_text() -> None:
    known = read_question_words(resource("language"))
    library = shipped_library()
    texts = " ".join(" ".join(words(part.text)) for item in shipped_items(library) for part in item.indexed.parts)
    meant = {one for means in known.meanings.values() for one in means}
    assert [one for one in sorted(meant) if f" {' '.join(words(one))} " not in texts] == []
