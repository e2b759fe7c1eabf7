"""Numbers as running text writes them: in words up to twenty, in digits above."""

from __future__ import annotations

from facilitator.words import pgettext


def in_words(count: int) -> str:
    """Give "zes" for 6 and "40" for 40."""
    known = _words()
    return known[count] if 0 <= count < len(known) else str(count)


def _words() -> tuple[str, ...]:
    return (
        pgettext("number", "zero"),
        pgettext("number", "one"),
        pgettext("number", "two"),
        pgettext("number", "three"),
        pgettext("number", "four"),
        pgettext("number", "five"),
        pgettext("number", "six"),
        pgettext("number", "seven"),
        pgettext("number", "eight"),
        pgettext("number", "nine"),
        pgettext("number", "ten"),
        pgettext("number", "eleven"),
        pgettext("number", "twelve"),
        pgettext("number", "thirteen"),
        pgettext("number", "fourteen"),
        pgettext("number", "fifteen"),
        pgettext("number", "sixteen"),
        pgettext("number", "seventeen"),
        pgettext("number", "eighteen"),
        pgettext("number", "nineteen"),
        pgettext("number", "twenty"),
    )
