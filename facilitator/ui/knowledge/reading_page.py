"""ReadingPage: a case or a script to read, or a card of one's own that is not right yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.content.problem import Problem
from facilitator.ui.start.page import Page
from facilitator.ui.start.top_row import TopRow
from facilitator.ui.widgets import Card, PlainLabel, Prose
from facilitator.ui.widgets.back_button import BackButton
from facilitator.words import _, ngettext

MOST_PROBLEMS = 6


class ReadingPage(Page):
    """A title and what is under it.

    Attributes:
        back: the button that leads away from it.

    Signals:
        left(): go back to where it was opened.
    """

    left = Signal()

    def __init__(self, title: str, *under: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.back = BackButton(self)
        self.back.clicked.connect(self.left)
        self.column.insertWidget(0, TopRow(self.back))
        for widget in under:
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def enter(self) -> None:
        """Begin at the way back."""
        self.back.setFocus()


def text_page(title: str, markdown: str, where: str) -> ReadingPage:
    """A case or a script; `where` says what can be done with it, and where."""
    sheet = Card()
    sheet.column.setContentsMargins(22, 18, 22, 18)
    sheet.column.addWidget(Prose(markdown))
    return ReadingPage(title, PlainLabel(where, "soft", wrap=True), sheet)


def unfinished_page(title: str, problems: Sequence[Problem]) -> ReadingPage:
    """A card that cannot be shown yet, with what is to be put right."""
    told = _("This card is not finished. Open it in Casuistry to put it right. Nothing is lost.")
    sheet = Card()
    for problem in problems[:MOST_PROBLEMS]:
        sheet.column.addWidget(PlainLabel(f"{problem.what}. {problem.fix}.", wrap=True))
    beyond = len(problems) - MOST_PROBLEMS
    if beyond > 0:
        sheet.column.addWidget(
            PlainLabel(
                ngettext("And {count} more.", "And {count} more.", beyond).format(count=beyond), "soft", wrap=True
            )
        )
    under = (sheet,) if problems else ()
    return ReadingPage(title, PlainLabel(told, "lead", wrap=True), *under)
