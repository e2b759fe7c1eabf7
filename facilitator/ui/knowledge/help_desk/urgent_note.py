"""UrgentNote: what to do first when a question has words of danger in it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.core.urgency import urgent_words
from facilitator.ui.widgets import PlainLabel
from facilitator.ui.widgets.aloud import say_aloud
from facilitator.words import _

WHOLE = 2_000
"""So many characters are looked at whole, at every key; of a longer text what is new."""
_AROUND = 500


class UrgentNote(QFrame):
    """Out of sight until there is a word of danger. It asks for nothing and takes nothing away.

    Attributes:
        call, advice: the two sentences.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "urgent")
        self.call = PlainLabel(_("Is there danger at this moment? Call 112."), "urgent-call", wrap=True)
        self.advice = PlainLabel(
            _("Advice or reporting: Veilig Thuis 0800-2000, free of charge, day and night."), "strong", wrap=True
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(4)
        column.addWidget(self.call)
        column.addWidget(self.advice)
        self._length = 0
        self._seen: tuple[str, ...] = ()
        self.hide()

    def look(self, text: str, at: int | None = None) -> None:
        """Look at what is typed by now, the last of it before `at` (the end when None); no engine is needed for it."""
        new, self._length = max(0, len(text) - self._length), len(text)
        if len(text) <= WHOLE:
            self._seen = urgent_words(text)
        else:
            end = len(text) if at is None else at
            near = urgent_words(text[max(0, end - new - _AROUND) : end + _AROUND])
            still = " ".join(text.split())
            self._seen = tuple(dict.fromkeys((*(words for words in self._seen if words in still), *near)))
        urgent = bool(self._seen)
        if urgent and self.isHidden():
            say_aloud(self, f"{self.call.text()} {self.advice.text()}")
        self.setVisible(urgent)
