"""What is said to who listens instead of looks."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def say_aloud(widget: QWidget, text: str) -> None:
    """Have a screen reader say something, politely: after what it is saying now."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415  4 ms, for what may never come

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
