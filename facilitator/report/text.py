"""User text made fit for paper: composed, without characters that no document may hold.

Nothing is dropped that a reader could see: a character that paper cannot hold becomes U+FFFD, the visible replacement.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

REPLACEMENT: Final = "\ufffd"
"""What is shown for a character that cannot be shown."""

_FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
_LINE_ENDS: Final = re.compile("\r\n?|[\x85\u2028\u2029]")
_SELECTORS: Final = re.compile("[\u034f\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_SIGNS_OVER_NUMBERS: Final = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
_FORMS: Final = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_BLANKS: Final = re.compile("[ \t\n\r\f\v]+")


def clean(value: object) -> str:
    """Give `value` as NFC text that XML and PDF can hold; line ends become newlines.

    Control characters, lone surrogates and noncharacters become U+FFFD.
    """
    text = str(value)
    if text.isascii() and text.isprintable():
        return text
    text = _FORBIDDEN.sub(REPLACEMENT, _LINE_ENDS.sub("\n", text))
    return unicodedata.normalize("NFC", text)


def collapse(text: str) -> str:
    """Fold every run of breakable white space into one space; no-break spaces stay."""
    return _BLANKS.sub(" ", text)


def is_ignorable(character: str) -> bool:
    """Tell whether `character` has no shape of its own (joiners, variation selectors, direction marks)."""
    if character in _SIGNS_OVER_NUMBERS:
        return False
    return unicodedata.category(character) == "Cf" or _SELECTORS.fullmatch(character) is not None


def is_private(point: int) -> bool:
    """Tell whether a code point means only what some font says: no reader can tell, and PDF/A forbids it."""
    return 0xE000 <= point <= 0xF8FF or point >= 0xF0000


def letters_of(shaped: str) -> str:
    """Give Arabic letters in the forms they take beside each other back as the letters they are."""
    return _FORMS.sub(lambda form: unicodedata.normalize("NFKC", form.group()), shaped)
