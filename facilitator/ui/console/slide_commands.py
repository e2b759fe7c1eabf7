"""SlideCommands: what the keys do with slides for the room."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from facilitator.core.events import Slide
from facilitator.core.session import Session, State
from facilitator.ui.console.keys import Command
from facilitator.ui.console.slide_panel import SlidePanel
from facilitator.ui.console.turning import turn
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.console.console import Console


class SlideCommands:
    """Their part of the table of commands. A command that changed nothing tells why, in a line."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._actions = console.deeds
        self.table: dict[Command, Callable[[], object]] = {
            Command.SLIDE: self._prepare,
            Command.SHOW_SLIDE: self._show,
        }

    def _prepare(self) -> None:
        panel = self._console.panels.slides
        folded = _("Slides are folded. F12 shows them when the room does not see this screen.")
        turn(self._console, panel, panel.begin, folded=folded)

    def _show(self) -> None:
        """Take away what is there; else show the one that is chosen in the panel, or the newest that is ready."""
        session = self._actions.session
        if session.course.slide_id is not None:
            self._actions.show_slide(None)
            return
        panel = self._console.panels.top
        slide = panel.kept() if isinstance(panel, SlidePanel) else ready_slide(session)
        if slide is None:
            self._console.say(_("No slide is ready. Ctrl+O prepares one."))
        else:
            self._actions.show_slide(slide.id)


def ready_slide(session: Session) -> Slide | None:
    """The newest slide that may be shown; None when there is none."""
    book = session.notebook
    return next((slide for slide in reversed(book.slides) if slide.ready and not book.is_held(slide.id)), None)


def slide_words(session: Session) -> str:
    """What one key does with a slide now; empty when there is nothing to show or to take away."""
    if session.course.slide_id is not None:
        return _("Take the slide away")
    if session.course.state is State.CLOSED or ready_slide(session) is None:
        return ""
    return _("Show the slide")
