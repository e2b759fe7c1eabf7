"""The look: every variant has every part, and can be read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.ui import theme
from facilitator.ui.widgets import PlainLabel

TOKENS = Path(__file__).resolve().parents[2] / "resources" / "theme"
TEXT = [
    ("ink", "paper"),
    ("ink", "card"),
    ("ink", "accent_wash"),
    ("ink", "attention_wash"),
    ("ink", "danger_wash"),
    ("ink", "note_wash"),
    ("ink", "rest"),
    ("soft_ink", "paper"),
    ("soft_ink", "card"),
    ("accent", "paper"),
    ("accent", "card"),
    ("accent", "accent_wash"),
    ("attention", "attention_wash"),
    ("attention", "card"),
    ("danger", "danger_wash"),
    ("danger", "card"),
    ("on_accent", "accent"),
    ("on_accent", "accent_deep"),
    ("on_danger", "danger"),
    ("on_side", "side"),
    ("on_side", "side_deep"),
]
EDGES = [("edge", "paper"), ("edge", "card"), ("focus", "paper"), ("focus", "card"), ("attention", "paper")]


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("variant", theme.Variant)
@pytest.mark.parametrize(("front", "back", "least"), [(*pair, 4.5) for pair in TEXT] + [(*pair, 3.0) for pair in EDGES])
def test_every_pair_has_enough_contrast(variant: theme.Variant, front: str, back: str, least: float) -> None:
    look = theme.read(TOKENS, variant)
    assert _contrast(getattr(look, front), getattr(look, back)) >= least


@pytest.mark.parametrize("variant", theme.Variant)
def test_every_variant_gives_a_whole_style_sheet(variant: theme.Variant) -> None:
    look = theme.read(TOKENS, variant)
    sheet = theme.style_sheet(look, TOKENS)
    assert "$" not in sheet
    assert look.accent in sheet
    assert theme.palette(look).color(QPalette.ColorRole.Window) == QColor(look.paper)


def test_the_bundled_typeface_is_used(qtbot: QtBot, qapp: QApplication, themed: theme.Theme) -> None:
    label = PlainLabel("Afspraken")
    qtbot.addWidget(label)
    label.show()
    assert theme.current() == themed
    assert QFontInfo(label.font()).family() == "Atkinson Hyperlegible Next"
    assert QFontInfo(label.font()).pixelSize() == 15


def _spoiled(folder: Path, name: str, old: str, new: str) -> Path:
    shutil.copytree(TOKENS, folder / "theme")
    path = folder / "theme" / name
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    return folder / "theme"


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("light.toml", 'ink = "#1d2b2f"', ""),
        ("light.toml", 'ink = "#1d2b2f"', 'ink = "inkt"'),
        ("light.toml", "[colour]", '[colour]\nextra = "#000000"'),
        ("light.toml", "[colour]", "[colour"),
        ("shape.toml", "[text]", "[letters]"),
    ],
)
def test_tokens_that_are_wrong_are_told(tmp_path: Path, name: str, old: str, new: str) -> None:
    with pytest.raises(theme.TokensError):
        theme.read(_spoiled(tmp_path, name, old, new), theme.Variant.LIGHT)


def test_a_style_sheet_that_asks_for_an_unknown_token_is_told(tmp_path: Path) -> None:
    folder = _spoiled(tmp_path, "10-base.qss", "$card", "$carton")
    with pytest.raises(theme.TokensError, match="carton"):
        theme.style_sheet(theme.read(folder, theme.Variant.LIGHT), folder)


@pytest.mark.parametrize("path", sorted((TOKENS.parent / "icons").glob("*.svg")), ids=lambda path: path.stem)
def test_every_icon_can_be_drawn_in_a_colour(themed: theme.Theme, path: Path) -> None:
    image = themed.icon(path.stem, themed.attention).pixmap(QSize(20, 20)).toImage()
    colours = [image.pixelColor(x, y) for x in range(20) for y in range(20)]
    drawn = [colour for colour in colours if colour.alpha() > 200]
    wanted = QColor(themed.attention)
    assert drawn
    for colour in drawn:
        assert abs(colour.red() - wanted.red()) + abs(colour.green() - wanted.green()) < 16


def test_an_icon_that_is_not_there_is_told(themed: theme.Theme) -> None:
    with pytest.raises(theme.TokensError, match="unicorn"):
        themed.icon("unicorn")
