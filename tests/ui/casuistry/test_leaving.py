"""Whatever takes the editor away: what was typed last is kept."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

import pytest
from pytestqt.qtbot import QtBot

from facilitator.storage.errors import DiskFull
from facilitator.storage.library.records import ItemKey, ItemKind
from facilitator.ui.casuistry.editor import keeper
from facilitator.ui.casuistry.editor.page import EditorPage
from facilitator.ui.casuistry.library.library_page import LibraryPage
from facilitator.ui.destinations import CASUISTRY, START
from facilitator.ui.main_window import MainWindow
from tests.ui.casuistry.packs import keep_own, own_item
from tests.ui.desk import Desk

OWN = ItemKey(ItemKind.CASE, "eigen")


@pytest.fixture
def window(made: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The main window, with something of one's own open in the editor, that soon tries again what the disk refused."""
    monkeypatch.setattr(keeper, "AGAIN_MS", 50)
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


@pytest.fixture
def full(window: MainWindow, made: Desk, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """The disk is full, until this is called."""
    assert made.shelf is not None
    save = made.shelf.save
    refused: Future[None] = Future()
    refused.set_exception(DiskFull())
    monkeypatch.setattr(made.shelf, "save", lambda *_: refused)
    return lambda: monkeypatch.setattr(made.shelf, "save", save)


def test_a_page_that_is_left_stays_until_the_disk_takes_it(
    made: Desk, window: MainWindow, qtbot: QtBot, full: Callable[[], None]
) -> None:
    editor = window.stack.currentWidget()
    assert isinstance(editor, EditorPage)
    editor.draft.put(("title",), "Nog niet af")
    told: list[str] = []
    window.messages.posted.connect(lambda message: told.append(message.text))
    window.go(START)
    qtbot.waitUntil(lambda: any("stays open" in text for text in told))
    qtbot.wait(200)
    assert sum("stays open" in text for text in told) == 1  # it is tried again without a word
    assert window.stack.indexOf(editor) >= 0
    full()
    qtbot.waitUntil(lambda: window.stack.count() == 2)
    assert made.shelf is not None
    assert made.shelf.item(OWN).result(10).title == "Nog niet af"


@pytest.mark.usefixtures("full")
def test_whoever_comes_back_finds_the_page_as_it_was_left(window: MainWindow, qtbot: QtBot) -> None:
    editor = window.stack.currentWidget()
    assert isinstance(editor, EditorPage)
    editor.draft.put(("title",), "Nog niet af")
    window.go(CASUISTRY)
    page = window.stack.currentWidget()
    assert isinstance(page, LibraryPage)
    page.choose(OWN)
    qtbot.waitUntil(lambda: page.details.content is not None and page.details.content.item.key == OWN)
    page.details.edit.click()
    assert window.stack.currentWidget() is editor
