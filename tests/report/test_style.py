from __future__ import annotations

from itertools import product

import pytest

from facilitator.report import style
from facilitator.report.style import Colour


def luminance(colour: Colour) -> float:
    red, green, blue = ((c / 12.92) if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


TEXT = sorted({each.colour for each in (*style.BLOCKS.values(), *style.CLASSES.values(), *style.CELL_CLASSES.values())})
GROUNDS = [(1.0, 1.0, 1.0), style.STRIPE, style.TEAL_WASH, *(fill for fill, _ in style.PANELS.values())]


@pytest.mark.parametrize(("text", "ground"), list(product(TEXT, GROUNDS)))
def test_text_can_be_read_on_every_ground(text: Colour, ground: Colour) -> None:
    assert contrast(text, ground) >= 4.5


def test_bold_and_italic_have_faces() -> None:
    assert style.BODY.face_for(bold=True, italic=True).endswith("700Bold_Italic")
    assert style.BODY.face_for(bold=False, italic=True).endswith("400Regular_Italic")
    assert style.HEAD_CELL.face_for(bold=False, italic=True).endswith("700Bold_Italic")
    assert style.HEAD_CELL.face_for(bold=False, italic=False).endswith("600SemiBold")
