"""A question in plain words, read as what it is about: each thing with every way in which texts may say it.

Words that say nothing are left aside. What is left is read as it was asked, as another form of the word, as part of a
longer word or in parts, as what it means in the field, and, when nothing has it, as what may have been meant.
"""

from __future__ import annotations

from itertools import islice, pairwise
from typing import NamedTuple

from facilitator.storage.library import words
from facilitator.storage.library.language import Language, Said
from facilitator.storage.library.records import How, ItemKind, Marks
from facilitator.storage.library.vocabulary import Vocabulary

LONGEST = 10_000
"""Characters of a question that are read; what comes after them is left."""

MOST = 24
"""Things that are looked for: of a long story what means something in the field, and then what comes first."""

_MOST_LOOKED = 100  # different words that are looked at
_TELLING = 2  # things that make a snippet which needs no better
_SHORTEST_BEGINNING = 6
_SHORTEST_MISTAKE = 4
_LOOK_BACK = 8  # characters before a word that may stand between it and the end of a sentence
_MOST_MISTAKES = 12  # mistyped words that are looked at, for each costs a walk along all words


class Way(NamedTuple):
    """One way of reading a thing. `words` are alternatives; `beginning` is one that longer words begin with."""

    how: How
    words: tuple[str, ...]
    beginning: str = ""

    def match(self, column: str) -> str:
        """Give what is asked of the full-text index. Words are folded: they hold no sign that means something there."""
        asked = [f'"{one}"' for one in self.words]
        if self.beginning:
            asked.append(f'"{self.beginning}" *')
        return f"{{{column}}} : ({' OR '.join(asked)})"


class Thing(NamedTuple):
    """Something a question is about, in the words in which it was asked."""

    asked: str
    ways: tuple[Way, ...]


class Understood(NamedTuple):
    """What a question is about, those of its words that no text has, and the kinds of item that it asks for.

    `missing` is how many of those words are none of a name: of a person nothing can be found here.
    """

    things: tuple[Thing, ...]
    unread: tuple[str, ...]
    missing: int
    kinds: frozenset[ItemKind]

    @property
    def marks(self) -> Marks:
        """What to mark in what was found."""
        ways = [way for thing in self.things for way in thing.ways]
        return Marks(
            tuple(dict.fromkeys(word for way in ways for phrase in way.words for word in phrase.split())),
            tuple(dict.fromkeys(way.beginning for way in ways if way.beginning)),
            (),
            max(1, min(_TELLING, len(self.things))),
        )


class _Token(NamedTuple):
    """A word of a question as it was asked and folded, and as what it is read when it has a typing error."""

    asked: str
    word: str
    name: bool  # a capital inside a sentence: a name, in which nobody looks for typing errors
    meant: str = ""

    @property
    def read(self) -> str:
        return self.meant or self.word


def cut(question: str) -> str:
    """Give a question as far as it is read, up to a blank."""
    if len(question) <= LONGEST:
        return question
    return question[:LONGEST].rpartition(" ")[0] or question[:LONGEST]


def read(question: str, vocabulary: Vocabulary, language: Language) -> Understood:
    """Read a question that was cut."""
    reader = _Reader(vocabulary, language)
    tokens = reader.joined(reader.corrected(_tokens(question)))
    return reader.understood(tokens)


def _tokens(question: str) -> list[_Token]:
    folded, origins = words.fold_in_place(question)
    tokens: list[_Token] = []
    for match in words.places(folded):
        begin, end = match.span() if origins is None else (origins[match.start()], origins[match.end() - 1] + 1)
        asked = question[begin:end]
        before = question[max(0, begin - _LOOK_BACK) : begin].rstrip("\"'‘’“”( \t")[-1:]
        tokens.append(_Token(asked, match[0][: words.LONGEST], asked[:1].isupper() and before not in "\n.?!:;"))
    return tokens


def _one(tokens: list[_Token]) -> _Token:
    """Give words that belong together as one."""
    return _Token(" ".join(token.asked for token in tokens), " ".join(token.read for token in tokens), name=False)


class _Reader:
    """Reads the words of one question."""

    def __init__(self, vocabulary: Vocabulary, language: Language) -> None:
        self._vocabulary = vocabulary
        self._language = language

    # ---- typing errors

    def corrected(self, tokens: list[_Token]) -> list[_Token]:
        """Give every word that nothing has as what may have been meant by it."""
        shouted = sum(token.name for token in tokens) * 2 > len(tokens)
        meant: dict[str, str] = {}
        looked = 0
        for token in tokens:
            if token.word not in meant and (shouted or not token.name):
                looks = looked < _MOST_MISTAKES and not self._known(token.word)
                meant[token.word] = self._meant(token.word) if looks else ""
                looked += looks
        return [token if token.name and not shouted else token._replace(meant=meant[token.word]) for token in tokens]

    def _known(self, word: str) -> bool:
        if len(word) < _SHORTEST_MISTAKE or word.isdigit() or word in self._language or word in self._vocabulary:
            return True
        return bool(self._vocabulary.of_stem(word) or self._vocabulary.compounds(word))

    def _meant(self, word: str) -> str:
        likely = sorted([*self._language.like(word)[:1], *self._vocabulary.like(word)[:1]])
        return likely[0].word if likely else ""

    # ---- what is asked

    def joined(self, tokens: list[_Token]) -> list[_Token]:
        """Give the words with those of a name as one."""
        left = iter(tokens)
        parts = [list(islice(left, count)) for count in self._language.together([token.read for token in tokens])]
        return [part[0] if len(part) == 1 else _one(part) for part in parts]

    def understood(self, tokens: list[_Token]) -> Understood:
        """Give what the words are about."""
        keys = self._keys(tokens)
        said = self._language.sayings(keys, [self._language.says_nothing(token.read) for token in tokens])
        kinds = frozenset(one.kind for one in said if one.kind is not None)
        whole = [one for one in said if one.kind is None and len(one.places) > 1]
        things = {thing.asked: thing for thing in (self._saying(one, tokens) for one in whole[:MOST])}
        taken = {place for one in said if one.kind is not None or len(one.places) > 1 for place in one.places}
        means = {one.places[0]: one.means for one in said if len(one.places) == 1}
        left = [place for place, token in enumerate(tokens) if place not in taken and not self._says_nothing(token)]
        unread: dict[str, bool] = {}
        once = {keys[place]: place for place in reversed(left)}.values()
        for place in sorted(once, key=lambda place: (place not in means, place))[:_MOST_LOOKED]:
            if len(things) == MOST:
                break
            ways = self._ways(tokens[place], means.get(place, ()))
            if ways:
                things[keys[place]] = Thing(tokens[place].asked, ways)
            else:
                unread[tokens[place].asked] = tokens[place].name
        return Understood(tuple(things.values()), tuple(unread), sum(not name for name in unread.values()), kinds)

    def _keys(self, tokens: list[_Token]) -> list[str]:
        keys = {word: self._language.key(word) for word in {token.read for token in tokens}}
        return [keys[token.read] for token in tokens]

    def _says_nothing(self, token: _Token) -> bool:
        return self._language.says_nothing(token.read) or (len(token.word) == 1 and not token.word.isdigit())

    def _saying(self, said: Said, tokens: list[_Token]) -> Thing:
        asked = tokens[said.places[0]].asked
        for before, place in pairwise(said.places):
            asked += f"{' ' if place == before + 1 else ' … '}{tokens[place].asked}"
        phrase = " ".join(tokens[place].read for place in said.places)
        return Thing(asked, (Way(How.ASKED, (phrase,)), *self._meanings(said.means)))

    def _ways(self, token: _Token, means: tuple[str, ...]) -> tuple[Way, ...]:
        """Give every way in which a word is read."""
        word = token.read
        if " " in word:
            return Way(How.ASKED, (word,)), *self._meanings(means)
        ways: list[Way] = []
        if word in self._vocabulary:
            own = How.PART if word.isdigit() else How.ASKED  # a number says little without what it counts
            ways.append(Way(How.MEANT if token.meant else own, (word,)))
        if forms := self._forms(word):
            ways.append(Way(How.MEANT if token.meant else How.FORM, forms))
        ways += self._meanings(means)
        compounds = tuple(self._vocabulary.compounds(word))
        beginning = word if len(word) >= _SHORTEST_BEGINNING and self._vocabulary.begins(word) else ""
        if compounds or beginning:
            ways.append(Way(How.PART, compounds, beginning))
        elif not ways and (head := self._vocabulary.head(word)):
            ways.append(Way(How.PART, (head, *self._forms(head))))
        return tuple(ways)

    def _forms(self, word: str) -> tuple[str, ...]:
        """Give the other forms of a word: those that were told, or else those that rules find."""
        told = self._language.forms(word)
        return tuple(other for other in told or self._vocabulary.of_stem(word) if other != word)

    def _meanings(self, means: tuple[str, ...]) -> list[Way]:
        """Give each meaning as a way of its own: what one has seldom still says much beside what all have."""
        return [Way(How.MEANING, (one, *(form for form in self._language.forms(one) if form != one))) for one in means]
