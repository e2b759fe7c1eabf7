"""CardPage: everything on one knowledge card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.core.card import Card
from facilitator.core.text import breakable, shorten
from facilitator.storage.library.records import Line
from facilitator.ui.dates import long_day
from facilitator.ui.knowledge.card_blocks import Block, figures_block, read_on_block, reading_blocks
from facilitator.ui.knowledge.card_facts import Use, for_whom, where_in_work
from facilitator.ui.start.page import Page, SideBySide
from facilitator.ui.start.top_row import TopRow
from facilitator.ui.widgets import Button, PlainLabel, TextLink
from facilitator.ui.widgets.back_button import BackButton
from facilitator.words import _

MOST_RELATED = 5
MOST_USES = 6
MOST_OF_TITLE = 300
"""So many signs of a title are enough to know a card by, and leave room for what it says."""


class CardPage(Page):
    """A card to read: what it says at the left, what belongs to it at the right.

    Attributes:
        card: the card.
        back: the button that leads away from it.
        offered: what can be done with it, by their words; see `offer`.
        held: why nothing can be done with it yet; hidden while it can.
        related: the cards that are about the same, by their ids.

    Signals:
        left(): go back to where it was opened.
        address_wanted(str): show this address in the browser.
        card_wanted(str): read this card.
        script_wanted(str): read this script.
    """

    left = Signal()
    address_wanted = Signal(str)
    card_wanted = Signal(str)
    script_wanted = Signal(str)

    def __init__(self, card: Card, today: date, origin: str = "", parent: QWidget | None = None) -> None:
        """Show a card; `origin` says where one comes from that is not the program's."""
        super().__init__(breakable(shorten(card.title, MOST_OF_TITLE)), parent)
        self.card = card
        self.offered: dict[str, Button] = {}
        self.related: dict[str, TextLink] = {}
        self.back = BackButton(self)
        self.back.clicked.connect(self.left)
        self._top = TopRow(self.back)
        self.column.insertWidget(0, self._top)
        self.held = PlainLabel("", "attention", wrap=True)
        self.held.hide()
        self.column.insertWidget(1, self.held)
        self.column.addWidget(PlainLabel(breakable(card.summary), "lead", wrap=True))
        told = (origin, for_whom(card), *where_in_work(card))
        self.column.addWidget(PlainLabel(breakable(" · ".join(filter(None, told))), "soft", wrap=True))
        self._beside = _Column()
        self._lay_out(today)

    def _lay_out(self, today: date) -> None:
        card, reading = self.card, _Column()
        for block in reading_blocks(card):
            reading.put(block)
        checked = _("Last held against the sources on {day}.").format(day=long_day(card.checked_on))
        if card.figures:
            self._beside.put(figures_block(card.figures, today, self.address_wanted.emit))
        self._beside.put_last(read_on_block(card.read_on, checked, self.address_wanted.emit))
        both = SideBySide(27, (8, 5), gap=16)
        both.add(reading)
        both.add(self._beside)
        self.column.addWidget(both)
        self.column.addStretch(1)

    def enter(self) -> None:
        """Begin at the way back."""
        self.back.setFocus()

    def offer(self, text: str, then: Callable[[], object]) -> Button:
        """Put something to do with this card at the top of it, and give its button."""
        button = self.offered[text] = Button(text)
        button.clicked.connect(lambda _on=False: then())
        self._top.put(button)
        return button

    def hold(self, why: str) -> None:
        """Say why nothing can be done with this card yet."""
        self.held.setText(why)
        self.held.show()

    def show_uses(self, uses: Sequence[Use]) -> None:
        """Tell at which steps of scripts this card is at hand."""
        if uses:
            block = Block(_("At hand in a session"))
            block.column.setSpacing(2)
            for use in uses[:MOST_USES]:
                link = TextLink(breakable(shorten(f"{use.script} · {use.step}", MOST_OF_TITLE)))
                link.clicked.connect(lambda _on=False, use=use: self.script_wanted.emit(use.script_id))
                block.column.addWidget(link)
            self._beside.put(block)

    def show_related(self, lines: Sequence[Line]) -> None:
        """Tell which cards are about the same, the nearest first."""
        if lines:
            block = Block(_("About the same"))
            block.column.setSpacing(2)
            for line in lines[:MOST_RELATED]:
                link = self.related[line.key.id] = TextLink(breakable(shorten(line.title, MOST_OF_TITLE)))
                link.clicked.connect(lambda _on=False, line=line: self.card_wanted.emit(line.key.id))
                block.column.addWidget(link)
            self._beside.put(block)


class _Column(QWidget):
    """Blocks under each other, as high as they are."""

    def __init__(self) -> None:
        super().__init__()
        self._last = 0
        self._blocks = QVBoxLayout(self)
        self._blocks.setContentsMargins(0, 0, 0, 0)
        self._blocks.setSpacing(14)
        self._blocks.addStretch(1)

    def put(self, block: QWidget) -> None:
        """Put a block at the end, or before the one that stays last."""
        self._blocks.insertWidget(self._blocks.count() - 1 - self._last, block)

    def put_last(self, block: QWidget) -> None:
        """Put a block at the end; others come before it."""
        self.put(block)
        self._last = 1
