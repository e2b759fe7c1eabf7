"""What a card file (`resources/knowledge/*.yaml`) may hold: one declaration, for reader, writer and JSON Schema.

A declaration is made when it is asked for, since its words come from the catalogue chosen at the start.
"""

from __future__ import annotations

from functools import partial

from facilitator.content.instruments import instrument
from facilitator.content.kinds import Day, OneOf, Slug, Text, Whole, YesNo
from facilitator.content.records import Field, ListOf, Record
from facilitator.content.shared_parts import checked_on, read_on, source
from facilitator.core.card import Card, FactCheck, Figure, Verdict
from facilitator.core.vocabulary import Phase
from facilitator.words import _

MOST_ASKED = 40
LONGEST_ASKED = 160
"""Letters of a question that somebody asks: a longer one is a story."""


def card() -> Record[Card]:
    """Declare a card file."""
    texts = ListOf(Text(long=True))
    return Record(
        partial(Card, read_on=()),  # nobody need say where it comes from; what ships does
        (
            Field("id", Slug(), _("short name of this card, never changed once it was used")),
            Field("title", Text(room=True), _("the name of the card, as in a list to choose from")),
            Field("themes", ListOf(Text(), least=1), _("themes to find the card by")),
            Field("roles", ListOf(Text()), _("for whom it is; leave out when it is for everyone"), required=False),
            Field("for_everyone", YesNo(), _("true: it is for everyone, and no role was forgotten"), required=False),
            Field("phases", ListOf(OneOf(Phase)), _("phases in which it is of use"), required=False),
            Field(
                "meldcode_steps",
                ListOf(Whole(1, 5)),
                _("steps of the meldcode at which it is of use, 1 to 5"),
                required=False,
                of="steps",
            ),
            Field("summary", Text(room=True), _("what it comes down to, in one sentence")),
            Field("body", Text(long=True), _("the explanation")),
            Field("signals", texts, _("what you may notice"), required=False, one=_("signal")),
            Field("to_do", texts, _("what to do"), required=False),
            Field("not_to_do", texts, _("what not to do"), required=False),
            Field("figures", ListOf(_figure()), _("numbers that may be told"), required=False, one=_("figure")),
            Field("fact_check", _fact_check(), _("a claim that people repeat, held against sources"), required=False),
            Field("instrument", instrument(), _("questions to walk through one at a time"), required=False),
            Field(
                "asked",
                ListOf(Text(foreign=True, most=LONGEST_ASKED), most=MOST_ASKED),
                _("questions that it answers, in the words of who asks; only to find it by"),
                required=False,
                one=_("question that it answers"),
            ),
            read_on(required=False),
            checked_on(),
        ),
    )


def _figure() -> Record[Figure]:
    return Record(
        Figure,
        (
            Field("id", Slug(), _("short name by which the infographic knows it"), required=False),
            Field("value", Text(), _("the number, with its unit")),
            Field("year", Whole(1900, 2100), _("the year it is of")),
            Field("definition", Text(long=True), _("what was counted, and among whom")),
            Field("source", source(), _("who says so")),
            Field("look_again", Day(), _("the day after which somebody looks for a newer one"), required=False),
        ),
    )


def _fact_check() -> Record[FactCheck]:
    return Record(
        FactCheck,
        (
            Field("claim", Text(), _("what people say")),
            Field("verdict", OneOf(Verdict), _("what the sources make of it")),
            Field("strength", Text(long=True), _("how strong it is what the sources say"), required=False),
            Field("may_say", Text(long=True), _("what can be said instead")),
        ),
    )
