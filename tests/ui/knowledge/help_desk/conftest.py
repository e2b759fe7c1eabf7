"""The main window at the help desk, with a real store and library, and two cards that come with the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from facilitator.content.library import Library
from facilitator.core.card import Card, FactCheck, ReadOn, Verdict
from facilitator.core.help_desk import DeskQuestion
from facilitator.storage import help_desk
from facilitator.storage.help_desk import Wording
from facilitator.storage.library.records import Query
from facilitator.ui.destinations import KNOWLEDGE
from facilitator.ui.knowledge.help_desk.ask_page import AskPage
from facilitator.ui.knowledge.help_desk.help_desk import HelpDesk
from facilitator.ui.knowledge.help_desk.kept_page import KeptPage
from facilitator.ui.knowledge.knowledge import Knowledge
from facilitator.ui.main_window import MainWindow
from tests.builders import CASE, SCRIPT
from tests.ui.desk import TODAY, Desk, in_sight

PAGE = (ReadOn("Basismodel meldcode", "Ministerie van VWS", "https://example.org/meldcode"),)
SHARING = Card(
    "delen",
    "Mag je melden zonder toestemming?",
    ("informatie delen",),
    "Melden mag ook zonder toestemming van de ouders.",
    "Je vraagt toestemming. Krijg je die niet, dan mag je toch melden bij Veilig Thuis.",
    PAGE,
    date(2026, 1, 2),
)
STALKING = Card(
    "feit-stalking",
    "Is stalking pas strafbaar bij geweld?",
    ("stalking",),
    "Stalking is strafbaar, ook zonder geweld.",
    "Belaging staat in het Wetboek van Strafrecht.",
    PAGE,
    date(2026, 1, 2),
    fact_check=FactCheck("Stalking is pas strafbaar bij geweld.", Verdict.FALSE, "Ook zonder geweld."),
)


@pytest.fixture
def made(empty_desk: Desk) -> Desk:
    """A store on disk, with nothing in it."""
    return empty_desk


@pytest.fixture
def window(made: Desk, qtbot: QtBot) -> MainWindow:
    """The main window, at the page of knowledge."""
    library = Library((SCRIPT,), (CASE,), (), cards=(SHARING, STALKING))
    window = in_sight(qtbot, MainWindow(replace(made.services, library=lambda: library)))
    window.go(KNOWLEDGE)
    return window


@pytest.fixture
def knowledge(window: MainWindow) -> Knowledge:
    """What is behind the page."""
    found = window.findChild(Knowledge)
    assert found is not None
    return found


@pytest.fixture
def help_desk_(knowledge: Knowledge) -> HelpDesk:
    """The help desk."""
    return knowledge.help_desk


@pytest.fixture
def page(window: MainWindow, knowledge: Knowledge, qtbot: QtBot) -> AskPage:
    """The page to ask on, with nothing typed."""
    knowledge.ask()
    page = window.stack.currentWidget()
    assert isinstance(page, AskPage)
    shelf = knowledge.services.shelf()
    qtbot.waitUntil(lambda: shelf.search(Query()).result(10).total == 4, timeout=20_000)  # what comes with the program
    return page


Fill = Callable[..., DeskQuestion]


@pytest.fixture
def fill(made: Desk) -> Fill:
    """Keep a question as if it was kept before, changed by these steps."""

    def keep(text: str, *steps: Callable[[DeskQuestion], DeskQuestion]) -> DeskQuestion:
        wording, id_ = Wording(text), made.services.new_id()
        question = made.store.ask(lambda connection: help_desk.keep(connection, id_, wording, TODAY)).result(10)
        for step in steps:
            question = step(question)
        made.store.ask(lambda connection: help_desk.change(connection, {question.id: lambda _old: question})).result(10)
        return question

    return keep


@pytest.fixture
def kept_page(window: MainWindow, help_desk_: HelpDesk, qtbot: QtBot) -> Callable[[], KeptPage]:
    """Goes to the questions that were kept, once they are there."""

    def show() -> KeptPage:
        with qtbot.waitSignal(help_desk_.kept.changed):
            help_desk_.show_kept()
        page = window.stack.currentWidget()
        assert isinstance(page, KeptPage)
        return page

    return show
