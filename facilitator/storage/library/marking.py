"""Where in a text what was found stands: spans over the text as it was written, and a snippet around the best place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from facilitator.storage.library import words
from facilitator.storage.library.records import Marks, Part, Span, Weight

SNIPPET = 170
"""Characters of a snippet, about."""

_BEFORE = 50  # of them before the first place
_MOST_PLACES = 40

_NOTHING = re.compile(r"(?!)")


class Snippet(NamedTuple):
    """A piece of a part, with what is marked in it."""

    found_in: str
    text: str
    spans: tuple[Span, ...]


_ELSEWHERE = (Weight.TITLE, Weight.ASKED)
"""The title stands above the snippet, and what people ask is no text of the item."""


def spans(text: str, marks: Marks) -> tuple[Span, ...]:
    """Give what is marked in a text, in order, without overlaps."""
    folded, origins = words.fold_in_place(text)
    return tuple(_span(begin, end, origins) for begin, end in _found(folded, marks))


def snippet(parts: Sequence[Part], marks: Marks) -> Snippet:
    """Give a piece of the first part that has enough different marks, or else of that with the most."""
    best: tuple[int, Part, list[tuple[int, int]]] | None = None
    for part in parts:
        if part.weight in _ELSEWHERE:
            continue
        folded = words.fold(part.text)
        found = _found(folded, marks)
        telling = len({folded[begin:end] for begin, end in found})
        if best is None or telling > best[0]:
            best = telling, part, found
        if telling >= marks.enough:
            break
    if best is None:
        return Snippet("", "", ())
    _, part, found = best
    begin = _densest(found)
    _, origins = words.fold_in_place(part.text)
    piece = _cut(part.text, begin if origins is None else origins[begin])
    return Snippet(part.name, piece, spans(piece, marks))


def _densest(found: list[tuple[int, int]]) -> int:
    """Give where the piece with the most places begins."""
    starts = [begin for begin, _ in found]
    reach = SNIPPET - _BEFORE
    return max(starts, key=lambda at: (sum(at <= other < at + reach for other in starts), -at), default=0)


def _cut(text: str, at: int) -> str:
    """Cut a piece out at blanks, on one line; dots where something was left out."""
    begin = 0 if at <= _BEFORE else text.rfind(" ", 0, max(0, at - _BEFORE)) + 1
    if at - begin > 2 * _BEFORE:  # no blank near
        begin = at
    end = len(text) if len(text) <= begin + SNIPPET else text.rfind(" ", begin, begin + SNIPPET)
    if end <= at:
        end = min(len(text), begin + SNIPPET)
    piece = " ".join(text[begin:end].split())
    return f"{'…' if begin else ''}{piece}{'…' if end < len(text) else ''}"


def _found(folded: str, marks: Marks) -> list[tuple[int, int]]:
    """Give the places of what is marked: literal pieces first, their surroundings after, which is quick."""
    found: list[tuple[int, int]] = []
    last = 0
    for match in _pattern(marks).finditer(folded):
        begin = match.start()
        end = _fitting(folded, begin, marks) if begin >= last else 0
        if end:
            found.append((begin, end))
            last = end
            if len(found) == _MOST_PLACES:
                break
    return found


def _fitting(folded: str, begin: int, marks: Marks) -> int:
    """Give where the longest that fits at a place ends; 0 when nothing does."""
    begins = begin == 0 or not folded[begin - 1].isalnum()
    ends = [begin + len(piece) for piece in marks.pieces if folded.startswith(piece, begin)]
    if begins:
        ends += [begin + len(word) for word in marks.beginnings if folded.startswith(word, begin)]
        for word in marks.words:
            end = begin + len(word)
            if folded.startswith(word, begin) and not folded[end : end + 1].isalnum():
                ends.append(end)
    return max(ends, default=0)


@lru_cache(maxsize=8)
def _pattern(marks: Marks) -> re.Pattern[str]:
    """Find whatever may be marked; two that begin alike are one."""
    literals = sorted({*marks.words, *marks.beginnings, *marks.pieces})
    shortest = [
        one for place, one in enumerate(literals) if not any(one.startswith(other) for other in literals[:place])
    ]
    return re.compile("|".join(map(re.escape, shortest))) if shortest else _NOTHING


def _span(begin: int, end: int, origins: list[int] | None) -> Span:
    if origins is None:
        return Span(begin, end - begin)
    start = origins[begin]
    stop = max(origins[end], origins[end - 1] + 1)  # a character that is folded to several belongs to both its words
    return Span(start, stop - start)
