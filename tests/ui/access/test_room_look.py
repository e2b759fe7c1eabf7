"""The room's look is its own: however the facilitator's windows look, what shows the room shows it as it is."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from facilitator.ui import theme
from facilitator.ui.console.keys import Command
from facilitator.ui.theme import Variant
from tests.ui.access.house import House, dress


@pytest.mark.parametrize("variant", Variant)
def test_a_slide_is_prepared_in_the_look_of_the_room(house: House, variant: Variant) -> None:
    dress(house, variant)
    house.on_console(Command.SLIDE)
    picture = house.console.panels.slides.preview.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, picture.height() // 2) == QColor(theme.room().paper)
