"""What a walk through an instrument comes down to, in words: on screen, before the room and on paper."""

from __future__ import annotations

from facilitator.core.walk import End, Walk
from facilitator.words import _


def end_words(walk: Walk) -> str:
    """Give its outcome, or why there is none."""
    if walk.outcome is not None:
        return walk.outcome.title
    asked = walk.way[-1].text
    if walk.end is End.OPEN and not walk.stopped_id:
        return _("Not finished. The next question is “{question}”").format(question=asked)
    return ended_words(walk.end, asked)


def ended_words(end: End, asked: str) -> str:
    """Say why a walk has no outcome: `end` is how far it came, `asked` the question at which it was left."""
    if end is End.OPEN:
        return _("Stopped at the question “{question}”").format(question=asked)
    if end is End.NOWHERE:
        return _("The last answer leads nowhere: this card is not right. Ask Veilig Thuis for advice, 0800-2000.")
    return _("You went through all questions.")
