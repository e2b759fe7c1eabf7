"""Texts that are held back because something in them looks like personal data, and how each is put right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from facilitator.core import events as ev
from facilitator.core import spotting
from facilitator.core.agreement import Agreement
from facilitator.core.session import Session

Rewriting = tuple[type[ev.Event], dict[str, Any]]
"""A kind of event with its fields, to be recorded."""


@dataclass(frozen=True, slots=True)
class Held:
    """A text with what nobody decided about yet."""

    subject_id: str
    text: str
    spotted: tuple[ev.Spotted, ...]


def held_texts(session: Session) -> tuple[Held, ...]:
    """Every text that is held back, in the order in which they were written."""
    flagged = dict.fromkeys(flag.subject_id for flag in session.notebook.flags)
    found = ((subject, session.notebook.open_flags(subject)) for subject in flagged)
    rewritten = {subject: _subject(session, subject) for subject, spotted in found if spotted}
    return tuple(
        Held(subject, text.text, session.notebook.open_flags(subject))
        for subject, text in rewritten.items()
        if text is not None
    )


def replaced(session: Session, subject_id: str, old: str, new: str) -> Rewriting | None:
    """The event that puts `new` in the place of `old` wherever it stands in a text; None when that text is gone."""
    subject = _subject(session, subject_id)
    return None if subject is None else subject.rewrite(lambda text: text.replace(old, new))


@dataclass(frozen=True, slots=True)
class _Subject:
    id: str
    text: str
    rewrite: Callable[[Callable[[str], str]], Rewriting]


def _subject(session: Session, subject_id: str) -> _Subject | None:
    return next((subject for subject in _subjects(session) if subject.id == subject_id), None)


def _subjects(session: Session) -> Iterator[_Subject]:
    yield from map(_answer, session.notebook.answers)
    yield from map(_note, session.notebook.notes)
    yield from map(_parked, session.notebook.parked)
    yield from map(_point, session.notebook.turning_points)
    yield from map(_judgement, session.notebook.judgements)
    yield from map(_weighed, session.notebook.weighings)
    yield from map(_agreement, session.notebook.agreements)
    yield from map(_remark, session.notebook.agreements)


def _answer(answer: ev.Answer) -> _Subject:
    def rewrite(change: Callable[[str], str]) -> Rewriting:
        fields = {"answer_id": answer.id, "partner_id": answer.partner_id, "role": answer.role}
        return ev.AnswerChanged, {**fields, "text": change(answer.text)}

    return _Subject(answer.id, answer.text, rewrite)


def _note(note: ev.Note) -> _Subject:
    def rewrite(change: Callable[[str], str]) -> Rewriting:
        return ev.NoteChanged, {"note_id": note.id, "text": change(note.text), "released": note.released}

    return _Subject(note.id, note.text, rewrite)


def _parked(item: ev.Parked) -> _Subject:
    return _Subject(
        item.id, item.text, lambda change: (ev.ParkedChanged, {"item": replace(item, text=change(item.text))})
    )


def _point(point: ev.TurningPoint) -> _Subject:
    return _Subject(
        point.id, point.text, lambda change: (ev.TurningPointMarked, {"point": replace(point, text=change(point.text))})
    )


def _judgement(judgement: ev.Judgement) -> _Subject:
    def rewrite(change: Callable[[str], str]) -> Rewriting:
        return ev.MomentJudged, {"judgement": replace(judgement, reason=change(judgement.reason))}

    return _Subject(spotting.judgement_subject(judgement.moment_id), judgement.reason, rewrite)


def _weighed(weighed: ev.Weighed) -> _Subject:
    def rewrite(change: Callable[[str], str]) -> Rewriting:
        return ev.QuestionWeighed, {"weighed": replace(weighed, reason=change(weighed.reason))}

    return _Subject(spotting.weighing_subject(weighed.moment_id, weighed.question), weighed.reason, rewrite)


def _agreement(agreement: Agreement) -> _Subject:
    def rewrite(change: Callable[[str], str]) -> Rewriting:
        changed = replace(
            agreement,
            what=change(agreement.what),
            details=change(agreement.details),
            feedback=change(agreement.feedback),
            rhythm=change(agreement.rhythm),
        )
        return ev.AgreementChanged, {"agreement": changed}

    return _Subject(agreement.id, spotting.words_of(agreement), rewrite)


def _remark(agreement: Agreement) -> _Subject:
    def rewrite(change: Callable[[str], str]) -> Rewriting:
        remark = change(agreement.status_remark)
        return ev.AgreementStatusSet, {"agreement_id": agreement.id, "status": agreement.status, "remark": remark}

    return _Subject(spotting.remark_subject(agreement.id), agreement.status_remark, rewrite)
