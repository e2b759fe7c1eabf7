"""What a script file (`sessions/*.yaml`) may hold: one declaration, for reader, writer and JSON Schema.

A declaration is made when it is asked for, since its words come from the catalogue chosen at the start.
"""

from __future__ import annotations

from typing import Any

from facilitator.content import script_rules as rules
from facilitator.content.kinds import OneOf, Slug, Text, Whole, YesNo
from facilitator.content.records import Field, Group, ListOf, Record
from facilitator.content.shared_parts import guidance, once, options, questions, sources
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
        (once("steps", "id"), rules.minutes_add_up, rules.each_moment_once, rules.compares_with_a_scale),
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
        (rules.min_below_max,),
    )


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
            rules.minimum_below_minutes,
            once("questions", "id"),
            rules.right_options,
            rules.scale_words_on_a_scale,
            rules.telling_a_case,
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
        (rules.choices_where_chosen, rules.frustrations_of_choices, rules.dots_where_divided),
    )
