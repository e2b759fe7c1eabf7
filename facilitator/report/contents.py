"""What goes into a document: a choice by the facilitator, made before a document is.

The choice is carried out on the session itself, before any model is made: what is left out is not there to be shown.
Only how long things took and who was there when are left to the models, for a session cannot do without them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from facilitator.core.notebook import Notebook
from facilitator.core.session import Session
from facilitator.core.spotting import judgement_subject, look_back_subject, walk_subject, weighing_subject
from facilitator.report.kinds import PARTS, WITH_NOTES, Document, Part
from facilitator.report.roles_only import by_role

_MOST_NOTES: Final = 200
"""So many notes that were left out are remembered, those that were left out last."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes in. `names` False: roles only, no name of anybody who took part anywhere in the file.

    `without_notes` are ids of notes that were released and stay out of this document all the same; a note that was
    not released is never in.
    """

    names: bool = True
    answers: bool = True
    times: bool = True
    attendance: bool = True
    parked: bool = True
    look_back: bool = True
    cards: bool = True
    without_notes: tuple[str, ...] = ()

    def of_kind(self, document: Document) -> Contents:
        """Give the choice without what cannot be chosen for such a document."""
        chosen = {part.value: getattr(self, part.value) for part in PARTS[document]}
        return Contents(**chosen, without_notes=self.without_notes if document in WITH_NOTES else ())

    def to_plain(self) -> dict[str, Any]:
        """Give it as plain values, to be remembered."""
        flags = {part.value: getattr(self, part.value) for part in Part}
        return flags | {"without_notes": list(self.without_notes[-_MOST_NOTES:])}


Choices = Mapping[Document, Contents]
"""What was chosen for each kind; one that is not in it has everything."""

ALL: Final = Contents()


def from_plain(plain: object) -> Contents:
    """Give what was remembered. What cannot be understood is as if it had never been chosen."""
    if not isinstance(plain, Mapping):
        return ALL
    flags = {part.value: plain[part.value] for part in Part if isinstance(plain.get(part.value), bool)}
    notes = plain.get("without_notes", ())
    known = tuple(note for note in notes if isinstance(note, str)) if isinstance(notes, list) else ()
    return Contents(**flags, without_notes=known)


def narrowed(session: Session, contents: Contents) -> Session:
    """Give the session with what goes in, and without anything else that can be left out of it.

    What waits for a decision is left to `documents.paper.handed_out`; this can be done first or afterwards.
    """
    book = replace(
        session.notebook,
        notes=tuple(n for n in session.notebook.notes if n.released and n.id not in contents.without_notes),
    )
    if not contents.answers:
        book = _without_answers(book)
    if not contents.parked:
        book = replace(book, parked=())
    course = session.course
    if not contents.look_back:
        book, course = replace(book, looked_back=()), replace(course, look_back=(), look_back_ref=None)
    if not contents.cards:
        book, course = replace(book, guesses=()), replace(course, card=None, cards_shown=())
    gone = frozenset(_subjects(session.notebook)) - frozenset(_subjects(book))
    flags = tuple(flag for flag in book.flags if flag.subject_id not in gone)  # what is not in does not wait either
    narrow = replace(session, notebook=replace(book, flags=flags), course=course)
    return narrow if contents.names else by_role(narrow)


def _subjects(book: Notebook) -> Iterator[str]:
    """Give under which ids the texts are flagged that can be left out."""
    for texts in (book.notes, book.answers, book.groups, book.turning_points, book.parked):
        yield from (text.id for text in texts)
    yield from (judgement_subject(judged.moment_id) for judged in book.judgements)
    yield from (weighing_subject(weighed.moment_id, weighed.question) for weighed in book.weighings)
    yield from (look_back_subject(said.ref) for said in book.looked_back)
    yield from (walk_subject(walk.id, said.question_id) for walk in book.walks for said in walk.answers)


def _without_answers(book: Notebook) -> Notebook:
    nothing = replace(book, answers=(), groups=(), dots=(), turning_points=(), judgements=(), weighings=(), walks=())
    return replace(nothing, frustrations=())
