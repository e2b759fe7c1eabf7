from __future__ import annotations

from importlib.util import find_spec

import pytest
from pytestqt.qtbot import QtBot

from facilitator.ui import ahead
from facilitator.ui.ahead import MODULES, Ahead
from tests.waiting import heard, until


def test_what_is_imported_ahead_is_there() -> None:
    assert [name for name in MODULES if find_spec(name) is None] == []


def test_all_is_imported_one_after_another(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    imported: list[str] = []
    monkeypatch.setattr(ahead, "import_module", imported.append)
    one = Ahead()
    with heard(qtbot, one.done):
        one.begin()
    assert imported == list(MODULES)


def test_who_stops_imports_no_more(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    imported: list[str] = []
    monkeypatch.setattr(ahead, "import_module", imported.append)
    one = Ahead()
    one.begin()
    until(qtbot, lambda: bool(imported))
    one.stop()
    before = len(imported)
    qtbot.wait(3 * ahead.REST_MS)
    assert len(imported) == before < len(MODULES)
