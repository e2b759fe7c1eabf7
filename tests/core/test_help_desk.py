"""A question that the cards do not answer: from kept to answered, and what is held because of personal data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from facilitator.core.codec import from_plain, to_plain
from facilitator.core.help_desk import (
    MOST_CHARACTERS,
    DeskQuestion,
    Lack,
    Stage,
    again,
    answered,
    arrived,
    asked,
    asked_as,
    card_id_for,
    lack_of,
    looked_over,
    open_findings,
    put_right,
    reference_for,
    same,
    sorted_out,
    taken_back,
)
from facilitator.core.privacy import Finding, PersonalData

DAY = date(2026, 11, 17)
QUESTION = DeskQuestion("v-1", "K7QM2", "Mag ik melden zonder toestemming?", DAY)


def search(text: str, _known: frozenset[str]) -> tuple[Finding, ...]:
    """Take every Fatima for a name."""
    places = [at for at in range(len(text)) if text.startswith("Fatima", at)]
    return tuple(Finding(PersonalData.NAME, at, at + 6, "Fatima") for at in places)


@pytest.mark.parametrize(
    ("text", "lack"),
    [
        ("", Lack.EMPTY),
        (" \n\t", Lack.EMPTY),
        ("Wat nu?", None),
        ("é" * MOST_CHARACTERS, None),
        ("x" * (MOST_CHARACTERS + 1), Lack.TOO_LONG),
        ("vraag " * 2_000, Lack.TOO_LONG),
    ],
)
def test_what_is_no_short_question(text: str, lack: Lack | None) -> None:
    assert lack_of(text) is lack


def test_a_reference_is_other_than_those_that_are_taken() -> None:
    first = reference_for("v-1", ())
    assert first == reference_for("v-1", ())
    assert reference_for("v-1", (first,)) != first
    assert len(first) == 5


def test_the_same_question_in_other_signs() -> None:
    assert same("Mag ik  MELDEN?", "mag ik melden")
    assert not same("Mag ik melden?", "Mag ik bellen?")


def test_from_kept_to_answered_and_back() -> None:
    put = asked(QUESTION, "Kenniscentrum\nVoorbeeld", DAY)
    came = arrived(put, " Ja.\r\nDat mag. ", "Wet,\n2015")
    done = answered(came, "kaart", sourced=True)
    assert (came.answer, came.source, put.asked_of) == ("Ja.\nDat mag.", "Wet, 2015", "Kenniscentrum Voorbeeld")
    assert [one.stage for one in (QUESTION, put, came, done)] == list(Stage)
    assert taken_back(done) == replace(put, earlier=1)
    assert taken_back(came) == put
    assert taken_back(put) == QUESTION == taken_back(QUESTION)


def test_a_second_answer_stands_under_the_first_and_the_same_stands_once() -> None:
    first = arrived(QUESTION, "Ja.", "Wet")
    assert arrived(first, "Ja.", "Wet") == first
    assert arrived(first, "Nee.", "").answer == "Ja.\n\nNee."
    assert arrived(first, "Nee.", "Richtlijn").source == "Wet; Richtlijn"


def test_nothing_of_a_long_answer_is_lost() -> None:
    assert arrived(QUESTION, "x" * 90_000, "").answer == "x" * 90_000


def test_an_answer_that_was_looked_over_takes_the_place_of_what_was_seen() -> None:
    came = arrived(QUESTION, "Bel Fatima.", "Wet")
    over = looked_over(came, "Bel Fatima.", "Bel haar.", "Wet 2015")
    assert (over.answer, over.source) == ("Bel haar.", "Wet 2015")
    assert looked_over(over, "Bel Fatima.", "Bel haar.", "Wet 2015") == over
    meanwhile = arrived(came, "Bel niet.", "")
    assert looked_over(meanwhile, "Bel Fatima.", "Bel haar.", "").answer == "Bel Fatima.\n\nBel niet.\n\nBel haar."


def test_the_card_of_an_answer_has_the_same_id_until_the_answer_does_not_count() -> None:
    first = card_id_for(QUESTION)
    assert card_id_for(arrived(QUESTION, "Ja.", "")) == first
    again_open = taken_back(answered(QUESTION, first, sourced=True))
    assert card_id_for(again_open) == f"{first}-2"
    assert len(card_id_for(replace(again_open, id="x" * 90))) == 64


def test_a_question_is_counted_and_put_right() -> None:
    assert again(QUESTION).times == 2
    right = put_right(QUESTION, "Mag het\nwel?", " melden ", {"b", "a"})
    assert (right.text, right.theme, right.allowed) == ("Mag het wel?", "melden", ("a", "b"))
    assert right.reference == QUESTION.reference


def test_what_an_organisation_reads_names_no_person() -> None:
    assert asked_as(QUESTION) == QUESTION.text
    about = replace(QUESTION, role="politie", theme="stalking", answer="geheim")
    assert asked_as(about) == "Mag ik melden zonder toestemming? (politie, stalking)"


def test_words_that_were_let_stand_are_not_asked_about_again() -> None:
    assert [one.text for one in open_findings("Fatima en Fatima", (), search)] == ["Fatima"]
    assert open_findings("Fatima", {"fatima"}, search) == ()


def test_a_held_question_is_apart_from_those_that_can_go() -> None:
    held = replace(QUESTION, id="v-2", text="Moet Fatima bellen?")
    in_theme = replace(QUESTION, id="v-3", theme="Fatima")
    allowed = replace(held, id="v-4", allowed=("fatima",))
    gone = asked(replace(QUESTION, id="v-5"), "Kenniscentrum", DAY)
    free, doubtful, kept = sorted_out((QUESTION, held, in_theme, allowed, gone), search)
    assert free == (QUESTION,)
    assert [(one.question, [found.text for found in one.found]) for one in doubtful] == [(allowed, ["Fatima"])]
    assert kept == (held, in_theme)


def test_what_was_let_stand_here_does_not_let_other_words_leave() -> None:
    two = replace(QUESTION, theme="Yilmaz", text="Moet Fatima bellen?", allowed=("fatima",))

    def both(text: str, _known: frozenset[str]) -> tuple[Finding, ...]:
        words = [words for words in ("Fatima", "Yilmaz") if words in text]
        return tuple(Finding(PersonalData.NAME, 0, 6, one) for one in words)

    assert sorted_out((two,), both) == ((), (), (two,))


def test_it_comes_back_from_plain_values() -> None:
    whole = replace(asked(QUESTION, "Kenniscentrum", DAY), allowed=("x",), card_id="kaart", sourced=True)
    assert from_plain(DeskQuestion, to_plain(whole)) == whole
