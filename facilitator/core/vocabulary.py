"""Words of the field that more than one part needs without the records around them.

The first window lists sessions and agreements; it needs these names and none of the records, which cost more to make at
start-up than the window itself.
"""

from __future__ import annotations

from enum import StrEnum


class Form(StrEnum):
    """What kind of meeting a script is for."""

    HET_GESPREK = "het-gesprek"
    LEERBIJEENKOMST = "leerbijeenkomst"
    ZELFSTUDIE = "zelfstudie"


class State(StrEnum):
    """Where a session is in its life. A reopened session is corrected; its clock no longer runs."""

    PLANNED = "planned"
    RUNNING = "running"
    CLOSED = "closed"
    REOPENED = "reopened"


class Status(StrEnum):
    """How an agreement stands. Dropped (circumstances changed) is not the same as not kept."""

    CONCEPT = "concept"
    AGREED = "afgesproken"
    BUSY = "bezig"
    KEPT = "nagekomen"
    NOT_KEPT = "niet-nagekomen"
    DROPPED = "vervallen"
    HANDED_OVER = "overgedragen"

    @property
    def open(self) -> bool:
        """Whether somebody still has to do something."""
        return self in {Status.CONCEPT, Status.AGREED, Status.BUSY}
