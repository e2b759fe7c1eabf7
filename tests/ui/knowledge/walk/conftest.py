"""The main window with the instruments that ship, and one of a user's own that leads nowhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from facilitator.content.library import Library
from facilitator.core.instrument import Instrument, InstrumentAnswer, InstrumentQuestion
from facilitator.ui.destinations import KNOWLEDGE
from facilitator.ui.knowledge.hub_page import HubPage
from facilitator.ui.knowledge.walk.choose_page import ChoosePage
from facilitator.ui.knowledge.walk.walk_page import WalkPage
from facilitator.ui.main_window import MainWindow
from tests.shipped import shipped_library
from tests.ui.desk import Desk, in_sight

SHIPPED = tuple(card for card in shipped_library().cards if card.instrument is not None)
DEAD = Instrument(
    (
        InstrumentQuestion("lees", "Lees dit eerst."),
        InstrumentQuestion("dood", "En dan?", answers=(InstrumentAnswer("Ja", "nergens"), InstrumentAnswer("Nee"))),
    )
)
OWN = replace(SHIPPED[0], id="instrument-eigen", title="Eigen hulpmiddel", instrument=DEAD)


@pytest.fixture
def made(empty_desk: Desk) -> Desk:
    """A store on disk, with nothing in it."""
    return empty_desk


@pytest.fixture
def window(made: Desk, qtbot: QtBot) -> MainWindow:
    """The main window, at the choice of an instrument."""
    services = replace(made.services, library=lambda: Library((), (), (), (*SHIPPED, OWN)))
    window = in_sight(qtbot, MainWindow(services))
    window.go(KNOWLEDGE)
    hub = window.stack.currentWidget()
    assert isinstance(hub, HubPage)
    hub.rooms["instruments"].button.click()
    return window


@pytest.fixture
def choose(window: MainWindow) -> Callable[[], ChoosePage]:
    """Gives the page on which an instrument is chosen."""

    def page() -> ChoosePage:
        found = window.stack.currentWidget()
        assert isinstance(found, ChoosePage)
        return found

    return page


@pytest.fixture
def walk(window: MainWindow, choose: Callable[[], ChoosePage]) -> Callable[[str], WalkPage]:
    """Opens an instrument, at its first question."""

    def opened(card_id: str) -> WalkPage:
        choose().choices[card_id].button.click()
        page = window.stack.currentWidget()
        assert isinstance(page, WalkPage)
        if page.intro.isVisible():
            page.intro.start.click()
        return page

    return opened
