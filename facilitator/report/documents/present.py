"""Who was there, from when until when and for what not, and who agreed to confidentiality: parts of the report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from facilitator.core.attendance import attendance, began, until, was_there
from facilitator.core.confidentiality import pledge_of
from facilitator.core.people import Participant
from facilitator.core.session import Session
from facilitator.report.documents import paper
from facilitator.report.presence import away_words, clock, missed_words
from facilitator.words import _


@dataclass(frozen=True, slots=True)
class Present:
    """A participant in the list of attendance; `out` is what they were not there for, empty for nothing."""

    organisation: str
    name: str
    role: str
    there: str
    out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Promised:
    """Who agreed, and at what time."""

    organisation: str
    name: str
    time: str


@dataclass(frozen=True, slots=True)
class Promise:
    """A text about confidentiality (Markdown), and who agreed to it."""

    text: str
    people: tuple[Promised, ...]


def attended(session: Session, *, times: bool = True) -> tuple[Present, ...]:
    """Give everybody who was put down: who was there first, and who did not come last. `times`: with from when."""
    people = sorted(session.notebook.participants, key=lambda person: not was_there(session, person.id))
    return tuple(_present(session, person, times=times) for person in people)


def _present(session: Session, person: Participant, *, times: bool) -> Present:
    there = was_there(session, person.id)
    came = there_words(session, person.id) if there and times else _("present")
    away = away_words(session, person.id) if times else ""
    out = (_("out {times}").format(times=away) if away else "", missed_words(session, person.id, ended(session)))
    return Present(
        organisation=paper.partner_names(session, (person.partner_id,)),
        name=person.name,
        role=person.role,
        there=came if there else _("absent"),
        out=tuple(words for words in out if words) if there else (),
    )


def there_words(session: Session, participant_id: str) -> str:
    """Say from when until when; whoever was there from beginning to end was simply present."""
    stays = attendance(session, participant_id)
    came, left = stays[0].came, stays[-1].left
    if came is None and left is None:
        return _("present")
    begin, runs = came or began(session) or session.planned_start, not session.course.closed_at
    if left is None and runs:
        return _("from {time}").format(time=clock(session, begin))
    return f"{clock(session, begin)}–{clock(session, left or ended(session))}"


def ended(session: Session) -> datetime:
    """Give the end of the meeting; of one that still runs the moment it went to its last page: no clock is read."""
    visits = session.course.visits
    return until(session, visits[-1].at if visits else session.planned_start)


def promises(session: Session, *, times: bool = True) -> tuple[Promise, ...]:
    """Give every text about confidentiality that people agreed to, with who and (with `times`) when."""
    texts = dict.fromkeys(pledge.text for pledge in session.notebook.pledges)
    return tuple(Promise(text, tuple(_who(session, text, times=times))) for text in texts)


def _who(session: Session, text: str, *, times: bool) -> Iterator[Promised]:
    for person in session.notebook.participants:
        pledge = pledge_of(session, person.id)
        if pledge is not None and pledge.text == text:
            organisation = paper.partner_names(session, (person.partner_id,))
            at = clock(session, pledge.at) if times else ""
            yield Promised(organisation, person.name or person.role, at)


def not_promised(session: Session) -> str:
    """Name those who were there and did not agree, where others did; told as it is, without a judgement."""
    agreed = {pledge.participant_id for pledge in session.notebook.pledges}
    if not agreed:
        return ""
    people = (p for p in session.notebook.participants if p.id not in agreed and was_there(session, p.id))
    names = ", ".join(person.name or person.role for person in people)
    return _("Not noted of: {names}.").format(names=names) if names else ""
