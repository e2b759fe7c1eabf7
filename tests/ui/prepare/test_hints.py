from dataclasses import replace
from datetime import date, timedelta

import pytest

from facilitator.ui.prepare.draft import Draft, Guest
from facilitator.ui.prepare.hints import Part, blocked, hints
from tests.builders import CASE_SCRIPT, SCRIPT

DAY = date(2026, 11, 17)
GUESTS = tuple(Guest(str(n), f"Persoon {n}", "Politie") for n in range(6))
GOOD = Draft(SCRIPT.form, DAY, SCRIPT, place="Buurthuis", guests=GUESTS)


def fields(draft: Draft, today: date = DAY) -> dict[str, bool]:
    return {hint.field: hint.blocks for hint in hints(draft, today)}


def test_a_good_draft_has_nothing_to_say() -> None:
    assert hints(GOOD, DAY) == ()


@pytest.mark.parametrize(
    ("changed", "field", "blocks"),
    [
        ({"script": None}, "script", True),
        ({"script": CASE_SCRIPT}, "case", True),
        ({"place": "  "}, "place", True),
        ({"day": DAY - timedelta(days=1)}, "day", False),
        ({"next_meeting": DAY}, "next_meeting", True),
        ({"available_minutes": 5}, "minutes", True),
        ({"available_minutes": 5, "short_on_purpose": True}, "minutes", False),
        ({"guests": ()}, "group", False),
        ({"guests": GUESTS[:1]}, "group", False),
        ({"guests": (*GUESTS, Guest("x", "", "Politie"))}, "name", True),
        ({"guests": (*GUESTS, Guest("x", "Bo"))}, "organisation", True),
        ({"guests": (*GUESTS, Guest("x", "persoon 1", "politie"))}, "name", False),
    ],
)
def test_what_is_told_beside_which_field(changed: dict[str, object], field: str, blocks: bool) -> None:
    assert fields(replace(GOOD, **changed)) == {field: blocks}  # type: ignore[arg-type]


def test_a_person_without_a_name_may_be_a_role() -> None:
    assert hints(replace(GOOD, guests=(*GUESTS, Guest("x", "", "Politie", "wijkagent"))), DAY) == ()


def test_the_row_is_named() -> None:
    (hint,) = hints(replace(GOOD, guests=(*GUESTS, Guest("x", "Bo"))), DAY)
    assert (hint.row, hint.part) == ("x", Part.PEOPLE)
    assert "Bo" in hint.text


def test_a_part_may_block_while_others_do_not() -> None:
    found = hints(replace(GOOD, place=""), DAY)
    assert blocked(found)
    assert blocked(found, Part.MEETING)
    assert not blocked(found, Part.PEOPLE)
