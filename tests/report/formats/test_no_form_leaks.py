"""No file in another form holds what is not its reader's: over random sessions, in all there is in the file."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.core.session import Session
from facilitator.report.bundle import Document, Whose, documents_of
from facilitator.report.documents import paper
from facilitator.report.formats.jobs import calendars_of, forms_of, mails_of
from facilitator.report.press import Press
from tests.random_sessions import random_table
from tests.report.conftest import RESOURCES
from tests.report.documents.test_nothing_leaks import PLANTED, furnished, of_partner, private, theirs, words
from tests.report.formats.reading import word_all
from tests.report.formats.test_letters import reachable
from tests.report.reading import seen, spoken

PRESS = Press(RESOURCES / "templates", RESOURCES / "fonts")


def sessions() -> st.SearchStrategy[Session]:
    tables = st.builds(random_table, st.integers(0, 2**32), st.integers(0, 60))
    return tables.map(lambda table: reachable(furnished(table)).session)


def of_the_mail(data: bytes) -> str:
    """All that a mail says: its headers, its text, the names of its files and what is in them."""
    message = message_from_bytes(data, policy=policy.SMTP)
    told = [f"{name}: {value}" for part in message.walk() for name, value in part.items()]
    for part in message.walk():
        if isinstance(part, EmailMessage) and part.get_content_type() == "application/pdf":
            pdf = part.get_content()
            told += [seen(pdf), spoken(pdf), pdf.decode("latin-1")]
        elif isinstance(part, EmailMessage) and not part.is_multipart():
            told.append(part.get_content())
    return " ".join(told)


def files(session: Session) -> list[tuple[Whose, str]]:
    """For whom each file is, and all that it says."""
    jobs = documents_of(session)
    kinds = (Document.REPORT, Document.PARTICIPANT, Document.PARTNER)
    told: list[tuple[Whose, str]] = []
    for ending, read in (("docx", word_all), ("html", bytes.decode)):
        forms = forms_of(jobs, kinds, ending)
        told += ((form.whose, f"{form.path} {read(form.render(PRESS).pdf)}") for form in forms)
    for job in calendars_of(jobs):
        lines = job.render(PRESS).pdf.replace(b"\r\n ", b"").replace(b"\\n", b" ")
        told.append((job.whose, f"{job.path} {lines.decode()}"))
    mails = mails_of(session, jobs)
    return told + [((mail.person.id, None), f"{mail.path} {of_the_mail(mail.render(PRESS).pdf)}") for mail in mails]


def leaked(session: Session) -> set[str]:
    """Every word that stands in a file of somebody it does not belong to."""
    found: set[str] = set()
    for (person_id, partner_id), told in files(session):
        person, read = session.participant(person_id), words(told)
        found |= read & private(session)
        addresses = set(re.findall(r"[\w-]+@example\.org", told))
        if person is not None:
            found |= (read - theirs(session, person)) | (addresses - {f"{person.id}@example.org"})
        elif partner_id is not None:
            found |= (read - of_partner(session, partner_id)) | addresses
    return found


@settings(max_examples=4, deadline=None)
@given(sessions())
def test_every_file_holds_only_what_is_its_readers(session: Session) -> None:
    assert leaked(session) == set()


@pytest.mark.parametrize("kind", ["agreement", "answer", "name"])
def test_a_planted_leak_is_seen(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    session = reachable(furnished(random_table(3, 80))).session
    assert leaked(session) == set()
    monkeypatch.setattr(paper, "contact", lambda told: " ".join(PLANTED[kind](told.notebook)))
    assert leaked(session)
