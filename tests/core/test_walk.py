"""A walk through an instrument: where answers lead, what falls away, and that it always ends somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from facilitator.core.instrument import Instrument, InstrumentAnswer, InstrumentQuestion, Outcome
from facilitator.core.walk import Answered, End, Walk, answer_words, answered, instruments, stopped
from tests.shipped import shipped_library

YES_NO = (InstrumentAnswer("Ja", "bel"), InstrumentAnswer("Nee"))
FIRST = InstrumentQuestion("eerst", "Is er gevaar?", answers=YES_NO)
READ = InstrumentQuestion("lees", "Lees dit.")
LAST = InstrumentQuestion(
    "laatst", "Is er hulp?", answers=(InstrumentAnswer("Ja", "klaar"), InstrumentAnswer("Nee", "bel"))
)
CALL, DONE = Outcome("bel", "Bel", "Bel eerst."), Outcome("klaar", "Klaar", "Je bent klaar.")
WALK = Walk("w", "kaart", "Wegen", Instrument((FIRST, READ, LAST), (CALL, DONE)))
LIBRARY = shipped_library()
CARDS = {card.id: card for card in LIBRARY.cards if card.instrument is not None}


def going(walk: Walk, *said: Answered) -> Walk:
    """A walk with this said, one after the other."""
    for one in said:
        walk, _fallen = answered(walk, one)
    return walk


def test_only_a_card_that_asks_something_is_walked() -> None:
    weigh = CARDS["instrument-afwegingskader"]
    silent = replace(weigh, id="a-zwijgt", instrument=Instrument(()))
    mine = replace(weigh, id="a-eigen")
    assert instruments((silent, weigh, replace(weigh, id="b", instrument=None), mine)) == [mine, weigh]


def test_it_asks_one_question_at_a_time_and_ends_in_an_outcome() -> None:
    assert (WALK.way, WALK.end, WALK.outcome) == ((FIRST,), End.OPEN, None)
    walk = going(WALK, Answered("eerst", 1), Answered("lees", 0))
    assert (walk.way, walk.end) == ((FIRST, READ, LAST), End.OPEN)
    walk = going(walk, Answered("laatst", 0))
    assert (walk.end, walk.outcome) == (End.OUTCOME, DONE)
    assert going(WALK, Answered("eerst", 0)).outcome == CALL


def test_another_answer_lets_fall_what_lies_on_the_way_no_longer() -> None:
    walk = going(WALK, Answered("eerst", 1), Answered("lees", 0), Answered("laatst", 1, "Er is niemand"))
    walk, fallen = answered(walk, Answered("eerst", 0, "Er is een wapen"))
    assert [one.question_id for one in walk.answers] == ["eerst"]
    assert [one.question_id for one in fallen] == ["lees", "laatst"]
    assert walk.outcome == CALL


def test_a_reason_can_be_noted_before_an_answer_and_is_taken_back_by_nothing_at_all() -> None:
    walk = going(WALK, Answered("eerst", None, "Ik twijfel"))
    assert (walk.end, walk.said("eerst").reason) == (End.OPEN, "Ik twijfel")
    assert not going(walk, Answered("eerst")).answers


@pytest.mark.parametrize(
    "said", [Answered("laatst", 0), Answered("weg", 0), Answered("eerst", 2), Answered("eerst", -1)]
)
def test_what_is_not_on_the_way_cannot_be_said(said: Answered) -> None:
    assert answered(WALK, said) == (WALK, ())


def test_answers_stand_in_the_order_of_the_way() -> None:
    walk = going(WALK, Answered("eerst", 1), Answered("lees", 0), Answered("laatst", 0), Answered("eerst", 1, "toch"))
    assert [one.question_id for one in walk.answers] == ["eerst", "lees", "laatst"]


def test_one_can_stop_and_go_on_and_an_end_is_no_stop() -> None:
    left = stopped(going(WALK, Answered("eerst", 1)))
    assert left.stopped_id == "lees"
    assert not going(left, Answered("lees", 0)).stopped_id
    ended = going(WALK, Answered("eerst", 0))
    assert stopped(ended) == ended


def test_what_was_answered_and_written_reads_as_words() -> None:
    assert answer_words(FIRST, Answered("eerst", 0)) == "Ja"
    assert answer_words(FIRST, Answered("eerst")) == ""
    assert answer_words(READ, Answered("lees", 0)) == ""
    said = Answered("eerst", 0, "de folder ligt er", "GGD", "herdrukken", date(2027, 1, 12))
    assert said.words == "de folder ligt er\nGGD\nherdrukken"


# ---- instruments that do not fit


def test_an_answer_that_leads_nowhere_ends_the_walk_and_says_so() -> None:
    dead = InstrumentQuestion("dood", "En dan?", answers=(InstrumentAnswer("Ja", "nergens"),))
    walk = going(replace(WALK, instrument=Instrument((dead,))), Answered("dood", 0))
    assert (walk.end, walk.outcome, walk.way) == (End.NOWHERE, None, (dead,))


def test_a_loop_ends_the_walk_and_says_so() -> None:
    back = InstrumentQuestion("terug", "Weer?", answers=(InstrumentAnswer("Ja", "eerst"),))
    walk = replace(WALK, instrument=Instrument((FIRST, back), (CALL,)))
    walk = going(walk, Answered("eerst", 1), Answered("terug", 0))
    assert (walk.end, walk.way) == (End.NOWHERE, (FIRST, back))


def test_without_outcomes_it_ends_after_the_last_question() -> None:
    plain = InstrumentQuestion("enig", "Loopt het?", answers=(InstrumentAnswer("ja"), InstrumentAnswer("nee")))
    walk = going(replace(WALK, instrument=Instrument((plain,))), Answered("enig", 1))
    assert (walk.end, walk.outcome, walk.branches) == (End.THROUGH, None, False)


def test_an_instrument_without_questions_is_through_at_once() -> None:
    empty = replace(WALK, instrument=Instrument(()))
    assert (empty.end, empty.way, stopped(empty)) == (End.THROUGH, (), empty)


def test_an_answer_that_was_taken_from_the_card_leads_nowhere() -> None:
    walk = replace(WALK, answers=(Answered("eerst", 5),))
    assert walk.end is End.NOWHERE


def test_ten_thousand_characters_of_reasons_are_kept_whole() -> None:
    reason = "lang " * 2_000
    assert going(WALK, Answered("eerst", 1, reason)).said("eerst").reason == reason


# ---- the instruments that come with the program


def every_path(walk: Walk) -> Iterator[Walk]:
    """Every walk to its end that differs in where it leads."""
    if walk.end is not End.OPEN:
        yield walk
        return
    question, tried = walk.way[-1], set()
    for number in range(max(1, len(question.answers))):
        further = going(walk, Answered(question.id, number))
        ahead = further.way[-1].id if further.outcome is None else further.outcome.id
        if ahead not in tried:
            tried.add(ahead)
            yield from every_path(further)


def begun(card_id: str) -> Walk:
    """A walk through an instrument that ships."""
    card = CARDS[card_id]
    assert card.instrument is not None
    return Walk("w", card.id, card.title, card.instrument)


@pytest.mark.parametrize("card_id", sorted(CARDS))
def test_every_path_ends_and_is_no_longer_than_its_questions(card_id: str) -> None:
    walks = list(every_path(begun(card_id)))
    assert len(walks) >= 1
    for walk in walks:
        assert walk.end in {End.OUTCOME, End.THROUGH}
        assert len(walk.way) <= len(walk.instrument.questions)
    reached = {walk.outcome.id for walk in walks if walk.outcome is not None}
    assert reached == {outcome.id for outcome in begun(card_id).instrument.outcomes}


UNSAFE = {
    "instrument-afwegingskader": {"veiligheid": (0,)},
    "instrument-partnergeweld-eerste-lijn": {
        "nu-gevaar": (0,),
        "rode-vlaggen": (0,),
        "controle": (0,),
        "uitzonderingen": (0,),
    },
    "instrument-preventiescan": {},
}
"""For each instrument that ships: at which question which answers say that it is acutely or structurally unsafe."""


def words_of(outcome: Outcome) -> str:
    """Everything an outcome says."""
    return " ".join((outcome.title, outcome.text, *outcome.to_do)).replace("\n", " ").lower()


@pytest.mark.parametrize("card_id", sorted(CARDS))
def test_acute_or_structural_unsafety_always_ends_in_reporting(card_id: str) -> None:
    for walk in every_path(begun(card_id)):
        for question, numbers in UNSAFE[card_id].items():
            if walk.said(question).answer in numbers:
                assert walk.way[-1].id == question, "nothing is asked after that"
                assert walk.outcome is not None
                assert re.search(r"meld\w* .*noodzakelijk|noodzakelijk.*meld", words_of(walk.outcome))


def test_help_comes_beside_reporting_and_never_instead() -> None:
    walk = going(begun("instrument-afwegingskader"), Answered("vermoeden", 0), Answered("veiligheid", 0))
    assert walk.outcome is not None
    assert walk.outcome.id == "melden-onveilig"
    assert "nooit in plaats daarvan" in words_of(walk.outcome)
    helps = [
        one for one in every_path(begun("instrument-afwegingskader")) if one.outcome and one.outcome.id == "volgen"
    ]
    assert all(one.said("veiligheid").answer == 1 for one in helps)


def test_the_scan_comes_by_all_eight_tips_whatever_is_answered() -> None:
    walk = begun("instrument-preventiescan")
    assert walk.instrument.plans
    for number in range(8):
        walk = going(walk, Answered(walk.way[-1].id, number % 5))
    assert (walk.end, len(walk.way), walk.branches) == (End.THROUGH, 8, False)


@pytest.mark.parametrize("card_id", sorted(CARDS))
def test_when_to_stop_and_call_is_said_and_nothing_is_counted(card_id: str) -> None:
    instrument = begun(card_id).instrument
    assert any("112" in line for line in instrument.stop)
    assert not any(
        "punt" in outcome.title.lower() or "score" in outcome.title.lower() for outcome in instrument.outcomes
    )
