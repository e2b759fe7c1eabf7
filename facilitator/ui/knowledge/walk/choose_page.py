"""ChoosePage: which instrument to walk through, what each is for, and what it is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from facilitator.core.card import Card as KnowledgeCard
from facilitator.core.walk import End, Walk
from facilitator.ui.knowledge.walk.intro import practising_words
from facilitator.ui.start.choice_card import ChoiceCard
from facilitator.ui.start.page import Page, SideBySide, beside
from facilitator.ui.widgets import Button, PlainLabel
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
        self.back = Button(_("Back"), "Esc")
        self.back.clicked.connect(self.left)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.left)
        self.column.insertWidget(0, beside(self.back, stretch_at=1))
        about = _("One question at a time, with room for your reasons. An instrument gives no score: you weigh.")
        self.column.addWidget(PlainLabel(about, wrap=True))
        self.column.addWidget(PlainLabel(practising_words(), "soft", wrap=True))
        ways = SideBySide()
        for card in cards:
            walk = walks.get(card.id)
            words = _("Begin") if walk is None or not walk.answers else _("Go on where you were")
            if walk is not None and walk.end in {End.OUTCOME, End.THROUGH}:
                words = _("See what follows")
            choice = self.choices[card.id] = ChoiceCard(card.title, card.summary, words)
            choice.chosen.connect(partial(self.chosen.emit, card.id))
            ways.add(choice)
        self.column.addWidget(ways)
        if not cards:
            self.column.addWidget(PlainLabel(_("There is no instrument here."), wrap=True))
        self.column.addStretch(1)

    def enter(self) -> None:
        """Begin at the first instrument."""
        first = next(iter(self.choices.values()), None)
        (self.back if first is None else first.button).setFocus()
