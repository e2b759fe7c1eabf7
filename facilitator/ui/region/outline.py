"""Outline: the chapters and their paragraphs, with what was chosen for each."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from facilitator.core.own_agreement import Choice, OwnAgreement, lack
from facilitator.ui import theme
from facilitator.ui.region.phrases import state_words
from facilitator.words import _

_ID = Qt.ItemDataRole.UserRole
_SIGN = Qt.ItemDataRole.UserRole + 1

_BESIDE, _AROUND, _LEAST = 64, 12, 30
"""Pixels that a row takes beside and around its words, and its least height, at the usual text size."""

KEYS = {Qt.Key.Key_1: Choice.TAKEN_OVER, Qt.Key.Key_2: Choice.ADJUSTED, Qt.Key.Key_3: Choice.NOT_APPLICABLE}
"""In the list each choice is one key; from a field it is the same key with Alt."""


class Outline(QListWidget):
    """Each paragraph with its state in words; a sign before it for who looks over them quickly.

    Signals:
        pointed(str): this paragraph is to be shown.
        keyed(Choice): a choice was made by key for the paragraph in sight.
        wanted(): Enter: go into the paragraph.
    """

    pointed = Signal(str)
    keyed = Signal(object)
    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._practice: Mapping[str, str] = {}
        self.setAccessibleName(_("Paragraphs"))
        self.setProperty("role", "bare")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._point)

    @property
    def here(self) -> str:
        """The paragraph that is pointed at; empty while none is."""
        item = self.currentItem()
        return "" if item is None else str(item.data(_ID) or "")

    def show_own(self, own: OwnAgreement) -> None:
        """Show how each paragraph stands; the one pointed at stays so while it is there."""
        ids = [each for chapter in own.model.chapters for each in ("", *(one.id for one in chapter.paragraphs))]
        if [str(self.item(row).data(_ID) or "") for row in range(self.count())] != ids:
            self._build(own)
        rows = {str(self.item(row).data(_ID) or ""): self.item(row) for row in range(self.count())}
        for paragraph in own.model.paragraphs:
            item, fares = rows[paragraph.id], self._practice.get(paragraph.id, "")
            state = " · ".join(part for part in (state_words(own, paragraph), fares) if part)
            item.setText(f"{paragraph.title}\n{state}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{paragraph.title}, {state}")
            what = lack(own, paragraph)
            sign = "check" if what is None else "edit" if own.of(paragraph.id).choice else "less"
            item.setIcon(_sign(sign))
            item.setData(_SIGN, sign)
        self._fit()

    def show_practice(self, words: Mapping[str, str]) -> None:
        """Tell of paragraphs, by id, how they fare in practice; seen at the next showing."""
        self._practice = words

    def look_changed(self) -> None:
        """Draw the signs in the colours that hold now."""
        for row in range(self.count()):
            if sign := self.item(row).data(_SIGN):
                self.item(row).setIcon(_sign(sign))
            else:
                self.item(row).setForeground(QColor(theme.current().ink))

    def point_at(self, paragraph_id: str) -> None:
        """Point at a paragraph; at the first where that is not there."""
        found = [row for row in range(self.count()) if str(self.item(row).data(_ID) or "") == paragraph_id]
        self.setCurrentRow(found[0] if found and paragraph_id else min(1, self.count() - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Give every row the height that its words take at this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Qt would cut a title that takes two lines: it measures a row before it knows its width."""
        look = theme.current()
        room = QRect(0, 0, self.viewport().width() - self.iconSize().width() - look.scaled(_BESIDE), 10_000)
        for row in range(self.count()):
            item = self.item(row)
            words = QFontMetrics(item.font() if item.data(_ID) is None else self.font())
            high = words.boundingRect(room, Qt.TextFlag.TextWordWrap, item.text()).height()
            item.setSizeHint(QSize(0, max(look.scaled(_LEAST), high + look.scaled(_AROUND))))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """1, 2 and 3 choose; Enter goes into the paragraph."""
        key = Qt.Key(event.key())
        if event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}:
            if key in KEYS:
                self.keyed.emit(KEYS[key])
                return
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.wanted.emit()
                return
        super().keyPressEvent(event)

    def _build(self, own: OwnAgreement) -> None:
        here = self.here
        self.blockSignals(True)
        self.clear()
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        for number, chapter in enumerate(own.model.chapters, 1):
            head = QListWidgetItem(f"{number}  {chapter.title}", self)
            head.setFont(bold)
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            head.setForeground(QColor(theme.current().ink))
            for paragraph in chapter.paragraphs:
                item = QListWidgetItem(paragraph.title, self)
                item.setData(_ID, paragraph.id)
        self.blockSignals(False)
        self.point_at(here)

    def _point(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_ID):
            self.pointed.emit(str(item.data(_ID)))


def _sign(name: str) -> QIcon:
    """A sign in the ink of the list, and in that of the row that is pointed at."""
    look = theme.current()
    side = look.scaled(18)
    made = QIcon(look.icon(name).pixmap(side))
    made.addPixmap(look.icon(name, look.on_accent).pixmap(side), QIcon.Mode.Selected)
    return made
