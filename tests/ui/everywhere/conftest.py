"""A main window over a year of work."""

from __future__ import annotations

import gettext
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from facilitator import words
from facilitator.content.locate import resource
from facilitator.ui.everywhere.palette import Palette
from facilitator.ui.main_window import MainWindow
from tests.ui.desk import Desk, fill


@pytest.fixture
def made(empty_desk: Desk) -> Desk:
    """A store on disk, with a year of work in it."""
    fill(empty_desk)
    return empty_desk


@pytest.fixture
def dutch() -> Iterator[None]:
    """What somebody types is Dutch, and so is what it is looked for in."""
    words.use(resource("i18n"))
    yield
    words._catalogue = gettext.NullTranslations()


@pytest.fixture
def window(made: Desk, dutch: None, qtbot: QtBot) -> MainWindow:
    built = MainWindow(made.services)
    qtbot.addWidget(built)
    built.resize(1280, 720)
    built.show_start()
    built.show()
    built.activateWindow()
    qtbot.waitUntil(lambda: built.is_filled() and built.isActiveWindow())
    return built


@pytest.fixture
def palette(window: MainWindow, qtbot: QtBot) -> Palette:
    """The palette, once the library is there."""
    window.search()
    qtbot.waitUntil(lambda: window.everywhere._seeker._ready)
    found = window.everywhere.palette
    assert found is not None
    qtbot.waitUntil(found.line.hasFocus)
    return found
