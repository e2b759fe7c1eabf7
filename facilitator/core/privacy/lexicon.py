"""The words the search leans on, as the content gives them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Mapping
from dataclasses import dataclass, field

_STEP = 4096  # bytes: short enough to be searched in a microsecond, long enough for a small index


class SortedWords:
    """A long list of words that costs little to load: a sorted block of lines with an index, not a set.

    `lines` are folded words in UTF-8, sorted by their bytes, each ended by a line feed.
    """

    def __init__(self, lines: bytes) -> None:
        self._lines = b"\n" + lines
        self._heads: list[bytes] = []
        self._starts: list[int] = []
        start = 0
        while 0 <= start < len(lines):
            self._heads.append(self._lines[start + 1 : self._lines.index(b"\n", start + 1)])
            self._starts.append(start)
            start = self._lines.find(b"\n", start + _STEP)

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str) or not word or "\n" in word:
            return False
        sought = word.encode("utf-8", "surrogatepass")
        at = bisect_right(self._heads, sought) - 1
        return at >= 0 and self._lines.find(b"\n%b\n" % sought, self._starts[at], self._end(at)) >= 0

    def _end(self, at: int) -> int:
        return self._starts[at + 1] + 1 if at + 1 < len(self._starts) else len(self._lines)


@dataclass(frozen=True)
class Lexicon:
    """Words by what they can be, all folded (`core.text.fold`).

    given_names, surnames: heard in the Netherlands; a name that is an ordinary word too is in `common_words` as well.
    common_words: what a dictionary has without a capital, save given names that are hardly ever meant as a word (jan).
    other_capitals: what is written with a capital and is no person: days, services, peoples.
    places, large_places: where people live; in a large one an age and a trade do not point at somebody.
    phrases: first word -> whole names of more than one word that are no person (veilig thuis, capelle aan den ijssel).
    """

    given_names: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    common_words: Container[str] = frozenset()
    other_capitals: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    large_places: frozenset[str] = frozenset()
    professions: frozenset[str] = frozenset()
    phrases: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
