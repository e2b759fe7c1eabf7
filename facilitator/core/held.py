"""Texts that are held back because something in them looks like personal data, and how each is put right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from facilitator.core import events as ev
from facilitator.core import spotting
from facilitator.core.agreement import Agreement
from facilitator.core.script import Question, Step
from facilitator.core.session import Session
from facilitator.core.text import places
from facilitator.core.vocabulary import N_
from facilitator.core.walk import Answered, Walk

Rewriting = tuple[type[ev.Event], dict[str, Any]]
"""A kind of event with its fields, to be recorded."""


class Sort(StrEnum):
    """What sort of text it is: each is the msgid of its name."""

    ANSWER = N_("an answer")
    NEED = N_("what was needed")
    NOTE = N_("a private note")
    PARKED = N_("the parking lot")
    TURNING_POINT = N_("a turning point")
    JUDGEMENT = N_("the reason of a decision")
    WEIGHING = N_("the reason of a weighing")
    AGREEMENT = N_("an agreement")
    SLIDE = N_("a slide for the room")
    STEP = N_("a step")
    QUESTION = N_("a question")
    REMARK = N_("the remark with an agreement")
    LOOK_BACK = N_("what was said of an agreement of before")
    GROUP = N_("the name of a group")
    MARK = N_("why a paragraph chafes or works")
    WALK = N_("a note in an instrument")


@dataclass(frozen=True, slots=True)
class Written:
    """A text that somebody wrote: under which id, what sort, and at which step or moment of the case."""

    subject_id: str
    text: str
    sort: Sort
    step_id: str | None = None
    moment_id: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A text with what nobody decided about yet."""

    written: Written
    spotted: tuple[ev.Spotted, ...]

    @property
    def subject_id(self) -> str:
        """Under which id it is flagged."""
        return self.written.subject_id

    @property
    def text(self) -> str:
        """What is written."""
        return self.written.text


def held_texts(session: Session) -> tuple[Held, ...]:
    """Every text that is held back, in the order in which they were written."""
    flagged = dict.fromkeys(flag.subject_id for flag in session.notebook.flags)
    found = ((subject, session.notebook.open_flags(subject)) for subject in flagged)
    texts = ((written_text(session, subject), spotted) for subject, spotted in found if spotted)
    return tuple(Held(written, spotted) for written, spotted in texts if written is not None)


def kept_off_paper(session: Session) -> tuple[Held, ...]:
    """The texts that would stand in a document, were they not held back: all but notes for the facilitator alone."""
    released = {note.id for note in session.notebook.notes if note.released}
    return tuple(
        held for held in held_texts(session) if held.written.sort is not Sort.NOTE or held.subject_id in released
    )


def written_text(session: Session, subject_id: str) -> Written | None:
    """The text with this id; None when it is gone."""
    subject = _subject(session, subject_id)
    return None if subject is None else subject.written


def title_of(session: Session, written: Written) -> str:
    """The title of the moment or the step at which a text was written; empty where that is not known."""
    named = [moment.title for case in session.cases for moment in case.moments if moment.id == written.moment_id]
    named += [step.title for step in session.steps if step.id == written.step_id]
    return next(iter(named), "")


def replaced(session: Session, subject_id: str, old: str, new: str) -> Rewriting | None:
    """The event that puts `new` in the place of `old` wherever it stands in a text; None when that text is gone."""
    subject = _subject(session, subject_id)
    return None if subject is None else subject.rewrite(lambda text: _put(text, old, new))


def found_at(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Where words that were spotted stand in a text; inside a longer word only when they stand nowhere else."""
    whole = places(words, text)
    start = text.find(words) if words and not whole else -1
    return ((start, start + len(words)),) if start >= 0 else whole


def _put(text: str, old: str, new: str) -> str:
    for start, end in reversed(found_at(text, old)):
        text = text[:start] + new + text[end:]
    return text


@dataclass(frozen=True, slots=True)
class _Subject:
    written: Written
    rewrite: Callable[[Callable[[str], str]], Rewriting]


def _subject(session: Session, subject_id: str) -> _Subject | None:
    return next((subject for subject in _subjects(session) if subject.written.subject_id == subject_id), None)


def _subjects(session: Session) -> Iterator[_Subject]:
    yield from map(_slide, session.notebook.slides)
    yield from map(_step, session.notebook.steps)
    yield from _questions(session)
    yield from map(_answer, session.notebook.answers)
    yield from map(_note, session.notebook.notes)
    yield from map(_parked, session.notebook.parked)
    yield from map(_point, session.notebook.turning_points)
    yield from map(_judgement, session.notebook.judgements)
    yield from map(_weighed, session.notebook.weighings)
    yield from map(_agreement, session.notebook.agreements)
    yield from map(_remark, session.notebook.agreements)
    yield from map(_looked_back, session.notebook.looked_back)
    yield from map(_group, session.notebook.groups)
    yield from map(_mark, session.notebook.marks)
    for walk in session.notebook.walks:
        yield from (_said(walk, said) for said in walk.answers)


def _slide(slide: ev.Slide) -> _Subject:
    def rewrite(change: Callable[[str], str]) -> Rewriting:
        return ev.SlideWritten, {"slide": replace(slide, title=change(slide.title), text=change(slide.text))}

    return _Subject(Written(slide.id, spotting.words_of_slide(slide), Sort.SLIDE), rewrite)


def _step(step: Step) -> _Subject:
    def rewrite(change: Callable[[str], str]) -> Rewriting:
        title, text = change(step.audience_title), change(step.audience_text)
        choices = tuple(change(choice) for choice in step.choices)
        put = replace(step, title=change(step.title), audience_title=title, audience_text=text, choices=choices)
        return ev.StepWritten, {"step": put}

    return _Subject(Written(step.id, spotting.words_of_step(step), Sort.STEP, step.id), rewrite)


def _questions(session: Session) -> Iterator[_Subject]:
    for step in session.notebook.steps:
        yield from (_question(question, step.id, None) for question in step.questions)
    for number, step in enumerate(session.steps):
        for moment in session.ever_told(number):
            yield from (_question(question, step.id, moment.id) for question in moment.questions)


def _question(question: Question, step_id: str, moment_id: str | None) -> _Subject:
    def rewrite(change: Callable[[str], str]) -> Rewriting:
        put = replace(question, text=change(question.text))
        return ev.QuestionWritten, {"step_id": step_id, "question": put, "moment_id": moment_id}

    return _Subject(Written(question.id, question.text, Sort.QUESTION, step_id, moment_id), rewrite)


def _answer(answer: ev.Answer) -> _Subject:
    def rewrite(change: Callable[[str], str]) -> Rewriting:
        fields = {"answer_id": answer.id, "partner_id": answer.partner_id, "role": answer.role}
        return ev.AnswerChanged, {**fields, "text": change(answer.text)}

    sort = Sort.ANSWER if answer.turning_point_id is None else Sort.NEED
    return _Subject(Written(answer.id, answer.text, sort, answer.step_id, answer.moment_id), rewrite)


def _note(note: ev.Note) -> _Subject:
    def rewrite(change: Callable[[str], str]) -> Rewriting:
        return ev.NoteChanged, {"note_id": note.id, "text": change(note.text), "released": note.released}

    return _Subject(Written(note.id, note.text, Sort.NOTE, note.step_id), rewrite)


def _parked(item: ev.Parked) -> _Subject:
    def rewrite(change: Callable[[str], str]) -> Rewriting:
        return ev.ParkedChanged, {"item": replace(item, text=change(item.text))}

    return _Subject(Written(item.id, item.text, Sort.PARKED, item.step_id), rewrite)


def _point(point: ev.TurningPoint) -> _Subject:
    def rewrite(change: Callable[[str], str]) -> Rewriting:
        return ev.TurningPointMarked, {"point": replace(point, text=change(point.text))}

    return _Subject(Written(point.id, point.text, Sort.TURNING_POINT, moment_id=point.moment_id), rewrite)


def _judgement(judgement: ev.Judgement) -> _Subject:
    def rewrite(change: Callable[[str], str]) -> Rewriting:
        return ev.MomentJudged, {"judgement": replace(judgement, reason=change(judgement.reason))}

    subject, moment = spotting.judgement_subject(judgement.moment_id), judgement.moment_id
    return _Subject(Written(subject, judgement.reason, Sort.JUDGEMENT, moment_id=moment), rewrite)


def _weighed(weighed: ev.Weighed) -> _Subject:
    def rewrite(change: Callable[[str], str]) -> Rewriting:
        return ev.QuestionWeighed, {"weighed": replace(weighed, reason=change(weighed.reason))}

    subject, moment = spotting.weighing_subject(weighed.moment_id, weighed.question), weighed.moment_id
    return _Subject(Written(subject, weighed.reason, Sort.WEIGHING, moment_id=moment), rewrite)


def _agreement(agreement: Agreement) -> _Subject:
    def rewrite(change: Callable[[str], str]) -> Rewriting:
        changed = replace(
            agreement,
            what=change(agreement.what),
            details=change(agreement.details),
            feedback=change(agreement.feedback),
            rhythm=change(agreement.rhythm),
            title=change(agreement.title),
            why=change(agreement.why),
            monitoring=change(agreement.monitoring),
            safety_criterion=change(agreement.safety_criterion),
            escalation=tuple(replace(step, to=change(step.to)) for step in agreement.escalation),
        )
        return ev.AgreementChanged, {"agreement": changed}

    origin, words = agreement.origin, spotting.words_of(agreement)
    return _Subject(Written(agreement.id, words, Sort.AGREEMENT, origin.step_id, origin.moment_id), rewrite)


def _remark(agreement: Agreement) -> _Subject:
    def rewrite(change: Callable[[str], str]) -> Rewriting:
        words = {"remark": change(agreement.status_remark), "to": change(agreement.handed_to)}
        said = {"agreement_id": agreement.id, "status": agreement.status, **words}
        return ev.AgreementStatusSet, {**said, "puts_right": True}

    words = spotting.words_of_status(agreement.status_remark, agreement.handed_to)
    return _Subject(Written(spotting.remark_subject(agreement.id), words, Sort.REMARK), rewrite)


def _looked_back(said: ev.LookedBack) -> _Subject:
    def rewrite(change: Callable[[str], str]) -> Rewriting:
        words = {"remark": change(said.remark), "to": change(said.to)}
        return ev.LookBackSaid, {"ref": said.ref, "status": said.status, **words, "puts_right": True}

    words = spotting.words_of_status(said.remark, said.to)
    return _Subject(Written(spotting.look_back_subject(said.ref), words, Sort.LOOK_BACK), rewrite)


def _group(group: ev.AnswerGroup) -> _Subject:
    def rewrite(change: Callable[[str], str]) -> Rewriting:
        return ev.AnswersGrouped, {"group": replace(group, name=change(group.name))}

    return _Subject(Written(group.id, group.name, Sort.GROUP, group.step_id, group.moment_id), rewrite)


def _mark(mark: ev.ParagraphMark) -> _Subject:
    def rewrite(change: Callable[[str], str]) -> Rewriting:
        return ev.ParagraphMarked, {"mark": replace(mark, why=change(mark.why))}

    return _Subject(Written(mark.id, mark.why, Sort.MARK, mark.step_id), rewrite)


def _said(walk: Walk, said: Answered) -> _Subject:
    def rewrite(change: Callable[[str], str]) -> Rewriting:
        owner, next_step = change(said.owner), change(said.next_step)
        put = replace(said, reason=change(said.reason), owner=owner, next_step=next_step)
        return ev.WalkAnswered, {"walk_id": walk.id, "said": put}

    return _Subject(Written(spotting.walk_subject(walk.id, said.question_id), said.words, Sort.WALK), rewrite)
