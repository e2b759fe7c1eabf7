"""The card that an answer becomes: a card of the region, as its author finds it in the editor to finish it."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from facilitator.content.cards import LONGEST_ASKED
from facilitator.core.help_desk import DeskQuestion
from facilitator.core.text import clean, one_line, shorten
from facilitator.ui.casuistry.editor.tree import Plain
from facilitator.ui.dates import long_day
from facilitator.words import _

_SENTENCE = re.compile(r".+?[.!?](?=\s|$)", re.DOTALL)
_SUMMARY = 200


class Given(NamedTuple):
    """An answer as somebody looked it over: who gave it, and where it comes from if that was told."""

    answer: str
    by: str
    source: str = ""
    address: str = ""

    @property
    def told(self) -> str:
        """All that was told of the source, as it is kept at the question."""
        return self.source if self.address in self.source else f"{self.source} {self.address}"


def card_of(question: DeskQuestion, given: Given, day: date) -> Plain:
    """Give the card. One without a source says so itself, wherever it is read."""
    answer = clean(given.answer).strip()
    body = answer if given.source else f"{answer}\n\n{_no_source()}"
    told = given.source or _("Answer of {organisation}, {day}").format(organisation=given.by, day=long_day(day))
    source: dict[str, Plain] = {"title": one_line(told), "publisher": one_line(given.by)}
    if given.address:
        source["address"] = given.address
    roles: dict[str, Plain] = {"roles": (question.role,)} if question.role else {}
    asked: dict[str, Plain] = {"asked": (question.text,)} if len(question.text) <= LONGEST_ASKED else {}
    return {
        "title": question.text[:1].upper() + question.text[1:],
        "themes": (question.theme or _("questions of the region"),),
        **roles,
        **asked,
        "summary": _summary(answer),
        "body": body,
        "read_on": (source,),
        "checked_on": day.isoformat(),
    }


def _no_source() -> str:
    return _("**No source was given with this answer.** Ask for it before you pass this on.")


def _summary(answer: str) -> str:
    """The first sentence."""
    first = _SENTENCE.match(answer)
    return shorten(one_line(first[0] if first else answer), _SUMMARY)
