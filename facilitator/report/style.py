"""What paper looks like: colours, measures and the style of each kind of text. All measures are in points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from facilitator.pictures.drawing import Role
from facilitator.report import colours, fonts
from facilitator.report.house import HouseStyle

Colour = tuple[float, float, float]
"""Red, green and blue between 0 and 1."""


def _colour(hexadecimal: str) -> Colour:
    red, green, blue = bytes.fromhex(hexadecimal)
    return red / 255, green / 255, blue / 255


INK: Final = _colour("1d2b2f")
SOFT_INK: Final = _colour("5b6a6e")
TEAL: Final = _colour("0f5c63")
TEAL_WASH: Final = _colour("e3efee")
STRIPE: Final = _colour("faf8f5")
LINE: Final = _colour("e2ddd2")
AMBER: Final = _colour("8f4a04")
AMBER_WASH: Final = _colour("fbeedd")
DANGER: Final = _colour("a3282b")
WHITE: Final = _colour("ffffff")


@dataclass(frozen=True, slots=True)
class Palette:
    """What takes the place of our own colours: in text, and in grounds and lines. Pictures keep theirs."""

    text: Mapping[Colour, Colour]
    ground: Mapping[Colour, Colour]


OUR_OWN: Final = Palette({}, {})


def palette(house: HouseStyle | None) -> Palette:
    """Give the colours of a house style; of none: our own."""
    if house is None:
        return OUR_OWN
    ink, line = (colours.read(text) or TEAL for text in (house.ink, house.line))
    return Palette({TEAL: ink}, {TEAL: line, TEAL_WASH: house.wash})


PICTURE: Final[dict[Role, Colour]] = {
    Role.INK: INK,
    Role.SOFT: SOFT_INK,
    Role.LINE: LINE,
    Role.GROUND: WHITE,
    Role.ACCENT: TEAL,
    Role.ACCENT_WASH: TEAL_WASH,
    Role.ATTENTION: AMBER,
    Role.ATTENTION_WASH: AMBER_WASH,
    Role.DANGER: DANGER,
}
"""The colour that plays each part in a picture."""

LARGEST_PICTURE: Final = 0.7
"""A picture is at most this large against its own measures: its names are then about as large as the text."""
HIGHEST_PICTURE: Final = 560.0

MILLIMETRE: Final = 72 / 25.4
PAGE_WIDTH: Final = 210 * MILLIMETRE
PAGE_HEIGHT: Final = 297 * MILLIMETRE
MARGIN: Final = 18 * MILLIMETRE
COLUMN: Final = PAGE_WIDTH - 2 * MARGIN
"""The width of the text."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How one kind of text is set. `face_bold` and `face_italic` answer `<b>` and `<i>` inside it."""

    size: float = 10.5
    leading: float = 14.5
    colour: Colour = INK
    face: str = fonts.REGULAR
    before: float = 0
    after: float = 6
    keep_next: bool = False

    def face_for(self, *, bold: bool, italic: bool) -> str:
        """Give the face for a stretch of text; a style that is bold itself stays as it is."""
        if bold and italic:
            return fonts.BOLD_ITALIC
        if italic:
            return fonts.BOLD_ITALIC if self.face in {fonts.BOLD, fonts.SEMIBOLD} else fonts.ITALIC
        return fonts.BOLD if bold else self.face


BODY: Final = TextStyle()
CARD: Final = TextStyle(size=12.5, leading=17)
"""The text of a card that is read at arm's length, in a circle."""
SMALL: Final = TextStyle(size=9, leading=12, colour=SOFT_INK)
CELL: Final = TextStyle(size=10, leading=13, after=1)

BLOCKS: Final[dict[str, TextStyle]] = {
    "h1": TextStyle(25, 30, TEAL, fonts.BOLD, before=2, after=5, keep_next=True),
    "h2": TextStyle(14.5, 18.5, INK, fonts.SEMIBOLD, before=18, after=7, keep_next=True),
    "h3": TextStyle(11.5, 15, INK, fonts.SEMIBOLD, before=11, after=3, keep_next=True),
    "p": BODY,
}
"""The style of each element without a class."""

CLASSES: Final[dict[str, TextStyle]] = {
    "cover-title": TextStyle(32, 38, TEAL, fonts.BOLD, before=150, after=8),
    "subtitle": TextStyle(12.5, 17, after=8, keep_next=True),
    "lead": replace(BODY, colour=SOFT_INK, after=4),
    "strong": replace(BODY, face=fonts.SEMIBOLD),
    "soft": replace(BODY, colour=SOFT_INK),
    "label": TextStyle(9, 12, TEAL, fonts.SEMIBOLD, before=6, after=2, keep_next=True),
    "question": replace(BODY, face=fonts.SEMIBOLD, before=6, after=4, keep_next=True),
    "role": TextStyle(22, 27, INK, fonts.BOLD, after=2, keep_next=True),
    "card-title": TextStyle(12, 16, TEAL, fonts.BOLD, after=3, keep_next=True),
    "step-title": TextStyle(18, 23, INK, fonts.BOLD, after=0, keep_next=True),
    "moment-title": TextStyle(14, 18, INK, fonts.BOLD, after=0, keep_next=True),
    "moment-number": TextStyle(12, 18, TEAL, fonts.SEMIBOLD, after=0, keep_next=True),
    "clock": TextStyle(18, 23, TEAL, fonts.BOLD, after=0, keep_next=True),
    "minutes": TextStyle(11.5, 15, INK, fonts.SEMIBOLD, after=0, keep_next=True),
    "sheet-title": TextStyle(20, 24, TEAL, fonts.BOLD, before=2, after=3, keep_next=True),
    "sheet-title-small": TextStyle(16, 19, TEAL, fonts.BOLD, before=0, after=2, keep_next=True),
    "column-title": TextStyle(11, 14, TEAL, fonts.SEMIBOLD, before=8, after=2.5, keep_next=True),
    "column-title-small": TextStyle(9.5, 11.5, TEAL, fonts.SEMIBOLD, before=4, after=1, keep_next=True),
    "sources": TextStyle(9, 11.5, SOFT_INK, after=3),
    "until": TextStyle(11.5, 15, SOFT_INK, after=0, keep_next=True),
}
"""The style of a paragraph with a class."""

CELL_CLASSES: Final[dict[str, TextStyle]] = {
    "": CELL,
    "strong": replace(CELL, face=fonts.SEMIBOLD),
    "soft": replace(CELL, colour=SOFT_INK),
}
"""The style of a paragraph inside a table cell, by its class."""

CELL_ITEM: Final = replace(CELL, after=1.5)
CHECK_ITEM: Final = replace(CELL, after=4)
ITEMS: Final[dict[str, TextStyle]] = {"small": TextStyle(8.5, 11, after=2.5)}
"""The style of the items of a list with a class."""

HEAD_CELL: Final = replace(CELL, face=fonts.SEMIBOLD)

PANELS: Final[dict[str, tuple[Colour, Colour]]] = {
    "panel": (TEAL_WASH, TEAL),
    "warning": (AMBER_WASH, AMBER),
    "card": (WHITE, TEAL),
}
"""The ground and the bar of a panel, by its class."""

COLUMNS: Final[dict[str, TextStyle]] = {
    "large": TextStyle(10.5, 14, after=4),
    "usual": TextStyle(10, 13, after=3.5),
    "small": TextStyle(9.5, 12, after=3),
    "smallest": TextStyle(9, 11, after=2.5),
}
"""The text of two columns beside each other, by their size."""

SIDE: Final = 0.16
"""The share of the width that a narrow column beside a wide one gets."""

BESIDE: Final[dict[str, tuple[Colour | None, float]]] = {
    "step": (None, 2.0),
    "moment": (None, 1.0),
    "shown": (TEAL_WASH, 0.0),
}
"""The ground of what stands beside each other, and the thickness of the line above it, by its class."""

ROOMY: Final = 6.5
TIGHT: Final = 3.5
"""The white space above and below in a row, in two measures."""

WRITING_SPACE: Final = 34.0
"""The least height of a row in which somebody writes by hand."""

TABLES: Final[dict[str, tuple[float, float, float]]] = {
    "": (ROOMY, 0.0, 180.0),
    "tight": (TIGHT, 0.0, 80.0),
    "write": (ROOMY, WRITING_SPACE, 180.0),
}
"""The rows of a table, by its class: the white above and below, the least height, and how high one is cut."""

KEPT_TABLE: Final = 200.0
"""A table with a header up to this height is not cut: a longer one would leave too much of a page empty."""
KEPT_BESIDE: Final = 350.0
"""What stands beside each other is cut only where it is higher than this (half a page)."""
