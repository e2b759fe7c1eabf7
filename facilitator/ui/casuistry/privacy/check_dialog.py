"""CheckDialog: what looks like personal data in items that are to be used or packed; a person decides about each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from facilitator.content.personal import Found
from facilitator.core.events import Decision
from facilitator.storage.library.records import ItemKey
from facilitator.ui.casuistry.contents import FILES
from facilitator.ui.casuistry.privacy.phrases import grouped, looks_like, place_words
from facilitator.ui.widgets import Button, Dialog, MarkedText, PlainLabel
from facilitator.words import _


@dataclass(frozen=True, slots=True)
class Checked:
    """An item, and what is still to be decided in it. `own`: its words can be replaced."""

    key: ItemKey
    title: str
    own: bool
    found: tuple[Found, ...]


Row = tuple[Checked, tuple[Found, ...]]


class CheckDialog(Dialog):
    """The words at the left, the text they stand in at the right. It goes on only when nothing is left.

    Signals:
        decided(ItemKey, Found, Decision): it is invented, or shown all the same.
        write_wanted(ItemKey, Path): go to this text, to write something else there.
    """

    decided = Signal(object, object, object)
    write_wanted = Signal(object, object)

    def __init__(self, go_on: str, parent: QWidget | None = None) -> None:
        """`go_on` says what happens when nothing is left."""
        super().__init__(_("Check this first"), parent, accept=go_on, cancel=_("Later"))
        self._rows: list[Row] = []
        self.intro = self.add_text("")
        self.list = QListWidget()
        self.list.setAccessibleName(_("What looks like personal data"))
        self.list.setWordWrap(True)
        self.list.setMinimumWidth(self.fontMetrics().horizontalAdvance("M") * 15)
        self.place = PlainLabel("", "small", wrap=True)
        self.text = MarkedText(_("The text"))
        self.replace = Button(_("Replace in the text"))
        self.invented = Button(_("Is invented"))
        self.show_anyway = Button(_("Show anyway"))
        self.borrowed = PlainLabel(
            _("This came from a pack. To replace words, make your own version of it."), "small", wrap=True
        )
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.replace.clicked.connect(self._write)
        self.invented.clicked.connect(lambda: self._decide(Decision.INVENTED))
        self.show_anyway.clicked.connect(lambda: self._decide(Decision.SHOWN))
        self.begin_at(860, 480)

    def _lay_out(self) -> None:
        sides, right, choices = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        sides.setSpacing(18)
        sides.addWidget(self.list, 2)
        right.addWidget(self.place)
        right.addWidget(self.text, 1)
        for button in (self.replace, self.invented, self.show_anyway):
            choices.addWidget(button)
        choices.addStretch(1)
        right.addLayout(choices)
        right.addWidget(self.borrowed)
        right.addWidget(
            PlainLabel(
                _("‘Show anyway’ is kept with the day and the time. It counts for this item."), "small", wrap=True
            )
        )
        sides.addLayout(right, 3)
        self.body.addLayout(sides, 1)
        self.body.addWidget(PlainLabel(_("This program warns. It does not see everything."), "small", wrap=True))

    def show_checked(self, items: Sequence[Checked]) -> None:
        """Show what is left to decide; the row after the one that was decided comes in its place."""
        at = max(0, self.list.currentRow())
        self._rows = [(item, group) for item in items for group in grouped(item.found)]
        several = len(items) > 1
        self.list.clear()
        for item, group in self._rows:
            words = looks_like(group[0])
            self.list.addItem(f"{words}\n{item.title}" if several else words)
        self.list.setCurrentRow(min(at, len(self._rows) - 1))
        self.accept_button.setEnabled(not self._rows)
        self.intro.setText(
            _("These words look like personal data. Decide about each; then it can go before the room or into a file.")
            if self._rows
            else _("You decided about everything that was found.")
        )
        (self.list if self._rows else self.accept_button).setFocus()
        self._show()

    def _show(self) -> None:
        row = self._row
        for button in (self.replace, self.invented, self.show_anyway):
            button.setEnabled(row is not None)
        self.borrowed.setVisible(row is not None and not row[0].own)
        if row is None:
            self.place.setText("")
            self.text.show_text("", (), ())
            return
        item, group = row
        first = group[0]
        self.replace.setVisible(item.own)
        self.place.setText(place_words(FILES[item.key.kind], first))
        mine = [(one.finding.start, one.finding.end) for one in group if one.path == first.path]
        others = [(one.finding.start, one.finding.end) for one in item.found if one.path == first.path]
        self.text.show_text(first.text, others, mine)
        self.text.setAccessibleDescription(first.text)

    @property
    def _row(self) -> Row | None:
        at = self.list.currentRow()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def _decide(self, decision: Decision) -> None:
        row = self._row
        if row is not None:
            self.decided.emit(row[0].key, row[1][0], decision)

    def _write(self) -> None:
        row = self._row
        if row is not None:
            self.reject()
            self.write_wanted.emit(row[0].key, row[1][0].path)
