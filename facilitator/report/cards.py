"""Knowledge cards as files: one tagged PDF, a page for each card.

A job is small and is made in the worker process, as the documents of a session are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from facilitator.core.card import Card
from facilitator.report import names
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.report.documents.card import CardModel
    from facilitator.report.press import Meta, Press, Rendered

TEMPLATE: Final = "card.xhtml.j2"
SIZES: Final = ("large", "usual", "small", "smallest")
"""Of the text of a card (`style.COLUMNS`): the largest is taken at which it is one page, and never a smaller one."""
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class CardsJob:
    """Cards to print: `path` is where they go inside a folder, `today` the day on which they are made."""

    cards: tuple[Card, ...]
    path: PurePosixPath
    today: date

    def render(self, press: Press) -> Rendered:
        """Make it. Imports what is needed for paper, so it belongs in the worker process."""
        from facilitator.report.documents.card import CardsModel, cards_meta  # noqa: PLC0415  see above

        meta = cards_meta(self.cards, self.today)
        models = tuple(_fitted(press, card, meta) for card in self.cards)
        return press.render(TEMPLATE, {"doc": CardsModel(models)}, meta)


def _fitted(press: Press, card: Card, meta: Meta) -> CardModel:
    """Give a card at the largest size at which it is one page, of an instrument with less beside its questions.

    One that is more even so (only an author's own can be) is set small and goes on on a second page.
    """
    from facilitator.report.documents.card import CardsModel, card_model  # noqa: PLC0415  as above

    whole = card_model(card)
    model = whole
    for model in (whole, card_model(card, brief=True)) if card.instrument is not None else (whole,):
        for size in SIZES:
            sized = replace(model, size=size)
            if press.pages(TEMPLATE, {"doc": CardsModel((sized,))}, meta) == 1:
                return sized
    return replace(model, size=SIZES[-1])


def card_of(card: Card, today: date) -> CardsJob:
    """Give one card, under a name that says which."""
    name = names.joined((_("Card"), card.title[:_LONGEST]))
    return CardsJob((card,), PurePosixPath(f"{name}.pdf"), today)


def cards_of(cards: Sequence[Card], today: date) -> CardsJob:
    """Give a set of cards in one file."""
    name = names.joined((_("Knowledge cards"), today.isoformat()))
    return CardsJob(tuple(cards), PurePosixPath(f"{name}.pdf"), today)
