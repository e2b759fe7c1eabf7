"""A knowledge card on paper: everything on it, on one page, with its sources and the day it was checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from facilitator.core.card import Card, FactCheck, Figure, ReadOn, Verdict
from facilitator.core.instrument import Instrument, InstrumentAnswer, InstrumentQuestion
from facilitator.core.vocabulary import MELDCODE
from facilitator.report import dates
from facilitator.report.press import Meta
from facilitator.words import _


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with Markdown under it (empty for none), and the items of a list (also Markdown)."""

    title: str
    text: str = ""
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A number with its year, and what was counted and who says so."""

    value: str
    about: str


@dataclass(frozen=True, slots=True)
class CardModel:
    """What the template shows of one card; what is empty is left out. `size` is that of its text."""

    title: str
    summary: str
    about: str
    claim: str
    verdict: str
    body: str
    parts: tuple[Part, ...]
    figures: tuple[Told, ...]
    sources: tuple[ReadOn, ...]
    checked: str
    left_out: str
    size: str = "large"


@dataclass(frozen=True, slots=True)
class CardsModel:
    """The cards of one file, each on a page of its own."""

    cards: tuple[CardModel, ...]


def cards_meta(cards: Sequence[Card], today: date) -> Meta:
    """Give what stands around the cards. One card gives its name to the file."""
    kind = _("Knowledge card") if len(cards) == 1 else _("Knowledge cards")
    title = f"{kind} · {cards[0].title}" if len(cards) == 1 else kind
    reader = _("To hand out · no facts about persons stand on it")
    return Meta(title, _("Domestic violence and child abuse"), kind, dates.in_words(today), reader, today)


def card_model(card: Card, *, brief: bool = False) -> CardModel:
    """Give what a card says; `brief` leaves out what helps at each question of an instrument, and says so."""
    check = card.fact_check
    return CardModel(
        title=card.title,
        summary=card.summary,
        about="" if brief else " · ".join(_about(card)),
        claim="" if check is None else check.claim,
        verdict="" if check is None else _verdict(check),
        body="" if brief else card.body,
        parts=tuple(_parts(card, brief=brief)),
        left_out=_("What helps at each question stands in the program.") if brief else "",
        figures=tuple(map(_figure, card.figures)),
        sources=card.read_on,
        checked=_("Last held against the sources on {day}.").format(day=dates.in_words(card.checked_on)),
    )


def _about(card: Card) -> Iterator[str]:
    yield _("For {roles}").format(roles=", ".join(card.roles)) if card.roles else _("For everyone")
    if card.phases:
        yield ", ".join(_(phase.msgid) for phase in card.phases)
    if card.steps:
        steps = (f"{number} ({_(MELDCODE[number])})" for number in card.steps)
        yield _("Meldcode step {steps}").format(steps=", ".join(steps))


def _verdict(check: FactCheck) -> str:
    return {
        Verdict.TRUE: _("That is right."),
        Verdict.PARTLY: _("That is partly right."),
        Verdict.FALSE: _("That is not right."),
    }[check.verdict]


def _parts(card: Card, *, brief: bool) -> Iterator[Part]:
    check = card.fact_check
    if check is not None:
        yield Part(_("What you can say"), check.may_say)
        if check.strength:
            yield Part(_("How strong that is"), check.strength)
    for title, items in (
        (_("Signals"), card.signals),
        (_("What to do"), card.to_do),
        (_("What not to do"), card.not_to_do),
    ):
        if items:
            yield _part(title, "", items, brief=brief)
    if card.instrument is not None:
        yield from _instrument(card.instrument, brief=brief)


def _part(title: str, text: str, items: tuple[str, ...], *, brief: bool) -> Part:
    """Give a part with a list; a `brief` one in running text."""
    return Part(title, " ".join((text, *items))) if brief else Part(title, text, items)


def _figure(figure: Figure) -> Told:
    told = [figure.definition.strip().rstrip(".") + ".", _("Source: {source}").format(source=figure.source.title)]
    if figure.look_again is not None:
        told.append(_("Look for a newer one after {day}.").format(day=dates.in_words(figure.look_again)))
    joined = " ".join(each if each.endswith(".") else f"{each}." for each in told)
    return Told(f"{figure.value} ({figure.year})", joined)


def _instrument(instrument: Instrument, *, brief: bool) -> Iterator[Part]:
    if instrument.before:
        yield Part(_("Before you begin"), instrument.before)
    for number, question in enumerate(instrument.questions, 1):
        yield Part(f"{number}. {question.text}", "\n\n".join(_question(instrument, question, brief=brief)))
    for outcome in instrument.outcomes:
        yield _part(outcome.title, outcome.text, outcome.to_do, brief=brief)
    if instrument.stop:
        yield _part(_("When to stop and call"), "", instrument.stop, brief=brief)


def _question(instrument: Instrument, question: InstrumentQuestion, *, brief: bool) -> Iterator[str]:
    if question.help and not brief:
        yield question.help
    for title, items in ((_("Listen for"), question.listen_for), (_("Who can be involved"), question.partners)):
        if items and not brief:
            yield f"{title}: {_in_one_line(items)}"
    if question.answers:
        yield " · ".join(_answer(instrument, answer) for answer in question.answers)
    if question.note and not brief:
        yield _("Write down: {things}.").format(things=_in_one_line(question.note).removesuffix("."))


def _in_one_line(items: Sequence[str]) -> str:
    return "; ".join(item.strip().removesuffix(".") for item in items) + "."


def _answer(instrument: Instrument, answer: InstrumentAnswer) -> str:
    outcomes = {outcome.id: outcome.title for outcome in instrument.outcomes}
    numbers = {question.id: number for number, question in enumerate(instrument.questions, 1)}
    bold = f"**{answer.text}**"
    if answer.to in outcomes:
        return f"{bold} → {outcomes[answer.to]}"
    if answer.to in numbers:
        return _("{answer} → question {number}").format(answer=bold, number=numbers[answer.to])
    return bold
