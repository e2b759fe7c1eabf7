"""AddDialog: what the script does not have: a question, a break, a step, or another case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from facilitator.core.casus import Case
from facilitator.core.fit import fit
from facilitator.core.script import Step, StepKind
from facilitator.core.session import Session
from facilitator.core.text import one_line
from facilitator.ui.console.choices import Choices
from facilitator.ui.prepare.steps_preview import minutes_text
from facilitator.ui.widgets import Dialog, LineEdit, PlainLabel
from facilitator.words import _

MOST_MINUTES = 180


class What(IntEnum):
    """What is added, in the order in which it is offered."""

    QUESTION = 0
    BREAK = 1
    STEP = 2
    ROUND = 3
    CASE = 4


KINDS = {What.BREAK: StepKind.BREAK, What.STEP: StepKind.QUESTION, What.ROUND: StepKind.ROUND}
"""The kind of step that each of them is."""


@dataclass(frozen=True, slots=True)
class WantedStep:
    """A step as it was filled in. `step_id` is that of the one that is put right; None where it is new."""

    kind: StepKind
    title: str
    text: str
    minutes: int
    step_id: str | None = None


class AddDialog(Dialog):
    """One choice at the top, and under it only what that one needs.

    Attributes:
        what: the choice.
        line: the question, or the title of a step; `text` what the room reads under it; `minutes` its time.
        cases: the cases to choose from.

    Signals:
        question_wanted(str): a question with these words.
        step_wanted(WantedStep): a step.
        case_wanted(Case): another case.
    """

    question_wanted = Signal(str)
    step_wanted = Signal(object)
    case_wanted = Signal(object)

    def __init__(self, session: Session, cases: Sequence[Case], parent: QWidget) -> None:
        super().__init__(_("Add to the programme"), parent, accept=_("Add"))
        self._session = session
        now = session.case
        self._cases = () if now is None else tuple(case for case in cases if case.id != now.id)
        self._step_id: str | None = None
        self._what = What.QUESTION
        labels = [_("Question at this step"), _("Break"), _("New step"), _("New round")]
        if self._cases:
            labels.append(_("Another case"))
        self.what = Choices(_("What do you want to add?"), labels, arrows=True)
        self.line = LineEdit("")
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("What the room reads under it"))
        self.text.setPlaceholderText(_("What the room reads under it; it may stay empty"))
        self.text.setFixedHeight(self.fontMetrics().height() * 4)
        self.minutes = QSpinBox()
        self.minutes.setRange(1, MOST_MINUTES)
        self.minutes.setSuffix(_(" minutes"))
        self.minutes.setAccessibleName(_("Minutes"))
        self.cases = QListWidget()
        self.cases.setAccessibleName(_("Cases"))
        self.cases.addItems([_case_line(session, case) for case in self._cases])
        self.cases.setWordWrap(True)
        self.cases.setMinimumHeight(self.fontMetrics().height() * 12)
        self.about = PlainLabel(wrap=True)
        self.then = PlainLabel(role="soft", wrap=True)
        self._lay_out()
        self.what.picked.connect(self._pick)
        self.line.textChanged.connect(lambda _text: self._tell())
        self.cases.currentRowChanged.connect(lambda _row: self._tell())
        self.accepted.connect(self._want)
        self.choose(What.QUESTION)
        self.line.setFocus()  # what is added most; Shift+Tab leads to the other choices

    def _lay_out(self) -> None:
        self.body.addWidget(self.what)
        fields = QVBoxLayout()
        fields.setSpacing(8)
        for field in (self.line, self.text, self.minutes, self.cases):
            fields.addWidget(field, 0, *([Qt.AlignmentFlag.AlignLeft] if field is self.minutes else []))
        self.body.addLayout(fields)
        self.body.addWidget(self.about)
        self.body.addWidget(self.then)
        self.body.addStretch(1)
        self.ask_for(800)

    def choose(self, what: What) -> None:
        """Show what this one needs."""
        self._what = what
        self.what.choose(what)
        asks, case = what is What.QUESTION, what is What.CASE
        for field, seen in (
            (self.line, not case),
            (self.text, not asks and not case),
            (self.minutes, not asks and not case),
            (self.cases, case),
        ):
            field.setVisible(seen)
        name = _("The question") if asks else _("Title, for you and for the room")
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(name)
        if what is What.BREAK and not self.line.text():
            self.line.setText(_("Break"))
        elif what is not What.BREAK and self.line.text() == _("Break"):
            self.line.clear()
        self.minutes.setValue(10 if what is What.BREAK else 15)
        self._tell()
        if self.isVisible():
            self.look_changed()  # another choice needs another height

    def look_changed(self) -> None:
        """Have the height that all choices take at the width they have."""
        super().look_changed()
        if (layout := self.layout()) is not None:
            margins = layout.contentsMargins()
            self.what.fit(self.width() - margins.left() - margins.right())
        super().look_changed()

    def change(self, step: Step) -> None:
        """Put right a step that was added before."""
        self._step_id = step.id
        self.choose(next((what for what, kind in KINDS.items() if kind is step.kind), What.STEP))
        self.what.hide()
        self.line.setText(step.title)
        self.text.setPlainText(step.audience_text)
        self.minutes.hide()
        self.minutes.setValue(step.minutes)
        self.accept_button.setText(_("Save"))
        self._tell()

    def _pick(self, index: int) -> None:
        """One is always chosen."""
        self.choose(What(index) if index >= 0 else self._what)

    def _tell(self) -> None:
        self.accept_button.setEnabled(
            self.cases.currentRow() >= 0 if self._what is What.CASE else bool(self.line.text().strip())
        )
        row = self.cases.currentRow() if self._what is What.CASE else -1
        self.about.setText(_about(self._cases[row]) if row >= 0 else "")
        self.about.setVisible(row >= 0)
        self.then.setText(self._consequence())

    def _consequence(self) -> str:
        if self._step_id is not None:
            return _("The room sees the new words at once where this step is before it.")
        if self._what is What.QUESTION:
            return _("It comes with the other questions of this step. The room sees it once you put it to the room.")
        if self._what is What.CASE:
            return _(
                "What was said of the case before stays in the report. Roles are dealt anew, and the meeting is at the "
                "first moment of this case. Ctrl+Z undoes it."
            )
        return _("It comes after this step. The room sees it once you go there.")

    def _want(self) -> None:
        if self._what is What.QUESTION:
            self.question_wanted.emit(self.line.text())
        elif self._what is What.CASE:
            self.case_wanted.emit(self._cases[self.cases.currentRow()])
        else:
            text, minutes = self.text.toPlainText(), self.minutes.value()
            wanted = WantedStep(KINDS[self._what], self.line.text(), text, minutes, self._step_id)
            self.step_wanted.emit(wanted)


def _about(case: Case) -> str:
    """What a case is about: the last paragraph of its summary, which begins by saying that it is invented."""
    return one_line(case.summary.strip().rpartition("\n\n")[2])


def _case_line(session: Session, case: Case) -> str:
    """A case with its time, and where it does not suit the script, that it does not."""
    known = any(each.id == case.id for each in session.notebook.cases_before)
    line = f"{case.title} · {minutes_text(case.minutes)}"
    if known:
        return _("{case}\nStudied before in this meeting").format(case=line)
    return line if fit(session.script, case).suits else _("{case}\nDoes not quite fit this script").format(case=line)
