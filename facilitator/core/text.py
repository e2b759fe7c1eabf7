"""Text as people type and paste it, made safe to keep without losing anything silently."""

from __future__ import annotations

import re
import unicodedata

REPLACEMENT = "\ufffd"

# Control characters, lone surrogates and non-characters; tab and line feed stay. Bidirectional overrides
# (U+202A-202E, U+2066-2069) stay too: right-to-left names need them, and they change no stored order.
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def clean(text: str) -> str:
    """Normalise to NFC, line ends to LF, and show what cannot be kept as U+FFFD instead of dropping it."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _UNSAFE.sub(REPLACEMENT, unified))


def one_line(text: str) -> str:
    """Clean a text that belongs on one line: white space folded to single blanks, ends trimmed."""
    return " ".join(clean(text).split())


class _Marks(dict[int, int | None]):
    """What becomes of a sign when marks are taken off, by its number; looked up once."""

    def __missing__(self, code: int) -> int | None:
        kept = self[code] = None if unicodedata.combining(chr(code)) else code
        return kept


_MARKS = _Marks()


def fold(text: str) -> str:
    """Give the form in which two names are compared: no case, no diacritics, single blanks."""
    decomposed = unicodedata.normalize("NFKD", one_line(text).casefold())
    return decomposed if decomposed.isascii() else decomposed.translate(_MARKS)


def places(words: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where words stand in a text, as starts and ends: not inside a longer word or a longer number."""
    before, after = _edge(words[:1]), _edge(words[-1:])
    standing = re.compile(f"(?<!{before}){re.escape(words)}(?!{after})" if words else r"(?!)")
    return tuple(found.span() for found in standing.finditer(text))


def put_instead(text: str, words: str, instead: str) -> str:
    """Put other words in the place of these wherever they stand by themselves: `Janneke` keeps her `Jan`."""
    for start, end in reversed(places(words, text)):
        text = f"{text[:start]}{instead}{text[end:]}"
    return text


def _edge(sign: str) -> str:
    """What may not stand beside a sign when it is to be the end of a word or a number: more of the same sort."""
    return r"\d" if sign.isdigit() else r"[^\W\d_]" if sign.isalpha() else r"(?!)"


def shorten(text: str, most: int) -> str:
    """Give a text of at most so many characters: what does not fit ends in "…"."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


_LONGEST = 40
_ENDLESS = re.compile(rf"\S{{{_LONGEST}}}(?=\S)")


def breakable(text: str) -> str:
    """Give a text that fits any width: a word of more than 40 signs may break, where nothing is seen."""
    return _ENDLESS.sub("\\g<0>\u200b", text)
