"""A text read against the lexicon: what each word is, before it is judged whether it names somebody."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

from facilitator.core.privacy.cues import PARTICLES
from facilitator.core.privacy.lexicon import Lexicon
from facilitator.core.privacy.tokens import Token, stems

_WEB = re.compile(r"(?:https?://|www\.)\S{1,2000}")
Phrase = tuple[str, ...]


class Reading:
    """The words of one text and what the lexicon says of them; `known` are folded words or phrases to pass over."""

    def __init__(self, text: str, words: Sequence[Token], lexicon: Lexicon, known: frozenset[str]) -> None:
        self.text = text
        self.words = words
        self.lexicon = lexicon
        self.known = known
        self._common: dict[str, bool] = {}
        self._shouted: dict[int, bool] = {}

    @cached_property
    def harmless(self) -> frozenset[int]:
        """The words that were said to be harmless, or that belong to a name of more than one word that is no person."""
        said: dict[str, list[Phrase]] = {}
        for entry in self.known:
            parts = tuple(entry.split())
            said.setdefault(parts[0] if parts else "", []).append(parts)
        found = {index for address in _WEB.finditer(self.text) for index in self.within(*address.span())}
        phrases = self.lexicon.phrases
        for index, token in enumerate(self.words):
            if token.folded in phrases or token.folded in said:
                found.update(self._phrase_at(index, (*said.get(token.folded, ()), *phrases.get(token.folded, ()))))
            if said and any(stem in self.known for stem in stems(token.folded)):
                found.add(index)
        return frozenset(found)

    def within(self, start: int, end: int) -> range:
        """Give the places of the words that begin in a stretch of the text."""
        return range(
            bisect_left(self.words, start, key=lambda token: token.start),
            bisect_left(self.words, end, key=lambda token: token.start),
        )

    def _phrase_at(self, index: int, phrases: Iterable[Phrase]) -> range:
        for phrase in phrases:
            if tuple(token.folded for token in self.words[index : index + len(phrase)]) == phrase:
                return range(index, index + len(phrase))
        return range(0)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(index for index, token in enumerate(self.words) if token.opens and index)]

    def _sentence(self, index: int, longest: int | None = None) -> Sequence[Token]:
        """Give the words of the sentence or line in which the word stands, or the first so many of them."""
        at = bisect_right(self._starts, index)
        start, end = self._starts[at - 1], self._starts[at] if at < len(self._starts) else len(self.words)
        return self.words[start : end if longest is None else min(end, start + longest)]

    def is_shouted(self, index: int) -> bool:
        """Tell whether the sentence is written in capitals only, so that they say nothing."""
        start = bisect_right(self._starts, index)
        if start not in self._shouted:
            words = self._sentence(index)
            upper = sum(token.upper for token in words)
            self._shouted[start] = upper > 2 and upper * 2 > len(words)
        return self._shouted[start]

    def is_titled(self, index: int) -> bool:
        """Tell whether The Line Is A Heading With A Capital For Each Word."""
        words = self._sentence(index, _LONGEST_HEADING)
        capitals = sum(token.capital for token in words) * 3 > len(words) * 2
        return len(words) > 2 and capitals and sum(self.is_common(token) for token in words) * 2 > len(words)

    def is_given(self, token: Token) -> bool:
        """Tell whether the word, or what it is the possessive of, is a given name; both halves count in anne-marie."""
        names = self.lexicon.given_names
        if token.folded in names:
            return True
        if token.folded[-1] != "s" and "-" not in token.folded:
            return False  # neither a possessive nor two halves; most words are seen here
        return any(stem in names or ("-" in stem and stem.partition("-")[0] in names) for stem in stems(token.folded))

    def is_surname(self, token: Token) -> bool:
        """Tell whether the word is a surname; either half counts in jansen-visser."""
        names = self.lexicon.surnames
        return token.folded in names or ("-" in token.folded and not names.isdisjoint(token.folded.split("-")))

    def is_common(self, token: Token) -> bool:
        """Tell whether the dictionary has the word, or is likely to: compounds such as wmo-consulent."""
        held = self._common.get(token.text)
        if held is None:
            held = self._common[token.text] = self._look_up(token)
        return held

    def _look_up(self, token: Token) -> bool:
        parts = token.text.split("-")
        if len(parts) > 1 and parts[-1].islower() and parts[-1] not in PARTICLES:
            return parts[-1] in self.lexicon.common_words or parts[0].isupper()
        word = token.folded.removesuffix("'s")
        return word in self.lexicon.common_words or self._is_compound(word)

    def _is_compound(self, word: str) -> bool:
        """Tell whether the word is made of words of the dictionary, and no name that a list has: preventiescan.

        Of a long one it is enough when the dictionary has the larger part.
        """
        if len(word) < _SHORTEST_COMPOUND or word in self.lexicon.surnames or word in self.lexicon.given_names:
            return False
        words = self.lexicon.common_words
        for at in range(4, min(len(word) - 3, _LONGEST_PART + 1)):
            if word[:at] not in words:
                continue
            rest = word[at:]
            if rest in words or (at >= _LARGE_PART and len(word) >= _LONG_COMPOUND):
                return True
            if rest[0] == "s" and len(rest) > 4 and rest[1:] in words:
                return True
        return False

    def is_other(self, index: int) -> bool:
        """Tell whether the word is written with a capital for another reason than that it names a person."""
        token = self.words[index]
        if index in self.harmless or token.folded in self.lexicon.other_capitals:
            return True
        head, dash, _ = token.folded.partition("-")
        return bool(dash) and head in self.lexicon.other_capitals

    def is_place(self, token: Token) -> bool:
        """Tell whether people live in what is called so."""
        places = self.lexicon.places
        return token.folded in places or any(
            part in places for part in token.folded.split("-")[:2] if "-" in token.folded
        )

    def before(self, index: int, back: int = 1) -> str:
        """Give the word that stands `back` places before this one, folded, in the same sentence; else nothing."""
        words, at = self.words, index - back
        if at < 0:
            return ""
        for between in range(at + 1, index + 1):
            if words[between].opens:
                return ""
        gap = self.text[words[at].end : words[at + 1].start]
        return words[at].folded if gap == " " or not gap.strip(" .'’\"“‘„") else ""

    def particles_before(self, index: int) -> int:
        """Count the particles directly before this word (van der): at most four."""
        count = 0
        while count < 4 and self.before(index, count + 1) in PARTICLES and self.joined(index - count - 1):
            count += 1
        return count

    def joined(self, index: int) -> bool:
        """Tell whether only a blank, a hyphen or an apostrophe stands between this word and the next."""
        if index + 1 >= len(self.words):
            return False
        gap = self.text[self.words[index].end : self.words[index + 1].start]
        return gap in _JOINTS


_LONGEST_HEADING = 12  # words
_SHORTEST_COMPOUND = 10
_LONG_COMPOUND = 15
_LONGEST_PART = 20
_LARGE_PART = 10
_JOINTS = frozenset([" ", "-", " - ", " '", " ’", " ‘", "\N{NO-BREAK SPACE}"])
