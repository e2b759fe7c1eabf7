"""What the room may see of a case that is lived through, beside the text of its moments."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.core import spotting
from facilitator.core.casus import Case, Moment
from facilitator.core.disclosure import Disclosed, disclosed
from facilitator.core.events import Answer, CaseScene
from facilitator.core.grouping import arranged, number_of
from facilitator.core.session import Session
from facilitator.core.vocabulary import Phase
from facilitator.core.weighing import QUESTIONS, SHORT, Outcome, Verdict, walk


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """The heading above answers that belong together: its number, from 1, and its name, empty where it has none."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """An answer on the wall; `partner` is the name of an organisation or of a role of the case, or empty."""

    text: str
    partner: str = ""
    votes: int = 0
    group: ShownGroup | None = None


@dataclass(frozen=True, slots=True)
class ShownPoint:
    """A turning point with what was needed there, and from whom."""

    text: str
    needs: tuple[ShownAnswer, ...]


@dataclass(frozen=True, slots=True)
class ShownDecision:
    """Where a moment stands as it is told, and where the group would put it now (None: as told)."""

    phase: Phase
    meldcode_step: int | None
    group_phase: Phase | None
    group_meldcode_step: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class ShownWeighing:
    """One weighing question, what was said to it, and to those before it; `outcome` is what follows, once it does.

    `question` and `short` are msgids: the room reads them in its own language.
    """

    number: int
    question: str
    short: str
    verdict: Verdict | None
    reason: str
    others: tuple[tuple[int, Verdict], ...]
    outcome: Outcome | None


def shown_point(session: Session) -> ShownPoint | None:
    """The turning point before the room, with the needs that may be shown; None when it may not be."""
    point = session.turning_point(session.course.case_item)
    if point is None or session.notebook.is_held(point.id):
        return None
    needs = tuple(
        shown_answer(session, answer) for answer in session.needs_at(point.id) if may_be_seen(session, answer)
    )
    return ShownPoint(point.text, needs)


def shown_decision(session: Session, moment: Moment, *, why: bool) -> ShownDecision:
    """Where the moment stands, for the story and for the group; `why` gives the reason of the group too."""
    group = session.judgement(moment.id)
    held = session.notebook.is_held(spotting.judgement_subject(moment.id))
    reason = group.reason if why and not held else ""
    return ShownDecision(moment.phase, moment.meldcode_step, group.phase, group.meldcode_step, reason)


def shown_picture(case: Case, moments: int, scene: CaseScene) -> Disclosed:
    """What is known of a case, as far as this picture draws it; what is told of a person in words is in none."""
    known = disclosed(case, moments)
    if scene is CaseScene.TIMELINE:
        return replace(known, persons=(), relations=())
    persons = tuple(replace(person, about="", since=None) for person in known.persons)
    return replace(known, persons=persons, occurrences=())


def shown_weighing(session: Session, moment: Moment) -> ShownWeighing:
    """The weighing question before the room."""
    number = int(session.course.case_item)
    verdicts = session.verdicts(moment.id)
    mine = session.weighed(moment.id).get(number)
    held = session.notebook.is_held(spotting.weighing_subject(moment.id, number))
    return ShownWeighing(
        number,
        QUESTIONS[number],
        SHORT[number],
        verdicts.get(number),
        "" if mine is None or held else mine.reason,
        tuple((n, verdict) for n, verdict in verdicts.items() if n != number),
        walk(verdicts).outcome,
    )


def may_be_seen(session: Session, answer: Answer) -> bool:
    """Whether the room may see an answer: it was shown, and nothing in it waits for a decision."""
    return answer.shown and not session.notebook.is_held(answer.id)


def shown_answer(session: Session, answer: Answer, group: ShownGroup | None = None) -> ShownAnswer:
    """An answer as it stands on the wall."""
    partner = session.partner(answer.partner_id)
    return ShownAnswer(answer.text, answer.role or ("" if partner is None else partner.name), answer.votes, group)


def shown_answers(session: Session, answers: tuple[Answer, ...]) -> tuple[ShownAnswer, ...]:
    """Answers as they stand on the wall: group by group, then those that are in none."""
    shown: list[ShownAnswer] = []
    for group, members in arranged(session.notebook, answers):
        held = group is None or session.notebook.is_held(group.id)
        heading = None if group is None else ShownGroup(number_of(session.notebook, group), "" if held else group.name)
        shown += (shown_answer(session, answer, heading) for answer in members)
    return tuple(shown)
