"""DivideDialog: other minutes for the steps to come, seen before they hold."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from facilitator.core.pace import Division
from facilitator.core.session import Session
from facilitator.ui.console.phrases import local_clock, minutes_words, shown_title
from facilitator.ui.widgets import Dialog, PlainLabel
from facilitator.words import _


class DivideDialog(Dialog):
    """The steps from here on, with their minutes now and as proposed.

    Attributes:
        rows: title, minutes now and minutes proposed of each step, as they stand there.

    Signals:
        wanted(tuple): these minutes per step are to hold.
    """

    wanted = Signal(tuple)

    def __init__(self, session: Session, division: Division, parent: QWidget) -> None:
        super().__init__(_("Divide the time anew?"), parent, accept=_("Do it like this"), cancel=_("Leave it"))
        self.outcome = self.add_text(outcome_words(session, division.late_by))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        self.rows: list[tuple[str, str, str]] = []
        for line, number in enumerate(range(session.step_number, len(session.plan))):
            step, now, then = session.steps[number], session.plan[number], division.minutes[number]
            proposed = minutes_words(then) if then != now else _("keeps its time") if step.protected else _("stays")
            row = (shown_title(session, step, private=False), minutes_words(now), proposed)
            changed = "strong" if then != now else "soft"
            for column, (words, role) in enumerate(zip(row, ("", "soft", changed), strict=True)):
                label = PlainLabel(words, role, wrap=column == 0)
                at = Qt.AlignmentFlag.AlignTop | (Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft)
                label.setAlignment(at)
                grid.addWidget(label, line, column)
            self.rows.append(row)
        self.body.addLayout(grid)
        self.body.addStretch(1)
        self._of = _told(session)
        self.accepted.connect(lambda: self.wanted.emit(division.minutes))
        self.ask_for(560)

    def follow(self, session: Session) -> None:
        """A proposal made at another step, or of other minutes, no longer holds."""
        if self.isVisible() and _told(session) != self._of:
            self.reject()


def _told(session: Session) -> tuple[object, ...]:
    """What a proposal is made of, but for the time."""
    return session.course.state, session.course.step_id, session.plan, session.steps


def outcome_words(session: Session, late_by: int) -> str:
    """When it ends with the minutes proposed, and why not as planned."""
    clock = local_clock(session, session.planned_end + timedelta(minutes=late_by))
    if late_by > 0:
        late = minutes_words(late_by)
        return _("No step can give more. Then you end at {clock}, {late} late.").format(clock=clock, late=late)
    if late_by < 0:
        early = minutes_words(-late_by)
        return _("No step can take more. Then you end at {clock}, {early} early.").format(clock=clock, early=early)
    return _("Then you end at {clock}, as planned. Steps that keep their time are not touched.").format(clock=clock)
