"""Small shared widgets, one per module."""

from facilitator.ui.widgets.buttons import Button, DangerButton, IconButton, PrimaryButton
from facilitator.ui.widgets.card import Card
from facilitator.ui.widgets.dialog import Dialog
from facilitator.ui.widgets.empty_state import EmptyState
from facilitator.ui.widgets.label import PlainLabel, SectionTitle
from facilitator.ui.widgets.line_edit import LineEdit
from facilitator.ui.widgets.message import Message, Messages, Toast, Tone
from facilitator.ui.widgets.pill import Pill
from facilitator.ui.widgets.progress import ProgressPanel
from facilitator.ui.widgets.prose import Prose

__all__ = [
    "Button",
    "Card",
    "DangerButton",
    "Dialog",
    "EmptyState",
    "IconButton",
    "LineEdit",
    "Message",
    "Messages",
    "Pill",
    "PlainLabel",
    "PrimaryButton",
    "ProgressPanel",
    "Prose",
    "SectionTitle",
    "Toast",
    "Tone",
]
