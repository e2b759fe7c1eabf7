"""What a script file (`sessions/*.yaml`) may hold: one declaration, for reader, writer and JSON Schema.

A declaration is made when it is asked for, since its words come from the catalogue chosen at the start.
"""

from __future__ import annotations

from typing import Any

from facilitator.content.kinds import OneOf, Slug, Text, Whole, YesNo
from facilitator.content.problem import Report, shown
from facilitator.content.records import Field, Group, ListOf, Record, Values
from facilitator.content.shared_parts import guidance, once, options, questions, sources
from facilitator.content.yaml_tree import Mapping, Sequence
from facilitator.core.casus import Phase
from facilitator.core.script import (
    Answering,
    CaseNeeds,
    Form,
    Preparation,
    Reveal,
    Script,
    Step,
    StepKind,
    Tells,
    Way,
)
from facilitator.core.vocabulary import Frustration
from facilitator.words import _

MOST_MINUTES = 480
MOST_SILENT = 10
MOST_DOTS = 20


def script() -> Record[Script]:
    """Declare a script file."""
    minutes = Whole(1, MOST_MINUTES)
    return Record(
        _built_script,
        (
            Field("id", Slug(), _("short name of this script, never changed once it was used")),
            Field("title", Text(), _("the name of the script, as in a list to choose from")),
            Field("form", OneOf(Form), _("what kind of meeting it is")),
            Field("goal", Text(long=True), _("what the group takes home")),
            Field("for_whom", Text(long=True), _("who should be at the table")),
            Field("roles", ListOf(Text()), _("where they work; leave out when it is for everyone"), required=False),
            Field("group", _group(), _("how many people it works with")),
            Field("minutes", minutes, _("how long it takes: the sum of its steps"), required=False, of="told_minutes"),
            Field("preparation", _preparation(), _("what to arrange beforehand"), required=False),
            Field("house_rules", ListOf(Text()), _("how the group deals with each other"), required=False),
            Field(
                "confidentiality",
                Text(long=True, room=True),
                _("what the group promises each other about confidentiality; without it the program has a text"),
                required=False,
            ),
            Field("sources", sources(), _("where facts and ways of working come from"), required=False),
            Field("needs", _needs(), _("what it asks of a case"), required=False),
            Field("steps", ListOf(_step(), least=1), _("the steps, in order"), one=_("step")),
        ),
        (once("steps", "id"), _minutes_add_up, _each_moment_once, _compares_with_a_scale),
    )


def _built_script(**values: Any) -> Script:  # noqa: ANN401  each value was read by its own kind
    """Build it without its minutes: they are what the steps add up to, and a rule held them against each other."""
    return Script(**{name: value for name, value in values.items() if name != "told_minutes"})


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


def _needs() -> Record[CaseNeeds]:
    return Record(
        CaseNeeds,
        (
            Field("phases", ListOf(OneOf(Phase)), _("phases in which the case has a moment"), required=False),
            Field("moments", Whole(1, 20), _("the least number of moments"), required=False),
            Field("roles", Whole(0, 50), _("the least number of roles"), required=False),
            Field("weighing", YesNo(), _("true: it says what speaks for and against when weighing"), required=False),
            Field("turning_points", YesNo(), _("true: it has turning points to talk about"), required=False),
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
                "questions",
                questions(options()),
                _("guiding questions to put to the room"),
                required=False,
                one=_("question"),
            ),
            Field("answers", _answers(), _("how answers are taken and shown"), required=False),
            Field("cards", ListOf(Slug()), _("short names of knowledge cards at hand"), required=False),
            Field("follow_up", texts, _("questions to go deeper, for the facilitator"), required=False),
            Field(
                "way", OneOf(Way), _("how the group works: who speaks, who writes, who only listens"), required=False
            ),
            Field("tells", OneOf(Tells), _("which moments a case step tells"), required=False),
            Field("phase", OneOf(Phase), _("a case step tells the moments in this phase alone"), required=False),
            Field("compare_with", Slug(), _("id of an earlier scale step to compare with"), required=False),
            Field("scale_low", Text(room=True), _("what 1 means on the scale"), required=False),
            Field("scale_high", Text(room=True), _("what 10 means on the scale"), required=False),
            Field(
                "silent_minutes",
                Whole(1, MOST_SILENT),
                _("minutes of silence with which the step begins, when you start them"),
                required=False,
            ),
        ),
        (
            _minimum_below_minutes,
            once("questions", "id"),
            _right_options,
            _scale_words_on_a_scale,
            _telling_a_case,
        ),
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
            Field(
                "frustrations",
                ListOf(OneOf(Frustration)),
                _("which frustration each choice names, in the same order: so they are counted over all sessions"),
                required=False,
            ),
            Field(
                "dots", Whole(1, MOST_DOTS), _("how many dots each person has; 3 when nothing is said"), required=False
            ),
        ),
        (_choices_where_chosen, _frustrations_of_choices, _dots_where_divided),
    )


# ---- rules


def _minutes_add_up(node: Mapping, values: Values, report: Report) -> None:
    told, steps = values.get("minutes"), values.get("steps", ())
    total = sum(step.minutes for step in steps)
    unreadable = len(steps) < len(node.records("steps"))
    if told is not None and steps and not unreadable and told != total:
        what = _("'minutes' says {told}, and the steps add up to {total}").format(told=told, total=total)
        report.at(
            node.entries["minutes"],
            what,
            _("Change the minutes of a step, or write 'minutes: {total}'").format(total=total),
        )


def _right_options(node: Mapping, _values: Values, report: Report) -> None:
    for question in node.records("questions"):
        entry, options = question.entries.get("options"), question.records("options")
        if entry is None or not options:
            continue
        if len(options) < 2:
            report.at(entry, _("there is one answer to choose from"), _("Add another, or leave 'options' out"))
        elif not any((right := option.scalar("right")) is not None and right.text == "true" for option in options):
            report.at(entry, _("none of these answers is right"), _("Write 'right: true' at the answer that is right"))


def _minimum_below_minutes(node: Mapping, values: Values, report: Report) -> None:
    minutes, minimum = values.get("minutes"), values.get("minimum_minutes")
    if minutes is not None and minimum is not None and minimum > minutes:
        what = _("'minimum_minutes' ({minimum}) is more than 'minutes' ({minutes})")
        fix = _("Make 'minimum_minutes' {minutes} or less").format(minutes=minutes)
        report.at(node.entries["minimum_minutes"], what.format(minimum=minimum, minutes=minutes), fix)


def _choices_where_chosen(node: Mapping, values: Values, report: Report) -> None:
    how, choices = values.get("how"), values.get("choices", ())
    counted = how is not None and how.of_options
    if (how is Answering.CHOICE and len(choices) < 2) or (counted and len(choices) == 1):
        what = _("the room has to choose, but there are not two things to choose from")
        report.at(node.entries["how"], what, _("Add 'choices:' with at least two items"))
    elif choices and not counted and how not in {Answering.CHOICE, Answering.SCALE, None}:
        what = _("'choices' do nothing with 'how: {how}'").format(how=how)
        report.at(node.entries["choices"], what, _("Remove them, or write 'how: choice'"))
    for twice in sorted({choice for choice in choices if choices.count(choice) > 1}):
        what = _("the choice '{choice}' stands there twice").format(choice=shown(twice))
        report.at(node.entries["choices"], what, _("Keep one of the two"))


def _frustrations_of_choices(node: Mapping, values: Values, report: Report) -> None:
    entry, choices = node.entries.get("frustrations"), values.get("choices", ())
    named = entry.node.items if entry is not None and isinstance(entry.node, Sequence) else ()
    if named and values.get("how") not in {Answering.CHOICE, None}:
        what = _("'frustrations' do nothing with 'how: {how}'").format(how=values["how"])
        report.at(node.entries["frustrations"], what, _("Remove them, or write 'how: choice'"))
    elif named and len(named) != len(choices):
        what = _("there are {named} frustrations and {choices} choices").format(named=len(named), choices=len(choices))
        report.at(node.entries["frustrations"], what, _("Name one for each choice, in the same order"))


def _dots_where_divided(node: Mapping, values: Values, report: Report) -> None:
    if "dots" in node.entries and values.get("how") not in {Answering.DOTS, None}:
        what = _("'dots' do nothing with 'how: {how}'").format(how=values["how"])
        report.at(node.entries["dots"], what, _("Remove the line, or write 'how: dots'"))


def _scale_words_on_a_scale(node: Mapping, values: Values, report: Report) -> None:
    if "answers" in node.entries and "answers" not in values:
        return  # what is wrong with them was told already
    answering = values.get("answers", {}).get("answering")
    for name in ("scale_low", "scale_high", "compare_with"):
        if name in node.entries and answering is not Answering.SCALE:
            what = _("'{name}' does nothing without a scale").format(name=name)
            report.at(node.entries[name], what, _("Write 'how: scale' under 'answers', or remove the line"))


def _telling_a_case(node: Mapping, values: Values, report: Report) -> None:
    for name in ("tells", "phase"):
        if name in node.entries and values.get("kind") not in {StepKind.CASE, None}:
            what = _("'{name}' does nothing in a step that tells no case").format(name=name)
            report.at(node.entries[name], what, _("Write 'kind: case', or remove the line"))


def _each_moment_once(node: Mapping, values: Values, report: Report) -> None:
    """Refuse a second case step that would tell moments again: one session lives through one case once."""
    steps = {step.id: step for step in values.get("steps", ())}
    telling: list[tuple[int, Step]] = []
    for record in node.records("steps"):
        own, kind = record.scalar("id"), record.scalar("kind")
        step = None if own is None else steps.get(own.text)
        if step is None or kind is None or step.kind is not StepKind.CASE:
            continue
        before = next((line for line, other in telling if _overlap(other, step)), None)
        if before is not None:
            what = _("moments of the case are told in a second step, first on line {line}")
            fix = _("Give both steps other moments with 'tells' or 'phase', or this step another kind")
            report.at(kind, what.format(line=before), fix)
        telling.append((kind.line, step))


def _overlap(one: Step, other: Step) -> bool:
    same_phase = one.phase is None or other.phase is None or one.phase is other.phase
    apart = {one.tells, other.tells} == {Tells.FIRST, Tells.REST}
    return same_phase and not apart


def _compares_with_a_scale(node: Mapping, values: Values, report: Report) -> None:
    scales: list[str] = []
    steps = {step.id: step for step in values.get("steps", ())}
    for record in node.records("steps"):
        own, named = record.scalar("id"), record.scalar("compare_with")
        if named is not None and named.text not in scales:
            what = _("'compare_with' names '{value}', which is no earlier scale step").format(value=shown(named.text))
            report.at(named, what, _("Name the id of a step above this one that has 'how: scale'"))
        step = None if own is None else steps.get(own.text)
        if own is not None and (step is None or step.answering is Answering.SCALE):  # None: its fault was told already
            scales.append(own.text)
