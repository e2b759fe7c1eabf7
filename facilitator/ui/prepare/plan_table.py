"""PlanTable: the minutes each step gets in the time there is, and when it begins."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from facilitator.ui.prepare.draft import Draft
from facilitator.words import _

_WHEN, _STEP, _MINUTES, _PAPER = range(4)


class PlanTable(QTableWidget):
    """One row for each step; rows are put right in place when the minutes change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self.setAccessibleName(_("Time plan"))
        self.setHorizontalHeaderLabels([_("From"), _("Step"), _("Minutes"), _("In the script")])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_STEP, QHeaderView.ResizeMode.Stretch)

    def show_draft(self, draft: Draft) -> None:
        """Show the plan as it is now."""
        steps = draft.led.steps if draft.led else ()
        plan = draft.plan
        self.setRowCount(len(steps))
        at = datetime.combine(draft.day, draft.start)
        for row, (step, minutes) in enumerate(zip(steps, plan.minutes if plan else (), strict=True)):
            paper = str(step.minutes)
            if step.protected:
                paper = _("{count} · protected").format(count=step.minutes)
            elif minutes == step.minimum_minutes != step.minutes:
                paper = _("{count} · at its shortest").format(count=step.minutes)
            for column, text in enumerate((f"{at:%H:%M}", step.title, str(minutes), paper)):
                self._say(row, column, text)
            at += timedelta(minutes=minutes)

    def _say(self, row: int, column: int, text: str) -> None:
        item = self.item(row, column)
        if item is None:
            self.setItem(row, column, QTableWidgetItem(text))
        elif item.text() != text:
            item.setText(text)
