"""The papers about what is known: the infographic on a day when nothing is past its day and when all is, and cards."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from facilitator.content.infographic import FILE, read_infographic
from facilitator.content.library import read_library
from facilitator.content.locate import content_folder, resource
from facilitator.report.cards import cards_of
from facilitator.report.infographic import infographic_of
from facilitator.report.press import Press

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
    return made
