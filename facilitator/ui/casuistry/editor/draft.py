"""Draft: what is being written, with everything that can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from facilitator.ui.casuistry.editor import tree as trees
from facilitator.ui.casuistry.editor.tree import Path, Plain

MOST_STEPS = 300
"""How many steps can be taken back. Trees share what did not change."""


class Draft(QObject):
    """The tree of one file while it is edited.

    Attributes:
        tree: as it is now; replaced at every change.
        touched: where the item is that came, moved, or took the place of one that went; None after anything else.

    Signals:
        changed(Path): the value at this path is another one; the form that shows it knows.
        rebuilt(): items came, went or moved, or something was taken back: forms are made anew.
    """

    changed = Signal(object)
    rebuilt = Signal()

    def __init__(self, tree: Plain, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tree = tree
        self.touched: Path | None = None
        self._past: list[Plain] = []
        self._future: list[Plain] = []
        self._last: Path | None = None

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._past)

    def put(self, path: Path, value: Plain) -> None:
        """Change a value. Typing on in the same field is one step back."""
        if trees.at(self.tree, path) == value:
            return
        self._step(trees.put(self.tree, path, value), goes_on=path == self._last)
        self._last = path
        self.changed.emit(path)

    def insert(self, path: Path, index: int, value: Plain) -> None:
        """Put an item into a list."""
        self._restructure(trees.inserted(self.tree, path, index, value), (*path, index))

    def remove(self, path: Path, index: int) -> None:
        """Take an item out of a list."""
        self._restructure(trees.removed(self.tree, path, index), (*path, max(0, index - 1)))

    def move(self, path: Path, index: int, by: int) -> None:
        """Move an item of a list up or down."""
        self._restructure(trees.moved(self.tree, path, index, by), (*path, index + by))

    def change(self, change: Callable[[Plain], Plain]) -> None:
        """Change the whole tree in one step."""
        self._restructure(change(self.tree))

    def undo(self) -> None:
        """Take back the newest step."""
        if self._past:
            self._future.append(self.tree)
            self._show(self._past.pop())

    def redo(self) -> None:
        """Make the step again that was taken back last."""
        if self._future:
            self._past.append(self.tree)
            self._show(self._future.pop())

    def _restructure(self, tree: Plain, touched: Path | None = None) -> None:
        if tree != self.tree:
            self._step(tree, goes_on=False)
            self._last = None
            self.touched = touched
            self.rebuilt.emit()

    def _step(self, tree: Plain, *, goes_on: bool) -> None:
        if not goes_on or not self._past:
            self._past = [*self._past[-MOST_STEPS + 1 :], self.tree]
        self._future = []
        self.tree = tree

    def _show(self, tree: Plain) -> None:
        self.tree = tree
        self._last = None
        self.touched = None
        self.rebuilt.emit()
