"""A municipality goes through the model by keyboard; whatever is chosen or typed is kept."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.core.own_agreement import Choice, OwnAgreement
from facilitator.storage import own_agreements
from facilitator.storage.errors import DiskFull
from facilitator.ui.destinations import REGION
from facilitator.ui.main_window import MainWindow
from facilitator.ui.region.decide_dialog import DecideDialog
from facilitator.ui.region.own_page import OwnPage
from facilitator.ui.region.region import Region
from facilitator.ui.region.rename_dialog import RenameDialog
from facilitator.ui.region.versions_dialog import OwnVersionsDialog
from tests.ui.desk import Desk, focused


def kept(made: Desk) -> OwnAgreement:
    """What is on the disk."""
    return made.store.ask(own_agreements.everything).result(10).owns[0].own


def test_a_municipality_begins_with_nothing_chosen(page: OwnPage, made: Desk) -> None:
    assert page.progress.text() == "0 of 2 chosen"
    assert focused() is page.outline
    assert kept(made).municipality == "Dorp"


def test_each_choice_is_one_key_in_the_list(page: OwnPage) -> None:
    for key, choice in ((Qt.Key.Key_1, Choice.TAKEN_OVER), (Qt.Key.Key_2, Choice.ADJUSTED), (Qt.Key.Key_3, None)):
        QTest.keyClick(page.outline, key)
        assert page.draft.tree.of("bellen").choice is (choice or Choice.NOT_APPLICABLE)
    QTest.keyClick(page.outline, Qt.Key.Key_3)
    assert page.draft.tree.of("bellen").choice is None


def test_a_choice_from_within_a_field(page: OwnPage) -> None:
    QTest.keyClick(page.outline, Qt.Key.Key_1)
    QTest.keyClick(page.outline, Qt.Key.Key_Return)
    assert focused() is page.view.fields["termijn"]
    QTest.keyClick(focused(), Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert page.draft.tree.of("bellen").choice is Choice.NOT_APPLICABLE


def test_a_term_that_is_typed_stands_in_the_running_text_and_is_kept(page: OwnPage, made: Desk, qtbot: QtBot) -> None:
    QTest.keyClick(page.outline, Qt.Key.Key_1)
    assert "…… (Hoe snel?)" in page.view.text.toPlainText()
    page.view.begin()
    QTest.keyClicks(focused(), "1 uur <b>")
    assert "Bel binnen 1 uur <b>." in page.view.text.toPlainText()
    qtbot.waitUntil(lambda: page.saved.text().startswith("kept"))
    assert kept(made).of("bellen").value("termijn") == "1 uur <b>"


def test_own_words_begin_as_those_of_the_model_and_tell_of_a_place_without_a_term(page: OwnPage) -> None:
    QTest.keyClick(page.outline, Qt.Key.Key_2)
    page.view.begin()
    assert focused() is page.view.words
    QTest.keyClicks(page.view.words, "{niets} ")
    assert page.view.words.toPlainText() == "{niets} Bel binnen {termijn}."
    assert page.view.wrong.isVisibleTo(page)
    assert "{niets}" in page.view.wrong.text()


def test_typing_in_one_field_is_one_step_back(page: OwnPage) -> None:
    QTest.keyClick(page.outline, Qt.Key.Key_1)
    page.view.begin()
    QTest.keyClicks(focused(), "uur")
    page.undo.click()
    assert page.draft.tree.of("bellen").filled == ()
    assert page.view.fields["termijn"].text() == ""
    page.undo.click()
    assert page.draft.tree.of("bellen").choice is None
    assert not page.draft.can_undo
    page.draft.redo()
    assert page.draft.tree.of("bellen").choice is Choice.TAKEN_OVER


def test_the_next_that_lacks_a_choice_is_one_key_away(page: OwnPage) -> None:
    QTest.keyClick(page.outline, Qt.Key.Key_1)
    QTest.keyClick(page.outline, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert page.here == "praten"
    QTest.keyClick(page.outline, Qt.Key.Key_1)
    page.go_on()
    assert page.here == "bellen"  # all is chosen: what is to be filled in is next


def test_the_list_says_how_each_stands(page: OwnPage) -> None:
    QTest.keyClick(page.outline, Qt.Key.Key_1)
    item = page.outline.currentItem()
    assert item is not None
    assert item.text() == "Bellen\nTaken over · 1 to fill in"
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Bellen, Taken over · 1 to fill in"


def test_a_name_is_told_and_may_stay_only_when_somebody_says_so(page: OwnPage, region: Region, qtbot: QtBot) -> None:
    QTest.keyClick(page.outline, Qt.Key.Key_1)
    page.view.begin()
    QTest.keyClicks(focused(), "Fatima Yilmaz")
    qtbot.waitUntil(page.findings.isVisible)
    assert "Fatima Yilmaz" in page.findings.label.text()
    with qtbot.waitSignal(region.warned):
        page.make.click()
    page.findings.allow.click()
    qtbot.waitUntil(page.findings.isHidden)
    assert page.draft.tree.allowed == ("fatima yilmaz",)


@pytest.mark.parametrize("leave", [MainWindow.close, lambda window: window.go(REGION)], ids=["close", "sidebar"])
def test_leaving_keeps_what_was_typed_last(
    page: OwnPage, window: MainWindow, made: Desk, leave: Callable[[MainWindow], object]
) -> None:
    QTest.keyClick(page.outline, Qt.Key.Key_1)
    leave(window)
    assert kept(made).of("bellen").choice is Choice.TAKEN_OVER


def test_a_full_disk_is_told_and_what_was_written_stays_open(
    page: OwnPage, region: Region, window: MainWindow, made: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused: Future[None] = Future()
    refused.set_exception(DiskFull())
    ask = made.store.ask
    monkeypatch.setattr(made.store, "ask", lambda _question: refused)
    QTest.keyClick(page.outline, Qt.Key.Key_1)
    with qtbot.waitSignal(region.failed):
        page.keeper.keep()
    monkeypatch.setattr(made.store, "ask", ask)
    region.page.chosen.emit("h")  # unknown: nothing happens
    assert page.draft.tree.of("bellen").choice is Choice.TAKEN_OVER
    page.keeper.keep()
    qtbot.waitUntil(lambda: kept(made).of("bellen").choice is Choice.TAKEN_OVER)


def test_deciding_makes_a_version_that_can_be_put_back(page: OwnPage, region: Region, made: Desk, qtbot: QtBot) -> None:
    QTest.keyClick(page.outline, Qt.Key.Key_1)
    region.decide(page)
    dialog = region.dialog
    assert isinstance(dialog, DecideDialog)
    assert not dialog.accept_button.isEnabled()
    dialog.by.setText("het college")
    dialog.accept()
    qtbot.waitUntil(lambda: page.draft.tree.version == 1)
    assert kept(made).decided_on == date(2026, 11, 24)
    page.choose(Choice.NOT_APPLICABLE)
    region.show_versions(page)
    qtbot.waitUntil(lambda: isinstance(region.dialog, OwnVersionsDialog) and region.dialog.isVisible())
    versions = region.dialog
    assert isinstance(versions, OwnVersionsDialog)
    assert "Taken over. Bel binnen ……." in versions.changes.toPlainText()
    versions.accept()
    assert page.draft.tree.of("bellen").choice is Choice.TAKEN_OVER
    assert page.draft.tree.version == 1
    QApplication.processEvents()


def test_a_name_is_put_right(page: OwnPage, region: Region) -> None:
    region.rename(page)
    dialog = region.dialog
    assert isinstance(dialog, RenameDialog)
    dialog.name.clear()
    assert not dialog.accept_button.isEnabled()
    dialog.name.setText(" Dal  en Dorp ")
    dialog.accept()
    assert page.draft.tree.municipality == "Dal en Dorp"
    assert page.title.text() == "Samen · Dal en Dorp"


def test_what_is_thrown_away_is_gone_and_does_not_come_back(
    page: OwnPage, region: Region, window: MainWindow, made: Desk, qtbot: QtBot
) -> None:
    page.choose(Choice.TAKEN_OVER)  # not kept yet
    region.throw_away(page)
    assert region.dialog is not None
    region.dialog.accept()
    qtbot.waitUntil(lambda: window.stack.currentWidget() is region.page)
    qtbot.wait(50)
    assert made.store.ask(own_agreements.everything).result(10).owns == ()


def test_what_cannot_be_thrown_away_goes_on_being_kept(
    page: OwnPage, region: Region, made: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused: Future[None] = Future()
    refused.set_exception(DiskFull())
    page.choose(Choice.TAKEN_OVER)
    region.throw_away(page)
    assert region.dialog is not None
    with monkeypatch.context() as disk, qtbot.waitSignal(region.failed):
        disk.setattr(made.store, "ask", lambda _question: refused)
        region.dialog.accept()
    page.choose(Choice.NOT_APPLICABLE)
    page.keeper.keep()
    qtbot.waitUntil(lambda: kept(made).of("bellen").choice is Choice.NOT_APPLICABLE)
