"""WalkChoice: which instrument to walk through: one that was begun in this session, or a new one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.core.card import Card
from facilitator.core.walk import Walk
from facilitator.report.walk_words import end_words
from facilitator.ui.knowledge.known_cards import held_words
from facilitator.ui.widgets import Button, PlainLabel
from facilitator.ui.widgets.emptying import empty_layout
from facilitator.words import _


class WalkChoice(QWidget):
    """The walks of this session first, then the instruments there are.

    Attributes:
        choices: the buttons that begin an instrument, or go on with a walk, by id of card or walk.
        removes: those that take a walk away, by its id.

    Signals:
        begun(Card): begin with the instrument of this card.
        taken_up(str), removed(str): go on with a walk, or take it away.
    """

    begun = Signal(object)
    taken_up = Signal(str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: dict[str, Button] = {}
        self.removes: dict[str, Button] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def offer(self, walks: Sequence[Walk], cards: Sequence[Card], waiting: int = 0, *, private: bool) -> None:
        """Offer these; so many more are `waiting` for a decision. Without `private` it is not told where a walk led."""
        self._empty()
        about = _("One question at a time, with room for your reasons. An instrument gives no score: you weigh.")
        self._column.addWidget(PlainLabel(about, "soft", wrap=True))
        for walk in walks:
            self._add(self._going(walk, private=private))
        for card in cards:
            button = self.choices[card.id] = Button(_("Begin: {title}").format(title=card.title))
            button.clicked.connect(partial(self._begin, card))
            self._add(button)
        if waiting:
            self._add(PlainLabel(held_words(waiting), "soft"))
        self._column.addStretch(1)

    def _empty(self) -> None:
        empty_layout(self._column)
        self.choices.clear()
        self.removes.clear()

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        widget.show()  # among what is in sight it is not before the next round of events, and takes no keyboard

    def _going(self, walk: Walk, *, private: bool) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        told = private and walk.outcome is not None
        words = _("Go on: {title} · {outcome}") if told else _("Go on: {title}")
        go_on = self.choices[walk.id] = Button(words.format(title=walk.title, outcome=end_words(walk)))
        remove = self.removes[walk.id] = Button(_("Remove"))
        remove.setAccessibleName(_("Remove: {title}").format(title=walk.title))
        go_on.clicked.connect(partial(self._take_up, walk.id))
        remove.clicked.connect(partial(self._remove, walk.id))
        row.addWidget(go_on)
        row.addWidget(remove)
        return holder

    def _begin(self, card: Card, _on: bool = False) -> None:
        self.begun.emit(card)

    def _take_up(self, walk_id: str, _on: bool = False) -> None:
        self.taken_up.emit(walk_id)

    def _remove(self, walk_id: str, _on: bool = False) -> None:
        self.removed.emit(walk_id)
