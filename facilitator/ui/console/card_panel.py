"""CardPanel: knowledge cards: those at hand first, to read in private; a claim is guessed of and revealed from here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.core.at_hand import next_claim
from facilitator.core.card import Card
from facilitator.core.cards import guesses_of
from facilitator.core.session import Session
from facilitator.core.text import shorten
from facilitator.ui.casuistry.library.card_words import card_words
from facilitator.ui.console.actions import Actions
from facilitator.ui.console.card_rows import MOST, CardRows
from facilitator.ui.console.guess_box import VERDICTS, GuessBox
from facilitator.ui.console.keys import Command, key_of
from facilitator.ui.console.panel import ENTER, Panel
from facilitator.ui.console.parts import command_button
from facilitator.ui.console.row_list import RowList
from facilitator.ui.knowledge.known_cards import held_words
from facilitator.ui.widgets import Button, LineEdit, PlainLabel, PrimaryButton, Prose
from facilitator.words import _, ngettext

AT_ONCE = 25
"""So many cards are folded between two things that happen."""

Known = Callable[[], Sequence[Card]]
"""Gives the cards there are."""

Missing = Callable[[], tuple[int, bool]]
"""Tells how many cards are held back until somebody looked at them, and whether the user's own could not be read."""


class CardPanel(Panel):
    """What is typed filters; the arrows choose; reading shows nothing to the room. One key shows, and takes away.

    While the room looks at a claim: 1, 2 and 3 count a hand, F8 reveals, N goes on to the next one.

    Attributes:
        search, list: the cards there are, those at hand first.
        reader: all of the chosen card, for the facilitator alone.
        guesses: the hands per answer, while the chosen card is the claim before the room.
        show_it, away: put the chosen card before the room, and take it away.
    """

    widest = 1100
    tallest = 0.94

    def __init__(self, actions: Actions, known: Known, missing: Missing, host: QWidget) -> None:
        super().__init__(_("Knowledge cards"), host)
        self._actions = actions
        self._known = known
        self._missing = missing
        self._rows = CardRows()
        self._looks = False
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(self._fold_some)
        self.search = LineEdit(_("Search the cards"), _("words of a title, a theme or the text"))
        self.list = RowList(_("Cards"), dense=True, many=True)
        self.list.empty = _("No card has all of these words. Type fewer of them.")
        self.gone = PlainLabel(role="soft", wrap=True)
        self.name = PlainLabel(role="strong", wrap=True)
        self.reader = Prose(scrolls=True)
        self.reader.setAccessibleName(_("The card, for you alone"))
        self.guesses = GuessBox()
        self.counts_shown = command_button(Command.REVEAL_ALL, _("Show how you guessed"))
        self.reveal = command_button(Command.REVEAL, _("Reveal"), primary=True)
        self.further = Button(_("Next fact check  N"))
        self.show_it = PrimaryButton()
        self.away = command_button(Command.SHOW_CARD, _("Take away"))
        self._lay_out()
        self.search.textChanged.connect(lambda _text: self._look())
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._read())
        self.list.opened.connect(lambda _id: self.reader.setFocus())
        self.guesses.counted.connect(self._actions.count_guess)
        self.counts_shown.clicked.connect(lambda: self._actions.show_guesses(shown=not actions.guesses_are_shown))
        self.reveal.clicked.connect(lambda: self._actions.reveal_claim(revealed=not actions.is_revealed))
        self.further.clicked.connect(self._go_on)
        self.show_it.clicked.connect(self.show_chosen)
        self.away.clicked.connect(self.show_chosen)

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        left.addWidget(self.gone)
        self.claim = QWidget()
        inside, told = QVBoxLayout(self.claim), QHBoxLayout()
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.guesses)
        told.addWidget(self.counts_shown)
        told.addStretch(1)
        told.addWidget(self.reveal)
        inside.addLayout(told)
        right.addWidget(self.name)
        right.addWidget(self.claim)
        right.addWidget(self.reader, 1)
        below = QHBoxLayout()
        below.addWidget(self.further)
        below.addStretch(1)
        below.addWidget(self.away)
        below.addWidget(self.show_it)
        right.addLayout(below)
        self.lay_beside(left, right)

    # ---- coming and going

    def begin(self) -> None:
        """Open at the card before the room, or the first that is at hand."""
        session = self._actions.session
        self._rows = CardRows(self._known())
        with QSignalBlocker(self.search):
            self.search.clear()
        self._offer()
        self.open()
        if session.course.card is not None:
            self.list.choose(session.course.card.id)
        self.show_session(session)
        self._idle.start()
        if self._is_asking:
            self.guesses.more[0].setFocus()

    def first_field(self) -> QWidget:
        """The search."""
        return self.search

    def show_session(self, session: Session) -> None:
        """Show what is at hand now, and how far the claim before the room is."""
        if not self.isVisible():
            return
        self._offer()
        self._name(session)

    # ---- choosing

    @property
    def card(self) -> Card | None:
        """The card that is chosen."""
        return self._rows.cards.get(self.list.chosen or "")

    def _look(self) -> None:
        """Look for what is typed, once there is something to look in: no letter waits for thousands of cards."""
        self._looks = self._rows.fold_some(AT_ONCE)
        if not self._looks:
            self._offer()

    def _offer(self) -> None:
        """Show the cards with every word that was typed, those at hand first."""
        self._rows.follow(self._actions.session)
        rows, chosen = self._rows.found(self.search.text()), self.list.chosen
        self.list.show_rows(rows)
        there = any(row.id == chosen for row in rows)
        self.list.choose(chosen if there else rows[0].id if rows else None)
        self.gone.setText("\n".join(_not_here(self._rows.gone, *self._missing())))
        self.gone.setVisible(bool(self.gone.text()))
        self._read()

    def _fold_some(self) -> None:
        """Fold cards while nothing else happens."""
        more = self._rows.fold_some(AT_ONCE)
        if more and self.isVisible():
            self._idle.start()
        elif self._looks and not more:
            self._look()

    def _read(self) -> None:
        card = self.card
        self.name.setText("" if card is None else shorten(card.title, MOST))
        self.reader.show_markdown("" if card is None else card_words(card).split("\n\n", 1)[1])
        self._name(self._actions.session)

    @property
    def _is_live(self) -> bool:
        shown, card = self._actions.session.course.card, self.card
        return shown is not None and card is not None and shown.id == card.id

    @property
    def _is_asking(self) -> bool:
        return self._is_live and self._actions.claim is not None

    def _name(self, session: Session) -> None:
        card, asking, shown = self.card, self._is_asking, session.course.card is not None
        self.claim.setVisible(asking)
        self.show_it.setEnabled(card is not None)
        asks = card is not None and card.fact_check is not None
        words = _("Ask the room") if asks else _("Show to the room")
        self.show_it.say(f"{words}  {key_of(Command.SHOW_CARD).sign}")
        self.show_it.setVisible(not self._is_live)
        self.away.setVisible(self._is_live)
        self.further.setVisible(asking or (asks and not shown))
        self.further.setEnabled(next_claim(session, tuple(self._rows.cards.values())) is not None)
        if asking and card is not None:
            self.guesses.show_counts(guesses_of(session, card.id).counts)
            self.counts_shown.setVisible(not self._actions.is_revealed)
            hides = self._actions.guesses_are_shown
            self.counts_shown.say(_("Hide how you guessed  Ctrl+F8") if hides else _("Show how you guessed  Shift+F8"))
            self.reveal.say(_("Hide again  Ctrl+F8") if self._actions.is_revealed else _("Reveal  F8"))

    # ---- the room

    def show_chosen(self) -> None:
        """Put the chosen card before the room, or take it away where it stands there."""
        card = self.card
        if self._is_live:
            self._actions.show_card(None)
        elif card is not None and self._actions.show_card(card) and card.fact_check is not None:
            self.guesses.more[0].setFocus()

    def _go_on(self) -> None:
        """Ask the room the next claim; each comes once by itself."""
        card = next_claim(self._actions.session, tuple(self._rows.cards.values()))
        if card is None:
            self.say(_("Every fact check was asked. Choose one to ask it again."))
            return
        self.search.clear()
        self.list.choose(card.id)
        self.show_chosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """1, 2 and 3 count a hand, N goes on; where something is typed they are what is typed."""
        focused = QApplication.focusWidget()
        number = event.key() - Qt.Key.Key_1.value
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up} and focused is self.search:
            rows = [row.id for row in self.list.rows]
            at = rows.index(self.list.chosen) if self.list.chosen in rows else 0
            by = 1 if event.key() == Qt.Key.Key_Down else -1
            self.list.choose(rows[max(0, min(len(rows) - 1, at + by))] if rows else None)
        elif event.key() in ENTER and focused is self.search:
            self.reader.setFocus()
        elif held or isinstance(focused, QLineEdit) or not self._is_asking:
            super().keyPressEvent(event)
        elif 0 <= number < len(VERDICTS):
            self._actions.count_guess(VERDICTS[number], 1)
        elif event.key() == Qt.Key.Key_N:
            self._go_on()
        else:
            super().keyPressEvent(event)


def _not_here(missing: int, waiting: int, unread: bool) -> Iterator[str]:
    """Which cards cannot be chosen here, and why."""
    if unread:
        yield _("Your own cards could not be read. You see those of the program.")
    if missing:
        words = ngettext("{count} card of this step is gone.", "{count} cards of this step are gone.", missing)
        yield words.format(count=missing)
    if waiting:
        yield held_words(waiting)
