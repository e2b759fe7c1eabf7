"""A desk with a library that has what comes with the program in these tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.ui.casuistry.casuistry import Casuistry
from tests.ui.conftest import Clock
from tests.ui.desk import Desk, desk


@pytest.fixture
def made(tmp_path: Path, clock: Clock, new_id: Callable[[], str]) -> Iterator[Desk]:
    with desk(tmp_path / "home", clock, new_id) as opened:
        yield opened


@pytest.fixture
def casuistry(made: Desk, qtbot: QtBot) -> Casuistry:
    """The library, once it shows what comes with the program."""
    built = Casuistry(made.services)
    qtbot.addWidget(built.page)
    built.page.resize(1240, 760)
    built.page.show()
    built.page.enter()
    qtbot.waitUntil(lambda: built.page.model.rowCount() == 3 and built.page.details.content is not None)
    return built
