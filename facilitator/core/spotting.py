"""Which text an event writes, and what follows from what was spotted in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Protocol, TypeVar

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, AgreementRef
from facilitator.core.casus import Case
from facilitator.core.notebook import Flag, Notebook, Outcome, Settled
from facilitator.core.refusal import Refusal
from facilitator.core.script import Step
from facilitator.core.session import Session
from facilitator.core.text import fold, places
from facilitator.core.walk import Walk


def written(event: ev.Event) -> tuple[str, str] | None:  # noqa: C901, PLR0911, PLR0912  a table, one line a kind
    """The id of the text that an event writes, and the text itself; None for an event that writes none.

    An order is numbers in a row and no text, whatever it looks like.
    """
    match event:
        case ev.AnswerGiven(answer=answer):
            return None if answer.order else (answer.id, answer.text)
        case ev.AnswerChanged(answer_id=subject, text=text, order=order):
            return None if order else (subject, text)
        case ev.AnswersGrouped(group=group):
            return group.id, group.name
        case ev.NoteChanged(note_id=subject, text=text):
            return subject, text
        case ev.NoteWritten(note=item) | ev.ItemParked(item=item) | ev.ParkedChanged(item=item):
            return item.id, item.text
        case ev.AgreementMade(agreement=agreement) | ev.AgreementChanged(agreement=agreement):
            return agreement.id, words_of(agreement)
        case ev.AgreementStatusSet(agreement_id=agreement_id, remark=remark, to=to):
            return remark_subject(agreement_id), words_of_status(remark, to)
        case ev.LookBackSaid(ref=ref, remark=remark, to=to):
            return look_back_subject(ref), words_of_status(remark, to)
        case ev.TurningPointMarked(point=point):
            return point.id, point.text
        case ev.ParagraphMarked(mark=mark):
            return mark.id, mark.why
        case ev.SlideWritten(slide=slide):
            return slide.id, words_of_slide(slide)
        case ev.StepWritten(step=step):
            return step.id, words_of_step(step)
        case ev.QuestionWritten(question=question):
            return question.id, question.text
        case ev.MomentJudged(judgement=judgement):
            return judgement_subject(judgement.moment_id), judgement.reason
        case ev.QuestionWeighed(weighed=weighed):
            return weighing_subject(weighed.moment_id, weighed.question), weighed.reason
        case ev.WalkAnswered(walk_id=walk_id, said=said):
            return walk_subject(walk_id, said.question_id), said.words
        case _:
            return None


def remark_subject(agreement_id: str) -> str:
    """The id under which the remark with an agreement's status is flagged."""
    return f"{agreement_id}/remark"


def look_back_subject(ref: AgreementRef) -> str:
    """The id under which what was said of an agreement of an earlier session is flagged."""
    return f"{ref.session_id}/{ref.agreement_id}/look-back"


def judgement_subject(moment_id: str) -> str:
    """The id under which the reason of a judgement is flagged."""
    return f"{moment_id}/judgement"


def weighing_subject(moment_id: str, question: int) -> str:
    """The id under which the reason with a weighing question is flagged."""
    return f"{moment_id}/weighing-{question}"


def walk_subject(walk_id: str, question_id: str) -> str:
    """The id under which what was written with a question of an instrument is flagged."""
    return f"{walk_id}/walk-{question_id}"


def with_findings(event: ev.Event, findings: tuple[ev.Spotted, ...]) -> ev.Event:
    """Give the event with what was spotted in the text it writes."""
    writing: Any = event  # every kind that `written` knows has the field
    changed: ev.Event = replace(writing, findings=findings)
    return changed


def words_of(agreement: Agreement) -> str:
    """Everything that is written in an agreement, a line each."""
    words = (
        agreement.title,
        agreement.what,
        agreement.details,
        agreement.feedback,
        agreement.rhythm,
        agreement.why,
        agreement.monitoring,
        agreement.safety_criterion,
        *(step.to for step in agreement.escalation),
    )
    return "\n".join(part for part in words if part)


def words_of_status(remark: str, to: str) -> str:
    """Everything that is written where somebody says how an agreement stands, a line each."""
    return "\n".join(part for part in (remark, to) if part)


def words_of_step(step: Step) -> str:
    """Everything that is written in a step, a line each."""
    words = (step.title, step.audience_title, step.audience_text, *step.choices)
    return "\n".join(dict.fromkeys(word for word in words if word))


def words_of_slide(slide: ev.Slide) -> str:
    """Everything that is written on a slide, a line each."""
    return "\n".join(part for part in (slide.title, slide.text) if part)


def _taken_away(event: ev.Event) -> tuple[str, ...]:
    """The ids of the texts that an event takes away."""
    match event:
        case ev.AnswerRemoved(answer_id=gone) | ev.NoteRemoved(note_id=gone) | ev.ItemUnparked(item_id=gone):
            return (gone,)
        case (
            ev.TurningPointRemoved(point_id=gone) | ev.SlideRemoved(slide_id=gone) | ev.AnswersUngrouped(group_id=gone)
        ):
            return (gone,)
        case ev.ParagraphUnmarked(mark_id=gone):
            return (gone,)
        case ev.AgreementRemoved(agreement_id=gone):
            return gone, remark_subject(gone)
        case _:
            return ()


def flagged(notebook: Notebook, event: ev.Event) -> Notebook:
    """Note what was spotted in the text that an event writes.

    What was spotted in it before stays noted while those words stand there: also when nobody looked at it this time.
    """
    subject = written(event)
    if subject is None:
        gone = _taken_away(event)
        flags = tuple(flag for flag in notebook.flags if flag.subject_id not in gone)
    else:
        findings: tuple[ev.Spotted, ...] = getattr(event, "findings", ())
        mine = (flag for flag in notebook.flags if flag.subject_id == subject[0])
        standing = (flag.spotted for flag in mine if places(fold(flag.spotted.text), fold(subject[1])))
        spotted = tuple(dict.fromkeys((*findings, *standing)))
        others = tuple(flag for flag in notebook.flags if flag.subject_id != subject[0])
        flags = (*others, *(Flag(subject[0], each) for each in spotted))
    return notebook if flags == notebook.flags else replace(notebook, flags=flags)


def would_hold(notebook: Notebook, event: ev.Event) -> bool:
    """Whether the text that an event writes may not be shown or handed out yet."""
    subject = written(event)
    return subject is not None and flagged(notebook, event).is_held(subject[0])


def settle(session: Session, event: ev.FindingSettled) -> Outcome:
    """Note a decision. An answer that waited for it is shown when nothing holds it any more."""
    book = session.notebook
    mine = any(f.subject_id == event.subject_id and f.spotted.text == event.text for f in book.flags)
    if not mine:
        return Refusal.UNKNOWN
    done = Settled(event.subject_id, event.text, event.decision, event.at)
    settled = replace(book, settled=(*book.settled, done))
    answers = tuple(
        replace(a, shown=True, waits=False) if a.waits and not settled.is_held(a.id) else a for a in book.answers
    )
    return replace(settled, answers=answers)


def held_ids(book: Notebook) -> frozenset[str]:
    """The ids of the texts that wait for a decision."""
    return frozenset(flag.subject_id for flag in book.flags if book.is_open(flag))


def without_held(book: Notebook) -> tuple[Notebook, int]:
    """Give what of a notebook may be handed out, and how many texts of it wait for a decision.

    A private note that was not released is not handed out anyway, and does not count.
    """
    if not book.flags:
        return book, 0
    points = _let_go(book, book.turning_points)
    there = {None, *(point.id for point in points)}
    changed = replace(
        book,
        steps=tuple(_without_held_words(book, step) for step in book.steps),
        case=None if book.case is None else _without_held_questions(book, book.case),
        cases_before=tuple(_without_held_questions(book, case) for case in book.cases_before),
        answers=tuple(
            a if a.turning_point_id in there else replace(a, turning_point_id=None) for a in _let_go(book, book.answers)
        ),
        notes=_let_go(book, book.notes),
        parked=_let_go(book, book.parked),
        slides=_let_go(book, book.slides),
        agreements=tuple(_without_held_remark(book, a) for a in _let_go(book, book.agreements)),
        turning_points=points,
        judgements=tuple(_without_held_reason(book, j, judgement_subject(j.moment_id)) for j in book.judgements),
        weighings=tuple(
            _without_held_reason(book, w, weighing_subject(w.moment_id, w.question)) for w in book.weighings
        ),
        marks=tuple(replace(mark, why="") if book.is_held(mark.id) else mark for mark in book.marks),
        walks=tuple(_without_held_notes(book, walk) for walk in book.walks),
        groups=tuple(replace(group, name="") if book.is_held(group.id) else group for group in book.groups),
        looked_back=tuple(
            replace(said, remark="", to="") if book.is_held(look_back_subject(said.ref)) else said
            for said in book.looked_back
        ),
    )
    private = {note.id for note in book.notes if not note.released}
    return changed, len(held_ids(book) - private)


WAITS = "…"
"""What stands for words that wait for a decision, where something must stand."""


class _Text(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Text)
R = TypeVar("R", ev.Judgement, ev.Weighed)


def _without_held_words(book: Notebook, step: Step) -> Step:
    """A step without words of its own, where those wait; it stays, for things were said in it."""
    if book.is_held(step.id):
        step = replace(step, title=WAITS, audience_title=WAITS, audience_text="", choices=())
    return replace(step, questions=_let_go(book, step.questions))


def _without_held_questions(book: Notebook, case: Case) -> Case:
    moments = tuple(replace(moment, questions=_let_go(book, moment.questions)) for moment in case.moments)
    return replace(case, moments=moments)


def _let_go(book: Notebook, texts: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(text for text in texts if not book.is_held(text.id))


def _without_held_remark(book: Notebook, agreement: Agreement) -> Agreement:
    if not book.is_held(remark_subject(agreement.id)):
        return agreement
    life = agreement.standings
    life = (*life[:-1], replace(life[-1], remark="", to="")) if life else ()
    return replace(agreement, status_remark="", handed_to="", standings=life)


def _without_held_notes(book: Notebook, walk: Walk) -> Walk:
    """A walk without what was written, where that waits; what was answered stays."""
    answers = tuple(
        replace(one, reason="", owner="", next_step="") if book.is_held(walk_subject(walk.id, one.question_id)) else one
        for one in walk.answers
    )
    return replace(walk, answers=answers)


def _without_held_reason(book: Notebook, said: R, subject: str) -> R:
    return replace(said, reason="") if book.is_held(subject) else said
