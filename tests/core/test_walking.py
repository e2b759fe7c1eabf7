"""Walks through an instrument in a meeting: noted, taken back, held where they look personal, and before the room."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from facilitator.core import events as ev
from facilitator.core.audience import Scene, audience_view
from facilitator.core.codec import event_from_plain, event_to_plain
from facilitator.core.course import OpenWalk
from facilitator.core.held import Sort, held_texts, replaced
from facilitator.core.instrument import Instrument
from facilitator.core.refusal import Refusal
from facilitator.core.spotting import walk_subject, without_held
from facilitator.core.vocabulary import AgreementKind
from facilitator.core.walk import Answered, End, Walk
from facilitator.core.walking import agreed_from, agreement_from, walk_of
from tests.builders import SCRIPT, Table
from tests.random_sessions import INSTRUMENT

WALK = Walk("w", "instrument", "Wegen", INSTRUMENT)
SAFE = Answered("veilig", 0, "De buurvrouw let op")
NAMED = Answered("veilig", 0, "Fatima let op", "Jansen", "Fatima belt", date(2026, 12, 1))
FOUND = (ev.Spotted("naam", "Fatima"),)


def begun(*said: Answered, **more: Any) -> Table:
    """A meeting in which the walk was begun, with this said."""
    table = Table().started()
    assert table.do(ev.WalkBegun, walk=WALK) is None
    for one in said:
        assert table.do(ev.WalkAnswered, walk_id="w", said=one, **more) is None
    return table


def the_walk(table: Table) -> Walk:
    """The walk as it is now."""
    walk = walk_of(table.session, "w")
    assert walk is not None
    return walk


def test_what_is_said_is_noted_put_right_and_taken_back() -> None:
    table = begun(SAFE)
    right = replace(SAFE, reason="De buren letten op")
    assert table.do(ev.WalkAnswered, walk_id="w", said=right) is None
    assert the_walk(table).answers == (right,)
    table.do(ev.Undone, event_id=table.session.history[-1].event_id)
    assert the_walk(table).answers == (SAFE,)


def test_later_answers_fall_away_with_what_was_found_in_them() -> None:
    table = begun(SAFE)
    help_named = Answered("hulp", 0, "Fatima")
    table.do(ev.WalkAnswered, walk_id="w", said=help_named, findings=FOUND)
    assert table.session.notebook.flags
    table.do(ev.WalkAnswered, walk_id="w", said=replace(SAFE, answer=1))
    assert [one.question_id for one in the_walk(table).answers] == ["veilig"]
    assert not table.session.notebook.flags
    assert the_walk(table).end is End.OUTCOME


@pytest.mark.parametrize(
    ("kind", "fields", "refusal"),
    [
        (ev.WalkBegun, {"walk": WALK}, Refusal.DOUBLE),
        (ev.WalkBegun, {"walk": replace(WALK, id="v", instrument=Instrument(()))}, Refusal.EMPTY),
        (ev.WalkAnswered, {"walk_id": "x", "said": SAFE}, Refusal.UNKNOWN),
        (ev.WalkAnswered, {"walk_id": "w", "said": Answered("hulp", 0)}, Refusal.UNKNOWN),
        (ev.WalkStopped, {"walk_id": "x"}, Refusal.UNKNOWN),
        (ev.WalkRemoved, {"walk_id": "x"}, Refusal.UNKNOWN),
        (ev.WalkShown, {"walk_id": "x"}, Refusal.UNKNOWN),
        (ev.WalkShown, {"walk_id": "w", "question_id": "hulp"}, Refusal.UNKNOWN),
    ],
)
def test_what_does_not_fit_is_refused(kind: type[ev.Event], fields: dict[str, Any], refusal: Refusal) -> None:
    assert begun().do(kind, **fields) is refusal


def test_before_it_began_nothing_is_walked_and_nothing_shown() -> None:
    table = Table()
    assert table.do(ev.WalkBegun, walk=WALK) is Refusal.NOT_RUNNING
    assert table.do(ev.WalkShown, walk_id="w") is Refusal.NOT_RUNNING


def test_it_is_begun_without_answers_that_came_from_elsewhere() -> None:
    table = Table().started()
    table.do(ev.WalkBegun, walk=replace(WALK, answers=(SAFE,), stopped_id="veilig"))
    assert the_walk(table) == WALK


def test_it_can_be_stopped_once_and_taken_away_whole() -> None:
    table = begun(NAMED, findings=FOUND)
    assert table.do(ev.WalkStopped, walk_id="w") is None
    assert the_walk(table).stopped_id == "hulp"
    assert table.do(ev.WalkStopped, walk_id="w") is Refusal.UNKNOWN
    assert table.do(ev.WalkRemoved, walk_id="w") is None
    assert not table.session.notebook.walks
    assert not table.session.notebook.flags


def test_the_session_keeps_its_own_instrument() -> None:
    event = Table().started().event(ev.WalkBegun, walk=WALK)
    again = event_from_plain(event_to_plain(event))
    assert again == event


# ---- what looks like personal data


def test_a_note_that_looks_personal_waits_and_can_be_put_right() -> None:
    table = begun(NAMED, findings=FOUND)
    held = held_texts(table.session)
    assert [(each.written.sort, each.text) for each in held] == [(Sort.WALK, NAMED.words)]
    kind, fields = replaced(table.session, held[0].subject_id, "Fatima", "de moeder") or (ev.Undone, {})
    assert table.do(kind, **fields) is None
    said = the_walk(table).said("veilig")
    assert (said.reason, said.next_step, said.answer) == ("de moeder let op", "de moeder belt", 0)
    assert not held_texts(table.session)


def test_paper_gets_the_answer_without_the_note_that_waits() -> None:
    book, held = without_held(begun(NAMED, findings=FOUND).session.notebook)
    assert (book.walks[0].answers, held) == ((Answered("veilig", 0, by=NAMED.by),), 1)


# ---- before the room


def test_the_room_sees_question_and_answers_and_notes_only_on_purpose() -> None:
    table = begun(SAFE)
    table.do(ev.WalkShown, walk_id="w", question_id="veilig")
    view = audience_view(table.session)
    assert view.walk is not None
    assert (view.scene, view.walk.question, view.walk.answers) == (Scene.WALK, "Is het veilig?", ("ja", "nee"))
    assert (view.walk.chosen, view.walk.number, view.walk.total, view.walk.notes) == (0, 1, 0, ())
    table.do(ev.WalkShown, walk_id="w", question_id="veilig", notes=True)
    shown = audience_view(table.session).walk
    assert shown is not None
    assert shown.notes == ("De buurvrouw let op",)


def test_a_note_that_waits_is_not_shown_even_on_purpose() -> None:
    table = begun(NAMED, findings=FOUND)
    table.do(ev.WalkShown, walk_id="w", question_id="veilig", notes=True)
    shown = audience_view(table.session).walk
    assert shown is not None
    assert not shown.notes


def test_the_room_sees_where_it_led() -> None:
    table = begun(replace(SAFE, answer=1))
    table.do(ev.WalkShown, walk_id="w")
    shown = audience_view(table.session).walk
    assert shown is not None
    assert (shown.outcome, shown.text, shown.to_do) == ("Bel", "Bel **vandaag**.", ("Bel 0800-2000.",))


def test_without_an_outcome_the_room_sees_which_instrument_it_was_and_where_it_was_left() -> None:
    table = begun()
    table.do(ev.WalkStopped, walk_id="w")
    assert table.do(ev.WalkShown, walk_id="w") is None
    shown = audience_view(table.session).walk
    assert shown is not None
    assert (shown.title, shown.outcome, shown.question) == ("Wegen", "", "")
    assert (shown.end, shown.asked) == (End.OPEN, "Is het veilig?")


def test_an_end_that_was_not_reached_is_not_shown() -> None:
    table = begun(SAFE)
    assert table.do(ev.WalkShown, walk_id="w") is Refusal.UNKNOWN
    table.do(ev.WalkAnswered, walk_id="w", said=replace(SAFE, answer=1))
    assert table.do(ev.WalkShown, walk_id="w") is None
    table.do(ev.Undone, event_id=table.session.history[-1].event_id)
    assert audience_view(table.session).scene is Scene.NEUTRAL


def test_what_is_typed_on_after_a_pause_is_taken_back_as_one() -> None:
    table = begun(SAFE)
    for reason in ("De buurvrouw let op, en", "De buurvrouw let op, en de school"):
        table.do(
            ev.WalkAnswered,
            walk_id="w",
            said=replace(SAFE, reason=reason),
            typed_on=table.session.history[-1].event_id if reason.endswith("school") else "",
        )
    table.do(ev.Undone, event_id=table.session.history[-1].event_id)
    assert the_walk(table).answers == (SAFE,)
    table.do(ev.Redone, event_id=table.session.undone[-1].event_id)
    assert the_walk(table).said("veilig").reason.endswith("school")


def test_something_else_in_between_makes_it_a_change_of_its_own() -> None:
    table = begun(SAFE)
    before = table.session.history[-1].event_id
    table.do(ev.NoteWritten, note=ev.Note("n", "Tussendoor", "nodig"))
    table.do(ev.WalkAnswered, walk_id="w", said=replace(SAFE, reason="Anders"), typed_on=before)
    table.do(ev.Undone, event_id=table.session.history[-1].event_id)
    assert the_walk(table).answers == (SAFE,)


def test_its_place_stays_neutral_once_undo_took_it_off_the_way() -> None:
    table = begun(SAFE)
    table.do(ev.WalkShown, walk_id="w", question_id="hulp")
    table.do(ev.Undone, event_id=table.session.history[-1].event_id)
    assert audience_view(table.session).scene is Scene.NEUTRAL
    table.do(ev.WalkRemoved, walk_id="w")
    assert audience_view(table.session).scene is Scene.NEUTRAL


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (ev.WalkShown, {"walk_id": None}),
        (ev.StepEntered, {"step_id": "nodig", "page": 0}),
        (ev.SlideShown, {"slide_id": "d"}),
        (ev.ConfidentialityShown, {"text": "Wat hier gezegd wordt, blijft hier."}),
        (ev.SessionClosed, {}),
    ],
)
def test_whatever_takes_its_place_takes_it_away(kind: type[ev.Event], fields: dict[str, Any]) -> None:
    table = begun(SAFE)
    table.do(ev.SlideWritten, slide=ev.Slide("d", "Pauze", ready=True))
    table.do(ev.WalkShown, walk_id="w", question_id="veilig")
    assert table.session.course.walk == OpenWalk("w", "veilig")
    assert table.do(kind, **fields) is None
    assert table.session.course.walk is None


# ---- what is agreed from it


def test_a_next_step_becomes_an_agreement_of_the_organisation_of_that_name() -> None:
    table = begun(replace(SAFE, owner="politie", next_step="Folder herdrukken", by=date(2026, 12, 1)))
    walk = the_walk(table)
    made = agreement_from(table.session, walk, "veilig", "g")
    assert made is not None
    assert (made.what, made.owner_id, made.deadline) == ("Folder herdrukken", "p-pol", date(2026, 12, 1))
    assert (made.why, made.kind, made.origin.subject_id) == ("Is het veilig?", None, walk_subject("w", "veilig"))
    assert not agreed_from(table.session, walk, "veilig")
    table.do(ev.AgreementMade, agreement=made)
    assert agreed_from(table.session, walk, "veilig") == (replace(made, edition=1),)


def test_an_owner_that_is_not_at_the_table_is_left_to_be_filled_in() -> None:
    table = begun(replace(SAFE, owner="GGD", next_step="Folder herdrukken"))
    made = agreement_from(table.session, the_walk(table), "veilig", "g")
    assert made is not None
    assert made.owner_id is None


def test_what_is_to_be_done_at_the_end_becomes_one_too_and_nothing_makes_none() -> None:
    table = begun(replace(SAFE, answer=1))
    walk = the_walk(table)
    made = agreement_from(table.session, walk, "", "g", "Bel 0800-2000.")
    assert made is not None
    assert (made.what, made.why) == ("Bel 0800-2000.", "Bel")
    assert agreement_from(table.session, walk, "veilig", "g") is None


def test_a_plan_makes_agreements_about_prevention_also_where_no_outcome_is_named() -> None:
    plan = replace(WALK, id="p", instrument=replace(INSTRUMENT, plans=True, outcomes=()))
    table = Table(SCRIPT).started()
    table.do(ev.WalkBegun, walk=plan)
    made = agreement_from(table.session, plan, "", "g", "Volgend jaar weer")
    assert made is not None
    assert (made.kind, made.why) == (AgreementKind.PREVENTION, "")
