"""One house for the tests of a module, and the light look again after each."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from facilitator import words
from facilitator.content.locate import resource
from tests.ui.access.house import House, undress


@pytest.fixture(autouse=True)
def _dutch(_words_of_the_code: None) -> None:
    """In the words that users read: they are longer, and the windows of a module stay open from test to test."""
    words.use(resource("i18n"))


def _leave_nobody_else() -> None:
    """Windows that earlier tests left would be dressed anew with every look, some thousands of widgets each time."""
    gc.collect()
    for window in QApplication.topLevelWidgets():
        if window.parent() is None and window.objectName() != "keeper":
            window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="module")
def built(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    _leave_nobody_else()
    flash = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)  # the caret blinks as the system wishes, or not
    house = House(tmp_path_factory.mktemp("house"))
    yield house
    QApplication.setCursorFlashTime(flash)
    house.tidy()
    undress(house)
    house.program.close()
    house.desk.close()


@pytest.fixture
def house(built: House) -> Iterator[House]:
    """The house, tidy and in the light look."""
    undress(built)
    yield built
    built.tidy()
