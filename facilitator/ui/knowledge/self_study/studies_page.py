"""StudiesPage: the modules there are, and how far somebody is in each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.core.script import Script
from facilitator.core.self_study import Study, finished_on, learners_of, study_of
from facilitator.core.text import fold
from facilitator.ui.dates import long_day
from facilitator.ui.knowledge.self_study.phrases import learner_words, minutes_words, progress_words, short_title
from facilitator.ui.start.page import Page, beside
from facilitator.ui.start.top_row import TopRow
from facilitator.ui.widgets import Button, Card, EmptyState, PlainLabel
from facilitator.ui.widgets.back_button import BackButton
from facilitator.ui.widgets.emptying import empty_layout
from facilitator.words import _, ngettext

_OTHER = "\0"
"""What the choice of a learner holds where it asks for another name: nobody can type it."""


class StudiesPage(Page):
    """Who learns, and what there is to learn.

    Attributes:
        learner: the choice of who learns.
        told: that the store has not answered yet, or what could not be read.
        rows: the button of each module, by its id.
        forget: take away what is kept of this learner.
        back: the button that leads away.
        last: the id of the module one was in; empty when in none.

    Signals:
        opened(str): begin or go on with this module.
        learner_chosen(str): it is this one who learns; empty for who gives no name.
        name_wanted(): it is somebody whose name is not here yet.
        forget_wanted(): take away what is kept of this learner.
        left(): back to the page of knowledge.
    """

    opened = Signal(str)
    learner_chosen = Signal(str)
    name_wanted = Signal()
    forget_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Learn by yourself"), parent)
        self.rows: dict[str, Button] = {}
        self.last = ""
        self.back = BackButton(self)
        self.back.clicked.connect(self.left)
        self.column.insertWidget(0, TopRow(self.back))
        about = _("A module takes about half an hour. You go at your own pace, stop when you like, and go on later.")
        self.column.addWidget(PlainLabel(about, "soft", wrap=True))
        self.column.addLayout(self._who())
        self.told = PlainLabel(_("Looking how far you are …"), "soft", wrap=True)
        self.column.addWidget(self.told)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self.column.addLayout(self._list)
        self.column.addWidget(beside(self.forget, stretch_at=1))
        self.forget.hide()
        self.column.addStretch(1)

    def enter(self) -> None:
        """Begin at the module one was in, or the first."""
        self.rows.get(self.last, next(iter(self.rows.values()), self.back)).setFocus()

    def _who(self) -> QHBoxLayout:
        self.learner = QComboBox()
        self.learner.setAccessibleName(_("Who is learning?"))
        self.learner.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.learner.activated.connect(self._choose_learner)
        self.forget = Button(_("Erase my progress …"))
        self.forget.clicked.connect(self.forget_wanted)
        row = QHBoxLayout()
        row.addWidget(PlainLabel(_("Who is learning?"), "strong"))
        row.addWidget(self.learner)
        row.addStretch(1)
        return row

    def _choose_learner(self, row: int) -> None:
        name = self.learner.itemData(row)
        if name == _OTHER:
            self.name_wanted.emit()
        else:
            self.learner_chosen.emit(name)

    def show_studies(self, modules: Sequence[Script], studies: Sequence[Study], learner: str) -> None:
        """Show the modules, and how far this learner is."""
        at = self.window().focusWidget()
        focused = next((key for key, button in self.rows.items() if button is at), None)
        first = not self.rows and at in {None, self.back}
        self._show_learners(studies, learner)
        empty_layout(self._list)
        self.rows = {}
        for module in modules:
            self._list.addWidget(self._row(module, study_of(studies, learner, module.id)))
        known, name = {module.id for module in modules}, fold(learner)
        for study in studies:
            if fold(study.learner) == name and study.module_id not in known:
                self._list.addWidget(_gone(study))
        if not modules:
            self._list.addWidget(EmptyState(_("There are no modules on this laptop. Import a pack to get some.")))
        self.forget.setVisible(any(fold(study.learner) == name for study in studies))
        if focused in self.rows:
            self.rows[focused].setFocus()
        elif first:
            self.enter()

    def tell(self, words: str) -> None:
        """Tell what could not be read; nothing where that is nothing."""
        self.told.set_role("attention")
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def _show_learners(self, studies: Sequence[Study], learner: str) -> None:
        names = list(learners_of(studies))
        if learner and fold(learner) not in map(fold, names):
            names.append(learner)
        self.learner.clear()
        self.learner.addItem(learner_words(""), "")
        for name in names:
            self.learner.addItem(name, name)
        self.learner.addItem(_("Another name …"), _OTHER)
        at = next((row for row, name in enumerate(names, 1) if fold(name) == fold(learner)), 0)
        self.learner.setCurrentIndex(at if learner else 0)

    def _row(self, module: Script, study: Study | None) -> Card:
        card, words, row = Card(), QVBoxLayout(), QHBoxLayout()
        words.setSpacing(5)
        title = short_title(module.title)
        words.addWidget(PlainLabel(title, "card-title", wrap=True))
        words.addWidget(PlainLabel(" ".join(module.goal.split()), wrap=True))
        steps = ngettext("{count} step", "{count} steps", len(module.steps)).format(count=len(module.steps))
        said = (minutes_words(module.minutes), steps, progress_words(study, module))
        words.addWidget(PlainLabel(" · ".join(said), "soft", wrap=True))
        button = self.rows[module.id] = Button(_action(study))
        button.setAccessibleName(f"{title}: {_action(study)}")
        button.clicked.connect(self._opens(module.id))
        row.setSpacing(18)
        row.addLayout(words, 1)
        row.addWidget(button)
        card.column.addLayout(row)
        return card

    def _opens(self, module_id: str) -> Callable[[], None]:
        return lambda: self.opened.emit(module_id)


def _action(study: Study | None) -> str:
    if study is None or not (study.at or study.gone):
        return _("Begin")
    return _("Look again") if study.complete else _("Go on")


def _gone(study: Study) -> Card:
    """Tell of a module that is not there any more."""
    card = Card()
    card.column.addWidget(PlainLabel(short_title(study.title), "card-title", wrap=True))
    done = finished_on(study)
    said = [_("This module is not on this laptop any more.")]
    if done is not None:
        said.insert(0, _("done on {day}").format(day=long_day(done)))
    card.column.addWidget(PlainLabel(" · ".join(said), "soft", wrap=True))
    return card
