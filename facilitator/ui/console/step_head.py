"""StepHead: which step this is, what sort, and whether the room sees it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.core.events import Screen
from facilitator.core.pace import Pace
from facilitator.core.session import Session
from facilitator.ui.console.parts import ElidedLabel, heading
from facilitator.ui.console.phrases import kind_name, phase_name, step_left_words
from facilitator.ui.widgets import Pill, PlainLabel, SectionTitle, Tone
from facilitator.words import _


def screen_words(screen: Screen, *, seen: bool) -> tuple[str, Tone]:
    """What the room's screen does, and how much weight that has."""
    if not seen:
        return _("no room screen"), Tone.ATTENTION
    match screen:
        case Screen.LIVE:
            return _("● on the screen"), Tone.CALM
        case Screen.BLACK:
            return _("■ black"), Tone.ATTENTION
        case Screen.FROZEN:
            return _("❚❚ frozen"), Tone.ATTENTION
        case Screen.NEUTRAL:
            return _("○ neutral"), Tone.ATTENTION


def where_words(session: Session) -> str:
    """`Stap 4 van 6 · Vraag`, with the moment of a case, its phase and its step of the meldcode."""
    course, moment = session.course, session.moment
    step, steps = course.step + 1, len(session.script.steps)
    parts = [_("Step {step} of {steps}").format(step=step, steps=steps), kind_name(session.step.kind)]
    if moment is not None:
        pages = session.pages(course.step)
        parts.append(_("moment {page} of {pages}").format(page=course.page + 1, pages=pages))
    return " · ".join(parts)


def moment_words(session: Session) -> str:
    """Phase and step of the meldcode of the present moment, or empty."""
    moment = session.moment
    if moment is None:
        return ""
    parts = [_("phase: {phase}").format(phase=phase_name(moment.phase).lower())]
    if moment.meldcode_step is not None:
        parts.append(_("meldcode step {step}").format(step=moment.meldcode_step))
    return " · ".join(parts)


class StepHead(QWidget):
    """The head of the middle column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.where = SectionTitle()
        self.left = PlainLabel(role="soft")
        self.seen = Pill()
        self.title = PlainLabel(role="title", wrap=True)
        self.about = ElidedLabel(role="soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(heading(self.where, self.left, self.seen))
        column.addWidget(self.title)
        column.addWidget(self.about)

    def show_session(self, session: Session, *, seen: bool) -> None:
        """Show the present step. `seen` says whether the room's window is there at all."""
        moment = session.moment
        self._say(self.where, where_words(session))
        self._say(self.title, session.step.audience_title if moment is None else moment.title)
        about = moment_words(session)
        self._say(self.about, about)
        self.about.setVisible(bool(about))
        words, tone = screen_words(session.course.screen, seen=seen)
        if self.seen.text() != words:
            self.seen.say(words, tone)

    def show_time(self, pace: Pace | None) -> None:
        """Show how long this step still has."""
        self._say(self.left, "" if pace is None else step_left_words(pace))

    @staticmethod
    def _say(label: PlainLabel, text: str) -> None:
        if label.text() != text:
            label.setText(text)
