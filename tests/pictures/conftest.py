from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.pictures import FontMeasure

FONTS = Path(__file__).parents[2] / "resources" / "fonts"


@pytest.fixture(scope="session")
def measure() -> FontMeasure:
    return FontMeasure(FONTS)
