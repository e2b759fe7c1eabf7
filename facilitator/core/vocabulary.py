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


class AgreementKind(StrEnum):
    """What sort of thing is agreed."""

    WORKING = "werkafspraak"
    HANDOVER = "overdracht"
    FEEDBACK = "terugkoppeling"
    SHARING = "informatie-uitwisseling"
    ESCALATION = "opschaling"
    LEARNING = "leren"
    PREVENTION = "preventie"

    @property
    def msgid(self) -> str:
        """What it is called; the words are looked up in the catalogue where they are shown."""
        return _KIND_NAMES[self]


_KIND_NAMES = {
    AgreementKind.WORKING: N_("Working agreement"),
    AgreementKind.HANDOVER: N_("Handover"),
    AgreementKind.FEEDBACK: N_("Feedback"),
    AgreementKind.SHARING: N_("Sharing information"),
    AgreementKind.ESCALATION: N_("Escalation"),
    AgreementKind.LEARNING: N_("Learning"),
    AgreementKind.PREVENTION: N_("Prevention"),
}


class AgreementLevel(StrEnum):
    """Who keeps an agreement: those who do the work, a team, the region, or those who govern."""

    WORK = "uitvoering"
    TEAM = "team"
    REGION = "regio"
    GOVERNMENT = "bestuur"

    @property
    def msgid(self) -> str:
        """What it is called; the words are looked up in the catalogue where they are shown."""
        return _LEVEL_NAMES[self]


_LEVEL_NAMES = {
    AgreementLevel.WORK: N_("Those who do the work"),
    AgreementLevel.TEAM: N_("Team"),
    AgreementLevel.REGION: N_("Region"),
    AgreementLevel.GOVERNMENT: N_("Governing board"),
}


class Coordination(StrEnum):
    """What is directed: the work in a case, or how organisations work together around it."""

    CASE = "casusregie"
    PROCESS = "procesregie"

    @property
    def msgid(self) -> str:
        """What it is called; the words are looked up in the catalogue where they are shown."""
        return N_("Case coordination") if self is Coordination.CASE else N_("Process coordination")


class Frustration(StrEnum):
    """What professionals say they run into when they work together (Frustratiewijzer, CCV, Movisie and NJi, 2023)."""

    DIRECTION = "regie"
    PARTNERS = "partners"
    TRUST = "vertrouwen"
    KNOWLEDGE = "kennis"
    REFLECTION = "reflectie"

    @property
    def msgid(self) -> str:
        """What it is called; the words are looked up in the catalogue where they are shown."""
        return _FRUSTRATION_NAMES[self]


_FRUSTRATION_NAMES = {
    Frustration.DIRECTION: N_("Nobody directs"),
    Frustration.PARTNERS: N_("I do not know what my partners do"),
    Frustration.TRUST: N_("I do not trust leaving things to others"),
    Frustration.KNOWLEDGE: N_("I lack knowledge"),
    Frustration.REFLECTION: N_("I do not reflect with others"),
}

AVE_LEVELS = (1, 2, 3, 4)
"""The levels of escalation of the AVE method, from signals (1) to a matter of the governing board (4)."""


READ_IN = "ingelezen-verslag"
"""The id of the script of a session that was held elsewhere: what it was called, and its steps, are its report's."""


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

    @property
    def msgid(self) -> str:
        """What it is called; the words are looked up in the catalogue where they are shown."""
        return _STATUS_NAMES[self]


_STATUS_NAMES = {
    Status.CONCEPT: N_("not confirmed yet"),
    Status.AGREED: N_("agreed"),
    Status.BUSY: N_("being done"),
    Status.KEPT: N_("kept"),
    Status.NOT_KEPT: N_("not kept"),
    Status.DROPPED: N_("dropped"),
    Status.HANDED_OVER: N_("handed over"),
}


class WalkEnd(StrEnum):
    """How far a walk through an instrument came, as a report tells it: `walk.End`, and whether it was left on purpose.

    STOPPED is on purpose; of NOWHERE the last answer leads to what is not there.
    """

    OUTCOME = "uitkomst"
    THROUGH = "alles-doorlopen"
    OPEN = "niet-af"
    STOPPED = "gestopt"
    NOWHERE = "loopt-dood"


class Channel(StrEnum):
    """Along which way it was heard how an agreement stands, or a document was handed out."""

    ROOM = "zaal"
    DESK = "bureau"
    FORM = "formulier"
    MAIL = "mail"
    FILE = "bestand"
    PRINT = "papier"
