"""Confidentiality: the text that is read aloud, before the room while this is open, and who agreed to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.core.confidentiality import pledge_of, to_ask
from facilitator.core.people import Participant
from facilitator.core.session import Session
from facilitator.ui.console.actions import Actions
from facilitator.ui.console.panel import ENTER, Panel
from facilitator.ui.console.parts import scrolling
from facilitator.ui.console.phrases import local_clock
from facilitator.ui.console.row_list import RowList
from facilitator.ui.console.rows import Row
from facilitator.ui.console.to_room import ToRoom
from facilitator.ui.widgets import PlainLabel, PrimaryButton, Prose, SectionTitle, Tone
from facilitator.words import _, ngettext


def pledge_rows(session: Session) -> tuple[Row, ...]:
    """A row for everybody who is in the room, and for who agreed and left since."""
    people = [p for p in session.notebook.participants if p.present or pledge_of(session, p.id) is not None]
    return tuple(_row(session, person) for person in people)


def _row(session: Session, person: Participant) -> Row:
    partner, pledge = session.partner(person.partner_id), pledge_of(session, person.id)
    return Row(
        person.id,
        person.name or person.role,
        below="" if partner is None else partner.name,
        pill=_("not asked yet")
        if pledge is None
        else _("✓ agreed {time}").format(time=local_clock(session, pledge.at)),
        tone=Tone.PLAIN if pledge is None else Tone.CALM,
    )


class Confidentiality(Panel):
    """Space or Enter on a row ticks a person and goes to the next one; Ctrl+Enter ticks everybody who is there.

    Attributes:
        private: whether names may be in sight.
        to_room: whether the room reads along.
    """

    widest = 980

    def __init__(self, actions: Actions, shipped_text: Callable[[], str], host: QWidget) -> None:
        super().__init__(_("Confidentiality"), host)
        self._actions = actions
        self._shipped = shipped_text
        self._at: tuple[str, int] = ("", 0)
        self._text = ""
        self.private = True
        self.reading = Prose()
        self.reading.setAccessibleName(_("The text to read aloud"))
        self.list = RowList(_("Who agrees"))
        self.list.empty = _("Nobody is put down yet. F10 adds people.")
        self.folded = PlainLabel(
            _("Names are folded. F12 shows them when the room does not see this screen."), wrap=True
        )
        self.count = PlainLabel(role="soft", wrap=True)
        self.to_room = ToRoom()
        self.everyone = PrimaryButton()
        self._lay_out()
        self.list.opened.connect(self._tick)
        self.list.pill_clicked.connect(self._tick)
        self.everyone.clicked.connect(self._tick_everyone)
        self.to_room.wished.connect(self._tell_room)

    def _lay_out(self) -> None:
        left, right, both, bottom = QVBoxLayout(), QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        words = QWidget()
        inside = QVBoxLayout(words)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.addWidget(self.reading)
        inside.addStretch(1)
        left.addWidget(SectionTitle(_("Read this aloud")))
        left.addWidget(scrolling(words), 1)
        right.addWidget(SectionTitle(_("Who agrees")))
        right.addWidget(self.list, 1)
        right.addWidget(self.folded)
        right.addStretch(0)
        both.setSpacing(24)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        bottom.addWidget(self.to_room)
        bottom.addStretch(1)
        bottom.addWidget(self.count)
        bottom.addWidget(self.everyone)
        self.body.addLayout(both, 1)
        self.body.addLayout(bottom)

    # ---- coming and going

    def begin(self, *, private: bool) -> None:
        """Open, with the text before the room; without `private` no names."""
        session = self._actions.session
        self.private = private
        self._at = (session.course.step_id, session.course.page)
        self._text = session.script.confidentiality or self._shipped()
        self.reading.show_markdown(self._text)
        self.open()
        self.to_room.begin()
        self._tell_room()
        self.show_session(self._actions.session)
        self._choose_next()
        self.first_field().setFocus()

    def shut(self) -> None:
        """Close; the room goes back to its page."""
        if self.isVisible():
            super().shut()
            self._actions.show_confidentiality(None)

    def first_field(self) -> QWidget:
        """The list; without one the button."""
        return self.list if self.list.isVisible() and self.list.rows else self.everyone

    def show_session(self, session: Session) -> None:
        """Show who agreed. It belongs to the page at which it was opened."""
        if not self.isVisible():
            return
        if (session.course.step_id, session.course.page) != self._at:
            self.shut()
            return
        self.to_room.tell(shown=bool(session.course.confidentiality))
        self.list.show_rows(pledge_rows(session))
        had = self.list.hasFocus()
        self.list.setVisible(self.private)
        self.folded.setVisible(not self.private)
        left = len(to_ask(session))
        there = sum(person.present for person in session.notebook.participants)
        self.count.setText(
            _("{count} of {total} agreed").format(count=there - left, total=there) if left and left < there else ""
        )
        self.everyone.say(_everyone_words(left, there))
        if had and not self.private:
            self.everyone.setFocus()

    # ---- what it does

    def _tell_room(self) -> None:
        if self.isVisible():
            self._actions.show_confidentiality(self._text if self.to_room.isChecked() else None)

    def _tick(self, participant_id: str) -> None:
        agreed = pledge_of(self._actions.session, participant_id) is None
        if self._actions.toggle_pledge(participant_id, self._text) and agreed:
            self._choose_next(participant_id)

    def _choose_next(self, after: str = "") -> None:
        """Choose who is to be asked next, from here on, or else begin above."""
        ids = [row.id for row in self.list.rows]
        asking = {person.id for person in to_ask(self._actions.session)}
        start = ids.index(after) if after in ids else 0
        chosen = next(
            (one for one in (*ids[start:], *ids[:start]) if one in asking), after or (ids[0] if ids else None)
        )
        self.list.choose(chosen)

    def _tick_everyone(self) -> None:
        people = to_ask(self._actions.session)
        if not people:
            self.shut()
        elif self._actions.pledge(people, self._text):
            self._choose_next()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Ctrl+Enter ticks everybody."""
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._tick_everyone()
        else:
            super().keyPressEvent(event)


def _everyone_words(left: int, there: int) -> str:
    if not left:
        return _("Done (Esc)")
    if left == there:
        return _("Everyone who is here agrees (Ctrl+Enter)")
    return ngettext("The other one agrees too (Ctrl+Enter)", "The other {count} agree too (Ctrl+Enter)", left).format(
        count=left
    )
