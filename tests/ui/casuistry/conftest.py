"""A desk with a library that has what comes with the program in these tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from facilitator.storage.errors import DiskFull
from facilitator.storage.library import index
from facilitator.ui.casuistry.casuistry import Casuistry
from tests.ui.conftest import Clock
from tests.ui.desk import Desk, desk
from tests.waiting import until


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
    until(qtbot, lambda: built.page.model.rowCount() == 3 and built.page.details.content is not None)
    return built


def refuse(*_given: object) -> None:
    """There is no room on the disk."""
    raise DiskFull


@pytest.fixture
def no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no room to write over what the user wrote; packs still come in."""
    add = index.add

    def full(*given: Any, later: bool = False) -> None:
        if not later:
            raise DiskFull
        add(*given, later=later)

    monkeypatch.setattr(index, "add", full)
