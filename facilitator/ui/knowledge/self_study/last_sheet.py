"""LastSheet: what comes after the last step: what is still open, or the paper that says that all was done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from facilitator.core.script import Script
from facilitator.core.self_study import Study, open_steps, unanswered
from facilitator.core.text import one_line
from facilitator.report.learning import StudiedJob, studied
from facilitator.ui.after.making import Making
from facilitator.ui.futures import deliver
from facilitator.ui.knowledge.self_study.phrases import short_title
from facilitator.ui.services import Services
from facilitator.ui.settings import house_store
from facilitator.ui.settings.house_store import Houses
from facilitator.ui.start.page import Page, beside
from facilitator.ui.widgets import Button, Card, LineEdit, PlainLabel, PrimaryButton, SectionTitle
from facilitator.words import _


class LastSheet(Page):
    """The end of a module.

    Attributes:
        steps: the button of each step that is still open, by its id.
        name, house, make: for the paper.
        making: the file that is being made.
        again: begin the module once more.

    Signals:
        step_wanted(int): go to the step with this number.
        again_wanted(): begin once more.
        failed(Exception): the store or the disk does not let it.
    """

    step_wanted = Signal(int)
    again_wanted = Signal()
    failed = Signal(object)

    def __init__(self, module: Script, study: Study, services: Services, parent: QWidget | None = None) -> None:
        title = _("This module is done") if study.complete else _("Almost there")
        super().__init__(title, parent)
        self._services = services
        self._study = study
        self._houses = Houses()
        self.steps: dict[str, Button] = {}
        self.making = Making(services, services.documents_folder / "Facilitator" / _("Self-study"), beside=True)
        self.again = Button(_("Begin this module once more …"))
        self.again.clicked.connect(self.again_wanted)
        if study.complete:
            self._add_done()
            self.column.addWidget(self._paper_card())
        else:
            self._add_open(module, study)
        self.column.addWidget(beside(self.again, stretch_at=1))
        self.column.addStretch(1)

    def enter(self) -> None:
        """Begin at the name, or at the first step that is open."""
        first = next(iter(self.steps.values()), self.name if self._study.complete else self.again)
        first.setFocus()

    # ---- what is open

    def _add_open(self, module: Script, study: Study) -> None:
        text = _("You have seen everything. These steps are not done yet. You can do them now, or another time.")
        self.column.addWidget(PlainLabel(text, "soft", wrap=True))
        for step in open_steps(study, module):
            number = module.steps.index(step) + 1
            why = _("a question is open") if unanswered(study, step) else _("not gone through yet")
            button = self.steps[step.id] = Button(_("To step {number}").format(number=number))
            button.setAccessibleDescription(f"{step.title}: {why}")
            button.clicked.connect(self._goes(number))
            row = QHBoxLayout()
            row.setSpacing(14)
            row.addWidget(button)
            row.addWidget(PlainLabel(f"{step.title}: {why}", wrap=True), 1)
            self.column.addLayout(row)

    def _goes(self, number: int) -> Callable[[], None]:
        return lambda: self.step_wanted.emit(number)

    # ---- all is done

    def _add_done(self) -> None:
        title = short_title(self._study.finished[-1].title)
        text = _("You went through all of “{title}”. Choose one thing, and do it this week.").format(title=title)
        self.column.addWidget(PlainLabel(text, wrap=True))

    def _paper_card(self) -> Card:
        card = Card()
        card.column.addWidget(SectionTitle(_("A paper that you did it")))
        says = _(
            "It says that you went through this module, when, and what it was about. It is no exam and no "
            "accreditation. Nothing of what you chose or wrote stands on it."
        )
        card.column.addWidget(PlainLabel(says, "soft", wrap=True))
        self.name = LineEdit(_("Your name, as it is to stand on the paper"), _("your name"))
        self.name.setText(self._study.learner)
        self.name.textChanged.connect(lambda _text: self._look())
        self.name.returnPressed.connect(self._make)
        self.house = QComboBox()
        self.house.setAccessibleName(_("House style"))
        self.house.hide()
        self.make = PrimaryButton(_("Make the paper (PDF)"))
        self.make.clicked.connect(self._make)
        card.column.addWidget(PlainLabel(_("Your name, as it is to stand on the paper"), "strong", wrap=True))
        for widget in (self.name, self.house):
            card.column.addWidget(widget)
        card.column.addWidget(beside(self.make, stretch_at=1))
        card.column.addWidget(self.making)
        self.making.failed.connect(self.failed)
        self.making.turned.connect(lambda busy: self.make.setEnabled(not busy))
        self._look()
        deliver(self._services.store.ask(house_store.read), self._take_houses, self.failed.emit)
        return card

    def _look(self) -> None:
        self.make.setEnabled(bool(one_line(self.name.text())))

    def _take_houses(self, houses: Houses) -> None:
        self._houses = houses
        self.house.addItem(_("The look of this program"))
        for style in houses.styles:
            self.house.addItem(style.name or _("without a name"))
        self.house.setVisible(bool(houses.styles))

    @property
    def job(self) -> StudiedJob:
        """The paper as it would be made now."""
        row = self.house.currentIndex()
        house = self._houses.styles[row - 1] if row > 0 else None
        return studied(one_line(self.name.text()), self._study.finished[-1], house)

    def _make(self) -> None:
        if self.make.isEnabled():
            self.making.start((self.job,), _("Making the paper …"))
