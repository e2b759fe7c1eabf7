"""Who has which version of the documents, and what became of the agreements since."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement
from facilitator.core.course import Stood
from facilitator.core.handing_out import changes, had_before, have_old, is_draft, newest_of
from facilitator.core.refusal import Refusal
from facilitator.core.vocabulary import Channel
from tests.builders import Table
from tests.random_sessions import tables


@pytest.fixture
def table() -> Table:
    """Three agreements in version 1."""
    table = Table().started()
    for number, owner, other in ((1, "p-pol", "p-vt"), (2, "p-vt", "p-wijk"), (3, "p-wijk", "p-pol")):
        made = Agreement(f"a-{number}", f"afspraak {number}", owner, with_ids=(other,), deadline=date(2026, 12, number))
        table.do(ev.AgreementMade, agreement=made)
    table.do(ev.SessionClosed)
    return table


def corrected(table: Table) -> Table:
    """Version 2: one changed, one gone, one new."""
    table.do(ev.SessionReopened, reason="fout")
    first = table.session.agreement("a-1")
    assert first is not None
    table.do(ev.AgreementChanged, agreement=replace(first, what="anders", with_ids=("p-wijk",)))
    table.do(ev.AgreementRemoved, agreement_id="a-2")
    table.do(ev.AgreementMade, agreement=Agreement("a-4", "nieuw", "p-pol"))
    return table


def told(table: Table, partner_id: str | None = None, since: int | None = None) -> tuple[list[str], ...] | None:
    found = changes(table.session, partner_id, since)
    if found is None:
        return None
    names = ([one.id for one in found.new], [one.id for one in found.changed], [one.agreement_id for one in found.gone])
    assert bool(found) == any(names)
    return names


def hand_out(table: Table, *people: str, partners: tuple[str, ...] = ()) -> Refusal | None:
    return table.do(ev.DocumentsHandedOut, channel=Channel.FILE, participant_ids=people, partner_ids=partners)


def test_the_first_version_changes_nothing(table: Table) -> None:
    assert told(Table().started()) is None
    assert told(table) is None


def test_what_is_new_changed_and_gone_since_the_version_before(table: Table) -> None:
    corrected(table)
    assert told(table) == (["a-4"], ["a-1"], ["a-2"])
    table.do(ev.SessionClosed)
    assert told(table) == (["a-4"], ["a-1"], ["a-2"])


def test_of_what_is_gone_there_are_no_words(table: Table) -> None:
    found = changes(corrected(table).session)
    assert found is not None
    assert found.gone == (Stood("a-2", 1, "p-vt", date(2026, 12, 2), frozenset({"p-vt", "p-wijk"})),)
    assert "afspraak" not in repr(table.session.course.editions)


def test_a_partner_hears_only_of_what_belongs_or_belonged_to_it(table: Table) -> None:
    corrected(table)
    assert told(table, "p-vt") == ([], [], ["a-1", "a-2"])
    assert told(table, "p-wijk") == (["a-1"], [], ["a-2"])
    assert told(table, "p-pol") == (["a-4"], ["a-1"], [])


def test_changes_since_the_version_that_somebody_has(table: Table) -> None:
    corrected(table).do(ev.SessionClosed)
    table.do(ev.SessionReopened, reason="nog iets")
    table.do(ev.SessionClosed)
    assert told(table) == ([], [], [])
    assert told(table, since=1) == (["a-4"], ["a-1"], ["a-2"])
    assert told(table, since=0) is None
    assert told(table, since=9) == ([], [], [])


def test_undo_takes_a_change_back(table: Table) -> None:
    table.do(ev.SessionReopened, reason="fout")
    table.do(ev.AgreementRemoved, agreement_id="a-2")
    table.do(ev.Undone, event_id=table.session.history[-1].event_id)
    assert told(table) == ([], [], [])


def test_what_was_held_back_at_the_closing_is_new_to_the_readers(table: Table) -> None:
    table.do(ev.SessionReopened, reason="fout")
    seen = (ev.Spotted("naam", "Kim"),)
    table.do(ev.AgreementMade, agreement=Agreement("a-9", "Kim bellen", "p-pol"), findings=seen)
    table.do(ev.SessionClosed)
    table.do(ev.SessionReopened, reason="fout")
    table.do(ev.FindingSettled, subject_id="a-9", text="Kim", decision=ev.Decision.INVENTED)
    assert told(table) == (["a-9"], [], [])


def test_who_has_the_old_version_until_they_got_the_new_one(table: Table) -> None:
    hand_out(table, "d-1", "d-2", partners=("p-vt",))
    assert have_old(table.session) == {}
    corrected(table).do(ev.SessionClosed)
    assert list(have_old(table.session)) == ["d-1", "d-2", "p-vt"]
    hand_out(table, "d-1")
    assert list(have_old(table.session)) == ["d-2", "p-vt"]


def test_what_a_reader_had_and_has(table: Table) -> None:
    hand_out(table, "d-1")
    corrected(table).do(ev.SessionClosed)
    hand_out(table, "d-1")
    newest, before = newest_of(table.session, "d-1"), had_before(table.session, "d-1")
    assert newest is not None
    assert before is not None
    assert (newest.version, before.version) == (2, 1)
    assert had_before(table.session, "d-2") is None


def test_a_draft_is_old_once_the_session_is_closed() -> None:
    table = Table().started()
    hand_out(table, "d-1")
    (given,) = table.session.course.handed_out
    assert is_draft(table.session, given)
    assert have_old(table.session) == {}
    table.do(ev.SessionClosed)
    hand_out(table, "d-2")
    assert is_draft(table.session, given)
    assert not is_draft(table.session, table.session.course.handed_out[1])
    assert list(have_old(table.session)) == ["d-1"]


def test_a_draft_of_a_correction_is_not_old_while_it_is_corrected(table: Table) -> None:
    corrected(table)
    hand_out(table, "d-1")
    assert have_old(table.session) == {}
    table.do(ev.SessionClosed)
    assert list(have_old(table.session)) == ["d-1"]


def test_who_is_no_longer_there_has_nothing_to_bring_back(table: Table) -> None:
    hand_out(table, "d-4")
    table.do(ev.SessionReopened, reason="fout")
    table.do(ev.ParticipantRemoved, participant_id="d-4")
    assert have_old(table.session) == {}


def test_of_a_rehearsal_nothing_is_handed_out() -> None:
    table = Table(rehearsal=True).started()
    assert hand_out(table, "d-1") is Refusal.UNKNOWN
    assert hand_out(Table().started(), "d-1") is None


@settings(max_examples=150, deadline=None)
@given(tables())
def test_an_agreement_is_new_changed_gone_or_as_it_was_and_never_two_of_them(table: Table) -> None:
    for partner_id in (None, "p-pol"):
        found = changes(table.session, partner_id)
        if found is None:
            continue
        there = [*(one.id for one in found.new), *(one.id for one in found.changed)]
        ids = [*there, *(one.agreement_id for one in found.gone)]
        assert len(set(ids)) == len(ids)
        assert set(there) <= {one.id for one in table.session.notebook.agreements}
