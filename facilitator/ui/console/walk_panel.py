"""WalkPanel: an instrument in a session, one question at a time. The room follows when that is wanted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.core.card import Card
from facilitator.core.session import Session
from facilitator.core.walk import instruments
from facilitator.ui.console.actions import Actions
from facilitator.ui.console.card_panel import Known
from facilitator.ui.console.keys import Command, key_of
from facilitator.ui.console.panel import Panel
from facilitator.ui.console.parts import command_button
from facilitator.ui.console.to_room import ToRoom
from facilitator.ui.console.walk_choice import WalkChoice
from facilitator.ui.console.walk_deeds import WalkDeeds
from facilitator.ui.knowledge.walk.walk_view import WalkView
from facilitator.ui.widgets import Button, PlainLabel
from facilitator.words import _


class WalkPanel(Panel):
    """First the choice, then the questions. F9 makes an agreement of the next step in sight, or of what is chosen.

    Attributes:
        choice: which instrument, and its buttons by id of card or walk.
        view: the questions; folded away while private things are, unless the room sees them too.
        folded: stands in their place then.
        agree_it: makes an agreement.
        to_room, with_notes: whether the room sees the question too, and what was written with it. Both tell what is
            before the room now; what is written is ticked for one question, and for the next one anew.
        private: whether what is for the facilitator alone is in sight.
    """

    widest = 1060
    tallest = 1.0

    def __init__(self, actions: Actions, known: Known, waiting: Callable[[], int], host: QWidget) -> None:
        super().__init__(_("Instruments"), host)
        self._known = known
        self._waiting = waiting
        self._deeds = WalkDeeds(actions)
        self.private = True
        self.choice, self.walking = WalkChoice(), QWidget()
        self.choices, self.removes = self.choice.choices, self.choice.removes
        self.view = WalkView(self._deeds, actions.session.details.day, agrees=True)
        self.folded = PlainLabel(_folded_words(), "soft", wrap=True)
        self.folded.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.others = Button(_("Other instruments"))
        self.to_room = ToRoom()
        self.to_room.tell(shown=False)
        self.with_notes = QCheckBox(_("With the notes"))
        self.agree_it = command_button(Command.MAKE_AGREEMENT, _("Make an agreement"))
        self._lay_out()
        self.choice.begun.connect(self._begin)
        self.choice.taken_up.connect(self._take_up)
        self.choice.removed.connect(self._remove)
        self.others.clicked.connect(self._choose)
        self.to_room.wished.connect(self._tell_room)
        self.with_notes.toggled.connect(lambda _on: self._tell_room())
        self.view.moved.connect(self._moved)
        self.view.left.connect(self._choose)
        self.view.end.agreement_wanted.connect(self._agree)
        self.agree_it.clicked.connect(self.agree)

    def _lay_out(self) -> None:
        head, inside = QHBoxLayout(), QVBoxLayout(self.walking)
        inside.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.others)
        head.addStretch(1)
        head.addWidget(self.to_room)
        head.addWidget(self.with_notes)
        inside.addLayout(head)
        inside.addWidget(self.folded)
        inside.addWidget(self.view, 1)
        self.view.beside.insertWidget(0, self.agree_it)
        self.body.addWidget(self.choice, 1)
        self.body.addWidget(self.walking, 1)

    # ---- coming and going

    def begin(self, *, private: bool) -> None:
        """Open where it was left, or at the choice."""
        self.private = private
        self._put_in_sight(self.walking if self._deeds.is_there else self.choice)
        self.open()
        self.show_session(self._deeds.session)
        self.first_field().setFocus()

    def give_up(self) -> None:
        """Close, unless something is typed that cannot be read."""
        if not self._is_walking or not self.view.sheet.is_wrong():
            self.shut()

    def shut(self) -> None:
        """Close; the room goes back to its step."""
        if self.isVisible():
            if self._is_walking:
                self.view.sheet.keep()
            self._deeds.hide()
        super().shut()

    def show_session(self, session: Session) -> None:
        """Show the walk as it is now; the choice again when it was taken back."""
        if not self.isVisible():
            return
        if self._is_walking and not self._deeds.is_there:
            self._put_in_sight(self.choice)
        if self._is_walking:
            self.view.private = self.private
            self.view.owners = [partner.name for partner in session.notebook.partners]
            self.view.agreed = self._deeds.agreed
            self.view.show_walk()
            self._name_agreement()
            self._tell_seen()
        else:
            cards, waiting = instruments(self._known()), self._waiting()
            self.choice.offer(session.notebook.walks, cards, waiting, private=self.private)

    def _tell_seen(self) -> None:
        """Tell whether the room sees what is in sight here, and fold that where only the facilitator may."""
        shown, notes = self._deeds.shows(self.view.at), self._deeds.shows_notes(self.view.at)
        blocked = QSignalBlocker(self.with_notes)
        self.to_room.tell(shown=shown)
        self.with_notes.setChecked(notes)
        blocked.unblock()
        self.with_notes.setEnabled(shown)
        self.view.sheet.keeps_pauses = not notes  # half a name is not known for one
        folds = self._is_folded and self.view.isVisible()
        self.folded.setVisible(self._is_folded)
        self.view.setVisible(not self._is_folded)
        focused = QApplication.focusWidget()
        if folds and (focused is None or self.isAncestorOf(focused)):
            self.to_room.setFocus()

    @property
    def _is_walking(self) -> bool:
        return self.walking.isVisibleTo(self)

    @property
    def _is_folded(self) -> bool:
        return self._is_walking and not self.private and not self._deeds.shows(self.view.at)

    def _put_in_sight(self, part: QWidget) -> None:
        for each in (self.choice, self.walking):
            each.setVisible(each is part)
        walks = part is self.walking and self._deeds.is_there
        self.title.setText(self._deeds.walk.title if walks else _("Instruments"))

    # ---- which instrument

    def renew(self) -> None:
        """Look again which instruments there are: others have come."""
        if self.isVisible() and not self._is_walking:
            held = self.choice.isAncestorOf(QApplication.focusWidget() or self)
            self.show_session(self._deeds.session)
            if held:
                self.first_field().setFocus()

    def _begin(self, card: Card) -> None:
        if self._deeds.begin(card):
            self._walk()

    def _take_up(self, walk_id: str) -> None:
        if self._deeds.take_up(walk_id):
            self._walk()

    def _remove(self, walk_id: str) -> None:
        self._deeds.remove(walk_id)
        self.first_field().setFocus()

    def _walk(self) -> None:
        self._put_in_sight(self.walking)
        self.view.at = ""
        self.view.begin()
        self.show_session(self._deeds.session)
        if self._is_folded:
            self.to_room.setFocus()

    def _choose(self) -> None:
        if self.view.sheet.is_wrong():
            return
        self.view.sheet.keep()
        self._deeds.hide()
        self._deeds.put_down()
        self._put_in_sight(self.choice)
        self.show_session(self._deeds.session)
        self.first_field().setFocus()

    def first_field(self) -> QWidget:
        """What is asked, or the first to choose."""
        if self._is_folded:
            return self.to_room
        if self._is_walking:
            return self.view.sheet.first_field() if self.view.question is not None else self.view.end.first_field()
        return next(iter(self.choices.values()), self.close_button)

    # ---- going on

    def next_words(self) -> str:
        """The button for going on names the next question, or what follows."""
        if self._is_folded:
            return _("Next question →")
        return self.view.next_words() if self._is_walking else ""

    def step(self, by: int) -> bool:
        """On or back in the questions; at the end going on closes it."""
        if not self._is_walking:
            return False
        if self._is_folded:
            self.say(_folded_words())
            return True
        if by < 0:
            return self.view.backward()
        if not self.view.forward():
            self.shut()
        return True

    def _name_agreement(self) -> None:
        """The key for an agreement is told where there can be one."""
        asked = self.view.question is not None
        plans = asked and self._deeds.walk.instrument.plans
        left = not asked and any(button.isEnabled() for button in self.view.end.agrees.values())
        self.agree_it.setVisible((plans and self.private) or left)

    def _moved(self) -> None:
        self._name_agreement()
        if self.to_room.isChecked():
            self._deeds.show(self.view.at, notes=self._deeds.shows_notes(self.view.at))
        self.opened.emit()  # the button for going on says something else now

    def _tell_room(self) -> None:
        if not self._deeds.is_there:
            return
        wanted, notes = self.to_room.isChecked(), self.with_notes.isChecked()  # keeping what is typed tells them anew
        self.view.sheet.keep()
        if wanted:
            self._deeds.show(self.view.at, notes=notes)
        else:
            self._deeds.hide()

    # ---- agreements

    def agree(self) -> None:
        """Make an agreement of the next step in sight; at the end of what has the keyboard, else of the first."""
        if not self._is_walking:
            return
        if self._is_folded or (self.view.question is not None and not self.private):
            self.say(_folded_words())
            return
        self.view.sheet.keep()
        if self.view.question is not None:
            self._agree(self.view.at, self._deeds.walk.said(self.view.at).next_step)
            return
        open_ones = [place for place, button in self.view.end.agrees.items() if button.isEnabled()]
        chosen = [place for place in open_ones if self.view.end.agrees[place].hasFocus()]
        for question_id, what in (chosen or open_ones)[:1]:
            self._agree(question_id, what)

    def _agree(self, question_id: str, what: str) -> None:
        if not what:
            self.say(_("There is no next step yet to make an agreement of."))
        elif (question_id, what) in self._deeds.agreed:
            self.say(_("That was agreed already."))
        elif self._deeds.agree(question_id, what):  # why not is told by the console
            self.say(_("Agreement made: {what}").format(what=what))
            if self.view.question is None:
                self.view.take_keyboard()


def _folded_words() -> str:
    """What to do while the questions are folded."""
    words = _("Folded: the room does not see this yet. Tick above that it sees this too, or unfold it with {key}.")
    return words.format(key=key_of(Command.FOLD).sign)
