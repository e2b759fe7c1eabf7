"""What is there for a hand, an eye and the Tab key: the size of targets, what is cut off, and where Tab stops."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDateTimeEdit,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from facilitator.ui.console.parts import ElidedLabel
from tests.ui.access.measuring import is_covered, runs_in, svg_of, takes_tab, visible

LEAST = 24
"""The least side of a target, in pixels (WCAG 2.2, 2.5.8; WCAG 2.1 AA asks for none)."""
SLACK = 3
"""So many pixels a letter's box may stand out: it has room above and below the letter itself."""


def parts_of(widget: QWidget) -> bool:
    """Whether a widget is a part of another control, which is what one presses."""
    return isinstance(widget.parent(), QComboBox | QAbstractSpinBox | QHeaderView | QAbstractItemView)


def targets(window: QWidget) -> Iterator[tuple[str, QRect]]:
    """Everything in a window that can be pressed, by name, with its size."""
    for widget in visible(window):
        if not widget.isEnabled() or parts_of(widget):
            continue
        if isinstance(widget, QAbstractButton | QComboBox | QLineEdit | QAbstractSpinBox):
            yield widget.accessibleName(), widget.rect()
        elif isinstance(widget, QTabBar):
            yield from ((widget.tabText(n), widget.tabRect(n)) for n in range(widget.count()))
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            for row in range(min(widget.model().rowCount(widget.rootIndex()), 30)):
                place = widget.visualRect(widget.model().index(row, 0, widget.rootIndex()))
                if place.isValid() and place.intersects(widget.viewport().rect()):
                    yield f"row {row} of {widget.accessibleName()}", place


def small_targets(window: QWidget) -> list[str]:
    """Those that are too small to hit."""
    return [f"{name}: {place.width()} x {place.height()}" for name, place in targets(window) if _is_small(place)]


def _is_small(place: QRect) -> bool:
    return min(place.width(), place.height()) < LEAST


# ---- what is cut off


def _scrolls(widget: QWidget) -> bool:
    """Whether one can type, or scroll, to see the rest of what a widget holds."""
    above = widget.parentWidget()
    kinds = QLineEdit | QPlainTextEdit | QTextEdit | QAbstractItemView
    return isinstance(widget, kinds) or isinstance(above, kinds) or parts_of(widget)


def _room_for(widget: QWidget, window: QWidget) -> str:
    """Say which widget cuts this one off, if any: one that does not scroll that way."""
    above, below = widget.parentWidget(), widget
    place = widget.rect()
    while above is not None and below is not window:
        place.translate(below.pos())
        area = above.parentWidget()
        down = across = False
        if isinstance(area, QAbstractScrollArea) and area.viewport() is above:
            down, across = area.verticalScrollBar().maximum() > 0, area.horizontalScrollBar().maximum() > 0
        room = above.rect()
        if (not across and (place.left() < room.left() - 1 or place.right() > room.right() + 1)) or (
            not down and (place.top() < room.top() - 1 or place.bottom() > room.bottom() + 1)
        ):
            return f"{type(above).__name__} {above.property('role') or ''} {room.width()}x{room.height()} {place}"
        below, above = above, above.parentWidget()
        if down or across:
            return ""
    return ""


def _too_wide(label: QLabel) -> bool:
    """Whether the words of a label that does not wrap need more room; capitals are wider than what was written."""
    return not label.wordWrap() and bool(label.text()) and label.sizeHint().width() > label.width() + SLACK


def cut_off(window: QWidget) -> list[str]:
    """Text that cannot be read whole, in whatever way one scrolls."""
    found = []
    for widget in visible(window):
        if _scrolls(widget):
            continue
        runs = list(runs_in(svg_of(widget)))
        room = widget.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
        found += [
            f"{type(widget).__name__} {run.text!r}: {run.rect.toAlignedRect()} in {widget.rect()}"
            for run in runs
            if not room.contains(run.rect.toAlignedRect())
        ]
        if isinstance(widget, QLabel) and not isinstance(widget, ElidedLabel) and _too_wide(widget):
            found.append(f"{type(widget).__name__} {widget.text()!r}: {widget.sizeHint()} in {widget.size()}")
        if runs and (cutter := _room_for(widget, window)):
            found.append(f"{type(widget).__name__} {runs[0].text!r} is cut by {cutter}")
    return found


# ---- where Tab stops


def stops(window: QWidget, within: QWidget | None = None) -> set[QWidget]:
    """Where Tab has to stop: every control that can be used. Of choices that exclude each other, the chosen one.

    `within` is an open panel, that keeps the keyboard until it is closed.
    """
    found = set()
    for widget in visible(window):
        if not takes_tab(widget) or widget is window or parts_of(widget):
            continue
        if within is not None and not within.isAncestorOf(widget):
            continue
        group = widget.group() if isinstance(widget, QAbstractButton) else None
        if group is not None and group.exclusive() and group.checkedButton() not in {widget, None}:
            continue
        if not is_covered(widget, window):
            found.add(widget)
    return found


def walk(
    window: QWidget, key: Qt.Key = Qt.Key.Key_Tab, most: int = 400, hidden: list[str] | None = None
) -> list[QWidget]:
    """Press Tab until it comes back to where it began; gives where it stopped, and what was out of sight there."""
    began = QApplication.focusWidget()
    assert began is not None, "nothing has the keyboard"
    found = [began]
    for _time in range(most):
        QTest.keyClick(found[-1], key)
        here = QApplication.focusWidget()
        assert here is not None, f"the keyboard is lost after {name_of(found[-1])}"
        if hidden is not None and not is_in_sight(here, window):
            hidden.append(name_of(here))
        assert here.window() is window, f"{name_of(here)} is in another window"
        if here is found[-1] and isinstance(here, QDateTimeEdit):
            continue  # Tab goes through day, month and year first
        if here is began:
            return found
        assert here not in found, f"a loop that does not come back, at {name_of(here)}"
        found.append(here)
    raise AssertionError("Tab does not come back")


def name_of(widget: QWidget) -> str:
    """How a widget is named in a fault."""
    return f"{type(widget).__name__} {widget.accessibleName()!r}"


def is_in_sight(widget: QWidget, window: QWidget) -> bool:
    """Whether a part of a widget can be seen where it is."""
    seen = widget.visibleRegion().boundingRect()
    there = window.childAt(widget.mapTo(window, seen.center() if seen.isValid() else QPoint(0, 0)))
    return seen.isValid() and (there is widget or (there is not None and widget.isAncestorOf(there)))
