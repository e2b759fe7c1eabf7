"""What is said of words that look like personal data: the one place that knows the names of the kinds."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.core.events import Spotted
from facilitator.core.held import Written
from facilitator.core.privacy.kinds import PersonalData
from facilitator.core.session import Session
from facilitator.words import _, ngettext


def kind_words(kind: str) -> str:
    """`een naam`, `een BSN`; a kind that this version does not know is told as what it is at least."""
    return _(PersonalData(kind).msgid) if kind in set(PersonalData) else _("something personal")


def proposal(kind: str) -> str:
    """What can stand there instead without pointing at anybody."""
    return _(PersonalData(kind).replacement_msgid) if kind in set(PersonalData) else "[…]"


def seen_words(spotted: Sequence[Spotted], *, private: bool = True) -> str:
    """`Dit lijkt op een naam: ‘Fatima’.` Without `private` the words themselves are left out."""
    one = _("{kind}: ‘{words}’") if private else "{kind}"
    things = dict.fromkeys(one.format(kind=kind_words(each.kind), words=each.text) for each in spotted)
    return _("This looks like {things}.").format(things=", ".join(things))


def place_words(session: Session, written: Written) -> str:
    """The title of the moment or the step at which a text was written; empty where that is not known."""
    moments = () if session.case is None else session.case.moments
    named = [moment.title for moment in moments if moment.id == written.moment_id]
    named += [step.title for step in session.script.steps if step.id == written.step_id]
    return next(iter(named), "")


def count_words(count: int) -> str:
    """`2 teksten moeten nog worden nagekeken.`"""
    words = ngettext("{count} text is still to be checked.", "{count} texts are still to be checked.", count)
    return words.format(count=count)
