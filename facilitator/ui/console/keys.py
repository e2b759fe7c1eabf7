"""Every key of the console in one table: shortcuts, tooltips and the key sheet are made from it and from nothing else.

The typing line has the focus, so no command hangs on a bare printable key. What a key that is pressed means is read in
`pressed.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.words import N_, _


class Command(StrEnum):
    """What the facilitator can tell the console by a key or a button."""

    NEXT = "next"
    PREVIOUS = "previous"
    GO_TO = "go-to"
    PROGRAMME = "programme"
    ADD = "add"
    QUESTION_NEXT = "question-next"
    QUESTION_PREVIOUS = "question-previous"
    DIVIDE = "divide"
    LONGER = "longer"
    PAUSE = "pause"
    CORRECT_START = "correct-start"
    READ_ON = "read-on"
    READ_BACKWARD = "read-backward"
    BLACK = "black"
    FREEZE = "freeze"
    NEUTRAL = "neutral"
    AUDIENCE = "audience"
    ROOM_SCREEN = "room-screen"
    LARGE_TYPE = "large-type"
    SLIDE = "slide"
    SHOW_SLIDE = "show-slide"
    ROOM_PAGE = "room-page"
    ROOM_PAGE_BACK = "room-page-back"
    CARDS = "cards"
    SHOW_CARD = "show-card"
    FIGURES = "figures"
    WALK = "walk"
    FOLD = "fold"
    ANSWER = "answer"
    REVEAL = "reveal"
    REVEAL_ALL = "reveal-all"
    HIDE = "hide"
    EDIT = "edit"
    REMOVE = "remove"
    MAKE_AGREEMENT = "make-agreement"
    NOTE = "note"
    PARK = "park"
    AGREEMENT = "agreement"
    READ_BACK = "read-back"
    CHAFES = "chafes"
    FRUSTRATIONS = "frustrations"
    LOOK_BACK = "look-back"
    PEOPLE = "people"
    CONFIDENTIALITY = "confidentiality"
    CHECK = "check"
    GENOGRAM = "genogram"
    NETWORK = "network"
    TIMELINE = "timeline"
    TURNING_POINT = "turning-point"
    DECIDE = "decide"
    WEIGH = "weigh"
    TURN = "turn"
    TURN_BACK = "turn-back"
    TABLE = "table"
    WHO_NOT_YET = "who-not-yet"
    VOTE = "vote"
    VOTE_BACK = "vote-back"
    APPEARANCE = "appearance"
    GROUP = "group"
    SILENCE = "silence"
    UNDO = "undo"
    REDO = "redo"
    KEYS = "keys"


class Group(StrEnum):
    """A heading of the key sheet; the value is its msgid."""

    GOING = N_("Through the session")
    ROOM = N_("The room's screen")
    CASE = N_("A case")
    WRITING = N_("What is said")
    AGREEING = N_("Agreements")
    REST = N_("And further")


@dataclass(frozen=True, slots=True)
class Key:
    """One row of the table. `keys` are Qt's portable names, the first is the one shown; `msgid` says what it does."""

    command: Command
    keys: tuple[str, ...]
    msgid: str
    group: Group

    @property
    def sign(self) -> str:
        """The key as it stands on a button."""
        return sign(self.keys[0]) if self.command is not Command.GO_TO else _("Ctrl+1 … 9")


KEYS: tuple[Key, ...] = (
    Key(Command.NEXT, ("PgDown",), N_("Next step"), Group.GOING),
    Key(Command.PREVIOUS, ("PgUp",), N_("Previous step"), Group.GOING),
    Key(Command.GO_TO, tuple(f"Ctrl+{n}" for n in range(1, 10)), N_("Straight to step 1 to 9"), Group.GOING),
    Key(
        Command.PROGRAMME,
        ("Ctrl+G",),
        N_("To the programme: Alt+↑ ↓ moves a step, + and − its minutes, Ctrl+Del drops it"),
        Group.GOING,
    ),
    Key(Command.ADD, ("Ctrl+Shift+A",), N_("Add a question, a break or a step; take another case"), Group.GOING),
    Key(Command.DIVIDE, ("Ctrl+J",), N_("Divide the time anew over the steps to come"), Group.GOING),
    Key(Command.LONGER, ("Ctrl+Shift+J",), N_("Five minutes more for this step"), Group.GOING),
    Key(Command.PAUSE, ("Ctrl+P",), N_("Let the meeting stand still, and go on"), Group.GOING),
    Key(Command.CORRECT_START, ("Ctrl+Shift+P",), N_("Put right when the step or the meeting began"), Group.GOING),
    Key(Command.QUESTION_NEXT, ("Alt+Down",), N_("Put the next guiding question to the room"), Group.GOING),
    Key(Command.QUESTION_PREVIOUS, ("Alt+Up",), N_("Put the previous guiding question to the room"), Group.GOING),
    Key(Command.READ_ON, ("Ctrl+Down",), N_("Read on in the guidance"), Group.GOING),
    Key(Command.READ_BACKWARD, ("Ctrl+Up",), N_("Read back in the guidance"), Group.GOING),
    Key(Command.BLACK, ("F5",), N_("Black screen, and back"), Group.ROOM),
    Key(Command.FREEZE, ("F6",), N_("Freeze the screen, and back"), Group.ROOM),
    Key(Command.NEUTRAL, ("F7",), N_("Neutral screen, and back"), Group.ROOM),
    Key(Command.ROOM_PAGE, ("Ctrl+PgDown",), N_("Next page of the room's screen"), Group.ROOM),
    Key(Command.ROOM_PAGE_BACK, ("Ctrl+PgUp",), N_("Previous page of the room's screen"), Group.ROOM),
    Key(Command.AUDIENCE, ("F11",), N_("The room's window"), Group.ROOM),
    Key(Command.ROOM_SCREEN, ("Shift+F11",), N_("Choose the screen that the room looks at"), Group.ROOM),
    Key(Command.LARGE_TYPE, ("Ctrl+F11",), N_("Large type for the room, and back"), Group.ROOM),
    Key(Command.SLIDE, ("Ctrl+O",), N_("Prepare a slide for the room, in private"), Group.ROOM),
    Key(Command.SHOW_SLIDE, ("Ctrl+Shift+O",), N_("Show the slide that is ready, and take it away"), Group.ROOM),
    Key(
        Command.CARDS,
        ("Ctrl+I",),
        N_("Knowledge cards at hand; at a fact check 1, 2 and 3 count the hands, N goes on"),
        Group.ROOM,
    ),
    Key(Command.SHOW_CARD, ("Ctrl+Shift+I",), N_("A card before the room, and away again"), Group.ROOM),
    Key(Command.FIGURES, ("Alt+I",), N_("Figures in pictures: look, show to the room, and take away"), Group.ROOM),
    Key(Command.FOLD, ("F12",), N_("Fold what is private, and unfold it"), Group.ROOM),
    Key(Command.GENOGRAM, ("Alt+1",), N_("Genogram before the room, and back"), Group.CASE),
    Key(Command.NETWORK, ("Alt+2",), N_("Network before the room, and back"), Group.CASE),
    Key(Command.TIMELINE, ("Alt+3",), N_("Timeline before the room, and back"), Group.CASE),
    Key(Command.TURNING_POINT, ("Ctrl+M",), N_("Mark a turning point; away from the room again"), Group.CASE),
    Key(Command.DECIDE, ("Ctrl+D",), N_("Decide: what would you decide now?"), Group.CASE),
    Key(Command.WEIGH, ("Ctrl+W",), N_("Weigh: the five weighing questions"), Group.CASE),
    Key(Command.WALK, ("Ctrl+Shift+W",), N_("An instrument, one question at a time: 1 to 9 answer"), Group.CASE),
    Key(Command.TURN, ("Ctrl+B",), N_("Give the next one the floor"), Group.CASE),
    Key(Command.TURN_BACK, ("Ctrl+Shift+B",), N_("Give the floor back"), Group.CASE),
    Key(
        Command.TABLE,
        ("Ctrl+L",),
        N_("To the table: Enter gives the floor, Space lets one only listen, Alt+↑ ↓ changes the order"),
        Group.CASE,
    ),
    Key(
        Command.WHO_NOT_YET, ("Ctrl+Shift+L",), N_("Who has not spoken yet? One is proposed, for you alone"), Group.CASE
    ),
    Key(Command.ANSWER, ("Ctrl+T",), N_("To the typing line"), Group.WRITING),
    Key(
        Command.REVEAL,
        ("F8",),
        N_("Show the chosen or the next answer, or what is said of a claim"),
        Group.WRITING,
    ),
    Key(
        Command.REVEAL_ALL,
        ("Shift+F8",),
        N_("Show all answers of this step, or how you guessed"),
        Group.WRITING,
    ),
    Key(Command.HIDE, ("Ctrl+F8",), N_("Hide the chosen or the last shown answer"), Group.WRITING),
    Key(Command.EDIT, ("Ctrl+E",), N_("Change what is chosen"), Group.WRITING),
    Key(Command.REMOVE, ("Ctrl+Del", "Ctrl+Backspace"), N_("Remove what is chosen"), Group.WRITING),
    Key(
        Command.VOTE,
        ("Ctrl++", "Ctrl+Shift++", "Ctrl+="),
        N_("A vote or a dot for what is chosen (in the list: +)"),
        Group.WRITING,
    ),
    Key(Command.VOTE_BACK, ("Ctrl+-",), N_("One less for it (in the list: -)"), Group.WRITING),
    Key(Command.GROUP, ("Ctrl+Shift+G",), N_("Put the chosen answer in a group"), Group.WRITING),
    Key(Command.SILENCE, ("Ctrl+Shift+S",), N_("A silent minute, and end it"), Group.GOING),
    Key(Command.NOTE, ("F2",), N_("Private note, for you alone"), Group.WRITING),
    Key(Command.PARK, ("F3",), N_("Something for the parking lot"), Group.WRITING),
    Key(Command.CHECK, ("Ctrl+N",), N_("Check what looks like personal data"), Group.WRITING),
    Key(Command.AGREEMENT, ("F4",), N_("To the agreement line"), Group.AGREEING),
    Key(Command.MAKE_AGREEMENT, ("F9",), N_("Make an agreement of the chosen or the newest answer"), Group.AGREEING),
    Key(Command.READ_BACK, ("Ctrl+R",), N_("Read the agreements back and close"), Group.AGREEING),
    Key(Command.CHAFES, ("Ctrl+Shift+M",), N_("A regional agreement chafes, or works"), Group.AGREEING),
    Key(Command.FRUSTRATIONS, ("Ctrl+Shift+F",), N_("Count who recognises a frustration"), Group.AGREEING),
    Key(
        Command.LOOK_BACK,
        ("Ctrl+Shift+R",),
        N_("Look back on what was agreed before: 1 to 5 say how it stands, S shows it to the room"),
        Group.AGREEING,
    ),
    Key(Command.PEOPLE, ("F10",), N_("Who is at the table"), Group.REST),
    Key(Command.CONFIDENTIALITY, ("Ctrl+F10",), N_("Confidentiality: read it aloud, and tick who agrees"), Group.REST),
    Key(Command.APPEARANCE, ("Ctrl+,",), N_("Colours and text size"), Group.REST),
    Key(Command.UNDO, ("Ctrl+Z",), N_("Take back"), Group.REST),
    Key(Command.REDO, ("Ctrl+Shift+Z", "Ctrl+Y"), N_("Make again"), Group.REST),
    Key(Command.KEYS, ("F1",), N_("All keys"), Group.REST),
)

TYPING_HINTS: tuple[tuple[str, str], ...] = (
    ("Enter", N_("Add what you typed")),
    ("@", N_("Tie it to an organisation, or to a role of the case; a new organisation you can add at once")),
    ("#", N_("In front of the line: make it an agreement")),
    ("↑ ↓", N_("Choose an answer or an agreement above the line")),
    ("Esc", N_("Close a panel, or back to the typing line")),
)
"""What the typing line understands: sign and msgid, for the key sheet."""

_SIGNS = {
    "PgDown": "PgDn",
    "Down": "↓",
    "Up": "↑",
    "Right": "→",
    "Left": "←",
    "Return": "Enter",
}


def sign(name: str) -> str:
    """A key as people read it: `PgDn`, `Alt+↓`."""
    return "+".join(_SIGNS.get(part, part) for part in name.split("+"))


def key_of(command: Command) -> Key:
    """Give the row of a command."""
    return next(key for key in KEYS if key.command is command)


def tip(command: Command) -> str:
    """What a button's tooltip says: what it does, and its key."""
    key = key_of(command)
    return _("{what} ({key})").format(what=_(key.msgid), key=key.sign)
