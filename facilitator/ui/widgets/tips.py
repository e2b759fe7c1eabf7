"""Tooltips with words that people typed."""

from __future__ import annotations

from html import escape


def as_typed(text: str) -> str:
    """Give a tooltip that shows every sign as it was typed.

    Qt takes a tooltip that looks like HTML for HTML, and would load what it names: so it is given HTML, escaped.
    """
    return f"<p>{escape(text)}</p>" if text else ""
