"""RefusedDialog: why a pack cannot come in: what, where, and what to do now."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.content.problem import Problem
from facilitator.ui.casuistry.packs.phrases import problem_lines
from facilitator.ui.start.page import Scrolling
from facilitator.ui.widgets import Dialog, PlainLabel
from facilitator.words import _, ngettext

MOST = 12
"""So many reasons are told; nobody reads more before doing something about these."""


class RefusedDialog(Dialog):
    """Tells the reasons. There is nothing to decide: it is only closed.

    Attributes:
        told: the reasons as they are shown.
    """

    def __init__(self, title: str, problems: Sequence[Problem], pack: Path, parent: QWidget | None = None) -> None:
        super().__init__(title, parent, accept=_("Close"))
        self.cancel_button.hide()
        self.add_text(_("Nothing was brought in. Your library is as it was."), "strong")
        self.told = [problem_lines(problem, pack) for problem in problems[:MOST]]
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(4)
        for what, where, fix in self.told:
            column.addWidget(PlainLabel(what, wrap=True))
            column.addWidget(PlainLabel(where, "small", wrap=True))
            column.addWidget(PlainLabel(fix, "accent", wrap=True))
            column.addSpacing(10)
        more = len(problems) - len(self.told)
        if more:
            said = ngettext("and {count} more", "and {count} more", more).format(count=more)
            column.addWidget(PlainLabel(said, "small"))
        column.addStretch(1)
        self.body.addWidget(Scrolling(inner, 9))
        self.begin_at(560, 400)
