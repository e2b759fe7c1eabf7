"""Knowledge cards before the room, and a claim that is guessed of first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement
from facilitator.core.audience import AudienceView, Scene, audience_view
from facilitator.core.card import Card, FactCheck, Figure, ReadOn, Verdict
from facilitator.core.card_view import SeenAnswer, SeenCard, SeenClaim
from facilitator.core.cards import guesses_of
from facilitator.core.codec import event_from_plain, event_to_plain
from facilitator.core.events import Screen
from facilitator.core.refusal import Refusal
from facilitator.core.script import Source
from facilitator.core.shown_card import ShownCard, ShownClaim, ShownFigure, public_part
from tests.builders import CASE, CASE_SCRIPT, Table
from tests.core.test_audience import words
from tests.random_sessions import tables

CARD = ShownCard("vijf", "De vijf stappen", "Zo loopt de meldcode.", ("Breng in kaart.",))
CLAIM = ShownClaim("60 procent is een hermelding.", Verdict.FALSE, "Het is oud.", "‘38 procent.’", "Sterk.")
FACT = ShownCard("feit", "Is het 60 procent?", "Het is oud.", sources=("CBS",), claim=CLAIM)

WHOLE = Card(
    "feit",
    "Is het 60 procent?",
    ("cijfers",),
    "Het is oud.",
    "Een lang verhaal voor wie leest.",
    (ReadOn("Cijfers", "CBS", "https://example.org"),),
    date(2026, 11, 1),
    signals=("Een signaal.",),
    to_do=("Vraag door.",),
    not_to_do=("Niet raden.",),
    asked=("klopt dat van die tweede keer",),
    figures=(Figure("38 procent", 2022, "Deel van de meldingen.", Source("CBS, 2022", ""), date(2027, 6, 30)),),
    fact_check=FactCheck(CLAIM.claim, Verdict.FALSE, CLAIM.may_say),
)


def shown(card: ShownCard = FACT) -> Table:
    """A meeting that looks at a card."""
    table = Table().started()
    assert table.do(ev.CardShown, card=card) is None
    return table


def test_the_public_part_is_all_that_a_session_keeps() -> None:
    public = public_part(WHOLE)
    assert public.claim == ShownClaim(CLAIM.claim, Verdict.FALSE, "Het is oud.", CLAIM.may_say)
    assert public.figures == (
        ShownFigure("38 procent", 2022, "Deel van de meldingen.", "CBS, 2022", date(2027, 6, 30)),
    )
    assert public.sources == ("CBS, 2022", "CBS, Cijfers")
    kept = words(public)
    assert [each for each in ("lang verhaal", "Een signaal", "Niet raden", "tweede keer") if each in kept] == []
    assert public_part(replace(WHOLE, fact_check=None)).claim is None


def test_a_card_comes_before_the_room_and_goes_again() -> None:
    table = shown(CARD)
    view = audience_view(table.session)
    assert (view.scene, view.title, view.card) == (Scene.CARD, CARD.title, SeenCard(CARD.summary, CARD.to_do, ()))
    assert (view.text, view.answers, view.claim) == ("", (), None)
    table.do(ev.CardShown, card=None)
    assert audience_view(table.session).scene is Scene.PAGE
    assert table.session.course.cards_shown == (CARD,)


def test_of_a_claim_the_room_sees_the_claim_alone_until_it_is_revealed() -> None:
    table = shown()
    table.do(ev.GuessesCounted, guesses=ev.Guesses("feit", 4, 2, 9))
    bare = AudienceView(Scene.CLAIM, table.session.script.form, "Wijk Noord", title=CLAIM.claim, claim=SeenClaim())
    assert replace(audience_view(table.session), bar=None) == bare
    assert table.do(ev.GuessesShown, card_id="feit") is None
    assert audience_view(table.session).claim == SeenClaim((4, 2, 9))
    assert table.do(ev.GuessesShown, card_id="feit", shown=False) is None
    assert audience_view(table.session).claim == SeenClaim()
    assert table.do(ev.ClaimRevealed, card_id="feit") is None
    answer = SeenAnswer(Verdict.FALSE, "Het is oud.", "Sterk.", "‘38 procent.’", (), ("CBS",))
    assert audience_view(table.session).claim == SeenClaim((4, 2, 9), answer)
    table.do(ev.ClaimRevealed, card_id="feit", revealed=False)
    assert audience_view(table.session).claim == SeenClaim()


def test_a_figure_past_its_day_says_so_on_the_day_of_the_meeting() -> None:
    old = ShownFigure("38 procent", 2022, "Deel.", "CBS", date(2026, 11, 16))
    figures = (old, replace(old, look_again=date(2026, 11, 17)), replace(old, look_again=None))
    seen = audience_view(shown(replace(CARD, figures=figures)).session).card
    assert seen is not None
    assert [figure.dated for figure in seen.figures] == [True, False, False]


def test_nobody_who_guessed_is_no_row_of_noughts() -> None:
    table = shown()
    table.do(ev.ClaimRevealed, card_id="feit")
    claim = audience_view(table.session).claim
    assert claim is not None
    assert claim.guesses is None


def test_what_was_revealed_comes_back_as_it_was_and_in_its_newest_words() -> None:
    table = shown()
    table.do(ev.ClaimRevealed, card_id="feit")
    table.do(ev.CardShown, card=CARD)
    newer = replace(FACT, title="Nog eens nagezocht")
    table.do(ev.CardShown, card=newer)
    claim = audience_view(table.session).claim
    assert claim is not None
    assert claim.answer is not None
    assert table.session.course.cards_shown == (newer, CARD)


def test_of_a_claim_that_changed_nothing_is_revealed_or_counted_yet() -> None:
    table = shown()
    table.do(ev.GuessesCounted, guesses=ev.Guesses("feit", 4))
    table.do(ev.ClaimRevealed, card_id="feit")
    table.do(ev.GuessesShown, card_id="feit")
    table.do(ev.ItemParked, item=ev.Parked("p", "Later."))
    parked = table.session.history[-1].event_id
    table.do(ev.CardShown, card=replace(FACT, claim=replace(CLAIM, claim="Een andere claim.")))
    assert audience_view(table.session).claim == SeenClaim()
    assert (table.session.course.revealed, table.session.course.guesses_shown) == ((), ())
    table.do(ev.Undone, event_id=parked)
    assert guesses_of(table.session, "feit").counts == (0, 0, 0)


def test_guesses_are_counted_anew_taken_back_and_made_again() -> None:
    table = shown()
    for count in (1, 2):
        table.do(ev.GuessesCounted, guesses=ev.Guesses("feit", true=count))
    assert guesses_of(table.session, "feit").counts == (2, 0, 0)
    last = table.session.history[-1].event_id
    table.do(ev.Undone, event_id=last)
    assert guesses_of(table.session, "feit").counts == (1, 0, 0)
    assert audience_view(table.session).scene is Scene.CLAIM  # what the room looks at is not undone
    table.do(ev.Redone, event_id=last)
    table.do(ev.GuessesCounted, guesses=ev.Guesses("feit"))
    assert table.session.notebook.guesses == ()


@pytest.mark.parametrize(
    ("kind", "fields", "why"),
    [
        (ev.CardShown, {"card": ShownCard("leeg", " ")}, Refusal.EMPTY),
        (ev.CardShown, {"card": replace(FACT, claim=replace(CLAIM, claim=" "))}, Refusal.EMPTY),
        (ev.GuessesCounted, {"guesses": ev.Guesses("x", 1)}, Refusal.UNKNOWN),
        (ev.GuessesCounted, {"guesses": ev.Guesses("vijf", 1)}, Refusal.UNKNOWN),
        (ev.GuessesCounted, {"guesses": ev.Guesses("feit", -1)}, Refusal.UNKNOWN),
        (ev.GuessesShown, {"card_id": "vijf"}, Refusal.UNKNOWN),
        (ev.ClaimRevealed, {"card_id": "x"}, Refusal.UNKNOWN),
    ],
)
def test_what_does_not_fit(kind: type[ev.Event], fields: dict[str, Any], why: Refusal) -> None:
    table = shown(CARD)
    table.do(ev.CardShown, card=FACT)
    assert table.do(kind, **fields) is why


def test_a_card_that_is_no_fact_check_has_nothing_to_reveal() -> None:
    assert shown(CARD).do(ev.ClaimRevealed, card_id="vijf") is Refusal.UNKNOWN
    assert Table().started().do(ev.ClaimRevealed, card_id="vijf") is Refusal.UNKNOWN


def test_black_neutral_and_frozen_lie_over_it() -> None:
    table = shown()
    for screen, scene in ((Screen.BLACK, Scene.BLACK), (Screen.NEUTRAL, Scene.NEUTRAL), (Screen.LIVE, Scene.CLAIM)):
        table.do(ev.ScreenSet, screen=screen)
        assert audience_view(table.session).scene is scene
    table.do(ev.ScreenSet, screen=Screen.FROZEN)
    table.do(ev.ClaimRevealed, card_id="feit")
    assert audience_view(table.session).claim == SeenClaim()
    table.do(ev.ScreenBack)
    claim = audience_view(table.session).claim
    assert claim is not None
    assert claim.answer is not None


def test_the_newest_that_was_shown_on_purpose_is_what_the_room_sees() -> None:
    table = Table(CASE_SCRIPT, CASE).started().at_step("casus")
    table.do(ev.AgreementMade, agreement=Agreement("g", "Bellen"))
    table.do(ev.SlideWritten, slide=ev.Slide("s", "Even stil", ready=True))
    others: list[tuple[type[ev.Event], dict[str, object], dict[str, object], Scene]] = [
        (ev.SlideShown, {"slide_id": "s"}, {"slide_id": None}, Scene.SLIDE),
        (ev.AgreementReadBack, {"agreement_id": "g"}, {"agreement_id": None}, Scene.AGREEMENT),
        (ev.CaseShown, {"scene": ev.CaseScene.DECISION}, {"scene": None}, Scene.DECISION),
        (ev.ConfidentialityShown, {"text": "Niets."}, {"text": None}, Scene.CONFIDENTIALITY),
    ]
    for kind, show, hide, scene in others:
        for show_kind, fields, seen in (
            (ev.CardShown, {"card": CARD}, Scene.CARD),
            (kind, show, scene),
            (ev.CardShown, {"card": CARD}, Scene.CARD),
        ):
            table.do(show_kind, **fields)
            assert audience_view(table.session).scene is seen
        table.do(kind, **hide)
        assert audience_view(table.session).scene is Scene.CARD


def test_another_step_and_the_end_take_it_away_and_what_was_shown_is_kept() -> None:
    table = shown().at_step("nodig")
    assert audience_view(table.session).scene is Scene.PAGE
    table.do(ev.CardShown, card=CARD)
    table.do(ev.SessionClosed)
    assert table.session.course.card is None
    assert [card.id for card in table.session.course.cards_shown] == ["feit", "vijf"]


def test_a_card_before_the_beginning_has_no_clock_and_is_kept() -> None:
    table = Table()
    table.do(ev.CardShown, card=FACT)
    table.do(ev.ClaimRevealed, card_id="feit")
    assert (audience_view(table.session).scene, audience_view(table.session).bar) == (Scene.CLAIM, None)
    table.started()
    course = table.session.course
    assert (audience_view(table.session).scene, course.cards_shown, course.revealed) == (Scene.PAGE, (FACT,), ("feit",))


def test_the_events_are_read_back_as_they_were() -> None:
    table, card = Table(), public_part(WHOLE)
    for event in (
        table.event(ev.CardShown, card=card),
        table.event(ev.CardShown, card=None),
        table.event(ev.GuessesCounted, guesses=ev.Guesses("feit", 1, 2, 3)),
        table.event(ev.GuessesShown, card_id="feit", shown=False),
        table.event(ev.ClaimRevealed, card_id="feit"),
    ):
        assert event_from_plain(event_to_plain(event)) == event


@settings(max_examples=300)
@given(tables(120))
def test_what_the_sources_say_is_never_seen_before_it_is_revealed(table: Table) -> None:
    course, view = table.session.course, audience_view(table.session)
    looked_at = course.held if course.screen is Screen.FROZEN and course.held is not None else table.session
    revealed = set(looked_at.course.revealed)
    assert ("uitkomst" in words(view)) <= (
        looked_at.course.card is not None and looked_at.course.card.id in revealed and view.claim is not None
    )
    if view.claim is not None and view.claim.guesses is not None:
        card = looked_at.course.card
        assert card is not None
        assert card.id in revealed | set(looked_at.course.guesses_shown)


@settings(max_examples=200)
@given(tables(120))
def test_a_card_stands_alone_before_the_room(table: Table) -> None:
    view = audience_view(table.session)
    seen = words(view)
    assert ("kaart" in seen) == (view.scene is Scene.CARD)
    assert ("bewering" in seen) == (view.scene is Scene.CLAIM)
    if view.scene in {Scene.CARD, Scene.CLAIM}:
        assert view == AudienceView(
            view.scene, view.form, view.place, title=view.title, card=view.card, claim=view.claim, bar=view.bar
        )


def test_counts_come_back_in_the_order_of_the_answers() -> None:
    assert ev.Guesses.of("feit", (3, 0, 2)) == ev.Guesses("feit", 3, 0, 2)
    assert ev.Guesses.of("feit", (3, 0, 2)).counts == (3, 0, 2)
    assert [verdict.msgid for verdict in Verdict] == ["True", "Partly true", "Not true"]
