"""An age, a small place and a trade in one sentence: no name, and yet everybody there knows who it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.core.privacy.cues import PLACE_PREPOSITIONS
from facilitator.core.privacy.reading import Reading

_AGE = re.compile(r"\b\d{1,3}(?:-jarige|[ -]jaar\b)|\(\d{1,2}\)")
_SENTENCE = re.compile(r"[^.!?\n]+")


def rare_combinations(reading: Reading) -> Iterator[tuple[int, int]]:
    """Give the small places that stand in one sentence with an age and a trade: made general, they point at nobody."""
    if not _AGE.search(reading.text):
        return
    for sentence in _SENTENCE.finditer(reading.text):
        if _AGE.search(sentence.group()):
            yield from _in_sentence(reading, sentence.start(), sentence.end())


def _in_sentence(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    lexicon = reading.lexicon
    inside = reading.within(start, end)
    if not any(reading.words[index].folded in lexicon.professions for index in inside):
        return
    for index in inside:
        token = reading.words[index]
        if token.capital and token.folded not in lexicon.large_places and _is_place(reading, index):
            yield token.start, token.end


def _is_place(reading: Reading, index: int) -> bool:
    """Tell whether people live there: a list says so, or what stands before a word that no list knows."""
    token = reading.words[index]
    if reading.is_place(token):
        return True
    where = reading.before(index) in PLACE_PREPOSITIONS
    return where and not (reading.is_other(index) or reading.is_common(token) or reading.is_given(token))
