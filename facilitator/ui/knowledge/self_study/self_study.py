"""SelfStudy: the modules, who goes through them, and the pages that takes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

from facilitator.core import self_study
from facilitator.core.self_study import Study, study_of
from facilitator.core.text import fold
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.knowledge.self_study import modules
from facilitator.ui.knowledge.self_study.keeper import StudyKeeper
from facilitator.ui.knowledge.self_study.modules import OnShelf
from facilitator.ui.knowledge.self_study.name_dialog import NameDialog
from facilitator.ui.knowledge.self_study.phrases import learner_words, unread_words
from facilitator.ui.knowledge.self_study.studies_page import StudiesPage
from facilitator.ui.knowledge.self_study.study_page import StudyPage
from facilitator.ui.widgets.dialog import Question
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.knowledge.knowledge import Knowledge


class SelfStudy(QObject):
    """What one does alone leads to no session, no agreement and no number anywhere.

    Attributes:
        keeper: how far people are.
        own: what the user wrote or imported; None until the library told.
        learner: who learns, empty without a name; None until the store told who did last.
        page: the list of modules that was shown last.
        dialog: the question that was opened last, if any was.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        super().__init__(knowledge)
        self._knowledge = knowledge
        self._services = knowledge.services
        self._there = OnShelf()
        self.own: OnShelf | None = None
        self.learner: str | None = None
        self.page: StudiesPage | None = None
        self.dialog: QDialog | None = None
        self.keeper = StudyKeeper(knowledge.services, self)
        self._last = ""
        self.keeper.came.connect(self._show)
        self.keeper.failed.connect(knowledge.failed)
        self.keeper.forgotten.connect(self._forgotten)

    # ---- the list

    def enter(self) -> None:
        """Show the modules."""
        page = self.page = StudiesPage()
        page.last = self._last
        page.left.connect(self._knowledge.back_wanted)
        page.opened.connect(self.open)
        page.learner_chosen.connect(self._learn_as)
        page.name_wanted.connect(self._ask_name)
        page.forget_wanted.connect(self._ask_forget)
        self._knowledge.page_wanted.emit(page)
        self._there = modules.together(modules.shipped(self._services.library()), self.own or OnShelf())
        own = in_background(partial(modules.from_shelf, self._services.shelf()))
        deliver(own, self._take_own, self._knowledge.failed.emit)
        self.keeper.ask()

    def _take_own(self, own: OnShelf) -> None:
        self.own = own
        self._there = modules.together(modules.shipped(self._services.library()), own)
        if self.learner is not None:
            self._show()

    def _show(self) -> None:
        if self.learner is None:
            self.learner = self.keeper.studies[0].learner if self.keeper.studies else ""
        if self.page is not None and isValid(self.page):
            self.page.show_studies(self._there.modules, self.keeper.studies, self.learner)
            self.page.tell(unread_words(self.keeper.unreadable, read=self.keeper.read))

    # ---- who learns

    def _learn_as(self, learner: str) -> None:
        self.learner = learner
        self._show()

    def _ask_name(self) -> None:
        dialog = NameDialog(self.page)
        dialog.accepted.connect(lambda: self._learn_as(dialog.chosen))
        dialog.rejected.connect(self._show)  # the choice shows again who learns
        self._open_dialog(dialog)

    def _ask_forget(self) -> None:
        dialog = Question(
            _("Erase everything of “{learner}”?").format(learner=learner_words(self.learner or "")),
            _(
                "How far you are, what you chose and wrote, and that you did modules: all of it goes, from the backups "
                "too. This cannot be taken back. Papers that you made stay."
            ),
            _("Erase"),
            self.page,
            danger=True,
        )
        dialog.accepted.connect(self._forget)
        self._open_dialog(dialog)

    def _forget(self) -> None:
        self.keeper.forget(self.learner or "")

    def _forgotten(self, learner: str) -> None:
        if fold(self.learner or "") == fold(learner):
            self.learner = ""
        self._show()

    # ---- one module

    def open(self, module_id: str) -> None:
        """Begin a module, or go on with it."""
        module = next((each for each in self._there.modules if each.id == module_id), None)
        if module is None:
            return
        learner = self.learner or ""
        study = study_of(self.keeper.studies, learner, module_id)
        self._open(study or self_study.begin(self._services.new_id(), learner, module))

    def _open(self, study: Study) -> None:
        module = next(each for each in self._there.modules if each.id == study.module_id)
        self._last = module.id
        page = StudyPage(module, study, self.keeper, self._there.cards)
        page.left.connect(self.enter)
        page.card_wanted.connect(self._knowledge.open_card)
        page.again_wanted.connect(self._ask_again)
        page.failed.connect(self._knowledge.failed)
        self._knowledge.page_wanted.emit(page)

    def _ask_again(self, study: Study) -> None:
        dialog = Question(
            _("Begin once more?"),
            _(
                "What you chose and wrote goes, and you begin at the first step. That you did the module before stays. "
                "Backups that were made before still hold it, until newer ones take their place."
            ),
            _("Begin once more"),
            self._knowledge.page.window(),
        )
        dialog.accepted.connect(partial(self._again, study))
        self._open_dialog(dialog)

    def _again(self, study: Study) -> None:
        begun = self_study.again(study)
        self.keeper.put(begun)
        self._open(begun)

    def _open_dialog(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
