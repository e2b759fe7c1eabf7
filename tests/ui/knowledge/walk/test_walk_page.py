"""An instrument outside a session: by keyboard, one question at a time, and nothing of it is kept by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.content.library import CARD_FILES, Library
from facilitator.content.locate import resource
from facilitator.content.writing import as_text
from facilitator.core.card import Card
from facilitator.core.walk import Answered, End, answered
from facilitator.report.walk import WalkJob
from facilitator.report.worker import DocumentWorker, Resources
from facilitator.ui.casuistry.packs import offer as offers
from facilitator.ui.knowledge.card_page import CardPage
from facilitator.ui.knowledge.hub_page import HubPage
from facilitator.ui.knowledge.knowledge import Knowledge
from facilitator.ui.knowledge.known_cards import held_words
from facilitator.ui.knowledge.walk.choose_page import ChoosePage
from facilitator.ui.knowledge.walk.offering import offer_walk
from facilitator.ui.knowledge.walk.paper_row import PaperRow
from facilitator.ui.knowledge.walk.room import WalkRoom, room_of
from facilitator.ui.knowledge.walk.walk_page import WalkPage
from facilitator.ui.main_window import MainWindow
from tests.content.packing import item
from tests.ui.desk import TODAY, Desk
from tests.ui.knowledge.walk.conftest import OWN, SHIPPED

Open = Callable[[str], WalkPage]
WEIGH, SCAN = "instrument-afwegingskader", "instrument-preventiescan"


@pytest.fixture
def worker() -> Iterator[DocumentWorker]:
    made = DocumentWorker(Resources(resource("templates"), resource("fonts"), None))
    yield made
    made.close()


def press(page: WalkPage, *keys: Qt.Key) -> None:
    """Press keys where the keyboard is."""
    for key in keys:
        focused = page.window().focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)


def in_sight(page: WalkPage) -> QWidget:
    """Which of its sheets is in sight."""
    view = page.view
    return next(sheet for sheet in (view.sheet, view.end, view.stop) if sheet.isVisible())


def test_one_first_reads_what_it_is_for(window: MainWindow, choose: Callable[[], ChoosePage]) -> None:
    choose().choices[WEIGH].button.click()
    page = window.stack.currentWidget()
    assert isinstance(page, WalkPage)
    assert page.intro.isVisible()
    assert not page.view.isVisible()
    assert page.intro.start.hasFocus()


def test_acute_unsafety_ends_in_reporting_by_four_keys(walk: Open) -> None:
    page = walk(WEIGH)
    press(page, Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_Return)
    assert in_sight(page) is page.view.end
    assert page.view.end.title.text() == "Melden is noodzakelijk"
    assert "nooit in plaats daarvan" in page.view.end.text.toPlainText()


def test_at_the_end_the_keyboard_is_at_where_it_led(walk: Open) -> None:
    page = walk(WEIGH)
    press(page, Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_Return)
    title = page.view.end.title
    assert title.hasFocus()
    seen = title.grab().toImage()
    page.view.before.setFocus()
    assert title.grab().toImage() != seen


def test_escape_leaves_when_to_stop_then_the_questions_and_then_the_choice(window: MainWindow, walk: Open) -> None:
    page = walk(WEIGH)
    page.view.call.stop.click()
    assert in_sight(page) is page.view.stop
    press(page, Qt.Key.Key_Escape)
    assert in_sight(page) is page.view.sheet
    press(page, Qt.Key.Key_Escape)
    choosing = window.stack.currentWidget()
    assert isinstance(choosing, ChoosePage)
    QTest.keyClick(choosing, Qt.Key.Key_Escape)
    assert isinstance(window.stack.currentWidget(), HubPage)


def test_nothing_goes_on_by_itself_or_without_an_answer(walk: Open) -> None:
    page = walk(WEIGH)
    page.view.forward()
    assert page.view.at == "vermoeden"
    assert "Veilig Thuis" in page.view.told.text()
    press(page, Qt.Key.Key_1)
    assert page.view.at == "vermoeden"


def test_going_back_and_changing_lets_later_answers_fall_and_tells_so(walk: Open) -> None:
    page = walk(WEIGH)
    press(page, Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_2, Qt.Key.Key_PageDown, Qt.Key.Key_1, Qt.Key.Key_PageUp)
    assert page.view.at == "veiligheid"
    press(page, Qt.Key.Key_1)
    assert [one.question_id for one in page.walk.answers] == ["vermoeden", "veiligheid"]
    assert page.view.told.text()
    QTest.keyClick(page.view.sheet.answers.buttons[0], Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.view.at == "vermoeden"


def test_a_reason_is_kept_when_the_keyboard_leaves_it(walk: Open) -> None:
    page = walk(WEIGH)
    note = page.view.sheet.note
    note.setFocus()
    QTest.keyClicks(note, "1 kind zag het")
    press(page, Qt.Key.Key_Tab)
    assert page.walk.said("vermoeden").reason == "1 kind zag het"
    assert page.walk.said("vermoeden").answer is None


def test_when_to_stop_and_call_is_always_in_sight(walk: Open) -> None:
    page = walk(WEIGH)
    assert page.view.call.isVisible()
    assert "112" in page.view.call.words.text()
    assert "0800-2000" in page.view.call.words.text()
    page.view.call.stop.click()
    assert in_sight(page) is page.view.stop
    page.view.stop.resume.click()
    assert in_sight(page) is page.view.sheet
    page.view.call.stop.click()
    page.view.stop.here.click()
    assert in_sight(page) is page.view.end
    assert page.walk.stopped_id == "vermoeden"
    assert page.view.call.isVisible()


def test_what_was_answered_stays_until_the_program_closes(
    window: MainWindow, walk: Open, choose: Callable[[], ChoosePage]
) -> None:
    page = walk(WEIGH)
    press(page, Qt.Key.Key_1)
    page.view.backward()
    assert window.toast.label.text() == "Your answers stay here until you close the program."
    again = walk(WEIGH)
    assert again.walk.said("vermoeden").answer == 0
    assert again.walk is not None
    again.back.click()
    assert WEIGH in choose().choices


def test_beginning_again_is_asked_first(window: MainWindow, walk: Open) -> None:
    page = walk(WEIGH)
    press(page, Qt.Key.Key_1)
    page.anew.click()
    assert page.question is not None
    page.question.accept()
    fresh = window.stack.currentWidget()
    assert isinstance(fresh, WalkPage)
    assert not fresh.walk.answers


def test_the_scan_takes_who_what_and_when(walk: Open) -> None:
    page = walk(SCAN)
    sheet = page.view.sheet
    press(page, Qt.Key.Key_3)
    sheet.owner.setText("GGD")
    sheet.next_step.setText("Folder herdrukken")
    sheet.by.line.setText("ooit")
    page.view.forward()
    assert page.view.at == "tip-1"
    assert sheet.by.told.isVisible()
    sheet.by.line.setText("1 december")
    page.view.forward()
    said = page.walk.said("tip-1")
    assert (said.answer, said.owner, said.next_step, str(said.by)) == (2, "GGD", "Folder herdrukken", "2026-12-01")
    assert page.view.at == "tip-2"


def test_an_instrument_that_leads_nowhere_says_so(walk: Open) -> None:
    page = walk("instrument-eigen")
    assert not page.view.sheet.answers.isVisible()
    press(page, Qt.Key.Key_PageDown, Qt.Key.Key_1, Qt.Key.Key_PageDown)
    assert page.walk.end is End.NOWHERE
    assert "0800-2000" in page.view.end.title.text()


def test_no_paper_while_something_looks_like_personal_data(walk: Open, qtbot: QtBot) -> None:
    page = walk(WEIGH)
    page.view.sheet.note.setPlainText("Fatima Yilmaz durft niet naar huis")
    press(page, Qt.Key.Key_2)
    page.view.forward()
    qtbot.waitUntil(page.paper.findings.isVisible)
    assert not page.paper.make.isEnabled()
    page.paper.findings.go.click()
    assert page.view.at == "vermoeden"
    page.view.forward()
    qtbot.waitUntil(page.paper.findings.isVisible)
    page.paper.findings.allow.click()
    qtbot.waitUntil(page.paper.make.isEnabled)


def test_the_paper_is_named_after_the_instrument_and_the_day(
    walk: Open, qtbot: QtBot, made: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = walk(WEIGH)
    press(page, Qt.Key.Key_2)
    page.view.forward()
    qtbot.waitUntil(page.paper.make.isEnabled)
    started: list[tuple[WalkJob, ...]] = []
    monkeypatch.setattr(page.paper.exporting, "start", lambda jobs, _folder: started.append(jobs))
    page.paper.make.click()
    assert [job.path for job in started[0]] == [PurePosixPath("Wegen in vijf vragen 2026-11-24.pdf")]
    assert not list(made.services.documents_folder.iterdir())


def test_a_second_paper_of_a_day_leaves_the_first(
    window: MainWindow, walk: Open, qtbot: QtBot, made: Desk, worker: DocumentWorker
) -> None:
    shipped = Library((), (), (), SHIPPED)
    row = PaperRow(replace(made.services, documents=lambda: worker, library=lambda: shipped))
    qtbot.addWidget(row)
    page = walk(WEIGH)
    for answer in (0, 1):
        row.show_walk(answered(page.walk, Answered("vermoeden", answer))[0])
        qtbot.waitUntil(row.make.isEnabled)
        with qtbot.waitSignal(row.said, timeout=30_000) as told:
            row.make.click()
    assert str(told.args).startswith("['Wegen in vijf vragen 2026-11-24 (2).pdf is in ")
    assert len(list(made.services.documents_folder.rglob("*.pdf"))) == 2


def test_a_walk_that_was_begun_keeps_the_questions_it_began_with(window: MainWindow, walk: Open) -> None:
    page = walk(WEIGH)
    press(page, Qt.Key.Key_1)
    room = window.findChild(WalkRoom)
    assert room is not None
    page.back.click()
    room.take(replace(OWN, id=WEIGH))
    again = window.stack.currentWidget()
    assert isinstance(again, WalkPage)
    assert again.walk.way[0].id == "vermoeden"
    again.anew.click()
    assert again.question is not None
    again.question.accept()
    fresh = window.stack.currentWidget()
    assert isinstance(fresh, WalkPage)
    assert fresh.walk.instrument == OWN.instrument


def test_the_page_of_a_card_leads_to_it(window: MainWindow, qtbot: QtBot) -> None:
    knowledge = window.findChild(Knowledge)
    assert knowledge is not None
    knowledge.open_card(SCAN)
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), CardPage))
    page = window.stack.currentWidget()
    assert isinstance(page, CardPage)
    page.offered["Go through the questions"].click()
    opened = window.stack.currentWidget()
    assert isinstance(opened, WalkPage)
    assert opened.walk.card_id == SCAN


def test_another_card_offers_no_questions(window: MainWindow) -> None:
    knowledge = window.findChild(Knowledge)
    assert knowledge is not None
    page = CardPage(replace(OWN, instrument=None), TODAY, parent=window)
    offer_walk(knowledge, page)
    assert not page.offered


def known_to(window: MainWindow) -> Knowledge:
    """The pages about what is known, of this window."""
    found = window.findChild(Knowledge)
    assert found is not None
    return found


def keep_own(window: MainWindow, card: Card, **changed: str) -> None:
    """Write an instrument of one's own."""
    text = as_text(CARD_FILES.declare(), replace(card, **changed))  # type: ignore[arg-type]
    kept = item(CARD_FILES, text)
    known_to(window).services.shelf().create(offers.indexed_item(kept), kept.text).result(10)


def test_what_was_written_here_is_offered_beside_what_ships(
    window: MainWindow, choose: Callable[[], ChoosePage], qtbot: QtBot
) -> None:
    keep_own(window, SHIPPED[0], id="instrument-regio", title="Wegen in de regio")
    room_of(known_to(window)).choose()
    shipped = len(SHIPPED) + 1
    assert len(choose().choices) == shipped  # at once
    qtbot.waitUntil(lambda: len(choose().choices) == shipped + 1)
    assert not choose().held.isVisible()
    choose().choices["instrument-regio"].button.click()
    page = window.stack.currentWidget()
    assert isinstance(page, WalkPage)
    assert page.walk.title == "Wegen in de regio"


def test_one_that_may_tell_of_somebody_is_not_offered_and_that_is_said(
    window: MainWindow, choose: Callable[[], ChoosePage], qtbot: QtBot
) -> None:
    keep_own(window, SHIPPED[0], id="instrument-regio", summary="Bel Fatima Jansen, BSN 123456782.")
    room_of(known_to(window)).choose()
    qtbot.waitUntil(choose().held.isVisible)
    assert choose().held.text() == held_words(1)
    assert "instrument-regio" not in choose().choices
