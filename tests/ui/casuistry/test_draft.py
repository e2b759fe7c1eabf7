"""A draft: what was changed can be taken back, one thing at a time."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.ui.casuistry.editor.draft import Draft
from facilitator.ui.casuistry.editor.tree import Plain

START: Mapping[str, Plain] = {"title": "Stil", "themes": ("school",)}


def test_typing_on_in_one_field_is_one_step_back() -> None:
    draft = Draft(START)
    for text in ("Stil ", "Stil i", "Stil in"):
        draft.put(("title",), text)
    draft.undo()
    assert draft.tree == START
    assert not draft.can_undo


def test_another_field_is_another_step() -> None:
    draft = Draft(START)
    draft.put(("title",), "Stiller")
    draft.put(("summary",), "Kort")
    draft.undo()
    assert draft.tree == {**START, "title": "Stiller"}


def test_what_was_taken_back_can_be_made_again_until_something_else_is_done() -> None:
    draft = Draft(START)
    draft.insert(("themes",), 1, "thuis")
    draft.undo()
    draft.redo()
    assert draft.tree == {"title": "Stil", "themes": ("school", "thuis")}
    draft.undo()
    draft.put(("title",), "Anders")
    draft.redo()
    assert draft.tree == {"title": "Anders", "themes": ("school",)}


def test_the_same_value_again_is_no_change() -> None:
    draft = Draft(START)
    draft.put(("title",), "Stil")
    draft.move(("themes",), 0, 1)
    assert not draft.can_undo


def test_forms_are_made_anew_only_when_items_come_go_or_move() -> None:
    draft = Draft(START)
    told: list[object] = []
    draft.changed.connect(lambda path: told.append(tuple(path)))
    draft.rebuilt.connect(lambda: told.append("rebuilt"))
    draft.put(("title",), "Anders")
    draft.remove(("themes",), 0)
    draft.undo()
    assert told == [("title",), "rebuilt", "rebuilt"]
