from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from facilitator.core import events as ev
from facilitator.core.attendance import Missed, attendance, missed, time_there, was_there
from facilitator.core.people import Participant, Stay
from facilitator.core.refusal import Refusal
from facilitator.core.script import StepKind
from tests.builders import CASE, CASE_SCRIPT, OTHER_CASE, PEOPLE, START, Table, step

ADA = Participant("d-9", "Ada Boon", "p-vt", walk_in=True)


def after(minutes: int) -> datetime:
    return START + timedelta(minutes=minutes)


def out(table: Table, minutes: int, who: str = "d-1", *, back: bool = False) -> Refusal | None:
    """Let somebody leave the room, or come (`back`), so many minutes after the start."""
    table.at = max(table.at, after(minutes))
    return table.do(ev.PresenceSet, participant_id=who, present=back)


def test_who_is_there_at_the_start_came_with_it_and_who_is_not_did_not() -> None:
    people = (PEOPLE[0], Participant("d-8", "Mo", "p-vt", present=False))
    table = Table(participants=people).started()
    assert (attendance(table.session, "d-1"), attendance(table.session, "d-8")) == ((Stay(),), ())
    assert attendance(table.session, "nobody") == ()


def test_who_goes_out_and_comes_back_was_away_in_between() -> None:
    table = Table().started()
    assert (out(table, 10), out(table, 25, back=True), out(table, 40)) == (None, None, None)
    assert attendance(table.session, "d-1") == (Stay(None, after(10)), Stay(after(25), after(40)))
    assert not table.session.participant("d-1").present  # type: ignore[union-attr]
    assert was_there(table.session, "d-1")


def test_a_walk_in_comes_when_they_are_added() -> None:
    table = Table().started()
    table.at = after(12)
    assert table.do(ev.ParticipantAdded, participant=ADA) is None
    assert attendance(table.session, "d-9") == (Stay(after(12)),)
    table.do(ev.ParticipantRemoved, participant_id="d-9")
    assert table.session.notebook.presences == ()


def test_who_is_added_before_the_start_or_after_the_end_has_no_time_of_their_own() -> None:
    table = Table()
    table.do(ev.ParticipantAdded, participant=ADA)
    table.started().do(ev.SessionClosed)
    table.do(ev.SessionReopened)
    table.do(ev.ParticipantAdded, participant=Participant("d-8", "Mo", "p-vt"))
    assert attendance(table.session, "d-9") == attendance(table.session, "d-8") == (Stay(),)


def test_breaks_and_time_that_stood_still_are_no_time_there() -> None:
    steps = (*CASE_SCRIPT.steps, step("rust", StepKind.BREAK, 10))
    table = Table(replace(CASE_SCRIPT, steps=steps), CASE).started()
    out(table, 10)
    out(table, 25, back=True)
    table.at = after(30)
    table.do(ev.MeetingPaused)
    table.at = after(36)
    table.do(ev.MeetingContinued)
    table.at = after(40)
    table.at_step("rust")
    table.at = after(52)
    table.at_step("afspraken")
    table.at = after(60)
    table.do(ev.SessionClosed)
    late = after(600)
    assert time_there(table.session, "d-2", late) == timedelta(minutes=60 - 6 - 12)
    assert time_there(table.session, "d-1", late) == timedelta(minutes=60 - 6 - 12 - 15)
    assert time_there(table.session, "nobody", late) == timedelta()
    assert time_there(Table().session, "d-1", late) == timedelta()


@pytest.mark.parametrize("back", [False, True])
def test_a_mistake_of_less_than_a_minute_leaves_nothing(back: bool) -> None:
    table = Table().started()
    if back:
        out(table, 5)
    before = table.session.notebook.presences
    table.at = after(30)
    table.do(ev.PresenceSet, participant_id="d-1", present=back)
    table.at = after(30) + timedelta(seconds=40)
    assert table.do(ev.PresenceSet, participant_id="d-1", present=not back) is None
    assert attendance(table.session, "d-1") == (before[0].stays if back else (Stay(),))


def test_a_moment_can_be_said_with_it_within_the_meeting_and_after_the_one_before() -> None:
    table = Table().started()
    table.at = after(30)
    gone = {"participant_id": "d-1", "present": False}
    assert table.do(ev.PresenceSet, **gone, since=after(-1)) is Refusal.OUT_OF_ORDER
    assert table.do(ev.PresenceSet, **gone, since=after(31)) is Refusal.OUT_OF_ORDER
    assert table.do(ev.PresenceSet, **gone, since=after(20)) is None
    assert table.do(ev.PresenceSet, participant_id="d-1", present=True, since=after(20)) is Refusal.OUT_OF_ORDER
    assert attendance(table.session, "d-1") == (Stay(None, after(20)),)


def test_nobody_comes_twice_and_nobody_comes_who_is_not_known() -> None:
    table = Table().started()
    assert table.do(ev.PresenceSet, participant_id="d-1", present=True) is Refusal.DOUBLE
    assert table.do(ev.PresenceSet, participant_id="weg", present=True) is Refusal.UNKNOWN
    assert table.do(ev.PresenceCorrected, participant_id="weg", stays=()) is Refusal.UNKNOWN


def test_before_the_meeting_and_after_it_presence_is_said_of_the_whole() -> None:
    table = Table()
    table.do(ev.PresenceSet, participant_id="d-1", present=False)
    assert table.do(ev.PresenceCorrected, participant_id="d-1", stays=()) is Refusal.NOT_RUNNING
    assert table.do(ev.PresenceSet, participant_id="d-1", present=True, since=after(1)) is Refusal.OUT_OF_ORDER
    table.started()
    out(table, 10, "d-2")
    table.do(ev.SessionClosed)
    table.do(ev.SessionReopened)
    table.do(ev.PresenceSet, participant_id="d-2", present=True)
    assert (attendance(table.session, "d-1"), attendance(table.session, "d-2")) == ((), (Stay(),))


def test_times_are_put_right_and_undone() -> None:
    table = Table().started()
    table.at = after(60)
    stays = (Stay(after(5), after(20)), Stay(after(30)))
    assert table.do(ev.PresenceCorrected, participant_id="d-1", stays=stays) is None
    assert attendance(table.session, "d-1") == stays
    table.do(ev.PresenceCorrected, participant_id="d-1", stays=())
    assert (was_there(table.session, "d-1"), table.session.participant("d-1").present) == (False, False)  # type: ignore[union-attr]
    table.do(ev.Undone, event_id=table.session.history[-1].event_id)
    assert attendance(table.session, "d-1") == stays


@pytest.mark.parametrize(
    "stays",
    [
        (Stay(after(20), after(5)),),
        (Stay(after(5), after(5)),),
        (Stay(after(5), after(20)), Stay(after(20))),
        (Stay(after(5)), Stay(after(20))),
        (Stay(after(5), after(9)), Stay()),
        (Stay(after(-5)),),
        (Stay(None, after(61)),),
    ],
)
def test_times_that_cannot_be_are_refused(stays: tuple[Stay, ...]) -> None:
    table = Table().started()
    table.at = after(60)
    assert table.do(ev.PresenceCorrected, participant_id="d-1", stays=stays) is Refusal.OUT_OF_ORDER


def test_after_the_meeting_times_end_with_it() -> None:
    table = Table().started()
    table.at = after(60)
    table.do(ev.SessionClosed)
    table.at = after(500)
    table.do(ev.SessionReopened)
    late, fits = (Stay(None, after(100)),), (Stay(None, after(50)),)
    assert table.do(ev.PresenceCorrected, participant_id="d-1", stays=late) is Refusal.OUT_OF_ORDER
    assert table.do(ev.PresenceCorrected, participant_id="d-1", stays=fits) is None


def test_a_record_that_says_present_or_not_says_it_of_the_whole_meeting() -> None:
    table = Table().started()
    out(table, 10)
    renamed = Participant("d-1", "Noor de Boer", "p-pol", "wijkagent", present=False)
    table.do(ev.ParticipantChanged, participant=renamed)
    assert attendance(table.session, "d-1") == (Stay(None, after(10)),)
    table.do(ev.ParticipantChanged, participant=PEOPLE[0])
    assert attendance(table.session, "d-1") == (Stay(),)
    assert table.do(ev.ParticipantChanged, participant=Participant("weg", "Mo", "p-vt")) is Refusal.UNKNOWN


# ---- who was out of the room for what


def told() -> Table:
    """The first moment from minute 10 to 20, the second from 20 on."""
    table = Table(CASE_SCRIPT, CASE).started()
    for minute, page in ((10, 0), (20, 1)):
        table.at = after(minute)
        table.at_step("casus", page)
    return table


def test_a_moment_that_was_told_without_somebody_is_missed() -> None:
    table = told()
    out(table, 21)
    table.at = after(30)
    table.at_step("afspraken")
    assert missed(table.session, "d-1", after(40)) == (Missed("Stil", partly=(2,)),)
    assert missed(table.session, "d-2", after(40)) == ()


def test_a_page_that_took_no_time_is_missed_by_nobody() -> None:
    table = told()
    assert missed(table.session, "d-1", after(20)) == ()
    out(table, 12)
    assert missed(table.session, "d-1", after(20)) == ()


def test_who_never_came_missed_everything_that_was_told() -> None:
    table = told()
    table.do(ev.PresenceCorrected, participant_id="d-1", stays=())
    assert missed(table.session, "d-1", after(15 + 15)) == (Missed("Stil", (1, 2), whole=True),)
    assert missed(Table(CASE_SCRIPT, CASE).session, "d-1", after(30)) == ()


def test_less_than_a_minute_is_neither_missing_nor_being_there() -> None:
    table = told()
    nearly = (Stay(None, after(20) - timedelta(seconds=30)), Stay(after(29) + timedelta(seconds=30)))
    table.at = after(30)
    table.do(ev.PresenceCorrected, participant_id="d-1", stays=nearly)
    table.at = after(30)
    table.at_step("afspraken")
    assert missed(table.session, "d-1", after(40)) == (Missed("Stil", (2,)),)


def test_a_moment_that_is_told_twice_is_told_once() -> None:
    table = told()
    out(table, 30)
    table.at = after(30)
    table.at_step("casus", 0)
    table.at = after(45)
    table.at_step("afspraken")
    table.do(ev.SessionClosed)
    assert missed(table.session, "d-1", after(400)) == (Missed("Stil", partly=(1,)),)


def test_what_was_missed_is_told_by_case() -> None:
    table = told()
    table.at = after(30)
    assert table.do(ev.CaseSwitched, case=OTHER_CASE) is None
    was_out = (Stay(None, after(20)), Stay(after(40)))
    table.at = after(50)
    assert table.do(ev.PresenceCorrected, participant_id="d-1", stays=was_out) is None
    assert missed(table.session, "d-1", after(50)) == (Missed("Stil", (2,)), Missed("Luid", partly=(1,)))


def test_a_pause_is_missed_by_nobody() -> None:
    table = told()
    table.at = after(30)
    assert table.do(ev.MeetingPaused) is None
    out(table, 31)
    out(table, 39, back=True)
    table.at = after(40)
    table.do(ev.MeetingContinued)
    assert missed(table.session, "d-1", after(60)) == ()


def test_a_pause_that_was_counted_afterwards_is_missed_by_nobody() -> None:
    table = told()
    out(table, 23)
    out(table, 27, back=True)
    table.at = after(32)
    table.at_step("afspraken")
    assert missed(table.session, "d-1", after(40)) == (Missed("Stil", partly=(2,)),)
    assert table.do(ev.PauseCounted, stretch=ev.Stretch(after(22), after(28))) is None
    assert missed(table.session, "d-1", after(40)) == ()
    out(table, 33)
    table.do(ev.PauseCounted, stretch=ev.Stretch(after(28), after(33)))
    gone = (Stay(None, after(20)),)
    assert table.do(ev.PresenceCorrected, participant_id="d-1", stays=gone) is None
    assert missed(table.session, "d-1", after(40)) == (Missed("Stil", (2,)),)


# ---- where people sit


def seated(table: Table) -> list[str]:
    return [partner.id for partner in table.session.notebook.partners]


def test_the_round_follows_the_seats_and_who_comes_later_sits_last() -> None:
    table = Table().started()
    assert table.do(ev.PartnersSeated, partner_ids=("p-wijk", "p-pol", "p-vt")) is None
    assert seated(table) == ["p-wijk", "p-pol", "p-vt"]
    table.do(ev.PartnersSeated, partner_ids=("p-vt",))
    assert seated(table) == ["p-vt", "p-wijk", "p-pol"]
    table.do(ev.Undone, event_id=table.session.history[-1].event_id)
    assert seated(table) == ["p-wijk", "p-pol", "p-vt"]


def test_nobody_sits_twice_and_only_who_is_there_sits() -> None:
    table = Table()
    assert table.do(ev.PartnersSeated, partner_ids=("p-pol", "p-pol")) is Refusal.DOUBLE
    assert table.do(ev.PartnersSeated, partner_ids=("p-pol", "weg")) is Refusal.UNKNOWN


def test_what_was_noted_stays_when_the_start_turns_out_to_be_later() -> None:
    table = Table().started()
    out(table, 10)
    course = table.session.course
    later = replace(course, visits=(replace(course.visits[0], at=after(15)),))
    table.session = replace(table.session, course=later)
    assert out(table, 20, back=True) is None
    assert attendance(table.session, "d-1") == (Stay(None, after(10)), Stay(after(20)))
