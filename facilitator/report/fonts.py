"""The typeface of paper: Atkinson Hyperlegible Next, and two faces for what it lacks.

ReportLab keeps fonts in one registry per process; a `Typeface` fills it once and answers which face draws which
character. What no face has is given as U+FFFD, so that the reader sees that something is missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from facilitator.report.text import REPLACEMENT, is_ignorable, is_private

REGULAR: Final = "AtkinsonHyperlegibleNext_400Regular"
SEMIBOLD: Final = "AtkinsonHyperlegibleNext_600SemiBold"
BOLD: Final = "AtkinsonHyperlegibleNext_700Bold"
ITALIC: Final = "AtkinsonHyperlegibleNext_400Regular_Italic"
BOLD_ITALIC: Final = "AtkinsonHyperlegibleNext_700Bold_Italic"
FALLBACKS: Final = ("DejaVuSans", "NotoEmoji-Regular")
"""Tried in this order; DejaVu Sans also draws the replacement character."""


class Run(NamedTuple):
    """Text that one face can draw."""

    face: str
    text: str


class Typeface:
    """The faces of one folder, read when they are first needed.

    Attributes: folder (where the TrueType files are).
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._covers: dict[str, frozenset[int]] = {}

    def covers(self, face: str) -> frozenset[int]:
        """Give the code points that `face` can draw, reading its file when that was not done yet."""
        if face not in self._covers:
            if face not in pdfmetrics.getRegisteredFontNames():
                file = str(self.folder / f"{face}.ttf")
                # Shaping maps ligatures to private code points, so that text can no longer be copied or read aloud.
                pdfmetrics.registerFont(TTFont(face, file, asciiReadable=False, shapable=False))
            glyphs = pdfmetrics.getFont(face).face.charToGlyph
            self._covers[face] = frozenset(point for point in glyphs if not is_private(point))
        return self._covers[face]

    def draws(self, text: str, face: str) -> bool:
        """Tell whether `face` alone draws all of `text`."""
        return self.covers(face).issuperset(map(ord, text)) and REPLACEMENT not in text

    def runs(self, text: str, face: str) -> tuple[list[Run], str]:
        """Split `text` into what `face` draws and what others must; also give the characters that no face has."""
        if self.draws(text, face):
            return [Run(face, text)], ""
        shown = [(self._face_of(char, face), char) for char in text if not is_ignorable(char)]
        missing = "".join(char for found, char in shown if found is None or char == REPLACEMENT)
        drawn = ((found, char) if found else (FALLBACKS[0], REPLACEMENT) for found, char in shown)
        grouped = groupby(drawn, key=lambda pair: pair[0])
        return [Run(found, "".join(char for _, char in pairs)) for found, pairs in grouped], missing

    def _face_of(self, char: str, preferred: str) -> str | None:
        return next((face for face in self._candidates(preferred) if ord(char) in self.covers(face)), None)

    @staticmethod
    def _candidates(preferred: str) -> Iterator[str]:
        yield preferred
        yield from FALLBACKS


@lru_cache(maxsize=20_000)
def _unit_width(face: str, text: str) -> float:
    return float(pdfmetrics.getFont(face).stringWidth(text, 1))


def width(face: str, size: float, text: str) -> float:
    """Give the width of `text` in points; words come back often, so they are remembered."""
    return _unit_width(face, text) * size
