"""What was said at a page of a session: word for word, counted, voted or put in order, each with its picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.core.casus import Moment
from facilitator.core.counted import Tally, Voted
from facilitator.core.events import Answer
from facilitator.core.grouping import arranged, number_of
from facilitator.core.options import dot_rows, dots_at, options_of, ranked
from facilitator.core.script import Answering, Question, Reveal, Step, StepKind
from facilitator.core.session import Session
from facilitator.pictures.result_words import decimal
from facilitator.pictures.results import Result, Tallied
from facilitator.report.documents.lived import Said, said
from facilitator.words import _


@dataclass(frozen=True, slots=True)
class Count:
    """How often a choice was made; `before` is how often at the step it is compared with."""

    choice: str
    times: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Answers that were put together under a name."""

    name: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """What was voted, in numbers: the heads of its columns, their shares of the width, and its rows."""

    heads: tuple[str, ...]
    columns: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to one question, word for word or counted. `question` and `scale` may be empty.

    `marks` says that marks of a scale are counted, and no choices. `clusters` are the answers that were put together,
    `said` the others. `figure` is the name of the picture of `result`.
    """

    question: str
    said: tuple[Said, ...]
    counted: tuple[Count, ...]
    scale: str = ""
    compared: bool = False
    marks: bool = False
    clusters: tuple[Cluster, ...] = ()
    table: Table | None = None
    figure: str = ""
    result: Result | None = None


def answers_at(session: Session, step: Step, moment: Moment | None) -> Iterator[Answers]:
    """Give what was said at a page, question by question; first what belongs to none.

    Of an evaluation where something was said every question is told, also one to which nothing was.
    """
    moment_id = None if moment is None else moment.id
    there = (a for a in session.notebook.answers if a.step_id == step.id and a.moment_id == moment_id)
    here = [answer for answer in there if answer.turning_point_id is None]  # those stand with their turning point
    voted = _voted(session, step, moment_id)
    if voted is not None:
        yield voted
        return
    questions: dict[str | None, Question] = {}
    for question in session.questions_for(step.id, moment_id) or ():
        questions.setdefault(question.id, question)  # a moment may have one of the same name as its step: told once
    asked = {a.id: a.question_id if a.question_id in questions else None for a in here}  # the question may be held
    for question_id in (None, *questions):
        given = [answer for answer in here if asked[answer.id] == question_id and not answer.order]
        if given:
            yield from _told(session, step, questions.get(question_id), given)
        elif question_id is not None and here and step.kind is StepKind.EVALUATION and not step.marks:
            yield Answers(questions[question_id].text, (), ())


def _told(session: Session, step: Step, question: Question | None, given: list[Answer]) -> Iterator[Answers]:
    """Count marks, and give words: also what was needed at a turning point that is gone, where only marks are given."""
    text = question.text if question else ""
    marks = [answer for answer in given if answer.text in step.marks]
    if marks:
        figure = f"{step.id}/{given[0].moment_id or ''}/{given[0].question_id or ''}"
        yield _counted(session, step, text, marks, figure)
    words = [answer for answer in given if answer not in marks]
    if words:
        yield _said(session, step, text, words)


def _said(session: Session, step: Step, question: str, given: list[Answer]) -> Answers:
    named = step.reveal is not Reveal.NEVER  # what the room was never to see is told without who said it
    if step.answering is Answering.PROPOSALS:
        given = sorted(given, key=lambda answer: -answer.votes)
    clusters: list[Cluster] = []
    rest: tuple[Said, ...] = ()
    for group, members in arranged(session.notebook, given):
        told = tuple(said(session, answer, named=named) for answer in members)
        if group is None:
            rest = told
        else:
            number = number_of(session.notebook, group)
            clusters.append(Cluster(group.name or _("Group {number}").format(number=number), told))
    return Answers(question, rest, (), clusters=tuple(clusters))


def _counted(session: Session, step: Step, question: str, given: list[Answer], figure: str) -> Answers:
    """Count marks and choices, beside those of the step they are compared with. No average: people are no number."""
    times = Counter(answer.text for answer in given)
    before = Counter(a.text for a in session.notebook.answers if a.step_id == step.compare_with)
    choices = step.choices or tuple(mark for mark in step.marks if times[mark] or before[mark])
    counts = tuple(Count(choice, str(times[choice]), str(before[choice]) if before else "") for choice in choices)
    scale = _("1 is {low}, 10 is {high}.").format(low=step.scale_low, high=step.scale_high)
    drawn = Tallied(
        tuple(Tally(mark, times[mark], before[mark]) for mark in step.marks),
        compared=bool(before),
        scale=(step.scale_low, step.scale_high) if step.answering is Answering.SCALE else None,
    )
    told = scale if step.scale_low and step.scale_high else ""
    marks = step.answering is Answering.SCALE
    return Answers(question, (), counts, told, bool(before), marks, figure=figure, result=drawn)


# ---- what was voted


def _voted(session: Session, step: Step, moment_id: str | None) -> Answers | None:
    """How the dots lie, or which order all orders make together; None where nothing was counted."""
    options = options_of(session, step, moment_id)
    dots = dots_at(session.notebook, step.id, moment_id)
    figure = f"{step.id}/{moment_id or ''}"
    if step.answering is Answering.DOTS and any(dots.get(option.key) for option in options):
        rows = dot_rows(options, dots)
        table = Table((_("Option"), _("Dots")), "80,20", tuple((row.text, str(row.dots)) for row in rows))
        return Answers("", (), (), table=table, figure=figure, result=Voted(dots=rows))
    answers = session.notebook.answers
    orders = [a.order for a in answers if (a.step_id, a.moment_id) == (step.id, moment_id) and a.order]
    if step.answering is not Answering.RANKING or not orders:
        return None
    ranking = ranked(options, orders)
    heads = (_("Place"), _("Option"), _("Mean place"), _("Apart"), _("Times first"))
    lines = tuple(
        (
            (_("{place} (shared)") if each.shared else "{place}").format(place=each.place) if each.place else "–",
            each.text,
            decimal(each.mean) if each.place else "–",
            _("{best} to {worst}").format(best=each.ends[0], worst=each.ends[1]) if each.place else "–",
            str(each.firsts),
        )
        for each in ranking
    )
    result = Voted(ranking=ranking, orders=len(orders))
    return Answers("", (), (), table=Table(heads, "16,40,16,14,14", lines), figure=figure, result=result)
