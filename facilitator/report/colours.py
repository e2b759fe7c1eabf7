"""Colours that somebody chose, held against what can be read (WCAG 2.2): the nearest that passes is offered."""

from __future__ import annotations

import colorsys
import re
from typing import Final

TEXT: Final = 4.5
LINE: Final = 3.0
"""The least contrast with white: of text, and of a line."""

Colour = tuple[float, float, float]
"""Red, green and blue between 0 and 1."""

WHITE: Final[Colour] = (1.0, 1.0, 1.0)
_HEX: Final = re.compile("#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
_STEPS: Final = 200


def read(text: str) -> Colour | None:
    """Give the colour of "#0f5c63", "0F5C63" or "#05c"; None for anything else."""
    found = _HEX.fullmatch(text.strip())
    if found is None:
        return None
    digits = found.group(1)
    digits = digits if len(digits) > 3 else "".join(digit * 2 for digit in digits)
    red, green, blue = bytes.fromhex(digits)
    return red / 255, green / 255, blue / 255


def written(colour: Colour) -> str:
    """Give "#0f5c63" for a colour."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def contrast(one: Colour, other: Colour = WHITE) -> float:
    """Give the contrast of two colours, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def nearest(colour: Colour, least: float) -> Colour:
    """Give the colour itself where it has this contrast with white, or else the same one as little darker as will do.

    What is given passes when it is written down in whole steps, as `written` does.
    """
    hue, light, saturation = colorsys.rgb_to_hls(*colour)
    for step in range(_STEPS + 1):
        darker = colorsys.hls_to_rgb(hue, light * (1 - step / _STEPS), saturation) if step else colour
        kept = read(written(darker)) or darker
        if contrast(kept) >= least:
            return kept
    return 0.0, 0.0, 0.0


def mixed(colour: Colour, share: float) -> Colour:
    """Give a share of a colour on white paper."""
    red, green, blue = (1 - share * (1 - part) for part in colour)
    return red, green, blue


def _luminance(colour: Colour) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
