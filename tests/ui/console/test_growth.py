"""A console that is used for hours holds no more of Qt than one that was used for minutes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

from tests.ui.console.case_table import full_table
from tests.ui.console.conftest import Led

ROUND = (
    *("PageDown", "PageUp", "Alt+1", "Alt+1", "Alt+2", "Alt+3", "Alt+3", "F5", "F5", "F6", "F6"),
    *("Ctrl+D", "Escape", "Ctrl+W", "Escape", "F10", "Escape", "F1", "Escape", "Ctrl+O", "Escape"),
    *("Alt+Down", "Alt+Up", "Ctrl+Z", "Ctrl+Shift+Z", "F12", "F12", "Ctrl+T"),
)
WARM, OPERATIONS = 3, 300


def objects(led: Led) -> Counter[str]:
    """What there is of Qt under the console, by kind, once all that was let go is gone."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return Counter(type(each).__name__ for each in led.console.findChildren(QObject))


def play(led: Led, number: int) -> None:
    led.type(f"Eerder weten van {number}", "Return")
    led.press("F8")
    led.press(*ROUND)
    led.press("Ctrl+Z", "Ctrl+Z")
    QApplication.processEvents()


def test_three_hundred_operations_leave_no_more_objects_than_the_first_few(lead: Callable[..., Led]) -> None:
    led = lead(full_table())
    for number in range(WARM):
        play(led, number)
    before, events = objects(led), len(led.kept)
    for number in range(OPERATIONS // len(ROUND) + 1):
        play(led, number)
    assert len(led.kept) > events + 100
    assert objects(led) - before == Counter()
