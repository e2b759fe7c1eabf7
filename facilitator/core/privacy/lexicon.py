"""The words the search leans on, as the content gives them."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field


class SortedWords:
    """A long list of words that costs nothing to load: a sorted block of lines, searched by halving.

    `lines` are folded words in UTF-8, sorted by their bytes, each ended by a line feed.
    """

    def __init__(self, lines: bytes) -> None:
        self._lines = lines

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str) or not word:
            return False
        sought, lines = word.encode("utf-8", "surrogatepass"), self._lines
        low, high = 0, len(lines)
        while low < high:
            start = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = lines.find(b"\n", start)
            found = lines[start:end]
            if found == sought:
                return True
            if found < sought:
                low = end + 1
            else:
                high = start
        return False


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
