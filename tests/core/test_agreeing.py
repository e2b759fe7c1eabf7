from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Escalation, Standing, Status
from facilitator.core.course import HandedOut
from facilitator.core.held import replaced
from facilitator.core.refusal import Refusal
from facilitator.core.spotting import remark_subject, without_held
from facilitator.core.vocabulary import (
    AgreementKind,
    AgreementLevel,
    Channel,
    Coordination,
    Frustration,
    Phase,
)
from tests.builders import Table

PLAIN = Agreement("g", "Bellen", "p-vt", with_ids=("p-pol",))


@pytest.fixture
def table() -> Table:
    led = Table().started()
    led.do(ev.AgreementMade, agreement=PLAIN)
    return led


def now(table: Table) -> Agreement:
    agreement = table.session.agreement("g")
    assert agreement is not None
    return agreement


def say(table: Table, status: Status, remark: str = "", **fields: Any) -> Refusal | None:
    return table.do(ev.AgreementStatusSet, agreement_id="g", status=status, remark=remark, **fields)


def life(table: Table) -> list[tuple[Status, str]]:
    return [(standing.status, standing.remark) for standing in now(table).standings]


def reopened(table: Table) -> Table:
    assert table.do(ev.SessionClosed) is None
    assert table.do(ev.SessionReopened, reason="fout") is None
    return table


# ---- what an agreement is


def test_it_has_a_name_and_knows_its_parties_and_when_it_is_late() -> None:
    assert (PLAIN.name, replace(PLAIN, title="Kort").name) == ("Bellen", "Kort")
    directed = replace(PLAIN, directed_by_id="p-wijk", monitored_by_id="p-opv", feedback_ids=("p-z",))
    assert directed.parties == {"p-vt", "p-pol", "p-wijk", "p-opv", "p-z"}
    due = replace(PLAIN, deadline=date(2026, 12, 1))
    assert due.is_late(date(2026, 12, 2))
    assert not due.is_late(date(2026, 12, 1))
    assert not PLAIN.is_late(date(2026, 12, 2))
    assert not replace(due, status=Status.DROPPED).is_late(date(2026, 12, 2))


@pytest.mark.parametrize("words", [AgreementKind, AgreementLevel, Coordination, Frustration, Phase, Status])
def test_every_word_has_a_name_of_its_own(words: Any) -> None:
    assert len({each.msgid for each in words}) == len(words)


def test_an_escalation_is_one_of_ave(table: Table) -> None:
    for level, refused in ((0, Refusal.UNKNOWN), (5, Refusal.UNKNOWN), (4, None)):
        changed = replace(PLAIN, escalation=(Escalation(1, "de aandachtsfunctionaris"), Escalation(level, "wethouder")))
        assert table.do(ev.AgreementChanged, agreement=changed) is refused


# ---- its life


def test_its_life_is_told_in_order(table: Table) -> None:
    agreed_at = table.at
    table.do(ev.AgreementConfirmed, agreement_id="g")
    said_at = table.at
    say(table, Status.HANDED_OVER, "loopt daar", by_id="p-pol", to="huisarts", channel=Channel.MAIL, report_id="r-1")
    agreement = now(table)
    assert agreement.standings == (
        Standing(Status.AGREED, agreed_at),
        Standing(Status.HANDED_OVER, said_at, "loopt daar", "p-pol", "huisarts", Channel.MAIL, "r-1"),
    )
    assert (agreement.status, agreement.status_remark, agreement.handed_to) == (
        Status.HANDED_OVER,
        "loopt daar",
        "huisarts",
    )


def test_what_was_read_is_not_read_twice(table: Table) -> None:
    assert say(table, Status.BUSY, report_id="r-1", channel=Channel.FORM) is None
    assert say(table, Status.KEPT) is None
    assert say(table, Status.BUSY, report_id="r-1", channel=Channel.FORM) is Refusal.READ_ALREADY
    assert say(table, Status.KEPT, report_id="r-2", channel=Channel.FORM) is None
    assert [status for status, _ in life(table)] == [Status.BUSY, Status.KEPT, Status.KEPT]


def test_the_same_said_again_soon_puts_it_right(table: Table) -> None:
    say(table, Status.BUSY, "bijna")
    at = table.at
    say(table, Status.BUSY, "bijna klaar")
    assert now(table).standings == (Standing(Status.BUSY, at, "bijna klaar"),)


def test_a_form_that_is_put_right_is_still_that_form(table: Table) -> None:
    form = {"by_id": "p-pol", "channel": Channel.FORM}
    say(table, Status.BUSY, "bijna", report_id="r-1", **form)
    say(table, Status.BUSY, "bijna klaar", **form)
    assert life(table) == [(Status.BUSY, "bijna klaar")]
    assert say(table, Status.BUSY, report_id="r-1", **form) is Refusal.READ_ALREADY


@pytest.mark.parametrize("other", [{"by_id": "p-pol"}, {"channel": Channel.DESK}])
def test_the_same_said_by_another_or_elsewhere_stands_beside_it(table: Table, other: dict[str, Any]) -> None:
    say(table, Status.BUSY, "bijna")
    say(table, Status.BUSY, "klopt", **other)
    assert life(table) == [(Status.BUSY, "bijna"), (Status.BUSY, "klopt")]


def test_the_same_said_much_later_is_said_anew(table: Table) -> None:
    say(table, Status.BUSY, "bijna")
    table.at += timedelta(hours=12)
    say(table, Status.BUSY, "nog steeds")
    assert life(table) == [(Status.BUSY, "bijna"), (Status.BUSY, "nog steeds")]


def test_words_that_waited_are_gone_when_others_come(table: Table) -> None:
    say(table, Status.BUSY, "bijna")
    say(table, Status.HANDED_OVER, "Fatima belt", to="Fatima", findings=(ev.Spotted("naam", "Fatima"),))
    kept = without_held(table.session.notebook)[0].agreements[0]
    assert (kept.status_remark, kept.handed_to) == ("", "")
    assert [(each.remark, each.to) for each in kept.standings] == [("bijna", ""), ("", "")]
    assert now(table).standings[-1].to == "Fatima"
    say(table, Status.KEPT, "gelukt")
    assert life(table) == [(Status.BUSY, "bijna"), (Status.HANDED_OVER, ""), (Status.KEPT, "gelukt")]
    assert "Fatima" not in repr(now(table))
    assert not table.session.notebook.is_held(remark_subject("g"))


def test_it_goes_on_after_the_meeting_and_is_taken_back_in_it(table: Table) -> None:
    say(table, Status.BUSY)
    table.do(ev.Undone, event_id=table.session.history[-1].event_id)
    assert (now(table).status, life(table)) == (Status.CONCEPT, [])
    table.do(ev.SessionClosed)
    assert say(table, Status.KEPT) is None
    assert now(table).status is Status.KEPT


def test_other_words_leave_when_and_by_whom_it_was_said(table: Table) -> None:
    said: dict[str, Any] = {"by_id": "p-pol", "channel": Channel.FORM, "report_id": "r-1"}
    say(table, Status.BUSY, "Fatima belt", to="Fatima", findings=(ev.Spotted("naam", "Fatima"),), **said)
    (before,) = now(table).standings
    table.at += timedelta(days=60)
    again = replaced(table.session, remark_subject("g"), "Fatima", "iemand")
    assert again is not None
    assert table.do(again[0], **again[1]) is None
    assert now(table).standings == (replace(before, remark="iemand belt", to="iemand"),)
    assert (now(table).status_remark, now(table).handed_to) == ("iemand belt", "iemand")
    assert not table.session.notebook.is_held(remark_subject("g"))


# ---- the yes of the room


def test_a_yes_is_taken_back_whole(table: Table) -> None:
    for _ in range(2):
        table.do(ev.AgreementConfirmed, agreement_id="g")
        assert (now(table).confirmed, life(table)) == (True, [(Status.AGREED, "")])
        table.do(ev.AgreementConfirmed, agreement_id="g", confirmed=False)
        assert (now(table).confirmed, now(table).status, life(table)) == (False, Status.CONCEPT, [])


def test_what_is_being_done_stays_so_whatever_the_room_says(table: Table) -> None:
    say(table, Status.BUSY)
    table.do(ev.AgreementConfirmed, agreement_id="g")
    assert (now(table).confirmed, now(table).status) == (True, Status.BUSY)
    table.do(ev.AgreementConfirmed, agreement_id="g", confirmed=False)
    assert (now(table).confirmed, now(table).status) == (False, Status.BUSY)


def test_a_yes_that_is_taken_back_leaves_what_was_said_in_between(table: Table) -> None:
    say(table, Status.BUSY, "bijna")
    say(table, Status.AGREED, "toch niet", to="niemand")
    table.do(ev.AgreementConfirmed, agreement_id="g", confirmed=False)
    before = [(Status.BUSY, "bijna"), (Status.AGREED, "toch niet"), (Status.CONCEPT, "")]
    assert life(table) == before
    table.do(ev.AgreementConfirmed, agreement_id="g")
    assert life(table) == [*before, (Status.AGREED, "")]
    table.do(ev.AgreementConfirmed, agreement_id="g", confirmed=False)
    assert life(table) == before
    assert (now(table).status, now(table).status_remark, now(table).handed_to) == (Status.CONCEPT, "", "")


@pytest.mark.parametrize("said_before", [(), (Status.BUSY, Status.CONCEPT)])
def test_a_yes_to_words_that_were_put_right_is_of_the_moment_of_the_yes_before(
    table: Table, said_before: tuple[Status, ...]
) -> None:
    for status in said_before:
        say(table, status)
    table.do(ev.AgreementConfirmed, agreement_id="g")
    before = now(table).standings
    table.at += timedelta(days=60)
    for what in ("Mailen", "Mailen."):
        table.do(ev.AgreementChanged, agreement=replace(PLAIN, what=what))
        assert all(standing.at <= before[-1].at for standing in now(table).standings)
    table.do(ev.AgreementConfirmed, agreement_id="g")
    assert (now(table).status, now(table).standings) == (Status.AGREED, before)
    assert table.session.notebook.yeses == ()


def test_a_yes_after_something_else_was_said_is_a_new_one(table: Table) -> None:
    table.do(ev.AgreementConfirmed, agreement_id="g")
    table.do(ev.AgreementConfirmed, agreement_id="g", confirmed=False)
    say(table, Status.BUSY)
    say(table, Status.CONCEPT)
    again = table.at
    table.do(ev.AgreementConfirmed, agreement_id="g")
    assert now(table).standings[-1] == Standing(Status.AGREED, again)


def test_one_that_is_gone_leaves_no_yes(table: Table) -> None:
    table.do(ev.AgreementConfirmed, agreement_id="g")
    table.do(ev.AgreementChanged, agreement=PLAIN)
    assert [each for each, _at in table.session.notebook.yeses] == ["g"]
    table.do(ev.AgreementRemoved, agreement_id="g")
    assert table.session.notebook.yeses == ()


def test_one_that_came_agreed_has_no_life_to_take_from() -> None:
    table = Table().started()
    table.do(ev.AgreementMade, agreement=replace(PLAIN, status=Status.AGREED, confirmed=True))
    table.do(ev.AgreementConfirmed, agreement_id="g", confirmed=False)
    assert (now(table).status, now(table).standings) == (Status.CONCEPT, ())


# ---- versions


def test_it_is_another_version_once_people_had_the_old_one(table: Table) -> None:
    table.do(ev.AgreementChanged, agreement=replace(PLAIN, what="Mailen"))
    assert (now(table).version, now(table).edition) == (1, 1)
    reopened(table)
    table.do(ev.AgreementChanged, agreement=replace(PLAIN, what="Appen"))
    table.do(ev.AgreementChanged, agreement=replace(PLAIN, what="Schrijven"))
    assert (now(table).version, now(table).edition) == (2, 2)
    table.do(ev.AgreementChanged, agreement=replace(now(reopened(table)), version=9, edition=9))
    assert (now(table).version, now(table).edition) == (2, 2)  # nothing of it changed


def test_one_made_after_a_reopening_stands_in_that_version_first(table: Table) -> None:
    reopened(table)
    table.do(ev.AgreementMade, agreement=Agreement("h", "Mailen"))
    made = table.session.agreement("h")
    assert made is not None
    assert (made.version, made.edition, now(table).edition) == (1, 2, 1)


def test_a_change_leaves_its_life_as_it_was(table: Table) -> None:
    say(table, Status.BUSY, "bijna", to="wie dan ook")
    before = now(table)
    table.do(ev.AgreementChanged, agreement=replace(PLAIN, what="Mailen", status=Status.KEPT, standings=()))
    assert now(table) == replace(before, what="Mailen")


# ---- who got the papers


def test_who_got_the_papers_of_which_version(table: Table) -> None:
    first = table.at
    assert table.do(ev.DocumentsHandedOut, channel=Channel.MAIL, participant_ids=("d-1",)) is None
    table.do(ev.SessionClosed)
    second = table.at
    assert table.do(ev.DocumentsHandedOut, channel=Channel.PRINT, partner_ids=("p-vt",)) is None
    assert table.session.course.handed_out == (
        HandedOut(1, first, Channel.MAIL, ("d-1",)),
        HandedOut(1, second, Channel.PRINT, (), ("p-vt",)),
    )
    assert reopened_version(table) == 2


def reopened_version(table: Table) -> int:
    table.do(ev.SessionReopened, reason="fout")
    table.do(ev.DocumentsHandedOut, channel=Channel.FILE, partner_ids=("p-vt",))
    return table.session.course.handed_out[-1].version


def test_papers_go_to_somebody_on_some_way(table: Table) -> None:
    assert table.do(ev.DocumentsHandedOut, channel=Channel.ROOM, partner_ids=("p-vt",)) is Refusal.UNKNOWN
    assert table.do(ev.DocumentsHandedOut, channel=Channel.MAIL) is Refusal.UNKNOWN
