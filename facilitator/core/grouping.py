"""Answers that are put together under a short name, and taken apart again."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from facilitator.core import events as ev
from facilitator.core.events import Answer, AnswerGroup
from facilitator.core.notebook import Notebook, Outcome
from facilitator.core.refusal import Refusal
from facilitator.core.session import Session
from facilitator.core.text import fold


def group(session: Session, event: ev.AnswersGrouped) -> Outcome:
    """Put answers together; those that were in another group leave it."""
    made, book = event.group, session.notebook
    wanted = set(made.answer_ids)
    found = [answer for answer in book.answers if answer.id in wanted]
    if not wanted or len(found) != len(made.answer_ids):
        return Refusal.UNKNOWN
    if not all(can_be_grouped(session, a) and _page(a) == _page(made) for a in found):
        return Refusal.NOT_TOGETHER
    others = [each for each in book.groups if each.id != made.id]
    if made.name and any(_page(each) == _page(made) and fold(each.name) == fold(made.name) for each in others):
        return Refusal.DOUBLE
    place = next((number for number, each in enumerate(book.groups) if each.id == made.id), len(book.groups))
    left = without(replace(book, groups=(*book.groups[:place], *book.groups[place + 1 :])), wanted)
    before = sum(each.id in {other.id for other in book.groups[:place]} for each in left.groups)
    return replace(left, groups=(*left.groups[:before], made, *left.groups[before:]))


def ungroup(session: Session, event: ev.AnswersUngrouped) -> Outcome:
    """Take a group apart."""
    groups = tuple(each for each in session.notebook.groups if each.id != event.group_id)
    if len(groups) == len(session.notebook.groups):
        return Refusal.UNKNOWN
    return replace(session.notebook, groups=groups)


def without(book: Notebook, answer_ids: Collection[str]) -> Notebook:
    """Take answers out of their groups. A group that has none left goes, with what was spotted in its name."""
    rest = (
        replace(each, answer_ids=tuple(one for one in each.answer_ids if one not in answer_ids)) for each in book.groups
    )
    groups = tuple(each for each in rest if each.answer_ids)
    if groups == book.groups:
        return book
    gone = {each.id for each in book.groups} - {each.id for each in groups}
    return replace(book, groups=groups, flags=tuple(flag for flag in book.flags if flag.subject_id not in gone))


def can_be_grouped(session: Session, answer: Answer) -> bool:
    """Whether an answer is one in words: what is counted, put in order or needed at a turning point is not."""
    step = next(step for step in session.steps if step.id == answer.step_id)
    return not (step.marks or step.answering.of_options or answer.turning_point_id)


def group_by_id(session: Session, group_id: str | None) -> AnswerGroup | None:
    """Find a group."""
    return next((each for each in session.notebook.groups if each.id == group_id), None)


def groups_here(session: Session) -> tuple[AnswerGroup, ...]:
    """The groups of the present page, in the order in which they were made."""
    here = (session.step.id, None if session.moment is None else session.moment.id)
    return tuple(each for each in session.notebook.groups if _page(each) == here)


def group_of(session: Session, answer_id: str) -> AnswerGroup | None:
    """The group that an answer is in."""
    return next((each for each in session.notebook.groups if answer_id in each.answer_ids), None)


def named_here(session: Session, name: str) -> AnswerGroup | None:
    """The group of the present page with this name."""
    return next((each for each in groups_here(session) if each.name and fold(each.name) == fold(name)), None)


Grouped = tuple[AnswerGroup | None, tuple[Answer, ...]]
"""Answers under their group; None for those that are in none."""


def arranged(book: Notebook, answers: Iterable[Answer]) -> tuple[Grouped, ...]:
    """Answers group by group, then those that are in none; a group of which nothing is there is left out."""
    given = tuple(answers)
    if not book.groups:  # a meeting of thousands of answers is asked for at every one of them
        return ((None, given),) if given else ()
    whose = {answer_id: each for each in book.groups for answer_id in each.answer_ids}
    order: tuple[AnswerGroup | None, ...] = (*book.groups, None)
    parts = ((each, tuple(answer for answer in given if whose.get(answer.id) is each)) for each in order)
    return tuple(part for part in parts if part[1])


def number_of(book: Notebook, group: AnswerGroup) -> int:
    """The number of a group, from 1, over all of its page: the same on the console, for the room and on paper."""
    here = [each.id for each in book.groups if _page(each) == _page(group)]
    return here.index(group.id) + 1


def _page(placed: Answer | AnswerGroup) -> tuple[str, str | None]:
    return placed.step_id, placed.moment_id
