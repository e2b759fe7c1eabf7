"""Which knowledge cards are at hand where a meeting is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from facilitator.core import events as ev
from facilitator.core.at_hand import MOST_SUITED, at_hand, gone, next_claim
from facilitator.core.card import Card, FactCheck, Verdict
from facilitator.core.casus import Phase
from facilitator.core.shown_card import public_part
from tests.builders import CASE, CASE_SCRIPT, SCRIPT, Table


def card(card_id: str, *themes: str, fact: bool = False) -> Card:
    """A card with the least that it needs."""
    check = FactCheck("Het is zo.", Verdict.TRUE, "Zo.") if fact else None
    return Card(card_id, f"Kaart {card_id}", themes, "Kort.", "Lang.", (), date(2026, 1, 1), fact_check=check)


def ids(cards: tuple[Card, ...]) -> list[str]:
    return [each.id for each in cards]


def test_those_that_a_step_names_in_its_order_without_those_that_are_gone() -> None:
    step = replace(SCRIPT.steps[0], cards=("b", "weg", "a", "b"))
    session = Table(replace(SCRIPT, steps=(step, *SCRIPT.steps[1:]))).started().session
    cards = [card("a"), card("b"), card("c")]
    assert ids(at_hand(session, cards)) == ["b", "a"]
    assert gone(session, cards) == 1
    assert at_hand(session, []) == ()


def test_at_a_moment_of_a_case_also_those_that_suit_it() -> None:
    step = replace(CASE_SCRIPT.steps[1], cards=("genoemd",))
    script = replace(CASE_SCRIPT, steps=(CASE_SCRIPT.steps[0], step, CASE_SCRIPT.steps[2]))
    table = Table(script, replace(CASE, themes=("Getuige", "scheiding"))).started()
    cards = [card("x"), card("een", "getuige"), card("twee", "scheiding", "GETUIGE"), card("genoemd", "getuige")]
    assert at_hand(table.session, cards) == ()  # the welcome tells no moment
    assert ids(at_hand(table.at_step("casus").session, cards)) == ["genoemd", "twee", "een"]
    stepped, phase = replace(cards[0], steps=(1,)), replace(cards[0], id="fase", phases=(Phase.DIRECT_SAFETY,))
    both = replace(stepped, id="beide", phases=(Phase.DIRECT_SAFETY, Phase.RECOVERY))
    assert ids(at_hand(table.session, [stepped, phase, both, cards[1]])) == ["beide", "een"]
    many = [card(f"k{number}", "getuige") for number in range(40)]
    assert ids(at_hand(table.session, many)) == [f"k{number}" for number in range(MOST_SUITED)]


def test_the_next_claim_goes_round_and_comes_once() -> None:
    table = Table().started()
    cards = [card("a", fact=True), card("gewoon"), card("b", fact=True), card("c", fact=True)]
    first = next_claim(table.session, cards)
    assert first == cards[0]
    asked = []
    for start in ("b", None, None):
        found = next_claim(table.session, cards) if start is None else cards[2]
        assert found is not None
        asked.append(found.id)
        table.do(ev.CardShown, card=public_part(found))
        table.do(ev.CardShown, card=public_part(cards[1]))
    assert asked == ["b", "c", "a"]
    assert next_claim(table.session, cards) is None
