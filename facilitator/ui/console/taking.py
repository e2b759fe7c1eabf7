"""Taking: what becomes of a line that was typed, by what the line was for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.ui.console.reading import Mode, Reading
from facilitator.ui.console.tasks import Task

if TYPE_CHECKING:
    from facilitator.ui.console.console import Console


class Taking:
    """Takes what was read in the typing lines of a console, and what Enter means where nothing was typed."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def take(self, reading: Reading, task: Task) -> bool:
        """Do what was typed; False when that was refused."""
        console, deeds = self._console, self._console.deeds
        if reading.mode is Mode.GROUP:
            return console.commands.ways.take_name(task, reading.text)
        if reading.dots is not None:
            return console.commands.ways.count(reading)
        if task.changes and reading.mode in {Mode.ANSWER, Mode.NEED}:
            return deeds.change_answer(task.changes, reading)
        if task.changes and reading.mode is Mode.TURNING_POINT:
            return deeds.mark_point(reading.text, task.changes)
        if task.changes and reading.mode is Mode.NOTE:
            return deeds.change_note(task.changes, reading.text)
        return deeds.take(reading, task.about)

    def taken(self, task: Task) -> None:
        """Go on after what was taken."""
        if task == Task(Mode.TURNING_POINT):
            self._console.commands.case.marked()

    def enter_on_nothing(self) -> None:
        """Take an answer out of its group where a name for that was asked, or put the chosen answer right."""
        console = self._console
        if console.step.entry.task.mode is Mode.GROUP:
            console.commands.ways.take_out()
        elif chosen := console.step.answers.list.chosen:
            console.commands.answers.change_answer(chosen)

    def offer_points(self) -> None:
        """Offer the turning points of the case in the line, while private things are in sight."""
        console = self._console
        console.step.entry.offer_texts(console.commands.case.suggested_points() if console.private else ())
