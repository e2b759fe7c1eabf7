import json
from dataclasses import replace

import pytest
from hypothesis import given

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement
from facilitator.core.casus import Phase
from facilitator.core.codec import Unreadable, event_from_plain, event_to_plain, from_plain, map_text, to_plain
from facilitator.core.people import Partner
from tests.builders import CASE, CASE_SCRIPT, Table
from tests.random_sessions import tables


@given(tables())
def test_every_event_comes_back_as_it_was(table: Table) -> None:
    for event in table.events:
        stored = json.dumps(event_to_plain(event))
        assert event_from_plain(json.loads(stored)) == event


def test_what_is_as_usual_is_not_written() -> None:
    assert to_plain(Agreement("g", "Bellen", phase=Phase.RECOVERY)) == {
        "id": "g",
        "what": "Bellen",
        "phase": "herstel",
    }


def test_a_field_added_later_takes_its_default() -> None:
    assert from_plain(Agreement, {"id": "g", "what": "Bellen"}) == Agreement("g", "Bellen")


def test_an_answer_and_a_script_of_before_there_were_roles_and_turns_come_back() -> None:
    old = {"id": "a", "step_id": "nodig", "text": "iets", "shown": True}
    assert from_plain(ev.Answer, old) == ev.Answer("a", "nodig", "iets", shown=True)
    plain = event_to_plain(Table(CASE_SCRIPT, CASE).events[0])
    written = json.dumps(plain)
    new = ("role_cards", "needs", "way", "tells", "compare_with", "scale_low", "findings", "turning_point_id")
    assert [name for name in new if f'"{name}"' in written] == []
    assert event_from_plain(json.loads(written)) == Table(CASE_SCRIPT, CASE).events[0]


PLANNED = event_to_plain(Table().events[0])


@pytest.mark.parametrize(
    "stored",
    [
        None,
        ["SessionStarted"],
        {},
        {"kind": "Onbekend"},
        {"kind": ["SessionStarted"]},
        {"kind": "SessionStarted", "id": "e", "at": "2026-11-17T13:00:00"},
        {"kind": "SessionStarted", "id": "e"},
        {"kind": "SessionStarted", "id": 1, "at": "2026-11-17T13:00:00+00:00"},
        {"kind": "SessionStarted", "id": "e", "at": "gisteren"},
        {"kind": "SessionStarted", "id": "e", "at": 5},
        {"kind": "SessionStarted", "id": "e", "at": "2026-11-17T13:00:00+00:00", "meer": 1},
        {**PLANNED, "partners": "Politie"},
        {**PLANNED, "details": []},
        {**PLANNED, "minutes": [True]},
        {"kind": "ScreenSet", "id": "e", "at": "2026-11-17T13:00:00+00:00", "screen": "paars"},
    ],
)
def test_what_does_not_fit_is_unreadable(stored: object) -> None:
    with pytest.raises(Unreadable):
        event_from_plain(stored)


def test_text_is_changed_deep_inside_and_enumerations_are_not() -> None:
    changed = map_text(replace(CASE.moments[0], phase=Phase.RECOVERY), str.upper)
    assert (changed.title, changed.roles[0].role, changed.phase) == ("MAANDAG", "LEERKRACHT", Phase.RECOVERY)
    assert (
        map_text(ev.PartnerAdded(id="e", at=Table().at, partner=Partner("x", "ggd")), str.upper).partner.name == "GGD"
    )


def test_only_records_and_plain_values_have_a_plain_form() -> None:
    with pytest.raises(TypeError, match="float"):
        to_plain(1.5)
