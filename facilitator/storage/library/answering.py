"""Answering: a question to the items that say most about what it asks, and why.

Everything a question is about is looked for by itself, in titles, in themes and summaries, and in the text. What few
items have there says most; an item that has more of what is asked comes before one that has one word often. Nothing has
to be there: who asks uses other words than who writes.
"""

from __future__ import annotations

import json
import math
from array import array
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from facilitator.core.urgency import urgent_words
from facilitator.storage.database import Connection
from facilitator.storage.library import questions, searching, words
from facilitator.storage.library.catalogue import Catalogue
from facilitator.storage.library.language import Language
from facilitator.storage.library.questions import Thing, Way
from facilitator.storage.library.records import Answered, Found, How, ItemKind, Part, Query, Weight, Why
from facilitator.storage.library.shelf import Entry, set_of, within

_WORTH = {How.ASKED: 1.0, How.FORM: 0.95, How.MEANING: 0.8, How.MEANT: 0.8, How.PART: 0.5}
_PLACES = {Weight.TITLE: ("title", 3.0), Weight.HEAD: ("head", 2.0), Weight.TEXT: ("body", 1.0)}
_KINDS = {ItemKind.CARD: 1.0, ItemKind.CASE: 0.6, ItemKind.SCRIPT: 0.6}
"""A question wants an answer. A card gives it; cases and scripts are there to practise with."""

_FOR_ROLE = 1.15
_COVERED = 0.7  # of the score hangs on how much of the question an item has
_UNREAD = 0.5  # of the weight of what no text has
_SURE = 0.45  # of the question has to be covered

_TELLING = """
SELECT coalesce(group_concat(rowid), '') FROM hit WHERE hit MATCH ?
"""
_RANKED = """
SELECT coalesce(json_group_array(json_array(number, score)), '[]') FROM (
    SELECT rowid AS number, -bm25(hit, 0, 0, 1) AS score FROM hit WHERE hit MATCH ? LIMIT -1
)
"""


class Question(NamedTuple):
    """A question, for whom, and how many items are wanted."""

    text: str
    role: str = ""
    most: int = 8


class _Said(NamedTuple):
    """How much each item says of one thing, and how telling that thing is."""

    scores: Mapping[int, float]
    telling: float


def answer(catalogue: Catalogue, question: Question, language: Language) -> Answered:
    """Find what answers a question."""
    text = questions.cut(question.text)
    asked = questions.read(text, catalogue.vocabulary, language)
    allowed = catalogue.shelf.allowed(Query())
    with catalogue.reading() as connection:
        total = max(1, allowed.bit_count())
        said = [_said(connection, thing, total) for thing in asked.things]
    wanted = sum(one.telling for one in said) + _UNREAD * len(asked.unread) * _rarity(0, total)
    scores = _scores(catalogue, said, wanted, question.role)
    best = array("I", sorted(scores, key=lambda number: (-scores[number], number)))
    numbers = within(best, allowed & set_of(best))[: question.most]
    covered = sum(one.telling for one in said if numbers and numbers[0] in one.scores)
    sure = bool(numbers) and covered >= _SURE * wanted
    return Answered(text, urgent_words(text), _found(catalogue, numbers, asked), asked.unread, sure)


def _rarity(count: int, total: int) -> float:
    return math.log(1 + (total - count + 0.5) / (count + 0.5)) if count <= total else 0.0


def _said(connection: Connection, thing: Thing, total: int) -> _Said:
    scores: dict[int, float] = {}
    for way in thing.ways:
        for number, score in _by_way(connection, way, total).items():
            worth = score * _WORTH[way.how]
            if worth > scores.get(number, 0.0):
                scores[number] = worth
    return _Said(scores, _rarity(len(scores), total))


def _by_way(connection: Connection, way: Way, total: int) -> dict[int, float]:
    found: dict[int, float] = {}
    for place, (column, weight) in _PLACES.items():
        match = f"{{{column}}} : ({way.match})"
        if place is Weight.TEXT:
            ranked = json.loads(connection.execute(_RANKED, (match,)).fetchone()[0])
            for number, score in ranked:
                found[number] = found.get(number, 0.0) + weight * score
            continue
        listed = str(connection.execute(_TELLING, (match,)).fetchone()[0])
        numbers = list(map(int, listed.split(","))) if listed else []
        for number in numbers:
            found[number] = found.get(number, 0.0) + weight * _rarity(len(numbers), total)
    return found


def _scores(catalogue: Catalogue, said: Sequence[_Said], wanted: float, role: str) -> dict[int, float]:
    scores: dict[int, float] = {}
    covered: dict[int, float] = {}
    for one in said:
        for number, score in one.scores.items():
            scores[number] = scores.get(number, 0.0) + score
            covered[number] = covered.get(number, 0.0) + one.telling
    entries = catalogue.shelf.entries
    return {
        number: score * (1 - _COVERED + _COVERED * covered[number] / wanted) * _lift(entries[number], role)
        for number, score in scores.items()
        if number in entries and wanted
    }


def _lift(entry: Entry, role: str) -> float:
    return _KINDS[entry.key.kind] * (_FOR_ROLE if role and role in entry.facets.roles else 1.0)


def _found(catalogue: Catalogue, numbers: array[int], asked: questions.Understood) -> tuple[Found, ...]:
    parts, marks = searching.parts_of(catalogue, numbers), asked.marks
    return tuple(
        Found(
            searching.line_of(catalogue, catalogue.shelf.entries[number], parts[number], marks),
            _why(parts[number], asked.things),
        )
        for number in numbers
    )


def _why(parts: Sequence[Part], things: Sequence[Thing]) -> tuple[Why, ...]:
    texts = dict.fromkeys(Weight, "")
    for part in parts:
        texts[part.weight] += f" {' '.join(words.words(part.text))} "
    return tuple(why for thing in things if (why := _because(thing, texts)) is not None)


def _because(thing: Thing, texts: Mapping[Weight, str]) -> Why | None:
    for place in Weight:
        for way in thing.ways:
            for one in way.words:
                if f" {one} " in texts[place]:
                    return Why(thing.asked, one, place, way.how)
            if way.beginning and (at := texts[place].find(f" {way.beginning}")) >= 0:
                return Why(thing.asked, texts[place][at + 1 :].partition(" ")[0], place, way.how)
    return None
