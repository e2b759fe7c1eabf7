"""FrustrationsPage: choose what chafes, read what lies behind it, and go on to what may help."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from facilitator.core.card import Card as KnowledgeCard
from facilitator.core.frustration import FrustrationGuide
from facilitator.core.script import Script
from facilitator.core.vocabulary import Frustration
from facilitator.storage.frustration_rows import Returning
from facilitator.ui.knowledge.frustrations import phrases
from facilitator.ui.knowledge.frustrations.choice import FrustrationChoice
from facilitator.ui.start.page import Page, SideBySide
from facilitator.ui.start.top_row import TopRow
from facilitator.ui.widgets import Button, Card, PlainLabel, Prose, SectionTitle
from facilitator.ui.widgets.back_button import BackButton
from facilitator.words import _


class FrustrationsPage(Page):
    """The five beside what is known of the one that is chosen.

    Attributes:
        back: the button that leads away from it.
        choices: the five, by which they are.
        about, practice, sources: what is said of the chosen one, here and in this region.
        ways: the buttons that lead on, to cards and scripts, by their id.

    Signals:
        left(): go back to where it was opened.
        entered(): it came into sight.
        card_chosen(str), script_chosen(str): read this.
    """

    left = Signal()
    entered = Signal()
    card_chosen = Signal(str)
    script_chosen = Signal(str)

    def __init__(
        self,
        guides: Sequence[FrustrationGuide],
        cards: Mapping[str, KnowledgeCard],
        scripts: Mapping[str, Script],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Frustratiewijzer"), parent)
        self._guides = {guide.id: guide for guide in guides}
        self._cards, self._scripts = cards, scripts
        self._found: Mapping[Frustration, Returning] = {}
        self.chosen: Frustration | None = None
        self.choices: dict[Frustration, FrustrationChoice] = {}
        self.ways: dict[str, Button] = {}
        self.back = BackButton(self)
        self.back.clicked.connect(self.left)
        self.column.insertWidget(0, TopRow(self.back))
        intro = _("What chafes when you work together? Choose the sentence that fits best. Nobody is named here.")
        self.column.addWidget(PlainLabel(intro, "soft", wrap=True))
        both = SideBySide(20, (2, 3))
        both.add(self._list())
        both.add(self._detail())
        self.column.addWidget(both)
        self.column.addStretch(1)
        self.choose(next(iter(self._guides), None))

    def _list(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        group = QButtonGroup(self)
        for number, guide in enumerate(self._guides.values(), 1):
            choice = self.choices[guide.id] = FrustrationChoice(guide.title, str(number))
            choice.clicked.connect(partial(self._choose, guide.id))
            QShortcut(QKeySequence(str(number)), self).activated.connect(partial(self._press, guide.id))
            group.addButton(choice)
            column.addWidget(choice)
        column.addStretch(1)
        return holder

    def _detail(self) -> QWidget:
        card = Card()
        card.column.setContentsMargins(24, 20, 24, 20)
        card.column.setSpacing(12)
        self.title = PlainLabel("", "choice-title", wrap=True)
        self.about, self.practice = Prose(), Prose()
        self.sources = PlainLabel("", "soft", wrap=True)
        self._ways = QVBoxLayout()
        self._ways.setSpacing(6)
        self._ways_title = SectionTitle(_("Go on with"))
        card.column.addWidget(self.title)
        card.column.addWidget(self.about)
        card.column.addWidget(self._ways_title)
        card.column.addLayout(self._ways)
        card.column.addWidget(SectionTitle(_("In your sessions")))
        card.column.addWidget(self.practice)
        card.column.addWidget(self.sources)
        return card

    # ---- coming and choosing

    def enter(self) -> None:
        """Begin at the one that is chosen."""
        self.entered.emit()
        if self.chosen is not None:
            self.choices[self.chosen].setFocus()

    def _choose(self, frustration: Frustration, _on: bool = False) -> None:
        self.choose(frustration)

    def _press(self, frustration: Frustration) -> None:
        self.choices[frustration].setFocus()
        self.choose(frustration)

    def choose(self, frustration: Frustration | None) -> None:
        """Show what is known of one."""
        if frustration is None or frustration is self.chosen:
            return
        guide, self.chosen = self._guides[frustration], frustration
        self.choices[frustration].setChecked(True)
        self.title.setText(guide.title)
        self.about.show_markdown(phrases.guide_words(guide))
        self.sources.setText(phrases.source_words(guide))
        self._show_ways(guide)
        self._show_practice()

    def _show_ways(self, guide: FrustrationGuide) -> None:
        for old in self.ways.values():
            old.hide()
            old.deleteLater()
        self.ways = {}
        scripts = [self._scripts[each] for each in guide.scripts if each in self._scripts]
        cards = [self._cards[each] for each in guide.cards if each in self._cards]
        for script in scripts:
            self._add_way(script.id, _("Script: {title}").format(title=script.title), self.script_chosen.emit)
        for card in cards:
            self._add_way(card.id, _("Card: {title}").format(title=card.title), self.card_chosen.emit)
        self._ways_title.setVisible(bool(self.ways))

    def _add_way(self, id_: str, words: str, then: Callable[[str], object]) -> None:
        button = self.ways[id_] = Button(words)
        button.clicked.connect(partial(self._go_on, then, id_))
        self._ways.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _go_on(self, then: Callable[[str], object], id_: str, _on: bool = False) -> None:
        then(id_)

    # ---- how often

    def show_returning(self, found: Mapping[Frustration, Returning]) -> None:
        """Show how often each of them was named in the sessions on this laptop."""
        self._found = found
        for frustration, choice in self.choices.items():
            choice.tell(phrases.short_words(found[frustration]))
        self._show_practice()

    def _show_practice(self) -> None:
        if self.chosen is not None and self.chosen in self._found:
            self.practice.show_markdown(phrases.practice_words(self._found[self.chosen]))
