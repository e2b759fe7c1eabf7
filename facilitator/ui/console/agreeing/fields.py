"""Fields that several parts of the form have: a choice, a day, and a field with words of its own when it is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.core.agreement import Agreement
from facilitator.core.session import Session
from facilitator.core.text import one_line
from facilitator.core.when import day_in
from facilitator.ui import theme
from facilitator.ui.dates import long_day, weekday_and_day
from facilitator.ui.widgets import LineEdit, PlainLabel
from facilitator.words import _


class Part(Protocol):
    """Some fields of an agreement."""

    def lay_out(self, form: QFormLayout) -> None:
        """Add the fields to the form."""

    def show_agreement(self, session: Session, agreement: Agreement) -> None:
        """Fill them."""

    def read(self, agreement: Agreement) -> Agreement:
        """Give the agreement with what stands in them."""

    def wrong(self) -> QWidget | None:
        """Tell at each field what is wrong with it, and give the first of those; None where all is well."""


class Told(QWidget):
    """A field with a line of words under it, for what is wrong with it, and perhaps something beside it.

    Attributes:
        words: what is wrong; empty, and out of sight, when nothing is.
    """

    def __init__(self, field: QWidget, aside: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self.words = PlainLabel(role="attention", wrap=True)
        self.words.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(beside(*(widget for widget in (field, aside) if widget is not None)))
        column.addWidget(self.words)

    def tell(self, words: str) -> QWidget | None:
        """Say what is wrong, and give the field; nothing is wrong with an empty text."""
        self.words.setText(words)
        self.words.setVisible(bool(words))
        mark(self._field, words)
        return self._field if words else None


def mark(field: QWidget, words: str) -> None:
    """Let a field look wrong, and say why to who does not see it; an empty text lets it be right again."""
    theme.set_role(field, "wrong" if words else "")
    field.setAccessibleDescription(words)


class Choice(QComboBox):
    """One of some, or none.

    Signals:
        chosen(object): somebody chose this (None: none).
    """

    chosen = Signal(object)

    def __init__(self, name: str, none: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._none = none
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda _index: self.chosen.emit(self.currentData()))

    def offer(self, items: Iterable[tuple[str, str]], chosen: str | None) -> None:
        """Offer these (id, name), with one chosen. Tells nobody."""
        self.blockSignals(True)
        self.clear()
        self.addItem(self._none, None)
        for item_id, name in items:
            self.addItem(name, item_id)
        self.setCurrentIndex(max(0, self.findData(chosen)) if chosen else 0)
        self.blockSignals(False)

    def choose(self, chosen: str | None) -> None:
        """Choose one of what is offered."""
        self.setCurrentIndex(max(0, self.findData(chosen)) if chosen else 0)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  Qt's name
        """Leave the wheel to the form, which scrolls: what is chosen must not change unseen."""
        event.ignore()

    @property
    def choice(self) -> str | None:
        """The id of what is chosen."""
        found: str | None = self.currentData()
        return found


class Word(Protocol):
    """A member of a list of words of the field."""

    @property
    def value(self) -> str:
        """What it is kept as."""

    @property
    def msgid(self) -> str:
        """What it is called."""


def offer_words(box: Choice, members: Iterable[Word], chosen: Word | None) -> None:
    """Offer the members of a list of words of the field."""
    box.offer(((word.value, _(word.msgid)) for word in members), None if chosen is None else chosen.value)


def offer_partners(box: Choice, session: Session, chosen: str | None) -> None:
    """Offer the organisations at the table."""
    box.offer(((partner.id, partner.name) for partner in session.notebook.partners), chosen)


def words(role: str = "") -> PlainLabel:
    """Words to read in the place of a field, as wide as there is room."""
    label = PlainLabel(role=role, wrap=True)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return label


def beside(*fields: QWidget) -> QHBoxLayout:
    """Fields next to each other, each as wide as the others."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for field in fields:
        row.addWidget(field, 1)
    return row


class DayField(QWidget):
    """A day as people type it, and beside it how it is understood.

    Attributes:
        line: where it is typed.
        told: the line with what is wrong with it.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date.min
        self.line = LineEdit(name, _("1 Mar, in 2 weeks …"))
        self.understood = PlainLabel(role="small")
        self.told = Told(self.line, self.understood)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.told)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(lambda _text: self._understand())

    def show_day(self, day: date | None, today: date) -> None:
        """Show a day; days are counted from `today`."""
        self._today = today
        self.line.setText("" if day is None else long_day(day))
        self.told.tell("")
        self._understand()

    @property
    def day(self) -> date | None:
        """The day that is typed."""
        return day_in(one_line(self.line.text()), self._today)

    @property
    def is_unread(self) -> bool:
        """Whether something is typed that is no day."""
        return bool(one_line(self.line.text())) and self.day is None

    def wrong(self) -> QWidget | None:
        """Tell when it is no day."""
        return self.told.tell(_("This is no day. Type for example 1 Mar, or in 2 weeks.") if self.is_unread else "")

    def _understand(self) -> None:
        self.understood.setText("" if self.day is None else weekday_and_day(self.day))
