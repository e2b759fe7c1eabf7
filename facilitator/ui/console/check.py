"""Check: walks through what is held back because it looks like personal data; a person decides, one thing at a time."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from facilitator.core.events import Decision, Spotted
from facilitator.core.held import Held, found_at, held_texts, title_of
from facilitator.core.session import Session
from facilitator.ui.console.panel import ENTER, Panel
from facilitator.ui.findings import proposal, seen_words
from facilitator.ui.widgets import Button, Card, LineEdit, MarkedText, Pill, PlainLabel, SectionTitle, Tone
from facilitator.words import _

WAYS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
SCROLLS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True, slots=True)
class _Item:
    """One thing to decide about, and the text it stands in."""

    held: Held
    spotted: Spotted

    def same_as(self, other: _Item) -> bool:
        """Whether it is the same words in the same text, whatever else was changed there."""
        return (self.held.subject_id, self.spotted) == (other.held.subject_id, other.spotted)


class Check(Panel):
    """V, I and T decide, the arrows go to another finding, Esc leaves it for later.

    Whoever opens it records what was decided, and then calls `show_session` and `go_on`.

    Attributes:
        text: the text, with what was found in it marked.
        instead: the line with what is to stand there instead.

    Signals:
        settled(str, str, Decision): this was decided about these words of the text with this id.
        replaced(str, str, str): in the text with this id the first words are to be replaced by the second.
        reopen_wanted(): the session is to be reopened, so that words can be replaced.
        finished(): nothing is left to check.
    """

    settled = Signal(str, str, object)
    replaced = Signal(str, str, str)
    reopen_wanted = Signal()
    finished = Signal()
    widest = 820
    tallest = 0.5

    def __init__(self, host: QWidget, *, can_replace: bool = True) -> None:
        super().__init__(_("Check"), host)
        self._can_replace = can_replace
        self._session: Session | None = None
        self._items: tuple[_Item, ...] = ()
        self._at = 0
        self.number = SectionTitle()
        self.sort = Pill(tone=Tone.PLAIN)
        self.place = PlainLabel(role="small", wrap=True)
        self.text = MarkedText(_("The text"))
        self.found = PlainLabel(role="strong", wrap=True)
        self.replace = Button(_("Replace (V)") if can_replace else _("Reopen to replace …"))
        self.instead = LineEdit(_("What stands there instead"), parent=self)
        self.instead.setHidden(not can_replace)
        self.invented = Button(_("Is invented (I)"))
        self.show_anyway = Button(_("Show anyway (T)"))
        self.before, self.after = Button(_("Previous (←)")), Button(_("Next (→)"))
        self.later = Button(_("Later (Esc)"))
        self._lay_out()
        self._wire()

    def _wire(self) -> None:
        self.replace.clicked.connect(self._to_replacing)
        self.invented.clicked.connect(lambda: self._settle(Decision.INVENTED))
        self.show_anyway.clicked.connect(lambda: self._settle(Decision.SHOWN))
        self.before.clicked.connect(lambda: self._go(-1))
        self.after.clicked.connect(lambda: self._go(1))
        self.later.clicked.connect(self.give_up)
        for button in (self.replace, self.invented, self.show_anyway, self.before, self.after, self.later):
            button.installEventFilter(self)  # a button would use the arrows to move among buttons

    def _lay_out(self) -> None:
        card = Card()
        top, bottom, choices = QHBoxLayout(), QHBoxLayout(), QGridLayout()
        top.addWidget(self.number)
        top.addWidget(self.place, 1)
        top.addWidget(self.sort)
        card.column.addLayout(top)
        card.column.addWidget(self.text, 1)
        told = (
            _("Enter puts it there, everywhere in this text."),
            _("Counts for the whole session."),
            _("Counts for this text. That you chose this is kept in the session, with the time."),
        )
        if not self._can_replace:
            told = (_("The session is closed. Words are replaced after reopening it."), *told[1:])
        for row, (button, words) in enumerate(zip((self.replace, self.invented, self.show_anyway), told, strict=True)):
            choices.addWidget(button, row, 0)
            if row == 0 and self._can_replace:
                choices.addWidget(self.instead, row, 1)
                choices.addWidget(PlainLabel(words, "small", wrap=True), row, 2)
            else:
                choices.addWidget(PlainLabel(words, "small", wrap=True), row, 1, 1, 2)
        choices.setColumnStretch(1, 3)
        choices.setColumnStretch(2, 4)
        choices.setHorizontalSpacing(12)
        bottom.addWidget(PlainLabel(_("This program warns. It does not see everything."), "small", wrap=True), 1)
        for button in (self.before, self.after, self.later):
            bottom.addWidget(button)
        self.body.addWidget(card, 1)
        self.body.addWidget(self.found)
        self.body.addLayout(choices)
        self.body.addLayout(bottom)

    # ---- coming and going

    def begin(self, session: Session, subject_id: str | None = None) -> None:
        """Open at this text when it is held back, otherwise at the first that is."""
        self.show_session(session)
        self._at = next((i for i, item in enumerate(self._items) if item.held.subject_id == subject_id), 0)
        self._show()
        self.open()
        self._announce()

    def first_field(self) -> QWidget:
        """Replacing: what Enter does by accident only opens a line."""
        return self.replace if self._items else self.close_button

    def go_on(self) -> None:
        """After a decision: to what is left, or away when nothing is."""
        if self._items:
            self.first_field().setFocus()
            self._announce()
        else:
            self.shut()
            self.finished.emit()

    # ---- what it shows

    def show_session(self, session: Session) -> None:
        """Show what is left to decide; what came back is shown first."""
        before, self._session = self._items, session
        self._items = tuple(_Item(held, spotted) for held in held_texts(session) for spotted in held.spotted)
        if self._items == before:
            return
        self._at = _place_after(before, self._at, self._items)
        self._show()

    def _show(self) -> None:
        for widget in (self.replace, self.instead, self.invented, self.show_anyway):
            widget.setEnabled(bool(self._items))
        for button in (self.before, self.after):
            button.setEnabled(len(self._items) > 1)
        if not self._items or self._session is None:
            self.number.setText("")
            self.place.setText("")
            self.sort.hide()
            self.text.show_text("", (), ())
            self.found.setText(_("There is nothing to check."))
            return
        item = self._items[self._at]
        texts = list(dict.fromkeys(one.held.subject_id for one in self._items))
        place = texts.index(item.held.subject_id) + 1
        self.number.setText(_("Text {number} of {total}").format(number=place, total=len(texts)))
        self.place.setText(title_of(self._session, item.held.written))
        self.sort.say(_(item.held.written.sort.value), Tone.PLAIN)
        self.sort.show()
        others = [span for one in item.held.spotted for span in found_at(item.held.text, one.text)]
        self.text.show_text(item.held.text, others, found_at(item.held.text, item.spotted.text))
        self.found.setText(self._found_words())
        self.instead.setText(proposal(item.spotted.kind))

    def _found_words(self) -> str:
        item = self._items[self._at]
        here, seen = item.held.spotted, seen_words((item.spotted,))
        if len(here) == 1:
            return seen
        number = here.index(item.spotted) + 1
        return _("{number} of {total} in this text. {seen}").format(number=number, total=len(here), seen=seen)

    def _announce(self) -> None:
        if self._items:
            item = self._items[self._at]
            self.text.setAccessibleDescription(item.held.text)
            text = f"{self.number.text()}. {self.found.text()} {item.held.text}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    # ---- deciding

    def _to_replacing(self) -> None:
        if self._can_replace:
            self.instead.setFocus()
            self.instead.selectAll()
        else:
            self.shut()
            self.reopen_wanted.emit()

    def _put_instead(self) -> None:
        new = " ".join(self.instead.text().split())
        if not new:
            self.say(_("Type what is to stand there instead."))
            return
        if self._items:
            self.say("")
            item = self._items[self._at]
            self.replaced.emit(item.held.subject_id, item.spotted.text, new)

    def _settle(self, decision: Decision) -> None:
        if self._items:
            self.say("")
            item = self._items[self._at]
            self.settled.emit(item.held.subject_id, item.spotted.text, decision)

    def _go(self, by: int) -> None:
        if self._items:
            self._at = (self._at + by) % len(self._items)
            self.say("")
            self._show()
            self._announce()

    # ---- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """The arrows go through the findings and the text, whichever button has the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is not self.parent():
            key = event.key()
            if key in WAYS:
                self._go(WAYS[Qt.Key(key)])
                return True
            if key in SCROLLS:
                bar = self.text.verticalScrollBar()
                bar.setValue(bar.value() + SCROLLS[Qt.Key(key)] * self.fontMetrics().height())
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """V, I and T decide; in the line Enter puts it in place and Esc goes back to the choices."""
        acts = {Qt.Key.Key_V: self.replace, Qt.Key.Key_I: self.invented, Qt.Key.Key_T: self.show_anyway}
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Escape and self.instead.hasFocus():
            self.first_field().setFocus()
        elif event.key() in ENTER and self.instead.hasFocus():
            self._put_instead()
        elif plain and event.key() in acts and not self.instead.hasFocus() and not event.isAutoRepeat():
            acts[Qt.Key(event.key())].click()
        else:
            super().keyPressEvent(event)


def _place_after(before: tuple[_Item, ...], at: int, now: tuple[_Item, ...]) -> int:
    """Where to be after a change: at what came back, else where we were, else in the same text, else what follows."""
    was = before[at] if before else None
    fresh = [i for i, item in enumerate(now) if before and not any(item.same_as(one) for one in before)]
    same = [i for i, item in enumerate(now) if was is not None and item.same_as(was)]
    beside = [i for i, item in enumerate(now) if was is not None and item.held.subject_id == was.held.subject_id]
    return next(iter((*fresh, *same, *beside)), max(0, min(at, len(now) - 1)))
