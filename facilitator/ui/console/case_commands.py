"""CaseCommands: what the commands of a case do, and those for who has the floor."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from facilitator.core.events import CaseScene
from facilitator.core.turns import turn_name
from facilitator.ui.console.answer_rows import points_here
from facilitator.ui.console.case_panel import CasePanel
from facilitator.ui.console.keys import Command
from facilitator.ui.console.phrases import plain_words
from facilitator.ui.console.reading import Mode
from facilitator.ui.console.step_column import Half
from facilitator.ui.console.tasks import Task
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.console.console import Console


class CaseCommands:
    """Their part of the table. A command that changed nothing tells why, in a line."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._actions = console.deeds
        panels = console.panels
        self.table: dict[Command, Callable[[], object]] = {
            Command.GENOGRAM: lambda: self._scene(CaseScene.GENOGRAM),
            Command.NETWORK: lambda: self._scene(CaseScene.NETWORK),
            Command.TIMELINE: lambda: self._scene(CaseScene.TIMELINE),
            Command.TURNING_POINT: self._turning_point,
            Command.DECIDE: lambda: self._panel(panels.decide),
            Command.WEIGH: lambda: self._panel(panels.weigh),
            Command.TURN: self._turn,
            Command.TURN_BACK: self._turn_back,
            Command.TABLE: self._to_table,
        }

    # ---- before the room

    def _scene(self, scene: CaseScene) -> None:
        if self._actions.session.moments_told == 0:
            self._console.say(_("Nothing of a case was told yet."))
        else:
            self._actions.toggle_scene(scene)

    def _panel(self, panel: CasePanel) -> None:
        """Open a panel about the present moment in place of the other one, or close it."""
        if self._actions.session.moment is None:
            self._console.say(_("This is done at a moment of a case."))
            return
        for other in self._console.panels:
            if isinstance(other, CasePanel) and other is not panel:
                other.shut()
        panel.shut() if panel.isVisible() else panel.begin(private=self._console.private)

    # ---- turning points

    def _turning_point(self) -> None:
        """Begin the line for one, with those of the case to choose from; or take away what there is of it."""
        entry, session = self._console.step.entry, self._actions.session
        if session.course.case_scene is CaseScene.TURNING_POINT:
            self._actions.show_case(None)
            entry.home()
        elif entry.task.mode is Mode.TURNING_POINT:
            entry.home()
        elif session.moment is None:
            self._console.say(_("This is done at a moment of a case."))
        else:
            self._console.columns.show_part(self._console.step)
            entry.begin(Task(Mode.TURNING_POINT), fresh=not self._console.private)
            self._console.take_keyboard()
            self._console.taking.offer_points()

    def suggested_points(self) -> tuple[str, ...]:
        """The turning points of the case at this moment that nobody marked yet: for the facilitator alone."""
        session = self._actions.session
        marked = {point.text for point in points_here(session)}
        moment = session.moment
        texts = () if moment is None else tuple(plain_words(text) for text in moment.turning_points)
        return tuple(text for text in texts if text not in marked)

    def marked(self) -> None:
        """Put the newest turning point before the room, and ask what was needed there."""
        point = self._actions.session.notebook.turning_points[-1]
        self.ask_needs(point.id)

    def change_point(self, point_id: str) -> None:
        """Put the words of a turning point right in the typing line."""
        point = self._actions.session.turning_point(point_id)
        if point is not None:
            self._console.step.entry.begin(Task(Mode.TURNING_POINT, point.id), point.text)
            self._console.take_keyboard()

    def ask_needs(self, point_id: str) -> None:
        """Ask what was needed at a turning point, before the room."""
        held = self._actions.session.notebook.is_held(point_id)  # the room waits for its words, the group does not
        if held or self._actions.show_case(CaseScene.TURNING_POINT, point_id):
            self._console.columns.show_part(self._console.step, Half.ANSWERS)
            self._console.step.entry.begin(Task(Mode.NEED, about=point_id))
            self._console.take_keyboard()

    # ---- who has the floor

    def _turn(self) -> None:
        if not self._actions.session.step.way.in_turn:
            self._console.say(_("In this step nobody gets the floor in turn."))
        elif not self._actions.turn_on():
            self._console.say(_("Everyone has spoken."))

    def _turn_back(self) -> None:
        session = self._actions.session
        if not session.step.way.in_turn and session.course.turn is not None:
            self._actions.give_floor(None)  # it was given to somebody who had not spoken; now all speak again
        elif not self._actions.turn_back():
            self._console.say(_("Nobody had the floor before."))

    def _to_table(self) -> None:
        self._console.columns.show_part(self._console.columns.left)
        self._console.table.take_keyboard()

    def at_table(self, whose: str) -> None:
        """Enter at the table: give the floor where one after the other speaks, otherwise open who is there."""
        if self._actions.session.step.way.in_turn:
            self._actions.give_floor(whose)
            self._console.take_keyboard()
        else:
            self._console.open_people(whose)

    def listens(self, whose: str) -> None:
        """Let one only listen, or take part again."""
        session = self._actions.session
        if session.step.way.has_presenter:
            self._actions.toggle_presenter(whose)
        else:
            name = turn_name(session, whose)
            self._console.say(_("In this step {name} does not have to listen only.").format(name=name))
