"""Reads `asked.txt` in resources/language: how people ask for the scripts and cases that come with the program.

A card says so itself. Here a script or case stands by its short name in brackets, and below it a line for each
question; a line that begins with `#` says something to the next one who writes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from facilitator.content.cards import LONGEST_ASKED, MOST_ASKED
from facilitator.content.problem import Problem
from facilitator.content.text_file import Refused, decode, read_bytes
from facilitator.core.card import Card
from facilitator.core.text import fold
from facilitator.words import _

ASKED = "asked.txt"


class Asked(NamedTuple):
    """A question that leads to an item, and its line in the file."""

    id: str
    text: str
    line: int


class Lists(NamedTuple):
    """What was read: the line of every name, all questions, and what is wrong with them."""

    names: Mapping[str, int]
    questions: tuple[Asked, ...]
    problems: tuple[Problem, ...]


def read_asked(folder: Path) -> Mapping[str, tuple[str, ...]]:
    """Give the questions for each id in the list in `folder`. What is wrong in it, or not there, is left out."""
    found: dict[str, tuple[str, ...]] = {}
    for one in read_lists(folder / ASKED).questions:
        found[one.id] = (*found.get(one.id, ()), one.text)
    return found


def read_lists(path: Path) -> Lists:
    """Read the list, and give what is wrong in it by line."""
    try:
        text = decode(read_bytes(path))
    except Refused as refused:
        return Lists({}, (), (Problem(path, refused.line, refused.what, refused.fix),))
    names: dict[str, int] = {}
    questions: list[Asked] = []
    problems: list[Problem] = []
    id_, seen = "", set[str]()
    for number, line in enumerate(map(str.strip, text.split("\n")), 1):
        if not line or line.startswith("#"):
            continue
        if line.startswith("[") and line.endswith("]"):
            id_ = line[1:-1].strip()
            fault = _twice(id_) if id_ in names else None
            names.setdefault(id_, number)
        else:
            of_item = sum(one.id == id_ for one in questions)
            fault = _fault(id_, line, seen, of_item)
            if fault is None:
                questions.append(Asked(id_, line, number))
            seen.add(fold(line))
        if fault is not None:
            problems.append(Problem(path, number, *fault))
    return Lists(names, tuple(questions), tuple(problems))


def faults_beside(path: Path, ids: Collection[str], cards: Iterable[Card]) -> Iterator[Problem]:
    """Give what is wrong in the list beside the scripts and cases of these `ids`, and beside what is on the cards."""
    lists = read_lists(path)
    yield from lists.problems
    for id_, line in lists.names.items():
        if id_ not in ids:
            what = _("'{id}' is no script or case that comes with the program").format(id=id_)
            yield Problem(path, line, what, _("Check the short name, or take it out"))
    with_questions = {one.id for one in lists.questions}
    for id_ in sorted(set(ids) - with_questions):
        what = _("no question leads to '{id}'").format(id=id_)
        yield Problem(path, lists.names.get(id_, 1), what, _("Write below its name how people ask for it"))
    on_cards = {fold(text): card.id for card in cards for text in card.asked}
    for one in lists.questions:
        if (card_id := on_cards.get(fold(one.text))) is not None:
            what = _("the card '{id}' has this question too").format(id=card_id)
            yield Problem(path, one.line, what, _("Write it in another way, or take it out"))


def _twice(words: str) -> tuple[str, str]:
    return _("'{words}' stands here twice").format(words=words), _("Keep one of them")


def _fault(id_: str, line: str, seen: Collection[str], of_item: int) -> tuple[str, str] | None:
    """Give what is wrong with a question, and what to do."""
    if not id_:
        return _("this question leads to nothing"), _("Write the short name of a script or case above it, in brackets")
    if fold(line) in seen:
        return _twice(line)
    if len(line) > LONGEST_ASKED:
        what = _("this question is longer than {count} letters").format(count=LONGEST_ASKED)
        return what, _("Keep what tells most")
    if of_item >= MOST_ASKED:
        what = _("'{id}' has more than {count} questions").format(id=id_, count=MOST_ASKED)
        return what, _("Keep those that differ most")
    return None
