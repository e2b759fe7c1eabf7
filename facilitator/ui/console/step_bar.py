"""StepBar: all steps in proportion to their minutes, with a dot for now."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.core.pace import Pace
from facilitator.core.session import Session, State
from facilitator.ui import theme
from facilitator.words import _

_GAP, _HEIGHT, _DOT = 3.0, 8.0, 6.0


class StepBar(QWidget):
    """A thin bar; a click on a part goes to that step.

    Signals:
        step_wanted(int): go to this step.
    """

    step_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Time per step"))
        self._session: Session | None = None
        self._share = 0.0

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """A thin line with room for the dot."""
        return QSize(400, 16)

    def show_session(self, session: Session) -> None:
        """Show the steps of this session."""
        self._session = session
        self.update()

    def show_time(self, session: Session, pace: Pace | None) -> None:
        """Put the dot where the present step is."""
        seconds = session.plan[session.step_number] * 60
        share = 0.0 if pace is None else min(1.0, pace.step_elapsed / max(1, seconds))
        # Half a pixel is not worth painting for.
        if abs(share - self._share) * seconds / max(1, sum(session.plan) * 60) * self.width() >= 0.5 or not share:
            moved = share != self._share
            self._share = share
            if moved:
                self.update()
        step, steps = session.step_number + 1, len(session.plan)
        self.setAccessibleDescription(_("Step {step} of {steps}").format(step=step, steps=steps))

    def parts(self) -> list[QRectF]:
        """The place of each step."""
        if self._session is None:
            return []
        minutes = self._session.plan
        room = self.width() - _DOT - _GAP * (len(minutes) - 1)
        left, top, found = _DOT / 2, (self.height() - _HEIGHT) / 2, []
        for share in minutes:
            wide = room * share / max(1, sum(minutes))
            found.append(QRectF(left, top, wide, _HEIGHT))
            left += wide + _GAP
        return found

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        """Go to the step that was clicked."""
        for number, part in enumerate(self.parts()):
            if part.left() <= event.position().x() <= part.right():
                self.step_wanted.emit(number)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Done and elapsed in the accent, what is to come at rest."""
        if self._session is None:
            return
        look, now = theme.current(), self._session.step_number
        begun = self._session.course.state is not State.PLANNED
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for number, part in enumerate(self.parts()):
            done = begun and number < now
            painter.setBrush(QColor(look.accent if done else look.rest))
            painter.drawRoundedRect(part, _HEIGHT / 2, _HEIGHT / 2)
            if begun and number == now:
                painter.setBrush(QColor(look.accent))
                elapsed = QRectF(part.left(), part.top(), max(_HEIGHT, part.width() * self._share), _HEIGHT)
                painter.drawRoundedRect(elapsed, _HEIGHT / 2, _HEIGHT / 2)
                painter.setBrush(QColor(look.attention))
                painter.drawEllipse(QPointF(part.left() + part.width() * self._share, part.center().y()), _DOT, _DOT)
        painter.end()
