"""The facilitator's run sheet: times, what to say, ask, do and watch for, and everything to arrange beforehand.

It is made from the script (and the case) as they were planned, whatever the meeting made of them; of the people it
holds only how many were invited. Texts named `_md` in the templates' words are Markdown: those of the script and the
case.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from facilitator.core.casus import Case, Moment, Weighing
from facilitator.core.disclosure import disclosed
from facilitator.core.pace import planned_starts
from facilitator.core.script import Answering, Guidance, Question, Reveal, Script, Step
from facilitator.core.session import Session, told_in
from facilitator.core.weighing import SHORT
from facilitator.report import dates, numbers
from facilitator.report.documents import case_parts, paper
from facilitator.report.documents.paper import Paper
from facilitator.words import _, ngettext


@dataclass(frozen=True, slots=True)
class Hour:
    """A line of the programme: when, what, how long, and whether it keeps its time."""

    start: str
    title: str
    minutes: str
    keeps: str


@dataclass(frozen=True, slots=True)
class Cue:
    """One kind of thing for the facilitator ("Say"), and its items in Markdown."""

    name: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What one role knows at a moment, in Markdown."""

    role: str
    knows: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """A weighing question by its number, and what speaks for yes and for no."""

    question: str
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MomentModel:
    """A moment of the case; `number` is which one it is ("Moment 2")."""

    number: str
    title: str
    place: str
    text: str
    known: tuple[Known, ...]
    cues: tuple[Cue, ...]
    weighed: tuple[Weighed, ...]


@dataclass(frozen=True, slots=True)
class StepModel:
    """A step with all its texts; `shown_*` is what the room sees."""

    title: str
    start: str
    minutes: str
    until: str
    shown_title: str
    shown_text: str
    cues: tuple[Cue, ...]
    moments: tuple[MomentModel, ...]


@dataclass(frozen=True, slots=True)
class CaseModel:
    """The case: who is in it and what happened."""

    title: str
    summary: str
    invented: str
    goals: tuple[str, ...]
    persons: tuple[tuple[str, str], ...]
    timeline: tuple[tuple[str, str], ...]
    aftercare: str


@dataclass(frozen=True, slots=True)
class RunSheetModel:
    """What the template shows; an empty text or tuple leaves its part out."""

    title: str
    subtitle: str
    goal: str
    for_whom: str
    group: str
    hours: tuple[Hour, ...]
    end: str
    room: str
    materials: tuple[str, ...]
    checklist: tuple[str, ...]
    invitation: str
    house_rules: tuple[str, ...]
    case: CaseModel | None
    steps: tuple[StepModel, ...]
    sources: tuple[tuple[str, str], ...]


def run_sheet_paper(session: Session) -> Paper:
    """Give the run sheet."""
    script, starts = session.script, planned_starts(session)
    preparation, case = script.preparation, session.planned_case
    model = RunSheetModel(
        title=script.title,
        subtitle=_subtitle(session),
        goal=script.goal,
        for_whom=script.for_whom,
        group=_("For {least} to {most} participants.").format(
            least=numbers.in_words(script.group_min), most=numbers.in_words(script.group_max)
        ),
        hours=tuple(
            Hour(dates.clock(start), step.title, _minutes(minutes), _("keeps its time") if step.protected else "")
            for start, step, minutes in zip(starts, script.steps, session.minutes, strict=True)
        ),
        end=dates.clock(session.planned_end),
        room=preparation.room,
        materials=preparation.materials,
        checklist=preparation.checklist,
        invitation=preparation.invitation,
        house_rules=script.house_rules,
        case=None if case is None else _case(case),
        steps=tuple(_step(session, case, index, start) for index, start in enumerate(starts)),
        sources=_sources(script, case),
    )
    return Paper(model, paper.meta(session, _("Run sheet"), _("Only for the facilitator")))


def _subtitle(session: Session) -> str:
    details = session.details
    times = dates.span(session.planned_start, session.planned_end)
    return " · ".join(part for part in (details.place, dates.with_weekday(details.day), times) if part)


def _minutes(count: int) -> str:
    return ngettext("{count} minute", "{count} minutes", count).format(count=count)


def _step(session: Session, case: Case | None, index: int, start: datetime) -> StepModel:
    step, minutes = session.script.steps[index], session.minutes[index]
    told = () if case is None else told_in(step, case)
    end = session.planned_after(sum(session.minutes[: index + 1]))
    until = _("until {time}").format(time=dates.clock(end))
    return StepModel(
        title=step.title,
        start=dates.clock(start),
        minutes=_minutes(minutes),
        until=" · ".join((until, _("keeps its time"))) if step.protected else until,
        shown_title=step.audience_title,
        shown_text=step.audience_text,
        cues=(
            *_cues(step.guidance, step.questions, step.follow_up, _answering(step)),
            *(_options(question) for question in step.questions if question.options),
        ),
        moments=tuple(_moment(number, moment) for number, moment in enumerate(told, start=1)),
    )


def _cues(
    guidance: Guidance, questions: tuple[Question, ...], follow_up: tuple[str, ...] = (), answering: str = ""
) -> Iterator[Cue]:
    asked = (f"{question.role}: {question.text}" if question.role else question.text for question in questions)
    not_said_yet = tuple(question for question in asked if question not in guidance.ask)
    named = (
        (_("Say"), guidance.say),
        (_("Ask"), guidance.ask),
        (_("Guiding questions"), not_said_yet),
        (_("Ask on"), follow_up),
        (_("Do"), guidance.do),
        (_("Answers"), (answering,) if answering else ()),
        (_("Watch out"), guidance.watch),
    )
    return (Cue(name, items) for name, items in named if items)


def _options(question: Question) -> Cue:
    """Give the answers that a question offers, with which is right and why."""
    said = {True: _("Right"), False: _("Not right")}
    told = (f"**{said[option.right]}:** {option.text} {option.because.strip()}" for option in question.options)
    return Cue(_("Answers to choose from"), (question.text, *told))


def _answering(step: Step) -> str:
    how = {
        Answering.NONE: "",
        Answering.FREE: _("You type answers as they come."),
        Answering.PER_PARTNER: _("You type one answer for each organisation."),
        Answering.SCALE: _("Everybody gives a number from 1 to 10."),
        Answering.CHOICE: _("Everybody chooses: {choices}.").format(choices="; ".join(step.choices)),
        Answering.PROPOSALS: _("You type every proposal, and then how many choose it."),
        Answering.DOTS: _dots(step),
        Answering.RANKING: _ranking(step),
    }[step.answering]
    seen = {
        Reveal.ON_REVEAL: _("The room sees answers when you reveal them."),
        Reveal.AT_ONCE: _("The room sees answers at once."),
        Reveal.NEVER: _("The room never sees the answers."),
    }[step.reveal]
    quiet = ngettext(
        "Begin with {count} minute of silence.", "Begin with {count} minutes of silence.", step.silent_minutes
    )
    silence = quiet.format(count=step.silent_minutes) if step.silent_minutes else ""
    return " ".join(part for part in (silence, *((how, seen) if how else ())) if part)


def _dots(step: Step) -> str:
    dots = ngettext("Everybody has {count} dot.", "Everybody has {count} dots.", step.dots).format(count=step.dots)
    if step.choices:
        among = _("They divide them over: {choices}.").format(choices="; ".join(step.choices))
    else:
        among = _("You type every proposal; they divide them over those.")
    return " ".join((dots, among, _("You count the dots of each.")))


def _ranking(step: Step) -> str:
    if step.choices:
        among = _("Everybody puts in order: {choices}.").format(choices="; ".join(step.choices))
    else:
        among = _("You type every proposal, and everybody puts them in order.")
    return " ".join((among, _("You type each order by its numbers.")))


def _case(case: Case) -> CaseModel:
    known = disclosed(case, len(case.moments))
    return CaseModel(
        title=case.title,
        summary=case.summary,
        invented=paper.invented(case),
        goals=case.learning_goals,
        persons=case_parts.persons(known),
        timeline=case_parts.timeline(known),
        aftercare=case.aftercare,
    )


def _moment(number: int, moment: Moment) -> MomentModel:
    cues = (
        *_cues(moment.guidance, moment.questions),
        *(Cue(_("Turning points"), moment.turning_points) for _once in moment.turning_points[:1]),
        *(Cue(_("Often goes wrong"), moment.goes_wrong) for _once in moment.goes_wrong[:1]),
    )
    return MomentModel(
        number=case_parts.moment_number(number),
        title=moment.title,
        place=case_parts.where(moment.phase, moment.meldcode_step),
        text=moment.audience_text,
        known=tuple(Known(known.role, known.knows) for known in moment.roles),
        cues=cues,
        weighed=tuple(_weighed(weighing) for weighing in moment.weighing),
    )


def _weighed(weighing: Weighing) -> Weighed:
    name = f"{weighing.question}. {_(SHORT[weighing.question])}"
    return Weighed(name, weighing.speaks_for, weighing.speaks_against)


def _sources(script: Script, case: Case | None) -> tuple[tuple[str, str], ...]:
    """Give title and address of every source, each once."""
    sources = (*script.sources, *(case.sources if case else ()))
    return tuple(dict.fromkeys((source.title, source.address) for source in sources))
