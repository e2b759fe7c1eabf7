"""StepHead: which step this is, what sort, and whether the room sees it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.core.course import Course
from facilitator.core.events import Screen
from facilitator.core.pace import Pace
from facilitator.core.session import Session
from facilitator.ui.console.case_line import CaseLine
from facilitator.ui.console.parts import ElidedLabel, heading
from facilitator.ui.console.phrases import kind_name, shown_title, step_left_role, step_left_words, way_words
from facilitator.ui.widgets import Pill, PlainLabel, SectionTitle, Tone
from facilitator.words import _


def screen_words(screen: Screen, *, seen: bool, over: str = "") -> tuple[str, Tone]:
    """What the room's screen does, and how much weight that has; `over` names what lies over the page."""
    if not seen:
        return _("no room screen"), Tone.ATTENTION
    match screen:
        case Screen.LIVE:
            return over or _("● on the screen"), Tone.CALM
        case Screen.BLACK:
            return _("■ black"), Tone.ATTENTION
        case Screen.FROZEN:
            return _("❚❚ frozen"), Tone.ATTENTION
        case Screen.NEUTRAL:
            return _("○ neutral"), Tone.ATTENTION


def where_words(session: Session) -> str:
    """`Stap 4 van 6 · Vraag`."""
    step, steps = session.step_number + 1, len(session.steps)
    return " · ".join((_("Step {step} of {steps}").format(step=step, steps=steps), kind_name(session.step.kind)))


def _over(course: Course) -> str:
    """What the room sees in place of the page; empty when it sees that."""
    if course.slide_id is not None:
        return _("● a slide")
    if course.card is not None:
        return _("● a card")
    return _("● figures") if course.panel is not None else ""


class StepHead(QWidget):
    """The head of the middle column.

    Attributes:
        way: how the group works in this step, where that is not simply together.
        case: where the case is that is told, and what of it can be put before the room.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.where = SectionTitle()
        self.left = PlainLabel(role="soft")
        self.seen = Pill()
        self.title = PlainLabel(role="title", wrap=True)
        self.way = ElidedLabel(role="accent")
        self.case = CaseLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(heading(self.where, self.left, self.seen))
        column.addWidget(self.title)
        column.addWidget(self.way)
        column.addWidget(self.case)

    def show_session(self, session: Session, *, private: bool, seen: bool) -> None:
        """Show the present step. `seen` says whether the room's window is there at all."""
        moment = session.moment
        self._say(self.where, where_words(session))
        self._say(self.title, self._title(session, private=private))
        way = way_words(session) if moment is None else ""  # at a moment of a case it stands in front of the case line
        self._say(self.way, way)
        self.way.setVisible(bool(way))
        self.case.show_session(session)
        course = session.course
        words, tone = screen_words(course.screen, seen=seen, over=_over(course))
        if self.seen.text() != words:
            self.seen.say(words, tone)

    def show_time(self, pace: Pace | None) -> None:
        """Show how long this step still has."""
        self._say(self.left, "" if pace is None else step_left_words(pace))
        role = "soft" if pace is None else step_left_role(pace)
        if self.left.property("role") != role:
            self.left.set_role(role)

    @staticmethod
    def _title(session: Session, *, private: bool) -> str:
        step, moment = session.step, session.moment
        if moment is not None:
            return moment.title
        return shown_title(session, replace(step, title=step.audience_title), private=private)

    @staticmethod
    def _say(label: PlainLabel, text: str) -> None:
        if label.text() != text:
            label.setText(text)
