"""What a model of agreements (`resources/model-agreements/*.yaml`) may hold: one declaration, as for a card."""

from __future__ import annotations

import re

from facilitator.content.kinds import OneOf, Slug, Text, choose_from
from facilitator.content.problem import Report, shown
from facilitator.content.records import Field, ListOf, Record, Values
from facilitator.content.shared_parts import checked_on, once, read_on
from facilitator.content.yaml_tree import Mapping
from facilitator.core.model_agreement import Chapter, ModelAgreement, Paragraph, Term
from facilitator.core.vocabulary import AgreementKind, AgreementLevel, Phase
from facilitator.words import _

_PLACE = re.compile(r"\{([^{}\n]*)\}")


def model_agreement() -> Record[ModelAgreement]:
    """Declare a model of agreements."""
    return Record(
        ModelAgreement,
        (
            Field("id", Slug(), _("short name of this model, never changed once it was used")),
            Field("title", Text(), _("the name of the model, as in a list to choose from")),
            Field("about", Text(long=True), _("between whom it is, and how a region uses it")),
            Field("chapters", ListOf(_chapter(), least=1), _("the subjects, in order"), one=_("chapter")),
            read_on(),
            checked_on(),
        ),
        (once("chapters", "id"), _each_paragraph_once),
    )


def _chapter() -> Record[Chapter]:
    return Record(
        Chapter,
        (
            Field("id", Slug(), _("short name of this chapter, once in this model")),
            Field("title", Text(), _("the subject")),
            Field("purpose", Text(long=True), _("what the agreements here are for")),
            Field("paragraphs", ListOf(_paragraph(), least=1), _("the agreements"), one=_("paragraph")),
        ),
    )


def _paragraph() -> Record[Paragraph]:
    return Record(
        Paragraph,
        (
            Field("id", Slug(), _("short name of this paragraph, once in this model")),
            Field("title", Text(), _("what it is called")),
            Field("text", Text(long=True), _("the agreement, with {term} where a region fills something in")),
            Field("kind", OneOf(AgreementKind), _("what the agreement is about")),
            Field("level", OneOf(AgreementLevel), _("who keeps it")),
            Field("phase", OneOf(Phase), _("phase of working on safety"), required=False),
            Field("why", Text(long=True), _("why it is needed"), required=False),
            Field("terms", ListOf(_term()), _("what a region fills in"), required=False, one=_("term")),
        ),
        (once("terms", "id"), _places_and_terms),
    )


def _term() -> Record[Term]:
    return Record(
        Term,
        (
            Field("id", Slug(), _("short name of this term, as between the braces")),
            Field("label", Text(), _("what is asked")),
            Field("hint", Text(), _("what an answer looks like"), required=False),
        ),
    )


# ---- rules


def _places_and_terms(node: Mapping, values: Values, report: Report) -> None:
    records = node.records("terms")
    terms: tuple[Term, ...] = values.get("terms", ())
    if "text" not in values or len(terms) < len(records):
        return  # what is wrong with them was told already
    known = [term.id for term in terms]
    places = _PLACE.findall(values["text"])
    for place in dict.fromkeys(places):
        if place not in known:
            what = _("the text has a place for '{id}', which is no term").format(id=shown(place))
            fix = choose_from(place, known) if known else _("Add it under 'terms', or take the braces away")
            report.at(node.entries["text"], what, fix)
    for record, term in zip(records, terms, strict=True):
        if term.id not in places:
            what = _("the text has no place for '{id}'").format(id=shown(term.id))
            report.at(record, what, _("Write '{{{id}}}' in the text, or remove this term").format(id=term.id))


def _each_paragraph_once(node: Mapping, _values: Values, report: Report) -> None:
    seen: set[str] = set()
    for chapter in node.records("chapters"):
        for paragraph in chapter.records("paragraphs"):
            own = paragraph.scalar("id")
            if own is not None and own.text in seen:
                what = _("'{key}: {value}' stands there twice").format(key="id", value=shown(own.text))
                report.at(own, what, _("Give one of the two another name"))
            elif own is not None:
                seen.add(own.text)
