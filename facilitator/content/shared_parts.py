"""Parts that scripts, cases and cards have in common, and the rules that both need."""

from __future__ import annotations

from facilitator.content.kinds import Address, Day, Slug, Text, YesNo, choose_from
from facilitator.content.problem import Report, shown
from facilitator.content.records import Field, ListOf, Record, Rule, Values
from facilitator.content.yaml_tree import Mapping, Scalar
from facilitator.core.card import ReadOn
from facilitator.core.script import Guidance, Option, Question, Source
from facilitator.words import _


def guidance() -> Record[Guidance]:
    """Declare what only the facilitator reads."""
    items = ListOf(Text(long=True))
    return Record(
        Guidance,
        (
            Field("say", items, _("what to say, almost word for word"), required=False),
            Field("ask", items, _("what to ask"), required=False),
            Field("do", items, _("what to do"), required=False),
            Field("watch", items, _("what to watch out for"), required=False),
        ),
        (_something_to_go_by,),
    )


def _something_to_go_by(node: Mapping, values: Values, report: Report) -> None:
    unreadable = len(values) < len(node.entries)
    if not unreadable and not any(values.values()):
        what = _("the facilitator has nothing to go by here")
        report.at(node, what, _("Fill in at least one of 'say', 'ask', 'do' and 'watch'"))


def questions(*more: Field) -> ListOf[Question]:
    """Declare guiding questions; `more` are fields that not all of them have."""
    return ListOf(
        Record(
            Question,
            (
                Field("id", Slug(), _("short name of this question, once in this list")),
                Field("text", Text(room=True), _("the question itself")),
                Field("role", Text(), _("for whom it is; leave out when it is for everyone"), required=False),
                *more,
            ),
        )
    )


def options() -> Field:
    """Declare the answers to choose from that a question can have."""
    option = Record(
        Option,
        (
            Field("text", Text(room=True), _("the answer as it is read")),
            Field("right", YesNo(), _("true: this answer is right"), required=False),
            Field("because", Text(long=True), _("why it is right or not")),
        ),
    )
    return Field(
        "options", ListOf(option), _("answers to choose from, each explained"), required=False, one=_("option")
    )


def read_on(*, required: bool = True) -> Field:
    """Declare where the facts of a text come from, and where to read further."""
    record = Record(
        ReadOn,
        (
            Field("title", Text(foreign=True), _("the name of the page or publication")),
            Field("publisher", Text(foreign=True), _("who publishes it")),
            Field("address", Address(), _("web address of the source"), required=False),
        ),
    )
    told = _("where the facts come from, and where to read further")
    return Field("read_on", ListOf(record, least=int(required)), told, required=required)


def checked_on() -> Field:
    """Declare when facts were last looked at."""
    return Field("checked_on", Day(), _("the day on which its facts were last held against the sources"))


def sources() -> ListOf[Source]:
    """Declare where facts come from."""
    return ListOf(source())


def source() -> Record[Source]:
    """Declare where one fact comes from."""
    return Record(
        Source,
        (
            Field("title", Text(foreign=True), _("author, title, year")),
            Field("address", Address(), _("web address of the source"), required=False),
        ),
    )


# ---- rules


def once(items: str, key: str) -> Rule:
    """Refuse a second record in the list `items` with the same value under `key`."""

    def rule(node: Mapping, _values: Values, report: Report) -> None:
        seen: dict[str, Scalar] = {}
        for value in _scalars(node, items, key):
            first = seen.setdefault(value.text, value)
            if first is not value:
                what = _("'{key}: {value}' stands there twice, first on line {line}")
                what = what.format(key=key, value=shown(value.text), line=first.line)
                report.at(value, what, _("Give one of the two another name"))

    return rule


def refers(items: str, key: str, targets: str) -> Rule:
    """Refuse a record in the list `items` whose `key` is not the id of a record in the list `targets`.

    When there are no targets at all their own field has told so already.
    """

    def rule(node: Mapping, _values: Values, report: Report) -> None:
        known = [target.text for target in _scalars(node, targets, "id")]
        for value in _scalars(node, items, key):
            if known and value.text not in known and not value.empty:
                what = _("'{key}' names '{value}', which is not an id in '{targets}'")
                what = what.format(key=key, value=shown(value.text), targets=targets)
                report.at(value, what, choose_from(value.text, known))

    return rule


def _scalars(node: Mapping, items: str, key: str) -> list[Scalar]:
    found = (record.scalar(key) for record in node.records(items))
    return [value for value in found if value is not None]
