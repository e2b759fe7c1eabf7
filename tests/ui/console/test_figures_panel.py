"""The infographic on the console: looked at in private, shown to the room by one key, and away again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.core.audience import Scene, audience_view
from facilitator.core.card import Figure
from facilitator.core.infographic import Panel, PanelFigure, PanelForm, PanelRow
from facilitator.core.script import Source
from facilitator.ui import theme
from facilitator.ui.audience.picture import compose
from facilitator.ui.console.console import Console
from facilitator.ui.console.figures_panel import FiguresPanel
from facilitator.ui.console.keys import Command
from tests.ui.console.conftest import Led

FIGURE = Figure("8 procent", 2020, "In een jaar.", Source("CBS", "https://voorbeeld.nl"))
OFTEN = Panel("vaak", "Hoe vaak?", "Zo vaak.", PanelForm.DOTS, (PanelFigure("Zoveel", FIGURE, past=True),))
WHO = Panel("wie", "Wie doet wat?", "Samen.", PanelForm.ROWS, rows=(PanelRow("Jij belt.", "Kaart", "Jij"),))


@pytest.fixture
def console(led: Led) -> Console:
    return led.console


@pytest.fixture
def panel(console: Console, qtbot: QtBot) -> FiguresPanel:
    console.commands.knowledge.offer_figures(lambda: (OFTEN, WHO))
    console.commands.run(Command.FIGURES)
    opened = console.panels.figures
    qtbot.waitUntil(opened.isVisible)
    return opened


def test_looking_shows_nothing_to_the_room(console: Console, panel: FiguresPanel) -> None:
    assert panel.chosen == OFTEN
    assert panel.past.isVisible()
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.chosen == WHO
    assert not panel.past.isVisible()
    assert console.deeds.session.course.panel is None


def test_enter_shows_and_takes_away(console: Console, panel: FiguresPanel) -> None:
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert audience_view(console.deeds.session).scene is Scene.PANEL
    assert panel.chosen == OFTEN
    assert "Take away" in panel.show_it.text()
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert console.deeds.session.course.panel is None
    assert "Show to the room" in panel.show_it.text()


def test_it_opens_at_what_the_room_sees_and_the_same_key_closes_it(console: Console, panel: FiguresPanel) -> None:
    panel.list.choose("wie")
    panel.show_it.click()
    console.commands.run(Command.FIGURES)
    assert not panel.isVisible()
    console.commands.run(Command.FIGURES)
    assert panel.chosen == WHO
    assert console.deeds.session.course.panel == WHO


def test_without_panels_it_says_so(console: Console) -> None:
    console.commands.run(Command.FIGURES)
    assert not console.panels.figures.isVisible()


def test_what_the_room_sees_is_the_drawing(console: Console, panel: FiguresPanel) -> None:
    panel.show_chosen()
    picture = compose(audience_view(console.deeds.session), 1280, 720, theme.room())
    assert len(picture.pages) == 1


def test_the_small_picture_tells_the_time_of_the_room(console: Console, panel: FiguresPanel) -> None:
    assert panel.preview.now == console.deeds.running.now()
    later = console.deeds.running.now() + timedelta(minutes=3)
    console.tick(later)
    assert panel.preview.now == later
