"""What an author does in the library, by keyboard: find, begin something new, fill in a form, move and add parts."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget

from facilitator.storage.library.records import ItemKind
from facilitator.ui.casuistry.editor.fields import Field
from facilitator.ui.casuistry.editor.forms import FieldBox, ItemsBox, TextItem
from facilitator.ui.casuistry.editor.page import EditorPage
from facilitator.ui.casuistry.editor.tree import Path
from facilitator.ui.casuistry.library.library_page import LibraryPage
from facilitator.ui.casuistry.names import KINDS
from facilitator.ui.widgets import Button
from tests.journeys.conftest import Facilitator, Modifier
from tests.journeys.ways import page_of

CTRL, ALT = Modifier.ControlModifier, Modifier.AltModifier


def open_library(one: Facilitator) -> LibraryPage:
    """Go to the library from anywhere, and wait until it has something to show."""
    one.press(Qt.Key.Key_3, CTRL)
    page = page_of(one, LibraryPage)
    one.wait(lambda: page.model.rowCount() > 0 and page.details.content is not None)
    return page


def find(one: Facilitator, page: LibraryPage, text: str, title: str) -> None:
    """Search, and walk with the arrows to what is called so; it is in sight when this returns."""
    one.press(Qt.Key.Key_F, CTRL)
    one.type(text)
    one.wait(lambda: page.model.results is not None and page.model.results.query.text == text)
    for _time in range(page.model.rowCount()):
        one.wait(lambda: page.model.line(page.list.currentIndex().row()) is not None)
        line = page.model.line(page.list.currentIndex().row())
        if line is not None and line.title == title:
            break
        one.press(Qt.Key.Key_Down)
    one.wait(lambda: page.details.content is not None and page.details.content.item.title == title)


def write_new(one: Facilitator, page: LibraryPage, kind: ItemKind) -> EditorPage:
    """Begin something new, chosen from the menu of its button."""
    press(one, page.new)
    one.wait(page.new.menu().isVisible)
    for _kind in range(list(KINDS).index(kind) + 1):
        QTest.keyClick(page.new.menu(), Qt.Key.Key_Down)
    QTest.keyClick(page.new.menu(), Qt.Key.Key_Return)
    return page_of(one, EditorPage)


def go_to_part(one: Facilitator, editor: EditorPage, path: Path) -> None:
    """Walk through the outline to a part."""
    one.press(Qt.Key.Key_G, CTRL)
    assert editor.outline.list.hasFocus()
    one.press(Qt.Key.Key_Home)
    for _time in range(40):
        if editor.outline.here == path:
            return
        one.press(Qt.Key.Key_Down)
    raise AssertionError(f"no part {path}")


def field_at(editor: EditorPage, path: Path) -> Field:
    """The field of the form in sight that a path leads to."""
    boxes: list[FieldBox | TextItem] = [*editor.form.findChildren(FieldBox), *editor.form.findChildren(TextItem)]
    return next(box.field for box in boxes if box.path == path)


def fill(one: Facilitator, editor: EditorPage, path: Path, text: str) -> None:
    """Type a text in place of what stands in a field, or choose in a field that offers choices."""
    field = field_at(editor, path)
    one.go_to(field, most=200)  # a step of a script has many items, each with its buttons
    if isinstance(field, QComboBox):
        one.press(Qt.Key.Key_Home)
        for _time in range(field.count()):
            if field.currentText() == text:
                return
            one.press(Qt.Key.Key_Down)
        raise AssertionError(f"{text} is not offered: {[field.itemText(n) for n in range(field.count())]}")
    one.press(Qt.Key.Key_A, CTRL)
    for number, line in enumerate(text.split("\n")):
        if number:
            one.press(Qt.Key.Key_Return)
        one.type(line)


def fill_all(one: Facilitator, editor: EditorPage, at: Path, values: Mapping[str, str]) -> None:
    """Fill in several fields of one record."""
    for name, text in values.items():
        fill(one, editor, (*at, name), text)


def add_to(one: Facilitator, editor: EditorPage, path: Path) -> None:
    """Add an item to a list in the form in sight."""
    boxes = [editor.form, *editor.form.findChildren(ItemsBox)]
    button = next(box.add for box in boxes if isinstance(box, ItemsBox) and box.path == path)
    press(one, button)


def press(one: Facilitator, button: QWidget) -> None:
    """Go to a button and press it."""
    assert isinstance(button, Button) or button.focusPolicy() & Qt.FocusPolicy.TabFocus
    one.go_to(button)
    one.press(Qt.Key.Key_Space)
