"""Self-study: somebody goes through a module alone, step by step: where they are, what they chose, what is done.

A module is a script. What was chosen is kept by the words of the answer and a step that was done by a mark of its
text, so that a module that changes meanwhile asks anew for what is different, and for nothing else.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from facilitator.core.codec import to_plain
from facilitator.core.script import Answering, Option, Question, Script, Step, StepKind
from facilitator.core.text import fold

BEGINNING, END = "", "."
"""Where somebody is before the first step and after the last; no step has such an id."""

_AROUND = frozenset({StepKind.WELCOME, StepKind.EVALUATION, StepKind.BREAK, StepKind.AFTERCARE})
"""Steps that a module begins and ends with: they are no subject of it."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What was chosen last at a question: its place (see `place_of`) and the words of the answer."""

    place: str
    option: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A private line: its place (see `place_of`) and what was written."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Gone:
    """A step that was gone through, with the mark of its text as it was then."""

    step_id: str
    mark: str


@dataclass(frozen=True, slots=True)
class Finished:
    """A module as it was when all of it was done: what a certificate tells. `goal` is Markdown."""

    on: date
    title: str
    minutes: int
    goal: str
    subjects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Study:
    """One person, or a few at one screen, in one module.

    `learner` is the name or nickname that was typed, empty for who gave none. `at` is the id of the step in sight.
    `complete` says that all was done this time; `finished` has every time. `together`: several look at the screen.
    """

    id: str
    learner: str
    module_id: str
    title: str
    at: str = BEGINNING
    together: bool = False
    gone: tuple[Gone, ...] = ()
    tried: tuple[Tried, ...] = ()
    noted: tuple[Noted, ...] = ()
    finished: tuple[Finished, ...] = ()
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """How far somebody is: steps done of how many, and the number of the step in sight (0 before, of + 1 after)."""

    done: int
    of: int
    at: int


# ---- what can be asked


def place_of(step: Step, question: Question | None = None) -> str:
    """Name a question within its module, or the step itself where it asks to write and has no question."""
    return step.id if question is None else f"{step.id}/{question.id}"


def mark_of(step: Step) -> str:
    """Give a mark that is another one as soon as anything in a step is."""
    plain = json.dumps(to_plain(step), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


def asks_in_writing(step: Step) -> bool:
    """Whether a step without a question leaves something to write down for oneself."""
    return not step.questions and step.answering is not Answering.NONE


def chosen(study: Study, step: Step, question: Question) -> Option | None:
    """What was chosen at a question, where that answer is still there."""
    place = place_of(step, question)
    words = next((each.option for each in study.tried if each.place == place), None)
    return next((option for option in question.options if option.text == words), None)


def noted(study: Study, place: str) -> str:
    """What was written at a place; empty while that is nothing."""
    return next((each.text for each in study.noted if each.place == place), "")


def written_before(study: Study, module: Script, step: Step) -> tuple[tuple[str, str], ...]:
    """What was written in the steps before the evaluation of a module: each question with its text."""
    if step.kind is not StepKind.EVALUATION:
        return ()
    before = module.steps[: module.index(step.id)]
    asked = ((each.audience_title, place_of(each)) for each in before)
    questions = ((question.text, place_of(each, question)) for each in before for question in each.questions)
    found = ((words, noted(study, at)) for words, at in (*asked, *questions))
    return tuple((words, text) for words, text in found if text)


def unanswered(study: Study, step: Step) -> tuple[Question, ...]:
    """The questions with answers to choose from at which nothing was chosen yet."""
    return tuple(each for each in step.questions if each.options and chosen(study, step, each) is None)


def is_done(study: Study, step: Step) -> bool:
    """Whether a step was gone through as it is now."""
    return Gone(step.id, mark_of(step)) in study.gone


def has_changed(study: Study, step: Step) -> bool:
    """Whether a step was gone through, and says something else now."""
    return any(each.step_id == step.id for each in study.gone) and not is_done(study, step)


def open_steps(study: Study, module: Script) -> tuple[Step, ...]:
    """The steps that are still to be done; none once the whole was finished."""
    return () if study.complete else tuple(step for step in module.steps if not is_done(study, step))


def place(study: Study, module: Script) -> int:
    """Where somebody is: 0 before the first step, then its number, and one more after the last.

    Of a step that is there no longer: at the first that is still to be done.
    """
    if study.at in {BEGINNING, END}:
        return 0 if study.at == BEGINNING else len(module.steps) + 1
    at = module.index(study.at)
    if at is not None:
        return at + 1
    left = open_steps(study, module)
    return module.steps.index(left[0]) + 1 if left else len(module.steps) + 1


def progress(study: Study, module: Script) -> Progress:
    """How far somebody is."""
    of = len(module.steps)
    return Progress(of - len(open_steps(study, module)), of, place(study, module))


def finished_on(study: Study) -> date | None:
    """The day on which the module was done last."""
    return study.finished[-1].on if study.finished else None


def learners_of(studies: Iterable[Study]) -> tuple[str, ...]:
    """The names that were typed, each once, in the order in which they come."""
    return tuple({fold(each.learner): each.learner for each in studies if each.learner}.values())


def study_of(studies: Iterable[Study], learner: str, module_id: str) -> Study | None:
    """Find what somebody did in a module. Names differ by more than capitals and accents."""
    name = fold(learner)
    return next((each for each in studies if each.module_id == module_id and fold(each.learner) == name), None)


def who_finished(studies: Iterable[Study], module_id: str) -> tuple[str, ...]:
    """The names of those who did all of a module."""
    return learners_of(each for each in studies if each.module_id == module_id and each.finished)


# ---- what can be done


def begin(id_: str, learner: str, module: Script) -> Study:
    """Begin a module."""
    return Study(id_, learner, module.id, module.title)


def with_others(study: Study, *, together: bool) -> Study:
    """Say whether several look at the screen."""
    return replace(study, together=together)


def choose(study: Study, step: Step, question: Question, option: Option) -> Study:
    """Choose an answer; what was chosen there before is forgotten."""
    at = place_of(step, question)
    others = tuple(each for each in study.tried if each.place != at)
    return replace(study, tried=(*others, Tried(at, option.text)))


def note(study: Study, at: str, text: str) -> Study:
    """Write something down for oneself; nothing takes it away."""
    others = tuple(each for each in study.noted if each.place != at)
    return replace(study, noted=(*others, Noted(at, text)) if text.strip() else others)


def go_to(study: Study, module: Script, number: int, today: date) -> Study:
    """Go to a step by its number, see `place`. Who goes on from a step has done it, once its questions are answered."""
    here = place(study, module)
    if number > here and 1 <= here <= len(module.steps):
        study = _done(study, module.steps[here - 1])
    number = max(0, min(number, len(module.steps) + 1))
    at = BEGINNING if number == 0 else END if number > len(module.steps) else module.steps[number - 1].id
    return _settled(replace(study, at=at), module, today)


def again(study: Study) -> Study:
    """Begin once more: what was chosen and written goes, that it was finished before stays."""
    return replace(study, at=BEGINNING, gone=(), tried=(), noted=(), complete=False)


def _done(study: Study, step: Step) -> Study:
    if unanswered(study, step):
        return study
    others = tuple(each for each in study.gone if each.step_id != step.id)
    return replace(study, gone=(*others, Gone(step.id, mark_of(step))))


def _settled(study: Study, module: Script, today: date) -> Study:
    if study.complete or open_steps(study, module):
        return study
    subjects = tuple(step.title for step in module.steps if step.kind not in _AROUND)
    done = Finished(today, module.title, module.minutes, module.goal, subjects)
    return replace(study, title=module.title, complete=True, finished=(*study.finished, done))
