from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Status
from facilitator.core.people import Partner
from facilitator.core.session import Session
from facilitator.report.documents.participant import ParticipantModel, participant_paper
from facilitator.report.press import Press
from tests.builders import DETAILS, Table

WIJK_COLLEAGUES = ("d-3", "d-4")


def model(session: Session, person_id: str) -> ParticipantModel:
    person = session.participant(person_id)
    assert person is not None
    shown = participant_paper(session, person).model
    assert isinstance(shown, ParticipantModel)
    return shown


@pytest.fixture
def table() -> Table:
    return Table().started()


def agree(table: Table, agreement_id: str, what: str, owner: str | None, **fields: object) -> None:
    made = Agreement(agreement_id, what, owner, **fields)  # type: ignore[arg-type]
    assert table.do(ev.AgreementMade, agreement=made) is None
    assert table.do(ev.AgreementConfirmed, agreement_id=agreement_id) is None


def test_what_i_do_what_a_colleague_does_and_what_others_do(table: Table) -> None:
    agree(table, "a", "zelf", "p-wijk", owner_participant_id="d-3", with_ids=("p-vt",))
    agree(table, "b", "collega", "p-wijk", owner_participant_id="d-4")
    agree(table, "c", "ander", "p-pol", owner_participant_id="d-1", with_ids=("p-wijk",))
    agree(table, "d", "vreemd", "p-pol", with_ids=("p-vt",))
    shown = model(table.session, "d-3")
    assert [(p.what, p.partners) for p in shown.mine] == [("zelf", "Veilig Thuis")]
    assert [(p.what, p.who) for p in shown.colleagues] == [("collega", "Bo Smit, coördinator")]
    assert [(p.what, p.who) for p in shown.others] == [("ander", "Politie, wijkagent")]


def test_what_nobody_is_named_for_is_settled_together(table: Table) -> None:
    agree(table, "a", "samen", "p-wijk")
    agree(table, "b", "alleen", "p-pol")
    assert [p.notes for p in model(table.session, "d-3").mine] == [
        ("On behalf of Wijkteam Noord: settle together who does it.",)
    ]
    assert [p.notes for p in model(table.session, "d-1").mine] == [()]


def test_feedback_is_told_to_who_gives_and_who_gets_it(table: Table) -> None:
    agree(table, "a", "bellen", "p-pol", feedback_ids=("p-vt",), feedback="per mail")
    agree(table, "b", "mailen", "p-pol", feedback_ids=("p-vt",))
    assert [p.notes for p in model(table.session, "d-1").mine] == [
        ("Feedback to Veilig Thuis: per mail",),
        ("Feedback to Veilig Thuis",),
    ]
    told = [p.notes for p in model(table.session, "d-2").others]
    assert told == [("You get feedback: per mail",), ("You get feedback.",)]


def test_all_others_at_the_table_are_called_all_partners(table: Table) -> None:
    agree(table, "a", "samen", "p-pol", with_ids=("p-wijk", "p-vt"), feedback_ids=("p-vt", "p-wijk"))
    agree(table, "b", "deels", "p-pol", with_ids=("p-wijk",))
    agree(table, "c", "ieder", None, with_ids=("p-wijk", "p-vt"))
    police, team = model(table.session, "d-1"), model(table.session, "d-3")
    assert [p.partners for p in police.mine] == ["all partners", "Wijkteam Noord"]
    assert police.mine[0].notes == ("Feedback to all partners",)
    assert [p.partners for p in team.others if p.what == "ieder"] == ["Wijkteam Noord, Veilig Thuis"]
    table.do(ev.PartnerAdded, partner=Partner("p-ggd", "GGD"))
    assert model(table.session, "d-1").mine[0].partners == "Wijkteam Noord, Veilig Thuis"


@pytest.mark.parametrize(
    ("present", "said"),
    [
        (("d-1", "d-2", "d-3", "d-4"), "On 17 november 2026 three organisations met in Wijk Noord."),
        (("d-3", "d-4"), "On 17 november 2026 one organisation met in Wijk Noord."),
        ((), "This belongs to the meeting of 17 november 2026 in Wijk Noord."),
    ],
)
def test_the_first_sentence_counts_in_words(table: Table, present: tuple[str, ...], said: str) -> None:
    for person in table.session.notebook.participants:
        if person.id not in present:
            table.do(ev.ParticipantChanged, participant=replace(person, present=False))
    assert model(table.session, "d-1").intro == said


def test_what_is_kept_names_a_mail_address_only_where_there_is_one(table: Table) -> None:
    assert "mail address" in model(table.session, "d-1").kept
    assert "mail address" not in model(table.session, "d-2").kept
    assert "twelve months" in model(table.session, "d-1").keeping


def test_when(table: Table) -> None:
    agree(table, "a", "dag", "p-pol", deadline=date(2026, 12, 1))
    agree(table, "b", "later", "p-pol", deadline=date(2027, 1, 14))
    agree(table, "c", "steeds", "p-pol", rhythm="elke maand")
    agree(table, "d", "ooit", "p-pol")
    shown = model(table.session, "d-1").mine
    assert [p.day for p in shown] == ["before 1 december", "before 14 januari 2027", "", ""]
    assert [p.rhythm for p in shown] == ["", "", "elke maand", "not known yet"]


def test_without_owner_it_is_nobodys_yet(table: Table) -> None:
    agree(table, "a", "ruimte", None, with_ids=("p-pol",))
    assert [(p.what, p.who) for p in model(table.session, "d-1").others] == [("ruimte", "nobody yet")]


def test_a_concept_says_so_and_a_dropped_one_is_left_out(table: Table) -> None:
    agree(table, "a", "vervallen", "p-pol")
    table.do(ev.AgreementStatusSet, agreement_id="a", status=Status.DROPPED)
    table.do(ev.AgreementMade, agreement=Agreement("b", "concept", "p-pol"))
    assert [(p.what, p.notes) for p in model(table.session, "d-1").mine] == [
        ("concept", ("Not confirmed by the group yet.",))
    ]


def test_whom_to_ask_and_how_long(table: Table) -> None:
    shown = model(table.session, "d-1")
    assert shown.contact == "Ask the facilitator of this meeting."
    assert "17 november 2027" in shown.keeping
    assert shown.next_meeting == "14 januari 2027"
    table.do(ev.DetailsChanged, details=replace(DETAILS, contact="Petra", next_meeting=None, keep_months=1))
    shown = model(table.session, "d-1")
    assert (shown.contact, shown.next_meeting) == ("Ask Petra.", "")
    assert "17 december 2026" in shown.keeping


def test_versions(table: Table) -> None:
    assert model(table.session, "d-1").version == "Draft: the session is not closed yet."
    table.do(ev.SessionClosed)
    assert model(table.session, "d-1").version == ""
    table.do(ev.SessionReopened)
    table.do(ev.SessionClosed)
    assert model(table.session, "d-1").version == "Version 2, replaces version 1 of 17 november 2026."


def test_the_footer_says_for_whom(table: Table) -> None:
    person = table.session.notebook.participants[0]
    meta = participant_paper(table.session, person).meta
    assert meta.reader == "Confidential · only for Noor Bakker, Politie"
    assert (meta.session, meta.day) == ("Het Gesprek · Wijk Noord", "17 november 2026")
    assert meta.date == date(2026, 11, 17)


def test_what_is_done_with_stands_apart_and_asks_nothing(table: Table, press: Press) -> None:
    for status in (Status.BUSY, Status.KEPT, Status.HANDED_OVER, Status.NOT_KEPT):
        agree(table, status.value, f"afspraak {status.value}", "p-pol", with_ids=("p-vt",))
        table.do(ev.AgreementStatusSet, agreement_id=status.value, status=status, remark="want zo")
    shown = model(table.session, "d-1")
    left = [f"afspraak {status.value}" for status in (Status.BUSY, Status.NOT_KEPT)]
    assert [each.what for each in shown.mine] == left
    assert [each.status for each in shown.done] == ["kept", "handed over"]
    assert shown.done[0].notes == ("want zo",)
    assert shown.mine[1].notes == ("How it stands: not kept", "Not kept, because: want zo")
    told = press.markup("participant.xhtml.j2", {"doc": shown})
    assert told.count("☐") == 3 * len(left)
    assert [each.what for each in model(table.session, "d-2").others] == left
