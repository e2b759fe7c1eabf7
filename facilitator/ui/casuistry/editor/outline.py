"""Outline: the parts of what is being written: what it is about, its lists, and each moment or step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from facilitator.content.problem import Problem
from facilitator.content.records import ListOf, Record
from facilitator.ui.casuistry.editor.draft import Draft
from facilitator.ui.casuistry.editor.labels import field_label
from facilitator.ui.casuistry.editor.new_items import new_item
from facilitator.ui.casuistry.editor.tree import Path, items_at, text_at
from facilitator.ui.widgets import IconButton
from facilitator.ui.widgets.buttons import key_name
from facilitator.words import _

ONE_BY_ONE = ("moments", "steps")
"""Lists whose items each have a page of their own; the items of other lists stand on one page."""

WITHIN = "\u2003"
"""Stands before the title of a moment or step, which is a part of its list."""

_PATH = Qt.ItemDataRole.UserRole


class Outline(QWidget):
    """The parts as a list; moments and steps can be added, moved and removed here.

    Attributes:
        here: the path of the part in sight; empty for what the file is about.

    Signals:
        chosen(Path): show this part.
    """

    chosen = Signal(object)

    def __init__(self, record: Record[Any], draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record = record
        self._draft = draft
        self.here: Path = ()
        self.list = _Parts(self)
        self.list.setAccessibleName(_("Parts"))
        self.list.setAccessibleDescription(_("Key: {key}").format(key=key_name("Ctrl+G")))
        self.list.setToolTip(self.list.accessibleDescription())
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setItemsExpandable(False)
        self.list.setIndentation(0)  # Qt would paint the place beside a chosen part too
        self.list.setMinimumWidth(self.fontMetrics().horizontalAdvance("M") * 9)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._choose)
        self.add = IconButton("add", _("Add one"))
        self.up = IconButton("up", _("Move up"), "Alt+Up")
        self.down = IconButton("down", _("Move down"), "Alt+Down")
        self.remove = IconButton("remove", _("Remove"), "Del")
        row = QHBoxLayout()
        for button, does in (
            (self.add, self.add_item),
            (self.up, lambda: self.move_item(-1)),
            (self.down, lambda: self.move_item(1)),
            (self.remove, self.remove_item),
        ):
            button.clicked.connect(does)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        draft.changed.connect(self._retitle)
        draft.rebuilt.connect(self.show_parts)
        self.show_parts()

    # ---- what it shows

    def show_parts(self) -> None:
        """Show the parts there are; the one in sight stays chosen while it is there."""
        before = self.list.blockSignals(True)
        self.list.clear()
        self._add_part(None, (), _("What it is about"))
        for field in self._record.fields:
            if isinstance(field.kind, ListOf) and isinstance(field.kind.item, Record) and field.name != "sources":
                part = self._add_part(None, (field.name,), field_label(field.name))
                if field.name in ONE_BY_ONE:
                    for index in range(len(items_at(self._draft.tree, (field.name,)))):
                        self._add_part(part, (field.name, index), self._title((field.name, index)))
        self.list.expandAll()
        self.go(self.here if self._find(self.here) is not None else self.here[:1])
        self.list.blockSignals(before)

    def go(self, path: Path) -> None:
        """Choose the part that holds a path."""
        for end in range(len(path), -1, -1):
            item = self._find(path[:end])
            if item is not None:
                self.list.setCurrentItem(item)
                self.here = path[:end]
                self._enable()
                return

    def show_problems(self, problems: Mapping[Path, Sequence[Problem]]) -> None:
        """Mark the parts in which there is something to put right."""
        for item in self._all():
            path: Path = item.data(0, _PATH)
            wrong = any(self._holds(path, where) for where in problems)
            item.setText(0, _("{title} – to put right").format(title=self._name(path)) if wrong else self._name(path))

    def _holds(self, part: Path, where: Path) -> bool:
        """Whether a problem belongs to this part and to none within it."""
        own = part == () and (not where or self._find(where[:1]) is None)
        longer = len(where) > 1 and self._find(where[:2]) is not None
        return own or (part != () and part == where[: 2 if longer else 1])

    def _name(self, path: Path) -> str:
        if not path:
            return _("What it is about")
        return field_label(str(path[0])) if len(path) == 1 else self._title(path)

    def _title(self, path: Path) -> str:
        title = text_at(self._draft.tree, (*path, "title")) or _("no title yet")
        return WITHIN + _("{number}. {title}").format(number=int(path[1]) + 1, title=title)

    def _retitle(self, path: Path) -> None:
        item = self._find(path[:2])
        if len(path) == 3 and path[2] == "title" and item is not None:
            item.setText(0, self._title(path[:2]))

    # ---- what can be done

    def add_item(self) -> None:
        """Add an item after the one in sight, and go to it."""
        name = self._list_name()
        if name is None:
            return
        item = next(f.kind.item for f in self._record.fields if f.name == name and isinstance(f.kind, ListOf))
        count = len(items_at(self._draft.tree, (name,)))
        index = int(self.here[1]) + 1 if len(self.here) > 1 else count
        self.here = (name, index)
        self._draft.insert((name,), index, new_item(self._draft.tree, (name,), item))
        self.go((name, index))

    def move_item(self, by: int) -> None:
        """Move the item in sight up or down; it stays in sight."""
        if len(self.here) == 2:
            name, index = str(self.here[0]), int(self.here[1])
            there = max(0, min(index + by, len(items_at(self._draft.tree, (name,))) - 1))
            self.here = (name, there)
            self._draft.move((name,), index, by)
            self.go((name, there))

    def remove_item(self) -> None:
        """Remove the item in sight; it can be taken back."""
        if len(self.here) == 2:
            name, index = str(self.here[0]), int(self.here[1])
            self.here = (name, max(0, index - 1))
            self._draft.remove((name,), index)

    def _list_name(self) -> str | None:
        return str(self.here[0]) if self.here and self.here[0] in ONE_BY_ONE else None

    def _enable(self) -> None:
        self.add.setEnabled(self._list_name() is not None)
        for button in (self.up, self.down, self.remove):
            button.setEnabled(len(self.here) == 2)

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and item.data(0, _PATH) is not None:
            self.here = tuple(item.data(0, _PATH))
            self._enable()
            self.chosen.emit(self.here)

    def _add_part(self, over: QTreeWidgetItem | None, path: Path, title: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([title])
        item.setData(0, _PATH, path)
        if over is None:
            self.list.addTopLevelItem(item)
        else:
            over.addChild(item)
        return item

    def _all(self) -> list[QTreeWidgetItem]:
        return list(_within(self.list.invisibleRootItem()))

    def _find(self, path: Path) -> QTreeWidgetItem | None:
        return next((item for item in self._all() if tuple(item.data(0, _PATH)) == path), None)


def _within(item: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    for number in range(item.childCount()):
        child = item.child(number)
        if child is not None:
            yield child
            yield from _within(child)


class _Parts(QTreeWidget):
    """The list itself, with keys for moving and removing."""

    def __init__(self, outline: Outline) -> None:
        super().__init__(outline)
        self._outline = outline

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Alt with an arrow moves an item, Del removes it."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._outline.move_item(by)
        elif event.key() == Qt.Key.Key_Delete:
            self._outline.remove_item()
        else:
            super().keyPressEvent(event)
