"""StudyPage: a module, one step at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from facilitator.core import self_study
from facilitator.core.script import Option, Question, Script
from facilitator.core.self_study import Study
from facilitator.ui.knowledge.self_study.first_sheet import FirstSheet
from facilitator.ui.knowledge.self_study.keeper import StudyKeeper
from facilitator.ui.knowledge.self_study.last_sheet import LastSheet
from facilitator.ui.knowledge.self_study.phrases import short_title, where_words
from facilitator.ui.knowledge.self_study.step_sheet import StepSheet
from facilitator.ui.start.page import MARGIN, TOP, Page
from facilitator.ui.widgets import Button, PlainLabel, PrimaryButton
from facilitator.ui.widgets.aloud import say_aloud
from facilitator.ui.widgets.back_button import BackButton
from facilitator.words import _

_DIGITS = 9


class StudyPage(QWidget):
    """Where somebody is, the sheet of that step, and the buttons that lead on and back.

    Attributes:
        study: how far it is.
        sheet: what is in sight.
        back, previous, forward: the buttons.

    Signals:
        kept(): all that was chosen and written is kept.
        card_wanted(str): read this card.
        again_wanted(Study): begin once more.
        left(): back to the modules.
        failed(Exception): the store or the disk does not let it.
    """

    kept = Signal()
    card_wanted = Signal(str)
    again_wanted = Signal(object)
    left = Signal()
    failed = Signal(object)

    def __init__(
        self, module: Script, study: Study, keeper: StudyKeeper, cards: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        """`keeper` keeps what changes; `cards` has the titles of knowledge cards by id."""
        super().__init__(parent)
        self.module, self.study = module, study
        self._keeper, self._cards = keeper, cards
        self.back = BackButton(self)
        self.title = PlainLabel(short_title(module.title), "soft", wrap=True)
        self.where = PlainLabel("", "strong", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Progress"))
        self.previous = Button(_("Previous"), "PgUp")
        self.forward = PrimaryButton(_("Next"), "PgDown")
        self.sheet: Page = Page("")
        self._lay_out()
        self._bind()
        self._show()

    def enter(self) -> None:
        """Begin at going on; a digit chooses from anywhere."""
        if isinstance(self.sheet, LastSheet):
            self.sheet.enter()
        else:
            self.forward.setFocus()

    # ---- going through it

    @property
    def number(self) -> int:
        """The number of the step in sight: 0 before the first, one more than there are after the last."""
        return self_study.place(self.study, self.module)

    def go_to(self, number: int) -> None:
        """Go to a step."""
        today = self._keeper.services.now().astimezone().date()
        self._put(self_study.go_to(self.study, self.module, number, today))
        self._show()
        self.enter()
        say_aloud(self, f"{self.where.text()}. {self.sheet.heading.text()}")

    def go_on(self) -> None:
        """Go to the next step."""
        if self.forward.isVisibleTo(self):
            self.go_to(self.number + 1)

    def go_back(self) -> None:
        """Go to the step before."""
        if self.previous.isEnabled():
            self.go_to(self.number - 1)

    def choose(self, number: int) -> None:
        """Choose the answer with this number."""
        if isinstance(self.sheet, StepSheet):
            self.sheet.choose(number)

    def _page_down(self) -> None:
        """Read on; at the end of what is to be read, go on."""
        bar = self.sheet.verticalScrollBar()
        if bar.value() < bar.maximum():
            bar.setValue(bar.value() + bar.pageStep())
        else:
            self.go_on()

    def _page_up(self) -> None:
        bar = self.sheet.verticalScrollBar()
        if bar.value() > bar.minimum():
            bar.setValue(bar.value() - bar.pageStep())
        else:
            self.go_back()

    def _put(self, study: Study, *, typing: bool = False) -> None:
        if study != self.study:
            self.study = study
            self._keeper.put(study, typing=typing)

    def holds_unkept(self, seconds: float = 0.0) -> bool:
        """Whether anything that was chosen or written is not kept after so many seconds."""
        return self._keeper.holds_unkept(seconds)

    def when_kept(self, then: Callable[[], object]) -> None:
        """Call this whenever all that was chosen and written is kept."""
        self.kept.connect(then)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  Qt's name
        """Whatever takes its place: what was typed last is kept."""
        super().hideEvent(event)
        if isValid(self._keeper):  # at the end of the program it may be gone first
            self._keeper.keep()

    def _choose(self, question: Question, option: Option) -> None:
        self._put(self_study.choose(self.study, self.module.steps[self.number - 1], question, option))

    def _write(self, at: str, text: str) -> None:
        self._put(self_study.note(self.study, at, text), typing=True)

    def _together(self, several: bool) -> None:
        self._put(self_study.with_others(self.study, together=several))

    # ---- what is in sight

    def _show(self) -> None:
        old, self.sheet = self.sheet, self._sheet()
        self._column.replaceWidget(old, self.sheet)
        old.hide()
        old.deleteLater()
        self.sheet.show()
        last = len(self.module.steps) + 1
        self.where.setText(where_words(self.study, self.module))
        self.bar.setRange(0, len(self.module.steps))
        self.bar.setValue(self_study.progress(self.study, self.module).done)
        self.previous.setEnabled(self.number > 0)
        self.forward.setVisible(self.number < last)
        self.forward.say(_("Begin") if self.number == 0 else _("Finish") if self.number == last - 1 else _("Next"))

    def _sheet(self) -> Page:
        if self.number == 0:
            first = FirstSheet(self.module, self.study)
            first.together_chosen.connect(self._together)
            return first
        if self.number > len(self.module.steps):
            end = LastSheet(self.module, self.study, self._keeper.services)
            end.step_wanted.connect(self.go_to)
            end.again_wanted.connect(lambda: self.again_wanted.emit(self.study))
            end.failed.connect(self.failed)
            return end
        step = self.module.steps[self.number - 1]
        sheet = StepSheet(step, self.study, self._cards, self_study.written_before(self.study, self.module, step))
        sheet.chosen.connect(self._choose)
        sheet.wrote.connect(self._write)
        sheet.card_wanted.connect(self.card_wanted)
        return sheet

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.where)
        top, foot = QHBoxLayout(), QWidget()
        foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        bottom = QHBoxLayout(foot)
        top.setContentsMargins(MARGIN, TOP, MARGIN, 6)
        top.setSpacing(16)
        top.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        bottom.setContentsMargins(MARGIN, 8, MARGIN, 16)
        bottom.addWidget(self.previous)
        # Without an alignment the row would be no higher than the bar, and cut off the buttons.
        bottom.addWidget(self.bar, 1, Qt.AlignmentFlag.AlignVCenter)
        bottom.addWidget(self.forward)
        bottom.setSpacing(18)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(top)
        self._column.addWidget(self.sheet, 1)
        self._column.addWidget(foot)

    def _bind(self) -> None:
        self._keeper.kept.connect(self.kept)
        self.back.clicked.connect(self.left)
        self.previous.clicked.connect(self.go_back)
        self.forward.clicked.connect(self.go_on)
        keys: dict[str, Callable[[], None]] = {
            "PgDown": self._page_down,
            "PgUp": self._page_up,
            **{str(number): partial(self.choose, number) for number in range(1, _DIGITS + 1)},
        }
        for key, do in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)
