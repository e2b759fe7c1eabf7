"""A question that the cards do not answer: kept, put to an organisation that knows, answered. Never who asked it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import count
from typing import Final, NamedTuple

from facilitator.core.privacy import Finding
from facilitator.core.reporting import code_of
from facilitator.core.text import clean, fold, one_line

MOST_CHARACTERS: Final = 300
"""So many characters has a short question at most."""

MOST_OF_ANSWER: Final = 20_000
"""So long is an answer at most of which a card is made. A longer one waits as it came, to be made shorter."""

Search = Callable[[str, frozenset[str]], tuple[Finding, ...]]
"""Finds what looks like personal data in a text, the given words passed over."""

_PURPOSE: Final = b"help desk"
_NOBODY: Final = frozenset({fold("Veilig Thuis")})
"""Words that the search for personal data may take for a name, and that point at nobody."""


class Stage(StrEnum):
    """How far a question is."""

    KEPT = "bewaard"
    ASKED = "gesteld"
    ARRIVED = "antwoord-binnen"
    ANSWERED = "beantwoord"


class Lack(StrEnum):
    """Why a text is no short question."""

    EMPTY = "empty"
    TOO_LONG = "too-long"


@dataclass(frozen=True, slots=True)
class DeskQuestion:
    """A question as it is kept.

    Attributes:
        reference: the code by which an answer is known again; five signs.
        kept_on: the day on which it was first kept.
        role, theme: for whom and about what; empty when nobody said.
        times: how often it was kept.
        allowed: words, folded, that a person let stand although they look like personal data.
        asked_on, asked_of: when it was put to which organisation.
        answer, source: what came back and where that comes from, until there is a card of it.
        card_id, sourced: the card that answers it, and whether a source was told for that.
        earlier: of how many answers before this one a card was made that did not count after all.
    """

    id: str
    reference: str
    text: str
    kept_on: date
    role: str = ""
    theme: str = ""
    times: int = 1
    allowed: tuple[str, ...] = ()
    asked_on: date | None = None
    asked_of: str = ""
    answer: str = ""
    source: str = ""
    card_id: str = ""
    sourced: bool = False
    earlier: int = 0

    @property
    def stage(self) -> Stage:
        """How far it is."""
        if self.card_id:
            return Stage.ANSWERED
        if self.answer:
            return Stage.ARRIVED
        return Stage.KEPT if self.asked_on is None else Stage.ASKED


class Organisation(NamedTuple):
    """Who knows more: its name, and the address that mail goes to (empty: not known)."""

    name: str
    address: str


def lack_of(text: str) -> Lack | None:
    """Why this is no short question; None when it is one."""
    length = len(one_line(text))
    if length == 0:
        return Lack.EMPTY
    return Lack.TOO_LONG if length > MOST_CHARACTERS else None


def reference_for(id_: str, taken: Collection[str]) -> str:
    """Give the code of a new question, other than those that are taken."""
    codes = (code_of(_PURPOSE, id_, str(number)) for number in count())
    return next(code for code in codes if code not in taken)


def same(one: str, other: str) -> bool:
    """Whether two questions say the same, but for capitals, accents, blanks and the sign at the end."""
    return _bare(one) == _bare(other)


def _bare(text: str) -> str:
    return fold(text).rstrip(" ?!.")


def again(question: DeskQuestion) -> DeskQuestion:
    """The question was asked once more."""
    return replace(question, times=question.times + 1)


def put_right(question: DeskQuestion, text: str, theme: str, allowed: Collection[str]) -> DeskQuestion:
    """Say it in other words."""
    return replace(question, text=one_line(text), theme=one_line(theme), allowed=tuple(sorted(allowed)))


def asked(question: DeskQuestion, organisation: str, day: date) -> DeskQuestion:
    """It was put to an organisation."""
    return replace(question, asked_of=one_line(organisation), asked_on=day)


def arrived(question: DeskQuestion, answer: str, source: str) -> DeskQuestion:
    """An answer came, of which no card was made yet; under one that came before, and once when it is the same."""
    answers, sources = (question.answer, clean(answer).strip()), (question.source, one_line(source))
    return replace(question, answer=_once(answers, "\n\n"), source=_once(sources, "; "))


def looked_over(question: DeskQuestion, seen: str, answer: str, source: str) -> DeskQuestion:
    """Somebody looked over the answer that was `seen`, or typed one; under another that came meanwhile."""
    nothing_yet = replace(question, answer="", source="")
    return arrived(nothing_yet if question.answer in {seen, answer} else question, answer, source)


def _once(parts: tuple[str, str], between: str) -> str:
    return between.join(dict.fromkeys(part for part in parts if part))


def card_id_for(question: DeskQuestion) -> str:
    """Give the id of the card that is made of the answer to a question: the same however often that is tried."""
    number = f"-{question.earlier + 1}" if question.earlier else ""
    return f"eigen-{question.id[: 64 - len('eigen-') - len(number)]}{number}"


def answered(question: DeskQuestion, card_id: str, *, sourced: bool) -> DeskQuestion:
    """There is a card that answers it; what came back stands there from now on."""
    return replace(question, card_id=card_id, sourced=sourced, answer="", source="")


def taken_back(question: DeskQuestion) -> DeskQuestion:
    """One stage back: it is not answered, its answer does not count, or it was not asked. What is kept stays so."""
    match question.stage:
        case Stage.ANSWERED:
            return replace(question, card_id="", sourced=False, earlier=question.earlier + 1)
        case Stage.ARRIVED:
            return replace(question, answer="", source="")
        case _:
            return replace(question, asked_of="", asked_on=None)


def open_findings(text: str, allowed: Collection[str], search: Search) -> tuple[Finding, ...]:
    """Give what is still to be decided of what looks like personal data in a text, the same words once."""
    found = {fold(one.text): one for one in search(text, _NOBODY) if fold(one.text) not in allowed}
    return tuple(found.values())


class Doubtful(NamedTuple):
    """A question with words that were let stand when it was kept; whether they may leave is another matter."""

    question: DeskQuestion
    found: tuple[Finding, ...]


class Sorted(NamedTuple):
    """Questions that can go to an organisation, those to decide on first, and those that are held: they never go."""

    free: tuple[DeskQuestion, ...]
    doubtful: tuple[Doubtful, ...]
    held: tuple[DeskQuestion, ...]


def sorted_out(questions: Collection[DeskQuestion], search: Search) -> Sorted:
    """Take apart what waits to be asked; every word is looked at anew, whatever was decided about it before."""
    free: list[DeskQuestion] = []
    doubtful: list[Doubtful] = []
    held: list[DeskQuestion] = []
    for question in questions:
        if question.stage is not Stage.KEPT:
            continue
        found = open_findings(asked_as(question), (), search)
        if not found:
            free.append(question)
        elif all(fold(one.text) in question.allowed for one in found):
            doubtful.append(Doubtful(question, found))
        else:
            held.append(question)
    return Sorted(tuple(free), tuple(doubtful), tuple(held))


def asked_as(question: DeskQuestion) -> str:
    """All words of it that an organisation reads, on one line: `Mag ik melden? (politie, stalking)`."""
    about = ", ".join(part for part in (question.role, question.theme) if part)
    return f"{question.text} ({about})" if about else question.text
