"""What a newer pack would change, in words that a screen can list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.content.compare import Change, Fate, Held, compare, differences, plain_differences
from facilitator.content.kinds import Plain
from facilitator.content.labels import where
from facilitator.content.library import CARD_FILES, CASE_FILES, SCRIPT_FILES
from facilitator.content.pack import Item, Pack, pack_of
from facilitator.content.problem import Where
from tests.content.packing import ABOUT, item, pack
from tests.content.samples import CARD, CASE, card, case, script

OLD = item(CASE_FILES, CASE)
MINE = item(CASE_FILES, case("Sem zegt weinig.", "Sem zwijgt."))
NEW = item(CASE_FILES, case("Het is rustig.", "Het lijkt rustig."))


def _only(*items: Item) -> Pack:
    return pack_of(ABOUT, items)


def _change(held: Held, new: Pack) -> Change:
    (change,) = compare([held], new)
    return change


def _found(old: str, new: str) -> list[tuple[Where, str, str]]:
    kind = SCRIPT_FILES if "steps:" in old else CASE_FILES
    return [(one.path, one.old, one.new) for one in differences(item(kind, old), item(kind, new))]


def test_a_pack_that_brings_nothing_new() -> None:
    held = [Held(one, one) for one in pack().items]
    assert [(change.fate, change.conflict) for change in compare(held, pack())] == [(Fate.SAME, False)] * 3


def test_what_comes_and_goes_and_changes() -> None:
    held = [Held(OLD, OLD), Held(item(CARD_FILES, CARD), item(CARD_FILES, CARD))]
    changes = compare(held, _only(item(SCRIPT_FILES, script()), NEW))
    assert [(change.fate, change.item.value.title) for change in changes] == [
        (Fate.ADDED, "Het Gesprek"),
        (Fate.CHANGED, "Stil"),
        (Fate.REMOVED, "Eerst overleg"),
    ]
    assert [change.conflict for change in changes] == [False, False, False]


def test_a_change_says_where_and_what() -> None:
    (one,) = _change(Held(OLD, OLD), _only(NEW)).differences
    assert one.path == ("moments", 1, "audience")
    assert (one.where, one.old, one.new) == ("Moment 2 · what the room reads", "Het is rustig.", "Het lijkt rustig.")


@pytest.mark.parametrize(
    ("held", "new", "fate", "conflict"),
    [
        (Held(MINE, OLD), _only(NEW), Fate.CHANGED, True),
        (Held(MINE, OLD), _only(OLD), Fate.SAME, False),
        (Held(NEW, OLD), _only(NEW), Fate.SAME, False),
        (Held(MINE), _only(NEW), Fate.CHANGED, True),
        (Held(NEW), _only(NEW), Fate.SAME, False),
    ],
)
def test_what_the_user_made_of_it_is_not_lost(held: Held, new: Pack, fate: Fate, *, conflict: bool) -> None:
    change = _change(held, new)
    assert (change.fate, change.conflict, change.edited) == (fate, conflict, True)


def test_what_the_user_changed_and_the_pack_leaves_out() -> None:
    other = item(CASE_FILES, case("id: stil", "id: luid"))
    added, removed = compare([Held(MINE, OLD)], _only(other))
    assert (added.fate, removed.fate, removed.conflict) == (Fate.ADDED, Fate.REMOVED, True)
    assert [change.fate for change in compare([Held(MINE)], _only(other))] == [Fate.ADDED]


def test_texts_under_the_same_id_are_compared_wherever_they_stand() -> None:
    first, second = CASE[CASE.index("  - id: begin") : CASE.index("  - id: later")], CASE[CASE.index("  - id: later") :]
    second, rest = second[: second.index("aftercare")], second[second.index("aftercare") :]
    turned = CASE[: CASE.index("  - id: begin")] + second + first.replace("weinig", "niets") + rest
    assert _found(CASE, turned) == [
        (("moments", 1, "audience"), "Sem zegt weinig.", "Sem zegt niets."),
        (("moments",), "begin · later", "later · begin"),
    ]


def test_an_item_that_is_new_or_gone() -> None:
    more = case("relations:", "  - id: oma\n    name: oma\n    kind: netwerk\nrelations:")
    assert _found(CASE, more) == [(("persons", 2), "", "oma · oma · netwerk")]
    assert _found(more, CASE) == [(("persons", 2), "oma · oma · netwerk", "")]


def test_texts_in_a_list() -> None:
    three = case("  - Je ziet losse signalen.", "  - Een.\n  - Twee.\n  - Drie.")
    changed = case("  - Je ziet losse signalen.", "  - Een.\n  - Twéé.\n  - Drie.\n  - Vier.")
    assert _found(three, changed) == [
        (("learning_goals", 1), "Twee.", "Twéé."),
        (("learning_goals", 3), "", "Vier."),
    ]
    assert _found(changed, three)[1] == (("learning_goals", 3), "Vier.", "")


def test_what_was_not_there_at_all() -> None:
    bare = script("preparation:\n  room: Een kring\n  materials:\n    - Stiften\n")
    assert _found(bare, script()) == [
        (("preparation", "room"), "", "Een kring"),
        (("preparation", "materials", 0), "", "Stiften"),
    ]
    assert _found(script(), bare)[1] == (("preparation", "materials", 0), "Stiften", "")


def test_only_the_layout_of_a_text_is_no_change() -> None:
    other = replace(OLD, text="# anders\n" + OLD.text)
    assert compare([Held(OLD, other)], _only(other))[0].fate is Fate.SAME


WHERE: list[tuple[Where, str]] = [
    ((), ""),
    (("title",), "The name of the card"),
    (("figures", 1, "year"), "Figure 2 · the year it is of"),
    (("to_do", 0), "What to do 1"),
    (("onbekend", 3, "x"), "Onbekend 4 · x"),
    ((2,), "3"),
]


@pytest.mark.parametrize(("path", "words"), WHERE)
def test_a_place_is_named(path: Where, words: str) -> None:
    assert where(CARD_FILES.declare(), path) == words


def test_a_card_is_compared_too() -> None:
    new = item(CARD_FILES, card("year: 2022", "year: 2024"))
    (one,) = differences(item(CARD_FILES, CARD), new)
    assert (one.path, one.old, one.new) == (("figures", 0, "year"), "2022", "2024")


def test_texts_that_are_not_complete_are_compared_as_they_are() -> None:
    old: Plain = {"title": "Stil", "moments": [{"id": "een", "title": "Begin"}]}
    new: Plain = {"moments": [{"id": "een", "title": "Begin", "phase": "onzin"}]}
    found = plain_differences(CASE_FILES.declare(), old, new)
    assert [(one.path, one.old, one.new) for one in found] == [
        (("title",), "Stil", ""),
        (("moments", 0, "phase"), "", "onzin"),
    ]
