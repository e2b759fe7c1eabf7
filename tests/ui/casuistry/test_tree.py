"""Plain values that are being written: every change gives a new tree."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.ui.casuistry.editor import tree as trees

CASE: trees.Plain = {
    "title": "Stil",
    "moments": ({"id": "een", "title": "Begin"}, {"id": "twee", "title": "Later"}, {"id": "drie", "title": ""}),
}


def _ids(tree: trees.Plain) -> list[str]:
    return [trees.text_at(item, ("id",)) for item in trees.records_at(tree, ("moments",))]


def test_a_path_leads_to_a_value_or_to_none() -> None:
    assert trees.at(CASE, ("moments", 1, "title")) == "Later"
    assert trees.at(CASE, ("moments", 7, "title")) is None
    assert trees.at(CASE, ("title", "deeper")) is None
    assert trees.text_at(CASE, ("moments",)) == ""
    assert trees.items_at(CASE, ("title",)) == ()


def test_putting_a_value_leaves_the_first_tree_alone() -> None:
    changed = trees.put(CASE, ("moments", 0, "title"), "Nieuw")
    assert trees.text_at(changed, ("moments", 0, "title")) == "Nieuw"
    assert trees.text_at(CASE, ("moments", 0, "title")) == "Begin"


def test_records_and_lists_on_the_way_are_made() -> None:
    changed = trees.put({}, ("preparation", "room"), "Een kring")
    assert changed == {"preparation": {"room": "Een kring"}}
    assert trees.inserted({}, ("steps",), 0, {"id": "stap-1"}) == {"steps": ({"id": "stap-1"},)}


def test_items_move_and_the_ends_stop_them() -> None:
    assert _ids(trees.moved(CASE, ("moments",), 0, 1)) == ["twee", "een", "drie"]
    assert _ids(trees.moved(CASE, ("moments",), 2, -9)) == ["drie", "een", "twee"]
    assert _ids(trees.moved(CASE, ("moments",), 2, 1)) == ["een", "twee", "drie"]


def test_an_item_is_put_in_and_taken_out() -> None:
    more = trees.inserted(CASE, ("moments",), 1, {"id": "nieuw"})
    assert _ids(more) == ["een", "nieuw", "twee", "drie"]
    assert trees.removed(more, ("moments",), 1) == CASE


def test_what_is_empty_is_not_in_the_file() -> None:
    tree: trees.Plain = {"title": "Stil", "about": " ", "moments": ({"title": ""}, {"title": "Later"}), "themes": ("",)}
    assert trees.without_empty(tree) == {"title": "Stil", "moments": ({"title": "Later"},)}
    assert trees.without_empty({"title": ""}) is None


@given(st.integers(0, 2), st.integers(-4, 4))
def test_moving_loses_nothing(index: int, by: int) -> None:
    assert sorted(_ids(trees.moved(CASE, ("moments",), index, by))) == sorted(_ids(CASE))
