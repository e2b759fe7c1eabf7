"""What is said once somebody guessed of a claim."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.card import Card, Figure, Verdict
from facilitator.core.shown_card import public_part
from facilitator.ui.prepare.steps_preview import bold
from facilitator.words import _


def guessed_words(guess: Verdict, verdict: Verdict) -> str:
    """The verdict, beside what was guessed."""
    told = _(verdict.msgid)
    if guess is verdict:
        return _("{verdict}. You guessed that too.").format(verdict=told)
    return _("{verdict}. You guessed: {guess}.").format(verdict=told, guess=_(guess.msgid).lower())


def answer_words(card: Card) -> str:
    """What the sources say, how strong that is, what one can say, the figures, and who says so: Markdown."""
    return "\n\n".join(_parts(card))


def _parts(card: Card) -> Iterator[str]:
    public = public_part(card)
    claim = public.claim
    if claim is not None:
        for name, words in (
            (_("What the sources say"), claim.says),
            (_("How strong that is"), claim.strength),
            (_("What you can say"), claim.may_say),
        ):
            if words.strip():
                yield bold(name)
                yield words
    if card.figures:
        yield bold(_("Figures"))
        yield "\n".join(f"- {_figure(figure)}" for figure in card.figures)
    named = {figure.source.title for figure in card.figures}
    if further := [source for source in public.sources if source not in named]:
        yield bold(_("Sources"))
        yield "\n".join(f"- {source}" for source in further)


def _figure(figure: Figure) -> str:
    return _("{value} ({year}). {definition} Source: {source}.").format(
        value=bold(figure.value),
        year=figure.year,
        definition=" ".join(figure.definition.split()),
        source=figure.source.title.rstrip("."),
    )
