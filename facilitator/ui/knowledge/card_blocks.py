"""The blocks of a card: signals and what to do, a fact check, figures, where to read on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.core.card import Card as KnowledgeCard
from facilitator.core.card import FactCheck, Figure, ReadOn
from facilitator.core.text import breakable
from facilitator.ui import theme
from facilitator.ui.casuistry.library.card_words import instrument_words
from facilitator.ui.knowledge.card_facts import VERDICTS, past
from facilitator.ui.knowledge.source_link import SourceLink
from facilitator.ui.widgets import Card, Pill, PlainLabel, Prose, SectionTitle
from facilitator.words import _

Go = Callable[[str], object]
"""What is called with an address that was clicked."""


class Block(Card):
    """A heading with things under it. `look` is the ground it stands on."""

    def __init__(self, title: str, *inside: QWidget, look: str = "card", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if look != "card":
            theme.set_role(self, look)
        self.column.setContentsMargins(22, 18, 22, 18)
        self.column.setSpacing(10)
        self.column.addWidget(SectionTitle(title, wrap=True))
        for widget in inside:
            self.column.addWidget(widget)


def listing(title: str, items: Sequence[str], look: str = "card") -> Block:
    """Things under each other, with a dot before each."""
    return Block(title, Prose("\n".join(f"- {item.strip()}" for item in items)), look=look)


def reading_blocks(card: KnowledgeCard) -> list[QWidget]:
    """What a card says, in the order in which it is read: where there are signals, what to do comes at once."""
    blocks: list[QWidget] = []
    if card.fact_check is not None:
        blocks.append(_fact_check(card.fact_check))
    explanation = Block(_("Explanation"), Prose(card.body))
    to_do = [listing(_("What to do"), card.to_do, "wash")] if card.to_do else []
    if card.signals:
        blocks += [*to_do, listing(_("Signals"), card.signals), explanation]
    else:
        blocks += [explanation, *to_do]
    if card.not_to_do:
        blocks.append(listing(_("What not to do"), card.not_to_do))
    if card.instrument is not None:
        blocks.append(Block(_("Instrument"), Prose(instrument_words(card.instrument))))
    return blocks


def _fact_check(check: FactCheck) -> Block:
    words, tone = VERDICTS[check.verdict]
    block = Block(_("People say"), PlainLabel(breakable(f"‘{check.claim}’"), "lead", wrap=True), look="wash")
    block.column.addWidget(Pill(_(words), tone), 0, Qt.AlignmentFlag.AlignLeft)
    for title, text in ((_("What you can say"), check.may_say), (_("How strong that is"), check.strength)):
        if text:
            block.column.addSpacing(4)
            block.column.addWidget(SectionTitle(title, wrap=True))
            block.column.addWidget(Prose(text))
    return block


def figures_block(figures: Sequence[Figure], today: date, go: Go) -> Block:
    """Figures, each with its year, what was counted and who says so; one that is past its day is marked."""
    block = Block(_("Figures"))
    for number, figure in enumerate(figures):
        if number:
            block.column.addSpacing(8)
        value = _("{value} ({year})").format(value=figure.value, year=figure.year)
        block.column.addWidget(PlainLabel(breakable(value), "choice-title", wrap=True))
        words = past(figure, today)
        if words:
            block.column.addWidget(PlainLabel(words, "attention", wrap=True))
        block.column.addWidget(Prose(figure.definition))
        source = SourceLink(_("Source: {title}").format(title=figure.source.title), "", figure.source.address)
        source.wanted.connect(go)
        block.column.addWidget(source)
    return block


def read_on_block(read_on: Sequence[ReadOn], checked: str, go: Go) -> Block:
    """Where to read further, and when somebody last looked whether it is still so."""
    block = Block(_("Read on"))
    if not read_on:
        words = _("Nobody said where this comes from: look it up before you use it.")
        block.column.addWidget(PlainLabel(words, "attention", wrap=True))
    for one in read_on:
        source = SourceLink(one.title, one.publisher, one.address)
        source.wanted.connect(go)
        block.column.addWidget(source)
    block.column.addWidget(PlainLabel(checked, "soft", wrap=True))
    return block
