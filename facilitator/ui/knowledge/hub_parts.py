"""The parts of the hub: a way on to a room, what was found of a sort, and tips."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.storage.library.records import ItemKey, Line, Origin
from facilitator.ui import theme
from facilitator.ui.casuistry.names import ORIGINS
from facilitator.ui.knowledge.tips import Tip
from facilitator.ui.widgets import Card, Prose, SectionTitle, TextLink
from facilitator.ui.widgets.tips import as_typed
from facilitator.words import _

MOST_SHOWN = 8
"""So many of a sort are shown until the others are asked for."""

TIPS_SHOWN = 3


class RoomWay(QWidget):
    """A way on to a room: its name as a link; what it is about is told to who hovers or hears it.

    Attributes:
        button: the link.

    Signals:
        chosen(): it was pressed.
    """

    chosen = Signal()

    def __init__(self, title: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = TextLink(title)
        self.button.setAccessibleDescription(about)
        self.button.setToolTip(as_typed(about))
        self.button.clicked.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button)


class FoundBox(Card):
    """What was found of one sort: the first of it, and the others when they are asked for.

    Attributes:
        links: the link of each item that is shown.
        more: brings the others.

    Signals:
        chosen(ItemKey): read this.
    """

    chosen = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.links: dict[ItemKey, TextLink] = {}
        self._lines: tuple[Line, ...] = ()
        self._all = False
        self.more = TextLink()
        self.more.clicked.connect(self._show_all)
        self.column.setSpacing(2)
        self.column.addWidget(SectionTitle(title))
        self.column.addSpacing(4)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.column.addLayout(self._rows)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show what was found; nothing is shown of nothing."""
        lines = tuple(lines)
        if lines != self._lines:
            self._lines, self._all = lines, False
            self._fill()
        self.setVisible(bool(lines))

    def _show_all(self) -> None:
        self._all = True
        shown = len(self.links)
        self._fill()
        list(self.links.values())[shown].setFocus()  # the button goes away

    def _fill(self) -> None:
        for old in self.links.values():
            old.hide()
            old.deleteLater()
        shown = self._lines if self._all else self._lines[:MOST_SHOWN]
        self.links = {line.key: TextLink(_told(line)) for line in shown}
        for key, link in self.links.items():
            link.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
            self._rows.addWidget(link)
            link.show()  # now: it may be about to get the keyboard
        left = len(self._lines) - len(shown)
        self.more.setVisible(left > 0)
        self.more.say(_("Show all {count}").format(count=len(self._lines)))


def _told(line: Line) -> str:
    """The title, and where it comes from when that is not the program."""
    if line.origin is Origin.SHIPPED:
        return line.title
    return _("{title} ({origin})").format(title=line.title, origin=_(ORIGINS[line.origin]))


class TipsBox(Card):
    """Some of what the cards say to do, each with the card it comes from.

    Attributes:
        links: the link to the card of each tip that is shown.
        others: brings other tips.

    Signals:
        chosen(str): read this card.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "wash")
        self.links: list[TextLink] = []
        self._tips: tuple[Tip, ...] = ()
        self._from = 0
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._shown: list[QWidget] = []
        self.others = TextLink(_("Other tips"))
        self.others.clicked.connect(self._turn)
        self.column.addWidget(SectionTitle(_("What you can do")))
        self.column.addLayout(self._rows)
        self.column.addWidget(self.others, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_tips(self, tips: Sequence[Tip]) -> None:
        """Show the first of these tips."""
        tips = tuple(tips)
        if tips != self._tips:
            self._tips, self._from = tips, 0
            self._fill()
        self.setVisible(bool(tips))

    def _turn(self) -> None:
        self._from = self._from + TIPS_SHOWN if self._from + TIPS_SHOWN < len(self._tips) else 0
        self._fill()

    def _fill(self) -> None:
        for old in self._shown:
            old.hide()
            old.deleteLater()
        self._shown, self.links = [], []
        for tip in self._tips[self._from : self._from + TIPS_SHOWN]:
            link = TextLink(tip.card_title)
            link.setAccessibleName(_("Read the card: {title}").format(title=tip.card_title))
            link.clicked.connect(lambda _on=False, tip=tip: self.chosen.emit(tip.card_id))
            self.links.append(link)
            for widget in (Prose(tip.text), link):
                self._shown.append(widget)
                self._rows.addWidget(widget)
        self.others.setVisible(len(self._tips) > TIPS_SHOWN)
