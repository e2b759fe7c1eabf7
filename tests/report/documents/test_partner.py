"""The paper of an organisation: its own agreements, those of others with it, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, AgreementRef, Status
from facilitator.core.people import Partner
from facilitator.core.session import Session
from facilitator.report import documents
from facilitator.report.bundle import partners_of
from facilitator.report.contents import Contents
from facilitator.report.documents import paper
from facilitator.report.documents.partner import PartnerModel
from tests.builders import DETAILS, Table
from tests.random_sessions import random_table
from tests.report.documents.test_nothing_leaks import furnished, job_markup, of_partner, private, sessions, words


@settings(max_examples=60, deadline=None)
@given(sessions())
def test_it_holds_only_what_is_theirs_and_all_of_it(session: Session) -> None:
    book = session.notebook
    current = [a for a in book.agreements if a.status is not Status.DROPPED and not book.is_held(a.id)]
    for job in partners_of(session):
        told = job_markup(job)
        assert words(told) <= of_partner(session, job.partner_id)
        assert not words(told) & private(session)
        assert all(a.what in told for a in current if a.concerns(job.partner_id or ""))


def test_a_planted_leak_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    session = furnished(random_table(3, 80)).session
    monkeypatch.setattr(paper, "contact", lambda each: " ".join(a.what for a in each.notebook.agreements))
    assert any(words(job_markup(job)) - of_partner(session, job.partner_id) for job in partners_of(session))


def test_every_organisation_that_was_there_or_is_named_has_one() -> None:
    table = Table(partners=(*Table().session.notebook.partners, Partner("p-x", "Weg"), Partner("p-y", "CON")))
    assert [job.partner_id for job in partners_of(table.session)] == ["p-pol", "p-vt", "p-wijk"]
    table.do(ev.AgreementMade, agreement=Agreement("a", "bellen", "p-pol", with_ids=("p-y",)))
    assert [str(job.path) for job in partners_of(table.session)][-1] == "organisations/_CON.pdf"


def test_it_looks_back_on_its_own_only_and_not_at_all_when_left_out() -> None:
    table = Table().started()
    old = [Agreement(who, f"oud van {who}", who) for who in ("p-pol", "p-vt")]
    items = tuple(
        ev.LookBackItem(AgreementRef("s-0", one.id), one, (Partner(one.id, one.id),), "X", DETAILS.day) for one in old
    )
    table.do(ev.LookBackFilled, items=items)
    police = partners_of(table.session)[0]
    assert "oud van p-pol" in job_markup(police)
    assert "oud van p-vt" not in job_markup(police)
    assert "oud van" not in job_markup(partners_of(table.session, Contents(look_back=False))[0])


def test_of_its_own_people_it_names_who_does_it_and_of_others_only_the_role() -> None:
    table = Table().started()
    made = Agreement("a", "bellen", "p-pol", "d-1", with_ids=("p-vt",))
    table.do(ev.AgreementMade, agreement=made)
    own, other = (job_markup(job) for job in partners_of(table.session)[:2])
    assert "Noor Bakker" in own
    assert "Noor Bakker" not in other
    assert "wijkagent" in other
    assert "Noor" not in job_markup(partners_of(table.session, Contents(names=False))[0]).replace("Noord", "")


def test_an_organisation_that_is_not_there_is_an_error() -> None:
    (first, *_rest) = partners_of(Table().session)
    with pytest.raises(KeyError):
        documents.paper_of(type(first)(first.document, first.session, first.path, partner_id="niemand"))


def test_it_speaks_to_all_of_an_organisation_and_tells_apart_what_is_done() -> None:
    table = Table().started()
    safe = ("p-vt",)
    made = Agreement("a", "bellen", "p-pol", with_ids=safe, feedback_ids=safe, directed_by_id="p-vt")
    made = replace(made, monitored_by_id="p-vt")
    table.do(ev.AgreementMade, agreement=replace(made, feedback="per mail"))
    table.do(ev.AgreementMade, agreement=replace(made, id="b", what="mailen"))
    table.do(ev.AgreementStatusSet, agreement_id="b", status=Status.KEPT)
    model = documents.paper_of(partners_of(table.session)[1]).model
    assert isinstance(model, PartnerModel)
    assert [each.what for each in model.done] == ["mailen"]
    assert "Your organisation gets feedback." in model.done[0].notes
    (other,) = model.others
    assert "Your organisation gets feedback: per mail" in other.notes
    assert other.under_who == ("Direction: you together", "You watch together whether it works")
