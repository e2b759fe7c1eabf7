from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from facilitator.ui.agreements.agreements_page import AgreementsPage
from facilitator.ui.destinations import AGREEMENTS
from facilitator.ui.main_window import MainWindow
from tests.ui.desk import Desk, fill


@pytest.fixture
def made(empty_desk: Desk) -> Desk:
    """A store on disk, with a year of work in it."""
    fill(empty_desk)
    return empty_desk


@pytest.fixture
def window(qtbot: QtBot, made: Desk) -> Iterator[MainWindow]:
    """The main window at the page of agreements."""
    window = MainWindow(made.services)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.go(AGREEMENTS)
    page = page_of(window)
    qtbot.waitUntil(lambda: page.found is not None and len(page.numbers()) == 1 and page.chosen_lines() != [])
    yield window
    window.close()  # before the store is: what waits for rest to be asked is asked no more


@pytest.fixture
def page(window: MainWindow) -> AgreementsPage:
    """The page of agreements."""
    return page_of(window)


def page_of(window: MainWindow) -> AgreementsPage:
    """The page of agreements of a window that is at it."""
    page = window.stack.currentWidget()
    assert isinstance(page, AgreementsPage)
    return page
