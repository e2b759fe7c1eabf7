"""Small shared widgets, one per module. A widget is imported when it is first asked for: the first window needs few."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.ui.widgets.buttons import Button, DangerButton, IconButton, PrimaryButton
    from facilitator.ui.widgets.card import Card
    from facilitator.ui.widgets.dialog import Dialog
    from facilitator.ui.widgets.empty_state import EmptyState
    from facilitator.ui.widgets.label import PlainLabel, SectionTitle
    from facilitator.ui.widgets.line_edit import LineEdit
    from facilitator.ui.widgets.marked_text import MarkedText
    from facilitator.ui.widgets.message import Message, Messages, Toast, Tone
    from facilitator.ui.widgets.page_stack import PageStack
    from facilitator.ui.widgets.pill import Pill
    from facilitator.ui.widgets.progress import ProgressPanel
    from facilitator.ui.widgets.prose import Prose
    from facilitator.ui.widgets.text_link import TextLink

__all__ = [
    "Button",
    "Card",
    "DangerButton",
    "Dialog",
    "EmptyState",
    "IconButton",
    "LineEdit",
    "MarkedText",
    "Message",
    "Messages",
    "PageStack",
    "Pill",
    "PlainLabel",
    "PrimaryButton",
    "ProgressPanel",
    "Prose",
    "SectionTitle",
    "TextLink",
    "Toast",
    "Tone",
]

_MODULES = {
    "Button": "buttons",
    "Card": "card",
    "DangerButton": "buttons",
    "Dialog": "dialog",
    "EmptyState": "empty_state",
    "IconButton": "buttons",
    "LineEdit": "line_edit",
    "MarkedText": "marked_text",
    "Message": "message",
    "Messages": "message",
    "PageStack": "page_stack",
    "Pill": "pill",
    "PlainLabel": "label",
    "PrimaryButton": "buttons",
    "ProgressPanel": "progress",
    "Prose": "prose",
    "SectionTitle": "label",
    "TextLink": "text_link",
    "Toast": "message",
    "Tone": "message",
}


def __getattr__(name: str) -> object:
    """Import a widget the first time it is asked for."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = found
    return found
