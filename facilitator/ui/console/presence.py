"""PresenceForm: from when until when a person was in the room, a line each, to be put right."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, QTime
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QTimeEdit, QVBoxLayout, QWidget

from facilitator.core.attendance import attendance, began, until
from facilitator.core.people import Stay
from facilitator.core.session import Session
from facilitator.ui.console.phrases import zone
from facilitator.ui.widgets import Button, IconButton, PlainLabel
from facilitator.words import _

PROPOSED = timedelta(minutes=10)
"""How long somebody was away who is said to have been: a beginning, to be put right."""


class TimeField(QTimeEdit):
    """A time of the meeting, to the minute. What is not changed keeps its seconds.

    Attributes:
        moment: the moment it stands for (aware).
    """

    def __init__(self, name: str, moment: datetime, session: Session, now: datetime) -> None:
        super().__init__()
        self._before = moment
        self._zone = zone(session)
        self._day = (began(session) or moment).astimezone(self._zone)
        for part in (self, self.lineEdit()):
            part.setAccessibleName(name)
        self.setDisplayFormat("HH:mm")
        self.setMaximumWidth(5 * self.fontMetrics().height())
        last = until(session, now).astimezone(self._zone)
        if last.date() == self._day.date():
            self.setTimeRange(QTime(self._day.hour, self._day.minute), QTime(last.hour, last.minute))
        here = moment.astimezone(self._zone)
        self.setTime(QTime(here.hour, here.minute))
        self._shown = self.time()

    @property
    def moment(self) -> datetime:
        """What it says now. A time before that of the start is of the day after."""
        if self.time() == self._shown:
            return self._before
        said = time(self.time().hour(), self.time().minute())
        moment = datetime.combine(self._day.date(), said, self._zone)
        if said < time(self._day.hour, self._day.minute):
            return moment + timedelta(days=1)
        return max(moment, self._day)


class _Line(QWidget):
    """Things beside each other, or under each other where there is no room for that, as with large text."""

    def __init__(self, widgets: tuple[QWidget, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._widgets = widgets
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        for widget in widgets:
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addStretch(1)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """As narrow as the widest of them."""
        widest = max(widget.minimumSizeHint().width() for widget in self._widgets)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Put them as there is room."""
        super().resizeEvent(event)
        wide = sum(widget.sizeHint().width() + self._row.spacing() for widget in self._widgets)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if wide <= self.width() else ways.TopToBottom)


class PresenceForm(QWidget):
    """Came at, was out between, left at: as the lines stand. Nothing holds before it is saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._now = datetime.min.replace(tzinfo=UTC)
        self._told: tuple[Stay, ...] = ()
        self._shown: tuple[Stay, ...] = ()
        self.fields: list[TimeField] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._lines: list[QWidget] = []

    # ---- what it holds

    def show_person(self, session: Session, participant_id: str, now: datetime) -> None:
        """Show when somebody was there; `now` is the time (aware)."""
        self._session, self._now = session, now
        self._shown = attendance(session, participant_id)
        self._build(self._shown)

    @property
    def stays(self) -> tuple[Stay, ...]:
        """When they were there, as it stands here."""
        fields = iter(self.fields)
        return tuple(
            Stay(None if stay.came is None else next(fields).moment, None if stay.left is None else next(fields).moment)
            for stay in self._told
        )

    @property
    def changed(self) -> bool:
        """Whether something else stands here than was shown: only then is there something to put right."""
        return self.stays != self._shown

    def is_outdated(self, session: Session, participant_id: str) -> bool:
        """Whether it became otherwise since it was shown, and nothing was changed here."""
        return not self.changed and attendance(session, participant_id) != self._shown

    # ---- its lines

    def _build(self, stays: tuple[Stay, ...]) -> None:
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._told, self.fields, self._lines = stays, [], []
        if not stays:
            self._line(PlainLabel(_("was not there")), _button(_("Was there"), lambda: self._build((Stay(),))))
            return
        came, left = stays[0].came, stays[-1].left
        if came is None:
            self._line(PlainLabel(_("there from the start")), _button(_("Came later"), self._came_later))
        else:
            field = self._field(_("in since"), came)
            self._line(PlainLabel(_("in since")), field, _button(_("From the start"), self._from_start))
        for number, (before, after) in enumerate(pairwise(stays)):
            if before.left is not None and after.came is not None:
                self._gap(number, before.left, after.came)
        if left is not None:
            field = self._field(_("out since"), left)
            self._line(PlainLabel(_("out since")), field, _button(_("Stayed"), self._stayed))
        self._line(
            _button(_("Was out for a while"), self._add_gap), _button(_("Did not come"), lambda: self._build(()))
        )

    def _gap(self, number: int, left: datetime, came: datetime) -> None:
        out, back = self._field(_("out from"), left), self._field(_("out until"), came)
        was_there = IconButton("close", _("Was not out"))
        was_there.clicked.connect(lambda: self._without_gap(number))
        self._line(PlainLabel(_("out from")), out, PlainLabel(_("until")), back, was_there)

    def _line(self, *widgets: QWidget) -> None:
        line = _Line(widgets, self)
        self._column.addWidget(line)
        line.show()
        self._lines.append(line)

    def _field(self, name: str, moment: datetime) -> TimeField:
        assert self._session is not None  # noqa: S101  a person is shown
        field = TimeField(name, moment, self._session, self._now)
        self.fields.append(field)
        return field

    # ---- other lines

    def _came_later(self) -> None:
        first, *rest = self.stays
        long = min(PROPOSED, ((first.left or self._end) - self._begin) / 2)
        self._change((Stay(self._begin + long, first.left), *rest))

    def _from_start(self) -> None:
        first, *rest = self.stays
        self._change((Stay(None, first.left), *rest))

    def _stayed(self) -> None:
        *rest, last = self.stays
        self._change((*rest, Stay(last.came, None)))

    def _without_gap(self, number: int) -> None:
        stays = self.stays
        joined = Stay(stays[number].came, stays[number + 1].left)
        self._change((*stays[:number], joined, *stays[number + 2 :]))

    def _add_gap(self) -> None:
        *rest, last = self.stays
        begin, end = last.came or self._begin, last.left or self._end
        long = min(PROPOSED, (end - begin) / 3)
        self._change((*rest, Stay(last.came, end - 2 * long), Stay(end - long, last.left)))

    def _change(self, stays: tuple[Stay, ...]) -> None:
        self._build(stays)
        if self.fields:
            self.fields[-1].setFocus()

    @property
    def _begin(self) -> datetime:
        return self._now if self._session is None else began(self._session) or self._now

    @property
    def _end(self) -> datetime:
        return self._now if self._session is None else until(self._session, self._now)


def _button(text: str, act: object) -> Button:
    button = Button(text)
    button.setProperty("role", "small")
    button.clicked.connect(act)
    return button
