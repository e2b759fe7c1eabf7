"""What undo takes back and redo makes again, in words."""

from __future__ import annotations

from facilitator.core.notebook import Notebook
from facilitator.words import _


def changed_words(before: Notebook, after: Notebook) -> str:
    """What sort of thing differs between two notebooks."""
    if len(before.participants) != len(after.participants):
        return _("who is at the table")
    sorts = (
        ("slides", _("a slide for the room")),
        ("asked", _("a question that was added")),  # before the case or the steps that it stands in
        ("case", _("which case is studied")),
        ("steps", _("the programme")),
        ("divided", _("how the time is divided")),
        ("pledges", _("who agreed to confidentiality")),
        ("presences", _("who was in the room")),
        ("pauses", _("a pause")),
        ("put_right", _("when it began")),
        ("settled", _("what was said of personal data")),  # before the answers: deciding also shows one
        ("turning_points", _("a turning point")),
        ("answers", _("an answer")),  # before the groups: one that is removed also leaves its group
        ("groups", _("a group of answers")),
        ("dots", _("dots")),
        ("dots_shown", _("dots")),
        ("agreements", _("an agreement")),
        ("walks", _("what was said in an instrument")),
        ("guesses", _("what was guessed of a claim")),
        ("marks", _("what was said of a regional agreement")),
        ("frustrations", _("how many recognise a frustration")),
        ("looked_back", _("how an agreement of before stands")),
        ("notes", _("a note")),
        ("parked", _("the parking lot")),
        ("judgements", _("what the group decided")),
        ("weighings", _("what the group weighed")),
        ("deals", _("who plays which role")),
        ("details", _("date, place or times")),
    )
    found = (words for name, words in sorts if getattr(before, name) is not getattr(after, name))
    return next(found, _("who is at the table"))
