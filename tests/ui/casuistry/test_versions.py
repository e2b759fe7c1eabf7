"""Versions: read beside what there is now, put back without losing anything; the trash; maker and licence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.storage.errors import DiskFull
from facilitator.storage.library.records import ItemKey, Query
from facilitator.storage.library.store import LibraryStore
from facilitator.ui.casuistry.casuistry import Casuistry
from facilitator.ui.casuistry.changes_view import runs
from facilitator.ui.casuistry.describe_dialog import DescribeDialog
from facilitator.ui.casuistry.editor.source import UnreadableError
from facilitator.ui.casuistry.indexing import indexed_text
from facilitator.ui.casuistry.versions.versions_dialog import VersionsDialog
from tests.content.samples import CASE
from tests.ui.casuistry.packs import keep_own, own_item
from tests.ui.casuistry.test_casuistry import find, own_copy
from tests.ui.desk import Desk

OLD = own_item(CASE)
NEW_TEXT = OLD.text.replace("Het is rustig.", "Het lijkt rustig.")


def shelf(made: Desk) -> LibraryStore:
    assert made.shelf is not None
    return made.shelf


@pytest.fixture
def key(casuistry: Casuistry, qtbot: QtBot, made: Desk) -> ItemKey:
    """An own case of which one version was kept, and that was changed since."""
    key = keep_own(made, OLD)
    shelf(made).keep_version(key, "eerste").result(10)
    shelf(made).save(indexed_text(key.kind, key.id, NEW_TEXT), NEW_TEXT).result(10)
    find(casuistry, qtbot, "molen", 1)
    return key


@pytest.fixture
def dialog(casuistry: Casuistry, qtbot: QtBot, key: ItemKey) -> VersionsDialog:
    assert key
    casuistry.page.details.versions.click()
    found = casuistry.versions.dialog
    assert found is not None
    qtbot.waitUntil(lambda: found.changes.toPlainText() != "")
    return found


def test_a_version_is_read_beside_what_there_is_now(
    dialog: VersionsDialog, shot: Callable[[QWidget, str], None]
) -> None:
    row = dialog.list.item(0)
    assert row is not None
    assert row.text().startswith("today ")
    assert row.text().endswith(" · eerste")
    text = dialog.changes.toPlainText()
    assert text.startswith("1 place is different now.\nMoment 2 · what the room reads")
    assert "Then:  Het is rustig." in text
    assert "Now:  Het lijkt rustig." in text
    shot(dialog, "versions")


def test_putting_back_keeps_what_there_was_as_a_version(
    casuistry: Casuistry, qtbot: QtBot, made: Desk, dialog: VersionsDialog, key: ItemKey
) -> None:
    with qtbot.waitSignal(casuistry.said):
        dialog.accept_button.click()
    assert shelf(made).item(key).result(10).text == OLD.text
    kept = shelf(made).versions(key).result(10)
    texts = [shelf(made).version_text(key, version.number).result(10) for version in kept]
    assert texts == [OLD.text, NEW_TEXT, OLD.text]
    assert [version.note for version in kept][1:] == ["before an older version was put back", "eerste"]


def test_what_is_not_put_back_is_not_said_to_be(
    casuistry: Casuistry, qtbot: QtBot, made: Desk, dialog: VersionsDialog, key: ItemKey, no_room: None
) -> None:
    with qtbot.assertNotEmitted(casuistry.said, wait=100), qtbot.waitSignal(casuistry.failed) as failed:
        dialog.accept_button.click()
    assert failed.args is not None
    assert isinstance(failed.args[0], DiskFull)
    assert shelf(made).item(key).result(10).text == NEW_TEXT
    assert [version.note for version in shelf(made).versions(key).result(10)] == ["eerste"]


def test_what_there_is_now_is_kept_with_a_note(qtbot: QtBot, made: Desk, dialog: VersionsDialog, key: ItemKey) -> None:
    dialog.note.setText(" na de proef ")
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.list.count() == 2)
    assert [version.note for version in shelf(made).versions(key).result(10)] == ["na de proef", "eerste"]
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog.changes.toPlainText() == "The same as it is now.")
    assert not dialog.accept_button.isEnabled()
    dialog.reject()


def test_done_without_a_change_keeps_no_version(casuistry: Casuistry, qtbot: QtBot, made: Desk) -> None:
    own_copy(casuistry, qtbot).back.click()
    find(casuistry, qtbot, "own version", 1)
    for _time in range(2):
        qtbot.waitUntil(lambda: casuistry.page.details.content is not None)
        with qtbot.waitSignal(casuistry.page_wanted) as wanted:
            casuistry.page.details.edit.click()
        assert wanted.args is not None
        qtbot.addWidget(wanted.args[0])
        with qtbot.waitSignal(casuistry.back_wanted):
            wanted.args[0].back.click()
    (item,) = shelf(made).own_items().result(10)
    assert len(shelf(made).versions(item.key).result(10)) == 1


def test_what_was_left_without_done_is_kept_as_a_version_later(casuistry: Casuistry, qtbot: QtBot, made: Desk) -> None:
    own_copy(casuistry, qtbot).back.click()
    find(casuistry, qtbot, "own version", 1)
    qtbot.waitUntil(lambda: casuistry.page.details.content is not None)
    for title in ("Weggelopen", ""):
        with qtbot.waitSignal(casuistry.page_wanted) as wanted:
            casuistry.page.details.edit.click()
        assert wanted.args is not None
        editor = wanted.args[0]
        qtbot.addWidget(editor)
        editor.show()
        if title:
            editor.draft.put(("title",), title)
            editor.hide()  # the sidebar was chosen
    with qtbot.waitSignal(casuistry.back_wanted):
        editor.back.click()
    (item,) = shelf(made).own_items().result(10)
    newest, _first = shelf(made).versions(item.key).result(10)
    assert "Weggelopen" in shelf(made).version_text(item.key, newest.number).result(10)


def test_what_was_typed_last_is_kept_when_another_page_takes_its_place(
    casuistry: Casuistry, qtbot: QtBot, made: Desk
) -> None:
    editor = own_copy(casuistry, qtbot)
    editor.show()
    editor.draft.put(("title",), "Weggelopen")
    editor._pause.stop()  # somebody leaves before it is over
    editor.hide()
    qtbot.waitUntil(lambda: shelf(made).own_items().result(10)[0].title == "Weggelopen")


def test_maker_and_licence_are_written_down(casuistry: Casuistry, qtbot: QtBot, made: Desk, key: ItemKey) -> None:
    casuistry.page.details.describe.click()
    (dialog,) = [each for each in casuistry.page.findChildren(DescribeDialog) if each.isVisible()]
    assert dialog.focusWidget() is dialog.author
    dialog.author.setText("Regio Voorbeeld")
    dialog.licence.choice.setCurrentText("CC0 1.0")
    assert dialog.licence.meaning.text().startswith("Everybody may do everything")
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: "Regio Voorbeeld · CC0 1.0" in casuistry.page.details.words.toPlainText())
    assert shelf(made).item(key).result(10).author == "Regio Voorbeeld"


def test_the_trash_is_emptied_after_a_question(casuistry: Casuistry, qtbot: QtBot, made: Desk, key: ItemKey) -> None:
    assert not casuistry.page.empty_trash.isVisible()
    shelf(made).remove(key).result(10)
    casuistry.page.search.clear()
    casuistry.page.filters.trashed.click()
    qtbot.waitUntil(casuistry.page.empty_trash.isVisible)
    casuistry.page.empty_trash.click()
    question = casuistry.trash.question
    assert question is not None
    question.reject()
    assert shelf(made).search(Query(trash=True)).result(10).total == 1
    casuistry.page.empty_trash.click()
    question = casuistry.trash.question
    assert question is not None
    with qtbot.waitSignal(casuistry.said) as said:
        question.accept()
    assert said.args == ["1 item is gone for good."]
    assert shelf(made).versions(key).result(10) == ()


def test_only_the_words_that_differ_are_marked() -> None:
    old, new = runs("Het is nu rustig.", "Het lijkt nu rustig.")
    assert old == [("Het ", False), ("is", True), (" nu rustig.", False)]
    assert new == [("Het ", False), ("lijkt", True), (" nu rustig.", False)]
    assert runs("", "Nieuw") == ([("", False)], [("Nieuw", False)])
    begin, end = "aan het begin " * 30, " aan het eind" * 30
    shown = "".join(text for text, _differs in runs(f"{begin}oud{end}", f"{begin}nieuw{end}")[1])
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert "nieuw" in shown
    assert len(shown) < 150
    assert runs("Een heel ander verhaal.", "Iets wat er niet op lijkt.")[0] == [("Een heel ander verhaal.", False)]
    long = "woord " * 800
    assert runs(long, f"{long}x") == ([(long, False)], [(f"{long}x", False)])


def test_what_cannot_be_read_is_not_opened(casuistry: Casuistry, qtbot: QtBot, made: Desk) -> None:
    """An empty form would take its place at the first letter."""
    key = keep_own(made, replace(OLD, text="a: ["))
    find(casuistry, qtbot, "molen", 1)
    with qtbot.assertNotEmitted(casuistry.page_wanted), qtbot.waitSignal(casuistry.failed) as failed:
        casuistry.page.details.edit.click()
    assert failed.args is not None
    assert isinstance(failed.args[0], UnreadableError)
    with qtbot.assertNotEmitted(casuistry.page_wanted), qtbot.waitSignal(casuistry.failed):
        casuistry.gate.write_wanted.emit(key, ("title",))
    assert casuistry.page.details.versions.isVisible()
    assert shelf(made).item(key).result(10).text == "a: ["
