"""How easy a text reads, by a measure for Dutch: the reading ease of Flesch as Douma fitted it to Dutch (1960).

It counts words and syllables and knows nothing of what is said. It is a sign; no formula tells whether a text is B1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?…:]+[\"'’”»)*_]*(?:\s|$)|\n[ \t]*\n|\n(?=[ \t]*[-*] )")
_PIECE = re.compile(
    r"aai|oei|ooi|eeu|ieu|aau|aa|ee|éé|oo|óó|uu|ie|oe|eu|ui|ei|ij|au|ou|[aeiouyáàâäéèêëíìîïóòôöúùûü]", re.IGNORECASE
)


def syllables(word: str) -> int:
    """Count the syllables of a Dutch word: its vowels, with those that sound together as one. At least 1."""
    return max(1, len(_PIECE.findall(word)))


def reading_ease(texts: Iterable[str], terms: Iterable[str] = ()) -> float | None:
    """Give Flesch-Douma: 206.84 - 0.93 x words a sentence - 77 x syllables a word; None without words.

    About 60 is what somebody of fourteen reads with ease, and higher is easier. `terms` are words of the profession:
    they count as words and not for their syllables, since there is no shorter word for them.
    """
    exempt = {term.casefold() for term in terms}
    words = sentences = counted = total = 0
    for text in texts:
        found = _WORD.findall(text)
        words += len(found)
        sentences += sum(1 for piece in _SENTENCE_END.split(text) if _WORD.search(piece))
        plain = [word for word in found if word.casefold() not in exempt]
        counted += len(plain)
        total += sum(syllables(word) for word in plain)
    if not words or not counted:
        return None
    return 206.84 - 0.93 * words / sentences - 77 * total / counted
