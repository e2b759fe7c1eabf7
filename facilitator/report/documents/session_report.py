"""The report of a session: what was done and said, what was agreed, and who was there.

It holds private notes only where the facilitator released them, one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.core.agreement import Agreement
from facilitator.core.attendance import was_there
from facilitator.core.casus import Moment
from facilitator.core.script import Step, StepKind
from facilitator.core.session import Session
from facilitator.pictures.results import Result
from facilitator.report import dates
from facilitator.report.contents import ALL, Contents
from facilitator.report.documents import agreed, paper, versions
from facilitator.report.documents.answers import Answers, answers_at
from facilitator.report.documents.cards_shown import CardLine, ClaimLine, cards_shown, claims_asked
from facilitator.report.documents.chafed import ChafedLine, chafed
from facilitator.report.documents.frustrated import FrustrationLine, frustrated
from facilitator.report.documents.lived import Lived, lived
from facilitator.report.documents.looked_back import BeforeLine, looked_back
from facilitator.report.documents.paper import Paper
from facilitator.report.documents.present import Present, Promise, attended, not_promised, promises
from facilitator.report.documents.shown_anyway import shown_anyway
from facilitator.report.documents.time_told import DoneStep, done_steps, done_together, real_span, time_notes
from facilitator.report.documents.versions import Changed
from facilitator.report.documents.walked import Walked, walked_in
from facilitator.words import _, ngettext


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the cover: what, and how it was."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A step, or a moment of the case, in which something was said; `lived` is None for what was only answered."""

    title: str
    answers: tuple[Answers, ...]
    lived: Lived | None = None


@dataclass(frozen=True, slots=True)
class Agreed:
    """An agreement in the list of all; `body` stands under a heading that is a title."""

    what: str
    body: str
    notes: tuple[str, ...]
    who: str
    partners: str
    under_who: tuple[str, ...]
    when: str
    under_when: tuple[str, ...]
    status: str


@dataclass(frozen=True, slots=True)
class ReportModel:
    """What the template shows; an empty tuple leaves its part out or says that there is nothing.

    `contents` is what goes in: its parts that do not have no heading either.
    """

    contents: Contents
    title: str
    subtitle: str
    version: str
    changed: Changed | None
    have_old: tuple[tuple[str, str], ...]
    invented: str
    facts: tuple[Fact, ...]
    steps: tuple[DoneStep, ...]
    total: DoneStep
    time_notes: tuple[str, ...]
    topics: tuple[Topic, ...]
    evaluates: bool
    evaluation: tuple[Topic, ...]
    looked_back: tuple[BeforeLine, ...]
    chafed: tuple[ChafedLine, ...]
    frustrations: tuple[FrustrationLine, ...]
    cards_shown: tuple[CardLine, ...]
    claims: tuple[ClaimLine, ...]
    walks: tuple[Walked, ...]
    agreements: tuple[Agreed, ...]
    everyone: str
    next_meeting: str
    parked: tuple[str, ...]
    notes: tuple[str, ...]
    attendance: tuple[Present, ...]
    promises: tuple[Promise, ...]
    not_promised: str
    keeping: str
    held: str
    shown_anyway: tuple[str, ...]


def report_paper(whole: Session, contents: Contents = ALL) -> Paper:
    """Give the report, without what waits for a decision. `whole` is narrowed to `contents` already."""
    session, held = paper.handed_out(whole)
    book, day = session.notebook, session.details.next_meeting
    topics, evaluation = (tuple(_topics(session, evaluation=asked)) for asked in (False, True))
    model = ReportModel(
        contents=contents,
        title=session.script.title,
        subtitle=" · ".join(part for part in (session.details.place, dates.in_words(session.details.day)) if part),
        version=paper.version(session),
        changed=versions.changed(whole),
        have_old=versions.who_has_old(session),
        invented=paper.invented(*session.cases),
        facts=tuple(fact for fact in _facts(session, contents) if fact.value),
        steps=done_steps(session) if contents.times else (),
        total=done_together(session),
        time_notes=tuple(time_notes(session)) if contents.times else (),
        topics=topics,
        evaluates=any(step.kind is StepKind.EVALUATION for step in session.steps),
        evaluation=evaluation,
        looked_back=looked_back(session),
        chafed=chafed(session),
        frustrations=frustrated(session),
        cards_shown=cards_shown(session),
        claims=claims_asked(session),
        walks=walked_in(session),
        agreements=tuple(agreed_row(session, agreement) for agreement in book.agreements),
        everyone=paper.everyone(session),
        next_meeting="" if day is None else dates.in_words(day),
        parked=tuple(item.text for item in book.parked),
        notes=tuple(note.text for note in book.notes if note.released),
        attendance=attended(session, times=contents.times) if contents.attendance else (),
        promises=promises(session, times=contents.times) if contents.attendance else (),
        not_promised=not_promised(session) if contents.attendance else "",
        keeping=paper.keeping(session),
        held=_held(held),
        shown_anyway=shown_anyway(session),
    )
    meta = paper.meta(session, _("Report"), _("Confidential · report for the facilitator"))
    return Paper(model, meta, results=_results(topics, evaluation))


def _facts(session: Session, contents: Contents) -> Iterator[Fact]:
    details, people = session.details, session.notebook.participants
    present = [person for person in people if was_there(session, person.id)]
    yield Fact(_("Date"), dates.with_weekday(details.day))
    if contents.times:
        yield Fact(_("Time"), dates.span(session.planned_start, session.planned_end))
        yield Fact(_("It really took"), real_span(session))
    yield Fact(_("Place"), details.place)
    yield Fact(_("Municipality"), details.municipality)
    yield Fact(_("Case"), ", ".join(case.title for case in session.cases))
    partners = tuple(dict.fromkeys(person.partner_id for person in present))
    yield Fact(_("Organisations"), paper.partner_names(session, partners))
    if contents.attendance:
        yield Fact(_("Participants"), str(len(present)))
    yield Fact(_("Agreements"), str(len(session.notebook.agreements)))


def _held(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "{count} text is not in this report: it may hold personal data. Look at it.",
        "{count} texts are not in this report: they may hold personal data. Look at them.",
        count,
    ).format(count=count)


def _topics(session: Session, *, evaluation: bool) -> Iterator[Topic]:
    before: set[str] = set()  # a script may come back to a moment: how it was lived through is told the first time
    for index, step in enumerate(session.steps):
        if (step.kind is StepKind.EVALUATION) is not evaluation:
            continue
        for moment in session.ever_told(index) or (None,):
            answers = tuple(answers_at(session, step, moment))
            told = None if moment is None or moment.id in before else lived(session, moment)
            before |= set() if moment is None else {moment.id}
            if answers or told is not None:
                yield Topic(_topic(session, step, moment), answers, told)


def _topic(session: Session, step: Step, moment: Moment | None) -> str:
    """Name a step and its moment; the case too, where several were studied."""
    if moment is None:
        return step.title
    case = next(case for case in session.cases if moment in case.moments)
    told = f"{case.title}, {moment.title}" if len(session.cases) > 1 else moment.title
    return f"{step.title}: {told}"


def _results(*parts: tuple[Topic, ...]) -> dict[str, Result]:
    """The pictures of what was counted, by their names."""
    told = (answers for topics in parts for topic in topics for answers in topic.answers)
    return {answers.figure: answers.result for answers in told if answers.result is not None}


def agreed_row(session: Session, agreement: Agreement) -> Agreed:
    """Give how an agreement reads in the list of all."""
    notes = (
        agreement.details,
        paper.feedback(session, agreement),
        *agreed.continues(session, agreement),
        *agreed.terms(agreement),
        *agreed.reasons(agreement),
        _origin(session, agreement),
        *agreed.sort(agreement),
        *agreed.standing_notes(agreement),
    )
    return Agreed(
        what=agreement.name,
        body=agreed.body(agreement),
        notes=tuple(note for note in notes if note),
        who=paper.owner(session, agreement),
        partners=paper.parties(session, agreement, agreement.with_ids),
        under_who=agreed.under_who(session, agreement),
        when=paper.when(session, agreement),
        under_when=agreed.under_when(session, agreement),
        status=agreed.standing(session, agreement),
    )


def _origin(session: Session, agreement: Agreement) -> str:
    """Say at which moment of the case an agreement came up."""
    moments = (moment for case in session.cases for moment in case.moments)
    title = next((moment.title for moment in moments if moment.id == agreement.origin.moment_id), "")
    return _("Came up at the moment “{title}”").format(title=title) if title else ""
