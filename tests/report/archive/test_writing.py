"""The data in an archived report: all that the pages tell and nothing else, whatever was left out of them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings

from facilitator.content.locate import resource
from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Status
from facilitator.core.apply import apply
from facilitator.core.archived import planned
from facilitator.core.codec import to_plain
from facilitator.core.frustration import counted
from facilitator.core.people import Participant
from facilitator.core.session import Session
from facilitator.core.vocabulary import Channel, Frustration
from facilitator.report.archive import form
from facilitator.report.archive.reading import read_report
from facilitator.report.archive.told import one_line
from facilitator.report.archive.writing import ArchiveJob, archive_of, archived
from facilitator.report.bundle import participants_of, report_of
from facilitator.report.contents import Contents
from facilitator.report.press import Press
from tests.builders import Table
from tests.core.test_frustration import WHICH
from tests.random_sessions import random_table
from tests.report.documents.test_nothing_leaks import MARKED, furnished, private, sessions, words
from tests.report.reading import spoken

PRESS = Press(resource("templates"), resource("fonts"))


def made(session: Session) -> bytes:
    return archive_of(report_of(session)).render(PRESS).pdf


def data_in(pdf: bytes) -> dict[str, Any]:
    with pikepdf.open(BytesIO(pdf)) as document:
        plain: dict[str, Any] = json.loads(document.attachments[form.NAME].get_file().read_bytes())
        return plain


@settings(max_examples=60, deadline=None)
@given(sessions())
def test_the_data_hold_no_word_that_the_pages_do_not(session: Session) -> None:
    job = report_of(session)
    told = one_line(PRESS.markup(job.document.value, {"doc": job.paper().model}))
    report = archived(job, PRESS)
    assert words(json.dumps(to_plain(report))) <= words(told) - private(session)
    assert {agreement.what for agreement in report.agreements} == {
        agreement.what for agreement in session.notebook.agreements if not session.notebook.is_held(agreement.id)
    }


@pytest.mark.parametrize("seed", [3, 11, 42])
def test_the_text_in_the_data_is_the_text_of_the_pages(seed: int) -> None:
    session = furnished(random_table(seed, 80)).session
    pdf = made(session)
    attached = " ".join(form.texts_in(data_in(pdf)))
    assert words(attached) == words(spoken(pdf))
    assert not words(attached) & private(session)


def test_what_was_taken_back_is_not_in_the_data() -> None:
    table = Table().started()
    table.do(ev.AgreementMade, agreement=Agreement("g-1", "teruggenomen00001x"))
    table.do(ev.Undone, event_id=table.session.history[-1].event_id)
    pdf = made(table.session)
    assert "teruggenomen" not in json.dumps(data_in(pdf)) + pdf.decode("latin-1")


def test_an_address_of_mail_is_not_in_the_data() -> None:
    job = report_of(Table().started().session)
    assert {person.email for person in job.session.notebook.participants} > {""}
    assert {person.email for person in archived(job, PRESS).participants} == {""}


def test_a_planted_leak_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    session = Table().started().session
    monkeypatch.setattr("facilitator.report.archive.printed.only_printed", lambda record, *_show: record)
    report = archived(report_of(session), PRESS)
    assert "@" in json.dumps(to_plain(report))


def test_who_was_not_there_is_told_as_not_there() -> None:
    table = Table().started()
    table.do(ev.PresenceSet, participant_id="d-2", present=False)
    table.do(ev.PresenceCorrected, participant_id="d-2", stays=())
    there = {person.id: person.present for person in archived(report_of(table.session), PRESS).participants}
    assert (there["d-1"], there["d-2"]) == (True, False)


def test_a_session_comes_back_as_it_was_printed(tmp_path: Path) -> None:
    table = Table().started()
    agreement = Agreement("g-1", "Bellen", "p-vt", "d-2", ("p-pol",), deadline=table.session.details.next_meeting)
    table.do(ev.AgreementMade, agreement=agreement)
    table.do(ev.AgreementConfirmed, agreement_id="g-1")
    table.do(ev.AgreementStatusSet, agreement_id="g-1", status=Status.BUSY, remark="bijna")
    (tmp_path / "verslag.pdf").write_bytes(made(table.session))
    read = read_report(tmp_path / "verslag.pdf")
    assert read.report == archived(report_of(table.session), PRESS)
    (back,) = read.report.agreements
    assert (back.what, back.owner_id, back.owner_participant_id, back.with_ids) == ("Bellen", "p-vt", "d-2", ("p-pol",))
    assert (back.deadline, back.status, back.status_remark) == (agreement.deadline, Status.BUSY, "bijna")
    assert read.report.details == replace(table.session.details, contact="")
    assert [person.name for person in read.report.participants][:1] == ["Noor Bakker"]
    assert read.source.name == "verslag.pdf"


def test_the_same_session_gives_the_same_bytes() -> None:
    session = furnished(random_table(3, 80)).session
    assert made(session) == made(session)


def test_only_a_report_has_the_data_of_a_session() -> None:
    paper = participants_of(Table().started().session)[0]
    with pytest.raises(ValueError, match="PARTICIPANT"):
        ArchiveJob(paper, paper.path)


def test_a_file_says_that_it_is_for_the_archive() -> None:
    job = report_of(Table().started().session)
    assert archive_of(job).path.name == f"{job.path.stem} (archive).pdf"


def test_the_marks_are_found_in_what_is_looked_at() -> None:
    person = Participant("d", "mens00001x", "p")
    assert MARKED.findall(json.dumps(to_plain(person))) == ["mens00001x"]


CHOICES = (
    Contents(names=False),
    Contents(answers=False),
    Contents(times=False, attendance=False),
    Contents(names=False, answers=False, times=False, attendance=False, parked=False, look_back=False, cards=False),
)


@pytest.mark.parametrize("contents", CHOICES)
@settings(max_examples=20, deadline=None)
@given(sessions())
def test_what_was_left_out_of_the_report_is_not_in_the_data(contents: Contents, session: Session) -> None:
    job = report_of(session, contents)
    told = one_line(PRESS.markup(job.document.value, {"doc": job.paper().model}))
    report = archived(job, PRESS)
    assert words(json.dumps(to_plain(report))) <= words(told)
    if not contents.names:
        assert {person.name for person in report.participants} <= {""}
    if not contents.times:
        assert (report.details.available_minutes, {step.minutes for step in report.steps} | {0}) == (0, {0})


def test_every_text_in_the_data_is_printed_and_reads_back(tmp_path: Path) -> None:
    """The reader of this program holds a file to it too, so that one that told more would not be taken."""
    for number, contents in enumerate(CHOICES):
        session = furnished(random_table(number, 80)).session
        (tmp_path / "v.pdf").write_bytes(archive_of(report_of(session, contents)).render(PRESS).pdf)
        assert read_report(tmp_path / "v.pdf").report == archived(report_of(session, contents), PRESS)


@pytest.mark.parametrize("status", Status)
def test_why_and_to_whom_come_back_when_a_report_is_read_in(status: Status) -> None:
    """The pages tell them with the agreement, and its life is cut to what they tell."""
    table = Table().started()
    table.do(ev.AgreementMade, agreement=Agreement("g-1", "Bellen", "p-vt"))
    table.do(ev.SessionClosed)
    said: dict[str, Any] = {"agreement_id": "g-1", "status": status, "remark": "geen tijd", "to": "de huisarts"}
    later = table.session.planned_end + timedelta(days=3)
    session = apply(table.session, ev.AgreementStatusSet(id="e-s", at=later, channel=Channel.DESK, **said))
    assert session is not None
    report = archived(report_of(session), PRESS)
    back = apply(None, planned(report, ev.ReadFrom("v.pdf", "ab"), "e-p", later + timedelta(days=1)))
    assert back is not None
    (agreement,) = back.notebook.agreements
    assert (agreement.status, agreement.status_remark, agreement.handed_to) == (status, "geen tijd", "de huisarts")
    (only,) = agreement.standings
    assert (only.status, only.remark, only.to) == (status, "geen tijd", "de huisarts")


def chafed() -> Session:
    """A session in which a frustration was counted at two steps, by many and by few, and chosen at a third."""
    table = Table(WHICH).started()
    for step_id, each, people in (
        ("ronde", Frustration.DIRECTION, 12),
        ("ronde", Frustration.TRUST, 3),
        ("nodig", Frustration.DIRECTION, 7),
    ):
        table.do(ev.FrustrationCounted, frustration=each, people=people, step_id=step_id)
    for number in range(6):
        table.do(ev.AnswerGiven, answer=ev.Answer(f"a-{number}", "welke", "Ik mis de regie"))
    return table.session


def test_how_many_recognised_a_frustration_is_told_and_comes_back(tmp_path: Path) -> None:
    session = chafed()
    (tmp_path / "v.pdf").write_bytes(made(session))
    report = read_report(tmp_path / "v.pdf").report
    told = {(one.frustration, one.step): one.people for one in report.frustrations}
    assert told == {
        (Frustration.DIRECTION, "Stap ronde"): 12,
        (Frustration.TRUST, "Stap ronde"): 0,  # the pages say: fewer than five
        (Frustration.DIRECTION, "Stap nodig"): 7,
        (Frustration.DIRECTION, "Stap welke"): 6,
    }
    back = apply(None, planned(report, ev.ReadFrom("v.pdf", "ab"), "e-p", session.planned_end + timedelta(days=1)))
    assert back is not None
    assert counted(back) == {Frustration.DIRECTION: 12, Frustration.TRUST: 1}


def test_what_was_counted_is_not_in_the_data_where_answers_were_left_out() -> None:
    assert archived(report_of(chafed(), Contents(answers=False)), PRESS).frustrations == ()


def test_data_of_before_this_was_told_are_read() -> None:
    plain = data_in(made(Table().started().session))
    assert "frustrations" not in plain["session"]
    plain["version"] = 1
    assert form.from_json(json.dumps(plain).encode()).frustrations == ()
