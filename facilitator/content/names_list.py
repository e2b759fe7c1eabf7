"""Names out of a text as it was typed or pasted: `Mo, Fatima en Jan`, or the address line of a mail."""

from __future__ import annotations

import re

from facilitator.content.people import people_from_text
from facilitator.core.text import fold, one_line

_BETWEEN = re.compile(r",|\ben\b|&")
_OF_A_MAIL = frozenset("@;<\n\t")


def names_in(text: str) -> tuple[str, ...]:
    """Give the names, each once, in their order. Raises nothing, whatever the text."""
    text = text.strip()
    if _OF_A_MAIL.isdisjoint(text):
        found = [one_line(part) for part in _BETWEEN.split(text)]
    else:
        found = [person.name for person in people_from_text(text).rows]
    by_fold: dict[str, str] = {}
    for name in found:
        if name:
            by_fold.setdefault(fold(name), name)
    return tuple(by_fold.values())
