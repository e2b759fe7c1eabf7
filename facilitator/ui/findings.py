"""What is said of words that look like personal data: the one place that knows the names of the kinds."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.core.events import Spotted
from facilitator.words import _, ngettext


def kind_words(kind: str) -> str:
    """`een naam`, `een BSN`."""
    from facilitator.core.privacy.kinds import name_of  # noqa: PLC0415  its patterns: 15 ms before a session resumes

    return _(name_of(kind))


def proposal(kind: str) -> str:
    """What can stand there instead without pointing at anybody."""
    from facilitator.core.privacy.kinds import PersonalData  # noqa: PLC0415  as above

    return _(PersonalData(kind).replacement_msgid) if kind in set(PersonalData) else "[…]"


def seen_words(spotted: Sequence[Spotted], *, private: bool = True) -> str:
    """`Dit lijkt op een naam: ‘Fatima’.` Without `private` the words themselves are left out."""
    one = _("{kind}: ‘{words}’") if private else "{kind}"
    things = dict.fromkeys(one.format(kind=kind_words(each.kind), words=each.text) for each in spotted)
    return _("This looks like {things}.").format(things=", ".join(things))


def count_words(count: int) -> str:
    """`2 teksten moeten nog worden nagekeken.`"""
    words = ngettext("{count} text is still to be checked.", "{count} texts are still to be checked.", count)
    return words.format(count=count)


def left_out_words(count: int) -> str:
    """`2 teksten zijn nog niet nagekeken en komen in geen enkel document.`"""
    words = ngettext(
        "{count} text is not checked yet and comes in no document.",
        "{count} texts are not checked yet and come in no document.",
        count,
    )
    return words.format(count=count)
