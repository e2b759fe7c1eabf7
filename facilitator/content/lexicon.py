"""Reads resources/privacy into the lexicon of the privacy check. A few milliseconds; keep what it gives."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from pathlib import Path

from facilitator.core.privacy import Lexicon, SortedWords
from facilitator.core.privacy.cues import PARTICLES
from facilitator.core.text import fold
from facilitator.words import _


class NoListsError(Exception):
    """The word lists of the check are not there."""

    def explain(self) -> str:
        """Say in the user's words what happened and what to do."""
        return _(
            "The check for personal data cannot read its word lists. Nothing was shown or packed. Install the program "
            "again; your library stays as it is."
        )


class _Words:
    """What the dictionary has, save some words that are hardly ever meant as one."""

    def __init__(self, dictionary: SortedWords, save: frozenset[str]) -> None:
        self._dictionary = dictionary
        self._save = save

    def __contains__(self, word: object) -> bool:
        return word not in self._save and word in self._dictionary


def read_lexicon(folder: Path) -> Lexicon:
    """Read the word lists in `folder`, which is `resource("privacy")`. Raises OSError when one is missing."""
    dictionary = SortedWords(gzip.decompress((folder / "opentaal_words.txt.gz").read_bytes()))
    own = _own_words(folder / "given_names.txt")
    large, large_phrases = _entries(line[1:] for line in _lines(folder / "places.txt") if line.startswith("+"))
    small, small_phrases = _entries(line for line in _lines(folder / "places.txt") if not line.startswith("+"))
    capitals, phrases = _entries(_lines(folder / "other_capitals.txt"))
    given = (own | _made_words(folder / "faker_given_names.txt")) - PARTICLES
    places = (small | large | _made_words(folder / "opentaal_places.txt")) - given
    made = _made_words(folder / "faker_surnames.txt") | _made_words(folder / "opentaal_names.txt")
    return Lexicon(
        given_names=given,
        surnames=(_own_words(folder / "surnames.txt") | made) - PARTICLES,
        common_words=_Words(dictionary, own - _own_words(folder / "names_that_are_words.txt")),
        other_capitals=capitals | _made_words(folder / "opentaal_capitals.txt"),
        places=places,
        large_places=large,
        professions=_entries(_lines(folder / "professions.txt"))[0],
        phrases=_by_first_word([*phrases, *large_phrases, *small_phrases]),
    )


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").split("\n") if line and not line.startswith("#")]


def _made_words(path: Path) -> frozenset[str]:
    """Read a list that devtools/privacy_lists.py made: folded, a word a line."""
    return frozenset(_lines(path))


def _own_words(path: Path) -> frozenset[str]:
    """Read a list that a person keeps: words as they are written, parted by blanks."""
    return frozenset(_folded(word) for line in _lines(path) for word in line.split())


def _entries(lines: Iterable[str]) -> tuple[frozenset[str], list[tuple[str, ...]]]:
    """Read lines of entries parted by semicolons; give the single words, and the phrases apart."""
    entries = [tuple(_folded(word) for word in entry.split()) for line in lines for entry in line.split(";")]
    return frozenset(entry[0] for entry in entries if len(entry) == 1), [entry for entry in entries if len(entry) > 1]


def _by_first_word(phrases: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found


def _folded(word: str) -> str:
    return word.lower() if word.isascii() else fold(word)
