"""The infographic on its page: every panel to see, to hear and to save; what cannot be made is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.content.library import Library
from facilitator.content.locate import resource
from facilitator.report.worker import DocumentWorker, Resources
from facilitator.ui import theme
from facilitator.ui.destinations import KNOWLEDGE
from facilitator.ui.knowledge.hub_page import HubPage
from facilitator.ui.knowledge.infographic.infographic_page import InfographicPage
from facilitator.ui.knowledge.infographic.panels import panels_today
from facilitator.ui.main_window import MainWindow
from tests.shipped import shipped_library
from tests.ui.desk import NOW, Desk, desk


@pytest.fixture
def made(tmp_path: Path, new_id: Callable[[], str]) -> Iterator[Desk]:
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "documents").mkdir()
    with desk(home, lambda: NOW, new_id) as open_desk:
        cards = shipped_library().cards
        open_desk.services = replace(open_desk.services, library=lambda: Library((), (), (), cards))
        yield open_desk


def page_of(made: Desk, qtbot: QtBot) -> InfographicPage:
    page = InfographicPage(made.services, panels_today(made.services))
    qtbot.addWidget(page)
    page.resize(1024, 640)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def test_its_room_leads_to_it_and_back(made: Desk, qtbot: QtBot) -> None:
    window = MainWindow(made.services)
    qtbot.addWidget(window)
    window.show()
    window.go(KNOWLEDGE)
    hub = window.stack.currentWidget()
    assert isinstance(hub, HubPage)
    hub.rooms["infographic"].button.click()
    page = window.stack.currentWidget()
    assert isinstance(page, InfographicPage)
    page.back.click()
    assert window.stack.currentWidget() is hub


def test_the_keyboard_walks_through_pictures_that_tell_what_they_show(made: Desk, qtbot: QtBot) -> None:
    page = page_of(made, qtbot)
    page.in_words.setFocus()
    for card in page.cards:
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClick(here, Qt.Key.Key_Tab)
        assert card.view.hasFocus()
        assert card.view.drawing is not None
        assert card.view.accessibleDescription() == " ".join(card.view.drawing.alternative)
    assert len(page.cards) > 5


@pytest.fixture
def text(qapp: QApplication, themed: theme.Theme) -> Iterator[Callable[[int], None]]:
    """Give all windows text of so many percent; afterwards it is as large as ever."""

    def grow(percent: int) -> None:
        theme.apply(qapp, resource("theme"), text=percent)
        QApplication.processEvents()

    yield grow
    grow(themed.text)


@pytest.mark.parametrize("percent", [100, 125, 150, 200])
@pytest.mark.parametrize("width", [760, 1024, 1700])
def test_its_words_grow_with_the_text(
    made: Desk, qtbot: QtBot, text: Callable[[int], None], width: int, percent: int
) -> None:
    page = page_of(made, qtbot)
    text(percent)
    page.resize(width, 720)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    assert page.horizontalScrollBar().maximum() == 0
    for view in (card.view for card in page.cards):
        drawing = view.drawing
        assert drawing is not None
        pixels = view.height() / drawing.height
        assert pixels == pytest.approx(1.23 * percent / 100, rel=0.01)
        assert drawing.width * pixels <= view.width() + 1


def test_what_is_painted_fills_the_picture_and_no_more(made: Desk, qtbot: QtBot, text: Callable[[int], None]) -> None:
    page = page_of(made, qtbot)
    text(150)
    page.resize(1024, 720)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    view = page.cards[0].view
    image = view.grab().toImage()
    ground = image.pixel(0, 0)
    painted = [y for y in range(image.height()) if any(image.pixel(x, y) != ground for x in range(image.width()))]
    assert painted[0] < 20
    assert image.height() - 20 < painted[-1] < image.height() - 2


def test_all_of_it_in_words(made: Desk, qtbot: QtBot) -> None:
    page = page_of(made, qtbot)
    assert not any(card.words.isVisible() for card in page.cards)
    page.in_words.click()
    assert all(card.words.isVisible() for card in page.cards)
    assert "66.000 meldingen in een halfjaar" in " ".join(card.words.text() for card in page.cards)


def test_it_is_saved_as_pdf_and_each_panel_as_svg(made: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    worker = DocumentWorker(Resources(resource("templates"), resource("fonts"), None))
    made.services = replace(made.services, documents=lambda: worker)
    page = page_of(made, qtbot)
    page.use_folder(tmp_path / "elders")
    try:
        for button in (page.pdf, page.svg):
            with qtbot.waitSignal(page.making.made, timeout=30_000):
                button.click()
    finally:
        worker.close()
    found = sorted((tmp_path / "elders").iterdir())
    assert [path.suffix for path in found].count(".svg") == len(page.cards)
    assert [path.suffix for path in found].count(".pdf") == 1
    assert page.making.outcome.isVisible()


def test_a_folder_that_cannot_be_made_is_told(made: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_of(made, qtbot)
    (tmp_path / "bestand").write_text("geen map")
    page.use_folder(tmp_path / "bestand" / "map")
    page.pdf.click()
    qtbot.waitUntil(page.making.outcome.isVisible)
    assert "cannot be made. Nothing is lost" in page.making.outcome.text()
    assert page.pdf.isEnabled()


def test_figures_past_their_day_are_told_before_they_are_used(made: Desk, qtbot: QtBot) -> None:
    assert not page_of(made, qtbot).remarks.isVisible()
    made.services = replace(made.services, now=lambda: datetime(2099, 1, 1, tzinfo=UTC))
    late = page_of(made, qtbot)
    assert "past their day" in late.remarks.text()
    assert late.remarks.isVisible()


def test_without_the_cards_it_says_what_is_missing(made: Desk, qtbot: QtBot) -> None:
    made.services = replace(made.services, library=lambda: Library((), (), ()))
    page = page_of(made, qtbot)
    page.enter()
    assert page.cards == []
    assert "there is no card 'feit-45-procent-ooit'" in page.remarks.text()
    assert not page.pdf.isEnabled()
    assert page.back.hasFocus()
