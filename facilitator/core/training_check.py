"""What looks like personal data in a line of the training plan: names of staff belong there, a client's data never."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from facilitator.core import help_desk
from facilitator.core.help_desk import Search
from facilitator.core.privacy import Finding, PersonalData
from facilitator.core.text import fold, one_line
from facilitator.core.training import Aim


class Undecided(NamedTuple):
    """A line, and what somebody has to decide about in it."""

    aim: Aim
    finding: Finding


def words_of(aim: Aim) -> str:
    """All that was typed in a line; the names are the last line. The title of a module or session was not typed."""
    typed = (aim.team, aim.who, "" if aim.ref else aim.what, aim.by_words, aim.note)
    return "\n".join((*map(one_line, typed), ", ".join(aim.names)))


def for_staff(search: Search) -> Search:
    """Search words as `words_of` gives them: who is named as one to be trained may be named in the other fields too."""

    def found(text: str, known: frozenset[str]) -> tuple[Finding, ...]:
        at = text.rfind("\n") + 1
        staff = frozenset(fold(text[at:]).replace(",", " ").split())
        seen = search(text, known | staff)
        return tuple(one for one in seen if one.kind is not PersonalData.NAME or one.start < at)

    return found


def first_undecided(aims: Iterable[Aim], search: Search) -> Undecided | None:
    """Give the first line about which something is to be decided. It takes a while: not for the windows' thread."""
    look = for_staff(search)
    found = ((aim, help_desk.open_findings(words_of(aim), aim.allowed, look)) for aim in aims)
    return next((Undecided(aim, findings[0]) for aim, findings in found if findings), None)
