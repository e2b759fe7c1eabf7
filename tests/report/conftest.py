"""A press that is warm for all tests of paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from facilitator.report.fonts import Typeface
from facilitator.report.press import Meta, Press, Rendered

RESOURCES = Path(__file__).parents[2] / "resources"
META = Meta("Titel", "Onderwerp", "Het Gesprek · Wijk Noord", "17 november 2026", "Voor jou", date(2026, 11, 17))


@pytest.fixture(scope="session")
def press() -> Press:
    return Press(RESOURCES / "templates", RESOURCES / "fonts")


@pytest.fixture(scope="session")
def typeface() -> Typeface:
    return Typeface(RESOURCES / "fonts")


@pytest.fixture(scope="session")
def typeset(press: Press) -> Callable[[str], Rendered]:
    """Make paper of the markup inside a body."""
    return lambda inside: press.typeset(f"<body>{inside}</body>", META)
