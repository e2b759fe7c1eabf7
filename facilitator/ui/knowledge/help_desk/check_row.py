"""CheckRow: what looks like personal data in what is being typed, one at a time, with what to do about it."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.content.lexicon import NoListsError
from facilitator.core.help_desk import Search, open_findings
from facilitator.core.privacy import Finding
from facilitator.core.text import fold
from facilitator.ui.findings import kind_words, proposal
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.widgets import Button, PlainLabel
from facilitator.words import _, ngettext

PAUSE_MS = 300
"""How long nobody types before is looked."""


class CheckRow(QFrame):
    """Looks beside the window. Out of sight while nothing is to be decided.

    Attributes:
        found: what is still to be decided.
        allowed: the words, folded, that may stay.
        ready: whether the newest text was looked at, and nothing is to be decided any more.

    Signals:
        turned(): `ready` may be different.
        replace_wanted(str, str): put the second words in the place of the first.
    """

    turned = Signal()
    replace_wanted = Signal(str, str)

    def __init__(self, search: Search, allowed: Collection[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "warning")
        self._search = search
        self._text = ""
        self._turn = 0
        self.ready = False
        self.found: tuple[Finding, ...] = ()
        self.allowed = set(allowed)
        self.label = PlainLabel("", wrap=True)
        self.label.setMinimumWidth(self.fontMetrics().horizontalAdvance("M") * 12)
        self.replace = Button()
        self.allow = Button(_("It may stay"))
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(14, 10, 14, 10)
        column.addWidget(self.label)
        row.addWidget(self.replace)
        row.addWidget(self.allow)
        row.addStretch(1)
        column.addLayout(row)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._begin)
        self.replace.clicked.connect(self._replace)
        self.allow.clicked.connect(self._allow)
        self.hide()

    def look(self, text: str) -> None:
        """Look at this text, once typing rests."""
        self._text = text
        self._turn += 1
        self._turn_to(ready=False)
        self._pause.start()

    def look_now(self) -> None:
        """Look at it without waiting for typing to rest."""
        self._pause.stop()
        self._begin()

    def _begin(self) -> None:
        looked = in_background(partial(open_findings, self._text, frozenset(self.allowed), self._search))
        deliver(looked, partial(self._show, self._turn), partial(self._not_looked, self._turn))

    def _show(self, turn: int, found: tuple[Finding, ...]) -> None:
        if turn != self._turn:
            return
        self.found = found
        focused = self.allow.hasFocus() or self.replace.hasFocus()
        self.setVisible(bool(found))
        for button in (self.replace, self.allow):
            button.setVisible(bool(found))
        if found:
            self._tell(found)
        elif focused:
            self.focusNextChild()
        self._turn_to(ready=not found)

    def _tell(self, found: tuple[Finding, ...]) -> None:
        first, more = found[0], len(found) - 1
        kind = first.kind.value
        said = _("‘{words}’ looks like {kind}.").format(words=first.text, kind=kind_words(kind))
        rest = ngettext("And {count} more.", "And {count} more.", more).format(count=more) if more else ""
        self.label.setText(f"{said} {rest}".strip())
        self.replace.say(_("Make it {instead}").format(instead=proposal(kind)))

    def _not_looked(self, turn: int, error: Exception) -> None:
        """Nothing goes on that nobody looked at."""
        if turn != self._turn:
            return
        if not isinstance(error, NoListsError):
            raise error
        self.label.setText(error.explain())
        for button in (self.replace, self.allow):
            button.hide()
        self.show()

    def _turn_to(self, *, ready: bool) -> None:
        self.ready = ready
        self.turned.emit()

    def _replace(self) -> None:
        for first in self.found[:1]:
            self.replace_wanted.emit(first.text, proposal(first.kind.value))

    def _allow(self) -> None:
        for first in self.found[:1]:
            self.allowed.add(fold(first.text))
            self.look(self._text)
            self.look_now()
