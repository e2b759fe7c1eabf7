"""What is remembered of displays: which one was the room's, which wanted large type, which was checked and when."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtGui import QScreen

MOST = 40
"""So many displays are remembered, those that were used last."""


@dataclass(frozen=True, slots=True)
class DisplayId:
    """What a display is recognised by. `name` is the socket it is in: it counts only when the rest says nothing."""

    manufacturer: str
    model: str
    serial: str
    name: str

    @classmethod
    def of(cls, screen: QScreen) -> DisplayId:
        """Read it from a screen."""
        return cls(screen.manufacturer(), screen.model(), screen.serialNumber(), screen.name())

    def same(self, other: DisplayId) -> bool:
        """Whether it is the same device, in whatever socket; devices that tell nothing go by their socket."""
        told = (self.manufacturer, self.model, self.serial)
        if any(told) or any((other.manufacturer, other.model, other.serial)):
            return told == (other.manufacturer, other.model, other.serial)
        return self.name == other.name


@dataclass(frozen=True, slots=True)
class Known:
    """What is remembered of one display.

    `checked` (aware) is when somebody last saw that all is well on it, at `pixels` wide and high: at another size it
    has to be looked at again.
    """

    id: DisplayId
    large: bool = False
    checked: datetime | None = None
    pixels: tuple[int, int] = (0, 0)

    def checked_at(self, pixels: tuple[int, int]) -> datetime | None:
        """When it was checked at this size; None when it was not."""
        return self.checked if pixels == self.pixels else None


@dataclass(frozen=True, slots=True)
class DisplayMemory:
    """All that is remembered. `room` is the display that was chosen last; `known` has the newest first."""

    room: DisplayId | None = None
    known: tuple[Known, ...] = ()

    def of(self, display: DisplayId) -> Known:
        """What is known of a display; nothing yet when it is new."""
        return next((known for known in self.known if known.id.same(display)), Known(display))

    def knowing(self, known: Known) -> DisplayMemory:
        """Remember this of a display, in place of what was known before."""
        others = tuple(other for other in self.known if not other.id.same(known.id))
        return replace(self, known=(known, *others)[:MOST])


def load(path: Path) -> DisplayMemory:
    """What was remembered; nothing when the file is not there or cannot be understood."""
    try:
        kept = json.loads(path.read_text("utf-8"))
        room = _read_id(kept)
    except (OSError, ValueError, KeyError, TypeError):
        return DisplayMemory()
    try:
        return DisplayMemory(room, tuple(map(_read, kept.get("known", ()))))
    except (ValueError, KeyError, TypeError):
        return DisplayMemory(room)


def save(path: Path, memory: DisplayMemory) -> None:
    """Keep it for another time. Raises OSError."""
    room = memory.room or DisplayId("", "", "", "")
    known = [
        {
            **asdict(known.id),
            "large": known.large,
            "checked": None if known.checked is None else known.checked.isoformat(),
            "pixels": known.pixels,
        }
        for known in memory.known
    ]
    path.write_text(json.dumps({**asdict(room), "known": known}, ensure_ascii=False), "utf-8")


def _read_id(kept: Mapping[str, Any]) -> DisplayId | None:
    found = DisplayId(*(str(kept[name]) for name in ("manufacturer", "model", "serial", "name")))
    return found if any((found.manufacturer, found.model, found.serial, found.name)) else None


def _read(kept: Mapping[str, Any]) -> Known:
    display = _read_id(kept)
    if display is None:
        raise KeyError("name")
    checked = None if kept["checked"] is None else datetime.fromisoformat(kept["checked"])
    wide, high = kept["pixels"]
    return Known(display, bool(kept["large"]), checked, (int(wide), int(high)))
