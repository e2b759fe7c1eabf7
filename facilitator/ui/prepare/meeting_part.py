"""MeetingPart: day and place, the time there is, and the plan that follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Any

from PySide6.QtCore import QDate, QSignalBlocker, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QFormLayout, QSpinBox, QTimeEdit, QVBoxLayout, QWidget

from facilitator.ui import dates
from facilitator.ui.prepare.draft import Draft
from facilitator.ui.prepare.hint_label import HintLabel
from facilitator.ui.prepare.hints import Hint
from facilitator.ui.prepare.plan_table import PlanTable
from facilitator.ui.prepare.steps_preview import minutes_text
from facilitator.ui.start.page import SideBySide
from facilitator.ui.widgets import Card, LineEdit, PlainLabel, SectionTitle
from facilitator.words import _

MOST_MINUTES, MOST_MONTHS = 600, 120
NEXT_MEETING_DAYS = 42


class MeetingPart(QWidget):
    """Fields at the left, the time plan at the right.

    Signals:
        changed(dict): fields of the draft by name, with their new values.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = LineEdit(_("Place"), _("for example: Buurthuis De Kring, room 2"))
        self.municipality = LineEdit(_("Municipality"))
        self.contact = LineEdit(
            _("Whom to ask afterwards"), _("name, phone or mail: it is on every participant's paper")
        )
        self.day = _day_edit(_("Day"))
        self.start = QTimeEdit()
        self.minutes = _number(_("Minutes available"), MOST_MINUTES, 5)
        self.has_next = QCheckBox(_("The next meeting is known"))
        self.next_meeting = _day_edit(_("Day of the next meeting"))
        self.keep_months = _number(_("Months to keep"), MOST_MONTHS)
        self.short = QCheckBox(_("Do it in this time all the same"))
        self.ends = PlainLabel(role="soft", wrap=True)
        self.plan = PlanTable()
        self.plan_summary = PlainLabel(role="soft", wrap=True)
        self.hints: dict[str, HintLabel] = {
            "place": HintLabel(self.place),
            "day": HintLabel(self.day),
            "minutes": HintLabel(self.minutes),
            "next_meeting": HintLabel(self.next_meeting),
        }
        self.start.setDisplayFormat("HH:mm")
        self.start.setAccessibleName(_("Begins at"))
        self._put_together()
        self._connect()

    def show_draft(self, draft: Draft, hints: tuple[Hint, ...]) -> None:
        """Show what was filled in. A field that says the same already is left alone, so that typing goes on."""
        _say_text(self.place, draft.place)
        _say_text(self.municipality, draft.municipality)
        _say_text(self.contact, draft.contact)
        _say_day(self.day, draft.day)
        _say_day(self.next_meeting, draft.next_meeting or draft.day + timedelta(days=NEXT_MEETING_DAYS))
        self.next_meeting.setVisible(draft.next_meeting is not None)
        _say_time(self.start, draft.start)
        with _silent(self.minutes), _silent(self.keep_months):
            self.minutes.setValue(draft.available_minutes)
            self.keep_months.setValue(draft.keep_months)
        with _silent(self.has_next), _silent(self.short):
            self.has_next.setChecked(draft.next_meeting is not None)
            self.short.setChecked(draft.short_on_purpose)
        for field, label in self.hints.items():
            label.show_hints(tuple(hint for hint in hints if hint.field == field))
        self.short.setVisible(any(hint.field == "minutes" for hint in hints))
        self._show_plan(draft)

    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self.place

    def _show_plan(self, draft: Draft) -> None:
        self.plan.show_draft(draft)
        details, plan, script = draft.details, draft.plan, draft.led
        minutes = sum(plan.minutes) if plan else details.available_minutes
        end = dates.later(details.start, minutes)
        self.ends.setText(_("Until {time}.").format(time=dates.in_sentence(end)))
        if plan is None or script is None:
            self.plan_summary.setText(_("Choose a script first."))
            return
        text = _("{planned} planned; the script is written for {paper} and takes at least {shortest}.")
        self.plan_summary.setText(
            text.format(
                planned=minutes_text(minutes),
                paper=minutes_text(script.minutes),
                shortest=minutes_text(script.minimum_minutes),
            )
        )

    # ---- the parts

    def _put_together(self) -> None:
        left, right = Card(), Card()
        left.column.addWidget(SectionTitle(_("Day and place")))
        form = QFormLayout()
        form.setSpacing(9)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        rows: tuple[tuple[str, QWidget], ...] = (
            (_("&Place"), self.place),
            ("", self.hints["place"]),
            (_("&Municipality"), self.municipality),
            (_("&Day"), self.day),
            ("", self.hints["day"]),
            (_("&Begins at"), self.start),
            (_("M&inutes available"), self.minutes),
            ("", self.hints["minutes"]),
            ("", self.short),
            ("", self.ends),
            ("", self.has_next),
            ("", self.next_meeting),
            ("", self.hints["next_meeting"]),
            (_("&Whom to ask afterwards"), self.contact),
            (_("&Keep for (months)"), self.keep_months),
            ("", PlainLabel(_("After that the program proposes to erase the session."), "small", wrap=True)),
        )
        for text, field in rows:
            form.addRow(text, field)
        left.column.addLayout(form)
        left.column.addStretch(1)
        right.column.addWidget(SectionTitle(_("Time plan")))
        right.column.addWidget(self.plan_summary)
        right.column.addWidget(self.plan, 1)
        self.plan.setMinimumHeight(self.fontMetrics().height() * 10)
        sides = SideBySide(32)
        sides.add(left)
        sides.add(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sides)

    def _connect(self) -> None:
        self.place.textEdited.connect(lambda text: self._tell(place=text))
        self.municipality.textEdited.connect(lambda text: self._tell(municipality=text))
        self.contact.textEdited.connect(lambda text: self._tell(contact=text))
        self.day.dateChanged.connect(lambda day: self._tell(day=day.toPython()))
        self.start.timeChanged.connect(lambda at: self._tell(start=at.toPython()))
        self.minutes.valueChanged.connect(lambda count: self._tell(available_minutes=count))
        self.keep_months.valueChanged.connect(lambda count: self._tell(keep_months=count))
        self.short.toggled.connect(lambda on: self._tell(short_on_purpose=on))
        self.next_meeting.dateChanged.connect(lambda day: self._tell(next_meeting=day.toPython()))
        self.has_next.toggled.connect(self._next_known)

    def _next_known(self, known: bool) -> None:
        self._tell(next_meeting=self.next_meeting.date().toPython() if known else None)

    def _tell(self, **fields: Any) -> None:  # noqa: ANN401  fields of a draft
        named: Mapping[str, Any] = fields
        self.changed.emit(named)


def _day_edit(name: str) -> QDateEdit:
    field = QDateEdit()
    field.setCalendarPopup(True)
    field.setLocale(dates.DUTCH)
    field.setDisplayFormat("dddd d MMMM yyyy")
    field.setAccessibleName(name)
    return field


def _number(name: str, most: int, step: int = 1) -> QSpinBox:
    field = QSpinBox()
    field.setRange(1, most)
    field.setSingleStep(step)
    field.setAccessibleName(name)
    return field


def _silent(field: QWidget) -> QSignalBlocker:
    return QSignalBlocker(field)


def _say_text(field: LineEdit, text: str) -> None:
    if field.text() != text:
        field.setText(text)


def _say_day(field: QDateEdit, day: date) -> None:
    there = QDate(day.year, day.month, day.day)
    if field.date() != there:  # setting it, even to the same, takes the cursor back to its first part
        with _silent(field):
            field.setDate(there)


def _say_time(field: QTimeEdit, at: time) -> None:
    there = QTime(at.hour, at.minute)
    if field.time() != there:
        with _silent(field):
            field.setTime(there)
