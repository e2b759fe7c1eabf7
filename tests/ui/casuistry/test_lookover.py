"""Personal data while one writes: told under the form, marked in the field, decided in place; typing never waits."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.storage.library.records import ItemKey, ItemKind
from facilitator.ui.casuistry.casuistry import Casuistry
from facilitator.ui.casuistry.editor import field_marks
from facilitator.ui.casuistry.editor.fields import LineField, LinesField, TextField
from facilitator.ui.casuistry.editor.forms import FieldBox
from facilitator.ui.casuistry.editor.page import EditorPage
from facilitator.ui.casuistry.editor.tree import put, text_at
from tests.ui.casuistry.test_casuistry import own_copy
from tests.ui.desk import Desk

AUDIENCE = ("moments", 0, "audience")


@pytest.fixture
def editor(casuistry: Casuistry, qtbot: QtBot) -> EditorPage:
    """An own case in which a name and a number were written."""
    page = own_copy(casuistry, qtbot)
    page.resize(1280, 720)
    page.show()
    page.draft.change(lambda tree: put(tree, AUDIENCE, "😀 Wat zag Fatima? Bel 06 12345678."))
    page.draft.change(lambda tree: put(tree, ("learning_goals",), ("Delen", "Denk aan Fatima.")))
    qtbot.waitUntil(lambda: len(page.over.found) == 3)
    return page


def box_at(page: EditorPage, *path: str | int) -> FieldBox:
    page.go_to(path)
    return next(box for box in page.form.findChildren(FieldBox) if box.path == path)


def press(box: FieldBox, name: str, row: int = 0) -> None:
    rows = [button for button in box.findings.findChildren(QPushButton) if button.text() == name and button.isVisible()]
    rows[row].click()


def test_it_is_counted_under_the_form_and_leads_to_its_field(
    editor: EditorPage, qtbot: QtBot, shot: Callable[[QWidget, str], None]
) -> None:
    strip = editor.over.strip
    assert strip.button.text() == "2 things look like personal data"
    strip.button.click()
    assert [strip.list.item(row).text() for row in range(2)] == [
        "‘Fatima’ looks like a name – What the group learns from it 2 and 1 more place",
        "‘06 12345678’ looks like a phone number – Moment 1 · what the room reads",
    ]
    strip.list.setCurrentRow(1)
    qtbot.keyClick(strip.list, Qt.Key.Key_Return)
    assert editor.outline.here == ("moments", 0)
    assert box_at(editor, *AUDIENCE).field.hasFocus()
    shot(editor, "editor-findings")


def test_it_is_marked_in_the_text(editor: EditorPage) -> None:
    field = box_at(editor, *AUDIENCE).field
    assert isinstance(field, QPlainTextEdit)
    marked = [one.cursor.selectedText() for one in field.extraSelections()]
    assert marked == ["Fatima", "06 12345678"]
    selections = field.extraSelections()
    assert selections[0].format.underlineStyle() is QTextCharFormat.UnderlineStyle.DashUnderline


def test_tab_goes_from_the_field_to_what_can_be_done(editor: EditorPage, qtbot: QtBot) -> None:
    box = box_at(editor, *AUDIENCE)
    qtbot.keyClick(box.field, Qt.Key.Key_Tab)
    names = []
    for _press in range(6):
        button = editor.focusWidget()
        assert isinstance(button, QPushButton)
        names.append(button.text())
        qtbot.keyClick(button, Qt.Key.Key_Tab)
    assert names == ["Replace", "Is invented", "Show anyway"] * 2


def test_a_field_of_lines_marks_the_line(editor: EditorPage) -> None:
    field = box_at(editor, "learning_goals").field
    assert isinstance(field, LinesField)
    (selection,) = field.extraSelections()
    assert selection.cursor.selectedText() == "Fatima"
    assert selection.cursor.position() == len("Delen\nDenk aan Fatima")


def test_replacing_puts_something_there_that_can_be_typed_over(editor: EditorPage, qtbot: QtBot) -> None:
    box = box_at(editor, *AUDIENCE)
    press(box, "Replace")
    assert text_at(editor.draft.tree, AUDIENCE) == "😀 Wat zag [name]? Bel 06 12345678."
    assert isinstance(box.field, TextField)
    assert box.field.textCursor().selectedText() == "[name]"
    qtbot.keyClicks(box.field, "haar zus")
    qtbot.waitUntil(lambda: len(editor.over.found) == 2)
    assert text_at(editor.draft.tree, AUDIENCE) == "😀 Wat zag haar zus? Bel 06 12345678."


def test_a_decision_is_kept_with_its_time_and_counts_for_the_whole_item(
    editor: EditorPage, qtbot: QtBot, made: Desk
) -> None:
    press(box_at(editor, *AUDIENCE), "Is invented")
    qtbot.waitUntil(lambda: len(editor.over.found) == 1)
    press(box_at(editor, *AUDIENCE), "Show anyway")
    qtbot.waitUntil(lambda: not editor.over.found)
    assert not editor.over.strip.isVisible()
    assert made.shelf is not None
    (line,) = made.shelf.own_items().result(10)
    kept = made.shelf.settled(ItemKey(ItemKind.CASE, line.key.id)).result(10)
    assert [(one.fragment, one.finding, one.decision) for one in kept] == [
        ("06 12345678", "phone", "toon-toch"),
        ("Fatima", "name", "verzonnen"),
    ]
    assert all(one.at == made.services.now() for one in kept)


def test_a_line_is_marked_too_without_changing_it(editor: EditorPage, qtbot: QtBot) -> None:
    editor.draft.change(lambda tree: put(tree, ("title",), "Over Fatima"))
    qtbot.waitUntil(lambda: len(editor.over.found) == 4)
    field = box_at(editor, "title").field
    assert isinstance(field, LineField)
    before = field.text()
    field_marks.mark(field, [(5, 6)])
    assert field.text() == before
    press(box_at(editor, "title"), "Replace")
    assert field.selectedText() == "[name]"
