"""What can be done from the line that searches everywhere: one table, with the words by which it is found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from facilitator.core.vocabulary import Form
from facilitator.storage.library.records import ItemKind, Part, Weight
from facilitator.ui.desk_keys import APPEARANCE_KEY, DESTINATIONS, SESSIONS
from facilitator.ui.knowledge.rooms import ROOMS, Room
from facilitator.words import N_, _

if TYPE_CHECKING:
    from facilitator.ui.everywhere.doors import Doors


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do.

    Attributes:
        name: in the code; kept when it was done, so that it never changes.
        title: msgid of what it is called.
        words: msgid of other words by which somebody may look for it; empty where there are none.
        do: does it.
        key: that does it too.
    """

    name: str
    title: str
    words: str
    do: Callable[[Doors], object]
    key: str = ""


_GO: Final = {
    "start": N_("Go to Start"),
    "sessions": N_("Go to Sessions"),
    "casuistry": N_("Go to Casuistry"),
    "agreements": N_("Go to Agreements"),
    "knowledge": N_("Go to Knowledge"),
    "region": N_("Go to Regional agreements"),
}


def _make_backup(doors: Doors) -> None:
    doors.go(SESSIONS)
    doors.sessions().backups.make.click()


def _read_in(doors: Doors) -> None:
    doors.go(SESSIONS)
    doors.sessions().reading_in.choose()


def _bring_back(doors: Doors) -> None:
    doors.go(SESSIONS)
    doors.sessions().backups.bring_back.click()


def _write(kind: ItemKind, doors: Doors) -> None:
    doors.casuistry().writing.begin(kind)


def _go(name: str, doors: Doors) -> None:
    doors.go(name)


def _enter(room: Room, doors: Doors) -> None:
    room.enter(doors.knowledge())


ACTIONS: Final = (
    Action(
        "begin-talk",
        N_("Begin Het Gesprek"),
        N_("new session meeting prepare plan lead partners table"),
        lambda doors: doors.prepare(Form.HET_GESPREK),
    ),
    Action(
        "begin-learning",
        N_("Begin a Leerbijeenkomst"),
        N_("new session meeting prepare plan lead learn case"),
        lambda doors: doors.prepare(Form.LEERBIJEENKOMST),
    ),
    Action(
        "read-returned",
        N_("Read back what organisations sent"),
        N_("forms mails status answers feedback agreements"),
        lambda doors: doors.read_returned(),
    ),
    Action("read-in", N_("Read in a report"), N_("import session PDF archive elsewhere"), _read_in),
    Action("backup", N_("Make a backup now"), N_("save safe copy encrypted"), _make_backup),
    Action("bring-back", N_("Bring back a copy"), N_("backup restore other laptop recovery key"), _bring_back),
    Action(
        "safety",
        N_("See how your data are kept"),
        N_("encrypted key privacy recovery key"),
        lambda doors: doors.safety(),
    ),
    Action(
        "appearance",
        N_("Choose colours and text size"),
        N_("appearance settings dark light contrast large letters look"),
        lambda doors: doors.appearance(),
        APPEARANCE_KEY,
    ),
    Action("write-case", N_("Write a case"), N_("new casuistry make"), partial(_write, ItemKind.CASE)),
    Action("write-script", N_("Write a script"), N_("new programme make"), partial(_write, ItemKind.SCRIPT)),
    Action("write-card", N_("Write a card"), N_("new knowledge make"), partial(_write, ItemKind.CARD)),
    Action(
        "import-pack",
        N_("Import a pack"),
        N_("bring in cases scripts cards region library"),
        lambda doors: doors.casuistry().importing.choose(),
    ),
    *(Action(f"go-{place.name}", _GO[place.name], "", partial(_go, place.name), place.key) for place in DESTINATIONS),
)


def actions() -> dict[str, Action]:
    """Give all there is to do by name: the table, and the rooms of knowledge."""
    rooms = (Action(f"room-{room.name}", room.title, room.about, partial(_enter, room)) for room in ROOMS)
    return {action.name: action for action in (*ACTIONS, *rooms)}


def searched(among: Mapping[str, Action]) -> dict[str, tuple[Part, ...]]:
    """Give what each is found by."""
    return {
        name: (
            Part("", Weight.TITLE, _(action.title)),
            Part("", Weight.HEAD, _(action.words) if action.words else ""),
        )
        for name, action in among.items()
    }
