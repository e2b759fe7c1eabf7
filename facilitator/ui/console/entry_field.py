"""The text field of a typing line, and the list of organisations that `@` brings up beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator.core.people import Partner
from facilitator.core.quick_line import complete, complete_roles
from facilitator.core.text import fold
from facilitator.ui.console.row_list import RowList
from facilitator.ui.console.rows import Row
from facilitator.ui.widgets import LineEdit
from facilitator.words import _

_FRAGMENT = re.compile(r'(?<!\w)@"?([^@#,;:!?"]*)$')
MOST = 7
"""How many organisations, and how many roles, are offered at once."""

Fragment = Callable[[str, int], tuple[int, str] | None]
"""Finds in a text, before a cursor, where the name begins that is being typed, and what is typed of it."""


def fragment_at(text: str, cursor: int) -> tuple[int, str] | None:
    """Where the mention begins that is being typed before the cursor, and what is typed of it; None when none is."""
    found = _FRAGMENT.search(text[:cursor])
    return None if found is None else (found.start(), found[1])


def whole_text(text: str, cursor: int) -> tuple[int, str] | None:
    """All of a field is a name."""
    return (0, text[:cursor]) if text[:cursor].strip() else None


def offers(fragment: str, partners: Sequence[Partner], roles: Sequence[str] = ()) -> tuple[Row, ...]:
    """The roles and organisations to offer for a fragment: none once a whole name and more has been typed.

    A row's id is what goes into the line: an organisation with the name of a role is meant by its name in quotes.
    """
    typed = fold(fragment)
    names = (*roles, *(partner.name for partner in partners))
    if any(typed == fold(name) or typed.startswith(f"{fold(name)} ") for name in names):
        return ()
    played = [Row(role, role, aside=_("role")) for role in complete_roles(fragment, roles)]
    same = {fold(role) for role in roles}
    beside = _("organisation") if roles else ""
    found = [
        Row(f'"{p.name}"' if fold(p.name) in same else p.name, p.name, aside=beside)
        for p in complete(fragment, partners)
    ]
    return (*played[:MOST], *found[:MOST])


class EntryField(LineEdit):
    """One line that is always ready to type in.

    Signals:
        entered(): Enter.
        escaped(): Esc.
        stepped(int): up (-1) or down (1).
        tabbed(): Tab; sent only while `catches_tab`.
        left(): the keyboard went elsewhere.
    """

    entered = Signal()
    escaped = Signal()
    stepped = Signal(int)
    tabbed = Signal()
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self.catches_tab = False

    def event(self, event: QEvent) -> bool:
        """Tab takes what is offered; otherwise it goes on to the next control as always."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            taken = self.catches_tab and event.key() == Qt.Key.Key_Tab
            if taken:
                self.tabbed.emit()
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        """Tell it."""
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Enter, Esc and the arrows mean something to the line; the rest is text."""
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if plain:
                self.entered.emit()
            case Qt.Key.Key_Escape:
                self.escaped.emit()
            case Qt.Key.Key_Up if plain:
                self.stepped.emit(-1)
            case Qt.Key.Key_Down if plain:
                self.stepped.emit(1)
            case _:
                super().keyPressEvent(event)


class Suggestions(RowList):
    """The organisations (and roles) that fit what was typed after `@`, beside a field that keeps the focus.

    It lies over its parent; without one, over the window of the field.

    Signals:
        picked(str): the name that was chosen with the mouse.
    """

    picked = Signal(str)

    def __init__(self, field: EntryField, fragment: Fragment = fragment_at, inserted: str = "@{name} ") -> None:
        super().__init__(_("Organisations"), grows=True, dense=True)
        self._fragment = fragment
        self._inserted = inserted
        self.setProperty("role", "suggestions")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._field = field
        self._moved = False
        self.clicked.connect(lambda _index: self.picked.emit(self.chosen or ""))
        self.hide()
        field.left.connect(self.dismiss)

    def offer(self, partners: Sequence[Partner], roles: Sequence[str] = ()) -> None:
        """Show what fits beside the cursor, or nothing."""
        fragment = self._fragment(self._field.text(), self._field.cursorPosition())
        rows = () if fragment is None else offers(fragment[1], partners, roles)
        if not rows:
            self.dismiss()
            return
        if rows != self.rows:
            self._moved = False
            self.show_rows(rows)
            self.choose(rows[0].id)
        self._field.catches_tab = True
        self._place()
        self.show()
        self.raise_()

    def dismiss(self) -> None:
        """Go away."""
        self._field.catches_tab = False
        self._moved = False
        self.hide()

    def step(self, by: int) -> None:
        """Choose another one."""
        self._moved = True
        at = [row.id for row in self.rows].index(self.chosen or self.rows[0].id)
        self.choose(self.rows[(at + by) % len(self.rows)].id)

    @property
    def takes_enter(self) -> bool:
        """Whether Enter means the chosen one: it was moved to, or the line could mean several."""
        return self.isVisible() and (self._moved or len(self.rows) > 1)

    def insert(self, name: str) -> None:
        """Put a name in the field in place of what was typed of it."""
        text, cursor = self._field.text(), self._field.cursorPosition()
        fragment = self._fragment(text, cursor)
        if fragment is None or not name:
            return
        self._field.setSelection(fragment[0], cursor - fragment[0])
        self._field.insert(self._inserted.format(name=name))
        self.dismiss()

    def _place(self) -> None:
        window = self.parentWidget() or self._field.window()
        if self.parentWidget() is None:
            self.setParent(window)
        width = min(360, max(200, self._field.width()))
        height = min(self.sizeHint().height(), 240)
        corner = self._field.mapTo(window, QPoint(self._field.cursorRect().left(), 0))
        x = max(8, min(corner.x(), window.width() - width - 8))
        above = corner.y() - height - 4
        self.setGeometry(x, above if above > 8 else corner.y() + self._field.height() + 4, width, height)
