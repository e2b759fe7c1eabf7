"""Panel: something that opens over the console, inside its window; the panic key goes on working."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from facilitator.core.session import Session
from facilitator.ui.console.parts import quiet
from facilitator.ui.widgets import IconButton, PlainLabel
from facilitator.ui.widgets.aloud import say_aloud
from facilitator.words import _

USUAL_LINE = 19
"""Pixels between two lines of text at its usual size."""

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})

_openings = count(1)


class Panel(QFrame):
    """A sheet over its parent, with a title. Esc closes it; Tab stays inside.

    Attributes:
        body: the layout for its contents.
        widest: no wider than this, in pixels at the usual text size.
        tallest: at least this share of the room it has.
        room: gives the part of the host it may lie over.
        opened_as: counts the openings of all panels: the highest lies on top.

    Signals:
        opened(): it came into sight.
        closed(): it is gone.
    """

    opened = Signal()
    closed = Signal()
    widest = 760
    tallest = 0.8

    def __init__(self, title: str, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.opened_as = 0
        self.room: Callable[[], QRect] = host.rect
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self.title = PlainLabel(title, "card-title", wrap=True)
        self.close_button = IconButton("close", _("Close (Esc)"))
        quiet(self.close_button)
        self.close_button.clicked.connect(self.give_up)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 18, 18)
        column.setSpacing(10)
        column.addLayout(head)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        column.addLayout(self.body, 1)
        self.hint = PlainLabel(role="attention", wrap=True)
        self.hint.hide()
        column.addWidget(self.hint)
        host.installEventFilter(self)
        self.hide()

    def lay_beside(self, left: QWidget | QLayout, right: QLayout) -> None:
        """Fill it: on the left what there is to choose from, and wider beside it what is chosen."""
        right.setSpacing(10)
        sides = QHBoxLayout()
        sides.setSpacing(22)
        if isinstance(left, QLayout):
            sides.addLayout(left, 2)
        else:
            sides.addWidget(left, 2)
        sides.addLayout(right, 3)
        self.body.addLayout(sides, 1)

    # ---- coming and going

    def open(self) -> None:
        """Come into sight with the keyboard in it."""
        self.opened_as = next(_openings)
        self._place()
        self.show()
        self.raise_()
        self.first_field().setFocus(Qt.FocusReason.PopupFocusReason)
        self.opened.emit()

    def give_up(self) -> None:
        """Close, unless something in it must be settled first."""
        self.shut()

    def shut(self) -> None:
        """Close."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def show_session(self, session: Session) -> None:
        """Show the session as it is now, for a panel that has something of it in sight."""

    def say(self, text: str) -> None:
        """Tell something at the bottom; an empty text takes it away."""
        self.hint.setText(text)
        self.hint.setVisible(bool(text))
        if text:
            say_aloud(self, text)

    def first_field(self) -> QWidget:
        """What has the keyboard when it opens."""
        return self.close_button

    def next_words(self) -> str:
        """What the button for going on says while this is open; empty when it says what it always does."""
        return ""

    def step(self, by: int) -> bool:
        """On (1) or back (-1) while this is open; False leaves that to the session."""
        del by
        return False

    # ---- keys

    def event(self, event: QEvent) -> bool:
        """Esc closes what lies on top before it leads back from the page under it."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Esc closes. Enter is for what has the keyboard: one in a line must not press the button it leads to."""
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802  Qt's name
        """Go round inside the panel."""
        now = QApplication.focusWidget()
        following = now
        while following is not None:
            following = following.nextInFocusChain() if forward else following.previousInFocusChain()
            if following is now:
                return True
            if following is not None and self._takes_tab(following):
                following.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
                return True
        return False

    def _takes_tab(self, widget: QWidget) -> bool:
        takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        return takes and self.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled()

    # ---- place

    def look_changed(self) -> None:
        """Be as large as the text asks."""
        if self.isVisible():
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Stay in the middle of the console when that changes size."""
        if watched is self._host and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        room = self.room().adjusted(8, 8, -8, -8)
        width = min(room.width(), round(self.widest * self.fontMetrics().height() / USUAL_LINE))
        height = min(room.height(), max(self.sizeHint().height(), round(room.height() * self.tallest)))
        place = QRect(0, 0, width, height)
        place.moveCenter(room.center())
        self.setGeometry(place)
