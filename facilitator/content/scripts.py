"""What a script file (`sessions/*.yaml`) may hold: one declaration, for reader, writer and JSON Schema.

A declaration is made when it is asked for, since its words come from the catalogue chosen at the start.
"""

from __future__ import annotations

from facilitator.content.kinds import OneOf, Slug, Text, Whole, YesNo
from facilitator.content.problem import Report, shown
from facilitator.content.records import Field, Group, ListOf, Record, Values
from facilitator.content.shared_parts import guidance, once, questions, sources
from facilitator.content.yaml_tree import Mapping
from facilitator.core.script import Answering, Form, Preparation, Reveal, Script, Step, StepKind
from facilitator.words import _

MOST_MINUTES = 480


def script() -> Record[Script]:
    """Declare a script file."""
    return Record(
        Script,
        (
            Field("id", Slug(), _("short name of this script, never changed once it was used")),
            Field("title", Text(), _("the name of the script, as in a list to choose from")),
            Field("form", OneOf(Form), _("what kind of meeting it is")),
            Field("goal", Text(long=True), _("what the group takes home")),
            Field("for_whom", Text(long=True), _("who should be at the table")),
            Field("group", _group(), _("how many people it works with")),
            Field("preparation", _preparation(), _("what to arrange beforehand"), required=False),
            Field("house_rules", ListOf(Text()), _("how the group deals with each other"), required=False),
            Field("sources", sources(), _("where facts and ways of working come from"), required=False),
            Field("steps", ListOf(_step(), least=1), _("the steps, in order"), one=_("step")),
        ),
        (once("steps", "id"), _one_case_step),
    )


def _group() -> Group:
    people = Whole(1, 500)
    return Group(
        (
            Field("min", people, _("the smallest group"), of="group_min"),
            Field("max", people, _("the largest group"), of="group_max"),
        ),
        (_min_below_max,),
    )


def _min_below_max(node: Mapping, values: Values, report: Report) -> None:
    if "min" in values and "max" in values and values["min"] > values["max"]:
        what = _("'min' ({min}) is more than 'max' ({max})").format(min=values["min"], max=values["max"])
        report.at(node.entries["min"], what, _("Swap them, or put one of the two right"))


def _preparation() -> Record[Preparation]:
    return Record(
        Preparation,
        (
            Field("room", Text(long=True), _("the room and how it is set up"), required=False),
            Field("materials", ListOf(Text()), _("what should be ready"), required=False),
            Field("invitation", Text(long=True), _("a text to send to the participants"), required=False),
            Field("checklist", ListOf(Text()), _("what to tick off beforehand"), required=False),
        ),
    )


# ---- steps


def _step() -> Record[Step]:
    minutes = Whole(1, MOST_MINUTES)
    texts = ListOf(Text())
    return Record(
        Step,
        (
            Field("id", Slug(), _("short name of this step, once in this script")),
            Field("title", Text(), _("the name of the step, for the facilitator")),
            Field("kind", OneOf(StepKind), _("what happens in this step")),
            Field("minutes", minutes, _("how long it takes when there is time enough")),
            Field("minimum_minutes", minutes, _("the least it can be led in")),
            Field("protected", YesNo(), _("true: this step is never shortened"), required=False),
            Field("audience", _audience(), _("what the room sees")),
            Field("facilitator", guidance(), _("what only the facilitator sees"), of="guidance"),
            Field(
                "questions", questions(), _("guiding questions to put to the room"), required=False, one=_("question")
            ),
            Field("answers", _answers(), _("how answers are taken and shown"), required=False),
            Field("cards", ListOf(Slug()), _("short names of knowledge cards at hand"), required=False),
            Field("follow_up", texts, _("questions to go deeper, for the facilitator"), required=False),
        ),
        (_minimum_below_minutes, once("questions", "id")),
    )


def _audience() -> Group:
    return Group(
        (
            Field("title", Text(room=True), _("the one thing in large letters"), of="audience_title"),
            Field("text", Text(long=True, room=True), _("a few lines under it"), required=False, of="audience_text"),
        ),
    )


def _answers() -> Group:
    return Group(
        (
            Field("how", OneOf(Answering), _("how answers are taken"), of="answering"),
            Field("shown", OneOf(Reveal), _("when the room sees an answer"), required=False, of="reveal"),
            Field("choices", ListOf(Text(room=True)), _("what can be chosen"), required=False),
        ),
        (_choices_where_chosen,),
    )


# ---- rules


def _minimum_below_minutes(node: Mapping, values: Values, report: Report) -> None:
    minutes, minimum = values.get("minutes"), values.get("minimum_minutes")
    if minutes is not None and minimum is not None and minimum > minutes:
        what = _("'minimum_minutes' ({minimum}) is more than 'minutes' ({minutes})")
        fix = _("Make 'minimum_minutes' {minutes} or less").format(minutes=minutes)
        report.at(node.entries["minimum_minutes"], what.format(minimum=minimum, minutes=minutes), fix)


def _choices_where_chosen(node: Mapping, values: Values, report: Report) -> None:
    how, choices = values.get("how"), values.get("choices", ())
    if how is Answering.CHOICE and len(choices) < 2:
        what = _("the room has to choose, but there are not two things to choose from")
        report.at(node.entries["how"], what, _("Add 'choices:' with at least two items"))
    elif choices and how not in {Answering.CHOICE, Answering.SCALE, None}:
        what = _("'choices' do nothing with 'how: {how}'").format(how=how)
        report.at(node.entries["choices"], what, _("Remove them, or write 'how: choice'"))
    for twice in sorted({choice for choice in choices if choices.count(choice) > 1}):
        what = _("the choice '{choice}' stands there twice").format(choice=shown(twice))
        report.at(node.entries["choices"], what, _("Keep one of the two"))


def _one_case_step(node: Mapping, _values: Values, report: Report) -> None:
    """Refuse a second case step: one session studies one case, and its step shows every moment of it."""
    kinds = [step.scalar("kind") for step in node.records("steps")]
    telling = [kind for kind in kinds if kind is not None and kind.text == StepKind.CASE]
    for second in telling[1:]:
        what = _("a case is told in a second step, first on line {line}").format(line=telling[0].line)
        report.at(second, what, _("Give this step another kind, such as 'question'"))
