"""Whatever takes the editor away: what was typed last is kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from facilitator.storage.library.records import ItemKey, ItemKind
from facilitator.ui.casuistry.editor.page import EditorPage
from facilitator.ui.casuistry.library.library_page import LibraryPage
from facilitator.ui.main_window import CASUISTRY, START, MainWindow
from tests.ui.casuistry.packs import keep_own, own_item
from tests.ui.desk import Desk

OWN = ItemKey(ItemKind.CASE, "eigen")


@pytest.fixture
def window(made: Desk, qtbot: QtBot) -> MainWindow:
    """The main window, with something of one's own open in the editor."""
    window = MainWindow(made.services)
    qtbot.addWidget(window)
    window.show()
    window.go(CASUISTRY)
    page = window.stack.currentWidget()
    assert isinstance(page, LibraryPage)
    keep_own(made, own_item())
    page.choose(OWN)
    qtbot.waitUntil(lambda: page.details.content is not None and page.details.content.item.key == OWN)
    page.details.edit.click()
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), EditorPage))
    return window


@pytest.mark.parametrize("leave", [MainWindow.close, lambda window: window.go(START)], ids=["close", "sidebar"])
def test_what_was_typed_last_is_kept(made: Desk, window: MainWindow, leave: Callable[[MainWindow], object]) -> None:
    editor = window.stack.currentWidget()
    assert isinstance(editor, EditorPage)
    editor.draft.put(("title",), "Nog niet af")
    leave(window)
    assert made.shelf is not None
    assert made.shelf.item(OWN).result(10).title == "Nog niet af"
