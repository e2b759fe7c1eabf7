"""A question that nothing answers is kept, without who asked it and without a client's name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.content.lexicon import NoListsError
from facilitator.core.help_desk import MOST_CHARACTERS, DeskQuestion, put_right
from facilitator.storage import help_desk
from facilitator.storage.errors import DiskFull
from facilitator.storage.help_desk import Wording
from facilitator.ui.knowledge.help_desk import typed_dialog
from facilitator.ui.knowledge.help_desk.ask_page import AskPage
from facilitator.ui.knowledge.help_desk.help_desk import HelpDesk
from facilitator.ui.knowledge.help_desk.keep_dialog import KeepDialog
from facilitator.ui.knowledge.help_desk.kept_page import KeptPage
from facilitator.ui.knowledge.knowledge import Knowledge
from facilitator.ui.knowledge.ways import Ways
from tests.ui.desk import Desk

NAMED = "Wat doe ik als Fatima Yilmaz niet komt?"


def held(made: Desk) -> tuple[DeskQuestion, ...]:
    return made.store.ask(help_desk.questions).result(10)


def begun(page: AskPage, help_desk_: HelpDesk, text: str) -> KeepDialog:
    """Type a question, and ask for it to be kept."""
    page.line.setText(text)
    page.keep.click()
    assert isinstance(help_desk_.dialog, KeepDialog)
    return help_desk_.dialog


def keep(dialog: KeepDialog, knowledge: Knowledge, qtbot: QtBot) -> str:
    """Keep it; gives what is said."""
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=20_000)
    with qtbot.waitSignal(knowledge.said) as told:
        dialog.accept_button.click()
    return str(told.args)


def test_a_question_is_kept_with_its_theme(
    made: Desk, page: AskPage, help_desk_: HelpDesk, knowledge: Knowledge, qtbot: QtBot
) -> None:
    dialog = begun(page, help_desk_, "  wie betaalt\nde tolk? ")
    dialog.theme.setCurrentText("stalking")
    assert "is kept" in keep(dialog, knowledge, qtbot)
    (question,) = held(made)
    assert (question.text, question.theme) == ("wie betaalt de tolk?", "stalking")


def test_where_somebody_works_goes_along_and_nothing_else_of_them(
    made: Desk, page: AskPage, help_desk_: HelpDesk, knowledge: Knowledge, qtbot: QtBot
) -> None:
    knowledge.page.show_ways(Ways(workplace="politie"))
    keep(begun(page, help_desk_, "wie betaalt de tolk?"), knowledge, qtbot)
    (question,) = held(made)
    assert question.role == "politie"


def test_a_name_is_shown_and_replaced_before_it_is_kept(
    made: Desk, page: AskPage, help_desk_: HelpDesk, knowledge: Knowledge, qtbot: QtBot
) -> None:
    dialog = begun(page, help_desk_, NAMED)
    qtbot.waitUntil(lambda: bool(dialog.check.found), timeout=20_000)
    assert "‘Fatima Yilmaz’ looks like" in dialog.check.label.text()
    assert not dialog.accept_button.isEnabled()
    dialog.check.replace.click()
    keep(dialog, knowledge, qtbot)
    assert "Fatima" not in held(made)[0].text


def test_a_name_can_stay_when_somebody_decides_so(
    made: Desk, page: AskPage, help_desk_: HelpDesk, knowledge: Knowledge, qtbot: QtBot
) -> None:
    dialog = begun(page, help_desk_, NAMED)
    qtbot.waitUntil(lambda: bool(dialog.check.found), timeout=20_000)
    dialog.check.allow.click()
    keep(dialog, knowledge, qtbot)
    assert held(made)[0].allowed == ("fatima yilmaz",)


def test_what_is_typed_after_the_look_is_looked_at_too(page: AskPage, help_desk_: HelpDesk, qtbot: QtBot) -> None:
    dialog = begun(page, help_desk_, "wie betaalt de tolk?")
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=20_000)
    dialog.text.setPlainText(NAMED)
    assert not dialog.accept_button.isEnabled()


@pytest.mark.parametrize("text", ["", " \n ", "wat " * 2_500])
def test_what_is_no_short_question_is_not_kept_and_not_lost(
    page: AskPage, help_desk_: HelpDesk, qtbot: QtBot, text: str
) -> None:
    dialog = begun(page, help_desk_, "wie betaalt de tolk?")
    dialog.text.setPlainText(text)
    qtbot.waitUntil(lambda: dialog.check.ready, timeout=20_000)
    assert not dialog.accept_button.isEnabled()
    assert dialog.lack.isVisible() == (len(text) > MOST_CHARACTERS)
    assert dialog.text.toPlainText() == text


def test_the_same_question_is_counted_and_told(
    made: Desk, page: AskPage, help_desk_: HelpDesk, knowledge: Knowledge, qtbot: QtBot
) -> None:
    keep(begun(page, help_desk_, "wie betaalt de tolk?"), knowledge, qtbot)
    said = keep(begun(page, help_desk_, "Wie betaalt de TOLK"), knowledge, qtbot)
    assert "asked 2 times" in said
    assert [question.times for question in held(made)] == [2]


def test_enter_keeps_it_and_one_types_on_at_its_end(
    made: Desk, page: AskPage, help_desk_: HelpDesk, knowledge: Knowledge, qtbot: QtBot
) -> None:
    dialog = begun(page, help_desk_, "wie betaalt de tolk")
    QTest.keyClicks(dialog.text, "en?")
    assert dialog.text.toPlainText() == "wie betaalt de tolken?"
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=20_000)
    with qtbot.waitSignal(knowledge.said):
        QTest.keyClick(dialog.text, Qt.Key.Key_Return)
    assert [question.text for question in held(made)] == ["wie betaalt de tolken?"]


def test_without_word_lists_nothing_is_kept(qtbot: QtBot) -> None:
    def search(_text: str, _known: frozenset[str]) -> tuple[()]:
        raise NoListsError

    dialog = KeepDialog(search, (), Wording("wie betaalt de tolk?"))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.check.isVisible)
    assert dialog.check.label.text() == NoListsError().explain()
    assert not dialog.accept_button.isEnabled()


def test_a_kept_question_is_put_right(
    made: Desk, kept_page: Callable[[], KeptPage], fill: Callable[..., DeskQuestion], help_desk_: HelpDesk, qtbot: QtBot
) -> None:
    question = fill("Wie betaalt de tolk?")
    kept_page().right_wanted.emit(question.id)
    dialog = help_desk_.dialog
    assert isinstance(dialog, KeepDialog)
    dialog.text.setPlainText("Wie vraagt de tolk aan?")
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=20_000)
    with qtbot.waitSignal(help_desk_.kept.changed):
        dialog.accept()
    assert [one.text for one in held(made)] == ["Wie vraagt de tolk aan?"]


def test_a_theme_that_no_card_has_any_more_stays(
    made: Desk, kept_page: Callable[[], KeptPage], fill: Callable[..., DeskQuestion], help_desk_: HelpDesk, qtbot: QtBot
) -> None:
    question = fill("Wie betaalt de tolk?", partial(put_right, text="Wie betaalt?", theme="tolken", allowed=()))
    kept_page().right_wanted.emit(question.id)
    dialog = help_desk_.dialog
    assert isinstance(dialog, KeepDialog)
    assert dialog.theme.currentText() == "tolken"
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=20_000)
    with qtbot.waitSignal(help_desk_.kept.changed):
        dialog.accept_button.click()
    assert held(made)[0].theme == "tolken"


def test_when_the_store_does_not_keep_it_the_question_still_stands_there(
    page: AskPage, help_desk_: HelpDesk, knowledge: Knowledge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise DiskFull

    aloud: list[str] = []
    monkeypatch.setattr(typed_dialog, "say_aloud", lambda _where, said: aloud.append(said))
    dialog = begun(page, help_desk_, "wie betaalt de tolk?")
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=20_000)
    with monkeypatch.context() as patched, qtbot.waitSignal(knowledge.failed):
        patched.setattr(help_desk, "keep", refuse)
        dialog.accept_button.click()
    assert dialog.isVisible()
    assert dialog.text.toPlainText() == "wie betaalt de tolk?"
    assert dialog.trouble.text().endswith("What you typed still stands here.")
    assert aloud == [dialog.trouble.text()]
    keep(dialog, knowledge, qtbot)
    assert not dialog.isVisible()


def test_escape_asks_before_what_was_typed_goes(page: AskPage, help_desk_: HelpDesk) -> None:
    dialog = begun(page, help_desk_, "wie betaalt de tolk?")
    dialog.text.setPlainText("wie betaalt de tolk, en wie vraagt hem aan?")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.question is not None
    dialog.question.reject()
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.question.accept()
    assert not dialog.isVisible()


def test_escape_closes_at_once_when_nothing_was_typed(page: AskPage, help_desk_: HelpDesk) -> None:
    dialog = begun(page, help_desk_, "wie betaalt de tolk?")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_other_words_that_hold_the_name_stay_whole(page: AskPage, help_desk_: HelpDesk) -> None:
    dialog = begun(page, help_desk_, "x")
    dialog.text.setPlainText("Gaat Jan\nde Boer naar Jan de Boerstraat, of Jan de Boer niet?")
    dialog.check.replace_wanted.emit("Jan de Boer", "[naam]")
    assert dialog.text.toPlainText() == "Gaat [naam] naar Jan de Boerstraat, of [naam] niet?"


def test_the_decision_by_keyboard_leaves_the_keyboard_in_the_dialog(
    page: AskPage, help_desk_: HelpDesk, qtbot: QtBot
) -> None:
    dialog = begun(page, help_desk_, NAMED)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: bool(dialog.check.found), timeout=20_000)
    dialog.check.allow.setFocus()
    dialog.check.allow.click()
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert dialog.isAncestorOf(focus)
