"""The measures of one screen, and the sizes of text that are tried on it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont

from facilitator.ui.audience.text import Look
from facilitator.ui.theme import Theme

SMALLEST = 28
"""The least size of any text, in pixels on a screen 1080 high."""


@dataclass(frozen=True, slots=True)
class Level:
    """Text sizes in pixels on a screen 1080 high. `air` is the space above the title."""

    title: int
    text: int
    question: int
    answer: int
    label: int
    air: int = 0


LEVELS = (
    Level(104, 44, 42, 34, 30, 52),
    Level(92, 42, 40, 34, 30, 40),
    Level(80, 40, 38, 34, 30, 16),
    Level(68, 36, 36, 32, 28),
    Level(58, 32, 32, 30, 28),
    Level(50, 28, 28, 28, 28),
)
CALM_LEVELS = (
    Level(80, 52, 48, 34, 30),
    Level(72, 44, 42, 34, 30),
    Level(64, 40, 38, 34, 30),
    Level(60, 36, 36, 32, 28),
    Level(54, 32, 32, 30, 28),
    Level(48, 28, 28, 28, 28),
)
"""For what is read rather than looked at: the text of a case, an agreement."""
PAGED = Level(60, 38, 38, 34, 28)
"""What does not fit at the smallest sizes is paged, and then it may as well be easy to read."""
LARGE = 1.35
"""So many times as large is what the room reads, when it asked for large type."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The measures of one screen.

    `scale` is its height / 1080; `squeeze` <= 1 makes big text smaller where it is narrow, `zoom` >= 1 all text larger
    where that was asked for. `left`, `width`, `top` and `room` are the body's, in pixels.
    """

    scale: float
    squeeze: float
    left: float
    width: float
    top: float
    room: float
    theme: Theme
    zoom: float = 1.0

    @property
    def narrow(self) -> bool:
        """Whether two things that stand beside each other elsewhere stand under each other here."""
        return self.width + 2 * self.left < self.zoom * self.px(1080)

    def px(self, size: float) -> float:
        """A distance that is `size` pixels on a screen 1080 high."""
        return size * self.scale

    def look(self, size: float, weight: QFont.Weight, colour: str, leading: float = 1.3) -> Look:
        """A look at a size, never under the smallest."""
        pixels = max(smallest(self.scale * self.zoom), round(size * self.scale * self.squeeze * self.zoom))
        return Look(self.theme.family, pixels, weight, colour, leading)


def smallest(scale: float) -> int:
    """The least size of text in whole pixels."""
    return -int(-SMALLEST * scale // 1)
