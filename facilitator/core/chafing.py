"""What events do to the marks that paragraphs of a regional agreement get in a meeting."""

from __future__ import annotations

from dataclasses import replace

from facilitator.core import events as ev
from facilitator.core.kept import drop, put
from facilitator.core.notebook import Outcome
from facilitator.core.refusal import Refusal
from facilitator.core.session import Session


def mark(session: Session, event: ev.ParagraphMarked) -> Outcome:
    """Note that a paragraph chafes or works, or put right what was noted."""
    said, book = event.mark, session.notebook
    if not said.ground.model_id or not said.ground.paragraph_id:
        return Refusal.EMPTY
    if said.agreement_id is not None and session.agreement(said.agreement_id) is None:
        return Refusal.UNKNOWN
    if said.step_id is not None and session.index(said.step_id) is None:
        return Refusal.UNKNOWN
    marked = put(book.marks, said.id, lambda _old: said)
    return replace(book, marks=(*book.marks, said) if isinstance(marked, Refusal) else marked)


def unmark(session: Session, event: ev.ParagraphUnmarked) -> Outcome:
    """Take a mark away."""
    marks = drop(session.notebook.marks, event.mark_id)
    return marks if isinstance(marks, Refusal) else replace(session.notebook, marks=marks)
