"""A house style: how the papers of one organisation look. Plain values, kept in the store and sent along with a job."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from facilitator.report import colours
from facilitator.report.colours import Colour

OUR_OWN: Final = "#0f5c63"
"""The colour of our own look, with which a new style begins."""

_WASHES: Final = (0.1, 0.06, 0.03, 0.0)
"""How much of the line's colour lies under a panel: the most at which text can still be read on it."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo as plain pixels: a PNG in RGB, its size in pixels, and what it says to who does not see it."""

    png: bytes
    width: int
    height: int
    alternative: str


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """The look of one organisation.

    `ink` is the colour of headings and `line` that of lines and bars, as "#0f5c63". `footer` stands at the foot of
    every page, `marking` (such as "vertrouwelijk") at its head. Either may be empty.
    """

    id: str
    name: str
    ink: str = OUR_OWN
    line: str = OUR_OWN
    footer: str = ""
    marking: str = ""
    logo: Logo | None = None

    @property
    def readable(self) -> HouseStyle:
        """The same with colours that can be read, also where what was kept does not say so."""
        ink = colours.nearest(colours.read(self.ink) or _own(), colours.TEXT)
        line = colours.nearest(colours.read(self.line) or _own(), colours.LINE)
        return HouseStyle(
            self.id, self.name, colours.written(ink), colours.written(line), self.footer, self.marking, self.logo
        )

    @property
    def wash(self) -> Colour:
        """The ground of panels and of the heads of tables."""
        ink, line = (colours.read(text) or _own() for text in (self.ink, self.line))
        mixed = (colours.mixed(line, share) for share in _WASHES)
        return next((wash for wash in mixed if colours.contrast(ink, wash) >= colours.TEXT), colours.WHITE)


def _own() -> Colour:
    own = colours.read(OUR_OWN)
    assert own is not None  # noqa: S101  it is a constant
    return own


def to_plain(style: HouseStyle) -> dict[str, Any]:
    """Give a style as plain values, to be kept."""
    logo = style.logo
    drawn = None
    if logo is not None:
        png = base64.b64encode(logo.png).decode("ascii")
        drawn = {"png": png, "width": logo.width, "height": logo.height, "alternative": logo.alternative}
    texts = {name: getattr(style, name) for name in ("id", "name", "ink", "line", "footer", "marking")}
    return texts | {"logo": drawn}


def from_plain(plain: object) -> HouseStyle | None:
    """Give the style that was kept; None where it cannot be understood. A logo that cannot be is left out."""
    if not isinstance(plain, Mapping) or not isinstance(plain.get("id"), str):
        return None
    texts = {name: plain.get(name) for name in ("id", "name", "ink", "line", "footer", "marking")}
    known = {name: text for name, text in texts.items() if isinstance(text, str)}
    return HouseStyle(**({"name": ""} | known), logo=_logo(plain.get("logo"))).readable


def _logo(plain: object) -> Logo | None:
    if not isinstance(plain, Mapping):
        return None
    try:
        png = base64.b64decode(str(plain["png"]), validate=True)
        return Logo(png, int(plain["width"]), int(plain["height"]), str(plain["alternative"]))
    except (KeyError, TypeError, ValueError, binascii.Error):
        return None
