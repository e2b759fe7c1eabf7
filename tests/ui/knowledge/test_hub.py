"""One click on where somebody works, and what is seen is what suits."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.content.writing import as_text
from facilitator.storage import settings
from facilitator.storage.errors import DiskFull
from facilitator.storage.library.records import ItemKey, ItemKind
from facilitator.ui.casuistry.contents import FILES
from facilitator.ui.casuistry.indexing import indexed
from facilitator.ui.knowledge.help_desk.ask_page import AskPage
from facilitator.ui.knowledge.hub_page import HubPage
from facilitator.ui.knowledge.knowledge import Knowledge
from facilitator.ui.knowledge.rooms import ROOMS
from facilitator.ui.knowledge.suiting import Sort, Suiting
from facilitator.ui.knowledge.tips import Tip
from facilitator.ui.knowledge.ways import Ways
from facilitator.ui.knowledge.ways_bar import PLACES
from tests.ui.desk import Desk, focused, press
from tests.ui.knowledge.conftest import POLICE_CARD, Shown


def choose(page: HubPage, qtbot: QtBot, place: str, count: int) -> None:
    """Click on a workplace, and wait until so many suit."""
    page.bar.places.buttons[PLACES.index(place)].click()
    qtbot.waitUntil(lambda: page.told.text().startswith(f"{count} "))


def titles(page: HubPage, sort: Sort = Sort.CARD) -> list[str]:
    return [link.words for link in page.boxes[sort].links.values()]


class Windows(QObject):
    """Which windows came up."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(watched)
        return False


def test_no_part_of_the_page_is_a_window_for_a_moment(qtbot: QtBot, qapp: QApplication) -> None:
    windows = Windows()
    qapp.installEventFilter(windows)
    page = HubPage(ROOMS)
    qtbot.addWidget(page)
    page.show_tips([Tip("Bel.", "a", "A"), Tip("Vraag.", "b", "B")])
    page.boxes[Sort.CARD].show_lines(())
    qapp.removeEventFilter(windows)
    assert windows.seen == []


def test_while_the_cards_are_read_nothing_is_said_not_to_suit(qtbot: QtBot) -> None:
    page = HubPage(ROOMS)
    qtbot.addWidget(page)
    page.show_found(Suiting(Ways()), looking=True)
    assert page.told.text() == "The cards are still being read. More comes in a moment."
    assert page.empty.isHidden()
    page.show_found(Suiting(Ways()))
    assert page.told.text() == "0 found."
    assert not page.empty.isHidden()


def test_all_there_is_stands_in_its_box(shown: Shown) -> None:
    page = shown.knowledge.page
    assert titles(page) == ["In de klas", "Rode vlaggen", "Zorgmelding"]
    assert titles(page, Sort.CHECK) == ["Merken kinderen niets?"]
    assert page.boxes[Sort.INSTRUMENT].isHidden()
    assert page.rest.isHidden()


def test_what_was_made_for_a_workplace_comes_before_what_is_for_everyone(shown: Shown, qtbot: QtBot) -> None:
    page = shown.knowledge.page
    choose(page, qtbot, "politie", 5)
    assert titles(page) == ["Zorgmelding", "Rode vlaggen"]
    assert [link.words for link in page.tips.links] == ["Zorgmelding", "Rode vlaggen", "Rode vlaggen"]
    page.rest.click()
    assert titles(page) == ["Zorgmelding", "Rode vlaggen", "In de klas"]
    page.rest.click()
    assert titles(page) == ["Zorgmelding", "Rode vlaggen"]


def test_the_other_ways_narrow_and_what_suits_nothing_says_so(shown: Shown, qtbot: QtBot) -> None:
    page = shown.knowledge.page
    assert [page.bar.theme.itemText(at) for at in range(1, page.bar.theme.count())][-1] == "stalking"
    page.bar.step.setCurrentIndex(4)
    page.bar.step.activated.emit(4)
    qtbot.waitUntil(lambda: titles(page) == ["Rode vlaggen"])
    page.bar.phase.setCurrentIndex(3)
    page.bar.phase.activated.emit(3)
    qtbot.waitUntil(page.empty.isVisible)
    assert page.tips.isHidden()
    assert page.empty.button is not None
    page.empty.button.click()
    qtbot.waitUntil(lambda: len(titles(page)) == 3)


def test_the_arrows_go_along_the_workplaces_and_a_second_click_takes_it_back(shown: Shown, qtbot: QtBot) -> None:
    page = shown.knowledge.page
    page.bar.places.take_keyboard()
    assert focused() is page.bar.places.buttons[-1]
    press(Qt.Key.Key_Left)
    assert page.ways.workplace == "justitie"
    page.bar.places.buttons[PLACES.index("justitie")].click()
    assert page.ways.workplace == ""
    assert page.bar.places.buttons[-1].isChecked()


def test_where_somebody_works_is_remembered(shown: Shown, made: Desk, qtbot: QtBot) -> None:
    choose(shown.knowledge.page, qtbot, "onderwijs", 6)
    again = Knowledge(made.services)
    qtbot.addWidget(again.page)
    qtbot.waitUntil(lambda: again.page.ways.workplace == "onderwijs")


@pytest.mark.parametrize("kept", [{"workplace": "kerk"}, {"workplace": 3}, ["politie"], None])
def test_what_was_kept_and_cannot_be_read_chooses_nothing(made: Desk, qtbot: QtBot, kept: object) -> None:
    made.store.ask(lambda connection: settings.keep(connection, "knowledge", kept)).result(10)
    again = Knowledge(made.services)
    qtbot.addWidget(again.page)
    again.page.enter()
    qtbot.waitUntil(lambda: len(again.page.lines) == 7)
    assert again.page.ways.workplace == ""


def test_a_card_of_ones_own_counts_with_its_tips(shown: Shown, made: Desk, qtbot: QtBot) -> None:
    own = replace(POLICE_CARD, id="eigen", title="Onze wijk", to_do=("Bel Bo.",))
    kind = FILES[ItemKind.CARD].declare()
    made.services.shelf().create(indexed(ItemKind.CARD, "eigen", kind.plain(own), own), as_text(kind, own)).result(10)
    page = shown.knowledge.page
    page.enter()
    choose(page, qtbot, "politie", 6)
    qtbot.waitUntil(lambda: page.tips.links[0].words == "Onze wijk")
    assert "Onze wijk (your own)" in titles(page)
    page.boxes[Sort.CARD].links[ItemKey(ItemKind.CARD, "eigen")].click()
    qtbot.waitUntil(lambda: shown.page is not page)
    assert shown.page.heading.text() == "Onze wijk"


def test_more_of_a_sort_comes_when_it_is_asked_for(shown: Shown, qtbot: QtBot) -> None:
    page = shown.knowledge.page
    box = page.boxes[Sort.CARD]
    many = [replace(page.lines[0], key=ItemKey(ItemKind.CARD, f"k{n}"), title=f"Kaart {n}") for n in range(12)]
    box.show_lines(many)
    assert (len(box.links), box.more.words) == (8, "Show all 12")
    box.more.click()
    assert len(box.links) == 12
    assert box.more.isHidden()
    assert focused() is list(box.links.values())[8]


def test_without_a_library_what_came_with_the_program_is_there(
    made: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise DiskFull

    monkeypatch.setattr("facilitator.storage.library.searching.browse", refuse)
    found = Shown(Knowledge(made.services))
    qtbot.addWidget(found.stack)
    found.stack.show()
    page = found.knowledge.page
    page.enter()
    qtbot.waitUntil(lambda: len(page.lines) == 7)
    assert "cannot be reached" in page.notice.text()
    choose(page, qtbot, "politie", 5)
    assert titles(page) == ["Zorgmelding", "Rode vlaggen"]
    assert len(found.said) == 1


def test_a_question_goes_on_in_the_help_desk_from_its_first_letter(shown: Shown, qtbot: QtBot) -> None:
    page = shown.knowledge.page
    page.enter()
    assert page.question.hasFocus()
    qtbot.keyClicks(page.question, "m")
    asking = shown.page
    assert isinstance(asking, AskPage)
    assert (page.question.text(), asking.line.text()) == ("", "m")
    qtbot.keyClicks(asking.line, "ag ik bellen")
    assert asking.line.text() == "mag ik bellen"


def test_an_answer_that_comes_when_the_window_is_gone_is_left(shown: Shown) -> None:
    shiboken6.delete(shown.knowledge.page)
    shown.knowledge._finding._show(Ways(), ())
