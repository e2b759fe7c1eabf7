"""ChoosePage: which instrument to walk through, what each is for, and what it is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.core.card import Card as KnowledgeCard
from facilitator.core.walk import End, Walk
from facilitator.ui.knowledge.known_cards import held_words
from facilitator.ui.knowledge.walk.intro import practising_words
from facilitator.ui.start.choice_card import ChoiceCard
from facilitator.ui.start.page import Page, SideBySide
from facilitator.ui.start.top_row import TopRow
from facilitator.ui.widgets import PlainLabel
from facilitator.ui.widgets.back_button import BackButton
from facilitator.words import _


class ChoosePage(Page):
    """The instruments there are.

    Attributes:
        choices: the card of each instrument, by the id of its knowledge card.

    Signals:
        chosen(str): walk through this one.
        left(): back to where it was opened.
    """

    chosen = Signal(str)
    left = Signal()

    def __init__(
        self, cards: Sequence[KnowledgeCard], walks: Mapping[str, Walk], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Instruments"), parent)
        self.choices: dict[str, ChoiceCard] = {}
        self._walks = walks
        self.back = BackButton(self)
        self.back.clicked.connect(self.left)
        self.column.insertWidget(0, TopRow(self.back))
        about = _("One question at a time, with room for your reasons. An instrument gives no score: you weigh.")
        self.column.addWidget(PlainLabel(about, wrap=True))
        self.column.addWidget(PlainLabel(practising_words(), "soft", wrap=True))
        self._ways = SideBySide()
        self.none = PlainLabel(_("There is no instrument here."), wrap=True)
        self.held = PlainLabel("", "soft", wrap=True)
        for widget in (self._ways, self.none, self.held):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.show_more(cards)

    def show_more(self, cards: Sequence[KnowledgeCard], held: int = 0) -> None:
        """Put the instruments among them that are not there yet after the others; so many more are `held` back."""
        for card in cards:
            if card.id not in self.choices:
                choice = self.choices[card.id] = ChoiceCard(card.title, card.summary, self._words(card.id))
                choice.chosen.connect(partial(self.chosen.emit, card.id))
                self._ways.add(choice)
        self.none.setVisible(not self.choices)
        self.held.setText(held_words(held) if held else "")
        self.held.setVisible(bool(held))

    def _words(self, card_id: str) -> str:
        walk = self._walks.get(card_id)
        if walk is not None and walk.end in {End.OUTCOME, End.THROUGH}:
            return _("See what follows")
        return _("Begin") if walk is None or not walk.answers else _("Go on where you were")

    def enter(self) -> None:
        """Begin at the first instrument."""
        first = next(iter(self.choices.values()), None)
        (self.back if first is None else first.button).setFocus()
