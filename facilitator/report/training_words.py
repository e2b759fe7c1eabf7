"""How far the training plan is, in the words that the screen and the paper share."""

from __future__ import annotations

from facilitator.core.training import Aim, Far
from facilitator.words import _, ngettext


def how_far(aim: Aim) -> str:
    """Say how far a line is: "3 of 8 done"."""
    return _("{done} of {people} done").format(done=aim.done, people=aim.people)


def far_words(told: Far) -> str:
    """Say how far several lines are together."""
    if not told.aims:
        return _("Nothing is planned yet.")
    words = [_("{done} of {people} people done").format(done=told.done, people=told.people)]
    words.append(ngettext("{count} line", "{count} lines", told.aims).format(count=told.aims))
    if told.late:
        words.append(ngettext("{count} of them late", "{count} of them late", told.late).format(count=told.late))
    return " · ".join(words)
