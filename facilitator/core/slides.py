"""What events do to slides: what the facilitator prepares for the room in private, and shows on purpose."""

from __future__ import annotations

from dataclasses import replace

from facilitator.core import events as ev
from facilitator.core.kept import drop, put
from facilitator.core.notebook import Outcome
from facilitator.core.refusal import Refusal
from facilitator.core.session import Session


def write_slide(session: Session, event: ev.SlideWritten) -> Outcome:
    """Write a slide, or put it right; found by its id. One before the room stays ready."""
    slide, slides = event.slide, session.notebook.slides
    if not slide.title.strip() and not slide.text.strip():
        return Refusal.EMPTY
    if session.course.slide_id == slide.id and not slide.ready:
        return Refusal.BEFORE_THE_ROOM
    written = put(slides, slide.id, lambda _old: slide)
    return replace(session.notebook, slides=(*slides, slide) if isinstance(written, Refusal) else written)


def remove_slide(session: Session, event: ev.SlideRemoved) -> Outcome:
    """Throw a slide away that is not before the room."""
    if event.slide_id == session.course.slide_id:
        return Refusal.BEFORE_THE_ROOM
    slides = drop(session.notebook.slides, event.slide_id)
    return slides if isinstance(slides, Refusal) else replace(session.notebook, slides=slides)


def show_slide(session: Session, event: ev.SlideShown) -> Session | Refusal:
    """Put a slide that is ready before the room in place of what was read or shown there, or take it away."""
    if event.slide_id is None:
        return replace(session, course=replace(session.course, slide_id=None))
    slide = session.slide(event.slide_id)
    if slide is None:
        return Refusal.UNKNOWN
    if session.notebook.is_held(slide.id):
        return Refusal.PERSONAL
    if not slide.ready:
        return Refusal.NOT_READY
    return replace(session, course=replace(session.course.bare, slide_id=slide.id))
