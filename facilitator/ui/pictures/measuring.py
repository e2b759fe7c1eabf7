"""The measure of words in pictures, the same for every window."""

from __future__ import annotations

from functools import cache

from facilitator.content.locate import resource
from facilitator.pictures import FontMeasure


@cache
def measure() -> FontMeasure:
    """Give the measure of our typeface."""
    return FontMeasure(resource("fonts"))
