"""Trail: the pages that lead back from a card to where somebody came from. They stay as they were left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from facilitator.ui.pages import Holds

MOST = 12
"""Who went from card to card more often than this goes back that far, and then to the beginning."""

Way = QWidget | Callable[[], object]
"""A page to show again, or what brings one there."""


class Trail:
    """Where somebody came from, the last one last."""

    def __init__(self) -> None:
        self._ways: list[Way] = []

    @property
    def pages(self) -> tuple[QWidget, ...]:
        """The pages that must not go while another one is shown."""
        return tuple(way for way in self._ways if isinstance(way, QWidget) and isValid(way))

    def go_on_from(self, way: Way) -> None:
        """Remember where somebody came from."""
        self._ways.append(way)
        if len(self._ways) > MOST:
            _let_go(self._ways.pop(0))

    def back(self) -> Way | None:
        """Give where somebody came from last, and forget it; None at the beginning."""
        while self._ways:
            way = self._ways.pop()
            if not isinstance(way, QWidget) or isValid(way):
                return way
        return None

    def clear(self) -> None:
        """Begin anew."""
        ways, self._ways = self._ways, []
        for way in ways:
            _let_go(way)


def _let_go(way: Way) -> None:
    """Let a page go as soon as what was written on it is kept."""
    if not isinstance(way, QWidget) or not isValid(way):
        return
    if isinstance(way, Holds) and way.holds_unkept():
        way.when_kept(way.deleteLater)
    else:
        way.deleteLater()
