"""What a frustration (`resources/frustrations/*.yaml`) may hold: one declaration, as for a card."""

from __future__ import annotations

from facilitator.content.kinds import OneOf, Slug, Text
from facilitator.content.records import Field, ListOf, Record
from facilitator.content.shared_parts import checked_on, read_on
from facilitator.core.frustration import Direction, FrustrationGuide
from facilitator.core.vocabulary import Frustration
from facilitator.words import _


def frustration() -> Record[FrustrationGuide]:
    """Declare what is known of a frustration."""
    direction = Record(
        Direction,
        (
            Field("text", Text(long=True), _("what somebody can do")),
            Field("ground", Text(long=True), _("why that may help: who says so, or that it is our own choice")),
        ),
    )
    return Record(
        FrustrationGuide,
        (
            Field("id", OneOf(Frustration), _("which of the five it is")),
            Field("title", Text(room=True), _("the frustration in one sentence, as people say it")),
            Field("recognise", ListOf(Text(long=True), least=1), _("how somebody notices it")),
            Field("behind", Text(long=True), _("what lies behind it")),
            Field("directions", ListOf(direction, least=1), _("what may help"), one=_("direction")),
            Field("scripts", ListOf(Slug()), _("scripts that help, by their short names"), required=False),
            Field("cards", ListOf(Slug()), _("cards that help, by their short names"), required=False),
            read_on(),
            checked_on(),
        ),
    )
