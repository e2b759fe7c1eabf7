"""A logo that somebody chose, made into plain pixels that paper can hold; or in words why that cannot be.

LogoError
├── LogoUnreadable   the file cannot be read
├── LogoTooLarge     it is larger than a logo can be, as a file or in pixels
├── NoPicture        it is no picture of a kind that is known
└── LogoBroken       it is one, and cannot be read to its end
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from facilitator.report.house import Logo
from facilitator.words import _

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES: Final = 10_000_000
MOST_PIXELS: Final = 40_000_000
LARGEST: Final = (900, 300)
"""Pixels of a logo that is kept: sharp in print at the size it has on paper."""

_KNOWN: Final = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")


class LogoError(Exception):
    """A logo that cannot be used; what was there before stays. `name` is that of the file."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def explain(self) -> str:
        """Say in the user's words what happened and what to do."""
        raise NotImplementedError


class LogoUnreadable(LogoError):  # noqa: N818  read as a sentence
    """The file cannot be read."""

    def explain(self) -> str:
        """Say in the user's words what happened and what to do."""
        return _("{name} cannot be read. The logo stays as it was. Is the file still there? Choose it again.").format(
            name=self.name
        )


class LogoTooLarge(LogoError):  # noqa: N818
    """It is larger than a logo can be."""

    def explain(self) -> str:
        """Say in the user's words what happened and what to do."""
        return _(
            "{name} is too large: a logo is at most {bytes} MB and {pixels} million pixels. The logo stays as it was. "
            "Ask for a smaller version, or save it smaller in a drawing program."
        ).format(name=self.name, bytes=MOST_BYTES // 1_000_000, pixels=MOST_PIXELS // 1_000_000)


class NoPicture(LogoError):  # noqa: N818
    """It is no picture of a kind that is known."""

    def explain(self) -> str:
        """Say in the user's words what happened and what to do."""
        return _(
            "{name} is no picture that paper can hold. The logo stays as it was. Choose a PNG or JPEG; "
            "a logo in SVG, PDF or Word you first save as PNG."
        ).format(name=self.name)


class LogoBroken(LogoError):  # noqa: N818
    """It is a picture that cannot be read to its end."""

    def explain(self) -> str:
        """Say in the user's words what happened and what to do."""
        return _(
            "{name} is damaged: the picture stops halfway. The logo stays as it was. Ask for the file once more."
        ).format(name=self.name)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A logo that can be used, and what was done to it in words."""

    logo: Logo
    remarks: tuple[str, ...]


def read_logo(path: Path, alternative: str = "") -> Chosen:
    """Read a logo. Raises LogoError."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise LogoTooLarge(path.name)
        data = path.read_bytes()
    except OSError as fault:
        raise LogoUnreadable(path.name) from fault
    return logo_of(data, path.name, alternative)


def logo_of(data: bytes, name: str, alternative: str = "") -> Chosen:
    """Make a logo of the bytes of a file. Raises LogoError."""
    if len(data) > MOST_BYTES:
        raise LogoTooLarge(name)
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415  60 ms, for what seldom happens

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a size that is suspect is judged below
            picture = Image.open(BytesIO(data), formats=_KNOWN)
    except UnidentifiedImageError as fault:
        raise NoPicture(name) from fault
    except Image.DecompressionBombError as fault:
        raise LogoTooLarge(name) from fault
    except Exception as fault:  # a damaged file makes Pillow raise nearly anything
        raise LogoBroken(name) from fault
    with picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise LogoTooLarge(name)
        try:
            remarks = tuple(_remarks(picture))  # counting the images of a file reads on in it
        except Exception as fault:  # see above
            raise LogoBroken(name) from fault
        return Chosen(_plain(picture, name, alternative), remarks)


def _remarks(picture: Image) -> list[str]:
    said = []
    if getattr(picture, "n_frames", 1) > 1:
        said.append(_("This picture moves; paper does not. Its first image is used."))
    if picture.mode == "CMYK":
        said.append(_("This picture has the colours of a printing press (CMYK). They can differ a little on screen."))
    return said


def _plain(picture: Image, name: str, alternative: str) -> Logo:
    """Give the pixels on white, upright, no larger than is needed, without anything else that was in the file."""
    from PIL import Image, ImageOps  # noqa: PLC0415  see above

    try:
        upright = ImageOps.exif_transpose(picture)
        clear = upright.convert("RGBA")
    except Exception as fault:  # see above
        raise LogoBroken(name) from fault
    white = Image.new("RGBA", clear.size, "white")
    flat = Image.alpha_composite(white, clear).convert("RGB")
    flat.thumbnail(LARGEST, Image.Resampling.LANCZOS)
    kept = BytesIO()
    flat.save(kept, "PNG", optimize=True)
    return Logo(kept.getvalue(), flat.width, flat.height, alternative)
