"""Stage: what the room has. It is set when a session is first led, and stays as long as the program."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.ui import theme
from facilitator.ui.audience.window import AudienceWindow
from facilitator.ui.awake import Awake, Hold, NoHold
from facilitator.ui.console.bell import Bell
from facilitator.ui.display_memory import DisplayMemory, load, save
from facilitator.ui.displays import Displays


@dataclass(frozen=True, slots=True)
class Stage:
    """Its window, the displays, what keeps them from going dark, and the sound."""

    audience: AudienceWindow
    displays: Displays
    awake: Awake
    bell: Bell


def set_stage(
    app: QApplication, home: Path, desk: QWidget, hold: Callable[[], Hold] | None, parent: QObject | None = None
) -> Stage:
    """Make them as they were left: `home` remembers the displays and the sound. `desk` stands on the console's display.

    `hold` gives what keeps the screens awake; nothing does where it is None.
    """
    audience = AudienceWindow(theme.room())
    kept, sound = home / "display.json", home / "sound.json"
    displays = Displays(app, audience, load(kept), partial(_remember_displays, kept))
    displays.set_console(desk)
    bell = Bell(QApplication.beep, partial(_remember_sound, sound), on=_load_sound(sound))
    return Stage(audience, displays, Awake(NoHold() if hold is None else hold(), parent), bell)


def _remember_displays(path: Path, memory: DisplayMemory) -> None:
    with suppress(OSError):  # a display that is not remembered is chosen again
        save(path, memory)


def _load_sound(path: Path) -> bool:
    """Whether the sound was on the last time; off when that cannot be told."""
    try:
        return path.read_text("utf-8").strip() == "true"
    except (OSError, ValueError):
        return False


def _remember_sound(path: Path, on: bool) -> None:
    with suppress(OSError):  # a sound that is not remembered is asked for again
        path.write_text("true" if on else "false", "utf-8")
