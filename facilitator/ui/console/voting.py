"""How dots and orders are typed, and how the options they are about stand in the list of answers. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitator.core.events import Answer
from facilitator.core.options import Choosable, dots_at, dots_placed, dots_shown_here, options_here
from facilitator.core.script import Answering, Step
from facilitator.core.session import Session
from facilitator.ui.console.rows import Look, Row
from facilitator.ui.widgets import Tone
from facilitator.words import _, ngettext

_COUNT = re.compile(r"(?:([0-9]{1,3})\s*[ :=]\s*)?([0-9]{1,3})")
_OPTION_ROW = "option/"


@dataclass(frozen=True, slots=True)
class Counted:
    """So many dots at an option, by its key; empty where the chosen option is meant."""

    option: str
    dots: int


@dataclass(frozen=True, slots=True)
class Vote:
    """What a line means where there are options: dots, an order, or why it is neither; `words` is for the strip."""

    words: str = ""
    problem: str = ""
    dots: Counted | None = None
    order: tuple[str, ...] = ()


def read_vote(session: Session, typed: str) -> Vote | None:
    """Understand a line as dots or as an order; None where it is a proposal, in words."""
    step, options = session.step, options_here(session)
    if step.answering is Answering.DOTS:
        return _dots(typed, options, step)
    return _order(typed, options, step)


# ---- dots


def _dots(typed: str, options: Sequence[Choosable], step: Step) -> Vote | None:
    found = _COUNT.fullmatch(typed)
    if found is None:
        return Vote(problem=dots_hint()) if step.choices else None
    count = int(found[2])
    if found[1] is None:
        return Vote(
            ngettext("{count} dot for what is chosen", "{count} dots for what is chosen", count).format(count=count),
            dots=Counted("", count),
        )
    option = next((each for each in options if each.number == int(found[1])), None)
    if option is None:
        return Vote(problem=_("There is no number {number} here.").format(number=found[1]))
    words = ngettext("{option}: {count} dot", "{option}: {count} dots", count)
    return Vote(words.format(option=option.text, count=count), dots=Counted(option.key, count))


def dots_hint() -> str:
    """How dots are counted."""
    return _("Count: type the number and its dots, like 2 14. Or choose with ↑ and type the dots.")


def dots_words(session: Session) -> str:
    """`23 van 36 stippen geplaatst`, and whether the room sees them."""
    placed, all_of_them = dots_placed(session)
    if all_of_them:
        said = _("{placed} of {total} dots placed").format(placed=placed, total=all_of_them)
    else:
        said = ngettext("{count} dot placed", "{count} dots placed", placed).format(count=placed)
    if 0 < all_of_them < placed:
        more = placed - all_of_them
        said += " · " + ngettext("{count} too many", "{count} too many", more).format(count=more)
    return said + " · " + _("shown") if dots_shown_here(session) else said


# ---- orders


def _order(typed: str, options: Sequence[Choosable], step: Step) -> Vote | None:
    numbers = _numbers(typed, len(options))
    if numbers is None:
        return Vote(problem=order_hint()) if step.choices else None
    if problem := _wrong(numbers, options):
        return Vote(problem=problem)
    names = {option.number: option for option in options}
    order = tuple(names[number].key for number in numbers)
    return Vote(_("order: {names}").format(names=order_names(order, options)), order=order)


def _numbers(typed: str, count: int) -> list[int] | None:
    """The numbers of a line, with blanks, commas or signs between them, or all against each other; None for words."""
    parts = [part for part in re.split(r"[\s,;>.\-]+", typed) if part]
    if not parts or not all(part.isdecimal() and len(part) <= 9 for part in parts):
        return None
    if len(parts) == 1 and 1 < count <= 9 and len(parts[0]) > 1:
        parts = list(parts[0])
    return [int(part) for part in parts]


def _wrong(numbers: list[int], options: Sequence[Choosable]) -> str:
    known = [option.number for option in options]
    if not known:
        return _("There is nothing to put in order yet. Type the proposals first.")
    strange = next((number for number in numbers if number not in known), None)
    if strange is not None:
        return _("There is no number {number} here.").format(number=strange)
    twice = next((number for number, times in Counter(numbers).items() if times > 1), None)
    if twice is not None:
        return _("Number {number} stands there twice.").format(number=twice)
    lacking = [str(number) for number in known if number not in numbers]
    if lacking:
        return ngettext("Number {numbers} is still missing.", "Still missing: {numbers}.", len(lacking)).format(
            numbers=", ".join(lacking)
        )
    return ""


def order_hint() -> str:
    """How an order is typed."""
    return _("Type an order by its numbers, best first: 3 1 2.")


def order_names(order: Sequence[str], options: Sequence[Choosable]) -> str:
    """The options of an order in words, best first."""
    names = {option.key: option.text for option in options}
    return " › ".join(names[key] for key in order if key in names)


def order_numbers(order: Sequence[str], options: Sequence[Choosable]) -> str:
    """An order as it is typed; an option that is gone has no number any more."""
    numbers = {option.key: str(option.number) for option in options}
    return " ".join(numbers[key] for key in order if key in numbers)


# ---- rows


def option_of_row(session: Session, row_id: str | None) -> Choosable | None:
    """The option that a row is about: a choice of the step, or a proposal."""
    return next((each for each in options_here(session) if row_id in {_row_id(session, each), each.key}), None)


def row_of_option(session: Session, option: Choosable) -> str:
    """The id of the row of an option."""
    return _row_id(session, option)


def _row_id(session: Session, option: Choosable) -> str:
    """A proposal goes by its own id, as any answer; a choice by its number."""
    return f"{_OPTION_ROW}{option.number}" if session.step.choices else option.key


def choice_rows(session: Session, *, private: bool) -> Iterator[Row]:
    """A row per choice of the step, in a step where those are the options."""
    if not (session.step.answering.of_options and session.step.choices):
        return
    for option in options_here(session):
        aside = dots_aside(session, option, private=private)
        yield Row(_row_id(session, option), option.text, aside=aside, mark=str(option.number))


def dots_aside(session: Session, option: Choosable, *, private: bool) -> str:
    """How many dots lie at an option; nothing where none are divided, or where only what the room sees is told."""
    if session.step.answering is not Answering.DOTS or not (private or dots_shown_here(session)):
        return ""
    moment = session.moment
    count = dots_at(session.notebook, session.step.id, None if moment is None else moment.id).get(option.key, 0)
    return ngettext("{count} dot", "{count} dots", count).format(count=count)


def order_row(session: Session, answer: Answer, partner: str) -> Row:
    """The row of an order: its numbers, and what they stand for."""
    options = options_here(session)
    numbers = order_numbers(answer.order, options)
    names = order_names(answer.order, options)
    return Row(
        answer.id, numbers, below=names, aside=partner, look=Look.PLAIN, spoken=_("Order: {names}").format(names=names)
    )


def tone_of_dots(session: Session) -> Tone:
    """More dots than there are people for is worth a look."""
    placed, all_of_them = dots_placed(session)
    return Tone.ATTENTION if 0 < all_of_them < placed else Tone.PLAIN
