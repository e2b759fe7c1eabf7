"""CardRows: the knowledge cards as rows of a list. What is the same at the next letter or event is made once."""

from __future__ import annotations

from collections.abc import Sequence, Set

from facilitator.core.at_hand import at_hand, gone
from facilitator.core.card import Card
from facilitator.core.session import Session
from facilitator.core.text import fold, shorten
from facilitator.ui.console.rows import Row
from facilitator.ui.widgets import Tone
from facilitator.words import _

MOST = 160
"""So many signs of a title are enough to know a card by."""


class CardRows:
    """All cards, those at hand first.

    Attributes:
        cards: the cards, by their ids.
        gone: how many cards of the present step are not there any more.
    """

    def __init__(self, cards: Sequence[Card] = ()) -> None:
        self.cards = {card.id: card for card in cards}
        self.gone = 0
        self._waiting = list(self.cards)
        self._folded: dict[str, str] = {}
        self._usual: dict[str, Row] = {}
        self._marked: dict[str, Row] = {}
        self._place: object = None
        self._here: tuple[Card, ...] = ()
        self._order: tuple[str, ...] = ()

    def follow(self, session: Session) -> None:
        """See where the meeting is and what the room saw; nothing is done while those are the same."""
        course = session.course
        place = (session.step, session.case, session.moment)
        if self._place != place:
            cards = tuple(self.cards.values())
            self._place, self._here, self.gone = place, at_hand(session, cards), gone(session, cards)
            here = {card.id: card for card in self._here}
            self._order = tuple((here | self.cards).keys())
        special = {*(card.id for card in self._here), *(card.id for card in course.cards_shown)} & self.cards.keys()
        here_ids = {card.id for card in self._here}
        self._marked = {card_id: marked(session, self.cards[card_id], here_ids) for card_id in special}

    def found(self, typed: str) -> tuple[Row, ...]:
        """The rows of the cards with every word that was typed, in their order."""
        ids = self._order
        for word in fold(typed).split():
            ids = tuple(card_id for card_id in ids if word in self.searched(card_id))
        return tuple(self._marked.get(card_id) or self._row(card_id) for card_id in ids)

    def _row(self, card_id: str) -> Row:
        row = self._usual.get(card_id)
        if row is None:
            row = self._usual[card_id] = plain(self.cards[card_id])
        return row

    def searched(self, card_id: str) -> str:
        """What is looked in of a card, folded once."""
        text = self._folded.get(card_id)
        if text is None:
            text = self._folded[card_id] = searched(self.cards[card_id])
        return text

    def fold_some(self, count: int) -> bool:
        """Fold so many cards, so that the first letter typed does not wait for all of them. Gives if there are more."""
        for card_id in self._waiting[:count]:
            self.searched(card_id)
        del self._waiting[:count]
        return bool(self._waiting)


def searched(card: Card) -> str:
    """Everything on a card that is looked in, folded."""
    check = card.fact_check
    claim = () if check is None else (check.claim, check.may_say)
    return fold(
        " ".join((card.title, *card.themes, card.summary, card.body, *claim, *card.signals, *card.to_do, *card.asked))
    )


def plain(card: Card) -> Row:
    """The row of a card that nothing is to be told of but what it is."""
    below = _("fact check") if card.fact_check is not None else ""
    return Row(card.id, shorten(card.title, MOST), below=below, pill_under=bool(below))


def marked(session: Session, card: Card, here: Set[str]) -> Row:
    """The row of a card that is at hand, or that the room sees or saw."""
    course, row = session.course, plain(card)
    live = course.card is not None and course.card.id == card.id
    shown = any(each.id == card.id for each in course.cards_shown)
    pill = _("before the room") if live else _("shown") if shown else _("at hand") if card.id in here else ""
    tone = Tone.CALM if live or not shown else Tone.PLAIN
    return Row(row.id, row.text, below=row.below, pill=pill, tone=tone, pill_under=row.pill_under)
