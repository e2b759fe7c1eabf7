"""The door: which picture of what is known."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import Final

from facilitator.core.disclosure import Disclosed
from facilitator.pictures.drawing import Drawing
from facilitator.pictures.genogram import genogram
from facilitator.pictures.measure import Measure
from facilitator.pictures.network import network
from facilitator.pictures.timeline import timeline, timeline_pages
from facilitator.words import N_

PAGE: Final = 420.0
"""How high a page of the timeline is, so that its words stay as large on a screen as those of the other pictures."""


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


@lru_cache(maxsize=32)
def case_drawing(kind: PictureKind, known: Disclosed, measure: Measure) -> Drawing:
    """Draw what is known of a case, all on one sheet. The same is drawn once: ask again at every painting."""
    return _DRAW[kind](known, measure)


def case_pages(kind: PictureKind, known: Disclosed, measure: Measure) -> tuple[Drawing, ...]:
    """Draw what is known of a case in pages for a screen: a long timeline takes more than one."""
    if kind is PictureKind.TIMELINE:
        return timeline_pages(known, measure, PAGE)
    return (case_drawing(kind, known, measure),)
