"""Weigh: the five weighing questions, one at a time, and in the framework's words where the answers lead. No score."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.core.casus import Moment
from facilitator.core.events import CaseScene, Weighed
from facilitator.core.session import Session
from facilitator.core.spotting import weighing_subject
from facilitator.core.weighing import QUESTIONS, SHORT, Verdict, walk
from facilitator.ui.console.actions import Actions
from facilitator.ui.console.case_panel import CasePanel
from facilitator.ui.console.choices import Choices
from facilitator.ui.console.parts import ElidedLabel, scrolling
from facilitator.ui.console.phrases import plain_words, verdict_name
from facilitator.ui.widgets import Button, PlainLabel, PrimaryButton, SectionTitle
from facilitator.words import _

LOW_LINES = 22
"""A panel of fewer lines of text than this is low."""

VERDICTS = tuple(Verdict)
LETTERS = {Verdict.YES: "J", Verdict.NO: "N", Verdict.UNSURE: "T"}
"""The key of each verdict: ja, nee, twijfel."""
_VERDICT_OF = {ord(letter): verdict for verdict, letter in LETTERS.items()}
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


def speaks_words(moment: Moment, number: int) -> tuple[str, str]:
    """What in the case speaks for yes and for no at this moment: a line each, empty where it says nothing."""
    found = next((weighing for weighing in moment.weighing if weighing.question == number), None)
    if found is None:
        return "", ""
    return _listed(found.speaks_for), _listed(found.speaks_against)


def _listed(texts: tuple[str, ...]) -> str:
    return "\n".join(f"• {plain_words(text)}" for text in texts)


class Weigh(CasePanel):
    """J, N and T say yes, no and doubt; ← → and PgUp PgDn go through the questions.

    Attributes:
        number: the question in sight, 1-5.
    """

    scene = CaseScene.WEIGHING
    tallest = 0.9

    def __init__(self, actions: Actions, host: QWidget) -> None:
        super().__init__(_("Weighing, one question at a time"), actions, host)
        self.number = 1
        self._low = False
        self.which = SectionTitle()
        self.walked = PlainLabel(role="soft", wrap=True)
        self.question = PlainLabel(role="title", wrap=True)
        self.speaks = QWidget()
        self.speaks_for, self.speaks_against = PlainLabel(wrap=True), PlainLabel(wrap=True)
        labels = [f"{verdict_name(verdict)} ({LETTERS[verdict]})" for verdict in VERDICTS]
        self.verdict = Choices(_("Verdict"), labels, arrows=False)
        self.outcome = PlainLabel(role="attention", wrap=True)
        self.before = Button(_("← Previous question"))
        self.on = PrimaryButton()
        self._lay_out()
        for button in (*self.verdict.buttons, self.before, self.on):
            button.installEventFilter(self)  # a button would use the arrows to move among buttons
        self.verdict.picked.connect(self._weigh)
        self.reason.returnPressed.connect(self.on.setFocus)
        self.before.clicked.connect(lambda: self.step(-1))
        self.on.clicked.connect(lambda: self.step(1))

    def _lay_out(self) -> None:
        sides, words, buttons = QHBoxLayout(self.speaks), QVBoxLayout(), QHBoxLayout()
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(20)
        for title, label in (
            (_("Speaks for yes · for you alone"), self.speaks_for),
            (_("Speaks for no · for you alone"), self.speaks_against),
        ):
            side = QVBoxLayout()
            side.setSpacing(4)
            side.addWidget(ElidedLabel(title, "strong"))
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            side.addWidget(label)
            side.addStretch(1)
            sides.addLayout(side, 1)
        inside = QWidget()
        inside.setLayout(words)
        words.setContentsMargins(0, 0, 8, 0)
        words.addWidget(self.question)
        words.addWidget(self.speaks)
        words.addStretch(1)
        for widget in (self.to_room, self.before, self.on):
            buttons.addWidget(widget)
            if widget is self.to_room:
                buttons.addStretch(1)
        self.body.addWidget(self.which)
        self.body.addWidget(self.walked)
        self.body.addWidget(scrolling(inside), 1)
        self.body.addWidget(self.verdict)
        self.body.addLayout(self._reason_row())
        self.body.addWidget(self.outcome)
        self.body.addLayout(buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Where there is little room, the question itself comes first."""
        super().resizeEvent(event)
        self._low = self.height() < LOW_LINES * self.fontMetrics().height()
        self.question.set_role("card-title" if self._low else "title")
        self.walked.setVisible(bool(self.walked.text()) and not self._low)

    # ---- what it shows

    def first_field(self) -> QWidget:
        """What the group says."""
        return self.verdict.buttons[max(0, self.verdict.chosen)]

    def _open_at(self, session: Session) -> None:
        if self._moment is not None:
            verdicts = session.verdicts(self._moment.id)
            self.number = walk(verdicts).ahead or max(verdicts)
            self._show(session, self._moment)

    def _show(self, session: Session, moment: Moment) -> None:
        verdicts = session.verdicts(moment.id)
        verdict = verdicts.get(self.number)
        self.which.setText(
            _("Question {number} of {count} · {short}").format(
                number=self.number, count=len(QUESTIONS), short=_(SHORT[self.number])
            )
        )
        said = [f"{_(SHORT[number])}: {verdict_name(v).lower()}" for number, v in verdicts.items()]
        self.walked.setText(" · ".join(said))
        self.walked.setVisible(bool(said) and not self._low)
        self.question.setText(_(QUESTIONS[self.number]))
        speaks = speaks_words(moment, self.number) if self.private else ("", "")
        for label, text in zip((self.speaks_for, self.speaks_against), speaks, strict=True):
            label.setText(text or _("Nothing in the case."))
        self.speaks.setVisible(any(speaks))
        self.verdict.choose(-1 if verdict is None else VERDICTS.index(verdict))
        outcome = walk(verdicts).outcome
        self.outcome.setText("" if outcome is None else _(outcome.value))
        self.outcome.setVisible(outcome is not None)
        self.before.setEnabled(self.number > 1)
        self.on.say(self.next_words())

    def _reason_in(self, session: Session, moment: Moment) -> str:
        mine = session.weighed(moment.id).get(self.number)
        return "" if mine is None else mine.reason

    def _item(self) -> str:
        return str(self.number)

    # ---- going through them

    def _done(self) -> bool:
        """Whether nothing comes after the question in sight."""
        if self._moment is None or self.number == max(QUESTIONS):
            return True
        walked = walk(self._actions.session.verdicts(self._moment.id))
        return walked.ahead is None and walked.outcome is not None

    def next_words(self) -> str:
        """The button for going on names the next question, or the end."""
        return _("Done") if self._done() else _("Next question →")

    def step(self, by: int) -> bool:
        """On or back; after the last question it closes."""
        if by > 0 and self._done():
            self.shut()
        else:
            self._go(self.number + by)
        return True

    def _go(self, number: int) -> None:
        self._keep_reason()
        self.number = min(max(1, number), max(QUESTIONS))
        self._tell_room()
        self.show_session(self._actions.session)
        self.first_field().setFocus()

    # ---- what the group says

    def _weigh(self, index: int) -> None:
        self._keep_reason()
        if self._moment is not None:
            verdict = None if index < 0 else VERDICTS[index]
            reason = self._reason_in(self._actions.session, self._moment)
            self._actions.weigh(Weighed(self._moment.id, self.number, verdict, reason))
            self.show_session(self._actions.session)

    def _reason_subject(self, moment: Moment) -> str:
        return weighing_subject(moment.id, self.number)

    def _save_reason(self, moment: Moment, reason: str) -> None:
        verdict = self._actions.session.verdicts(moment.id).get(self.number)
        self._actions.weigh(Weighed(moment.id, self.number, verdict, reason))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """The arrows go through the questions, whichever button has the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ARROWS:
            self._go(self.number + _ARROWS[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """A letter says it; while a reason is typed it is one of its letters."""
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        verdict = None if held else _VERDICT_OF.get(event.key())
        if verdict is None:
            super().keyPressEvent(event)
        elif self.verdict.chosen != VERDICTS.index(verdict):
            self._weigh(VERDICTS.index(verdict))
            self.first_field().setFocus()
