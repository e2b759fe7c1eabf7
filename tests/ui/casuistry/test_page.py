"""The editor: a form from the declaration, the room's view beside it, and everything kept by itself."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.content.cases import case
from facilitator.content.problem import Problem
from facilitator.content.scripts import script
from facilitator.ui.casuistry.editor.fields import ChoiceField, LineField
from facilitator.ui.casuistry.editor.forms import FieldBox, ItemsBox, RecordForm
from facilitator.ui.casuistry.editor.page import EditorPage
from facilitator.ui.casuistry.editor.preview import room_view
from facilitator.ui.casuistry.editor.tree import Plain, text_at

CASE: Plain = {
    "title": "Stil",
    "persons": ({"id": "sem", "name": "Sem", "kind": "gezin"}, {"id": "moeder", "name": "moeder", "kind": "gezin"}),
    "relations": ({"one": "moeder", "other": "sem", "kind": "ouder-van"},),
    "moments": (
        {"id": "m1", "title": "Begin", "audience": "Sem zegt weinig.", "phase": "directe-veiligheid"},
        {"id": "m2", "title": "Later", "audience": "Het is rustig.", "questions": ({"id": "q", "text": "Wat nu?"},)},
    ),
}


@pytest.fixture
def kept() -> list[Plain]:
    return []


def taken(kept: list[Plain]) -> Callable[[Plain], Future[None]]:
    """A library that takes all that is written."""

    def save(tree: Plain) -> Future[None]:
        kept.append(tree)
        done: Future[None] = Future()
        done.set_result(None)
        return done

    return save


@pytest.fixture
def page(qtbot: QtBot, kept: list[Plain]) -> EditorPage:
    made = EditorPage(case(), CASE, lambda _tree: {}, taken(kept))
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    return made


def _field(page: EditorPage, *path: str | int) -> FieldBox:
    return next(box for box in page.findChildren(FieldBox) if box.path == path)


def test_what_is_typed_is_kept_after_a_pause_and_seen_by_the_room(
    page: EditorPage, qtbot: QtBot, kept: list[Plain]
) -> None:
    page.outline.go(("moments", 0))
    field = _field(page, "moments", 0, "title").field
    assert isinstance(field, LineField)
    field.selectAll()
    qtbot.keyClicks(field, "Een ander begin")
    assert page.room.accessibleDescription() == "Een ander begin"
    qtbot.waitUntil(lambda: bool(kept))
    assert text_at(kept[-1], ("moments", 0, "title")) == "Een ander begin"


def test_leaving_keeps_what_was_typed_last(page: EditorPage, qtbot: QtBot, kept: list[Plain]) -> None:
    page.draft.put(("title",), "Anders")
    with qtbot.waitSignal(page.left):
        page.back.click()
    assert [text_at(tree, ("title",)) for tree in kept] == ["Anders"]


def test_leaving_without_a_change_keeps_nothing(page: EditorPage, kept: list[Plain]) -> None:
    page.back.click()
    assert kept == []


def test_a_moment_moves_with_a_key_and_stays_in_sight(page: EditorPage, qtbot: QtBot) -> None:
    page.outline.go(("moments", 0))
    qtbot.keyClick(page.outline.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.outline.here == ("moments", 1)
    assert text_at(page.draft.tree, ("moments", 1, "title")) == "Begin"
    page.undo.click()
    assert text_at(page.draft.tree, ("moments", 0, "title")) == "Begin"


def test_a_new_moment_has_a_short_name_of_its_own(page: EditorPage) -> None:
    page.outline.go(("moments", 0))
    page.outline.add.click()
    assert page.outline.here == ("moments", 1)
    assert text_at(page.draft.tree, ("moments", 1, "id")) == "moment-1"
    assert text_at(page.draft.tree, ("moments", 2, "title")) == "Later"


def test_a_removed_moment_can_be_taken_back(page: EditorPage) -> None:
    page.outline.go(("moments", 1))
    page.outline.remove.click()
    assert page.outline.here == ("moments", 0)
    page.undo.click()
    assert page.draft.tree == CASE


def test_a_relation_is_chosen_from_the_persons_of_the_case(page: EditorPage) -> None:
    page.outline.go(("relations",))
    one = _field(page, "relations", 0, "one").field
    assert isinstance(one, ChoiceField)
    assert [one.itemText(number) for number in range(one.count())] == ["–", "Sem", "moeder"]
    assert one.currentText() == "moeder"


def test_a_problem_stands_at_its_field_and_in_the_list_that_leads_there(page: EditorPage) -> None:
    path = ("moments", 1, "phase")
    page.judge = lambda _tree: {path: [Problem(Path("x"), 1, "'phase' ontbreekt", "Vul hem in")]}
    page.draft.put(("summary",), "Kort")
    page._rest()
    assert page.strip.list.count() == 1
    page.strip.wanted.emit(path)
    box = _field(page, *path)
    assert box.problem.text() == "'phase' ontbreekt. Vul hem in."
    assert page.outline.here == ("moments", 1)
    assert box.field.property("role") == "wrong"


def test_the_room_sees_the_question_that_is_written() -> None:
    view = room_view(CASE, ("moments", 1, "questions", 0, "text"))
    assert view is not None
    assert (view.title, view.text, view.question, view.page, view.pages) == ("Later", "Het is rustig.", "Wat nu?", 1, 2)
    assert view.decision is None


def test_the_room_sees_nothing_of_what_is_for_the_facilitator_alone() -> None:
    assert room_view(CASE, ("persons",)) is None
    assert room_view(CASE, ("moments", 9)) is None


@pytest.mark.parametrize("part", ["moments", "steps"])
def test_what_is_no_moment_or_step_does_not_move_the_others(part: str) -> None:
    tree: Plain = {part: ("los", {"title": "Tweede", "audience": {"title": "Tweede"}})}
    view = room_view(tree, (part, 1))
    assert view is not None
    assert view.title == "Tweede"
    assert room_view(tree, (part, 0)) is None


def test_the_room_sees_what_a_card_comes_down_to() -> None:
    view = room_view({"title": "Kindcheck", "summary": "Vraag naar kinderen."}, ())
    assert view is not None
    assert (view.title, view.text) == ("Kindcheck", "Vraag naar kinderen.")
    claim: Plain = {"claim": "Scheiden stopt geweld", "may_say": "Vaak niet."}
    checked = room_view({"title": "Scheiden", "summary": "Kort.", "fact_check": claim}, ("fact_check",))
    assert checked is not None
    assert (checked.title, checked.text) == ("Scheiden stopt geweld", "Vaak niet.")


def test_a_script_is_written_in_the_same_way(qtbot: QtBot) -> None:
    step: Plain = {"id": "s", "title": "Ronde", "audience": {"title": "Wat zie je?"}, "way": "nergens", "kind": "round"}
    page = EditorPage(script(), {"title": "Proef", "form": "onzin", "steps": (step,)}, lambda _tree: {}, taken([]))
    qtbot.addWidget(page)
    page.outline.go(("steps", 0))
    assert page.room.accessibleDescription() == "Wat zie je?"
    field = _field(page, "steps", 0, "audience", "title").field
    assert isinstance(field, LineField)
    assert field.text() == "Wat zie je?"


def test_the_page_of_a_list_leads_to_what_is_added_there(page: EditorPage) -> None:
    page.outline.go(("moments",))
    form = page.form
    assert isinstance(form, ItemsBox)
    assert form.findChildren(FieldBox) == []
    form.add.setFocus()
    form.add.click()
    assert page.outline.here == ("moments", 2)
    assert isinstance(page.form, RecordForm)


def test_the_keyboard_goes_into_what_is_added_and_stays_there_when_it_is_taken_away(page: EditorPage) -> None:
    page.outline.go(("persons",))
    form = page.form
    assert isinstance(form, ItemsBox)
    form.add.setFocus()
    form.add.click()
    assert _field(page, "persons", 2, "name").field is QApplication.focusWidget()
    page.draft.remove(("persons",), 2)
    assert _field(page, "persons", 1, "name").field is QApplication.focusWidget()
    for index in (1, 0):
        page.draft.remove(("persons",), index)
    assert isinstance(page.form, ItemsBox)
    assert page.form.add is QApplication.focusWidget()
