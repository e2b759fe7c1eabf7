"""TrainingPage: the plan as a table, with what can be done with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from facilitator.core.text import fold
from facilitator.core.training import Aim, far, in_order, teams
from facilitator.ui.after.making import Making
from facilitator.ui.knowledge.training import phrases
from facilitator.ui.knowledge.training.aims_table import TEAM, AimsModel, AimsTable
from facilitator.ui.services import Services
from facilitator.ui.start.page import Page, beside
from facilitator.ui.widgets import Button, EmptyState, PlainLabel, PrimaryButton
from facilitator.words import _


class TrainingPage(Page):
    """The lines of one team, or of all.

    Attributes:
        team: the choice of a team; its data is the name, empty for all.
        table: the lines.
        add, change, remove, undo, count, pdf, sheet, back: the buttons.
        making: the file that is being made.

    Signals:
        left(): back to the page of knowledge.
    """

    left = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(_("Training plan"), parent)
        self._aims: tuple[Aim, ...] = ()
        self._today = date.min
        self.back = Button(_("Back"))
        self.back.clicked.connect(self.left)
        self.model = AimsModel(self)
        self.table = AimsTable(self.model)
        self.team = QComboBox()
        self.team.setAccessibleName(_("Team"))
        self.team.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.team.activated.connect(lambda _row: self._show())
        self.summary = PlainLabel("", "strong", wrap=True)
        self.add = PrimaryButton(_("Add …"))
        self.change = Button(_("Change …"), "Return")
        self.remove = Button(_("Remove"), "Del")
        self.undo = Button(_("Undo"), "Ctrl+Z")
        self.count = Button(_("Count in modules that were done here"))
        self.pdf = Button(_("Save as PDF"))
        self.sheet = Button(_("Save as spreadsheet"))
        self.open_files = PlainLabel(_("Files that you save are not encrypted."), "small", wrap=True)
        self.making = Making(services, services.documents_folder / "Facilitator" / _("Training plan"), beside=True)
        self.empty = EmptyState(
            _("Nothing is planned yet. Say who is to learn what, and by when. Functions and numbers are enough.")
        )
        self._lay_out()
        self.table.chosen.connect(self._look)
        self.look_for_undo(possible=False)

    def enter(self) -> None:
        """Begin at the lines, or at adding the first."""
        (self.table if self.model.aims else self.add).setFocus()

    def _lay_out(self) -> None:
        self.column.insertWidget(0, beside(self.back, stretch_at=1))
        about = _("Who is to be trained in what, by when. Only people who work here, never clients.")
        self.column.addWidget(PlainLabel(about, "soft", wrap=True))
        head = QHBoxLayout()
        head.addWidget(self.team)
        head.addSpacing(10)
        head.addWidget(self.summary, 1)
        head.addWidget(self.add)
        self.column.addLayout(head)
        self.column.addWidget(self.empty)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(beside(self.change, self.remove, self.undo, stretch_at=3))
        self.column.addWidget(beside(self.count, self.pdf, self.sheet, stretch_at=3))
        self.column.addWidget(self.open_files)
        self.column.addWidget(self.making)

    @property
    def shown_team(self) -> str:
        """The team that is shown; empty for all."""
        return str(self.team.currentData() or "")

    @property
    def folder(self) -> Path:
        """Where files go."""
        return self.making.folder

    def show_aims(self, aims: tuple[Aim, ...], today: date, choose: str = "") -> None:
        """Show the plan; the line with that id, or else the one that was chosen, is chosen."""
        team, at = self.shown_team, self.table.currentIndex().row()
        chosen = choose or ("" if self.table.aim is None else self.table.aim.id)
        self._aims, self._today = aims, today
        self.team.clear()
        self.team.addItem(_("All teams"), "")
        for name in teams(aims):
            self.team.addItem(name, name)
        names = [fold(name) for name in teams(aims)]
        self.team.setCurrentIndex(names.index(fold(team)) + 1 if team and fold(team) in names else 0)
        if choose and not any(aim.id == choose for aim in self._of_team()):
            self.team.setCurrentIndex(0)
        self._show()
        self.table.choose(chosen, max(at, 0))
        self._look()

    def look_for_undo(self, *, possible: bool) -> None:
        """Say whether there is something to take back."""
        self.undo.setEnabled(possible)

    def _of_team(self) -> tuple[Aim, ...]:
        team = fold(self.shown_team)
        return tuple(aim for aim in self._aims if not team or fold(aim.team) == team)

    @property
    def shown(self) -> tuple[Aim, ...]:
        """The lines in sight, in their order."""
        return self.model.aims

    def _show(self) -> None:
        aims = in_order(self._of_team())
        self.model.show_aims(aims, self._today)
        self.table.setColumnHidden(TEAM, bool(self.shown_team))
        self.summary.setText(phrases.far_words(far(aims, self._today)) if self._aims else "")
        for widget in (
            self.table,
            self.team,
            self.count,
            self.pdf,
            self.sheet,
            self.change,
            self.remove,
            self.open_files,
        ):
            widget.setVisible(bool(self._aims))
        self.undo.setVisible(bool(self._aims) or self.undo.isEnabled())
        self.empty.setVisible(not self._aims)
        self.table.choose("")
        self._look()

    def _look(self) -> None:
        for button in (self.change, self.remove):
            button.setEnabled(self.table.aim is not None)
