"""What a municipality makes of the model of its region: each paragraph taken over, adjusted or not applicable.

Of every paragraph the words of the model are kept as they were when the choice was made, so that a newer model can be
held against them (see `model_update`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from facilitator.core.model_agreement import Chapter, ModelAgreement, Paragraph, Term
from facilitator.core.text import fold
from facilitator.core.vocabulary import N_


class Choice(StrEnum):
    """What a municipality does with a paragraph."""

    TAKEN_OVER = "overgenomen"
    ADJUSTED = "aangepast"
    NOT_APPLICABLE = "niet-van-toepassing"

    @property
    def msgid(self) -> str:
        """What it is called; the words are looked up in the catalogue where they are shown."""
        return _CHOICE_NAMES[self]


_CHOICE_NAMES = {
    Choice.TAKEN_OVER: N_("Taken over"),
    Choice.ADJUSTED: N_("Adjusted"),
    Choice.NOT_APPLICABLE: N_("Not applicable"),
}


class Lack(StrEnum):
    """What a paragraph still lacks: each is the msgid of its words."""

    CHOICE = N_("nothing chosen yet")
    WORDS = N_("your own words are not there yet")
    REASON = N_("why does it not apply?")
    TERMS = N_("something is still to be filled in")


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in the place of a term."""

    term_id: str
    value: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen for a paragraph of the model.

    `text` are the own words, with a place `{term-id}` for each term as in the model; they stay while another choice
    holds, so that nothing that was written gets lost. `terms` are terms of an older model that the own words still use.
    """

    paragraph_id: str
    choice: Choice | None = None
    text: str = ""
    reason: str = ""
    filled: tuple[Filled, ...] = ()
    terms: tuple[Term, ...] = ()

    def value(self, term_id: str) -> str:
        """What was filled in for a term; empty while that is nothing."""
        return next((each.value for each in self.filled if each.term_id == term_id), "")


@dataclass(frozen=True, slots=True)
class OwnAgreement:
    """The agreements of one municipality, made from a model.

    `model` is the model as far as this municipality decided about it: newer words of a paragraph come into it when they
    are dealt with. `beyond` are the ids of paragraphs that the newest model does not have, and the municipality keeps.
    `version` counts how often it was decided on, by whom and when last (0: never). `allowed` are the words, folded, of
    which somebody said that they are no personal data, or may stand there.
    """

    id: str
    municipality: str
    model: ModelAgreement
    chosen: tuple[Chosen, ...] = ()
    beyond: tuple[str, ...] = ()
    decided_by: str = ""
    decided_on: date | None = None
    version: int = 0
    allowed: tuple[str, ...] = ()

    def paragraph(self, paragraph_id: str) -> Paragraph | None:
        """Find a paragraph."""
        return next((each for each in self.model.paragraphs if each.id == paragraph_id), None)

    def of(self, paragraph_id: str) -> Chosen:
        """What was chosen for a paragraph; an empty choice where that is nothing."""
        return next((each for each in self.chosen if each.paragraph_id == paragraph_id), Chosen(paragraph_id))


@dataclass(frozen=True, slots=True)
class Decided:
    """Agreements as they were when they were decided on; `at` is the moment (aware) at which that was written down."""

    own: OwnAgreement
    at: datetime


# ---- what can be done with it


def with_chosen(own: OwnAgreement, chosen: Chosen) -> OwnAgreement:
    """Put what was chosen for a paragraph in the place of what it was."""
    others = {each.paragraph_id: each for each in own.chosen} | {chosen.paragraph_id: chosen}
    order = (paragraph.id for paragraph in own.model.paragraphs)
    return replace(own, chosen=tuple(others[each] for each in order if each in others))


def choose(own: OwnAgreement, paragraph_id: str, choice: Choice | None) -> OwnAgreement:
    """Take a paragraph over, adjust it or say that it does not apply. Own words begin as those of the model."""
    chosen, paragraph = own.of(paragraph_id), own.paragraph(paragraph_id)
    begins = choice is Choice.ADJUSTED and not chosen.text and paragraph is not None
    text = flowing(paragraph.text) if begins and paragraph is not None else chosen.text
    return with_chosen(own, replace(chosen, choice=choice, text=text))


def write(own: OwnAgreement, paragraph_id: str, text: str) -> OwnAgreement:
    """Adjust a paragraph to these words."""
    return with_chosen(own, replace(own.of(paragraph_id), text=text))


def give_reason(own: OwnAgreement, paragraph_id: str, reason: str) -> OwnAgreement:
    """Say why a paragraph does not apply."""
    return with_chosen(own, replace(own.of(paragraph_id), reason=reason))


def fill(own: OwnAgreement, paragraph_id: str, term_id: str, value: str) -> OwnAgreement:
    """Fill in a term."""
    chosen = own.of(paragraph_id)
    others = tuple(each for each in chosen.filled if each.term_id != term_id)
    filled = (*others, Filled(term_id, value)) if value else others
    return with_chosen(own, replace(chosen, filled=filled))


def allow(own: OwnAgreement, words: str) -> OwnAgreement:
    """Say that these words may stand there, wherever they do."""
    folded = fold(words)
    return own if folded in own.allowed else replace(own, allowed=(*own.allowed, folded))


def decide(own: OwnAgreement, by: str, on: date) -> OwnAgreement:
    """Decide on it: the next version."""
    return replace(own, decided_by=by, decided_on=on, version=own.version + 1)


def as_decided(own: OwnAgreement, like: OwnAgreement) -> OwnAgreement:
    """Give agreements under the version of others: the count of versions only goes on."""
    return replace(own, decided_by=like.decided_by, decided_on=like.decided_on, version=like.version)


# ---- what can be asked of it


def text_of(own: OwnAgreement, paragraph: Paragraph) -> str:
    """The words that hold: the own ones where it was adjusted, else those of the model, each paragraph on one line."""
    chosen = own.of(paragraph.id)
    return chosen.text if chosen.choice is Choice.ADJUSTED else flowing(paragraph.text)


def terms_of(own: OwnAgreement, paragraph: Paragraph) -> tuple[Term, ...]:
    """The terms that have a place in the words that hold, in the order of their places."""
    known = {term.id: term for term in (*own.of(paragraph.id).terms, *paragraph.terms)}
    standing = dict.fromkeys(_PLACE.findall(text_of(own, paragraph)))
    return tuple(known[term_id] for term_id in standing if term_id in known)


def unknown_places(own: OwnAgreement, paragraph: Paragraph) -> tuple[str, ...]:
    """What stands between braces in the words that hold, and is no term."""
    known = {term.id for term in terms_of(own, paragraph)}
    return tuple(each for each in dict.fromkeys(_PLACE.findall(text_of(own, paragraph))) if each not in known)


def missing_terms(own: OwnAgreement, paragraph: Paragraph) -> tuple[Term, ...]:
    """The terms that nothing was filled in for; none where the paragraph does not apply."""
    chosen = own.of(paragraph.id)
    if chosen.choice is Choice.NOT_APPLICABLE:
        return ()
    return tuple(term for term in terms_of(own, paragraph) if not chosen.value(term.id).strip())


def lack(own: OwnAgreement, paragraph: Paragraph) -> Lack | None:
    """What a paragraph lacks first; None when it is complete."""
    chosen = own.of(paragraph.id)
    if chosen.choice is None:
        return Lack.CHOICE
    if chosen.choice is Choice.ADJUSTED and not chosen.text.strip():
        return Lack.WORDS
    if chosen.choice is Choice.NOT_APPLICABLE and not chosen.reason.strip():
        return Lack.REASON
    return Lack.TERMS if missing_terms(own, paragraph) else None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is: paragraphs that something was chosen for, of how many; and what is still to be filled in."""

    chosen: int
    of: int
    terms: int
    words: int

    @property
    def complete(self) -> bool:
        """Whether nothing is to be done any more."""
        return self.chosen == self.of and not self.terms and not self.words


def progress(own: OwnAgreement, chapter: Chapter | None = None) -> Progress:
    """How far a chapter is, or all of it."""
    paragraphs = own.model.paragraphs if chapter is None else chapter.paragraphs
    lacks = [lack(own, paragraph) for paragraph in paragraphs]
    terms = sum(len(missing_terms(own, each)) for each in paragraphs if own.of(each.id).choice is not None)
    words = sum(each in {Lack.WORDS, Lack.REASON} for each in lacks)
    return Progress(sum(each is not Lack.CHOICE for each in lacks), len(paragraphs), terms, words)


def typed(own: OwnAgreement) -> Iterator[tuple[str, str]]:
    """Every text that was typed, with the id of its paragraph: what is looked at for personal data."""
    for chosen in own.chosen:
        words = (chosen.text, chosen.reason, *(each.value for each in chosen.filled))
        text = "\n".join(each for each in words if each)
        if text:
            yield chosen.paragraph_id, text


# ---- running text

_PLACE = re.compile(r"\{([^{}\n]*)\}")
_ITEM = re.compile(r"\s*[-*•]\s+")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of running text. `term` is what it stands for, and `filled` whether somebody filled that in."""

    text: str
    term: Term | None = None
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of running text, or an item of a list."""

    runs: tuple[Run, ...]
    item: bool = False


def flowing(text: str) -> str:
    """Join the lines of each paragraph, as they stand in a file, so that it flows in a field of any width."""
    parts = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join(_joined(part) for part in parts if part.strip())


def _joined(part: str) -> str:
    lines: list[str] = []
    for line in part.split("\n"):
        if lines and not _ITEM.match(line):
            lines[-1] = f"{lines[-1]} {line.strip()}"
        else:
            lines.append(line.strip())
    return "\n".join(lines)


def running(own: OwnAgreement, paragraph: Paragraph) -> tuple[Block, ...]:
    """The words that hold, with what was filled in in its place; every line is a paragraph or an item."""
    chosen, terms = own.of(paragraph.id), {term.id: term for term in terms_of(own, paragraph)}
    lines = (line for line in text_of(own, paragraph).split("\n") if line.strip())
    return tuple(_block(line, chosen, terms) for line in lines)


def _block(line: str, chosen: Chosen, terms: dict[str, Term]) -> Block:
    item = _ITEM.match(line)
    parts = _PLACE.split(line[item.end() :] if item else line)
    runs: list[Run] = []
    for number, part in enumerate(parts):
        term = terms.get(part) if number % 2 else None
        if term is not None:
            value = " ".join(chosen.value(term.id).split())
            runs.append(Run(value, term, filled=bool(value)))
        elif part or number % 2:
            runs.append(Run(f"{{{part}}}" if number % 2 else part))
    return Block(tuple(runs), item is not None)


def plain(blocks: tuple[Block, ...], blank: str) -> str:
    """Running text as one plain text; `blank` stands where something is to be filled in."""
    lines = ("".join(run.text if run.term is None or run.filled else blank for run in each.runs) for each in blocks)
    return "\n".join(f"- {line}" if each.item else line for each, line in zip(blocks, lines, strict=True))
