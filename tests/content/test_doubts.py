"""What is doubtful about the cards of a pack."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from facilitator.content.doubts import Doubt, Kind, Shelf, among_themselves
from facilitator.core.card import Card, ReadOn

BODY = "Iemand neemt een ander stap voor stap de vrijheid af, en dat gaat na een scheiding vaak gewoon door."
SOURCE = ReadOn("Stap 3", "Een uitgever", "https://voorbeeld.nl")
ONE = Card("een", "Dwingende controle", ("thema",), "Kort.", BODY, (SOURCE,), date(2026, 5, 11))
LOOSE = "Leg losse voorvallen naast elkaar, want samen zijn ze gevaarlijk."
OTHER = replace(ONE, id="ander", title="Stalking", body=LOOSE)


@pytest.mark.parametrize(
    ("card", "doubts"),
    [
        (ONE, ()),
        (replace(ONE, body="Wat anders."), (Doubt(Kind.CONTRADICTS, "Dwingende controle"),)),
        (replace(OTHER, id="nieuw", title="dwingende CONTROLE"), (Doubt(Kind.SAME_TITLE, "Dwingende controle"),)),
        (replace(ONE, id="nieuw", title="Nieuw"), (Doubt(Kind.NEAR_TEXT, "Dwingende controle"),)),
        (replace(OTHER, id="nieuw", title="Nieuw"), ()),
        (replace(OTHER, id="nieuw", title="Nieuw", body=f"{LOOSE} Iemand neemt een ander stap voor stap iets af."), ()),
        (replace(OTHER, read_on=()), (Doubt(Kind.NO_SOURCE),)),
        (
            replace(ONE, id="nieuw", title="Nieuw", read_on=(), body=BODY.replace("vaak ", "")),
            (Doubt(Kind.NEAR_TEXT, "Dwingende controle"), Doubt(Kind.NO_SOURCE)),
        ),
    ],
)
def test_a_card_is_held_against_those_that_are_there(card: Card, doubts: tuple[Doubt, ...]) -> None:
    assert Shelf([ONE]).doubts(card) == doubts


def test_cards_of_few_words_are_compared_too() -> None:
    short = replace(ONE, summary="", body="Bel.", title="Bel")
    assert Shelf([short]).doubts(replace(short, id="b", title="B")) == (Doubt(Kind.NEAR_TEXT, "Bel"),)


def test_cards_that_come_together_are_held_against_each_other() -> None:
    copy = replace(ONE, id="kopie", read_on=())
    assert among_themselves([ONE, OTHER, copy]) == {"kopie": (Doubt(Kind.SAME_TITLE, "Dwingende controle"),)}
