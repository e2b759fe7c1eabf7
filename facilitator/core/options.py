"""What a group divides dots over or puts in order: the options of a page, how they are counted, and what follows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from facilitator.core import events as ev
from facilitator.core.notebook import Notebook, Outcome
from facilitator.core.refusal import Refusal
from facilitator.core.script import Answering, Reveal, Step
from facilitator.core.session import Session, State


@dataclass(frozen=True, slots=True)
class Choosable:
    """An option: by which number it is called, and by which key it is counted (see `events.Dots`)."""

    number: int
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class DotRow:
    """An option and how many dots lie at it."""

    number: int
    text: str
    dots: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """An option in the order that all orders make together.

    `place` counts from 1 and is `shared` by options with the same mean; 0 is for an option in no order at all.
    `places` says how often it stood on each place, the first one first.
    """

    number: int
    text: str
    place: int
    shared: bool
    mean: float
    places: tuple[int, ...]

    @property
    def firsts(self) -> int:
        """How often it came first."""
        return self.places[0] if self.places else 0

    @property
    def ends(self) -> tuple[int, int]:
        """The best and the worst place it was given; (0, 0) when it was given none."""
        given = [place for place, times in enumerate(self.places, 1) if times]
        return (given[0], given[-1]) if given else (0, 0)


# ---- the options


def options_of(session: Session, step: Step, moment_id: str | None) -> tuple[Choosable, ...]:
    """The options of a page: the choices of its step, or else the proposals that were written there."""
    if not step.answering.of_options:
        return ()
    if step.choices:
        return tuple(Choosable(number, choice, choice) for number, choice in enumerate(step.choices, 1))
    there = (a for a in session.notebook.answers if a.step_id == step.id and a.moment_id == moment_id)
    written = (answer for answer in there if not answer.order and answer.turning_point_id is None)
    return tuple(Choosable(number, answer.id, answer.text) for number, answer in enumerate(written, 1))


def options_here(session: Session) -> tuple[Choosable, ...]:
    """The options of the present page."""
    return options_of(session, *_here(session))


def _here(session: Session) -> tuple[Step, str | None]:
    return session.step, None if session.moment is None else session.moment.id


# ---- dots


def dots_at(book: Notebook, step_id: str, moment_id: str | None) -> dict[str, int]:
    """How many dots lie at each option of a page, by its key; what has none may be left out."""
    return {each.option: each.count for each in book.dots if (each.step_id, each.moment_id) == (step_id, moment_id)}


def dots_shown_here(session: Session) -> bool:
    """Whether the room sees how the dots of the present page lie."""
    step, moment_id = _here(session)
    return (step.id, moment_id) in session.notebook.dots_shown


def dot_rows(options: Iterable[Choosable], dots: dict[str, int]) -> tuple[DotRow, ...]:
    """The options with their dots, most dots first; with as many dots in the order in which they are called."""
    rows = (DotRow(option.number, option.text, dots.get(option.key, 0)) for option in options)
    return tuple(sorted(rows, key=lambda row: -row.dots))


def dots_placed(session: Session) -> tuple[int, int]:
    """How many dots lie on the present page, and how many there are by the people present (0: nobody is put down)."""
    step, moment_id = _here(session)
    dots = dots_at(session.notebook, step.id, moment_id)
    present = sum(person.present for person in session.notebook.participants)
    return sum(dots.get(option.key, 0) for option in options_of(session, step, moment_id)), present * step.dots


def count_dots(session: Session, event: ev.DotsCounted) -> Outcome:
    """Note how many dots lie at an option."""
    dots, book = event.dots, session.notebook
    step = _step(session, dots.step_id, Answering.DOTS)
    if isinstance(step, Refusal):
        return step
    if dots.count < 0 or all(option.key != dots.option for option in options_of(session, step, dots.moment_id)):
        return Refusal.UNKNOWN
    place = (dots.step_id, dots.moment_id, dots.option)
    others = tuple(each for each in book.dots if (each.step_id, each.moment_id, each.option) != place)
    return replace(book, dots=(*others, dots))


def show_dots(session: Session, event: ev.DotsShown) -> Outcome:
    """Show how the dots of a page lie, or hide it again."""
    step = _step(session, event.step_id, Answering.DOTS)
    if isinstance(step, Refusal):
        return step
    if session.questions_for(event.step_id, event.moment_id) is None:
        return Refusal.UNKNOWN
    if event.shown and step.reveal is Reveal.NEVER:
        return Refusal.NEVER_SHOWN
    page, shown = (event.step_id, event.moment_id), session.notebook.dots_shown
    others = tuple(each for each in shown if each != page)
    return replace(session.notebook, dots_shown=(*others, page) if event.shown else others)


def _step(session: Session, step_id: str, answering: Answering) -> Step | Refusal:
    if session.course.state is State.PLANNED:
        return Refusal.NOT_RUNNING
    step = next((each for each in session.steps if each.id == step_id), None)
    if step is None:
        return Refusal.UNKNOWN
    return step if step.answering is answering else Refusal.NO_VOTES


# ---- orders


def not_an_option(session: Session, step: Step, answer: ev.Answer) -> Refusal | None:
    """Why an answer is neither a proposal nor an order that a step of options takes; None where it is."""
    if not answer.order:
        return _NO_WORDS[step.answering] if step.choices else None
    keys = [option.key for option in options_of(session, step, answer.moment_id)]
    whole = step.answering is Answering.RANKING and sorted(answer.order) == sorted(keys)
    return None if whole else Refusal.NOT_AN_ORDER


_NO_WORDS = {Answering.DOTS: Refusal.NO_PROPOSALS, Answering.RANKING: Refusal.NOT_AN_ORDER}


def ranked(options: Sequence[Choosable], orders: Iterable[tuple[str, ...]]) -> tuple[Ranked, ...]:
    """The options by the mean of the places they were given; those in no order last.

    An order from before a proposal was added or removed counts with the options that it has.
    """
    keys = {option.key for option in options}
    known = [[key for key in order if key in keys] for order in orders]
    given = {option.key: [order.index(option.key) + 1 for order in known if option.key in order] for option in options}
    means = {key: Fraction(sum(places), len(places)) for key, places in given.items() if places}
    found = [_ranked(option, given[option.key], means, len(options)) for option in options]
    return tuple(sorted(found, key=lambda each: (not each.place, each.place)))


def _ranked(option: Choosable, given: list[int], means: dict[str, Fraction], most: int) -> Ranked:
    mean = means.get(option.key)
    if mean is None:
        return Ranked(option.number, option.text, 0, shared=False, mean=0.0, places=())
    times = Counter(given)
    better = sum(other < mean for other in means.values())
    same = sum(other == mean for other in means.values())
    places = tuple(times[place] for place in range(1, most + 1))
    return Ranked(option.number, option.text, better + 1, same > 1, float(mean), places)
