"""How near a question comes to those to which an item says it is an answer, each as a whole.

Compared by groups of four letters of the words that say something: other forms of a word, compounds and typing errors
share most of theirs, in whatever order words come.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from heapq import nlargest
from typing import NamedTuple

from facilitator.storage.library import words
from facilitator.storage.library.language import Language
from facilitator.storage.library.records import Part, Weight

_LETTERS = 4
_ENOUGH_WORDS = 3  # of two words one is soon the same
_MOST_WORDS = 40  # of a question: a long story is like no question
_MOST = 3  # of an item
_MOST_LOOKED = 8  # of an item of which the length counts too


_BLANKS = str.maketrans(dict.fromkeys(",.?!:;()[]\"'’‘“”/-–…", " "))
"""What stands beside words: where a word begins and ends is a blank."""


class Alike(NamedTuple):
    """A question of an item, and how near another one comes to it: from 0 to 1, when they have the same words."""

    near: float
    text: str


class Asking:
    """The question that is asked.

    Attributes:
        enough: how much it says that another one comes near to it, from 0 to 1: less when it has hardly any words.
    """

    def __init__(self, question: str, language: Language) -> None:
        self._language = language
        said = list(dict.fromkeys(self._telling(question)))[:_MOST_WORDS]
        self.enough = min(1.0, len(said) / _ENOUGH_WORDS)
        self._groups = {f" {word} "[at : at + _LETTERS] for word in said for at in range(_groups_of(word))}

    def alike(self, parts: Iterable[Part]) -> list[Alike]:
        """Give the questions of an item that come nearest, the nearest first."""
        if not self._groups:
            return []
        texts = [" ".join(part.text.split("\n")) for part in parts if part.weight == Weight.ASKED]
        folded = words.fold("\n".join(texts)).translate(_BLANKS).split("\n")
        shared = [sum(map(f" {text} ".__contains__, self._groups)) for text in folded]
        looked = nlargest(_MOST_LOOKED, range(len(texts)), key=lambda place: shared[place])
        near = (Alike(self._near(shared[place], texts[place]), texts[place]) for place in looked if shared[place])
        return nlargest(_MOST, near)

    def _near(self, shared: int, text: str) -> float:
        own = sum(map(_groups_of, self._telling(text)))
        return shared / math.sqrt(len(self._groups) * max(own, shared))

    def _telling(self, text: str) -> list[str]:
        return [word for word in words.words(text) if not self._language.says_nothing(word)]


def _groups_of(word: str) -> int:
    """Give how many groups a word has, with the blanks around it."""
    return max(1, len(word) + 3 - _LETTERS)
