"""Words of the field that more than one part needs without the records around them.

The first window lists sessions and agreements; it needs these names and none of the records, which cost more to make at
start-up than the window itself.
"""

from __future__ import annotations

from enum import StrEnum


def N_(message: str) -> str:  # noqa: N802  the name under which catalogues know a text that is translated later
    """Mark a msgid for the catalogue; core itself shows nothing and knows no language."""
    return message


class Form(StrEnum):
    """What kind of meeting a script is for."""

    HET_GESPREK = "het-gesprek"
    LEERBIJEENKOMST = "leerbijeenkomst"
    ZELFSTUDIE = "zelfstudie"

    @property
    def msgid(self) -> str:
        """What it is called; the words are looked up in the catalogue where they are shown."""
        return _FORM_NAMES[self]


_FORM_NAMES = {
    Form.HET_GESPREK: N_("Het Gesprek"),
    Form.LEERBIJEENKOMST: N_("Learning session"),
    Form.ZELFSTUDIE: N_("Self-study"),
}


class Phase(StrEnum):
    """Phase of working together on safety (Vogtländer & Van Arum, 2016)."""

    DIRECT_SAFETY = "directe-veiligheid"
    STABLE_SAFETY = "stabiele-veiligheid"
    RECOVERY = "herstel"

    @property
    def msgid(self) -> str:
        """What it is called; the words are looked up in the catalogue where they are shown."""
        return _PHASE_NAMES[self]


_PHASE_NAMES = {
    Phase.DIRECT_SAFETY: N_("Direct safety"),
    Phase.STABLE_SAFETY: N_("Stable safety"),
    Phase.RECOVERY: N_("Recovery"),
}

MELDCODE = {
    1: N_("Mapping signals"),
    2: N_("Consulting a colleague"),
    3: N_("Talking with those involved"),
    4: N_("Weighing the domestic violence and/or child abuse"),
    5: N_("Deciding"),
}
"""The msgids of the five steps of the meldcode by number, as the basic model names them (Basismodel meldcode, 2018)."""


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
