"""The content that comes with the program, read once for all tests of a process: nobody can change it."""

from __future__ import annotations

from functools import cache

from facilitator.content.library import Library, read_library
from facilitator.content.locate import content_folder


@cache
def shipped_library() -> Library:
    """Give it."""
    return read_library(content_folder())
