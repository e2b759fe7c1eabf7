"""FindingsRow: what looks like personal data in what was typed, one at a time, with what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from facilitator.core.own_agreement import OwnAgreement, typed
from facilitator.core.privacy import Finding
from facilitator.core.text import fold
from facilitator.ui.findings import kind_words
from facilitator.ui.widgets import Button, PlainLabel
from facilitator.words import _, ngettext

Search = Callable[[str, frozenset[str]], tuple[Finding, ...]]


class Seen(NamedTuple):
    """Words that look like personal data, in what was typed for a paragraph."""

    paragraph_id: str
    kind: str
    words: str


def look(own: OwnAgreement, search: Search) -> tuple[Seen, ...]:
    """Give what is still to be decided, each once. May take a while: not for the thread of the windows."""
    known = frozenset({fold(own.municipality), fold("Veilig Thuis")})
    seen = (
        Seen(paragraph_id, finding.kind.value, finding.text)
        for paragraph_id, text in typed(own)
        for finding in search(text, known)
        if fold(finding.text) not in own.allowed
    )
    return tuple(dict.fromkeys(seen))


class FindingsRow(QFrame):
    """Out of sight while nothing is to be decided.

    Attributes:
        seen: what is to be decided.

    Signals:
        wanted(str): go to this paragraph.
        allowed(str): these words may stand there.
    """

    wanted = Signal(str)
    allowed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "warning")
        self.seen: tuple[Seen, ...] = ()
        self.label = PlainLabel("", wrap=True)
        self.go = Button(_("Go there"))
        self.allow = Button(_("It may stay"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.addWidget(self.label, 1)
        row.addWidget(self.go)
        row.addWidget(self.allow)
        self.label.setMinimumWidth(self.fontMetrics().horizontalAdvance("M") * 12)
        self.go.clicked.connect(self._go)
        self.allow.clicked.connect(self._allow)
        self.hide()

    def show_seen(self, seen: tuple[Seen, ...], title: Callable[[str], str]) -> None:
        """Show the first; `title` gives the title of a paragraph."""
        self.go.show()
        self.allow.show()
        focused = self.allow.hasFocus() or self.go.hasFocus()
        self.seen = seen
        self.setVisible(bool(seen))
        if not seen:
            if focused and (above := self.parentWidget()) is not None:
                above.setFocus()
            return
        first = seen[0]
        said = _("In “{title}”: ‘{words}’ looks like {kind}.").format(
            title=title(first.paragraph_id), words=first.words, kind=kind_words(first.kind)
        )
        more = len(seen) - 1
        rest = ngettext("And {count} more.", "And {count} more.", more).format(count=more) if more else ""
        self.label.setText(f"{said} {rest}".strip())

    def _go(self) -> None:
        for first in self.seen[:1]:
            self.wanted.emit(first.paragraph_id)

    def _allow(self) -> None:
        for first in self.seen[:1]:
            self.allowed.emit(first.words)

    def show_trouble(self, words: str) -> None:
        """Say why nobody could look."""
        self.seen = ()
        self.label.setText(words)
        self.go.hide()
        self.allow.hide()
        self.show()
