"""ImportPage: what is in a pack, and what it would change, before anything comes in."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from facilitator.content.compare import Change, Fate
from facilitator.content.pack import Key
from facilitator.storage.library.records import ItemKey
from facilitator.ui.casuistry.changes_view import ChangesView
from facilitator.ui.casuistry.library.value_words import value_words
from facilitator.ui.casuistry.packs.offer import Age, Offer, key_of
from facilitator.ui.casuistry.packs.phrases import (
    about_words,
    age_words,
    change_intro,
    change_words,
    doubt_lines,
    doubted_words,
    in_the_way_words,
    mark_words,
    sum_words,
)
from facilitator.ui.start.page import MARGIN, TOP
from facilitator.ui.start.top_row import TopRow
from facilitator.ui.widgets import Card, PlainLabel, PrimaryButton, Prose
from facilitator.ui.widgets.back_button import BackButton
from facilitator.words import _


class ImportPage(QWidget):
    """The items at the left, what happens to the one that is chosen at the right.

    Attributes:
        offer: the pack.
        taken: the items that the user wrote, and for which they take what the pack holds.
        left_out: the new items that the user does not want.

    Signals:
        wanted(): bring it in.
        left(): leave it.
    """

    wanted = Signal()
    left = Signal()

    def __init__(self, offer: Offer, packs: Mapping[str, str], parent: QWidget | None = None) -> None:
        """`packs` gives the titles of the packs that are there, by their ids."""
        super().__init__(parent)
        self.offer = offer
        self.taken: frozenset[Key] = frozenset()
        self.left_out: frozenset[ItemKey] = frozenset()
        self.list = QListWidget()
        self.list.setAccessibleName(_("What is in the pack"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.reading = Prose(scrolls=True)
        self.reading.setAccessibleName(_("About what is chosen"))
        self.changes = ChangesView(_("What changes"), _("Now:"), _("New:"))
        self.sides = QStackedWidget()
        self.keep = QRadioButton(_("Keep what I wrote"))
        self.take = QRadioButton(_("Take what the pack has; mine stays among its versions"))
        self.leave_out = QCheckBox(_("Leave this one out"))
        self.bring = PrimaryButton(_("Import"))
        self.back = BackButton(self)
        self.told = PlainLabel(_told(offer, packs), "attention" if _is_warning(offer) else "strong", wrap=True)
        self.doubted = PlainLabel(doubted_words(offer), "attention", wrap=True)
        self.doubted.setVisible(bool(offer.doubts))
        self._lay_out()
        self._wire()
        self._fill()

    def enter(self) -> None:
        """Put the keyboard in the list."""
        self.list.setFocus()

    def _lay_out(self) -> None:
        about = self.offer.pack.about
        left, right = Card(), Card()
        left.column.addWidget(PlainLabel(sum_words(self.offer), "small", wrap=True))
        left.column.addWidget(self.list, 1)
        self.sides.addWidget(self.reading)
        self.sides.addWidget(self.changes)
        right.column.addWidget(self.sides, 1)
        right.column.addWidget(self.keep)
        right.column.addWidget(self.take)
        right.column.addWidget(self.leave_out)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(14)
        split.setChildrenCollapsible(False)
        for number, (widget, share) in enumerate(((left, 2), (right, 5))):
            split.addWidget(widget)
            split.setStretchFactor(number, share)
        left.setMinimumWidth(self.fontMetrics().horizontalAdvance("M") * 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, TOP, MARGIN, 22)
        column.setSpacing(12)
        column.addWidget(TopRow(self.back, self.bring))
        column.addWidget(PlainLabel(about.title, "page-title", wrap=True))
        column.addWidget(PlainLabel(about_words(about), "soft", wrap=True))
        column.addWidget(self.told)
        column.addWidget(self.doubted)
        column.addWidget(split, 1)

    def _wire(self) -> None:
        self.list.currentRowChanged.connect(self._show)
        self.bring.clicked.connect(self.wanted)
        self.back.clicked.connect(self.left)
        self.take.toggled.connect(self._choose)
        self.leave_out.clicked.connect(self._leave_out)

    def _fill(self) -> None:
        for change in self.offer.changes:
            title, facts = change_words(change, barred=change.item.key in self.offer.barred)
            marks = mark_words(self.offer, change.item.key)
            self.list.addItem(QListWidgetItem("\n".join(filter(None, (title, facts, marks)))))
        nothing = not self.offer.packed and not any(change.conflict for change in self.offer.changes)
        stopped = bool(self.offer.in_the_way) or self.offer.does_nothing or nothing
        self.bring.setVisible(not stopped)
        if self.offer.age in {Age.NEWER, Age.OLDER, Age.SAME}:
            self.bring.say(_("Replace version {version}").format(version=self.offer.before))
        first = (Fate.CHANGED, Fate.REMOVED, Fate.ADDED, Fate.SAME)
        rows = sorted(range(len(self.offer.changes)), key=lambda row: first.index(self.offer.changes[row].fate))
        self.list.setCurrentRow(rows[0] if rows else -1)

    @property
    def _chosen(self) -> Change | None:
        row = self.list.currentRow()
        return self.offer.changes[row] if 0 <= row < len(self.offer.changes) else None

    def _show(self, _row: int) -> None:
        change = self._chosen
        if change is None:
            return
        if change.fate is Fate.CHANGED:
            self.changes.show_changes(change_intro(change), change.differences)
        else:
            told = (doubt_lines(self.offer, change.item.key), value_words(change.item.value), change_intro(change))
            self.reading.show_markdown("\n\n".join(filter(None, told)))
        self.sides.setCurrentWidget(self.changes if change.fate is Fate.CHANGED else self.reading)
        for choice in (self.keep, self.take):
            choice.setVisible(change.conflict)
        (self.take if change.item.key in self.taken else self.keep).setChecked(True)
        free = change.fate is Fate.ADDED and change.item.key not in self.offer.barred
        self.leave_out.setVisible(free)
        self.leave_out.setChecked(key_of(change.item) in self.left_out)

    def _choose(self, take: bool) -> None:
        change = self._chosen
        if change is not None and change.conflict:
            key = frozenset((change.item.key,))
            self.taken = self.taken | key if take else self.taken - key

    def _leave_out(self, left: bool) -> None:
        change = self._chosen
        if change is not None:
            key = frozenset((key_of(change.item),))
            self.left_out = self.left_out | key if left else self.left_out - key
            wanted = any(one.indexed.key not in self.left_out for one in self.offer.packed)
            self.bring.setEnabled(wanted or bool(self.taken))


def _is_warning(offer: Offer) -> bool:
    return bool(offer.in_the_way) or offer.age is Age.OLDER or (offer.age is Age.SAME and not offer.does_nothing)


def _told(offer: Offer, packs: Mapping[str, str]) -> str:
    return in_the_way_words(offer, packs) if offer.in_the_way else age_words(offer)
