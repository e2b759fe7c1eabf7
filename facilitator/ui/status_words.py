"""How an agreement stands, by a sign and a word: never by colour alone."""

from __future__ import annotations

from facilitator.core.vocabulary import Status
from facilitator.words import _

SIGNS = {
    Status.CONCEPT: "\u25cb",
    Status.AGREED: "\u25cb",
    Status.BUSY: "\u2026",
    Status.KEPT: "\u2713",
    Status.NOT_KEPT: "\u2717",
    Status.DROPPED: "\u2013",
    Status.HANDED_OVER: "\u2192",
}
"""A ring for what is to be done, dots for what is being done; at its end a tick, a cross, a dash or an arrow."""


def signed(status: Status) -> str:
    """The sign and the word: "✓ nagekomen"."""
    return f"{SIGNS[status]}\u2002{_(status.msgid)}"
