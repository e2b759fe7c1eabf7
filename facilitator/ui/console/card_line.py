"""CardLine: which knowledge cards are at hand at this step, and what the room sees of one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.core.at_hand import at_hand
from facilitator.core.card import Card, Verdict
from facilitator.core.cards import guesses_of
from facilitator.core.session import Session, State
from facilitator.core.shown_card import ShownCard
from facilitator.ui.console.card_panel import Known
from facilitator.ui.console.keys import Command
from facilitator.ui.console.parts import ElidedLabel, command_button
from facilitator.words import _


class CardLine(QWidget):
    """In sight while there is a card at hand, or one before the room.

    The cards are read when the first picture is there: a session that is resumed does not wait for them.

    Signals:
        wanted(Command): a command is asked for.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: Known = tuple
        self._ready = False
        self._place: object = None
        self._at_hand: tuple[Card, ...] = ()
        self._shown: tuple[Session, bool] | None = None
        self._first = QTimer(self, singleShot=True, interval=0)
        self._first.timeout.connect(self._read)
        self.words = ElidedLabel(role="soft")
        self.look = command_button(Command.CARDS, _("Cards"))
        self.walk = command_button(Command.WALK, _("Instrument"))
        self.reveal = command_button(Command.REVEAL, _("Reveal"))
        self.away = command_button(Command.SHOW_CARD, _("Take away"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.words, 1)
        for button, command in (
            (self.look, Command.CARDS),
            (self.walk, Command.WALK),
            (self.reveal, Command.REVEAL),
            (self.away, Command.SHOW_CARD),
        ):
            button.setProperty("role", "small-link")
            button.clicked.connect(lambda _on=False, command=command: self.wanted.emit(command))
            row.addWidget(button)
        self.hide()

    def offer(self, known: Known) -> None:
        """Take the cards there are from here, once something is painted."""
        self._known, self._place = known, None
        self._first.start()

    def renew(self) -> None:
        """Look again which there are: others have come."""
        self._place = None
        self._read()

    def _read(self) -> None:
        self._ready = True
        if self._shown is not None:
            self.show_session(self._shown[0], private=self._shown[1])

    def show_session(self, session: Session, *, private: bool) -> None:
        """Tell what is at hand here, or what the room sees."""
        self._shown = session, private
        card, moment = session.course.card, session.moment
        place = (session.id, session.course.step_id, moment, session.case, session.steps)
        if self._ready and place != self._place:
            self._place, self._at_hand = place, at_hand(session, self._known())
        open_claim = card is not None and card.claim is not None and card.id not in session.course.revealed
        self.words.setText(self._words(session, card, private=private))
        self.walk.setVisible(any(one.instrument is not None for one in self._at_hand))
        self.reveal.setVisible(open_claim)
        self.away.setVisible(card is not None)
        offers = private and bool(self._at_hand) and session.course.state is not State.CLOSED
        self.setVisible(offers or card is not None)

    def _words(self, session: Session, card: ShownCard | None, *, private: bool) -> str:
        """What is at hand, or what the room sees; nothing of the hands where it could read them here."""
        if card is None:
            return at_hand_words(self._at_hand)
        told = private or card.id in (*session.course.guesses_shown, *session.course.revealed)
        return before_room_words(session, card, told=told)


def at_hand_words(cards: Sequence[Card]) -> str:
    """Which cards are at hand: the first one, and how many more."""
    more, words = len(cards) - 1, "".join(card.title for card in cards[:1])
    if more > 0:
        words = _("{cards} and {count} more").format(cards=words, count=more)
    return _("Cards at hand: {cards}").format(cards=words)


def before_room_words(session: Session, card: ShownCard, *, told: bool) -> str:
    """What the room sees of a card; of a fact check also how many hands were counted, where that is `told`."""
    if card.claim is None or not told:
        title = card.title if card.claim is None else card.claim.claim
        return _("Before the room: {title}").format(title=title)
    counts = guesses_of(session, card.id).counts
    hands = (f"{_(verdict.msgid).lower()} {count}" for verdict, count in zip(Verdict, counts, strict=True))
    return _("Fact check before the room: {counts}").format(counts=" · ".join(hands))
