"""The look: tokens (TOML) -> one palette, one style sheet and the bundled typeface.

`resources/theme` holds a TOML file of colours per variant, `shape.toml`, and style sheets (`*.qss`, joined in the order
of their names) in which `$ink`, `$radius_card` and so on stand for tokens. A widget asks for a look by its class or by
the dynamic property `role`; colours and style sheets are named nowhere else. The facilitator's own windows may change
their look while they are open; the room's screen has one of its own, which does not.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from string import Template
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QImage, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget


class ThemeError(Exception):
    """The look could not be read."""


class NotAppliedError(ThemeError):
    """Somebody asked for the look before `apply` was called."""


class TokensError(ThemeError):
    """A token is missing, unknown or not a colour."""


class Variant(StrEnum):
    """The looks there are; each has the same roles."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"
    HIGH_CONTRAST_DARK = "high-contrast-dark"


@runtime_checkable
class Dressed(Protocol):
    """A widget that holds something of the look itself, and is told when there is another look."""

    def look_changed(self) -> None:
        """Take it from the look that holds now."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The tokens of one variant. Colours are `#rrggbb`, text sizes points, radii pixels; `text` is in percent."""

    ink: str
    soft_ink: str
    paper: str
    card: str
    line: str
    edge: str
    accent: str
    accent_deep: str
    accent_wash: str
    on_accent: str
    attention: str
    attention_wash: str
    danger: str
    danger_wash: str
    on_danger: str
    note_wash: str
    rest: str
    focus: str
    side: str
    side_deep: str
    on_side: str
    family: tuple[str, ...]
    small_pt: float
    base_pt: float
    large_pt: float
    title_pt: float
    radius_card: int
    radius_control: int
    icons: Path
    text: int = 100

    def enlarged(self, percent: int) -> Theme:
        """The same look with larger text; what holds text grows with it, edges and distances stay."""
        sizes = {name: getattr(self, name) * percent / 100 for name in ("small_pt", "base_pt", "large_pt", "title_pt")}
        return replace(self, **sizes, text=percent)

    def scaled(self, pixels: int) -> int:
        """A size that grows with the text, such as that of a picture within it."""
        return round(pixels * self.text / 100)

    def font(self, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The typeface at the base size, with its fallbacks."""
        font = QFont(list(self.family))
        font.setPointSizeF(self.base_pt)
        font.setWeight(weight)
        return font

    def icon(self, name: str, colour: str = "") -> QIcon:
        """A bundled icon in a colour (the text's unless told). Raises TokensError when there is none of that name."""
        return _icon(self.icons / f"{name}.svg", colour or self.ink)


_EFFECTS = tuple(effect for effect in Qt.UIEffect if effect is not Qt.UIEffect.UI_General)
"""Menus and lists that slide or fade in: nothing in this program moves by itself, for some people that is hard."""

_applied: Theme | None = None
_room: Theme | None = None


def current() -> Theme:
    """The look that was applied. For widgets that paint themselves."""
    if _applied is None:
        raise NotAppliedError
    return _applied


def room() -> Theme:
    """The look of the room's screen: light, at its own sizes, whatever the facilitator chose for the laptop."""
    if _room is None:
        raise NotAppliedError
    return _room


def apply(
    app: QApplication,
    tokens_folder: Path,
    variant: str = Variant.LIGHT,
    *,
    text: int = 100,
    restyle: bool = True,
) -> Theme:
    """Give the whole program one look, with text of so many percent. Fonts and icons are found beside `tokens_folder`.

    Called again, every window there is changes. `restyle=False` says that the application was started with
    `-style fusion`: that spares wrapping a style.
    """
    global _applied, _room  # noqa: PLW0603  one look per process, set by the composition root
    theme = read(tokens_folder, variant).enlarged(text)
    if _room is None:
        _room = read(tokens_folder, Variant.LIGHT)
    sheet = style_sheet(theme, tokens_folder)
    if _applied is not None and theme == _applied and app.styleSheet() == sheet:
        return _applied  # every widget there is has this look already
    for path in sorted((tokens_folder.parent / "fonts").glob("*.ttf")):
        _register(path)
    again = _applied is not None
    if restyle and not again:  # every widget there is would be worked out twice
        app.setStyle(QStyleFactory.create("Fusion"))
    for effect in _EFFECTS:
        app.setEffectEnabled(effect, False)
    _applied = theme
    app.setPalette(palette(theme))
    app.setFont(theme.font())
    app.setStyleSheet(sheet)
    if again:
        QTimer.singleShot(0, app, _tell_widgets)  # by then every widget has its new font
    return theme


def _tell_widgets() -> None:
    for widget in QApplication.allWidgets():
        if isinstance(widget, Dressed):
            widget.look_changed()


def read(tokens_folder: Path, variant: str) -> Theme:
    """Read the tokens of a variant. Raises TokensError."""
    try:
        colours = tomllib.loads((tokens_folder / f"{variant}.toml").read_text("utf-8"))["colour"]
        shape = tomllib.loads((tokens_folder / "shape.toml").read_text("utf-8"))
        measures = {**shape["text"], **shape["shape"]}
        measures["family"] = tuple(measures["family"])
        theme = Theme(**colours, **measures, icons=tokens_folder.parent / "icons")
    except (OSError, KeyError, TypeError, tomllib.TOMLDecodeError) as error:
        raise TokensError(str(error)) from error
    wrong = [name for name, value in colours.items() if not QColor.isValidColorName(str(value))]
    if wrong:
        raise TokensError(", ".join(wrong))
    return theme


def palette(theme: Theme) -> QPalette:
    """The colours as Qt's own widgets ask for them."""
    parts = QPalette.ColorRole
    colours = {
        parts.Window: theme.paper,
        parts.WindowText: theme.ink,
        parts.Base: theme.card,
        parts.AlternateBase: theme.paper,
        parts.Text: theme.ink,
        parts.Button: theme.card,
        parts.ButtonText: theme.ink,
        parts.BrightText: theme.danger,
        parts.Highlight: theme.accent,
        parts.HighlightedText: theme.on_accent,
        parts.PlaceholderText: theme.soft_ink,
        parts.ToolTipBase: theme.card,
        parts.ToolTipText: theme.ink,
        parts.Link: theme.accent,
        parts.LinkVisited: theme.accent,
        parts.Mid: theme.edge,
        parts.Dark: theme.edge,
        parts.Light: theme.card,
        parts.Midlight: theme.line,
        parts.Shadow: theme.edge,
        parts.Accent: theme.accent,
    }
    result = QPalette()
    for part, colour in colours.items():
        result.setColor(part, QColor(colour))
    for part in (parts.WindowText, parts.Text, parts.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, part, QColor(theme.edge))
    return result


def style_sheet(theme: Theme, tokens_folder: Path) -> str:
    """Join the style sheets and fill in the tokens. Raises TokensError for a token that does not exist."""
    tokens = {field.name: getattr(theme, field.name) for field in fields(theme)}
    tokens["icons"] = theme.icons.as_posix()
    tokens["mark"] = "white" if QColor(theme.on_accent).lightness() > QColor(theme.accent).lightness() else "black"
    sheets = [path.read_text("utf-8") for path in sorted(tokens_folder.glob("*.qss"))]
    try:
        return Template("\n".join(sheets)).substitute(tokens)
    except (KeyError, ValueError) as error:
        raise TokensError(str(error)) from error


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget another look; its style is worked out again when the role changed."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


@lru_cache
def _register(path: Path) -> None:
    if QFontDatabase.addApplicationFont(str(path)) < 0:
        raise TokensError(path.name)


@lru_cache
def _icon(path: Path, colour: str) -> QIcon:
    try:
        drawing = path.read_text("utf-8").replace("currentColor", colour)
    except OSError as error:
        raise TokensError(path.name) from error
    icon = QIcon()
    image = QImage.fromData(drawing.encode())
    for side in (20, 40, 60):
        scaled = image.scaled(QSize(side, side), mode=Qt.TransformationMode.SmoothTransformation)
        icon.addPixmap(QPixmap.fromImage(scaled))
    return icon
