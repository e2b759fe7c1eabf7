"""The start page: begin, go on, and see what asks for attention."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.core.vocabulary import Form, State
from facilitator.ui.start import phrases
from facilitator.ui.start.choice_card import ChoiceCard
from facilitator.ui.start.due_list import DueList
from facilitator.ui.start.facts import Facts
from facilitator.ui.start.page import Page, SideBySide
from facilitator.ui.start.search_line import SearchLine
from facilitator.words import _, ngettext


class StartPage(Page):
    """Three cards and the agreements that are due.

    Signals:
        begin_requested(Form): prepare a session of this form.
        session_requested(str): open this session.
        status_chosen(AgreementLine, Status): an agreement, and how it stands now.
        set_back_wanted(AgreementLine): what was said of it is to be taken back; it stood like this.
        agreements_requested(): see the agreements of all sessions.
        returned_requested(): read what organisations sent back.
        search_requested(str): search everywhere, for what is typed already.
    """

    begin_requested = Signal(object)
    session_requested = Signal(str)
    status_chosen = Signal(object, object)
    set_back_wanted = Signal(object)
    agreements_requested = Signal()
    returned_requested = Signal()
    search_requested = Signal(str)

    def __init__(self, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(phrases.greeting(now), parent)
        self._going_on = ""
        self.talk = ChoiceCard(
            _(Form.HET_GESPREK.msgid),
            _("Partners at one table: what do you need, what may you expect, how do you help each other?"),
            _("Begin"),
            main=True,
        )
        self.learning = ChoiceCard(
            _(Form.LEERBIJEENKOMST.msgid),
            _("Learn together from a case, step by step, and sharpen your agreements."),
            _("Begin"),
        )
        self.going_on = ChoiceCard("", "", _("Resume"))
        self.talk.chosen.connect(lambda: self.begin_requested.emit(Form.HET_GESPREK))
        self.learning.chosen.connect(lambda: self.begin_requested.emit(Form.LEERBIJEENKOMST))
        self.going_on.chosen.connect(lambda: self.session_requested.emit(self._going_on))
        self.cards = SideBySide()
        self.cards.add(self.talk)
        self.cards.add(self.learning)
        self.cards.add(self.going_on, shown=False)
        self.due = DueList()
        self.due.status_chosen.connect(self.status_chosen)
        self.due.set_back_wanted.connect(self.set_back_wanted)
        self.due.returned_requested.connect(self.returned_requested)
        self.due.session_requested.connect(self.session_requested)
        self.due.all_requested.connect(self.agreements_requested)
        self.due.begin_requested.connect(lambda: self.begin_requested.emit(Form.HET_GESPREK))
        self.cards.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.column.addWidget(self.cards)
        self.column.addWidget(self.due, 1)
        self.search = SearchLine()
        self.search.wanted.connect(self.search_requested)
        self.column.addWidget(self.search)

    def show_facts(self, facts: Facts) -> None:
        """Show how things are now."""
        self.heading.setText(phrases.greeting(facts.now))
        begins_new = self.going_on.isHidden() and self.window().focusWidget() is self.talk.button
        self._show_going_on(facts)
        if begins_new and not self.going_on.isHidden():
            self.going_on.button.setFocus()  # the store told later than the page was entered
        self.due.show_facts(facts)

    def enter(self) -> None:
        """Begin with what was interrupted, or else with a new session."""
        self.due.forget_settled()
        (self.talk if self.going_on.isHidden() else self.going_on).button.setFocus()

    def _show_going_on(self, facts: Facts) -> None:
        lines = facts.to_go_on_with
        self.cards.show_one(self.going_on, bool(lines))
        if not lines:
            return
        line, others = lines[0], len(lines) - 1
        self._going_on = line.id
        told = [f"{line.title} · {phrases.where_it_stopped(line, facts.now)}"]
        if others:
            text = ngettext(
                "{count} other session waits: see Sessions.", "{count} other sessions wait: see Sessions.", others
            )
            told.append(text.format(count=others))
        title = _("Go on with {place}").format(place=phrases.place_of(line))
        action = _("Open") if line.state is State.PLANNED else _("Resume")
        self.going_on.tell(title, "\n".join(told), action)
