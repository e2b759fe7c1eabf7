"""The kinds of documents, and what can be chosen for each."""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import Final


class Document(Enum):
    """A kind of document. The value is its template."""

    RUN_SHEET = "run-sheet.xhtml.j2"
    ROLE_CARDS = "role-cards.xhtml.j2"
    HAND_OUT = "hand-out.xhtml.j2"
    REPORT = "report.xhtml.j2"
    PARTICIPANT = "participant.xhtml.j2"
    STATUS_FORM = "status-form.xhtml.j2"
    PARTNER = "partner.xhtml.j2"
    OVERVIEW = "overview.xhtml.j2"
    CERTIFICATE = "certificate.xhtml.j2"
    PREVENTION = "prevention.xhtml.j2"


class Part(StrEnum):
    """What can be left out of a document: the name of its field in `contents.Contents`."""

    NAMES = "names"
    ANSWERS = "answers"
    TIMES = "times"
    ATTENDANCE = "attendance"
    PARKED = "parked"
    LOOK_BACK = "look_back"
    CARDS = "cards"


PARTS: Final[dict[Document, tuple[Part, ...]]] = {
    Document.RUN_SHEET: (),
    Document.ROLE_CARDS: (Part.NAMES,),
    Document.HAND_OUT: (),
    Document.REPORT: tuple(Part),
    Document.PARTICIPANT: (Part.NAMES, Part.LOOK_BACK),
    Document.STATUS_FORM: (),
    Document.PARTNER: (Part.NAMES, Part.LOOK_BACK),
    Document.OVERVIEW: (Part.NAMES,),
    Document.CERTIFICATE: (Part.TIMES,),
    Document.PREVENTION: (Part.NAMES,),
}
"""What can be left out of each kind. Of the report also each note that was released."""

PREVENTION_SCAN: Final = "instrument-preventiescan"
"""The card whose questions a prevention plan follows: a script that names it has such a plan."""

WITH_NOTES: Final = frozenset({Document.REPORT})
"""The kinds in which notes stand that were released."""
