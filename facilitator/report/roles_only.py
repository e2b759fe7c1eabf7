"""A session in which nobody is named: people go by their role, also in what was typed.

A name that was typed is found when it is that of somebody at the table, now or before something was changed, that of
whom to ask afterwards, or was pointed out by the check and shown all the same. It is found whole, and by its first name
or its surname alone. Rather too much goes than too little: in the sentence of somebody called Wil the word "wil" goes
too. The persons of an invented case keep their names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, Final

from facilitator.core.events import Decision
from facilitator.core.notebook import Notebook
from facilitator.core.people import Participant
from facilitator.core.privacy.kinds import PersonalData
from facilitator.core.session import Session
from facilitator.words import _

_TYPED: Final = (
    *("partners", "answers", "notes", "parked", "agreements", "turning_points", "judgements", "weighings"),
    *("pledges", "slides", "groups", "looked_back", "marks"),
)
"""The parts of a notebook in which something stands that was typed."""

_PARTICLES: Final = frozenset(
    (
        *("de", "den", "der", "van", "het", "ten", "ter", "te", "in", "op", "aan", "bij", "uit", "von", "zu", "du"),
        *("da", "do", "dos", "di", "del", "della", "la", "le", "les", "el", "al", "bin", "ben", "ibn", "abu"),
    )
)
"""Parts of surnames that are no name by themselves."""

_SHORT: Final = 2
"""A name of so many letters is found only as it was written: else every "an" would go."""

_AROUND: Final = ".,;:()'\"’-"
"""What stands around a part of a name and is none of it."""

Swap = Callable[[str], str]


def by_role(session: Session) -> Session:
    """Give the session with roles in the place of names, and without whom to ask afterwards."""
    swap = _swap(session)
    book = session.notebook
    people = tuple(_unnamed(person, swap) for person in book.participants)
    typed = {name: _swapped(getattr(book, name), swap) for name in _TYPED}
    details = replace(book.details, place=swap(book.details.place), contact="")
    added = {
        "walks": tuple(replace(walk, answers=_swapped(walk.answers, swap)) for walk in book.walks),
        "steps": _added_steps(session, swap),
        "case": _swapped_questions(book.case, book, swap),
        "cases_before": tuple(_swapped_questions(case, book, swap) for case in book.cases_before),
    }
    notebook = replace(book, details=details, participants=people, **typed, **added)
    course = replace(
        session.course,
        look_back=_swapped(session.course.look_back, swap),
        confidentiality=swap(session.course.confidentiality),
    )
    return replace(session, notebook=notebook, course=course, history=(), undone=())


def _unnamed(person: Participant, swap: Swap) -> Participant:
    """Give a person without name and address; that there is an address is still known."""
    email = _(PersonalData.EMAIL.replacement_msgid) if person.email else ""
    return replace(person, name="", email=email, role=swap(_role(person)))


def _role(person: Participant) -> str:
    return person.role or _("participant")


def _swap(session: Session) -> Swap:
    """Give what puts roles in the place of names in a text."""
    there = dict(_names(session))
    whole = [_spelled(name, exact=len(name) <= _SHORT) for name in sorted(there, key=len, reverse=True)]
    kept = frozenset(mark for step in session.steps for mark in step.marks)  # they are counted by their words
    if not whole:
        return lambda text: text
    pattern = re.compile(r"(?<![^\W_])(?:" + "|".join(whole) + r")(?:['’]?s)?(?![^\W_])")
    named = {_key(name): instead for name, instead in there.items()}
    told = {key: _("[name]") if pattern.search(instead) else instead for key, instead in named.items()}

    def put(found: re.Match[str]) -> str:
        name = _key(found.group())
        ends = (name, *(name.removesuffix(end) for end in ("'s", "’s", "s")))
        return next((told[each] for each in ends if each in told), _("[name]"))

    return lambda text: text if text in kept else pattern.sub(put, unicodedata.normalize("NFC", text))


def _names(session: Session) -> Iterator[tuple[str, str]]:
    """Give every name, whole and in its parts, with what stands there instead. What comes later counts."""
    book = session.notebook
    before = tuple(snapshot.notebook for snapshot in (*session.history, *session.undone))
    for contact in dict.fromkeys(each.details.contact for each in (*before, book)):
        yield from ((part, _("[whom to ask]")) for part in _of_contact(contact, session))
    for settled in book.settled:
        kinds = {f.spotted.kind for f in book.flags if f.subject_id == settled.subject_id and settled.covers(f)}
        if settled.decision is Decision.SHOWN and PersonalData.NAME in kinds:
            yield settled.text, _(PersonalData.NAME.replacement_msgid)
    for person in dict.fromkeys(person for each in (*before, book) for person in each.participants):
        instead = f"[{_role(person)}]"
        yield from ((part, instead) for part in _parts(person.name))
        yield from ((text, instead) for text in (" ".join(person.name.split()), person.email.strip()) if text)


def _parts(name: str) -> Iterator[str]:
    """Give the parts of a name that are a name by themselves."""
    for part in name.split():
        bare = part.strip(_AROUND)
        if len(bare) >= _SHORT and bare.casefold() not in _PARTICLES:
            yield bare


def _of_contact(contact: str, session: Session) -> Iterator[str]:
    """Give what names or reaches whom to ask: words with a capital, numbers and addresses.

    It is a sentence that somebody typed: the words of an organisation or a place in it name nobody.
    """
    book = session.notebook
    places = (book.details.place, book.details.municipality, *(partner.name for partner in book.partners))
    known = {word.strip(_AROUND).casefold() for place in places for word in place.split()}
    for part in _parts(contact):
        if part.casefold() not in known and (part[0].isupper() or "@" in part or any(c.isdigit() for c in part)):
            yield part


def _spelled(name: str, *, exact: bool) -> str:
    """Give a pattern for a name: any white space in it, with or without its accents, in any case unless `exact`."""
    plain = unicodedata.normalize("NFC", name)
    bare = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    both = "|".join(r"\s+".join(map(re.escape, text.split())) for text in dict.fromkeys((plain, bare)))
    return f"(?:{both})" if exact else f"(?i:{both})"


def _key(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", " ".join(name.split()).casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _swapped(value: Any, swap: Swap) -> Any:  # noqa: ANN401  it gives back what it gets: any record of the core
    """Give a record with its texts swapped; ids stay what they are."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return swap(value)
    if isinstance(value, tuple):
        return tuple(_swapped(each, swap) for each in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    texts = (field.name for field in fields(value) if not _is_id(field.name))
    return replace(value, **{name: _swapped(getattr(value, name), swap) for name in texts})


def _is_id(name: str) -> bool:
    return name in {"id", "ref", "continues", "order"} or name.endswith(("_id", "_ids"))


def _added_steps(session: Session, swap: Swap) -> tuple[Any, ...]:
    """Swap what the meeting added to its programme; the script's own words stay."""
    book = session.notebook
    planned = {step.id for step in session.script.steps}
    steps: Iterable[Any] = (step if step.id in planned else _swapped(step, swap) for step in book.steps)
    return tuple(_swapped_asked(step, book, swap) for step in steps)


def _swapped_asked(asking: Any, book: Notebook, swap: Swap) -> Any:  # noqa: ANN401  a Step or a Moment
    questions = tuple(_swapped(each, swap) if each.id in book.asked else each for each in asking.questions)
    return replace(asking, questions=questions)


def _swapped_questions(case: Any, book: Notebook, swap: Swap) -> Any:  # noqa: ANN401  a Case or None
    if case is None:
        return None
    return replace(case, moments=tuple(_swapped_asked(moment, book, swap) for moment in case.moments))
