"""World: what the program takes from outside, so that a test can hold it still."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.storage.key_store import KeyStore, SystemKeyStore
from facilitator.ui.steady_clock import SteadyClock, elapsed_on, system_time

if TYPE_CHECKING:
    from facilitator.ui.appearance import System
    from facilitator.ui.awake import Hold


@dataclass(frozen=True, slots=True)
class World:
    """What is outside: folders, the key store, the clock, ids, the system's look and its screens.

    `home` holds all data of a run, `documents_folder` is where exports go at first; `now` gives aware datetimes.
    `restyle` says that the application was not started in our style. `steady` is the clock `now` where that is one that
    can be held while a session is led. `system` says what look the system asks for: Qt knows, unless told otherwise.
    `hold` gives what keeps the screens awake; nothing does where it is None.
    """

    home: Path
    documents_folder: Path
    key_store: KeyStore
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    restyle: bool = True
    steady: SteadyClock | None = None
    system: System | None = None
    hold: Callable[[], Hold] | None = None


def world_of(home: Path) -> World:
    """Give what the program takes from this system."""
    documents = Path.home() / "Documents"
    place = documents if documents.is_dir() else Path.home()
    clock = SteadyClock(system_time, elapsed_on())
    return World(home, place, SystemKeyStore(), clock, _new_id, restyle=False, steady=clock, hold=_hold)


def _hold() -> Hold:
    from facilitator.ui.awake import hold_of_this_system  # noqa: PLC0415  not on the way to the first window

    return hold_of_this_system()


def _new_id() -> str:
    from uuid import uuid4  # noqa: PLC0415  the same

    return str(uuid4())
