"""The pages of a picture, laid out beside the windows: a large family takes a second, and no key may wait for it.

The same pages are laid out once. They are asked for on the windows' thread only.
"""

from __future__ import annotations

import sys
from concurrent.futures import Future
from functools import lru_cache
from threading import Lock

from facilitator.core.disclosure import Disclosed
from facilitator.pictures import Drawing, PictureKind, Room, case_pages
from facilitator.ui.futures import in_background
from facilitator.ui.pictures.measuring import measure

Pages = tuple[Drawing, ...]

_turn = Lock()
"""One after the other: together they would keep each other, and the windows, from getting on."""

SOON = 0.002
"""Meanwhile Python lets the windows' thread have its turn after so many seconds; its own 5 ms add up to a frame."""


@lru_cache(maxsize=32)
def pages_ahead(kind: PictureKind, known: Disclosed, room: Room) -> Future[Pages]:
    """Begin to lay pages out, unless that was done; who needs them at once waits for the result."""

    def lay_out() -> Pages:
        with _turn:
            usual = sys.getswitchinterval()
            sys.setswitchinterval(SOON)
            try:
                return case_pages(kind, known, measure(), room)
            finally:
                sys.setswitchinterval(usual)

    return in_background(lay_out)
