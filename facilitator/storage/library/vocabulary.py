"""Every word that the library's texts hold, in memory: what else may be meant by the word that is being typed.

Kept as one long text, so that beginnings and pieces of words are found at the speed of memory, and as stems. What is
needed against typing errors is made the first time somebody makes one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from facilitator.storage.library import words

MOST = 24
"""So many words may stand in for one."""

_MOST_NEAR = 10  # that may be meant by a mistyped one

_SHORTEST_PIECE = 4
_SHORTEST_HEAD = 5
_SHORTEST_FIRST = 3
_SHORTEST_TYPO = 4
_TWO_ERRORS_FROM = 7
_TWO_ERRORS_IN_ALL_FROM = 9  # letters of a word that is finished
_REMEMBERED = 64  # mistyped words: those before the last one are looked at again at every key stroke
_LENGTHS = 8  # of beginnings that are remembered


class Near(NamedTuple):
    """A word that resembles what was typed, and how far it is from it: in sound, and in letters."""

    sound: int
    letters: int
    word: str


class Vocabulary:
    """All words, each once."""

    def __init__(self, rows: Iterable[tuple[str, str]] = ()) -> None:
        """Begin with words and their stems."""
        self._kept: set[str] = set()
        self._waiting: list[tuple[str, str]] = []
        self._known: set[str] = set()
        self._ordered: list[str] = []
        self._text = "\n"
        self._stems: dict[str, list[str]] = {}
        self._sounds = _Sounding()
        self._near: dict[tuple[str, str], list[str]] = {}
        self.add(rows)

    def __contains__(self, word: str) -> bool:
        return word in self._known

    def __len__(self) -> int:
        return len(self._known)

    def new(self, candidates: Iterable[str]) -> list[str]:
        """Give those that are not kept yet, each once."""
        return sorted(set(candidates) - self._kept)

    def add(self, rows: Iterable[tuple[str, str]]) -> None:
        """Take in words that are new, with their stems."""
        fresh = [(word, stem) for word, stem in rows if word not in self._known]
        for word, stem in fresh:
            self._kept.add(word)
            self._known.add(word)
            self._ordered.append(word)
            self._stems.setdefault(stem, []).append(word)
        if fresh:
            self._near.clear()
            self._text += "\n".join(word for word, _ in fresh) + "\n"

    def add_later(self, rows: Iterable[tuple[str, str]]) -> None:
        """Take in words of texts that nobody sees yet; they are given from `settle` on."""
        fresh = list(rows)
        self._kept.update(word for word, _ in fresh)
        self._waiting += fresh

    def settle(self) -> None:
        """Give from now on what was taken in for later."""
        fresh, self._waiting = self._waiting, []
        self.add(fresh)

    def discard(self, gone: Iterable[str]) -> None:
        """Let words go. They stay behind where that costs nothing, and are given no more."""
        self._near.clear()
        for word in gone:
            self._kept.discard(word)
            self._known.discard(word)
            self._text = self._text.replace(f"\n{word}\n", "\n", 1)

    def all(self) -> list[str]:
        """Give all words."""
        return [word for word in dict.fromkeys(self._ordered) if word in self._known]

    def begins(self, beginning: str) -> bool:
        """Whether some word begins so."""
        return f"\n{beginning}" in self._text

    def of_stem(self, word: str) -> list[str]:
        """Give the other words of the same stem."""
        same = dict.fromkeys(self._stems.get(words.stem(word), ()))
        return [other for other in same if other != word and other in self._known][:MOST]

    def with_piece(self, piece: str) -> list[str]:
        """Give words that hold this piece, not at their beginning: a compound is found by its last part.

        Those that end in it come first.
        """
        if len(piece) < _SHORTEST_PIECE:
            return []
        found: list[tuple[int, str]] = []
        at = self._text.find(piece)
        while at >= 0 and len(found) < MOST * 20:
            begin, end = self._text.rfind("\n", 0, at) + 1, self._text.find("\n", at)
            if begin < at:
                found.append((end - at - len(piece), self._text[begin:end]))
            at = self._text.find(piece, end)
        return [word for _, word in sorted(found)[:MOST]]

    def compounds(self, word: str) -> list[str]:
        """Give the words that are this one and a word before it, such as `ouderenmishandeling` for `mishandeling`."""
        found: list[str] = []
        at = self._text.find(f"{word}\n") if len(word) >= _SHORTEST_PIECE else -1
        while at >= 0 and len(found) < MOST:
            other = self._text[self._text.rfind("\n", 0, at) + 1 : at + len(word)]
            if other != word and self._is_word(other.removesuffix(word)):
                found.append(other)
            at = self._text.find(f"{word}\n", at + 1)
        return found

    def head(self, word: str) -> str:
        """Give the longest word that a word of no text ends in: `vechtscheiding` is a `scheiding`; nothing if none."""
        cuts = range(3, len(word) - _SHORTEST_HEAD + 1)
        return next((word[cut:] for cut in cuts if word[cut:] in self._known), "")

    def _is_word(self, part: str) -> bool:
        """Whether a part of a compound is a word, with or without what binds it to the next one."""
        shorter = (part.removesuffix(bond) for bond in ("", "s", "e", "en", "er", "-"))
        return len(part) >= _SHORTEST_FIRST and any(one in self._known for one in shorter)

    def split(self, word: str) -> tuple[str, str] | None:
        """Give the two words that were written as one, the second perhaps unfinished; None when they are not here."""
        cuts = range(len(word) - 3, 2, -1)
        return next(
            ((word[:cut], word[cut:]) for cut in cuts if word[:cut] in self._known and self.begins(word[cut:])), None
        )

    def near(self, word: str, besides: str = "\n") -> list[str]:
        """Give the words that may be meant by one with typing errors, the likeliest first.

        Compared by sound, and by the letters typed so far: `veiligeh` comes near to `veiligheid`. Words that begin
        with `besides` are left out.
        """
        if len(word) < _SHORTEST_TYPO:
            return []
        if (word, besides) not in self._near:
            if len(self._near) >= _REMEMBERED:
                self._near.clear()
            self._near[word, besides] = self._nearest(word, besides)
        return self._near[word, besides]

    def _nearest(self, word: str, besides: str) -> list[str]:
        (sound,) = words.sounds([word])
        most = 2 if len(word) >= _TWO_ERRORS_FROM else 1
        found: dict[str, int] = {}
        for length in range(max(2, len(sound) - 1), len(sound) + 2):
            for distance, beginning in self._sounding.near(sound, length, most):
                for other in self._sounding.beginning(beginning):
                    found[other] = min(distance, found.get(other, distance))
        ranked = sorted(
            Near(distance, _letters_off(word, other[: len(word)]), other)
            for other, distance in found.items()
            if other in self._known and not other.startswith(besides)
        )
        ranked = [near for near in ranked if not near.sound or _begins_near(word, near.word, most)]
        best = [near for near in ranked if near.sound <= ranked[0].sound and near.letters <= ranked[0].letters + 1]
        return [near.word for near in best[:_MOST_NEAR]]

    def like(self, word: str) -> list[Near]:
        """Give the words that may be meant by one that is finished and has typing errors, the likeliest first."""
        if len(word) <= _SHORTEST_TYPO:
            return []
        (sound,) = words.sounds([word])
        found = self._sounding.like(sound, 2 if len(word) >= _TWO_ERRORS_IN_ALL_FROM else 1)
        ranked = sorted(
            Near(distance, _letters_off(word, other), other)
            for distance, other in found
            if other in self._known and words.sounds([other[0]]) == [sound[0]]  # hardly anybody mistypes the first
        )
        return [near for near in ranked if near[:1] == ranked[0][:1]][:_MOST_NEAR]

    def warm(self) -> None:
        """Make ready for the first typing error."""
        self.near("beginnen")

    @property
    def _sounding(self) -> _Sounding:
        self._sounds.extend(self._ordered)
        return self._sounds


def _begins_near(word: str, other: str, most: int) -> bool:
    """Whether the letters that were typed are at most so many off, for a sound alone may be of one letter."""
    return any(_letters_off(word, other[:length]) <= most for length in range(len(word) - 1, len(word) + 2))


def _letters_off(word: str, other: str) -> int:
    from rapidfuzz.distance import OSA  # noqa: PLC0415  12 ms, and only when somebody mistypes

    return int(OSA.distance(word, other))


class _Sounding:
    """All words in the order of how they sound, so that those that begin alike stand together."""

    def __init__(self) -> None:
        self._taken = 0
        self._sounds: list[str] = []
        self._words: list[str] = []
        self._beginnings: dict[int, list[str]] = {}

    def extend(self, ordered: list[str]) -> None:
        """Take in the words that came since."""
        fresh = ordered[self._taken :]
        if fresh:
            self._taken = len(ordered)
            pairs = sorted(
                [*zip(self._sounds, self._words, strict=True), *zip(words.sounds(fresh), fresh, strict=True)]
            )
            self._sounds, self._words = [sound for sound, _ in pairs], [word for _, word in pairs]
            self._beginnings.clear()

    def near(self, sound: str, length: int, most: int) -> list[tuple[int, str]]:
        """Give the beginnings of so many letters that differ in at most so many places, with how many."""
        from rapidfuzz import process  # noqa: PLC0415  12 ms, and only when somebody mistypes
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        if length not in self._beginnings:
            if len(self._beginnings) >= _LENGTHS:
                self._beginnings.pop(next(iter(self._beginnings)))
            self._beginnings[length] = list(dict.fromkeys([other[:length] for other in self._sounds]))
        found = process.extract(sound, self._beginnings[length], scorer=OSA.distance, score_cutoff=most, limit=None)
        return [(int(distance), beginning) for beginning, distance, _ in found]

    def like(self, sound: str, most: int) -> list[tuple[int, str]]:
        """Give the words of which the whole sound differs in at most so many places, with how many."""
        from rapidfuzz import process  # noqa: PLC0415  12 ms, and only when somebody mistypes
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        found = process.extract(sound, self._sounds, scorer=OSA.distance, score_cutoff=most, limit=None)
        return [(int(distance), self._words[place]) for _sound, distance, place in found]

    def beginning(self, sound: str) -> list[str]:
        """Give the words whose sound begins so."""
        first = bisect_left(self._sounds, sound)
        return self._words[first : bisect_left(self._sounds, sound + "\U0010ffff", first)]
