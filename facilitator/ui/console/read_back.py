"""ReadBack: the agreements one by one, on the room's screen and here, to be confirmed; then the session is closed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.core.agreement import Agreement
from facilitator.core.held import kept_off_paper
from facilitator.core.session import Session
from facilitator.ui.console.actions import Actions
from facilitator.ui.console.agreeing.asking import (
    asked_words,
    fact_lines,
    gentle_words,
    held_words,
    lacking,
    left_words,
)
from facilitator.ui.console.agreements import agreement_row
from facilitator.ui.console.keys import Command
from facilitator.ui.console.panel import Panel
from facilitator.ui.console.parts import command_button, scrolling
from facilitator.ui.console.row_list import RowList
from facilitator.ui.console.rows import folded_words
from facilitator.ui.widgets import Button, Card, Pill, PlainLabel, PrimaryButton, SectionTitle, Tone
from facilitator.words import _

LOW_LINES = 20
"""A panel of fewer lines of text than this has no room for the list."""

ARROWS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class ReadBack(Panel):
    """Enter confirms and goes on, the arrows go without confirming. At the end the session can be closed.

    What an agreement lacks is asked for, and never in the way: Ctrl+E leads to the field, and closing stays possible.

    Signals:
        edit_wanted(str): this agreement is to be completed.
        session_closed(): the session was closed from here.
        check_wanted(): what is held back is to be checked first.
    """

    edit_wanted = Signal(str)
    session_closed = Signal()
    check_wanted = Signal()
    widest = 900

    def __init__(self, actions: Actions, host: QWidget) -> None:
        super().__init__(_("Read back and close"), host)
        self._actions = actions
        self._at: str | None = None
        self._sure = False
        self.private = True
        self.list = RowList(_("Agreements"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.empty = _("There are no agreements to read back.")
        self.list.clicked.connect(lambda _index: self._go(self.list.chosen))
        self.number = SectionTitle()
        self.state = Pill()
        self.what = PlainLabel(role="title", wrap=True)
        self.facts = PlainLabel(wrap=True)
        self.gently = PlainLabel(role="attention", wrap=True)
        self.edit = Button(_("Change (Ctrl+E)"))
        self.take_back = Button(_("Take the yes back"))
        self.confirm = PrimaryButton(_("Confirmed (Enter)"))
        self.question = PlainLabel(role="attention", wrap=True)
        self.check = command_button(Command.CHECK, _("Check"))
        self.close_session = Button(_("Close the session"))
        self._lay_out()
        for button in (self.edit, self.take_back, self.confirm, self.check, self.close_session):
            button.installEventFilter(self)  # a button would use the arrows to move among buttons
        self.edit.clicked.connect(self._edit)
        self.take_back.clicked.connect(self._take_back)
        self.confirm.clicked.connect(self._confirm)
        self.check.clicked.connect(self.check_wanted)
        self.close_session.clicked.connect(self._close)

    def _lay_out(self) -> None:
        card = Card()
        top, buttons, bottom = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.number, 1)
        top.addWidget(self.state)
        for button in (self.edit, self.take_back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.confirm)
        card.column.addLayout(top)
        words = QWidget()
        under = QVBoxLayout(words)
        under.setContentsMargins(0, 0, 0, 0)
        for label in (self.what, self.facts, self.gently):
            under.addWidget(label)
        under.addStretch(1)
        card.column.addWidget(scrolling(words), 1)
        card.column.addLayout(buttons)
        middle = QHBoxLayout()
        middle.addWidget(self.list, 2)
        middle.addWidget(card, 3)
        bottom.addWidget(self.question, 1)
        bottom.addWidget(self.check)
        bottom.addWidget(self.close_session)
        inside = QVBoxLayout()
        inside.addLayout(middle, 1)
        inside.addLayout(bottom)
        self.body.addLayout(inside, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Where there is little room, only the agreement itself."""
        super().resizeEvent(event)
        self.list.setVisible(self.height() > LOW_LINES * self.fontMetrics().height())

    # ---- what it shows

    def begin(self, *, private: bool) -> None:
        """Start at the first that nobody confirmed yet; without `private` no words that are to be checked."""
        self.private = private
        agreements = self._actions.session.notebook.agreements
        first = next((a.id for a in agreements if not a.confirmed), agreements[0].id if agreements else None)
        self._sure = False
        self.open()
        self._go(first)

    def first_field(self) -> QWidget:
        """The button that confirms; without agreements the one that closes."""
        return self.confirm if self._actions.session.notebook.agreements else self.close_session

    def show_session(self, session: Session) -> None:
        """Show the agreements as they are now."""
        if not self.isVisible():
            return
        agreements = session.notebook.agreements
        if session.agreement(self._at) is None:
            self._at = agreements[0].id if agreements else None
        self.list.show_rows(tuple(agreement_row(session, a, private=self.private) for a in agreements))
        self.list.choose(self._at)
        agreement = session.agreement(self._at)
        for widget in (self.edit, self.confirm):
            widget.setEnabled(agreement is not None)
        self.take_back.setVisible(agreement is not None and agreement.confirmed)
        self._show_agreement(session, agreement)
        self.check.setVisible(bool(kept_off_paper(session)))
        if not self._sure:
            self.question.setText(left_words(session))

    def _show_agreement(self, session: Session, agreement: Agreement | None) -> None:
        if agreement is None:
            for label in (self.number, self.what, self.facts, self.gently):
                label.setText("")
            self.state.hide()
            return
        agreements = session.notebook.agreements
        place = agreements.index(agreement) + 1
        self.number.setText(_("Agreement {number} of {total}").format(number=place, total=len(agreements)))
        self.state.show()
        if agreement.confirmed:
            self.state.say(_("✓ confirmed"))
        else:
            self.state.say(_("not confirmed yet"), Tone.PLAIN)
        folded = not self.private and session.notebook.is_held(agreement.id)
        self.what.setText(folded_words() if folded else agreement.what)
        self.facts.setText("" if folded else "\n".join(fact_lines(session, agreement)))
        self.gently.setText(gentle_words(agreement))
        self.edit.say(_("Complete (Ctrl+E)") if agreement.missing else _("Change (Ctrl+E)"))

    # ---- going through them

    def next_words(self) -> str:
        """The button for going on names the next agreement."""
        return _("Next agreement") if self._beside(1) is not None else _("Close the session")

    def step(self, by: int) -> bool:
        """On or back among the agreements; past the last is the button that closes."""
        other = self._beside(by)
        if other is not None:
            self._go(other)
        elif by > 0:
            self.close_session.setFocus()
        return True

    def _beside(self, by: int) -> str | None:
        ids = [agreement.id for agreement in self._actions.session.notebook.agreements]
        if self._at not in ids:
            return None
        place = ids.index(self._at) + by
        return ids[place] if 0 <= place < len(ids) else None

    def _go(self, agreement_id: str | None) -> None:
        self._at = agreement_id
        self._sure = False
        self.close_session.say(_("Close the session"))
        if agreement_id is not None:
            held = self._actions.session.notebook.is_held(agreement_id)
            self._actions.read_back(None if held else agreement_id)  # the room does not look at another one meanwhile
            self.say(held_words() if held else "")
            self.confirm.setFocus()
        self.show_session(self._actions.session)

    def _confirm(self) -> None:
        if self._at is not None and self._actions.confirm(self._at):
            self.step(1)

    def _take_back(self) -> None:
        if self._at is not None:
            self._actions.confirm(self._at, confirmed=False)

    def _edit(self) -> None:
        """Complete the agreement at hand; while closing is asked about, the first that lacks something."""
        missing = lacking(self._actions.session) if self._sure else ()
        if missing:
            self._go(missing[0].id)
        if self._at is not None:
            self.edit_wanted.emit(self._at)

    # ---- closing

    def _close(self) -> None:
        """Close; while agreements are unconfirmed, or texts held back, only after one clear question."""
        asked = asked_words(self._actions.session, private=self.private)
        if asked and not self._sure:
            self._sure = True
            self.question.setText(asked)
            self.close_session.say(_("Yes, close the session"))
            return
        if self._actions.close():
            self.hide()
            self.closed.emit()
            self.session_closed.emit()

    def resume(self) -> None:
        """Go on where it was: what was held back may be shown now."""
        if self.isVisible():
            self._go(self._at)

    def shut(self) -> None:
        """Close the panel; the room goes back to the step."""
        if self.isVisible():
            self._actions.read_back(None)
        super().shut()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """The arrows go through the agreements, whichever button has the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ARROWS:
            self.step(ARROWS[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Ctrl+E changes the agreement."""
        if event.key() == Qt.Key.Key_E and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._edit()
        else:
            super().keyPressEvent(event)
