"""Words of Dutch texts as the library compares them: folded, taken apart, brought to their stem.

All there is to know about what a word is stands here, and what is indexed, typed and marked passes through it. The
index gets words that are folded already, and an ASCII tokenizer that splits them at blanks only, so that no second
idea of a word can disagree with this one.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache

RULES = 2
"""Goes up when words are taken apart in another way; an index made by other rules is made anew."""

LONGEST = 48
"""Letters of a word that count."""

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_WORD = re.compile(r"[^\W_]+")
_NO_OTHER_FORM = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ĳ": "ij"}
)
_DROPPED = {"Mn", "Me", "Cf"}  # accents that stand apart, soft hyphens, direction marks


class _Folding(dict[int, str]):
    """Gives what a character is folded to, and remembers it."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if not char.isalnum() and unicodedata.category(char) not in _DROPPED:
            self[code] = char
            return char
        plain = unicodedata.normalize("NFKD", char.casefold().translate(_NO_OTHER_FORM)).casefold()
        folded = "".join(part for part in plain if unicodedata.category(part) not in _DROPPED)
        self[code] = folded
        return folded


_FOLDING = _Folding()


def _folded(match: re.Match[str]) -> str:
    return _FOLDING[ord(match[0])]


def fold(text: str) -> str:
    """Give a text without case, accents and ligatures (ĳ is ij). Its length may change."""
    return text.lower() if text.isascii() else _NOT_ASCII.sub(_folded, text.lower())


def fold_in_place(text: str) -> tuple[str, list[int] | None]:
    """Fold a text, and give for every folded character (and the end) where it stood; None when nothing moved."""
    if all(len(_FOLDING[ord(char)]) == 1 for char in set(_NOT_ASCII.findall(text))):
        return fold(text), None
    pieces = [_FOLDING[ord(char)] for char in text]
    folded = "".join(pieces)
    places = [place for place, piece in enumerate(pieces) for _ in piece]
    return folded, [*places, len(text)]


def words(text: str) -> list[str]:
    """Give the folded words of a text in order."""
    return [word[:LONGEST] for word in _WORD.findall(fold(text))]


def places(folded: str) -> Iterator[re.Match[str]]:
    """Give every word of a folded text with its place."""
    return _WORD.finditer(folded)


# ---- stems

_IRREGULAR = {"kinder": "kind", "eier": "ei", "lieder": "lied", "blader": "blad", "kleder": "kleed", "volker": "volk"}
_SHORTEST_STEM = 3


class _Stemmer(threading.local):
    """One for each thread: it keeps the word it is at, so that two threads would give each other's stems."""

    def __init__(self) -> None:
        from snowballstemmer import stemmer  # noqa: PLC0415  9 ms, in the library's own thread

        self.of: Callable[[str], str] = stemmer("dutch").stemWord


@cache
def _stemmer() -> _Stemmer:
    return _Stemmer()


def stem(word: str) -> str:
    """Give the stem of a folded word; the word itself where a stem would say too little."""
    found = _stemmer().of(word)
    found = _IRREGULAR.get(found, found)
    return found if len(found) >= _SHORTEST_STEM else word


_ENDINGS = ("en", "es", "s", "e", "n", "t")
_SHORTEST_LIGHT = 4
_SOFT = {"v": "f", "z": "s"}


def light_stem(word: str) -> str:
    """Give a folded word without what is bent about it: a stem that costs nothing, for words that are told one by one.

    Only good to compare with another one: `brieven` and `brief` are both `brif`.
    """
    ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _SHORTEST_LIGHT), "")
    bare = word.removesuffix(ending)
    bare = bare[:-1] + _SOFT.get(bare[-1:], bare[-1:])
    return "".join(letter for letter, before in zip(bare, f" {bare}", strict=False) if letter != before)


# ---- sounds

# Letters that Dutch writers take for one another, longer groups first. Applied to many words at once.
_SOUNDS = (
    ("ch", "g"), ("ph", "f"), ("th", "t"), ("qu", "kw"), ("x", "ks"), ("ck", "k"),
    ("ce", "se"), ("ci", "si"), ("c", "k"), ("q", "k"), ("ij", "ei"), ("y", "i"), ("ie", "i"), ("ou", "au"),
    ("auw", "au"), ("dt", "t"), ("z", "s"), ("v", "f"),
)  # fmt: skip
_LAST = (("d\n", "t\n"), ("b\n", "p\n"))


def sounds(many: Iterable[str]) -> list[str]:
    """Give what words sound like: the same for words that are often taken for one another. All at once is quick."""
    text = "\n".join(many) + "\n"
    for letters, sound in (*_SOUNDS, *_LAST):
        text = text.replace(letters, sound)
    for letter in "abdefghijklmnoprstuw":
        text = text.replace(letter * 2, letter)
    return text[:-1].split("\n")


# ---- words that say nothing

_COMMON = """
aan al als bij dan dat de deze die dit dus een en er haar had heb heeft het hij hoe hun ik in is je kan maar me meer met
mij mijn naar niet nog nu of om onze ook op over te tot u uit van voor was wat we wel wie wij wil worden wordt ze zich
zij zijn zo
"""
COMMON = frozenset(_WORD.findall(_COMMON))
"""Left aside beside other words: nearly every text has them."""
