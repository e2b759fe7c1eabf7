"""A question in plain words: answers while it is typed, danger first, and no text that does any harm."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.core.help_desk import MOST_CHARACTERS
from facilitator.storage.errors import DiskTrouble
from facilitator.storage.library.records import (
    Answered,
    Facets,
    Found,
    How,
    ItemKey,
    ItemKind,
    Line,
    Origin,
    Weight,
    Why,
)
from facilitator.ui.destinations import KNOWLEDGE
from facilitator.ui.knowledge.card_page import CardPage
from facilitator.ui.knowledge.help_desk import urgent_note
from facilitator.ui.knowledge.help_desk.answers_model import AnswersModel
from facilitator.ui.knowledge.help_desk.ask_page import AskPage
from facilitator.ui.knowledge.help_desk.phrases import why_words
from facilitator.ui.knowledge.knowledge import Knowledge
from facilitator.ui.knowledge.reading_page import ReadingPage
from facilitator.ui.main_window import MainWindow
from tests.builders import CASE
from tests.ui.knowledge.help_desk.conftest import SHARING, STALKING

QUESTION = "mag ik melden zonder toestemming?"


def asked(page: AskPage, question: str, qtbot: QtBot) -> None:
    """Type a question, and wait for the library to know the cards and answer."""
    page.line.setText(question)
    qtbot.waitUntil(lambda: page.answers.chosen is not None, timeout=20_000)


def rows(page: AskPage) -> list[str]:
    model = page.answers.model()
    assert isinstance(model, AnswersModel)
    return [str(model.index(number).data()) for number in range(model.rowCount())]


def test_the_best_card_comes_first_and_tells_why(page: AskPage, qtbot: QtBot) -> None:
    asked(page, QUESTION, qtbot)
    assert page.answers.chosen == ItemKey(ItemKind.CARD, SHARING.id)
    assert rows(page)[0].startswith(f"{SHARING.title} · Knowledge card · is about ")
    assert "‘melden’" in rows(page)[0]


def why(words: str, read_as: str, place: Weight) -> Why:
    return Why(words, read_as, place, How.ASKED)


def test_the_reason_reads_as_a_sentence() -> None:
    line = Line(ItemKey(ItemKind.CARD, "x"), "X", Origin.SHIPPED, "", Facets(), False, None, 0)
    told = why("melden", "melden", Weight.TITLE), why("oma", "ouderen", Weight.HEAD), why("zoon", "zoon", Weight.TEXT)
    assert why_words(Found(line, told)) == "is about ‘melden’, ‘ouderen’ (for ‘oma’), names ‘zoon’"
    assert why_words(Found(line, told[2:])) == "names ‘zoon’"
    assert why_words(Found(line, told, "mag ik melden")) == "people ask this of it: ‘mag ik melden’"
    assert why_words(Found(line, ())) == ""


def test_a_word_that_stands_only_in_what_people_ask_is_not_said_to_be_named() -> None:
    line = Line(ItemKey(ItemKind.CARD, "x"), "X", Origin.SHIPPED, "", Facets(), False, None, 0)
    told = why("melden", "melden", Weight.TITLE), why("slaan", "slaan", Weight.ASKED)
    assert why_words(Found(line, told)) == "is about ‘melden’, questions about it have ‘slaan’"


def test_a_fact_check_is_called_one(page: AskPage, qtbot: QtBot) -> None:
    asked(page, "is stalking strafbaar zonder geweld", qtbot)
    assert rows(page)[0].startswith(f"{STALKING.title} · Fact check")


def test_enter_opens_the_best(window: MainWindow, page: AskPage, qtbot: QtBot) -> None:
    asked(page, QUESTION, qtbot)
    QTest.keyClick(page.line, Qt.Key.Key_Return)
    opened = window.stack.currentWidget()
    assert isinstance(opened, CardPage)
    assert opened.card == SHARING


def test_enter_waits_for_an_answer_that_is_on_its_way(window: MainWindow, page: AskPage, qtbot: QtBot) -> None:
    asked(page, "stalking", qtbot)
    page.line.setText(QUESTION)
    QTest.keyClick(page.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), CardPage))
    opened = window.stack.currentWidget()
    assert isinstance(opened, CardPage)
    assert opened.card == SHARING


def test_the_arrows_walk_and_the_keyboard_stays_in_the_line(page: AskPage, qtbot: QtBot) -> None:
    asked(page, "mag ik melden of is stalking strafbaar", qtbot)
    first = page.answers.chosen
    QTest.keyClick(page.line, Qt.Key.Key_Down)
    assert page.answers.chosen != first
    QTest.keyClick(page.line, Qt.Key.Key_Up)
    QTest.keyClick(page.line, Qt.Key.Key_Up)
    assert page.answers.chosen == first
    assert page.line.hasFocus()


def test_escape_goes_back_and_the_question_is_still_there_later(
    window: MainWindow, knowledge: Knowledge, page: AskPage, qtbot: QtBot
) -> None:
    asked(page, QUESTION, qtbot)
    QTest.keyClick(page.line, Qt.Key.Key_Escape)
    assert window.stack.currentWidget() is knowledge.page
    knowledge.ask()
    again = window.stack.currentWidget()
    assert isinstance(again, AskPage)
    assert again.line.text() == QUESTION


def test_a_question_of_elsewhere_is_asked_at_once(window: MainWindow, knowledge: Knowledge, qtbot: QtBot) -> None:
    knowledge.ask(QUESTION)
    page = window.stack.currentWidget()
    assert isinstance(page, AskPage)
    qtbot.waitUntil(lambda: page.answers.chosen == ItemKey(ItemKind.CARD, SHARING.id), timeout=20_000)


def test_a_case_is_read_and_leads_back_to_the_question(window: MainWindow, page: AskPage, qtbot: QtBot) -> None:
    asked(page, QUESTION, qtbot)
    page.answers.opened.emit(ItemKey(ItemKind.CASE, CASE.id))
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), ReadingPage))
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.stack.currentWidget() is page
    assert page.line.text() == QUESTION


# ---- danger


def test_danger_comes_first_while_typing_and_needs_no_library(page: AskPage) -> None:
    page.line.setText("hij dreigt met een mes")
    assert page.urgent.isVisible()
    assert page.urgent.call.text() == "Is there danger at this moment? Call 112."
    assert "0800-2000" in page.urgent.advice.text()
    assert page.urgent.mapToGlobal(QPoint()).y() < page.told.mapToGlobal(QPoint()).y()
    page.line.setText("wie belt de school")
    assert not page.urgent.isVisible()


def test_danger_far_in_a_long_text_is_seen_too(page: AskPage) -> None:
    page.line.setText(f"{'wij vragen ons af of dat mag ' * 300} en hij heeft een mes")
    assert page.urgent.isVisible()


def test_danger_in_a_long_text_is_seen_where_it_is_typed_and_stays_seen(page: AskPage) -> None:
    page.line.setText("wij vragen ons af of dat mag " * 300)
    assert not page.urgent.isVisible()
    page.line.setCursorPosition(4_000)
    for sign in " mes ":
        page.line.insert(sign)
    assert page.urgent.isVisible()
    page.line.end(False)
    page.line.insert(" en " * 300)
    assert page.urgent.isVisible()
    page.line.setText(page.line.text().replace(" mes ", " "))
    assert not page.urgent.isVisible()


def test_at_a_key_only_what_is_new_of_a_long_text_is_looked_at(page: AskPage, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []

    def look(text: str) -> tuple[str, ...]:
        looked.append(len(text))
        return ()

    monkeypatch.setattr(urgent_note, "urgent_words", look)
    page.line.setText(("wij vragen ons af of dat mag " * 400)[:9_000])
    for _key in range(3):
        page.line.insert("x")
    assert looked[0] == 9_000
    assert max(looked[1:]) <= urgent_note.WHOLE


# ---- bad input


def test_a_line_that_is_full_says_so(page: AskPage, qtbot: QtBot) -> None:
    asked(page, QUESTION, qtbot)
    page.line.setText("mag ik melden " * 1_000)
    assert len(page.line.text()) == 10_000
    qtbot.waitUntil(lambda: page.told.text().startswith("The line is full: it holds 10.000 characters."))


def test_what_is_not_sure_is_said_calmly(page: AskPage, qtbot: QtBot) -> None:
    asked(page, QUESTION, qtbot)
    unsure: Future[Answered] = Future()
    unsure.set_result(replace(page._answer(QUESTION).result(20), sure=False))
    doubting = AskPage(lambda _question: unsure, {})
    qtbot.addWidget(doubting)
    doubting.show_question(QUESTION)
    qtbot.waitUntil(lambda: doubting.told.text().startswith("This comes closest:"))


def test_ten_thousand_characters_are_told_and_nothing_is_lost(page: AskPage, qtbot: QtBot) -> None:
    text = ("mag ik melden " * 800)[:10_000]
    asked(page, text, qtbot)
    assert f"at most {MOST_CHARACTERS} characters, and this is 9.999" in page.told.text()
    assert page.line.text() == text


@pytest.mark.parametrize("text", ["¿puedo denunciar sin permiso qwertz?", "أيمكنني الإبلاغ", "<b>qwertzy</b>"])
def test_what_nothing_answers_is_told(page: AskPage, qtbot: QtBot, text: str) -> None:
    asked(page, QUESTION, qtbot)
    page.line.setText(text)
    qtbot.waitUntil(lambda: "Nothing here answers this." in page.told.text())
    assert page.answers.isHidden()
    assert page.keep.isVisible()


def test_with_nothing_typed_it_says_what_to_do(page: AskPage, qtbot: QtBot) -> None:
    asked(page, QUESTION, qtbot)
    page.line.setText("  ")
    assert page.told.text().startswith("Type it in your own words.")
    assert page.answers.isHidden()
    assert not page.keep.isVisible()


def test_an_answer_that_comes_too_late_is_left_aside(qtbot: QtBot) -> None:
    futures: list[Future[Answered]] = []

    def answer(_question: str) -> Future[Answered]:
        futures.append(Future())
        return futures[-1]

    page = AskPage(answer, {})
    qtbot.addWidget(page)
    page.show_question("eerst")
    page.show_question("dan")
    futures[1].set_result(Answered("dan", (), (), ("dan",), sure=False))
    qtbot.waitUntil(lambda: "‘dan’" in page.told.text())
    futures[0].set_result(Answered("eerst", (), (), ("eerst",), sure=False))
    qtbot.wait(50)
    assert "‘eerst’" not in page.told.text()


def test_nothing_is_said_not_to_be_there_while_cards_are_still_being_read(qtbot: QtBot) -> None:
    nothing: Future[Answered] = Future()
    nothing.set_result(Answered("melden", (), (), ("melden",), sure=False))
    page = AskPage(lambda _question: nothing, {})
    qtbot.addWidget(page)
    page.reading = True
    page.show_question("melden")
    qtbot.waitUntil(lambda: page.told.text() == "The cards are still being read. More comes in a moment.")
    page.end_reading()
    qtbot.waitUntil(lambda: page.told.text().endswith("No card has: ‘melden’."))


def test_a_library_that_is_shut_is_told_on_the_page(qtbot: QtBot) -> None:
    broken: Future[Answered] = Future()
    broken.set_exception(DiskTrouble("x"))
    page = AskPage(lambda _question: broken, {})
    qtbot.addWidget(page)
    page.show_question(QUESTION)
    qtbot.waitUntil(lambda: page.told.text() == DiskTrouble("x").text())
    assert page.line.text() == QUESTION


def test_leaving_for_elsewhere_is_no_fault(window: MainWindow, page: AskPage, qtbot: QtBot) -> None:
    page.line.setText(QUESTION)
    window.go(KNOWLEDGE)
    qtbot.wait(200)
    assert window.stack.currentWidget() is not page
