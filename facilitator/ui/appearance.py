"""Appearance: which look the facilitator's own windows have: what the system asks for, unless somebody chose.

Whether the system is light or dark and whether it asks for more contrast, Qt tells on every system: on Windows from its
contrast themes, on macOS from "increase contrast", on Linux from the desktop's own settings. No system tells Qt how
large text should be apart from its displays, and nothing here moves: so text size is chosen, and motion is not asked.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from facilitator.ui import theme
from facilitator.ui.theme import Variant

TEXT_SIZES: Final = (100, 125, 150, 175, 200)
"""How large text can be, in percent."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody chose: a variant, or None for the system's own; text in percent."""

    variant: Variant | None = None
    text: int = 100


class System(Protocol):
    """What the system says about looks."""

    @property
    def dark(self) -> bool:
        """Whether it is dark."""

    @property
    def high_contrast(self) -> bool:
        """Whether it asks for more contrast than usual."""

    def prefer(self, *, dark: bool | None) -> None:
        """Tell it that this program is dark, light, or like itself (None): for the frames of windows."""

    def hear(self, changed: Callable[[], None]) -> None:
        """Have `changed` called when it says something else."""


class QtSystem:
    """The system as Qt tells it."""

    def __init__(self, app: QApplication) -> None:
        self._hints = app.styleHints()

    @property
    def dark(self) -> bool:
        """Whether it is dark; a system that does not say is light."""
        return self._hints.colorScheme() is Qt.ColorScheme.Dark

    @property
    def high_contrast(self) -> bool:
        """Whether it asks for more contrast."""
        return self._hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast

    def prefer(self, *, dark: bool | None) -> None:
        """Tell it, so that what the system draws itself fits."""
        schemes = {None: Qt.ColorScheme.Unknown, True: Qt.ColorScheme.Dark, False: Qt.ColorScheme.Light}
        self._hints.setColorScheme(schemes[dark])

    def hear(self, changed: Callable[[], None]) -> None:
        """Hear of both."""
        self._hints.colorSchemeChanged.connect(lambda _scheme: changed())
        self._hints.accessibility().contrastPreferenceChanged.connect(lambda _preference: changed())


class Appearance(QObject):
    """Gives the windows their look, at once and again whenever the system or the facilitator wants another.

    Attributes:
        wish: what was chosen.
    """

    def __init__(self, app: QApplication, tokens: Path, kept: Path, system: System, *, restyle: bool = True) -> None:
        """`tokens` is the folder of the looks, `kept` the file that holds what was chosen."""
        super().__init__()
        self._app, self._tokens, self._kept, self._system = app, tokens, kept, system
        self.wish = load(kept)
        self._dress(restyle=restyle)
        system.hear(self._dress)

    @property
    def variant(self) -> Variant:
        """The look that holds now."""
        if self.wish.variant is not None:
            return self.wish.variant
        if self._system.high_contrast:
            return Variant.HIGH_CONTRAST_DARK if self._system.dark else Variant.HIGH_CONTRAST
        return Variant.DARK if self._system.dark else Variant.LIGHT

    def choose(self, wish: Wish) -> None:
        """Have another look, now and at every start to come. Raises OSError when it is not kept."""
        self.wish = wish
        self._dress()
        save(self._kept, self.wish)

    def _dress(self, *, restyle: bool = True) -> None:
        chosen = self.wish.variant
        self._system.prefer(dark=None if chosen is None else chosen in {Variant.DARK, Variant.HIGH_CONTRAST_DARK})
        theme.apply(self._app, self._tokens, self.variant, text=self.wish.text, restyle=restyle)


def load(path: Path) -> Wish:
    """What was chosen at an earlier time; a file that is not there or cannot be understood holds no wish."""
    try:
        kept = json.loads(path.read_text("utf-8"))
        variant = None if kept["variant"] is None else Variant(kept["variant"])
        text = kept["text"]
    except (OSError, ValueError, KeyError, TypeError):
        return Wish()
    return Wish(variant, text if text in TEXT_SIZES else 100)


def save(path: Path, wish: Wish) -> None:
    """Keep what was chosen. Raises OSError."""
    path.write_text(json.dumps({"variant": wish.variant, "text": wish.text}), "utf-8")
