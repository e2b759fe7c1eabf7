"""TrainingPage: the plan as a table, with what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from facilitator.core.text import fold
from facilitator.core.training import Aim, far, in_order, teams
from facilitator.report.training_words import far_words
from facilitator.ui.after.making import Making
from facilitator.ui.knowledge.training.aims_table import TEAM, AimsModel, AimsTable
from facilitator.ui.knowledge.training.keeper import PlanKeeper
from facilitator.ui.services import Services
from facilitator.ui.start.page import Page, beside
from facilitator.ui.start.top_row import TopRow
from facilitator.ui.widgets import Button, EmptyState, PlainLabel, PrimaryButton
from facilitator.ui.widgets.back_button import BackButton
from facilitator.words import _, ngettext


class TrainingPage(Page):
    """The lines of one team, or of all.

    Attributes:
        team: the choice of a team; its data is the name, empty for all.
        table: the lines.
        add, change, remove, undo, count, pdf, sheet, back: the buttons.
        empty: why there are no lines: none yet, or none that are known.
        unread: how many lines could not be read.
        making: the file that is being made.

    Signals:
        left(): back to the page of knowledge.
        kept(): all that was changed is kept.
    """

    left = Signal()
    kept = Signal()

    def __init__(self, services: Services, keeper: PlanKeeper, parent: QWidget | None = None) -> None:
        """`keeper` keeps what is changed on it."""
        super().__init__(_("Training plan"), parent)
        self._keeper = keeper
        keeper.kept.connect(self.kept)
        self._aims: tuple[Aim, ...] = ()
        self._today = date.min
        self.back = BackButton(self)
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
        self.empty = EmptyState(_("Looking at what is planned …"))
        self.unread = PlainLabel("", "attention", wrap=True)
        self._lay_out()
        self.table.chosen.connect(self._look)
        self.look_for_undo(possible=False)
        self.add.setEnabled(False)  # not before the store told what there is
        self._show()
        self.tell_unread(0)

    def enter(self) -> None:
        """Begin at the lines, or at adding the first."""
        (self.table if self.model.aims else self.add if self.add.isEnabled() else self.back).setFocus()

    def holds_unkept(self, seconds: float = 0.0) -> bool:
        """Whether anything that was changed is not kept after so many seconds."""
        return self._keeper.holds_unkept(seconds)

    def when_kept(self, then: Callable[[], object]) -> None:
        """Call this whenever all that was changed is kept."""
        self.kept.connect(then)

    def _lay_out(self) -> None:
        self.column.insertWidget(0, TopRow(self.back))
        about = _("Who is to be trained in what, by when. Only people who work here, never clients.")
        self.column.addWidget(PlainLabel(about, "soft", wrap=True))
        head = QHBoxLayout()
        head.addWidget(self.team)
        head.addSpacing(10)
        head.addWidget(self.summary, 1)
        head.addWidget(self.add)
        self.column.addLayout(head)
        self.column.addWidget(self.unread)
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
        self.add.setEnabled(True)
        self.empty.label.setText(
            _("Nothing is planned yet. Say who is to learn what, and by when. Functions and numbers are enough.")
        )
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

    def show_trouble(self) -> None:
        """Tell that nobody knows what is planned."""
        self.empty.label.setText(_("The plan could not be read now. Go back and open it again to try once more."))

    def tell_unread(self, count: int) -> None:
        """Tell how many lines could not be read."""
        words = ngettext(
            "{count} line could not be read. It is kept as it is, and stands in no file.",
            "{count} lines could not be read. They are kept as they are, and stand in no file.",
            count,
        )
        self.unread.setText(words.format(count=count))
        self.unread.setVisible(count > 0)

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
        self.summary.setText(far_words(far(aims, self._today)) if self._aims else "")
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
