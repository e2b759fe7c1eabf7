"""One house for the tests of a module, and the light look again after each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.ui.theme import Variant
from tests.ui.access.house import House, dress


@pytest.fixture(scope="module")
def built(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    house = House(tmp_path_factory.mktemp("house"))
    yield house
    house.tidy()
    house.program.close()
    house.desk.close()


@pytest.fixture
def house(built: House) -> Iterator[House]:
    """The house, tidy."""
    yield built
    built.tidy()
    if built.program.appearance.variant is not Variant.LIGHT or built.program.appearance.wish.text != 100:
        dress(built)
