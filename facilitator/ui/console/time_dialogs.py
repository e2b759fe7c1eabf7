"""Dialogs about time that is over: when a step began, and whether a sleep of the laptop was a pause."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFormLayout, QRadioButton, QWidget

from facilitator.core.apply import judge
from facilitator.core.events import StartCorrected, Stretch
from facilitator.core.pace import seconds_per_step
from facilitator.core.session import Session
from facilitator.core.timing import Beginning, beginning, on_the_clock, present_entry
from facilitator.core.when import clock_in
from facilitator.ui.console.phrases import local_clock, minutes_words, shown_title, zone
from facilitator.ui.widgets import Dialog, LineEdit
from facilitator.words import _


class StartDialog(Dialog):
    """Asks when the present step really began, or the meeting itself, and says what that would change.

    Attributes:
        step, meeting: which of the two it is about; not in sight at the first step, where they are the same.
        field: the time, as the clock on the wall told it.
        outcome: what would follow.

    Signals:
        wanted(int, datetime): the step that was entered by this visit began then.
    """

    wanted = Signal(int, object)

    def __init__(self, session: Session, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(_("When did it begin?"), parent, accept=_("Put it right"))
        self._session = session
        self._now = now
        entry = present_entry(session)
        here = shown_title(session, session.step, private=False)
        self.step = QRadioButton(_("This step: {title}").format(title=here).replace("&", "&&"))
        self.meeting = QRadioButton(_("The whole meeting"))
        (self.step if entry else self.meeting).setChecked(True)
        group = QButtonGroup(self)
        for choice in (self.step, self.meeting):
            group.addButton(choice)
            choice.setVisible(entry > 0)
            self.body.addWidget(choice)
        self.field = LineEdit(_("Began at"))
        form = QFormLayout()
        form.addRow(_("Began at"), self.field)
        self.body.addLayout(form)
        self.outcome = self.add_text("")
        self.outcome.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.outcome.setMinimumHeight(3 * self.fontMetrics().height())  # what it says changes while one types
        self.body.addStretch(1)
        self.step.toggled.connect(self._begin)
        self.field.textChanged.connect(self._tell)
        self.accepted.connect(self._want)
        self.ask_for(480)
        self.field.setFocus()
        self._begin()

    def _begin(self) -> None:
        """Start from what is known now."""
        self.field.setText(local_clock(self._session, self._bounds.began))
        self.field.selectAll()
        self._tell()

    @property
    def _bounds(self) -> Beginning:
        visit = present_entry(self._session) if self.step.isChecked() else 0
        found = beginning(self._session, visit, self._now())
        assert found is not None  # noqa: S101  a step was entered there
        return found

    @property
    def began(self) -> datetime | None:
        """The moment that is meant; None where that cannot be."""
        wall, bounds = clock_in(self.field.text()), self._bounds
        if wall is None:
            return None
        return on_the_clock(wall, zone(self._session), bounds.earliest, bounds.latest)

    def _tell(self) -> None:
        bounds, began = self._bounds, self.began
        same = began is None or local_clock(self._session, began) == local_clock(self._session, bounds.began)
        self.accept_button.setEnabled(not same)
        if began is None:
            first, last = (local_clock(self._session, each) for each in (bounds.earliest, bounds.latest))
            self.outcome.setText(_("Type a time from {first} to {last}.").format(first=first, last=last))
        elif same:
            self.outcome.setText(_("That is how it stands now."))
        else:
            self.outcome.setText(self._follows(bounds.visit, began))

    def _follows(self, visit: int, began: datetime) -> str:
        """What changes, in minutes."""
        now = self._now()
        after = judge(self._session, StartCorrected(id="", at=now, visit=visit, began=began))
        assert isinstance(after, Session)  # noqa: S101  it was looked for within the bounds
        minutes = [round(seconds / 60) for seconds in seconds_per_step(after, now)]
        before = [round(seconds / 60) for seconds in seconds_per_step(self._session, now)]
        here = self._session.step_number
        words = [_("Then this step has taken {minutes} so far.").format(minutes=minutes_words(minutes[here]))]
        words = words if minutes[here] != before[here] else []
        for number, step in enumerate(self._session.steps):
            if number != here and minutes[number] != before[number]:
                took = minutes_words(minutes[number])
                title = shown_title(self._session, step, private=False)
                words.append(_("“{title}” then took {minutes}.").format(title=title, minutes=took))
        return " ".join(words) or _("That changes less than a minute.")

    def _want(self) -> None:
        if (began := self.began) is not None:
            self.wanted.emit(self._bounds.visit, began)

    def follow(self, session: Session) -> None:
        """What was asked at another step, or before a pause, no longer holds."""
        if self.isVisible() and (session.course.visits, session.notebook.put_right) != (
            self._session.course.visits,
            self._session.notebook.put_right,
        ):
            self.reject()


class SleptDialog(Dialog):
    """Says that the laptop slept, and asks whether the meeting stood still meanwhile.

    Attributes:
        stretch: when it slept.

    Signals:
        wanted(Stretch): this time counts as a pause.
    """

    wanted = Signal(object)

    def __init__(self, session: Session, stretch: Stretch, parent: QWidget) -> None:
        minutes = minutes_words(round((stretch.until - stretch.since).total_seconds() / 60))
        super().__init__(
            _("The laptop slept for {minutes}").format(minutes=minutes),
            parent,
            accept=_("Count it as a pause"),
            cancel=_("The meeting went on"),
        )
        self.stretch = stretch
        since, until = (local_clock(session, each) for each in (stretch.since, stretch.until))
        self.add_text(_("That was from {since} to {until}. Nothing is lost.").format(since=since, until=until))
        self.add_text(_("Did the meeting stand still meanwhile? Then this time does not count for the step."))
        self.body.addStretch(1)
        self.accepted.connect(lambda: self.wanted.emit(stretch))

    def follow(self, session: Session) -> None:
        """Go away when the meeting is over."""
        if session.course.closed_at:
            self.reject()
