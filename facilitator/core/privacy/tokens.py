"""A text as words with their places, and what can be said of a word by its looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from facilitator.core.privacy.cues import ABBREVIATIONS
from facilitator.core.text import fold

_WORD = re.compile(
    r"[^\W\d_A-ZÀ-ÖØ-Þ][^\W\d_]*(?=[-‑][A-ZÀ-ÖØ-Þ])"  # an ordinary word and a name: the zaak-Jansen is about Jansen
    r"|[^\W\d_]+(?:['’\-‑][^\W\d_]+)*"
)
_OPENS = re.compile(r"[.!?:;•*–—|\n\t][ \"“‘„'(\[>-]*$")


class Token(NamedTuple):
    """A word, its place and folded form; whether it starts with a capital, is all capitals, opens a sentence."""

    text: str
    start: int
    end: int
    folded: str
    capital: bool
    upper: bool
    opens: bool


def tokens(text: str) -> Iterator[Token]:
    """Give the words of a text in order."""
    last, before = 0, ""
    for match in _WORD.finditer(text):
        word, start = match.group(), match.start()
        capital = word[0].isupper()
        opens = capital and _opens(text, last, start) and not (before in ABBREVIATIONS and text[last:start] == ". ")
        folded = word.lower() if word.isascii() else fold(word).replace("’", "'").replace("‑", "-")
        last, before = match.end(), folded
        yield Token(word, start, last, folded, capital, capital and len(word) > 1 and word.isupper(), opens)


def _opens(text: str, last: int, start: int) -> bool:
    gap = text[max(last, start - 12) : start]
    return last == 0 or (gap != " " and bool(_OPENS.search(gap)))


def stems(folded: str) -> tuple[str, ...]:
    """Give the word and what it can be the possessive of: karins, anna's, hans'."""
    bare = folded.removesuffix("'s")
    if bare != folded:
        return (folded, bare)
    if folded.endswith("s") and len(folded) > 3:
        return (folded, folded[:-1])
    return (folded,)
