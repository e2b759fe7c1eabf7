"""The answers that a question offers, with which is right and why: for whoever leads, never for the room."""

from __future__ import annotations

from facilitator.core.script import Question
from facilitator.words import _


def option_words(question: Question) -> tuple[str, ...]:
    """Give a line of Markdown for each answer to choose from; nothing when there are none."""
    said = {True: _("Right"), False: _("Not right")}
    return tuple(f"**{said[option.right]}:** {option.text} {option.because.strip()}" for option in question.options)
