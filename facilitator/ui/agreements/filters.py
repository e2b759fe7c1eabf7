"""FilterBar: by what the agreements of all sessions can be narrowed down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from facilitator.core.days import add_months
from facilitator.core.vocabulary import N_, Phase, Status
from facilitator.storage.agreement_search import CARRIED, STILL_OPEN, Choices, Wanted
from facilitator.ui.agreements import phrases
from facilitator.ui.start.page import SideBySide
from facilitator.ui.widgets import Button
from facilitator.words import _


class Period(StrEnum):
    """Over which days: each is the msgid of its name."""

    LAST_MONTHS = N_("Agreed in the last 3 months")
    THIS_YEAR = N_("Agreed this year")
    LAST_YEAR = N_("Agreed last year")
    THIS_WEEK = N_("To be done within a week")
    WEEKS = N_("To be done within 4 weeks")
    PAST_WEEKS = N_("Was to be done in the last 4 weeks")


def over(wanted: Wanted, period: Period | None, today: date) -> Wanted:
    """Ask for a period, seen from today."""
    if period is None:
        return wanted
    first, last = {
        Period.LAST_MONTHS: (add_months(today, -3), today),
        Period.THIS_YEAR: (date(today.year, 1, 1), date(today.year, 12, 31)),
        Period.LAST_YEAR: (date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
        Period.THIS_WEEK: (today, today + timedelta(days=7)),
        Period.WEEKS: (today, today + timedelta(days=28)),
        Period.PAST_WEEKS: (today - timedelta(days=28), today),
    }[period]
    if period in {Period.LAST_MONTHS, Period.THIS_YEAR, Period.LAST_YEAR}:
        return replace(wanted, agreed_from=first, agreed_until=last)
    return replace(wanted, due_from=first, due_until=last)


class FilterBar(QWidget):
    """A row of choices; what is chosen stays while the program runs.

    Signals:
        changed(): a person chose something else.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.partner = _combo(_("Organisation"))
        self.municipality = _combo(_("Municipality"))
        self.theme = _combo(_("Theme"))
        self.phase = _combo(_("Phase"))
        self.stands = _combo(_("How it stands"))
        self.period = _combo(_("Period"))
        self.late = QCheckBox(_("Late only"))
        self.none = Button(_("Leave all filters out"))
        self.none.setProperty("role", "link")
        for phase in Phase:
            self.phase.addItem(_(phase.msgid), phase.value)
        self.stands.addItem(_("Everything that is open"), STILL_OPEN)
        for status in Status:
            self.stands.addItem(phrases.stands_name(status.value), status.value)
        self.stands.addItem(phrases.carried(), CARRIED)
        for period in Period:
            self.period.addItem(_(period.value), period.value)
        self._row = SideBySide(9, gap=10)
        for each in (*self._combos, self.late, self.none):
            self._row.add(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)
        self._wire()

    def _wire(self) -> None:
        for combo in self._combos:
            combo.activated.connect(lambda _index: self._chose())
        self.late.clicked.connect(lambda _on: self._chose())
        self.none.clicked.connect(self.clear)
        self._row.show_one(self.none, False)

    @property
    def _combos(self) -> tuple[QComboBox, ...]:
        return self.partner, self.municipality, self.theme, self.phase, self.stands, self.period

    @property
    def narrows(self) -> bool:
        """Whether anything is chosen."""
        return self.late.isChecked() or any(combo.currentIndex() > 0 for combo in self._combos)

    def wanted(self, text: str, today: date) -> Wanted:
        """What is asked for, with these words."""
        phase, period = self.phase.currentData(), self.period.currentData()
        chosen = Wanted(
            text,
            self.partner.currentData(),
            self.municipality.currentData() or "",
            self.theme.currentData() or "",
            Phase(phase) if phase else None,  # Qt gives a plain text back
            self.stands.currentData() or "",
            self.late.isChecked(),
        )
        return over(chosen, Period(period) if period else None, today)

    def show_choices(self, choices: Choices) -> None:
        """Tell what there is to choose from; what is chosen stays chosen."""
        _fill(self.partner, choices.partners)
        _fill(self.municipality, [(name, name) for name in choices.municipalities])
        _fill(self.theme, [(name, name) for name in choices.themes])
        self._row.show_one(self.municipality, self.municipality.count() > 1)
        self._row.show_one(self.theme, self.theme.count() > 1)

    def clear(self) -> None:
        """Choose nothing."""
        for combo in self._combos:
            combo.setCurrentIndex(0)
        self.late.setChecked(False)
        if self.none.hasFocus():
            self.partner.setFocus()  # the button goes away
        self._chose()

    def _chose(self) -> None:
        self._row.show_one(self.none, self.narrows)
        self.changed.emit()


def _combo(name: str) -> QComboBox:
    """A choice; the first says what can be chosen, and chooses nothing."""
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(8)
    combo.addItem(name, None)
    return combo


def _fill(combo: QComboBox, items: Sequence[tuple[str, str]]) -> None:
    """Put other items under the first; what is chosen stays, also when it is not among them any more."""
    chosen, name = combo.currentData(), combo.currentText()
    if [(combo.itemData(n), combo.itemText(n)) for n in range(1, combo.count())] == list(items):
        return
    while combo.count() > 1:
        combo.removeItem(1)
    for data, text in items:
        combo.addItem(text, data)
    if chosen is not None:
        if combo.findData(chosen) < 0:
            combo.addItem(name, chosen)
        combo.setCurrentIndex(combo.findData(chosen))
