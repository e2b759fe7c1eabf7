"""WalkPanel: an instrument in a session, one question at a time. The room follows when that is wanted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.core.card import Card
from facilitator.core.session import Session
from facilitator.core.walk import Walk, instruments
from facilitator.ui.console.actions import Actions
from facilitator.ui.console.card_panel import Known
from facilitator.ui.console.keys import Command
from facilitator.ui.console.panel import Panel
from facilitator.ui.console.parts import command_button
from facilitator.ui.console.to_room import ToRoom
from facilitator.ui.console.walk_deeds import WalkDeeds
from facilitator.ui.knowledge.known_cards import held_words
from facilitator.ui.knowledge.walk.end_sheet import end_words
from facilitator.ui.knowledge.walk.walk_view import WalkView
from facilitator.ui.widgets import Button, PlainLabel
from facilitator.words import _


class WalkPanel(Panel):
    """First the choice, then the questions. F9 makes an agreement of the next step in sight, or of what is chosen.

    Attributes:
        choices: the buttons of the choice: begin an instrument, or go on with a walk, by id of card or walk.
        view: the questions.
        agree_it: makes an agreement.
        to_room, with_notes: whether the room sees the question too, and what was written with it.
        private: whether what was written is in sight.
    """

    widest = 1060
    tallest = 1.0

    def __init__(self, actions: Actions, known: Known, waiting: Callable[[], int], host: QWidget) -> None:
        super().__init__(_("Instruments"), host)
        self._known = known
        self._waiting = waiting
        self._deeds = WalkDeeds(actions)
        self.private = True
        self.choices: dict[str, Button] = {}
        self.removes: dict[str, Button] = {}
        self.choice, self.walking = QWidget(), QWidget()
        self._choice = QVBoxLayout(self.choice)
        self.view = WalkView(self._deeds, actions.session.details.day, agrees=True)
        self.others = Button(_("Other instruments"))
        self.to_room = ToRoom()
        self.to_room.tell(shown=False)
        self.with_notes = QCheckBox(_("With the notes"))
        self.agree_it = command_button(Command.MAKE_AGREEMENT, _("Make an agreement"))
        self._lay_out()
        self.others.clicked.connect(self._choose)
        self.to_room.wished.connect(self._tell_room)
        self.with_notes.toggled.connect(lambda _on: self._tell_room())
        self.view.moved.connect(self._moved)
        self.view.left.connect(self._choose)
        self.view.end.agreement_wanted.connect(self._agree)
        self.agree_it.clicked.connect(self.agree)

    def _lay_out(self) -> None:
        head, inside = QHBoxLayout(), QVBoxLayout(self.walking)
        self._choice.setContentsMargins(0, 0, 0, 0)
        inside.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.others)
        head.addStretch(1)
        head.addWidget(self.to_room)
        head.addWidget(self.with_notes)
        inside.addLayout(head)
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
        self.to_room.tell(shown=self._deeds.is_shown)
        self.with_notes.setEnabled(self._deeds.is_shown)
        if self._is_walking:
            self.view.private = self.private
            self.view.owners = [partner.name for partner in session.notebook.partners]
            self.view.agreed = self._deeds.agreed
            self.view.show_walk()
            self._name_agreement()
        else:
            self._offer(session)

    @property
    def _is_walking(self) -> bool:
        return self.walking.isVisibleTo(self)

    def _put_in_sight(self, part: QWidget) -> None:
        for each in (self.choice, self.walking):
            each.setVisible(each is part)
        walks = part is self.walking and self._deeds.is_there
        self.title.setText(self._deeds.walk.title if walks else _("Instruments"))

    # ---- which instrument

    def _offer(self, session: Session) -> None:
        """The walks of this session first, then the instruments there are."""
        while (item := self._choice.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.choices, self.removes = {}, {}
        about = _("One question at a time, with room for your reasons. An instrument gives no score: you weigh.")
        self._choice.addWidget(PlainLabel(about, "soft", wrap=True))
        for walk in session.notebook.walks:
            self._add(self._begun(walk))
        for card in instruments(self._known()):
            button = self.choices[card.id] = Button(_("Begin: {title}").format(title=card.title))
            button.clicked.connect(partial(self._begin, card))
            self._add(button)
        waiting = self._waiting()
        if waiting:
            self._add(PlainLabel(held_words(waiting), "soft"))
        self._choice.addStretch(1)

    def renew(self) -> None:
        """Look again which instruments there are: others have come."""
        if self.isVisible() and not self._is_walking:
            held = self.choice.isAncestorOf(QApplication.focusWidget() or self)
            self._offer(self._deeds.session)
            if held:
                self.first_field().setFocus()

    def _add(self, widget: QWidget) -> None:
        self._choice.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        widget.show()  # among what is in sight it is not before the next round of events, and takes no keyboard

    def _begun(self, walk: Walk) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        words = _("Go on: {title} · {outcome}") if walk.outcome is not None else _("Go on: {title}")
        go_on = self.choices[walk.id] = Button(words.format(title=walk.title, outcome=end_words(walk)))
        remove = self.removes[walk.id] = Button(_("Remove"))
        remove.setAccessibleName(_("Remove: {title}").format(title=walk.title))
        go_on.clicked.connect(partial(self._take_up, walk.id))
        remove.clicked.connect(partial(self._remove, walk.id))
        row.addWidget(go_on)
        row.addWidget(remove)
        return holder

    def _begin(self, card: Card, _on: bool = False) -> None:
        if self._deeds.begin(card):
            self._walk()

    def _take_up(self, walk_id: str, _on: bool = False) -> None:
        if self._deeds.take_up(walk_id):
            self._walk()

    def _remove(self, walk_id: str, _on: bool = False) -> None:
        self._deeds.remove(walk_id)
        self.first_field().setFocus()

    def _walk(self) -> None:
        self._put_in_sight(self.walking)
        self.view.at = ""
        self.view.begin()
        self.show_session(self._deeds.session)

    def _choose(self) -> None:
        self.view.sheet.keep()
        self._deeds.hide()
        self._deeds.put_down()
        self._put_in_sight(self.choice)
        self.show_session(self._deeds.session)
        self.first_field().setFocus()

    def first_field(self) -> QWidget:
        """What is asked, or the first to choose."""
        if self._is_walking:
            return self.view.sheet.first_field() if self.view.question is not None else self.view.before
        return next(iter(self.choices.values()), self.close_button)

    # ---- going on

    def next_words(self) -> str:
        """The button for going on names the next question, or what follows."""
        return self.view.next_words() if self._is_walking else ""

    def step(self, by: int) -> bool:
        """On or back in the questions; at the end going on closes it."""
        if not self._is_walking:
            return False
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
            self._tell_room()
        self.opened.emit()  # the button for going on says something else now

    def _tell_room(self) -> None:
        if not self._deeds.is_there:
            return
        wanted = self.to_room.isChecked()  # keeping what is typed shows the panel anew
        self.view.sheet.keep()
        if wanted:
            self._deeds.show(self.view.at, notes=self.with_notes.isChecked())
        else:
            self._deeds.hide()

    # ---- agreements

    def agree(self) -> None:
        """Make an agreement of the next step in sight; at the end of what has the keyboard, else of the first."""
        if not self._is_walking:
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
        elif self._deeds.agree(question_id, what):
            self.say(_("Agreement made: {what}").format(what=what))
            if self.view.question is None:
                self.view.take_keyboard()
        else:
            self.say(_("That was agreed already."))
