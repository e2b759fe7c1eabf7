"""The prevention plan: per tip of the scan how it stands, who works on it, and what was agreed, with owner and day.

What was said at a tip is found in a walk through the scan, or by its number ("tip 3: loopt"), and an agreement by the
number in its words, by the answer it came from, or by the choice of the same name. What nobody said is left open, to be
filled in by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitator.core.agreement import Agreement, Status
from facilitator.core.events import Answer
from facilitator.core.instrument import Instrument, InstrumentQuestion
from facilitator.core.options import dots_at, options_of
from facilitator.core.session import Session
from facilitator.core.spotting import words_of
from facilitator.core.text import fold, places
from facilitator.core.vocabulary import AgreementKind
from facilitator.core.walk import Answered, answer_words
from facilitator.report import dates
from facilitator.report.documents import paper
from facilitator.report.documents.lived import Said, said
from facilitator.report.documents.paper import Paper
from facilitator.report.documents.session_report import Agreed, agreed_row
from facilitator.report.kinds import PREVENTION_SCAN
from facilitator.words import _, ngettext


@dataclass(frozen=True, slots=True)
class Tip:
    """A tip: how it stands (empty: nobody said), who can work on it, how many chose it, what was said and agreed.

    `owner` is the organisation that sees to it by the walk through the scan: others said what is said of it.
    """

    title: str
    help: str
    standing: str
    partners: str
    owner: str
    chosen: str
    said: tuple[Said, ...]
    steps: tuple[Agreed, ...]


@dataclass(frozen=True, slots=True)
class PreventionModel:
    """What the template shows; `standings` are the words of which one holds for each tip."""

    title: str
    subtitle: str
    version: str
    tips: tuple[Tip, ...]
    standings: tuple[str, ...]
    others: tuple[Agreed, ...]
    next_meeting: str
    keeping: str


def prevention_paper(whole: Session, scan: Instrument | None) -> Paper:
    """Give the plan, without what waits for a decision. Without the questions of the scan it lists agreements only."""
    session, _held = paper.handed_out(whole)
    details, day = session.details, session.details.next_meeting
    questions = () if scan is None else scan.questions
    tips = tuple(_tip(session, number, question) for number, question in enumerate(questions, 1))
    about = [_agreements_at(session, number) for number in range(1, len(questions) + 1)]
    placed = {agreement.id for agreements in about for agreement in agreements}
    model = PreventionModel(
        title=details.municipality or details.place,
        subtitle=" · ".join(part for part in (details.place, dates.in_words(details.day)) if part),
        version=paper.version(session),
        tips=tips,
        standings=tuple(dict.fromkeys(answer.text for question in questions for answer in question.answers)),
        others=tuple(agreed_row(session, each) for each in _current(session) if each.id not in placed),
        next_meeting="" if day is None else dates.in_words(day),
        keeping=paper.keeping(session),
    )
    return Paper(model, paper.meta(session, _("Prevention plan"), _("Confidential · for those who made this plan")))


def _tip(session: Session, number: int, question: InstrumentQuestion) -> Tip:
    answers = [answer for answer in session.notebook.answers if _names(answer.text, number)]
    walked = _walked(session, question)
    standing = "" if walked is None else answer_words(question, walked)
    evidence = () if walked is None or not walked.reason else (Said(walked.reason, ""),)
    return Tip(
        title=question.text,
        help=question.help,
        standing=standing or _standing([one.text for one in answers], [one.text for one in question.answers]),
        partners=", ".join(question.partners),
        owner="" if walked is None else walked.owner,
        chosen=_chosen(session, number),
        said=(*evidence, *(said(session, answer) for answer in answers)),
        steps=tuple(agreed_row(session, agreement) for agreement in _agreements_at(session, number)),
    )


def _walked(session: Session, question: InstrumentQuestion) -> Answered | None:
    """Give what the newest walk through the scan says of a tip; None where it was not walked, or not so far."""
    walks = (walk for walk in reversed(session.notebook.walks) if walk.card_id == PREVENTION_SCAN)
    found = (walk.said(question.id) for walk in walks if walk.question(question.id) == question)
    return next((one for one in found if not one.is_empty), None)


def _names(text: str, number: int) -> bool:
    """Whether a text names a tip by its number: "tip 3"."""
    return re.search(rf"(?<!\w)tip\s*{number}(?!\d)", fold(text)) is not None


def _standing(texts: Sequence[str], standings: Sequence[str]) -> str:
    """Give how it stands by the last who said so; the longest that fits, for one can begin with the other."""
    for text in reversed(texts):
        fits = [standing for standing in standings if places(fold(standing), fold(text))]
        if fits:
            return max(fits, key=len)
    return ""


def _chosen(session: Session, number: int) -> str:
    """Say how many dots lie at a tip, where a step has as many choices as there are tips, in their order."""
    for step in session.steps:
        options = options_of(session, step, None)
        dots = dots_at(session.notebook, step.id, None)
        if len(step.choices) >= number and len(step.choices) == len(options) and any(dots.values()):
            count = dots.get(options[number - 1].key, 0)
            return ngettext("{count} dot", "{count} dots", count).format(count=count)
    return ""


# ---- what was agreed


def _current(session: Session) -> Iterator[Agreement]:
    agreements = session.notebook.agreements
    return (a for a in agreements if a.kind is AgreementKind.PREVENTION and a.status is not Status.DROPPED)


def _agreements_at(session: Session, number: int) -> list[Agreement]:
    """Give the agreements about a tip. One that names several tips stands at the first of them only."""
    return [each for each in _current(session) if _tip_of(session, each) == number]


def _tip_of(session: Session, agreement: Agreement) -> int | None:
    source = next((a for a in session.notebook.answers if a.id == agreement.origin.answer_id), None)
    found = re.search(r"(?<!\w)tip\s*(\d+)", fold(" ".join(_texts(agreement, source))))
    if found is not None:
        return int(found.group(1))
    words = fold(words_of(agreement))
    named = (choice for step in session.steps for choice in enumerate(step.choices, 1))
    return next((number for number, choice in named if places(fold(choice), words)), None)


def _texts(agreement: Agreement, source: Answer | None) -> Iterator[str]:
    yield words_of(agreement)
    if source is not None:
        yield source.text
