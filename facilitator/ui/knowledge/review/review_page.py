"""ReviewPage: which cards ask for another look, and why. Enter opens the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QWidget

from facilitator.core.review import CHECK_AGAIN_MONTHS, Due, Ground, due
from facilitator.storage.library.records import Origin
from facilitator.ui.casuistry.all_cards import Known
from facilitator.ui.casuistry.names import ORIGINS
from facilitator.ui.dates import long_day
from facilitator.ui.start.page import Page, beside
from facilitator.ui.start.top_row import TopRow
from facilitator.ui.widgets import Card, PlainLabel
from facilitator.ui.widgets.back_button import BackButton
from facilitator.words import _, ngettext

MONTHS = (6, CHECK_AGAIN_MONTHS, 24)
"""How long a check may be ago; the one in the middle is the usual one."""
CARD_ID = Qt.ItemDataRole.UserRole


class ReviewPage(Page):
    """The cards that are due, those without a source first.

    Attributes:
        list: a line for each card.
        months: how long a check may be ago.

    Signals:
        left(): go back.
        card_chosen(str): open this card.
    """

    left = Signal()
    card_chosen = Signal(str)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(_("Due for review"), parent)
        self._today = today
        self._known: tuple[Known, ...] = ()
        self.back = BackButton(self)
        self.back.clicked.connect(self.left)
        self.months = QComboBox()
        self.months.setAccessibleName(_("A check holds for"))
        for count in MONTHS:
            self.months.addItem(ngettext("{count} month", "{count} months", count).format(count=count), count)
        self.months.setCurrentIndex(1)
        self.months.currentIndexChanged.connect(lambda _at: self._fill())
        self.told = PlainLabel(_("Looking through the cards …"), "strong", wrap=True)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Cards that are due for review"))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(lambda item: self.card_chosen.emit(item.data(CARD_ID)))
        label = PlainLabel(_("A check holds for"), "soft")
        label.setBuddy(self.months)
        sheet = Card()
        sheet.column.addWidget(self.told)
        sheet.column.addWidget(self.list, 1)
        sheet.column.addStretch(0)  # where the list is not there, the words stand at the top
        self.column.insertWidget(0, TopRow(self.back))
        self.column.addWidget(PlainLabel(_about(), "soft", wrap=True))
        self.column.addWidget(beside(label, self.months, stretch_at=2))
        self.column.addWidget(sheet, 1)

    def enter(self) -> None:
        """Begin at the list; where nothing is due, at how long a check holds."""
        (self.months if self.list.isHidden() else self.list).setFocus()

    def show_cards(self, known: Sequence[Known]) -> None:
        """Show what of these is due."""
        self._known = tuple(known)
        self._fill()

    def _fill(self) -> None:
        months = int(self.months.currentData())
        found = [(one, due(one.card, self._today, months)) for one in self._known]
        rows = sorted(((one, why) for one, why in found if why), key=_weight)
        self.list.clear()
        for one, why in rows:
            item = QListWidgetItem(f"{one.card.title}\n{_why(one, why)}")
            item.setData(CARD_ID, one.card.id)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if rows else -1)
        held = self.list.hasFocus()
        self.list.setVisible(bool(rows))
        if held:
            self.enter()
        self.told.setText(_told(len(rows), len(self._known)))


def _about() -> str:
    return _("A figure grows old, and so does what you know. Open a card, and hold it against its sources.")


def _told(count: int, of: int) -> str:
    if not count:
        text = ngettext("{of} card, and nothing is due.", "{of} cards, and nothing is due.", of)
        return text.format(of=of)
    return ngettext("{count} of {of} cards is due.", "{count} of {of} cards are due.", count).format(count=count, of=of)


def _weight(row: tuple[Known, tuple[Due, ...]]) -> tuple[int, date, str]:
    one, why = row
    order = list(Ground)
    return min(order.index(each.ground) for each in why), min(each.since or date.min for each in why), one.card.title


def _why(one: Known, why: Sequence[Due]) -> str:
    where = one.pack or ("" if one.origin is Origin.SHIPPED else _(ORIGINS[one.origin]))
    return " · ".join(part for part in (*(_ground(one, each) for each in why), where) if part)


def _ground(one: Known, each: Due) -> str:
    if each.since is None:
        return _("no source")
    if each.figure is not None:
        value = one.card.figures[each.figure].value
        return _("‘{value}’: look for a newer figure since {day}").format(value=value, day=long_day(each.since))
    return _("last checked on {day}").format(day=long_day(each.since))
