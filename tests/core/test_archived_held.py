"""What is read in is looked at like all that is written, and a newer report lets nothing out that waits."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Standing, Status
from facilitator.core.apply import judge
from facilitator.core.archived import planned, words_read
from facilitator.core.codec import event_from_plain, event_to_plain
from facilitator.core.session import Session
from facilitator.core.spotting import remark_subject, without_held
from facilitator.core.vocabulary import Channel
from tests.builders import POLICE, SAFE
from tests.core.test_archived import AGREED, NOW, REPORT, SOURCE

NAME = ev.Spotted("naam", "Terlinden")
REMARK = remark_subject("g-1")


def spotted(text: str) -> tuple[ev.Spotted, ...]:
    return tuple(ev.Spotted("naam", word) for word in text.split() if word.startswith("Terlinden"))


def taken(session: Session | None, report: ev.ArchivedReport, day: int = 0) -> Session:
    """Read a report in as the program does: what it brings is looked at."""
    at = NOW + timedelta(days=day)
    event: ev.SessionPlanned | ev.ReportRead = planned(report, SOURCE, "e-p", at)
    if session is not None:
        event = ev.ReportRead(id="e-r", at=at, report=report, source=SOURCE)
    outcome = judge(session, event)
    assert isinstance(outcome, Session), outcome
    found = tuple(ev.FoundIn(subject, each) for subject, text in words_read(outcome) for each in spotted(text))
    event = replace(event, found=found)
    assert event_from_plain(event_to_plain(event)) == event
    outcome = judge(session, event)
    assert isinstance(outcome, Session), outcome
    return outcome


def said(session: Session, status: Status, remark: str, day: int = 0, agreement_id: str = "g-1") -> Session:
    event = ev.AgreementStatusSet(
        id="e-s",
        at=NOW + timedelta(days=day),
        agreement_id=agreement_id,
        status=status,
        remark=remark,
        channel=Channel.DESK,
        findings=spotted(remark),
    )
    outcome = judge(session, event)
    assert isinstance(outcome, Session), outcome
    return outcome


def settled(session: Session, subject_id: str, text: str = NAME.text) -> Session:
    decision = ev.Decision.SHOWN
    event = ev.FindingSettled(id="e-f", at=NOW, subject_id=subject_id, text=text, decision=decision)
    outcome = judge(session, event)
    assert isinstance(outcome, Session), outcome
    return outcome


def test_a_newer_report_keeps_held_what_was_said_here() -> None:
    session = said(taken(None, REPORT), Status.NOT_KEPT, "mevrouw Terlinden was ziek")
    after = taken(session, replace(REPORT, version=2), day=1)
    assert after.notebook.open_flags(REMARK) == (NAME,)
    assert "Terlinden" not in repr(without_held(after.notebook)[0].agreements)


def test_what_was_decided_stays_decided_when_a_newer_report_comes() -> None:
    session = settled(said(taken(None, REPORT), Status.NOT_KEPT, "mevrouw Terlinden was ziek"), REMARK)
    after = taken(session, replace(REPORT, version=2), day=1)
    assert not after.notebook.is_held(REMARK)
    assert after.notebook.settled == session.notebook.settled


def test_words_that_wait_are_gone_when_a_newer_report_says_something_later() -> None:
    session = said(taken(None, REPORT), Status.NOT_KEPT, "mevrouw Terlinden was ziek")
    told = replace(AGREED, standings=(Standing(Status.KEPT, NOW + timedelta(days=2), "gebeld"),))
    after = taken(session, replace(REPORT, version=2, agreements=(told,)), day=3)
    (agreement,) = after.notebook.agreements
    assert [(one.status, one.remark) for one in agreement.standings] == [(Status.NOT_KEPT, ""), (Status.KEPT, "gebeld")]
    assert not after.notebook.is_held(REMARK)


def test_words_of_a_report_that_wait_are_gone_where_something_later_was_said_here() -> None:
    session = said(taken(None, REPORT), Status.KEPT, "gebeld", day=2)
    told = replace(AGREED, standings=(Standing(Status.BUSY, NOW, "Terlinden belt"),))
    (agreement,) = taken(session, replace(REPORT, version=2, agreements=(told,)), day=3).notebook.agreements
    assert [(one.status, one.remark) for one in agreement.standings] == [(Status.BUSY, ""), (Status.KEPT, "gebeld")]


def test_what_a_report_brings_in_is_held_until_somebody_decides() -> None:
    named = replace(AGREED, what="Terlinden bellen", status=Status.DROPPED, status_remark="Terlinden is verhuisd")
    session = taken(None, replace(REPORT, agreements=(named,)))
    assert session.notebook.is_held("g-1")
    assert session.notebook.is_held(REMARK)
    assert without_held(session.notebook)[0].agreements == ()
    freed = settled(settled(session, "g-1"), REMARK)
    assert "Terlinden is verhuisd" in repr(without_held(freed.notebook)[0].agreements)


def test_a_flag_goes_with_the_words_it_was_for() -> None:
    session = taken(None, replace(REPORT, agreements=(replace(AGREED, what="Terlinden bellen"),)))
    assert taken(session, replace(REPORT, version=2), day=1).notebook.flags == ()


WORDS = ("", "gebeld", "Terlinden belt", "aan Terlinden-Smit", "nog eens Terlinden")


def random_report(random: Random, version: int, day: int) -> ev.ArchivedReport:
    agreements = []
    for key in random.sample(("g-1", "g-2", "g-3"), k=random.randint(1, 3)):
        life = tuple(
            Standing(random.choice(list(Status)), NOW + timedelta(days=random.randint(-9, day)), random.choice(WORDS))
            for _ in range(random.randrange(3))
        )
        made = Agreement(key, random.choice(WORDS) or "iets", SAFE.id, with_ids=(POLICE.id,), standings=life)
        agreements.append(replace(made, status=random.choice(list(Status)), status_remark=random.choice(WORDS)))
    return replace(REPORT, version=version, agreements=tuple(agreements))


@pytest.mark.parametrize("seed", range(80))
def test_whatever_is_read_and_said_no_word_gets_out_that_nobody_let_out(seed: int) -> None:
    random = Random(seed)
    session = taken(None, random_report(random, 1, 0))
    for day in range(1, 9):
        if random.random() < 0.4:
            session = taken(session, random_report(random, session.version + 1, day), day)
        else:
            agreement = random.choice(session.notebook.agreements)
            session = said(session, random.choice(list(Status)), random.choice(WORDS), day, agreement.id)
        assert "Terlinden" not in repr(without_held(session.notebook)[0].agreements)
        for agreement in session.notebook.agreements:
            newest = agreement.standings[-1]
            assert newest.at == max(one.at for one in agreement.standings)
            assert (agreement.status, agreement.status_remark) == (newest.status, newest.remark)
