"""The instruction for local teams: what of a model holds in a municipality, in running text with what was filled in.

Paper and word processor show the same model. What does not apply is left out; what is not filled in yet is a blank that
says what belongs there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter

from facilitator.core.model_agreement import Paragraph
from facilitator.core.own_agreement import (
    Choice,
    OwnAgreement,
    Run,
    flowing,
    missing_terms,
    progress,
    running,
    terms_of,
)
from facilitator.report import dates
from facilitator.report.documents.paper import Paper
from facilitator.report.press import Meta
from facilitator.words import _, ngettext


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text. `kind` is "text", "filled" (somebody filled it in) or "blank" (to be filled in)."""

    text: str
    kind: str = "text"


Line = tuple[Piece, ...]
"""A paragraph of running text, or an item of a list."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs one after the other, or the items of one list."""

    lines: tuple[Line, ...]
    listed: bool


@dataclass(frozen=True, slots=True)
class Told:
    """An agreement; `number` is "2.1", `about` says what sort it is and in which phase it holds."""

    number: str
    title: str
    about: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter of which something applies."""

    number: str
    title: str
    purpose: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Agreed:
    """Something that was filled in, or is to be: what is asked, the answer (empty: none yet), and where it stands."""

    label: str
    value: str
    where: str


@dataclass(frozen=True, slots=True)
class InstructionModel:
    """What the template shows; an empty tuple leaves its part out."""

    title: str
    subtitle: str
    decided: str
    draft: str
    parts: tuple[Part, ...]
    agreed: tuple[Agreed, ...]
    origin: str


def instruction_paper(own: OwnAgreement, today: date) -> Paper:
    """Give the instruction. `today` is the day of a draft; one that was decided on has its own day."""
    parts = _parts(own)
    day = own.decided_on or today
    name = own.municipality
    model = InstructionModel(
        title=own.model.title,
        subtitle=_("Instruction for the local teams of {municipality}").format(municipality=name),
        decided=_decided(own),
        draft=_draft(own),
        parts=parts,
        agreed=_agreed(own, parts),
        origin=_origin(own),
    )
    meta = Meta(
        title=f"{own.model.title} · {name}",
        subject=_("Instruction for local teams"),
        session=f"{own.model.title} · {name}",
        day=dates.in_words(day),
        reader=_("For the local teams of {municipality}").format(municipality=name),
        date=day,
    )
    return Paper(model, meta)


def _parts(own: OwnAgreement) -> tuple[Part, ...]:
    parts: list[Part] = []
    for chapter in own.model.chapters:
        number = str(len(parts) + 1)
        holding = [each for each in chapter.paragraphs if _applies(own, each)]
        told = tuple(_told(own, each, f"{number}.{place}") for place, each in enumerate(holding, 1))
        if told:
            parts.append(Part(number, chapter.title, flowing(chapter.purpose), told))
    return tuple(parts)


def _applies(own: OwnAgreement, paragraph: Paragraph) -> bool:
    """Only what was chosen: nobody is told to do what nobody decided about."""
    return own.of(paragraph.id).choice in {Choice.TAKEN_OVER, Choice.ADJUSTED}


def _told(own: OwnAgreement, paragraph: Paragraph, number: str) -> Told:
    about = [_(paragraph.kind.msgid)]
    if paragraph.phase is not None:
        about.append(_(paragraph.phase.msgid))
    passages = tuple(
        Passage(tuple(tuple(map(_piece, block.runs)) for block in blocks), listed)
        for listed, blocks in groupby(running(own, paragraph), key=attrgetter("item"))
    )
    return Told(number, paragraph.title, " · ".join(about), passages)


def _piece(run: Run) -> Piece:
    if run.term is None:
        return Piece(run.text)
    if run.filled:
        return Piece(run.text, "filled")
    return Piece(_("…… (to be filled in: {what})").format(what=run.term.label.rstrip("?")), "blank")


def _agreed(own: OwnAgreement, parts: tuple[Part, ...]) -> tuple[Agreed, ...]:
    numbers = iter(told.number for part in parts for told in part.told)
    holding = (each for each in own.model.paragraphs if _applies(own, each))
    return tuple(
        Agreed(term.label, " ".join(own.of(paragraph.id).value(term.id).split()), number)
        for paragraph, number in zip(holding, numbers, strict=True)
        for term in terms_of(own, paragraph)
    )


def _decided(own: OwnAgreement) -> str:
    if own.decided_on is None:
        return ""
    said = {"number": own.version, "day": dates.in_words(own.decided_on), "by": own.decided_by}
    if own.version > 1:
        return _("Version {number}, decided on {day} by {by}. It replaces version {previous}.").format(
            **said, previous=own.version - 1
        )
    return _("Version {number}, decided on {day} by {by}.").format(**said)


def _draft(own: OwnAgreement) -> str:
    """Say that it is not finished, and what is missing."""
    far, said = progress(own), []
    if own.decided_on is None:
        said.append(_("Draft: nobody decided on this yet."))
    if left := far.of - far.chosen:
        text = ngettext(
            "Of {count} paragraph of the model nothing was chosen yet; it is not in this paper.",
            "Of {count} paragraphs of the model nothing was chosen yet; they are not in this paper.",
            left,
        )
        said.append(text.format(count=left))
    blanks = sum(len(missing_terms(own, each)) for each in own.model.paragraphs if _applies(own, each))
    if blanks:
        text = ngettext("{count} blank is still to be filled in.", "{count} blanks are still to be filled in.", blanks)
        said.append(text.format(count=blanks))
    return " ".join(said)


def _origin(own: OwnAgreement) -> str:
    counts = {choice: sum(each.choice is choice for each in own.chosen) for choice in Choice}
    return _(
        "Made from the model “{model}”, last checked on {day}. Taken over: {taken}. Adjusted: {adjusted}. "
        "Not applicable: {not_applicable}."
    ).format(
        model=own.model.title,
        day=dates.in_words(own.model.checked_on),
        taken=counts[Choice.TAKEN_OVER],
        adjusted=counts[Choice.ADJUSTED],
        not_applicable=counts[Choice.NOT_APPLICABLE],
    )
