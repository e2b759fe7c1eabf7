"""Invented cases in any number, of the words of the shipped content: half small words, half words of the case's own."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

from facilitator.content.locate import CASES, SCRIPTS, content_folder
from facilitator.storage.library.records import Facets, Indexed, ItemKey, ItemKind, Packed, Part, Weight

_SMALL = 150  # words so common that every text has many of them
_TOPIC = 130  # words a case is about
_COMPOUNDS = 20_000
_PARTS = 8
_LEVELS, _PHASES = ("basis", "gevorderd", "expert"), ("directe-veiligheid", "stabiele-veiligheid", "herstel")
_KEYS = {"title", "kind", "name", "about", "text", "minutes", "other", "roles", "audience", "guidance", "questions"}


class Texts:
    """Gives the same cases for the same seed."""

    def __init__(self, seed: int) -> None:
        self._rnd = random.Random(seed)
        paths = (path for kind in (SCRIPTS, CASES) for path in sorted((content_folder() / kind).glob("*.yaml")))
        found = Counter(re.findall(r"[^\W\d_]+", " ".join(path.read_text("utf-8").lower() for path in paths)))
        common = [(word, count) for word, count in found.most_common(_SMALL) if word not in _KEYS]
        self._small = [word for word, _ in common]
        self._small_weights = list(accumulate(count for _, count in common))
        rest = [word for word in found if word not in self._small and word not in _KEYS and len(word) > 3]
        nouns = [word for word in rest if 4 <= len(word) <= 9]
        made = {self._rnd.choice(nouns) + self._rnd.choice(nouns) for _ in range(_COMPOUNDS)}
        self.words = [*rest, *sorted(made)]
        self._rnd.shuffle(self.words)
        self._weights = list(accumulate(1 / (place + 20) for place in range(len(self.words))))
        self._themes, self._roles = self.words[:40], self.words[40:65]

    def cases(self, count: int, length: int) -> Iterator[Packed]:
        """Give cases of so many words each."""
        return (self._case(number, length) for number in range(count))

    def _case(self, number: int, length: int) -> Packed:
        rnd = self._rnd
        topic = rnd.choices(self.words, cum_weights=self._weights, k=_TOPIC)
        words = rnd.choices(self._small, cum_weights=self._small_weights, k=length)
        words[::2] = rnd.choices(topic, k=len(words[::2]))
        title = " ".join(rnd.choices(topic, k=4)).capitalize()
        themes, roles = tuple(rnd.sample(self._themes, 4)), tuple(rnd.sample(self._roles, 5))
        size = -(-length // _PARTS)
        texts = [" ".join(words[start : start + size]).capitalize() + "." for start in range(0, length, size)]
        parts = (
            Part("Titel", Weight.TITLE, title),
            Part("Thema's", Weight.HEAD, "\n".join((*themes, *roles))),
            *(Part(f"Moment {place}", Weight.TEXT, text) for place, text in enumerate(texts, 1)),
        )
        facets = Facets(themes, roles, (rnd.choice(_PHASES),), rnd.choice(_LEVELS), "", rnd.choice((30, 45, 60, 90)))
        key = ItemKey(ItemKind.CASE, f"verzonnen-{number}")
        return Packed(Indexed(key, title, parts, facets), "\n".join(texts), "Niemand", "CC0")

    def mistyped(self, word: str) -> str:
        """Make one error in a word: two letters changed about, one left out, doubled, or another one."""
        rnd = self._rnd
        at = rnd.randrange(1, len(word) - 1)
        return rnd.choice(
            (
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
                word[:at] + rnd.choice("aeinrstod") + word[at + 1 :],
            )
        )

    def typed(self, count: int) -> list[str]:
        """Give queries: one, two or three words, a quarter of them with an error."""
        rnd, queries = self._rnd, []
        for _ in range(count):
            words = rnd.choices(self.words, cum_weights=self._weights, k=rnd.choice((1, 1, 2, 3)))
            if rnd.random() < 0.25:
                words[-1] = self.mistyped(words[-1])
            queries.append(" ".join(words))
        return queries
