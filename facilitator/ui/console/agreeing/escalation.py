"""Escalations: to whom it goes when it does not work out, and after how many days, at each level of AVE."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.core.agreement import Agreement, Escalation
from facilitator.core.session import Session
from facilitator.core.text import one_line
from facilitator.core.vocabulary import AVE_LEVELS
from facilitator.ui.console.agreeing.fields import Choice, mark
from facilitator.ui.widgets import Button, IconButton, LineEdit, PlainLabel
from facilitator.words import _

MOST_DAYS = 999


class EscalationRow(QWidget):
    """One step: a level, to whom, after how many days.

    Signals:
        removed(): take it away.
    """

    removed = Signal()

    def __init__(self, number: int, step: Escalation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.level = Choice(_("Step {number}: level").format(number=number), _("level"))
        self.level.setMinimumContentsLength(6)
        self.level.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.level.offer(((str(level), _("AVE {level}").format(level=level)) for level in AVE_LEVELS), str(step.level))
        self.to = LineEdit(_("Step {number}: to whom").format(number=number), _("to whom, by role"))
        self.to.setText(step.to)
        self.days = LineEdit(_("Step {number}: after how many days").format(number=number), _("days"))
        self.days.setText("" if step.after_days is None else str(step.after_days))
        self.days.setFixedWidth(90)
        self.remove = IconButton("close", _("Remove step {number}").format(number=number))
        self.remove.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.remove.clicked.connect(self.removed)
        self.words = PlainLabel(role="attention", wrap=True)
        self.words.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.level)
        row.addWidget(self.to, 1)
        row.addWidget(PlainLabel(_("after")))
        row.addWidget(self.days)
        row.addWidget(PlainLabel(_("days")))
        row.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.words)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed in it."""
        return not (one_line(self.to.text()) or one_line(self.days.text()))

    @property
    def step(self) -> Escalation:
        """What it says."""
        days = one_line(self.days.text())
        return Escalation(int(self.level.choice or AVE_LEVELS[0]), one_line(self.to.text()), _count(days))

    def wrong(self) -> QWidget | None:
        """Somebody is named, and days are a number."""
        days, unnamed, uncounted = one_line(self.days.text()), "", ""
        if not self.is_empty and not one_line(self.to.text()):
            unnamed = _("Write down to whom it goes then.")
        if days and _count(days) is None:
            uncounted = _("Type a number of days, for example 5.")
        mark(self.to, unnamed)
        mark(self.days, uncounted)
        self.words.setText(" ".join(said for said in (unnamed, uncounted) if said))
        self.words.setVisible(bool(unnamed or uncounted))
        return self.to if unnamed else self.days if uncounted else None


def _count(days: str) -> int | None:
    return int(days) if days.isdecimal() and days.isascii() and len(days) <= len(str(MOST_DAYS)) else None


class Escalations(QObject):
    """A `Part`: the steps, the lowest level first; `add` makes one more."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[EscalationRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.add = Button(_("Add a step"))
        self.add.setProperty("role", "link")
        self.add.clicked.connect(self._add_and_go)

    def lay_out(self, form: QFormLayout) -> None:
        """Add the fields to the form."""
        both = QVBoxLayout()
        both.setSpacing(2)
        both.addLayout(self._column)
        both.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        form.addRow(PlainLabel(_("When it does not work out")), both)

    def show_agreement(self, _session: Session, agreement: Agreement) -> None:
        """Fill them."""
        for row in tuple(self.rows):
            self._drop(row)
        for step in agreement.escalation:
            self._add(step)

    def read(self, agreement: Agreement) -> Agreement:
        """Give the agreement with what stands in them; a step without words is none."""
        steps = (row.step for row in self.rows if not row.is_empty)
        return replace(agreement, escalation=tuple(sorted(steps, key=lambda step: step.level)))

    def wrong(self) -> QWidget | None:
        """Tell at each step what is wrong with it."""
        return next((field for field in [row.wrong() for row in self.rows] if field is not None), None)

    # ---- rows

    def _add(self, step: Escalation) -> EscalationRow:
        row = EscalationRow(len(self.rows) + 1, step)
        row.removed.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._column.addWidget(row)
        return row

    def _add_and_go(self) -> None:
        """One more, at the level above the last; the keyboard goes to it."""
        level = min(1 + max((row.step.level for row in self.rows), default=0), AVE_LEVELS[-1])
        self._add(Escalation(level, "")).to.setFocus(Qt.FocusReason.TabFocusReason)

    def _remove(self, row: EscalationRow) -> None:
        """Take one away; the keyboard goes to what came after it."""
        place = self.rows.index(row)
        self._drop(row)
        after = self.rows[place].to if place < len(self.rows) else self.add
        after.setFocus(Qt.FocusReason.TabFocusReason)

    def _drop(self, row: EscalationRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
