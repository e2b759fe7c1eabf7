"""LookBack: what was agreed in earlier sessions, one by one: how it stands, in one key each."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.core.agreement import AgreementRef, Status
from facilitator.core.events import LookBackItem, LookedBack
from facilitator.core.look_back import carried, in_order, item_of, said_of, status_of, strangers
from facilitator.core.session import Session
from facilitator.ui.console import look_back_words as words
from facilitator.ui.console.choices import Choices
from facilitator.ui.console.look_back_deeds import LookBackDeeds
from facilitator.ui.console.panel import Panel
from facilitator.ui.console.parts import scrolling
from facilitator.ui.console.read_back import ARROWS
from facilitator.ui.console.row_list import RowList
from facilitator.ui.console.rows import folded_words
from facilitator.ui.status_words import signed
from facilitator.ui.widgets import Button, Card, LineEdit, Pill, PlainLabel, PrimaryButton, SectionTitle
from facilitator.words import _

LOW_LINES = 25
"""A panel of fewer lines of text than this has no room for the list."""

STATUSES = (Status.KEPT, Status.BUSY, Status.NOT_KEPT, Status.DROPPED, Status.HANDED_OVER)
"""In the order of their keys, 1 to 5: letters would take the B of a presenter's clicker."""
ASKING = frozenset({Status.NOT_KEPT, Status.HANDED_OVER})
"""After these comes a question first; after the others the next agreement."""


class LookBack(Panel):
    """1 to 5 say how it stands, the arrows and PgUp PgDn go through the agreements. It is private until S is pressed.

    Signals:
        edit_wanted(str): this agreement of now is to be put right.
        turned(): it shows another agreement.
    """

    edit_wanted = Signal(str)
    turned = Signal()
    widest = 980

    def __init__(self, deeds: LookBackDeeds, host: QWidget) -> None:
        super().__init__(_("Look back: what was agreed before"), host)
        self._deeds = deeds
        self._at: AgreementRef | None = None
        self._said: tuple[LookedBack, ...] = ()
        self.private = True
        self.list = RowList(_("Agreements of before"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.empty = _("There is nothing to look back on.")
        self.list.clicked.connect(lambda _index: self._go(self._ref_of(self.list.chosen)))
        self.left = PlainLabel(role="soft")
        self.side = QWidget()
        self.number, self.state = SectionTitle(), Pill()
        self.what = PlainLabel(role="title", wrap=True)
        self.facts = PlainLabel(wrap=True)
        self.table = PlainLabel(role="attention", wrap=True)
        labels = [f"{signed(status)}  {number}" for number, status in enumerate(STATUSES, start=1)]
        self.status = Choices(_("How it stands"), labels, arrows=False)
        self.asked = PlainLabel(role="strong")
        self.line = LineEdit(_("Remark"), "")
        self.to_room = Button()
        self.carry = Button(_("Goes on in this meeting (D)"))
        self.adjust = Button(_("Adjust it (A)"))
        self.on = PrimaryButton()
        self._lay_out()
        for button in (*self.status.buttons, self.to_room, self.carry, self.adjust, self.on):
            button.installEventFilter(self)  # a button would use the arrows to move among buttons
        self.status.picked.connect(self._pick)
        self.line.editingFinished.connect(self._keep_words)
        self.line.returnPressed.connect(self._go_on)
        self.to_room.clicked.connect(self._turn_room)
        self.carry.clicked.connect(self._carry)
        self.adjust.clicked.connect(self._adjust)
        self.on.clicked.connect(lambda: self.step(1))

    def _lay_out(self) -> None:
        card, inside, side = Card(), QWidget(), QVBoxLayout(self.side)
        side.setContentsMargins(0, 0, 0, 0)
        top, asked, buttons, middle = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.number, 1)
        top.addWidget(self.state)
        under = QVBoxLayout(inside)
        under.setContentsMargins(0, 0, 0, 0)
        for label in (self.what, self.facts):
            under.addWidget(label)
        under.addStretch(1)
        asked.addWidget(self.asked)
        asked.addWidget(self.line, 1)
        for button in (self.to_room, self.carry, self.adjust):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.on)
        card.column.addLayout(top)
        card.column.addWidget(self.table)  # outside what scrolls: it must be in sight where D is pressed
        card.column.addWidget(scrolling(inside), 1)
        side.addWidget(self.list, 1)
        side.addWidget(self.left)
        middle.addWidget(self.side, 2)
        middle.addWidget(card, 3)
        self.body.addLayout(middle, 1)
        self.body.addWidget(self.status)
        self.body.addLayout(asked)
        self.body.addLayout(buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Where there is little room, only the agreement itself."""
        super().resizeEvent(event)
        low = self.height() <= LOW_LINES * self.fontMetrics().height()
        self.what.set_role("card-title" if low else "title")
        self.side.setVisible(not low)

    # ---- coming and going

    def begin(self, *, private: bool) -> None:
        """Start at the first of which nothing was said yet."""
        self.private = private
        session = self._deeds.session
        items = in_order(session)
        fresh = (item for item in items if said_of(session, item.ref) is None and carried(session, item.ref) is None)
        self._at = next((item.ref for item in (*fresh, *items)), None)
        self._said = session.notebook.looked_back
        self.open()
        self.say("")
        self._go(self._at)

    def first_field(self) -> QWidget:
        """How it stands; where there is nothing, the button that closes."""
        return self.status.buttons[max(0, self.status.chosen)] if self._item is not None else self.on

    def shut(self) -> None:
        """Close; what was typed is kept, and the room goes back to the step."""
        if self.isVisible():
            self._keep_words()
            self._deeds.show(None)
        super().shut()

    # ---- what it shows

    @property
    def _item(self) -> LookBackItem | None:
        return item_of(self._deeds.session, self._at)

    def show_session(self, session: Session) -> None:
        """Show the agreements as they stand now; go to the one of which a word was taken back."""
        if not self.isVisible():
            return
        self._follow(session)
        items = in_order(session)
        if item_of(session, self._at) is None:
            self._at = items[0].ref if items else None
        self.list.show_rows(tuple(words.look_back_row(session, item) for item in items))
        self.list.choose(None if self._at is None else words.row_id(self._at))
        self.left.setText(words.left_words(session))
        item = item_of(session, self._at)
        for widget in (self.status, self.line, self.to_room, self.carry, self.adjust):
            widget.setEnabled(item is not None)
        self.on.say(self.next_words())
        if item is None:
            for label in (self.number, self.what, self.facts, self.table):
                label.setText("")
            self.state.hide()
        else:
            self._show_item(session, item, items.index(item) + 1, len(items))

    def _follow(self, session: Session) -> None:
        """Go to what was taken back, or made again."""
        before, now = self._said, session.notebook.looked_back
        self._said = now
        changed = {said.ref for said in set(before) ^ set(now)}
        if len(changed) == 1 and self._at not in changed:
            self._at = changed.pop()
            self.line.setModified(False)

    def _show_item(self, session: Session, item: LookBackItem, number: int, total: int) -> None:
        pill, tone = words.standing_words(session, item)
        self.number.setText(_("Agreement {number} of {total}").format(number=number, total=total))
        self.state.setVisible(bool(pill))
        self.state.say(pill, tone)
        self.what.setText(item.agreement.what)
        self.facts.setText("\n".join(words.fact_lines(session, item)))
        self.table.setText(words.table_words(session, item))
        self.table.setVisible(bool(self.table.text()))
        said = said_of(session, item.ref)
        self.status.choose(STATUSES.index(said.status) if said is not None and said.status in STATUSES else -1)
        self.asked.setText(words.asked_words(status_of(session, item)))
        self.line.setAccessibleName(self.asked.text())
        if not self.line.isModified():
            text = words.said_words(session, item, private=self.private)
            folded = text == folded_words()
            self.line.setText("" if folded else text)
            self.line.setReadOnly(folded)
            self.line.setPlaceholderText(text if folded else "")
        shown = session.course.look_back_ref == item.ref
        self.to_room.say(_("Away from the room (S)") if shown else _("Before the room (S)"))
        self.to_room.setEnabled(not strangers(session, item))
        further = carried(session, item.ref) is not None
        self.carry.say(_("Goes on in this meeting ✓") if further else _("Goes on in this meeting (D)"))
        self.carry.setEnabled(not further)

    # ---- going through them

    def next_words(self) -> str:
        """The button for going on names the next agreement, or the end."""
        return _("Done") if self._beside(1) is None else _("Next agreement")

    def step(self, by: int) -> bool:
        """On or back among the agreements; after the last it closes."""
        other = self._beside(by)
        if other is not None:
            self._go(other)
        elif by > 0:
            self.shut()
        return True

    def _beside(self, by: int) -> AgreementRef | None:
        refs = [item.ref for item in in_order(self._deeds.session)]
        if self._at not in refs:
            return None
        place = refs.index(self._at) + by
        return refs[place] if 0 <= place < len(refs) else None

    def _ref_of(self, row: str | None) -> AgreementRef | None:
        refs = (item.ref for item in in_order(self._deeds.session))
        return next((ref for ref in refs if words.row_id(ref) == row), self._at)

    def _go(self, ref: AgreementRef | None) -> None:
        self._keep_words()
        self._at = ref
        self.show_session(self._deeds.session)
        self.first_field().setFocus()
        self.turned.emit()

    def _go_on(self) -> None:
        """On to the next; after the last one only tell so: it may have been a slip."""
        following = self._beside(1)
        if following is not None:
            self._go(following)
        else:
            self._keep_words()
            self.say(words.left_words(self._deeds.session))
            self.on.setFocus()

    # ---- what is said

    def _pick(self, index: int) -> None:
        """Say how it stands: what was chosen again stays so."""
        said = None if self._at is None else said_of(self._deeds.session, self._at)
        if self._at is None or (index < 0 and said is None):
            return
        status = said.status if said is not None and index < 0 else STATUSES[index]
        typed = self.line.text().strip() if self.line.isModified() else ""
        self.line.setModified(False)
        if not self._deeds.say(self._at, status, typed):
            self.show_session(self._deeds.session)
        elif status in ASKING:
            self.show_session(self._deeds.session)
            self.line.setFocus()
        else:
            self._go_on()

    def _keep_words(self) -> None:
        if self.line.isModified() and self._at is not None:
            self.line.setModified(False)
            self._deeds.write(self._at, self.line.text().strip())

    def _turn_room(self) -> None:
        shown = self._deeds.session.course.look_back_ref == self._at
        self._deeds.show(None if shown else self._at)

    def _carry(self) -> str:
        item = self._item
        made = "" if item is None else self._deeds.carry_over(item)
        self.first_field().setFocus()
        return made

    def _adjust(self) -> None:
        if made := self._carry():
            self.edit_wanted.emit(made)

    # ---- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """The arrows go through the agreements, whichever button has the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ARROWS:
            other = self._beside(ARROWS[Qt.Key(event.key())])
            if other is not None:
                self._go(other)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """A number says how it stands; while something is typed it is one of its signs."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        act = {Qt.Key.Key_S: self.to_room, Qt.Key.Key_D: self.carry, Qt.Key.Key_A: self.adjust}.get(Qt.Key(event.key()))
        number = event.key() - Qt.Key.Key_1.value
        if held or self._item is None:
            super().keyPressEvent(event)
        elif 0 <= number < len(STATUSES):
            self._pick(number)
        elif act is not None:
            act.click()
        else:
            super().keyPressEvent(event)
