"""What a typing line is for, and what it says of itself while nothing is typed. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.core.options import options_here
from facilitator.core.script import Answering, Way
from facilitator.core.session import Session
from facilitator.core.turns import turn_name
from facilitator.ui.console.reading import Mode
from facilitator.ui.console.voting import dots_hint, order_hint
from facilitator.words import _


@dataclass(frozen=True, slots=True)
class Task:
    """A mode, the id of what is being put right (empty for something new), and of what a new thing belongs to."""

    mode: Mode
    changes: str = ""
    about: str = ""

    @property
    def stays(self) -> bool:
        """Whether the line is ready for another of the same after Enter."""
        return self.mode is Mode.NEED and not self.changes

    @property
    def of_moment(self) -> bool:
        """Whether it belongs to the page that is in sight now."""
        return self.mode in {Mode.TURNING_POINT, Mode.NEED, Mode.GROUP}

    @property
    def private(self) -> bool:
        """Whether it is nothing for the eyes of the room."""
        return self.mode in {Mode.NOTE, Mode.PARK, Mode.TURNING_POINT}


def task_name(task: Task) -> str:
    """What it is called, on the chip beside the line and for a screen reader."""
    names = {
        Mode.ANSWER: _("Answer"),
        Mode.NOTE: _("Note · for you alone"),
        Mode.PARK: _("Parking lot"),
        Mode.AGREEMENT: _("Agreement"),
        Mode.TURNING_POINT: _("Turning point"),
        Mode.NEED: _("What was needed"),
        Mode.GROUP: _("Group"),
    }
    changing = {
        Mode.ANSWER: _("Change the answer"),
        Mode.NOTE: _("Change the note · for you alone"),
        Mode.TURNING_POINT: _("Change the turning point"),
        Mode.NEED: _("Change what was needed"),
        Mode.GROUP: _("Name of the group"),
    }
    return changing.get(task.mode, names[task.mode]) if task.changes else names[task.mode]


def placeholder(mode: Mode) -> str:
    """What the empty line asks for."""
    return {
        Mode.ANSWER: _("Type an answer and press Enter …  @organisation ties it, # makes it an agreement"),
        Mode.NOTE: _("Write a note for yourself and press Enter"),
        Mode.PARK: _("Type what is kept for later and press Enter"),
        Mode.AGREEMENT: _("New agreement: @who what before when"),
        Mode.TURNING_POINT: _("Where could it have gone another way? Type it, or choose with ↑ ↓"),
        Mode.NEED: _("What did you need then, from whom? @ names them; Esc when done"),
        Mode.GROUP: _("A short name for the group"),
    }[mode]


def idle_words(session: Session, task: Task) -> str:
    """What the strip says while nothing is typed."""
    if task.mode is Mode.GROUP and task.about:
        return _("Enter without a name takes the answer out of its group.")
    if task.mode is not Mode.ANSWER or task.changes:
        return ""
    step, floor = session.step, turn_name(session, session.course.turn)
    parts = []
    if step.way is Way.SILENT:
        parts.append(_("Silent writing: answers are collected after the silence."))
    if floor:
        parts.append(_("{name} has the floor").format(name=floor))
    if step.answering is Answering.SCALE and (step.scale_low or step.scale_high):
        parts.append(scale_words(step.scale_low, step.scale_high))
    if step.answering is Answering.DOTS and options_here(session):
        parts.append(dots_hint())
    if step.answering is Answering.RANKING and options_here(session):
        parts.append(order_hint())
    return " · ".join(parts)


def scale_words(low: str, high: str) -> str:
    """`1 = helemaal niet · 10 = helemaal`; a word that is not there is left out."""
    ends = ((1, low), (10, high))
    return " · ".join(_("{number} = {word}").format(number=number, word=word) for number, word in ends if word)
