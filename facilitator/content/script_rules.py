"""What must fit together in a script file, beyond what each field may hold: a rule tells what does not, and where."""

from __future__ import annotations

from facilitator.content.problem import Report, shown
from facilitator.content.records import Values
from facilitator.content.yaml_tree import Mapping, Sequence
from facilitator.core.script import Answering, Step, StepKind, Tells
from facilitator.words import _


def min_below_max(node: Mapping, values: Values, report: Report) -> None:
    """The smallest group is no larger than the largest."""
    if "min" in values and "max" in values and values["min"] > values["max"]:
        what = _("'min' ({min}) is more than 'max' ({max})").format(min=values["min"], max=values["max"])
        report.at(node.entries["min"], what, _("Swap them, or put one of the two right"))


def minutes_add_up(node: Mapping, values: Values, report: Report) -> None:
    """The minutes of the script are those of its steps."""
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


def right_options(node: Mapping, _values: Values, report: Report) -> None:
    """A question to choose an answer to has two or more, and one that is right."""
    for question in node.records("questions"):
        entry, options = question.entries.get("options"), question.records("options")
        if entry is None or not options:
            continue
        if len(options) < 2:
            report.at(entry, _("there is one answer to choose from"), _("Add another, or leave 'options' out"))
        elif not any((right := option.scalar("right")) is not None and right.text == "true" for option in options):
            report.at(entry, _("none of these answers is right"), _("Write 'right: true' at the answer that is right"))


def minimum_below_minutes(node: Mapping, values: Values, report: Report) -> None:
    """The least a step can be led in is no more than what it takes."""
    minutes, minimum = values.get("minutes"), values.get("minimum_minutes")
    if minutes is not None and minimum is not None and minimum > minutes:
        what = _("'minimum_minutes' ({minimum}) is more than 'minutes' ({minutes})")
        fix = _("Make 'minimum_minutes' {minutes} or less").format(minutes=minutes)
        report.at(node.entries["minimum_minutes"], what.format(minimum=minimum, minutes=minutes), fix)


def choices_where_chosen(node: Mapping, values: Values, report: Report) -> None:
    """What can be chosen stands where the room chooses, and nowhere twice."""
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


def frustrations_of_choices(node: Mapping, values: Values, report: Report) -> None:
    """Every choice names its frustration, or none does."""
    entry, choices = node.entries.get("frustrations"), values.get("choices", ())
    named = entry.node.items if entry is not None and isinstance(entry.node, Sequence) else ()
    if named and values.get("how") not in {Answering.CHOICE, None}:
        what = _("'frustrations' do nothing with 'how: {how}'").format(how=values["how"])
        report.at(node.entries["frustrations"], what, _("Remove them, or write 'how: choice'"))
    elif named and len(named) != len(choices):
        what = _("there are {named} frustrations and {choices} choices").format(named=len(named), choices=len(choices))
        report.at(node.entries["frustrations"], what, _("Name one for each choice, in the same order"))


def dots_where_divided(node: Mapping, values: Values, report: Report) -> None:
    """Dots are named where they are divided."""
    if "dots" in node.entries and values.get("how") not in {Answering.DOTS, None}:
        what = _("'dots' do nothing with 'how: {how}'").format(how=values["how"])
        report.at(node.entries["dots"], what, _("Remove the line, or write 'how: dots'"))


def scale_words_on_a_scale(node: Mapping, values: Values, report: Report) -> None:
    """The words of a scale stand at a scale."""
    if "answers" in node.entries and "answers" not in values:
        return  # what is wrong with them was told already
    answering = values.get("answers", {}).get("answering")
    for name in ("scale_low", "scale_high", "compare_with"):
        if name in node.entries and answering is not Answering.SCALE:
            what = _("'{name}' does nothing without a scale").format(name=name)
            report.at(node.entries[name], what, _("Write 'how: scale' under 'answers', or remove the line"))


def telling_a_case(node: Mapping, values: Values, report: Report) -> None:
    """Which moments are told is said where a case is."""
    for name in ("tells", "phase"):
        if name in node.entries and values.get("kind") not in {StepKind.CASE, None}:
            what = _("'{name}' does nothing in a step that tells no case").format(name=name)
            report.at(node.entries[name], what, _("Write 'kind: case', or remove the line"))


def each_moment_once(node: Mapping, values: Values, report: Report) -> None:
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


def compares_with_a_scale(node: Mapping, values: Values, report: Report) -> None:
    """Marks are compared with those of an earlier scale."""
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
