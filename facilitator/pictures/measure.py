"""How wide words are: read from the typeface itself, so that screen, paper and tests lay out the very same drawing.

Qt and ReportLab both measure, each a little differently (kerning, hinting) and each only where it is loaded. A drawing
that travels from a window to a process that makes PDFs needs one answer, so the advance widths are read here from the
TrueType files: two tables of fixed shape. Kerning only brings letters closer, so what is measured here always fits.
"""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path
from typing import Final, Protocol

from facilitator.pictures.drawing import Weight

_FILES: Final = {
    Weight.REGULAR: "AtkinsonHyperlegibleNext_400Regular.ttf",
    Weight.SEMIBOLD: "AtkinsonHyperlegibleNext_600SemiBold.ttf",
    Weight.BOLD: "AtkinsonHyperlegibleNext_700Bold.ttf",
}
_UNKNOWN: Final = 1.1
"""The width, in ems, of what the typeface lacks: another face draws it, and none of ours is wider."""
_BASIC_PLANE: Final = (3, 1)
_SEGMENTS: Final = 4


class Measure(Protocol):
    """Tells how wide words are, in points. The same measure is the same object: drawings are remembered by it."""

    def __hash__(self) -> int: ...

    def __call__(self, text: str, size: float, weight: Weight = Weight.REGULAR) -> float:
        """Give the width of `text` at a size in points."""
        ...


class FontMeasure:
    """Measures by the advance widths of Atkinson Hyperlegible Next in `folder`. Raises OSError when it is not there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, text: str, size: float, weight: Weight = Weight.REGULAR) -> float:
        """Give the width of `text` at a size in points."""
        widths = advances(self._folder / _FILES[weight])
        return size * sum(widths.get(ord(sign), _UNKNOWN) for sign in text)


@cache
def advances(path: Path) -> dict[int, float]:
    """Give the advance width in ems of every character of the basic plane that a TrueType file draws."""
    data = path.read_bytes()
    (count,) = struct.unpack_from(">H", data, 4)
    tables: dict[bytes, int] = {}
    for number in range(count):
        name, _sum, start, _length = struct.unpack_from(">4sLLL", data, 12 + 16 * number)
        tables[name] = start
    (em,) = struct.unpack_from(">H", data, tables[b"head"] + 18)
    (metrics,) = struct.unpack_from(">H", data, tables[b"hhea"] + 34)
    widths = struct.unpack_from(">" + "Hh" * metrics, data, tables[b"hmtx"])[::2]
    glyphs = _glyphs(data, tables[b"cmap"])
    return {sign: widths[min(glyph, metrics - 1)] / em for sign, glyph in glyphs.items()}


def _glyphs(data: bytes, start: int) -> dict[int, int]:
    """Give the glyph of every character: the character map for Windows, in segments (format 4)."""
    (count,) = struct.unpack_from(">H", data, start + 2)
    found: dict[int, int] = {}
    for number in range(count):
        platform, encoding, offset = struct.unpack_from(">HHL", data, start + 4 + 8 * number)
        (form,) = struct.unpack_from(">H", data, start + offset)
        if (platform, encoding) == _BASIC_PLANE and form == _SEGMENTS:
            found |= _segments(data, start + offset)
    return found


def _segments(data: bytes, start: int) -> dict[int, int]:
    (twice,) = struct.unpack_from(">H", data, start + 6)
    ends, firsts, deltas, offsets = (
        struct.unpack_from(f">{twice // 2}H", data, start + at)
        for at in (14, 16 + twice, 16 + 2 * twice, 16 + 3 * twice)
    )
    found = {}
    for number, (end, first, delta, offset) in enumerate(zip(ends, firsts, deltas, offsets, strict=True)):
        for sign in range(first, end + 1):
            if offset:
                place = start + 16 + 3 * twice + 2 * number + offset + 2 * (sign - first)
                (glyph,) = struct.unpack_from(">H", data, place) if place + 2 <= len(data) else (0,)
                glyph = (glyph + delta) % 65536 if glyph else 0
            else:
                glyph = (sign + delta) % 65536
            if glyph:
                found[sign] = glyph
    return found
