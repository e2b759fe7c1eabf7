"""Any file that somebody takes for a logo: it becomes plain pixels, or it is said in words why not."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from facilitator.report.logo import (
    LARGEST,
    LogoBroken,
    LogoError,
    LogoTooLarge,
    LogoUnreadable,
    NoPicture,
    logo_of,
    read_logo,
)


def drawn(kind: str, mode: str = "RGB", size: tuple[int, int] = (300, 120), **options: Any) -> bytes:
    tints = {"L": 90, "1": 1, "P": 3, "CMYK": (0, 200, 200, 0), "RGBA": (200, 0, 0, 0), "I;16": 900}
    colour: Any = tints.get(mode, "red")
    made = BytesIO()
    Image.new(mode, size, colour).save(made, kind, **options)
    return made.getvalue()


KINDS = {
    "PNG": ("RGB", "RGBA", "P", "L", "1", "I;16"),
    "JPEG": ("RGB", "CMYK", "L"),
    "GIF": ("P",),
    "WEBP": ("RGBA",),
    "BMP": ("RGB",),
    "TIFF": ("CMYK", "RGB"),
}


@pytest.mark.parametrize(("kind", "mode"), [(kind, mode) for kind, modes in KINDS.items() for mode in modes])
def test_every_kind_becomes_plain_pixels(kind: str, mode: str) -> None:
    made = logo_of(drawn(kind, mode, (2000, 500)), "logo").logo
    with Image.open(BytesIO(made.png)) as picture:
        assert (picture.format, picture.mode, picture.size) == ("PNG", "RGB", (made.width, made.height))
        assert picture.width <= LARGEST[0]
        assert picture.height <= LARGEST[1]
        assert not picture.info.get("exif")


def test_what_is_clear_is_white() -> None:
    made = logo_of(drawn("PNG", "RGBA"), "logo").logo
    with Image.open(BytesIO(made.png)) as picture:
        assert picture.getpixel((5, 5)) == (255, 255, 255)


def test_what_was_done_to_it_is_said() -> None:
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    moving = BytesIO()
    frames[0].save(moving, "GIF", save_all=True, append_images=frames[1:])
    assert "moves" in " ".join(logo_of(moving.getvalue(), "x.gif").remarks)
    assert "CMYK" in " ".join(logo_of(drawn("JPEG", "CMYK"), "x.jpg").remarks)
    assert logo_of(drawn("PNG"), "x.png").remarks == ()


def test_a_photo_that_lies_on_its_side_is_put_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    made = logo_of(drawn("JPEG", size=(200, 100), exif=exif), "x.jpg").logo
    assert (made.width, made.height) == (100, 200)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", NoPicture),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", NoPicture),
        (b"%PDF-1.7", NoPicture),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, LogoError),
        (drawn("PNG")[:90], LogoBroken),
        (drawn("JPEG", size=(900, 900))[:700], LogoBroken),
        (b"\xff" * 40_000_000, LogoTooLarge),
    ],
)
def test_what_is_no_logo_is_said_with_what_to_do(data: bytes, error: type[LogoError]) -> None:
    with pytest.raises(error) as caught:
        logo_of(data, "embleem.png")
    assert "embleem.png" in caught.value.explain()
    assert "stays as it was" in caught.value.explain()


def test_too_many_pixels_are_refused_before_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    huge = drawn("PNG", "1", (12_000, 12_000))
    assert len(huge) < 1_000_000
    with pytest.raises(LogoTooLarge):
        logo_of(huge, "x.png")
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)
    with pytest.raises(LogoTooLarge):
        logo_of(drawn("PNG", size=(300, 300)), "x.png")


def test_a_file_that_is_gone_and_one_that_is_huge_are_told(tmp_path: Path) -> None:
    with pytest.raises(LogoUnreadable) as caught:
        read_logo(tmp_path / "weg.png")
    assert "weg.png" in caught.value.explain()
    large = tmp_path / "groot.png"
    with large.open("wb") as file:
        file.truncate(40_000_000)
    with pytest.raises(LogoTooLarge):
        read_logo(large)
    good = tmp_path / "goed.png"
    good.write_bytes(drawn("PNG"))
    assert read_logo(good, "Wij").logo.alternative == "Wij"


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["PNG", "JPEG", "GIF", "TIFF", "BMP", "WEBP"]), st.data())
def test_a_damaged_file_is_a_logo_or_an_error_of_ours(kind: str, data: st.DataObject) -> None:
    good = bytearray(drawn(kind, size=(40, 20)))
    for _ in range(data.draw(st.integers(1, 6))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    with suppress(LogoError):
        made = logo_of(bytes(good[: data.draw(st.integers(1, len(good)))]), "x")
        assert made.logo.width <= LARGEST[0]
