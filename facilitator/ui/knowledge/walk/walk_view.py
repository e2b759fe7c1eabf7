"""WalkView: going through an instrument by keyboard. Who keeps what is said is up to its keeper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.core.instrument import InstrumentQuestion
from facilitator.core.walk import Answered, End, Walk
from facilitator.ui.knowledge.walk.end_sheet import Agreed, EndSheet
from facilitator.ui.knowledge.walk.question_sheet import QuestionSheet
from facilitator.ui.knowledge.walk.stop import CallLine, StopSheet
from facilitator.ui.start.page import Scrolling
from facilitator.ui.widgets import Button, PlainLabel, PrimaryButton
from facilitator.ui.widgets.aloud import say_aloud
from facilitator.words import _, ngettext


class Keeper(Protocol):
    """Keeps a walk: in memory, or in a session."""

    @property
    def walk(self) -> Walk:
        """The walk as it is now."""

    def say(self, said: Answered, *, typing: bool = False) -> None:
        """Keep what was said to a question; `typing` says that more of it is to come."""

    def stop(self) -> None:
        """Keep that it was left here on purpose."""


class WalkView(QWidget):
    """1 to 9 answer, PgDn goes on, PgUp and Alt+Left go back. Nothing goes on by itself.

    Attributes:
        at: the id of the question in sight; empty at the end.
        sheet, end, stop: the question, where it led, and when to stop; one of them is in sight.
        area: what scrolls.
        owners: organisations that can be named; agreed: what was agreed already.
        private: whether what was written is in sight.
        beside: the row with the buttons for going, for more of them.

    Signals:
        moved(): another question, or the end, is in sight, or something was said.
        left(): back from the first question.
    """

    moved = Signal()
    left = Signal()

    def __init__(self, keeper: Keeper, today: date, *, agrees: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._today = today
        self.owners: Sequence[str] = ()
        self.agreed: Agreed = ()
        self.private = True
        self.at = ""
        self.sheet, self.end, self.stop = QuestionSheet(), EndSheet(agrees=agrees), StopSheet()
        self.told = PlainLabel("", "attention", wrap=True)
        self.call = CallLine()
        self.before = Button(_("← Previous question"), "PgUp")
        self.on = PrimaryButton("", "PgDown")
        self._lay_out()
        self.sheet.said.connect(self._say)
        self.end.change_wanted.connect(self.go)
        self.call.stop_wanted.connect(self._consider_stopping)
        self.stop.stopped.connect(self._stop)
        self.stop.resumed.connect(lambda: self.go(self.at))
        self.before.clicked.connect(self.backward)
        self.on.clicked.connect(self.forward)
        back = QShortcut(QKeySequence("Alt+Left"), self)  # a button would move among buttons by it
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.backward)

    def _lay_out(self) -> None:
        inside = _Inside(self)
        column, words, row = QVBoxLayout(self), QVBoxLayout(inside), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        words.setContentsMargins(0, 0, 0, 0)
        for sheet in (self.sheet, self.end, self.stop):
            words.addWidget(sheet)
        self.area = _Scroll(inside, least_lines=5)
        column.addWidget(self.area, 1)
        column.addWidget(self.told)
        self.told.hide()
        column.addWidget(self.call)
        self.beside = row
        row.addStretch(1)
        row.addWidget(self.before)
        row.addWidget(self.on)
        column.addLayout(row)

    # ---- where one is

    def begin(self) -> None:
        """Come to the question that is to be answered, or to the end."""
        walk = self._keeper.walk
        self.go(walk.way[-1].id if walk.end is End.OPEN and walk.way else "")

    def go(self, question_id: str) -> None:
        """Come to a question on the way, or to the end (no id)."""
        self.sheet.keep()
        self.at = question_id
        self.tell("")
        self.show_walk()
        self.area.verticalScrollBar().setValue(0)
        self.take_keyboard()
        self.moved.emit()

    @property
    def question(self) -> InstrumentQuestion | None:
        """The question in sight, or None at the end."""
        return self._keeper.walk.question(self.at)

    def show_walk(self) -> None:
        """Show the walk as it is now. A question that fell off the way makes place for the one that is asked."""
        walk = self._keeper.walk
        if self.at and walk.question(self.at) is None:
            self.at = walk.way[-1].id
        if not self.at and walk.end is End.OPEN and not walk.stopped_id:
            self.at = walk.way[-1].id
        question = walk.question(self.at)
        self._put_in_sight(self.end if question is None else self.sheet)
        if question is None:
            self.end.show_walk(walk, self.agreed, private=self.private)
        else:
            self.sheet.show_question(walk, question, self._today, self.owners, private=self.private)
        self.before.setVisible(bool(walk.way))
        self.on.setVisible(question is not None)
        self.on.say(self.next_words())

    def _put_in_sight(self, sheet: QWidget) -> None:
        for each in (self.sheet, self.end, self.stop):
            each.setVisible(each is sheet)
        self.call.stop.setVisible(sheet is self.sheet)

    def next_words(self) -> str:
        """What the button for going on says."""
        walk, question = self._keeper.walk, self.question
        if question is None:
            return _("Done")
        last = walk.way[-1] is question and walk.end is not End.OPEN
        return _("What follows →") if last else _("Next question →")

    def take_keyboard(self) -> None:
        """Give the keyboard to the answers, or at the end to where it led."""
        target = self.sheet.first_field() if self.question is not None else self.end.first_field()
        target.setFocus()

    # ---- going

    def forward(self) -> bool:
        """Go on; False when there is nothing to go on to. A question without an answer waits for one."""
        question = self.question
        if question is None:
            return False
        if self.sheet.is_wrong():
            return True
        self.sheet.keep()
        if not question.answers:
            self._say(replace(self.sheet.current(), answer=0))
        walk = self._keeper.walk
        if walk.said(question.id).answer is None:
            self.tell(_("Choose an answer first. Not sure? Veilig Thuis thinks along with you: 0800-2000."))
            return True
        ids = [one.id for one in walk.way]
        ahead = ids[ids.index(question.id) + 1 :]
        self.go(ahead[0] if ahead else "")
        return True

    def backward(self) -> bool:
        """Go back; from the first question away from here. What cannot be read is put right first."""
        if self.sheet.is_wrong():
            return True
        ids = [one.id for one in self._keeper.walk.way]
        if self.at in ids[:1] or not ids:
            self.sheet.keep()
            self.left.emit()
            return True
        self.go(ids[ids.index(self.at) - 1] if self.at else ids[-1])
        return True

    def _consider_stopping(self) -> None:
        self.sheet.keep()
        self.stop.show_walk(self._keeper.walk)
        self._put_in_sight(self.stop)
        self.on.hide()
        self.before.hide()
        self.stop.here.setFocus()

    def _stop(self) -> None:
        self._keeper.stop()
        self.go("")

    # ---- what is said

    def _say(self, said: Answered, typing: bool = False) -> None:
        before = self._keeper.walk
        self._keeper.say(said, typing=typing)
        walk = self._keeper.walk
        fallen = [one for one in before.answers if walk.question(one.question_id) is None]
        text = ngettext(
            "{count} later answer fell away: it does not follow on this answer.",
            "{count} later answers fell away: they do not follow on this answer.",
            len(fallen),
        )
        self.tell(text.format(count=len(fallen)) if fallen else "")
        self.show_walk()
        self.moved.emit()

    def tell(self, text: str) -> None:
        """Tell something in a calm line; an empty text takes it away."""
        self.told.setText(text)
        self.told.setVisible(bool(text))
        if text:
            say_aloud(self, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Keys that no field wanted."""
        if not self.take_key(event):
            super().keyPressEvent(event)

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer, go on or go back by a key; False for a key that means nothing here."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_PageUp:
            return self.backward()
        if event.key() == Qt.Key.Key_PageDown:
            return self.forward()
        number = event.key() - Qt.Key.Key_1.value
        if plain and self.sheet.isVisible() and 0 <= number < 9 and self.sheet.answers.pick(number):
            self.on.setFocus()
            return True
        return False


class _Scroll(Scrolling):
    """It asks for no more than it needs, so that what stands under it stays in sight."""

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """See above."""
        return self.minimumSizeHint()


class _Inside(QWidget):
    """What scrolls: it takes its keys before the scrolling does."""

    def __init__(self, view: WalkView) -> None:
        super().__init__()
        self._view = view

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """See above."""
        if not self._view.take_key(event):
            super().keyPressEvent(event)
