"""What came back waits at its question, becomes a card of the region, and is found by asking from then on."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.content.drafts import read_draft
from facilitator.core.help_desk import DeskQuestion, Organisation, Stage, arrived
from facilitator.report.formats.question_bundle import bundle_text
from facilitator.storage.errors import DiskFull
from facilitator.storage.library import items
from facilitator.storage.library.records import ItemKey, ItemKind
from facilitator.ui.casuistry.contents import FILES
from facilitator.ui.casuistry.editor.page import EditorPage
from facilitator.ui.casuistry.editor.source import tree_of
from facilitator.ui.casuistry.editor.tree import items_at, records_at, text_at
from facilitator.ui.knowledge.help_desk import card_maker
from facilitator.ui.knowledge.help_desk.answer_card import Given, card_of
from facilitator.ui.knowledge.help_desk.answer_dialog import AnswerDialog
from facilitator.ui.knowledge.help_desk.help_desk import HelpDesk
from facilitator.ui.knowledge.help_desk.kept_page import KeptPage
from facilitator.ui.knowledge.knowledge import Knowledge
from facilitator.ui.main_window import MainWindow
from facilitator.ui.returned.paste_dialog import PasteDialog
from tests.ui.desk import TODAY, Desk
from tests.ui.knowledge.help_desk.asked import SCHOOL, TO, TOLK, Show, held, put
from tests.ui.knowledge.help_desk.conftest import SHARING, Fill


def test_an_answer_in_a_file_waits_at_its_question(
    made: Desk, kept_page: Show, fill: Fill, help_desk_: HelpDesk, knowledge: Knowledge, tmp_path: Path, qtbot: QtBot
) -> None:
    question = fill(TOLK, put)
    fill(SCHOOL, put)
    page = kept_page()
    back = tmp_path / "antwoord.txt"
    back.write_text(f"Dank!\n\nAntwoord {question.reference}: De gemeente.\nBron: Handreiking\n", "utf-8")
    with qtbot.waitSignal(knowledge.warned) as told:
        help_desk_.reading_in.read(back)
    assert "1 answer came in" in str(told.args)
    assert "Dank!" in str(told.args)
    qtbot.waitUntil(lambda: "Make a card" in page.cards[question.id].main.text())
    assert (held(made)[TOLK].answer, held(made)[TOLK].source) == ("De gemeente.", "Handreiking")
    assert held(made)[SCHOOL].stage is Stage.ASKED


def test_the_file_that_went_out_is_read_back_without_a_word_of_what_is_ours(
    made: Desk, kept_page: Show, fill: Fill, help_desk_: HelpDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    question = fill(TOLK, put)
    kept_page()
    sent = bundle_text((question,), Organisation(TO, ""), TODAY).decode("utf-8-sig")
    back = tmp_path / "terug.txt"
    back.write_text(sent, "utf-8-sig", newline="")
    with qtbot.waitSignal(help_desk_.reading_in.warned) as warned:
        help_desk_.reading_in.read(back)
    assert "No answer was found" in warned.args[0]
    assert "belongs to no question" not in warned.args[0]
    assert held(made)[TOLK] == question
    filled = sent.replace(f"Antwoord {question.reference}:", f"Antwoord {question.reference}: De gemeente.")
    back.write_text(filled, "utf-8-sig", newline="")
    with qtbot.waitSignal(help_desk_.reading_in.said):
        help_desk_.reading_in.read(back)
    assert held(made)[TOLK].answer == "De gemeente."


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 x", b"Geen code te zien.", b"PK\x03\x04"])
def test_a_file_without_an_answer_is_told_and_changes_nothing(
    made: Desk,
    kept_page: Show,
    fill: Fill,
    help_desk_: HelpDesk,
    tmp_path: Path,
    qtbot: QtBot,
    content: bytes,
) -> None:
    question = fill(TOLK, put)
    kept_page()
    back = tmp_path / "antwoord.txt"
    back.write_bytes(content)
    with qtbot.waitSignal(help_desk_.reading_in.warned):
        help_desk_.reading_in.read(back)
    assert held(made)[TOLK] == question


def test_a_file_that_is_dropped_on_the_page_is_read(
    made: Desk, kept_page: Show, fill: Fill, knowledge: Knowledge, tmp_path: Path, qtbot: QtBot
) -> None:
    question = fill(TOLK, put)
    back = tmp_path / "antwoord.txt"
    back.write_text(f"{question.reference}: De gemeente.", "utf-8")
    sheet, files = kept_page().widget(), QMimeData()
    assert sheet is not None
    files.setUrls([QUrl.fromLocalFile(str(back))])
    copy, left, no_key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(sheet, QDragEnterEvent(QPoint(9, 9), copy, files, left, no_key))
    with qtbot.waitSignal(knowledge.said):
        QApplication.sendEvent(sheet, QDropEvent(QPointF(9, 9), copy, files, left, no_key))
    assert held(made)[TOLK].answer == "De gemeente."


def test_a_pasted_mail_is_read(
    kept_page: Show, fill: Fill, help_desk_: HelpDesk, knowledge: Knowledge, made: Desk, qtbot: QtBot
) -> None:
    question = fill(TOLK, put)
    kept_page().paste_wanted.emit()
    dialog = help_desk_.reading_in.dialog
    assert isinstance(dialog, PasteDialog)
    dialog.text.setPlainText(f"{question.reference}: De gemeente.")
    with qtbot.waitSignal(knowledge.said):
        dialog.accept()
    assert held(made)[TOLK].answer == "De gemeente."


# ---- a card of it


def answer_dialog(kept_page: Show, question: DeskQuestion, help_desk_: HelpDesk) -> AnswerDialog:
    """Begin with the answer to a question."""
    kept_page().cards[question.id].main.click()
    assert isinstance(help_desk_.dialog, AnswerDialog)
    return help_desk_.dialog


def test_an_answer_becomes_a_card_of_the_region_and_opens_in_the_editor(
    made: Desk, window: MainWindow, kept_page: Show, fill: Fill, help_desk_: HelpDesk, qtbot: QtBot
) -> None:
    question = fill(TOLK, put, partial(arrived, answer="De gemeente. Altijd.", source="https://example.org/tolk, 2024"))
    dialog = answer_dialog(kept_page, question, help_desk_)
    assert (dialog.by.text(), dialog.address.text()) == (TO, "https://example.org/tolk")
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=20_000)
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), EditorPage))
    done = held(made)[TOLK]
    assert (done.stage, done.sourced) == (Stage.ANSWERED, True)
    item = made.services.shelf().item(ItemKey(ItemKind.CARD, done.card_id)).result(10)
    tree = tree_of(FILES[ItemKind.CARD], item.text)
    assert (text_at(tree, ("title",)), text_at(tree, ("summary",))) == (TOLK, "De gemeente.")
    assert records_at(tree, ("read_on",))[0]["publisher"] == TO
    assert read_draft(FILES[ItemKind.CARD], item.text).value is not None
    found = made.services.shelf().answer("wie betaalt een tolk").result(10).found
    assert found[0].line.key.id == done.card_id


def test_the_editor_leads_back_to_the_kept_questions(
    window: MainWindow, kept_page: Show, fill: Fill, help_desk_: HelpDesk, qtbot: QtBot
) -> None:
    question = fill(TOLK, put, partial(arrived, answer="De gemeente.", source=""))
    dialog = answer_dialog(kept_page, question, help_desk_)
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=20_000)
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), EditorPage))
    editor = window.stack.currentWidget()
    assert isinstance(editor, EditorPage)
    editor.left.emit()
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), KeptPage))


def test_a_name_in_an_answer_is_decided_on_before_there_is_a_card(
    kept_page: Show, fill: Fill, help_desk_: HelpDesk, qtbot: QtBot
) -> None:
    question = fill(TOLK, put, partial(arrived, answer="Bel Fatima Yilmaz.", source="Handreiking"))
    dialog = answer_dialog(kept_page, question, help_desk_)
    qtbot.waitUntil(lambda: bool(dialog.check.found), timeout=20_000)
    assert not dialog.accept_button.isEnabled()
    dialog.check.replace.click()
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=20_000)
    assert "Fatima" not in dialog.given.answer


def test_what_is_not_right_about_an_answer_is_told(
    kept_page: Show, fill: Fill, help_desk_: HelpDesk, qtbot: QtBot
) -> None:
    dialog = answer_dialog(kept_page, fill(TOLK), help_desk_)
    qtbot.waitUntil(lambda: dialog.lack.text() == "Type the answer.", timeout=20_000)
    dialog.answer.setPlainText("x" * 30_000)
    assert "at most 20.000 characters" in dialog.lack.text()
    dialog.answer.setPlainText("De gemeente.")
    assert dialog.lack.text() == "Say who answered."
    dialog.by.setText(TO)
    dialog.address.setText("javascript:alert(1)")
    assert dialog.lack.text().startswith("A web address begins with")
    dialog.address.clear()
    assert "Without a source" in dialog.lack.text()
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=20_000)


def test_a_card_with_the_same_title_is_told_of(
    kept_page: Show, fill: Fill, help_desk_: HelpDesk, page: object, qtbot: QtBot
) -> None:
    qtbot.wait(300)  # the library hears what comes with the program when somebody asks
    dialog = answer_dialog(kept_page, fill(SHARING.title), help_desk_)
    qtbot.waitUntil(dialog.alike.isVisible, timeout=20_000)
    assert dialog.alike.text().startswith("There is a card with this title already.")


def test_a_card_without_a_source_says_so(fill: Fill) -> None:
    question = replace(fill(TOLK), role="politie", theme="tolken")
    bare, sourced = (card_of(question, Given("Ja.", TO, source), TODAY) for source in ("", "Wet"))
    assert "No source was given" in text_at(bare, ("body",))
    assert text_at(sourced, ("body",)) == "Ja."
    assert str(records_at(bare, ("read_on",))[0]["title"]).startswith(f"Answer of {TO}, ")
    assert (items_at(bare, ("roles",)), items_at(bare, ("themes",))) == (("politie",), ("tolken",))


def test_a_card_made_of_an_answer_is_found_by_its_question_whatever_it_is_called(fill: Fill) -> None:
    question, story = fill(TOLK), replace(fill(TOLK), text="Mag dat? " * 30)
    given = Given("Ja.", TO, "Wet")
    assert items_at(card_of(question, given, TODAY), ("asked",)) == (question.text,)
    assert items_at(card_of(story, given, TODAY), ("asked",)) == ()


def test_when_the_library_does_not_take_the_card_the_answer_stays(
    made: Desk,
    kept_page: Show,
    fill: Fill,
    help_desk_: HelpDesk,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_given: object) -> None:
        raise DiskFull

    monkeypatch.setattr(items, "create", refuse)
    question = fill(TOLK, put, partial(arrived, answer="De gemeente.", source="Handreiking"))
    dialog = answer_dialog(kept_page, question, help_desk_)
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=20_000)
    with qtbot.waitSignal(help_desk_.maker.failed):
        dialog.accept_button.click()
    assert held(made)[TOLK] == question
    assert dialog.isVisible()
    assert dialog.trouble.text().endswith("What you typed still stands here.")


def typed_answer(kept_page: Show, fill: Fill, help_desk_: HelpDesk, qtbot: QtBot) -> AnswerDialog:
    """An answer that somebody wrote down at the telephone, ready to be kept."""
    dialog = answer_dialog(kept_page, fill(TOLK, put), help_desk_)
    dialog.answer.setPlainText("De gemeente.")
    dialog.source.setText("Handreiking 2025")
    dialog.address.setText("https://example.org/tolk")
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=20_000)
    return dialog


def test_a_typed_answer_is_kept_also_when_the_library_does_not_take_the_card(
    made: Desk, kept_page: Show, fill: Fill, help_desk_: HelpDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise DiskFull

    dialog = typed_answer(kept_page, fill, help_desk_, qtbot)
    with monkeypatch.context() as patched, qtbot.waitSignal(help_desk_.maker.failed):
        patched.setattr(items, "create", refuse)
        dialog.accept_button.click()
    assert (held(made)[TOLK].answer, held(made)[TOLK].stage) == ("De gemeente.", Stage.ARRIVED)
    assert held(made)[TOLK].source == "Handreiking 2025 https://example.org/tolk"
    assert dialog.isVisible()
    dialog.answer.setPlainText("De gemeente, altijd.")
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=20_000)
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: held(made)[TOLK].stage is Stage.ANSWERED)


def test_when_the_store_does_not_link_the_card_trying_again_leads_to_the_same(
    made: Desk, kept_page: Show, fill: Fill, help_desk_: HelpDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = typed_answer(kept_page, fill, help_desk_, qtbot)

    def refuse(*_given: object, **_named: object) -> DeskQuestion:
        raise DiskFull

    with monkeypatch.context() as patched, qtbot.waitSignal(help_desk_.kept.failed):
        patched.setattr(card_maker, "answered", refuse)
        dialog.accept_button.click()
    assert held(made)[TOLK].stage is Stage.ARRIVED
    dialog.answer.setPlainText("De gemeente, altijd.")
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=20_000)
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: held(made)[TOLK].stage is Stage.ANSWERED)
    (card,) = made.services.shelf().own_items().result(10)
    assert (card.key.id, "altijd" in card.text) == (held(made)[TOLK].card_id, True)


def test_escape_asks_before_a_typed_answer_goes(
    kept_page: Show, fill: Fill, help_desk_: HelpDesk, qtbot: QtBot
) -> None:
    dialog = typed_answer(kept_page, fill, help_desk_, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.question is not None
    dialog.question.accept()
    assert not dialog.isVisible()


def test_other_words_that_hold_the_name_stay_whole(kept_page: Show, fill: Fill, help_desk_: HelpDesk) -> None:
    dialog = answer_dialog(kept_page, fill(TOLK), help_desk_)
    dialog.answer.setPlainText("Jan belt Janneke.")
    dialog.source.setText("Jan  de Boer in de Janskrant")
    dialog.check.replace_wanted.emit("Jan", "[naam]")
    assert dialog.answer.toPlainText() == "[naam] belt Janneke."
    assert dialog.source.text() == "[naam] de Boer in de Janskrant"


def test_all_of_a_long_answer_is_kept_and_told(
    made: Desk, kept_page: Show, fill: Fill, help_desk_: HelpDesk, knowledge: Knowledge, tmp_path: Path, qtbot: QtBot
) -> None:
    question = fill(TOLK, put)
    kept_page()
    back = tmp_path / "antwoord.txt"
    back.write_text(f"Antwoord {question.reference}: " + "woord " * 5_000, "utf-8")
    with qtbot.waitSignal(knowledge.warned) as told:
        help_desk_.reading_in.read(back)
    assert "more than 20.000 characters" in str(told.args)
    assert len(held(made)[TOLK].answer) == 29_999
