"""Every word with a better one is found, however it is typed, and nothing that only looks like one."""

from __future__ import annotations

import pytest

from facilitator.content.plain_words import BETTER, ENGLISH
from facilitator.content.wording import other_words


def found(text: str) -> list[str]:
    return [remark.piece for remark in other_words(text)]


@pytest.mark.parametrize("word", BETTER)
def test_every_word(word: str) -> None:
    assert found(f"Dat is {word} zo.") == [word]
    assert found(f"{word.upper()} is dat.") == [word.upper()]
    assert found(f"Iemand zegt ‘{word}’.") == []


@pytest.mark.parametrize("word", ENGLISH.split())
def test_every_english_word(word: str) -> None:
    assert found(f"Dat is {word} zo.") == [word]
    assert found(f"{word.capitalize()} is dat.") == [word.capitalize()]
    assert found(f"Dat heet Save {word} Children.") == []


def test_no_better_word_has_a_better_word() -> None:
    assert [better for better, _reason in BETTER.values() if found(better)] == []


def test_letters_that_look_like_others() -> None:
    assert found("middels mıddels caſe") == ["middels"]
