"""The search itself: all kinds together, and what stands where two of them overlap."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence

from facilitator.core.privacy.cues import PARTICLES
from facilitator.core.privacy.kinds import Finding, PersonalData
from facilitator.core.privacy.lexicon import Lexicon
from facilitator.core.privacy.names import names
from facilitator.core.privacy.numbers import DATE, Span, numbers
from facilitator.core.privacy.rare import rare_combinations
from facilitator.core.privacy.reading import Reading
from facilitator.core.privacy.tokens import tokens

_RANK = {kind: rank for rank, kind in enumerate(PersonalData)}


def find(text: str, lexicon: Lexicon, known: frozenset[str] = frozenset()) -> tuple[Finding, ...]:
    """Give the personal data seen in a text, in order and without overlap.

    `known` are names and words, folded (`core.text.fold`), that are invented or harmless: persons of the shown case,
    organisations at the table, roles. A single word is passed over wherever it stands, a phrase only as a whole.
    """
    reading = Reading(text, tuple(tokens(text)), lexicon, known)
    spans = list(numbers(text))
    starts = sorted(start for _kind, start, _end in spans)
    named = [_without(name, starts, reading) for name in names(reading)]
    spans += [(PersonalData.NAME, start, end) for start, end in named]
    spans += _dates_after_names(text, named)
    spans += [(PersonalData.RARE_COMBINATION, start, end) for start, end in rare_combinations(reading)]
    return tuple(Finding(kind, start, end, text[start:end]) for kind, start, end in _without_overlap(spans))


def _without(name: tuple[int, int], surer: Sequence[int], reading: Reading) -> tuple[int, int]:
    """Give a name without an address or number behind it that it seemed to go on into: X aan de Kerklaan 1."""
    start, end = name
    after = bisect_right(surer, start)
    if after == len(surer) or surer[after] >= end:
        return name
    cut = surer[after]
    words = [word for word in map(reading.words.__getitem__, reading.within(start, cut)) if word.end <= cut]
    return start, max((word.end for word in words if word.folded not in PARTICLES), default=end)


def _dates_after_names(text: str, named: Iterable[tuple[int, int]]) -> list[Span]:
    """Give the dates that stand in brackets or after a comma directly behind a name: Sem (3-5-2014)."""
    found: list[Span] = []
    for _, end in named:
        opening = re.match(r" ?\(|, ", text[end : end + 2])
        date = DATE.match(text, end + opening.end()) if opening else None
        if date and re.search(r"\d{2}$", date.group()):
            found.append((PersonalData.BIRTH_DATE, date.start(), date.end()))
    return found


def _without_overlap(spans: Iterable[Span]) -> list[Span]:
    """Keep the surest of those that overlap: by kind, then the longest."""
    kept: list[tuple[int, int, PersonalData]] = []
    for kind, start, end in sorted(spans, key=lambda span: (_RANK[span[0]], span[1] - span[2], span[1])):
        at = bisect_left(kept, (start,))
        clear_before = at == 0 or kept[at - 1][1] <= start
        clear_after = at == len(kept) or end <= kept[at][0]
        if clear_before and clear_after and start < end:
            insort(kept, (start, end, kind))
    return [(kind, start, end) for start, end, kind in kept]
