"""Strips under the form: how many things are to be put right or looked at, and which; each leads to its field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from facilitator.content.labels import where
from facilitator.content.personal import Found
from facilitator.content.problem import Problem
from facilitator.content.writing import AnyKind
from facilitator.ui.casuistry.editor.forms import problem_words
from facilitator.ui.casuistry.editor.tree import Path
from facilitator.ui.casuistry.privacy.phrases import count_words, grouped, looks_like
from facilitator.ui.widgets import Button
from facilitator.words import _, ngettext

_PATH = Qt.ItemDataRole.UserRole


class Strip(QWidget):
    """A button that says how many there are; it opens the list.

    Signals:
        wanted(Path): go to the field that a row is about.
    """

    wanted = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = Button()
        self.button.setProperty("role", "link")
        self.button.setCheckable(True)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setWordWrap(True)
        self.list.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
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

    def show_rows(self, said: str, rows: Sequence[tuple[Path, str]]) -> None:
        """Show how many there are, in words, and each of them."""
        self.list.clear()
        for path, text in rows:
            item = QListWidgetItem(text)
            item.setData(_PATH, path)
            self.list.addItem(item)
        self.button.say(said)
        self.button.setEnabled(bool(rows))
        if not rows:
            self.button.setChecked(False)

    def _go(self, item: QListWidgetItem) -> None:
        self.wanted.emit(tuple(item.data(_PATH)))


class ProblemsStrip(Strip):
    """What is still to be put right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What is to be put right"), parent)
        self.show_problems({})

    def show_problems(self, problems: Mapping[Path, Sequence[Problem]]) -> None:
        """Show what there is to put right."""
        rows = [(path, problem_words(problem)) for path, found in problems.items() for problem in found]
        said = ngettext("{count} thing to put right", "{count} things to put right", len(rows))
        self.show_rows(said.format(count=len(rows)) if rows else _("nothing to put right"), rows)


class FindingsStrip(Strip):
    """What looks like personal data; out of sight while nothing does."""

    def __init__(self, kind: AnyKind, parent: QWidget | None = None) -> None:
        super().__init__(_("What looks like personal data"), parent)
        self._kind = kind
        self.show_found(())

    def show_found(self, found: Sequence[Found]) -> None:
        """Show what is still to be decided."""
        groups = grouped(found)
        rows = [(group[0].path, _row_words(self._kind, group)) for group in groups]
        self.show_rows(count_words(len(rows)), rows)
        self.setVisible(bool(rows))


def _row_words(kind: AnyKind, group: Sequence[Found]) -> str:
    said = _("{finding} – {place}").format(finding=looks_like(group[0]), place=where(kind, group[0].path))
    more = len(group) - 1
    return said + (ngettext(" and {count} more place", " and {count} more places", more) if more else "").format(
        count=more
    )
