"""What the instrument on a card may hold: questions that only lead on, and outcomes that can all be reached."""

from __future__ import annotations

from facilitator.content.kinds import Slug, Text, YesNo, choose_from
from facilitator.content.problem import Report, shown
from facilitator.content.records import Field, ListOf, Record, Values
from facilitator.content.shared_parts import once
from facilitator.content.yaml_tree import Mapping
from facilitator.core.instrument import Instrument, InstrumentAnswer, InstrumentQuestion, Outcome
from facilitator.words import _


def instrument() -> Record[Instrument]:
    """Declare an instrument."""
    texts = ListOf(Text(long=True))
    return Record(
        Instrument,
        (
            Field("before", Text(long=True), _("what to know or do before the first question"), required=False),
            Field("questions", ListOf(_question(), least=1), _("the questions, in order"), one=_("question")),
            Field("outcomes", ListOf(_outcome()), _("where it can lead"), required=False, one=_("outcome")),
            Field("stop", texts, _("when to stop and call"), required=False),
            Field(
                "plans", YesNo(), _("at each question also: who sees to it, and a next step with a day"), required=False
            ),
        ),
        (once("questions", "id"), once("outcomes", "id"), _apart, _leads_on),
    )


def _question() -> Record[InstrumentQuestion]:
    texts = ListOf(Text(long=True))
    return Record(
        InstrumentQuestion,
        (
            Field("id", Slug(), _("short name of this question, once in this instrument")),
            Field("text", Text(room=True), _("the question itself")),
            Field("help", Text(long=True), _("what it means"), required=False),
            Field("listen_for", texts, _("what to listen or look for"), required=False),
            Field("partners", ListOf(Text()), _("who can be involved"), required=False),
            Field("answers", ListOf(_answer()), _("what can be answered"), required=False, one=_("answer")),
            Field("note", texts, _("what to write down"), required=False),
        ),
    )


def _answer() -> Record[InstrumentAnswer]:
    return Record(
        InstrumentAnswer,
        (
            Field("text", Text(room=True), _("the answer as it is read")),
            Field("to", Slug(), _("id of a later question or of an outcome; else the next question"), required=False),
        ),
    )


def _outcome() -> Record[Outcome]:
    return Record(
        Outcome,
        (
            Field("id", Slug(), _("short name of this outcome, once in this instrument")),
            Field("title", Text(room=True), _("what it comes down to")),
            Field("text", Text(long=True), _("what follows, and why")),
            Field("to_do", ListOf(Text(long=True)), _("what to do"), required=False),
        ),
    )


# ---- rules


def _apart(node: Mapping, values: Values, report: Report) -> None:
    """Refuse an outcome with the short name of a question: an answer could not say which of them it leads to."""
    asked = {question.id for question in values.get("questions", ())}
    for record in node.records("outcomes"):
        own = record.scalar("id")
        if own is not None and own.text in asked:
            what = _("a question is called '{value}' too").format(value=shown(own.text))
            report.at(own, what, _("Give the outcome a short name of its own"))


def _leads_on(node: Mapping, values: Values, report: Report) -> None:
    """Refuse what leads back or nowhere, and what nothing leads to. Only looked at when all of it could be read."""
    questions: tuple[InstrumentQuestion, ...] = values.get("questions", ())
    outcomes: tuple[Outcome, ...] = values.get("outcomes", ())
    records = node.records("questions")
    if len(questions) < len(records) or len(outcomes) < len(node.records("outcomes")):
        return
    ends = [outcome.id for outcome in outcomes]
    reached: set[str] = {question.id for question in questions[:1]}
    for place, (record, question) in enumerate(zip(records, questions, strict=True)):
        later = [*(other.id for other in questions[place + 1 :]), *ends]
        following = later[0] if place + 1 < len(questions) else ""
        for answer, told in zip(question.answers, record.records("answers"), strict=True):
            if answer.to and answer.to not in later:
                what = _("'to' names '{value}', which is no later question and no outcome")
                report.at(told.entries["to"], what.format(value=shown(answer.to)), choose_from(answer.to, later))
            elif not answer.to and not following and ends:
                report.at(told, _("after the last question this answer leads nowhere"), _("Name an outcome under 'to'"))
            reached.add(answer.to or following)
        if not question.answers:
            reached.add(following)
            if not following and ends:
                what = _("after the last question nothing leads to an outcome")
                report.at(record, what, _("Give it answers, with an outcome under 'to'"))
    named = (*(question.id for question in questions), *ends)
    for record, id_ in zip((*records, *node.records("outcomes")), named, strict=True):
        if id_ not in reached:
            what = _("no answer leads to '{id}'").format(id=shown(id_))
            report.at(record, what, _("Name it under 'to' of an answer, or remove it"))
