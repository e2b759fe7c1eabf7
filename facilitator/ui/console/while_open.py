"""Which commands also work while something lies over the console: a panel, or a dialog."""

from __future__ import annotations

from facilitator.ui.console.card_panel import CardPanel
from facilitator.ui.console.case_panel import CasePanel
from facilitator.ui.console.chafing import Chafing
from facilitator.ui.console.confidentiality import Confidentiality
from facilitator.ui.console.figures_panel import FiguresPanel
from facilitator.ui.console.frustrations import Frustrations
from facilitator.ui.console.keys import Command
from facilitator.ui.console.look_back import LookBack
from facilitator.ui.console.panel import Panel
from facilitator.ui.console.slide_panel import SlidePanel
from facilitator.ui.console.walk_panel import WalkPanel

EVERYWHERE = frozenset(
    {
        Command.NEXT,
        Command.PREVIOUS,
        Command.PAUSE,
        Command.BLACK,
        Command.FREEZE,
        Command.NEUTRAL,
        Command.AUDIENCE,
        Command.ROOM_SCREEN,
        Command.LARGE_TYPE,
        Command.ROOM_PAGE,
        Command.ROOM_PAGE_BACK,
        Command.FOLD,
        Command.UNDO,
        Command.REDO,
        Command.KEYS,
        Command.CHECK,
    }
)
"""Commands that work whatever panel is open."""

IN_DIALOGS = EVERYWHERE - {Command.KEYS, Command.CHECK, Command.ROOM_SCREEN}
"""Commands that also work while a dialog is open: those that open nothing beneath it."""

_OWN: dict[type[Panel], frozenset[Command]] = {
    CasePanel: frozenset({Command.DECIDE, Command.WEIGH}),
    SlidePanel: frozenset({Command.SLIDE, Command.SHOW_SLIDE}),
    CardPanel: frozenset({Command.CARDS, Command.SHOW_CARD, Command.REVEAL, Command.REVEAL_ALL, Command.HIDE}),
    WalkPanel: frozenset({Command.WALK, Command.MAKE_AGREEMENT}),
    FiguresPanel: frozenset({Command.FIGURES}),
    Frustrations: frozenset({Command.FRUSTRATIONS}),
    LookBack: frozenset({Command.LOOK_BACK}),
    Chafing: frozenset({Command.CHAFES}),
    Confidentiality: frozenset({Command.CONFIDENTIALITY}),
}
"""What a panel's own keys are; the one that opens it also closes it."""


def works_over(panel: Panel | None, command: Command) -> bool:
    """Whether a command works while this panel has the keyboard."""
    own = (commands for kind, commands in _OWN.items() if isinstance(panel, kind))
    return command in EVERYWHERE or any(command in commands for commands in own)
