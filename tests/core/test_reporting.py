"""What an organisation is asked and what comes back of it: marks that only this laptop can make, and doubts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.core import events as ev
from facilitator.core import reporting
from facilitator.core.agreement import Agreement, AgreementRef, Standing, Status
from facilitator.core.reporting import Doubt, Later, Returned, Slip, Told
from facilitator.core.vocabulary import Channel
from tests.builders import Table

KEY, OTHER_KEY = b"k" * 32, b"o" * 32


@pytest.fixture
def table() -> Table:
    """Police owns two agreements, the team one that it shares with the police."""
    made = Table().started()
    for agreement_id, owner, others in (("a", "p-pol", ("p-vt",)), ("b", "p-pol", ()), ("c", "p-wijk", ("p-pol",))):
        agreement = Agreement(agreement_id, f"iets {agreement_id}", owner, with_ids=others)
        assert made.do(ev.AgreementMade, agreement=agreement) is None
    assert made.do(ev.SessionClosed) is None
    return made


def slip(table: Table, partner_id: str = "p-pol") -> Slip:
    return reporting.slip_of(table.session, partner_id, KEY)


def returned(table: Table, *told: Told, **fields: object) -> Returned:
    """The form of the police, filled in like this."""
    made = slip(table)
    given = {one.code: one for one in told}
    whole = tuple(given.get(code, Told(code)) for _id, code in made.codes)
    form = Returned(Channel.FORM, made.reference, whole, made.name, made.version, made.issue, made.seal)
    return replace(form, **fields)  # type: ignore[arg-type]


def code(agreement_id: str) -> str:
    return reporting.code_of(KEY, "s-1", agreement_id)


def doubts(table: Table, form: Returned) -> list[Doubt | None]:
    return [line.doubt for line in reporting.lines_of(form, table.session, "p-pol", KEY)]


def test_an_organisation_is_asked_about_its_own_agreements_alone(table: Table) -> None:
    assert [one.id for one in reporting.asked_of(table.session, "p-pol")] == ["a", "b"]
    assert reporting.asked(table.session) == ("p-pol", "p-wijk")
    assert reporting.asked_of(table.session, "p-vt") == ()


@pytest.mark.parametrize(
    ("status", "again"), [(Status.KEPT, False), (Status.DROPPED, False), (Status.NOT_KEPT, True), (Status.BUSY, True)]
)
def test_what_is_done_with_is_not_asked_again(table: Table, status: Status, again: bool) -> None:
    assert table.do(ev.AgreementStatusSet, agreement_id="a", status=status) is None
    assert ("a" in [one.id for one in reporting.asked_of(table.session, "p-pol")]) is again


def test_what_waits_for_a_decision_is_not_asked() -> None:
    table = Table().started()
    findings = (ev.Spotted("naam", "Fatima"),)
    made = Agreement("a", "bel Fatima", "p-pol")
    assert table.do(ev.AgreementMade, agreement=made, findings=findings) is None
    assert reporting.asked_of(table.session, "p-pol") == ()


def test_who_told_by_itself_and_when(table: Table) -> None:
    def told(**fields: object) -> None:
        assert table.do(ev.AgreementStatusSet, agreement_id="a", status=Status.BUSY, **fields) is None

    told(by_id="p-pol")
    told(by_id="p-vt", channel=Channel.MAIL)
    assert reporting.last_told(table.session, "p-pol") is None
    at = table.at
    told(by_id="p-pol", channel=Channel.FORM)
    assert reporting.last_told(table.session, "p-pol") == at
    assert [(one.partner_id, one.count, one.told_at) for one in reporting.awaited(table.session)] == [
        ("p-pol", 2, at),
        ("p-wijk", 1, None),
    ]


def test_who_told_of_what_a_coming_session_looks_back_on(table: Table) -> None:
    at, later = table.at, table.at + timedelta(days=1)
    told = (Standing(Status.BUSY, later, by_id="p-pol", channel=Channel.MAIL), Standing(Status.KEPT, later))
    own = (
        Agreement("a", "x", "p-pol", standings=told),
        Agreement("b", "x", "p-pol", standings=(Standing(Status.BUSY, at, by_id="p-pol", channel=Channel.FORM),)),
        Agreement("c", "x", "p-vt", standings=(Standing(Status.BUSY, at, by_id="p-vt"),)),
        Agreement("d", "x"),
    )
    partners = table.session.notebook.partners
    items = [ev.LookBackItem(AgreementRef("s", one.id), one, partners, "Eerder", at.date()) for one in own]
    found = reporting.awaited_of(items)
    assert [(one.name, one.count, one.told_at) for one in found] == [("Politie", 2, later), ("Veilig Thuis", 1, None)]


def test_marks_differ_by_key_session_organisation_and_what_was_said(table: Table) -> None:
    made = slip(table)
    assert made == slip(table)
    others = [reporting.slip_of(table.session, "p-pol", OTHER_KEY), slip(table, "p-wijk")]
    others.append(reporting.slip_of(replace(table.session, id="s-2"), "p-pol", KEY))
    assert len({made.reference, *(other.reference for other in others)}) == 4
    assert len({made.seal, *(other.seal for other in others)}) == 4
    table.do(ev.AgreementStatusSet, agreement_id="a", status=Status.BUSY)
    assert slip(table).reference == made.reference
    assert slip(table).name != made.name


def test_a_reference_leads_back_to_session_and_organisation(table: Table) -> None:
    seats = [("s-0", "p-pol"), ("s-1", "p-wijk"), ("s-1", "p-pol")]
    assert reporting.place_of(KEY, slip(table).reference, seats) == ("s-1", "p-pol")
    assert reporting.place_of(KEY, slip(table).reference.lower(), seats) == ("s-1", "p-pol")
    assert reporting.place_of(OTHER_KEY, slip(table).reference, seats) is None


def test_a_reference_is_found_in_a_text_when_there_is_one() -> None:
    assert reporting.reference_in("(Kenmerk: k7qmx–2wdb9)") == "K7QMX-2WDB9"
    assert reporting.reference_in("K7QMX-2WDB9 en nog eens K7QMX-2WDB9") == "K7QMX-2WDB9"
    assert reporting.reference_in("K7QMX-2WDB9 of K7QMX-2WDB8") == ""
    assert reporting.reference_in("xK7QMX-2WDB9 en 22222-22222-2") == ""


@given(st.text(max_size=300))
def test_a_text_without_a_reference_has_none(text: str) -> None:
    found = reporting.reference_in(text)
    assert found == "" or found in text.upper().replace(" ", "-").replace("–", "-")


def test_a_changed_form_is_noticed(table: Table) -> None:
    form = returned(table, Told(code("a"), Status.KEPT))
    police = (table.session, "p-pol", KEY)
    assert reporting.is_genuine(form, *police)
    assert not reporting.is_genuine(form, table.session, "p-wijk", KEY)
    assert not reporting.is_genuine(replace(form, version=2), *police)
    assert not reporting.is_genuine(replace(form, issue=9), *police)
    assert not reporting.is_genuine(replace(form, told=form.told[:1]), *police)
    assert not reporting.is_genuine(replace(form, told=(*form.told, Told(code("c"), Status.KEPT))), *police)
    assert not reporting.is_genuine(replace(form, seal="2" * 16), *police)
    assert reporting.is_genuine(replace(form, seal="", channel=Channel.MAIL), *police)


def test_each_answer_stands_beside_its_agreement(table: Table) -> None:
    form = returned(table, Told(code("b"), Status.NOT_KEPT, "geen tijd"))
    (line,) = reporting.lines_of(form, table.session, "p-pol", KEY)
    assert line.agreement == table.session.agreement("b")
    assert (line.told.status, line.told.words, line.doubt) == (Status.NOT_KEPT, "geen tijd", None)


def test_what_cannot_be_taken_as_it_is_says_why(table: Table) -> None:
    told = (Told(code("a"), None, "misschien"), Told(code("c"), Status.KEPT), Told("22222", Status.BUSY))
    form = Returned(Channel.MAIL, slip(table).reference, (*told, Told(code("b"))), "m")
    assert doubts(table, form) == [Doubt.UNCLEAR, Doubt.NOT_THEIRS, Doubt.GONE]


def test_handed_over_without_to_whom_is_completed_by_hand(table: Table) -> None:
    told = (Told(code("a"), Status.HANDED_OVER, "te druk"), Told(code("b"), Status.HANDED_OVER, "", "de regio"))
    assert doubts(table, returned(table, *told)) == [Doubt.TO_WHOM, None]


def test_what_a_later_session_did_is_shown_and_not_asked_again(table: Table) -> None:
    day = table.session.details.day
    form = returned(table, Told(code("a"), Status.BUSY), Told(code("b"), Status.BUSY))
    elsewhere = {"a": Later(Status.BUSY, day, continued=True), "b": Later(Status.NOT_KEPT, day)}
    lines = reporting.lines_of(form, table.session, "p-pol", KEY, elsewhere)
    assert [line.doubt for line in lines] == [Doubt.CONTINUED, Doubt.SAID_SINCE]
    assert [one.id for one in reporting.asked_of(table.session, "p-pol", elsewhere)] == ["b"]
    assert [id_ for id_, _code in reporting.slip_of(table.session, "p-pol", KEY, elsewhere).codes] == ["b"]
    kept = {"a": Later(Status.KEPT, day), "b": Later(Status.KEPT, day)}
    assert [one.partner_id for one in reporting.awaited(table.session, kept)] == ["p-wijk"]


def test_only_what_is_asked_is_counted(table: Table) -> None:
    assert table.do(ev.AgreementStatusSet, agreement_id="a", status=Status.KEPT) is None
    assert [(one.partner_id, one.count) for one in reporting.awaited(table.session)] == [("p-pol", 1), ("p-wijk", 1)]


def test_the_same_read_twice_is_noticed_and_something_else_is_not(table: Table) -> None:
    form = returned(table, Told(code("a"), Status.BUSY, "bijna"))
    (line,) = reporting.lines_of(form, table.session, "p-pol", KEY)
    fields = {"by_id": "p-pol", "channel": Channel.FORM, "report_id": line.report_id}
    assert table.do(ev.AgreementStatusSet, agreement_id="a", status=Status.BUSY, remark="bijna", **fields) is None
    assert doubts(table, form) == [Doubt.READ_ALREADY]
    assert doubts(table, replace(form, told=(Told(code("a"), Status.BUSY, "klaar"),))) == [None]
    assert doubts(table, replace(form, mark="another form")) == [None]


def test_a_form_of_before_a_correction_says_so_where_it_matters(table: Table) -> None:
    form = returned(table, Told(code("a"), Status.KEPT), Told(code("b"), Status.KEPT))
    assert table.do(ev.SessionReopened, reason="fout") is None
    changed = Agreement("a", "iets heel anders", "p-pol")
    assert table.do(ev.AgreementChanged, agreement=changed) is None
    assert table.do(ev.SessionClosed) is None
    assert reporting.is_genuine(form, table.session, "p-pol", KEY)
    assert doubts(table, form) == [Doubt.CHANGED, None]
