"""The papers about what is known: the infographic when nothing is past its day and when all is, cards, and walks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from random_papers import WILD

from facilitator.content.infographic import FILE, read_infographic
from facilitator.content.library import read_library
from facilitator.content.locate import content_folder, resource
from facilitator.core.card import Card
from facilitator.core.walk import Answered, Walk, answered
from facilitator.report.cards import cards_of
from facilitator.report.infographic import infographic_of
from facilitator.report.press import Press
from facilitator.report.walk import paper_of

DAYS = (date(2026, 11, 27), date(2099, 1, 1))


def knowledge_papers(folder: Path) -> list[Path]:
    """Write them."""
    press, cards = Press(resource("templates"), resource("fonts")), read_library(content_folder()).cards
    made = []
    for day in DAYS:
        panels = read_infographic(content_folder() / FILE, cards, day).panels
        made.append(folder / f"infographic-{day.year}.pdf")
        made[-1].write_bytes(infographic_of(panels, day).render(press).pdf)
    made.append(folder / "cards.pdf")
    made[-1].write_bytes(cards_of(cards, DAYS[0]).render(press).pdf)
    for number, walk in enumerate(_walks(cards)):
        made.append(folder / f"walk-{number}.pdf")
        made[-1].write_bytes(paper_of(walk, DAYS[0]).render(press).pdf)
    return made


def _walks(cards: Sequence[Card]) -> Iterator[Walk]:
    """Each instrument, walked by its last answers with whatever somebody may have typed, and not begun."""
    for card in cards:
        if card.instrument is not None:
            walk = Walk("w", card.id, card.title, card.instrument)
            yield walk
            for words in WILD:
                question = walk.way[-1]
                last = max(0, len(question.answers) - 1)
                walk, _fallen = answered(walk, Answered(question.id, last, words, words, words, DAYS[0]))
            yield walk
