"""The mail that goes with a paper: to its reader, with their own paper, and no word of anybody else."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement
from facilitator.report.bundle import Document, documents_of
from facilitator.report.contents import Contents
from facilitator.report.formats.jobs import mails_of
from facilitator.report.formats.letters import letter_to
from facilitator.report.press import Press
from tests.builders import PEOPLE, Table
from tests.random_sessions import random_table
from tests.report.documents.test_nothing_leaks import furnished, private, theirs, words
from tests.report.reading import seen, spoken

NOOR = PEOPLE[0]


def reachable(table: Table) -> Table:
    """Give everybody an address that tells whose it is."""
    for person in table.session.notebook.participants:
        told = f"{person.id}@example.org"
        table.do(ev.ParticipantChanged, participant=replace(person, email=told))
    return table


def test_it_says_what_it_is_about_and_what_goes_with_it() -> None:
    table = Table().started()
    table.do(ev.SessionClosed)
    letter = letter_to(table.session, NOOR, "Politie.pdf")
    assert letter.to == "noor@example.org"
    assert letter.subject == "Your agreements of Het Gesprek · Wijk Noord, 17 november 2026"
    paragraphs = letter.body.split("\n\n")
    assert paragraphs[0] == "Dear Noor Bakker,"
    assert "The enclosure: Politie.pdf" in paragraphs
    assert "We meet again on donderdag 14 januari 2027." in paragraphs
    assert "version" not in letter.body


def test_a_new_version_says_which_one_it_replaces() -> None:
    table = Table().started()
    for kind, fields in ((ev.SessionClosed, {}), (ev.SessionReopened, {"reason": "x"}), (ev.SessionClosed, {})):
        table.do(kind, **fields)
    body = letter_to(table.session, NOOR, "x.pdf").body
    assert "Version 2, replaces version 1" in body
    assert "throw it away" in body


def test_a_draft_of_an_open_session_says_so() -> None:
    assert "not closed yet" in letter_to(Table().started().session, NOOR, "x.pdf").body


def test_nobody_gets_a_mail_who_gets_no_paper() -> None:
    table = Table().started()
    table.do(ev.AgreementMade, agreement=Agreement("a", "x", "p-pol"))
    jobs = documents_of(table.session)
    mails = mails_of(table.session, jobs)
    assert [mail.job for mail in mails] == [job for job in jobs if job.participant_id is not None]
    assert [mail.address for mail in mails] == ["noor@example.org", None, None, None]
    assert all(mail.path.suffix == ".eml" for mail in mails)


def test_who_goes_by_their_role_gets_a_mail_all_the_same_without_their_name(press: Press) -> None:
    session = Table().started().session
    jobs = documents_of(session, {Document.PARTICIPANT: Contents(names=False)})
    mail = mails_of(session, jobs)[0]
    data = mail.render(press).pdf
    message = message_from_bytes(data, policy=SMTP)
    assert message["To"] == "noor@example.org"
    assert "Bakker" not in data.decode().replace("=\r\n", "")


@pytest.mark.parametrize("seed", [3, 11, 42])
def test_everybody_gets_their_own_paper_and_nothing_of_anybody_else(seed: int, press: Press) -> None:
    session = reachable(furnished(random_table(seed, 80))).session
    for mail in mails_of(session, documents_of(session)):
        data = mail.render(press).pdf
        message = message_from_bytes(data, policy=SMTP)
        assert isinstance(message, EmailMessage)
        assert message["To"] == f"{mail.person.id}@example.org"
        (enclosed,) = message.iter_attachments()
        pdf = enclosed.get_content()
        assert pdf == mail.job.render(press).pdf
        body = message.get_body()
        assert body is not None
        told = " ".join((str(message["Subject"]), body.get_content(), str(enclosed.get_filename()), str(mail.path)))
        read = words(f"{told} {seen(pdf)} {spoken(pdf)}")
        assert mail.person.name in read
        assert read <= theirs(session, mail.person)
        assert not read & private(session)
