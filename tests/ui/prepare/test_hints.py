from dataclasses import replace
from datetime import date, timedelta

import pytest

from facilitator.core.script import CaseNeeds
from facilitator.core.vocabulary import Phase
from facilitator.ui.prepare.draft import Draft, Guest, of_session
from facilitator.ui.prepare.hints import Part, blocked, hints
from tests.builders import CASE, CASE_SCRIPT, SCRIPT, Table

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


# ---- a case

LEARNING = replace(GOOD, script=CASE_SCRIPT, case=CASE, available_minutes=CASE_SCRIPT.minutes)


def test_a_case_that_does_not_fit_is_refused_and_says_why() -> None:
    asking = replace(CASE_SCRIPT, needs=CaseNeeds(moments=3, phases=(Phase.RECOVERY,), roles=3, weighing=True))
    (hint,) = [hint for hint in hints(replace(LEARNING, script=asking), DAY) if hint.field == "fit"]
    assert hint.blocks
    for words in (
        *("has 2 of the 3 moments that are needed", "has no moment in the phase Recovery"),
        *("has 2 of the 3 roles that are needed", "does not say what speaks for and against"),
    ):
        assert words in hint.text


def test_a_case_of_a_planned_session_is_told_and_blocks_nothing() -> None:
    asking = replace(CASE_SCRIPT, needs=CaseNeeds(moments=3))
    table = Table(asking, CASE)
    found = [hint for hint in hints(of_session(table.session), DAY) if hint.field == "fit"]
    assert [hint.blocks for hint in found] == [False]


def test_a_case_that_takes_longer_is_something_to_mind() -> None:
    (hint,) = hints(LEARNING, DAY)
    assert (hint.field, hint.blocks) == ("fit", False)
    assert "takes about 45 minutes; the script keeps 40 for it" in hint.text


def test_roles_that_are_loose_are_told_once_they_were_dealt() -> None:
    dealt = LEARNING.dealt().with_role("0", "leerkracht", held=False)
    assert Part.ROLES not in {hint.part for hint in hints(LEARNING, DAY)}
    found = [hint for hint in hints(dealt, DAY) if hint.part is Part.ROLES]
    assert [(hint.text, hint.blocks) for hint in found] == [("Persoon 0 has no role yet.", False)]


def test_a_role_that_nobody_plays_is_told() -> None:
    two = replace(LEARNING, guests=GUESTS[:2]).dealt().with_role("1", "huisarts", held=False)
    told = [hint.text for hint in hints(two, DAY) if hint.part is Part.ROLES]
    assert told == ["Nobody plays huisarts yet.", "Persoon 1 has no role yet."]
