"""Text that runs from right to left: its letters joined, and each line put in the order in which it is seen.

ReportLab knows neither. Arabic letters are replaced by the forms they take next to each other (Unicode has a code for
each), a line is broken in the order in which it is read, and only then put in the order in which it is seen, by the
Unicode algorithm (UAX 9). What is drawn so says beside it what it reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from facilitator.report.text import letters_of

if TYPE_CHECKING:
    from arabic_reshaper import ArabicReshaper

_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
_ARABIC: Final = re.compile("[\u0600-\u06ff\u0750-\u077f]")
_MARKS: Final = frozenset("\u200e\u200f\u061c")
"""Marks of direction: they have done their work once a line is in order."""


class Stretch(NamedTuple):
    """Characters of a line that stand beside each other as they are seen, from the part with this number.

    `start` is the place of the first of them in the line as it is read; `read` is what they say.
    """

    part: int
    start: int
    seen: str
    read: str


def runs_backwards(text: str) -> bool:
    """Tell whether anything in a text runs from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def begins_at_the_right(text: str) -> bool:
    """Tell whether a paragraph as a whole runs from right to left: its first letter that has a direction says so."""
    from bidi.algorithm import get_base_level  # noqa: PLC0415  few papers need it

    return bool(get_base_level(text))


def joined(text: str) -> str:
    """Give Arabic letters the forms they take beside each other."""
    return str(_reshaper().reshape(text)) if _ARABIC.search(text) else text


def in_order(parts: Sequence[str], *, at_the_right: bool) -> Iterator[Stretch]:
    """Give a line as it is seen, from left to right. `parts` is the line as it is read, cut where its manner changes.

    Neighbours of one part and one direction stay together.
    """
    text = "".join(parts)
    owners = [number for number, part in enumerate(parts) for _ in part]
    ordered = _ordered(text, at_the_right=at_the_right)
    for (part, _level), group in groupby(ordered, key=lambda char: (owners[char["index"]], char["level"])):
        chars = [char for char in group if char["ch"] not in _MARKS]
        places = sorted(char["index"] for char in chars)
        if chars:
            seen = "".join(char["ch"] for char in chars)
            yield Stretch(part, places[0], seen, letters_of("".join(text[place] for place in places)))


def _ordered(text: str, *, at_the_right: bool) -> list[dict[str, Any]]:
    """Take the steps of the algorithm; the library's own door gives the text alone and not where each came from."""
    from bidi import algorithm  # noqa: PLC0415  few papers need it

    storage = algorithm.get_empty_storage()
    level = int(at_the_right)
    storage["base_level"], storage["base_dir"] = level, "LR"[level]
    algorithm.get_embedding_levels(text, storage)
    for index, char in enumerate(storage["chars"]):
        char["index"] = index
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    algorithm.reorder_resolved_levels(storage, False)
    algorithm.apply_mirroring(storage, False)
    chars: list[dict[str, Any]] = list(storage["chars"])
    return chars


@cache
def _reshaper() -> ArabicReshaper:
    from arabic_reshaper import ArabicReshaper  # noqa: PLC0415  few papers need it

    # Few faces have a sign for this whole word; lam with alef, which must become one sign, stays.
    return ArabicReshaper({"delete_harakat": False, "ARABIC LIGATURE ALLAH": False})
