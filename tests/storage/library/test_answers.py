"""A question in plain words finds what answers it, and says why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

import pytest

from facilitator.core.question_words import QuestionWords
from facilitator.storage.library.records import Answered, How, Weight
from facilitator.storage.library.store import LibraryStore
from tests.storage.library.samples import CASES, NOW, PACK, key_of, packed

WORDS = QuestionWords(
    frozenset(("de", "het", "een", "mijn", "is", "wat", "doe", "ik", "als", "bij", "door", "al", "van")),
    meanings=MappingProxyType({("oma",): ("ouderenmishandeling",), ("steelt", "geld"): ("financiële uitbuiting",)}),
)


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[LibraryStore]:
    """An open library with the invented cases, that knows some words of questions."""
    key = key_of(tmp_path)
    with LibraryStore(tmp_path, lambda: key, now=lambda: NOW, trouble=print, words=lambda: WORDS) as library:
        library.import_pack(PACK, packed(*CASES)).result(10)
        yield library


def ask(library: LibraryStore, question: str) -> Answered:
    return library.answer(question).result(10)


def ids(answered: Answered) -> list[str]:
    return [found.line.key.id for found in answered.found]


def test_words_that_say_nothing_do_not_count(asked: LibraryStore) -> None:
    answered = ask(asked, "Wat is het als ik bij een scheiding de mediator mijn")
    assert ids(answered)[0] == "scheiding"
    assert answered.sure
    assert {why.asked for why in answered.found[0].why} == {"scheiding", "mediator"}


def test_why(asked: LibraryStore) -> None:
    (found,) = ask(asked, "de stalkng door een ex").found
    assert found.why == (("stalkng", "stalking", Weight.HEAD, How.MEANT),)


def test_a_meaning(asked: LibraryStore) -> None:
    answered = ask(asked, "iemand steelt al het geld van mijn oma")
    assert ids(answered)[0] == "pinpas"
    assert {(why.asked, why.how) for why in answered.found[0].why} >= {("steelt … geld", How.MEANING)}
