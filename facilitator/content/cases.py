"""What a case file (`casuistiek/*.yaml`) may hold: one declaration, for reader, writer and JSON Schema.

A declaration is made when it is asked for, since its words come from the catalogue chosen at the start.
"""

from __future__ import annotations

from typing import Any

from facilitator.content.kinds import OneOf, Slug, Text, Whole, YesNo, choose_from
from facilitator.content.problem import Report, shown
from facilitator.content.records import Field, ListOf, Record, Values
from facilitator.content.scripts import MOST_MINUTES
from facilitator.content.shared_parts import guidance, once, questions, refers, sources
from facilitator.content.yaml_tree import Mapping
from facilitator.core.casus import (
    Case,
    Level,
    Moment,
    Occurrence,
    Person,
    PersonKind,
    Phase,
    Relation,
    RelationKind,
    RoleCard,
    RoleKnowledge,
    Sex,
    Weighing,
)
from facilitator.words import _


def case() -> Record[Case]:
    """Declare a case file."""
    texts = ListOf(Text(), least=1)
    return Record(
        Case,
        (
            Field("id", Slug(), _("short name of this case, never changed once it was used")),
            Field("title", Text(), _("the name of the case, as in a list to choose from")),
            Field("summary", Text(long=True), _("what the case is about, in a few lines")),
            Field("themes", texts, _("themes to find the case by")),
            Field("level", OneOf(Level), _("how much a group must bring to it")),
            Field("minutes", Whole(1, MOST_MINUTES), _("how long it takes to study all moments")),
            Field("learning_goals", texts, _("what the group learns from it")),
            Field("persons", ListOf(_person(), least=1), _("the invented persons"), one=_("person")),
            Field("relations", ListOf(_relation()), _("how the persons stand to each other"), one=_("relation")),
            Field("timeline", ListOf(_occurrence(), least=1), _("what happened, in order"), one=_("occurrence")),
            Field("moments", ListOf(_moment(), least=1), _("the moments: what did we know when"), one=_("moment")),
            Field("aftercare", Text(long=True), _("how to round off, and where to go when it touches you")),
            Field("sources", sources(), _("where facts and ways of working come from"), required=False),
            Field(
                "role_cards",
                ListOf(_role_card()),
                _("who somebody is who takes a role"),
                required=False,
                one=_("role card"),
            ),
        ),
        (
            once("persons", "id"),
            once("moments", "id"),
            refers("persons", "since", "moments"),
            refers("relations", "one", "persons"),
            refers("relations", "other", "persons"),
            refers("relations", "since", "moments"),
            refers("timeline", "moment", "moments"),
            _two_persons,
            once("role_cards", "role"),
            _roles_that_know,
        ),
    )


def _person() -> Record[Person]:
    return Record(
        Person,
        (
            Field("id", Slug(), _("short name of this person, once in this case")),
            Field("name", Text(), _("an invented name")),
            Field("kind", OneOf(PersonKind), _("family, own network, or professional")),
            Field("sex", OneOf(Sex), _("symbol in the genogram"), required=False),
            Field("age", Whole(0, 120), _("age in years"), required=False),
            Field("about", Text(long=True), _("what the group may know of this person"), required=False),
            Field("since", Slug(), _("id of the moment from which the group knows this person"), required=False),
            Field("deceased", YesNo(), _("true when this person died before the case begins"), required=False),
        ),
    )


def _relation() -> Record[Relation]:
    return Record(
        Relation,
        (
            Field("one", Slug(), _("id of a person")),
            Field("other", Slug(), _("id of another person")),
            Field("kind", OneOf(RelationKind), _("how the first stands to the second")),
            Field("label", Text(), _("a few words at the line between them"), required=False),
            Field("since", Slug(), _("id of the moment from which the group knows it"), required=False),
        ),
    )


def _occurrence() -> Record[Occurrence]:
    return Record(
        Occurrence,
        (
            Field("when", Text(), _("when, in words; an invented case has no calendar")),
            Field("what", Text(), _("what happened")),
            Field("moment", Slug(), _("id of the moment from which the group knows it"), required=False),
        ),
    )


def _moment() -> Record[Moment]:
    texts = ListOf(Text(long=True))
    return Record(
        _built_moment,
        (
            Field("id", Slug(), _("short name of this moment, once in this case")),
            Field("title", Text(room=True), _("the name of the moment, for the room too")),
            Field("audience", Text(long=True, room=True), _("what the room reads"), of="audience_text"),
            Field("roles", ListOf(_role()), _("what each role knows, to hand out"), required=False, one=_("role card")),
            Field("facilitator", guidance(), _("what only the facilitator sees"), of="guidance"),
            Field(
                "questions", questions(), _("guiding questions to put to the room"), required=False, one=_("question")
            ),
            Field("phase", OneOf(Phase), _("phase of working on safety")),
            Field("meldcode_step", Whole(1, 5), _("step of the meldcode, 1 to 5"), required=False),
            Field(
                "weighing",
                ListOf(_weighing()),
                _("the five weighing questions"),
                required=False,
                one=_("weighing question"),
            ),
            Field("turning_points", texts, _("where it could have gone another way"), required=False),
            Field("goes_wrong", texts, _("what usually goes wrong here"), required=False),
        ),
        (once("questions", "id"), once("roles", "role"), once("weighing", "question")),
    )


def _built_moment(**values: Any) -> Moment:  # noqa: ANN401  each value was read by its own kind
    return Moment(**{"roles": (), "questions": (), **values})


def _role() -> Record[RoleKnowledge]:
    return Record(
        RoleKnowledge,
        (
            Field("role", Text(), _("the role, as on its card")),
            Field("knows", Text(long=True), _("what this role knows and others do not")),
        ),
    )


def _role_card() -> Record[RoleCard]:
    return Record(
        RoleCard,
        (
            Field("role", Text(), _("a role that knows something at some moment")),
            Field("about", Text(long=True), _("who you are in this case, without a secret"), required=False),
            Field("merges_with", Text(), _("the role that one person can hold beside it"), required=False),
        ),
    )


def _weighing() -> Record[Weighing]:
    texts = ListOf(Text(long=True))
    return Record(
        Weighing,
        (
            Field("question", Whole(1, 5), _("number of the weighing question, 1 to 5")),
            Field("for", texts, _("what speaks for yes"), required=False, of="speaks_for"),
            Field("against", texts, _("what speaks for no"), required=False, of="speaks_against"),
        ),
        (_something_speaks,),
    )


# ---- rules


def _something_speaks(node: Mapping, values: Values, report: Report) -> None:
    unreadable = len(values) < len(node.entries)
    if not unreadable and not values.get("for") and not values.get("against"):
        what = _("nothing speaks for or against here")
        report.at(node, what, _("Fill in 'for' or 'against', or remove this question"))


def _roles_that_know(node: Mapping, _values: Values, report: Report) -> None:
    named = [role.scalar("role") for moment in node.records("moments") for role in moment.records("roles")]
    known = [role.text for role in named if role is not None]
    for card in node.records("role_cards"):
        for value in (card.scalar("role"), card.scalar("merges_with")):
            if value is not None and not value.empty and value.text not in known:
                what = _("'{role}' knows nothing at any moment").format(role=shown(value.text))
                report.at(value, what, choose_from(value.text, known))


def _two_persons(node: Mapping, _values: Values, report: Report) -> None:
    for relation in node.records("relations"):
        one, other = relation.scalar("one"), relation.scalar("other")
        if one is not None and other is not None and one.text == other.text and not one.empty:
            what = _("'{person}' stands in a relation to itself").format(person=one.text)
            report.at(other, what, _("Name another person under 'other'"))
