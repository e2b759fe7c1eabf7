"""What of a card is due for another look."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from facilitator.core.card import Card, Figure, ReadOn
from facilitator.core.review import Due, Ground, due
from facilitator.core.script import Source

TODAY = date(2026, 11, 24)
SOURCE = ReadOn("Stap 3", "Een uitgever", "https://voorbeeld.nl")
FIGURE = Figure("1 op de 12", 2022, "Volwassenen", Source("Een onderzoek"))
CARD = Card("kaart", "Kaart", ("thema",), "Kort.", "Uitleg.", (SOURCE,), date(2026, 5, 11))


def test_a_card_with_sources_that_was_checked_is_not_due() -> None:
    figures = (FIGURE, replace(FIGURE, look_again=TODAY))  # the day itself still counts
    assert due(replace(CARD, figures=figures), TODAY) == ()


def test_no_source_comes_first_then_figures_then_the_day() -> None:
    past = date(2026, 11, 23)
    card = replace(CARD, read_on=(), checked_on=date(2025, 11, 23), figures=(FIGURE, replace(FIGURE, look_again=past)))
    assert due(card, TODAY) == (
        Due(Ground.NO_SOURCE),
        Due(Ground.FIGURE_PAST, past, 1),
        Due(Ground.NOT_CHECKED, date(2025, 11, 23)),
    )


def test_how_long_a_check_holds_can_be_said() -> None:
    assert due(CARD, TODAY, months=6) == (Due(Ground.NOT_CHECKED, date(2026, 5, 11)),)
    assert due(replace(CARD, checked_on=date(2026, 5, 24)), TODAY, months=6) == ()
