"""What is known of the words of questions, folded and brought to stems as the library compares words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from facilitator.core.question_words import QuestionWords
from facilitator.storage.library import words
from facilitator.storage.library.records import ItemKind
from facilitator.storage.library.vocabulary import Near, Vocabulary

_BETWEEN = 2
"""So many other words that say something may stand between those of a saying, which come in any order."""

_REACH = 12  # words in all


class Saying(NamedTuple):
    """What people say, as the keys of its words in order, and what texts call it, or the kind of item that it asks."""

    keys: tuple[str, ...]
    means: tuple[str, ...]
    kind: ItemKind | None


class Said(NamedTuple):
    """A saying in a question: the places of its words, and what it says."""

    places: tuple[int, ...]
    means: tuple[str, ...]
    kind: ItemKind | None


class Language:
    """Knows which words say nothing, which are forms of one word, which are read as one, and what sayings mean."""

    def __init__(self, known: QuestionWords) -> None:
        """Make it ready: some milliseconds."""
        self._aside = frozenset(word for text in known.aside for word in words.words(text))
        self._forms = {words.fold(word): tuple(map(words.fold, others)) for others in known.forms for word in others}
        self._fixed = sorted((tuple(words.words(" ".join(said))) for said in known.fixed), key=len, reverse=True)
        self._sayings: dict[str, list[Saying]] = {}
        spelled = {*self._aside, *self._forms}
        for said, means in known.meanings.items():
            spelled.update(self._learn(said, tuple(" ".join(words.words(one)) for one in means), None))
        for said, kind in known.kinds.items():
            spelled.update(self._learn(said, (), ItemKind(kind)))
        self._spelled = Vocabulary((word, word) for word in sorted(spelled))

    def __contains__(self, word: str) -> bool:
        return word in self._spelled or self.key(word) in self._sayings

    def says_nothing(self, word: str) -> bool:
        """Whether a word is one to leave aside."""
        return word in self._aside

    def forms(self, word: str) -> tuple[str, ...]:
        """Give all forms of a word that were told, itself too; nothing when none were."""
        return self._forms.get(word, ())

    def key(self, word: str) -> str:
        """Give the form by which all forms of a word are one."""
        forms = self.forms(word)
        return forms[0] if forms else words.light_stem(word)

    def together(self, said: Sequence[str]) -> list[int]:
        """Give how many words belong together, from the first on: those of a name are one, whatever is around it."""
        counts: list[int] = []
        place = 0
        while place < len(said):
            fits = (len(one) for one in self._fixed if tuple(said[place : place + len(one)]) == one)
            counts.append(next(fits, 1))
            place += counts[-1]
        return counts

    def like(self, word: str) -> list[Near]:
        """Give words of questions that may be meant by one with typing errors, the likeliest first."""
        return self._spelled.like(word)

    def sayings(self, keys: Sequence[str], light: Sequence[bool]) -> list[Said]:
        """Give the sayings in a question, the longest first; no word is in two.

        The words come as their keys, and with whether they say nothing by themselves.
        """
        there = (
            Said(places, saying.means, saying.kind)
            for place, key in enumerate(keys)
            for saying in self._sayings.get(key, ())
            if (places := _places(saying.keys, keys, light, place))
        )
        found: list[Said] = []
        taken: set[int] = set()
        for said in sorted(there, key=lambda said: -len(said.places)):
            if taken.isdisjoint(said.places):
                found.append(said)
                taken.update(said.places)
        return sorted(found, key=lambda said: said.places)

    def _learn(self, said: Sequence[str], means: tuple[str, ...], kind: ItemKind | None) -> list[str]:
        """Take a saying in. Gives its words."""
        folded = words.words(" ".join(said))
        left = iter(folded)
        whole = [" ".join(islice(left, count)) for count in self.together(folded)]
        saying = Saying(tuple(map(self.key, whole)), means, kind)
        for key in dict.fromkeys(saying.keys):
            self._sayings.setdefault(key, []).append(saying)
        return folded


def _places(wanted: Sequence[str], keys: Sequence[str], light: Sequence[bool], first: int) -> tuple[int, ...]:
    """Give where the words of a saying stand of which one is at a place, or nothing when they do not."""
    places: list[int] = []
    missing = list(wanted)
    others = 0
    for place in range(first, min(len(keys), first + _REACH)):
        if keys[place] in missing:
            missing.remove(keys[place])
            places.append(place)
            if not missing:
                return tuple(places)
        elif not light[place]:
            others += 1
            if others > _BETWEEN:
                return ()
    return ()
