"""What is known of the words of questions, folded and brought to stems as the library compares words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from facilitator.core.question_words import QuestionWords
from facilitator.storage.library import words
from facilitator.storage.library.vocabulary import Near, Vocabulary

_BETWEEN = 2
"""So many other words may stand between two words of a saying: `geslagen door haar man`."""


class Saying(NamedTuple):
    """What people say, as stems in order, and what texts call it."""

    stems: tuple[str, ...]
    means: tuple[str, ...]


class Said(NamedTuple):
    """A saying in a question: the places of its words, and what texts call it."""

    places: tuple[int, ...]
    means: tuple[str, ...]


class Language:
    """Knows which words say nothing, and what sayings mean."""

    def __init__(self, known: QuestionWords) -> None:
        """Make it ready: some milliseconds."""
        self._aside = frozenset(word for text in known.aside for word in words.words(text))
        self._sayings: dict[str, list[Saying]] = {}
        spelled = set(self._aside)
        for said, means in known.meanings.items():
            folded = words.words(" ".join(said))
            spelled.update(folded)
            if folded:
                saying = Saying(tuple(map(words.stem, folded)), tuple(" ".join(words.words(one)) for one in means))
                self._sayings.setdefault(saying.stems[0], []).append(saying)
        for sayings in self._sayings.values():
            sayings.sort(key=lambda saying: -len(saying.stems))
        self._spelled = Vocabulary((word, words.stem(word)) for word in sorted(spelled))

    def __contains__(self, word: str) -> bool:
        return word in self._spelled or bool(self._spelled.of_stem(word))

    def says_nothing(self, word: str) -> bool:
        """Whether a word is one to leave aside."""
        return word in self._aside

    def like(self, word: str) -> list[Near]:
        """Give words of questions that may be meant by one with typing errors, the likeliest first."""
        return self._spelled.like(word)

    def sayings(self, stems: Sequence[str]) -> list[Said]:
        """Give the sayings in a question, the longest at each word; no word is in two that have more than one."""
        found: list[Said] = []
        taken: set[int] = set()
        for place, stem in enumerate(stems):
            for saying in self._sayings.get(stem, ()):
                places = _places(saying.stems, stems, place)
                if places and taken.isdisjoint(places):
                    found.append(Said(places, saying.means))
                    taken.update(places)
                    break
        return found


def _places(wanted: Sequence[str], stems: Sequence[str], first: int) -> tuple[int, ...]:
    """Give where the words of a saying stand that begins at a place, or nothing when it does not."""
    places = [first]
    for stem in wanted[1:]:
        reach = range(places[-1] + 1, min(len(stems), places[-1] + 2 + _BETWEEN))
        place = next((place for place in reach if stems[place] == stem), None)
        if place is None:
            return ()
        places.append(place)
    return tuple(places)
