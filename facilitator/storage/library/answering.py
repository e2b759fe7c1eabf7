"""Answering: a question to the items that say most about what it asks, and why.

Everything a question is about is looked for by itself, in titles, in themes and summaries, in the text, and in what
people ask. What few items have there says most; an item that has more of what is asked comes before one that has one
word often. Of the likeliest items the questions that they say they answer are held against this one, each as a whole.
Nothing has to be there: who asks uses other words than who writes.
"""

from __future__ import annotations

import json
import math
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from typing import NamedTuple

from facilitator.core.urgency import urgent_words
from facilitator.storage.database import Connection
from facilitator.storage.library import marking, questions, searching
from facilitator.storage.library.alike import Alike, Asking
from facilitator.storage.library.catalogue import Catalogue
from facilitator.storage.library.language import Language
from facilitator.storage.library.questions import Thing, Understood, Way
from facilitator.storage.library.records import Answered, Found, How, ItemKind, Marks, Part, Query, Weight, Why
from facilitator.storage.library.shelf import Entry, within

_WORTH = {How.ASKED: 1.0, How.FORM: 0.95, How.MEANING: 1.0, How.MEANT: 0.8, How.PART: 0.5}
_PLACES = {
    Weight.TITLE: ("title", 2.0),
    Weight.HEAD: ("head", 1.5),
    Weight.TEXT: ("body", 1.0),
    Weight.ASKED: ("asked", 0.75),
}
_KINDS = {ItemKind.CARD: 1.0, ItemKind.CASE: 0.5, ItemKind.SCRIPT: 0.5}
"""A question wants an answer. A card gives it; cases and scripts are there to practise with."""

_OF_KIND = 1.1  # what is of the kind that was asked for
_FOR_ROLE = 1.15
_COVERED = 0.7  # of the score hangs on how much of the question an item covers
_IN_TEXT = 0.35  # of what is asked is covered by a word somewhere in the text: any text has any word
_IN_TEXT_MEANT = 0.7  # the same for a word of the field
_IN_ASKED = 0.2  # of what is asked is covered by a word that some people use
_IN_PART = 0.35
_ANYWHERE = 0.2  # of how telling a word in a title is, is how rare it is in all texts
_SAYS_NOTHING = 0.4  # of all texts: to have a word that more of them have is not counted
_RANKED_MOST = 300  # texts with a word: of so many it says little how often each has it, and takes long to know
_SURE = 0.35  # more than this has to be covered, which words in the text alone never do
_NEAR = 0.12  # has to be covered by one item before any is offered

_LIKELY = 10  # items of which what people ask is held against the question
_ALIKE = 0.5  # of what the whole question can say, for one that is alike letter by letter
_NEXT_ALIKE = 0.5  # of that for each next one of the same item
_TELLING_ALIKE = 0.55  # so near, it says why an item is there
_ALIKE_COVERED = 0.6  # of how near it is: what people ask is short, and a few words more or less make another question

_TELLING = """
SELECT json_group_array(rowid) FROM hit WHERE hit MATCH ?
"""
_RANKED = """
SELECT coalesce(json_group_array(json_array(number, score)), '[]') FROM (
    SELECT rowid AS number, -bm25(hit, 0, 0, 1) AS score FROM hit WHERE hit MATCH ? LIMIT -1
)
"""

_HAS = "SELECT 1 FROM hit WHERE hit MATCH ? AND rowid = ?"


class Question(NamedTuple):
    """A question, for whom, and how many items are wanted."""

    text: str
    role: str = ""
    most: int = 8


class _Hit(NamedTuple):
    """The items that have a thing in one place, read in one way."""

    place: Weight
    way: Way
    numbers: Collection[int]


class _Said(NamedTuple):
    """How much each item says of one thing, how much of it that covers, how telling the thing is, and where it stands.

    The hits come by place, the best first.
    """

    scores: Mapping[int, float]
    covers: Mapping[int, float]
    telling: float
    hits: Sequence[_Hit]


class _Among(NamedTuple):
    """The items that are looked among, how many there are, and the kinds that were asked for."""

    entries: Mapping[int, Entry]
    total: int
    kinds: frozenset[ItemKind]

    def told_by_a_word(self, numbers: Iterable[int]) -> list[int]:
        """Keep those of which a word in what people ask says something.

        A case has the words of what happens in it: with these it would come before the card that answers. So cases and
        scripts are told by a word only when they were asked for.
        """
        kinds = self.kinds | {ItemKind.CARD}
        return [number for number in numbers if number in self.entries and self.entries[number].key.kind in kinds]


class _Wish(NamedTuple):
    """For whom an item should be, and of which kinds."""

    role: str
    kinds: frozenset[ItemKind]

    def lift(self, entry: Entry) -> float:
        """Give by how much an item is lifted."""
        kind = entry.key.kind
        lift = _OF_KIND if kind in self.kinds else _KINDS[kind]
        return lift * (_FOR_ROLE if self.role and self.role in entry.facets.roles else 1.0)


def answer(catalogue: Catalogue, question: Question, language: Language) -> Answered:
    """Find what answers a question."""
    text = questions.cut(question.text)
    asked = questions.read(text, catalogue.vocabulary, language)
    allowed = catalogue.shelf.allowed(Query())
    with catalogue.reading() as connection:
        total = max(1, allowed.bit_count())
        among = _Among(catalogue.shelf.entries, total, asked.kinds)
        said = [_said(connection, thing, among) for thing in asked.things]
    wanted = sum(one.telling for one in said) + asked.missing * _rarity(0, total)
    covered = _covered(said, wanted)
    wish = _Wish(question.role, asked.kinds)
    scores = _scores(catalogue, said, covered, wish)
    likely = _best(scores, within(scores, allowed), max(_LIKELY, question.most))
    parts = searching.parts_of(catalogue, likely)
    asking = Asking(text, language)
    covers = _ALIKE_COVERED * asking.enough
    alike = {number: asking.alike(parts[number]) for number in likely}
    for number, near_by in alike.items():
        covered[number] = max(covered[number], *(one.near * covers for one in near_by), 0.0)
        near = sum(one.near * _NEXT_ALIKE**place for place, one in enumerate(near_by))
        scores[number] += _ALIKE * wanted * near * wish.lift(catalogue.shelf.entries[number])
    numbers = _best(scores, likely, question.most)
    cover = max((covered[number] for number in numbers), default=0.0)
    if cover < _NEAR:
        numbers = numbers[:0]
    sure = bool(numbers) and covered[numbers[0]] > _SURE
    found = tuple(_found(catalogue, [(number, parts[number], alike[number]) for number in numbers], asked, said))
    return Answered(text, urgent_words(text), found, asked.unread, sure)


def _best(scores: Mapping[int, float], numbers: Iterable[int], most: int) -> array[int]:
    return array("I", nsmallest(most, numbers, key=lambda number: (-scores[number], number)))


def _rarity(count: int, total: int) -> float:
    """Give how much it says to be one of so many; more than nothing, for words that all have still count a little."""
    return math.log(1 + (max(0, total - count) + 0.5) / (count + 0.5))


def _said(connection: Connection, thing: Thing, among: _Among) -> _Said:
    scores: dict[int, float] = {}
    hits: list[_Hit] = []
    for way in thing.ways:
        by_way = _by_way(connection, way, among)
        hits += [_Hit(place, way, found.keys()) for place, found in by_way.items() if found]
        _raise(scores, _together(by_way), _WORTH[way.how])
    covers: dict[int, float] = {}
    for hit in sorted(hits, key=_cover):  # what covers most comes last, and stays
        covers |= dict.fromkeys(hit.numbers, _cover(hit))
    return _Said(scores, covers, _rarity(len(covers), among.total), sorted(hits, key=lambda hit: hit.place))


def _raise(scores: dict[int, float], others: Mapping[int, float], worth: float) -> None:
    """Let each score be that of the way that says most."""
    if not scores:  # of the first way, which has most of them
        scores.update({number: score * worth for number, score in others.items()})
        return
    for number, score in others.items():
        if scores.get(number, 0.0) < score * worth:
            scores[number] = score * worth


def _cover(hit: _Hit) -> float:
    """Give how much of a thing is covered by having it in a place, read in a way."""
    cover = _IN_PART if hit.way.how is How.PART else 1.0
    if hit.place is Weight.ASKED:
        cover *= _IN_ASKED
    if hit.place is Weight.TEXT:
        cover *= _IN_TEXT_MEANT if hit.way.how is How.MEANING else _IN_TEXT
    return cover


def _by_way(connection: Connection, way: Way, among: _Among) -> dict[Weight, Mapping[int, float]]:
    """Give how much items say by having a thing in each place, when it is read in this way."""
    matches = {place: way.match(column) for place, (column, _weight) in _PLACES.items()}
    numbers: dict[Weight, list[int]] = {
        place: json.loads(connection.execute(_TELLING, (match,)).fetchone()[0]) for place, match in matches.items()
    }
    numbers[Weight.ASKED] = among.told_by_a_word(numbers[Weight.ASKED])
    total = among.total
    anywhere = _rarity(max(map(len, numbers.values())), total)  # near enough, and all of them together take long
    found: dict[Weight, Mapping[int, float]] = {}
    for place, (_column, weight) in _PLACES.items():
        here = numbers[place]
        if place is Weight.TEXT and 0 < len(here) <= min(total * _SAYS_NOTHING, _RANKED_MOST):
            found[place] = dict(json.loads(connection.execute(_RANKED, (matches[place],)).fetchone()[0]))
        else:
            rarity = _rarity(len(here), total) ** (1 - _ANYWHERE) * anywhere**_ANYWHERE
            found[place] = dict.fromkeys(here, weight * rarity)
    return found


def _together(by_place: Mapping[Weight, Mapping[int, float]]) -> dict[int, float]:
    scores = dict(by_place[Weight.TEXT])  # by far the most of them
    for place in (Weight.ASKED, Weight.HEAD, Weight.TITLE):
        for number, score in by_place[place].items():
            scores[number] = scores.get(number, 0.0) + score
    return scores


def _covered(said: Sequence[_Said], wanted: float) -> dict[int, float]:
    """Give how much of the question each item covers, from 0 to 1."""
    covered: dict[int, float] = {}
    for one in said:
        for number, cover in one.covers.items():
            covered[number] = covered.get(number, 0.0) + cover * one.telling / wanted
    return covered


def _scores(catalogue: Catalogue, said: Sequence[_Said], covered: Mapping[int, float], wish: _Wish) -> dict[int, float]:
    scores: dict[int, float] = {}
    for one in said:
        for number, score in one.scores.items():
            scores[number] = scores.get(number, 0.0) + score
    entries = catalogue.shelf.entries
    return {
        number: score * (1 - _COVERED + _COVERED * covered[number]) * wish.lift(entries[number])
        for number, score in scores.items()
        if number in entries
    }


def _found(
    catalogue: Catalogue,
    best: Iterable[tuple[int, Sequence[Part], Sequence[Alike]]],
    asked: Understood,
    said: Sequence[_Said],
) -> Iterator[Found]:
    with catalogue.reading() as connection:
        for number, parts, alike in best:
            shown = [part for part in parts if part.weight != Weight.ASKED]
            line = searching.line_of(catalogue, catalogue.shelf.entries[number], shown, asked.marks)
            why = tuple(_why(_Reason(connection, number, parts), asked.things, said))
            yield Found(line, why, next((one.text for one in alike if one.near >= _TELLING_ALIKE), ""))


def _why(reason: _Reason, things: Sequence[Thing], said: Sequence[_Said]) -> Iterator[Why]:
    for thing, one in zip(things, said, strict=True):
        hit = next((hit for hit in one.hits if reason.number in hit.numbers), None)
        if hit is not None:
            yield Why(thing.asked, reason.word(hit), hit.place, hit.way.how)


class _Reason(NamedTuple):
    """Knows in which words an item was found."""

    connection: Connection
    number: int
    parts: Sequence[Part]

    def word(self, hit: _Hit) -> str:
        """Give which of the words of a way the item has, as it is spelled there."""
        column, _weight = _PLACES[hit.place]
        for word in hit.way.words if len(hit.way.words) > 1 or hit.way.beginning else ():
            match = hit.way._replace(words=(word,), beginning="").match(column)
            if self.connection.execute(_HAS, (match, self.number)).fetchone() is not None:
                return self._spelled(word, hit.place)
        return hit.way.beginning or self._spelled(hit.way.words[0], hit.place)

    def _spelled(self, word: str, place: Weight) -> str:
        """Give a folded word with its accents."""
        texts = [part.text for part in self.parts if part.weight == place]
        if not any(word in text.lower() for text in texts):
            for text in texts:
                for start, length in marking.spans(text, Marks((word,)))[:1]:
                    return text[start : start + length].lower()
        return word
