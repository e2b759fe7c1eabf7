"""Everything on a card, as Markdown: explanation, fact check, figures, instrument, where to read on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitator.core.card import Card, FactCheck, Figure, Verdict
from facilitator.core.instrument import Instrument, InstrumentAnswer, InstrumentQuestion
from facilitator.ui.dates import long_day
from facilitator.ui.prepare.steps_preview import bold
from facilitator.words import _


def card_words(card: Card) -> str:
    """Give what is on a card."""
    return "\n\n".join(_card(card))


def instrument_words(instrument: Instrument) -> str:
    """Give the questions of an instrument, and where they lead."""
    return "\n\n".join(_instrument(instrument))


def _card(card: Card) -> Iterator[str]:
    yield f"# {card.title}"
    yield card.summary
    if card.fact_check is not None:
        yield from _fact_check(card.fact_check)
    yield card.body
    for title, items in (
        (_("Signals"), card.signals),
        (_("What to do"), card.to_do),
        (_("What not to do"), card.not_to_do),
        (_("Figures"), tuple(_figure(figure) for figure in card.figures)),
    ):
        yield from _list(title, items)
    if card.instrument is not None:
        yield from _instrument(card.instrument)
    if not card.read_on:
        yield bold(_("Nobody said where this comes from: look it up before you use it."))
    yield from _list(_("Read on"), (f"{source.title} ({source.publisher})" for source in card.read_on))
    yield _("Last held against the sources on {day}.").format(day=long_day(card.checked_on))


def _list(title: str, items: Iterable[str]) -> Iterator[str]:
    lines = [f"- {item}" for item in items]
    if lines:
        yield bold(title)
        yield "\n".join(lines)


def _fact_check(fact_check: FactCheck) -> Iterator[str]:
    verdicts = {
        Verdict.TRUE: _("That is right."),
        Verdict.PARTLY: _("That is partly right."),
        Verdict.FALSE: _("That is not right."),
    }
    yield bold(_("People say"))
    yield f"‘{fact_check.claim}’ {bold(verdicts[fact_check.verdict])}"
    yield bold(_("What you can say"))
    yield fact_check.may_say
    if fact_check.strength:
        yield bold(_("How strong that is"))
        yield fact_check.strength


def _figure(figure: Figure) -> str:
    told = _("{value} ({year}). {definition} Source: {source}.").format(
        value=bold(figure.value),
        year=figure.year,
        definition=figure.definition.strip(),
        source=figure.source.title.rstrip("."),
    )
    if figure.look_again is None:
        return told
    newer = _("Look for a newer one after {day}.").format(day=long_day(figure.look_again))
    return f"{told} {newer}"


def _instrument(instrument: Instrument) -> Iterator[str]:
    if instrument.before:
        yield bold(_("Before you begin"))
        yield instrument.before
    for number, question in enumerate(instrument.questions, 1):
        yield bold(f"{number}. {question.text}")
        yield from _question(instrument, question)
    for outcome in instrument.outcomes:
        yield bold(outcome.title)
        yield outcome.text
        if outcome.to_do:
            yield "\n".join(f"- {item}" for item in outcome.to_do)
    yield from _list(_("When to stop and call"), instrument.stop)


def _question(instrument: Instrument, question: InstrumentQuestion) -> Iterator[str]:
    if question.help:
        yield question.help
    for title, items in ((_("Listen for"), question.listen_for), (_("Who can be involved"), question.partners)):
        if items:
            yield f"{title}:"
            yield "\n".join(f"- {item}" for item in items)
    if question.answers:
        yield "\n".join(f"- {_answer(instrument, answer)}" for answer in question.answers)
    if question.note:
        yield _("Write down: {things}.").format(things="; ".join(question.note))


def _answer(instrument: Instrument, answer: InstrumentAnswer) -> str:
    outcomes = {outcome.id: outcome.title for outcome in instrument.outcomes}
    numbers = {question.id: number for number, question in enumerate(instrument.questions, 1)}
    if answer.to in outcomes:
        return f"{bold(answer.text)} → {outcomes[answer.to]}"
    if answer.to in numbers:
        return _("{answer} → question {number}").format(answer=bold(answer.text), number=numbers[answer.to])
    return bold(answer.text)
