"""ProblemsStrip: how many things are still to be put right, and which; each leads to its field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from facilitator.content.problem import Problem
from facilitator.ui.casuistry.editor.forms import problem_words
from facilitator.ui.casuistry.editor.tree import Path
from facilitator.ui.widgets import Button
from facilitator.words import _, ngettext

_PATH = Qt.ItemDataRole.UserRole


class ProblemsStrip(QWidget):
    """A button that says how many there are; it opens the list.

    Signals:
        wanted(Path): go to the field with this problem.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = Button()
        self.button.setProperty("role", "link")
        self.button.setCheckable(True)
        self.list = QListWidget()
        self.list.setAccessibleName(_("What is to be put right"))
        self.list.setWordWrap(True)
        self.list.setMaximumHeight(self.fontMetrics().height() * 9)
        self.list.hide()
        self.button.toggled.connect(self.list.setVisible)
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.list)
        self.show_problems({})

    def show_problems(self, problems: Mapping[Path, Sequence[Problem]]) -> None:
        """Show what there is to put right."""
        rows = [(path, problem_words(problem)) for path, found in problems.items() for problem in found]
        self.list.clear()
        for path, text in rows:
            item = QListWidgetItem(text)
            item.setData(_PATH, path)
            self.list.addItem(item)
        count = len(rows)
        said = ngettext("{count} thing to put right", "{count} things to put right", count).format(count=count)
        self.button.say(said if rows else _("nothing to put right"))
        self.button.setEnabled(bool(rows))
        if not rows:
            self.button.setChecked(False)

    def _go(self, item: QListWidgetItem) -> None:
        self.wanted.emit(tuple(item.data(_PATH)))
