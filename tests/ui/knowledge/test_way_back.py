"""In the main window: "back" leads from a card to where it was looked up."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from facilitator.core.vocabulary import Form
from facilitator.ui.destinations import AGREEMENTS, KNOWLEDGE, START
from facilitator.ui.knowledge.card_page import CardPage
from facilitator.ui.knowledge.knowledge import Knowledge
from facilitator.ui.main_window import MainWindow
from facilitator.ui.prepare.prepare_page import PreparePage
from tests.ui.desk import Desk


@pytest.fixture
def window(made: Desk, qtbot: QtBot) -> MainWindow:
    built = MainWindow(made.services)
    qtbot.addWidget(built)
    built.resize(1280, 720)
    built.show()
    built.show_start()
    qtbot.waitUntil(built.is_filled)
    return built


def knowledge(window: MainWindow) -> Knowledge:
    return window._destinations.knowledge


@pytest.mark.parametrize("name", [START, AGREEMENTS, KNOWLEDGE])
def test_back_leads_to_the_destination_one_was_at(window: MainWindow, name: str) -> None:
    window.go(name)
    before = window.stack.currentWidget()
    knowledge(window).open_card("feit")
    page = window.stack.currentWidget()
    assert isinstance(page, CardPage)
    page.back.click()
    assert window.stack.currentWidget() is before


def test_back_leads_to_what_is_being_prepared(window: MainWindow) -> None:
    window.prepare(Form.HET_GESPREK)
    before = window.stack.currentWidget()
    assert isinstance(before, PreparePage)
    knowledge(window).open_card("feit")
    page = window.stack.currentWidget()
    assert isinstance(page, CardPage)
    page.back.click()
    assert window.stack.currentWidget() is before


def test_who_left_by_the_sidebar_does_not_come_back_to_an_old_card(window: MainWindow) -> None:
    window.go(KNOWLEDGE)
    knowledge(window).open_card("feit")
    knowledge(window).open_card("vlaggen")
    window.go(START)
    assert len(knowledge(window).staying) == 1
    knowledge(window).open_card("melding")
    assert knowledge(window).staying == ()
    page = window.stack.currentWidget()
    assert isinstance(page, CardPage)
    page.back.click()
    assert window.stack.currentWidget() is window._destinations.page(START)
