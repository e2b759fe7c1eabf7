"""The door: which picture of what is known."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import Final

from facilitator.core.disclosure import Disclosed
from facilitator.pictures.drawing import Drawing
from facilitator.pictures.genogram import genogram
from facilitator.pictures.genogram_pages import genogram_pages
from facilitator.pictures.measure import Measure
from facilitator.pictures.network import network
from facilitator.pictures.network_pages import network_pages
from facilitator.pictures.setting import Room
from facilitator.pictures.timeline import timeline, timeline_pages
from facilitator.words import N_


class PictureKind(StrEnum):
    """The pictures there are; `msgid` is what the user calls them."""

    GENOGRAM = "genogram"
    NETWORK = "network"
    TIMELINE = "timeline"

    @property
    def msgid(self) -> str:
        """The name, to be looked up in the catalogue."""
        return _NAMES[self]


_NAMES: Final = {
    PictureKind.GENOGRAM: N_("Genogram"),
    PictureKind.NETWORK: N_("Network map"),
    PictureKind.TIMELINE: N_("Timeline"),
}
_DRAW: Final = {PictureKind.GENOGRAM: genogram, PictureKind.NETWORK: network, PictureKind.TIMELINE: timeline}
_PAGES: Final = {
    PictureKind.GENOGRAM: genogram_pages,
    PictureKind.NETWORK: network_pages,
    PictureKind.TIMELINE: timeline_pages,
}


@lru_cache(maxsize=32)
def case_drawing(kind: PictureKind, known: Disclosed, measure: Measure) -> Drawing:
    """Draw what is known of a case, all on one sheet. The same is drawn once: ask again at every painting."""
    return _DRAW[kind](known, measure)


@lru_cache(maxsize=32)
def case_pages(kind: PictureKind, known: Disclosed, measure: Measure, room: Room) -> tuple[Drawing, ...]:
    """Draw what is known of a case for a screen, in pages whose words are large enough wherever that can be done.

    What is on which page is said in its caption. Remembered as `case_drawing` is.
    """
    return _PAGES[kind](known, measure, room)
