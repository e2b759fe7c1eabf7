"""What a session looks back on, out of the store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Status
from facilitator.core.look_back import carried_over, strangers
from facilitator.core.people import Partner
from facilitator.core.vocabulary import Channel
from facilitator.storage import look_back, overview
from facilitator.storage.database import Connection
from tests.storage.keeping import Meeting
from tests.storage.test_agreements import agreed, looking_back, ref
from tests.storage.test_overview import keep

POLICE, VT = Partner("p-pol", "Politie"), Partner("p-vt", "Veilig Thuis")
DETAILS_SAID = "Ook met Veilig Thuis.\nOok met Veilig Thuis."


def coming(session_id: str = "s-9", *partners: Partner) -> Meeting:
    """A meeting that is to begin half a year later."""
    return Meeting(session_id, day=date(2027, 6, 1), partners=partners or (POLICE, VT))


def items(connection: Connection, meeting: Meeting) -> tuple[ev.LookBackItem, ...]:
    """What it looks back on; as many as were counted."""
    assert meeting.session is not None
    ids = {partner.id for partner in meeting.session.notebook.partners}
    found = look_back.items(connection, ids, meeting.id)
    assert look_back.count(connection, ids, meeting.id) == len(found)
    return found


def test_an_open_agreement_comes_whole_with_what_was_said_since(connection: Connection) -> None:
    old = Meeting().led()
    words: dict[str, Any] = {"title": "Kort", "why": "omdat", "feedback": "per mail", "rhythm": "elke week"}
    old.do(ev.AgreementChanged, agreement=replace(agreed(old), **words))
    old.do(ev.SessionClosed)
    said = {"status": Status.BUSY, "remark": "bijna", "by_id": "p-vt", "channel": Channel.FORM, "report_id": "r"}
    old.do(ev.AgreementStatusSet, agreement_id=agreed(old).id, **said)
    keep(connection, old)
    (item,) = items(connection, coming())
    agreement = item.agreement
    assert {name: getattr(agreement, name) for name in words} == words
    assert (agreement.status, agreement.status_remark) == (Status.BUSY, "bijna")
    newest = agreement.standings[-1]
    assert (newest.by_id, newest.channel, newest.at) == ("p-vt", Channel.FORM, old.happened[-1][0].at)
    assert set(item.partners) == {VT, POLICE}
    assert (item.session_title, item.place, item.day) == ("Proefdraaiboek", "Wijk Noord", date(2026, 11, 17))


def test_what_another_session_said_since_counts_and_what_is_done_or_goes_on_is_left_out(connection: Connection) -> None:
    old = Meeting().led()
    old.agree("klaar", status=Status.KEPT)
    between = looking_back(old)
    between.do(ev.LookBackSaid, ref=ref(between), status=Status.BUSY, remark="loopt", by_id="p-pol")
    keep(connection, old, between)
    (item,) = items(connection, coming())
    assert (item.ref, item.agreement.status, item.agreement.status_remark) == (ref(between), Status.BUSY, "loopt")
    assert item.agreement.standings[-1].by_id == "p-pol"
    between.do(ev.LookBackSaid, ref=ref(between), status=Status.DROPPED)
    keep(connection, between)
    assert items(connection, coming()) == ()


def test_a_session_that_was_only_planned_was_no_meeting(connection: Connection) -> None:
    planned = Meeting()
    planned.agree("vooraf bedacht")
    keep(connection, planned)
    assert look_back.items(connection, {"p-pol"}, "s-9") == ()


def test_what_waits_for_a_decision_is_never_in_it(connection: Connection) -> None:
    spotted = (ev.Spotted("naam", "Jan Merkwoord"),)
    old = Meeting().led()
    old.do(ev.AgreementMade, agreement=Agreement("g-held", "Bel Jan Merkwoord.", "p-pol"), findings=spotted)
    said = {"agreement_id": agreed(old).id, "status": Status.BUSY, "remark": "Jan Merkwoord", "to": "Jan Merkwoord"}
    old.do(ev.AgreementStatusSet, **said, findings=spotted)
    between = looking_back(old)
    between.do(ev.LookBackSaid, ref=ref(between), status=Status.BUSY, remark="Jan Merkwoord", findings=spotted)
    keep(connection, old, between)
    found = items(connection, coming())
    assert [item.agreement.what for item in found] == ["Wij bellen."]
    assert "erkwoord" not in repr(found)


def test_a_merged_double_is_the_same_organisation_by_the_id_it_has_here(connection: Connection) -> None:
    old = Meeting(partners=(Partner("p-oud", "Politie Oost"), VT))
    old.do(ev.SessionStarted)
    old.agree(owner_id="p-oud", feedback_ids=("p-oud",), directed_by_id="p-oud", monitored_by_id="p-oud")
    said = {"status": Status.BUSY, "by_id": "p-oud"}
    old.do(ev.AgreementStatusSet, agreement_id=agreed(old).id, **said)
    keep(connection, old)
    overview.merge_partners(connection, "p-oud", "p-pol")
    meeting = coming()
    (item,) = items(connection, meeting)
    assert meeting.session is not None
    assert strangers(meeting.session, item) == ()
    one = item.agreement
    assert {one.owner_id, *one.feedback_ids, one.directed_by_id, one.monitored_by_id} == {"p-pol"}
    assert one.standings[-1].by_id == "p-pol"
    assert Partner("p-pol", "Politie Oost") in item.partners


def test_of_a_partner_that_does_not_come_the_name_comes_along(connection: Connection) -> None:
    old = Meeting(partners=(POLICE, VT, Partner("p-x", "GGD"))).led(answers=0)
    old.agree("met de GGD", with_ids=("p-x",))
    keep(connection, old)
    meeting = coming("s-9", POLICE)
    found = items(connection, meeting)
    assert meeting.session is not None
    assert [strangers(meeting.session, item) for item in found] == [("Veilig Thuis",), ("GGD",)]


@pytest.mark.parametrize(("absent", "found"), [((POLICE,), True), ((POLICE, VT), False)])
def test_who_was_absent_when_it_went_on_finds_it_again(
    connection: Connection, absent: tuple[Partner, ...], found: bool
) -> None:
    meetings = [Meeting().led()]
    for number in (2, 3):
        later = Meeting(f"s-{number}", day=date(2027, number, 1), partners=absent)
        keep(connection, meetings[-1])
        before = look_back.items(connection, {"p-pol"}, later.id)
        later.do(ev.LookBackFilled, items=before)
        assert later.session is not None
        made = carried_over(later.session, before[0], f"g-{number}", "Ook met Veilig Thuis.")
        later.do(ev.SessionStarted)
        later.do(ev.AgreementMade, agreement=replace(made, with_ids=()))
        meetings.append(later)
    keep(connection, meetings[-1])
    agreements = [item.agreement for item in items(connection, coming("s-9", VT))]
    assert [(one.id, one.details) for one in agreements] == ([("g-3", DETAILS_SAID)] if found else [])


def test_no_more_than_a_meeting_can_speak_of(connection: Connection) -> None:
    old = Meeting().led(answers=0)
    for number in range(look_back.MOST + 5):
        old.agree(f"afspraak {number}", deadline=date(2026, 12, 1) + timedelta(days=number))
    keep(connection, old)
    found = look_back.items(connection, {"p-pol"}, "s-9")
    assert (len(found), found[0].agreement.deadline) == (look_back.MOST, date(2026, 12, 1))
    assert look_back.count(connection, {"p-pol"}, "s-9") == look_back.MOST + 6
    assert look_back.count(connection, (), "s-9") == 0
