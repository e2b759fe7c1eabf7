"""A newer model held against what a municipality made of the older one: nothing comes in by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from facilitator.core.model_agreement import Chapter, ModelAgreement, Paragraph, Term
from facilitator.core.model_update import Fate, ParagraphChange, Way, changes, deal_with, followed, newest_of
from facilitator.core.own_agreement import (
    Choice,
    OwnAgreement,
    choose,
    fill,
    give_reason,
    missing_terms,
    plain,
    running,
    text_of,
    write,
)
from facilitator.core.vocabulary import AgreementKind, AgreementLevel


def paragraph(id_: str, text: str, *terms: str) -> Paragraph:
    made = tuple(Term(term, f"Wat is {term}?") for term in terms)
    return Paragraph(id_, id_.title(), text, AgreementKind.WORKING, AgreementLevel.WORK, terms=made)


CALL, TALK = paragraph("bellen", "Bel binnen {termijn}.", "termijn"), paragraph("praten", "Praat.")
SEE = paragraph("zien", "Ga langs.")


def model(*chapters: Chapter, day: int = 1) -> ModelAgreement:
    return ModelAgreement("model", "Model", "Over", chapters, (), date(2026, 1, day))


def chapter(id_: str, *paragraphs: Paragraph) -> Chapter:
    return Chapter(id_, id_.title(), "Doel", paragraphs)


OLD = model(chapter("een", CALL, TALK))
TAKEN = fill(choose(OwnAgreement("eigen", "Dorp", OLD), "bellen", Choice.TAKEN_OVER), "bellen", "termijn", "1 uur")
CALLED = paragraph("bellen", "Bel meteen, via {nummer}.", "nummer")
NEWER = model(chapter("een", CALLED, TALK), day=2)


def only(own: OwnAgreement, newest: ModelAgreement) -> ParagraphChange:
    (change,) = changes(own, newest)
    return change


def test_the_same_model_changes_nothing() -> None:
    assert changes(TAKEN, OLD) == ()
    assert followed(TAKEN, OLD) == TAKEN


def test_what_is_no_paragraph_is_followed_by_itself() -> None:
    newest = replace(model(chapter("een", TALK, CALL), day=9), title="Nieuw")
    own = followed(TAKEN, newest)
    assert own.model == newest
    assert own.of("bellen") == TAKEN.of("bellen")


def test_a_changed_paragraph_is_told_with_both_its_words() -> None:
    change = only(TAKEN, NEWER)
    assert (change.fate, change.old, change.new) == (Fate.CHANGED, CALL, CALLED)
    assert followed(TAKEN, NEWER) == TAKEN


def test_keeping_what_was_taken_over_makes_it_own_words_whose_terms_still_work() -> None:
    own = deal_with(TAKEN, NEWER, only(TAKEN, NEWER), Way.KEEP)
    assert own.of("bellen").choice is Choice.ADJUSTED
    assert plain(running(own, CALLED), "…") == "Bel binnen 1 uur."
    assert own.model == NEWER


@pytest.mark.parametrize("choice", [Choice.NOT_APPLICABLE, None])
def test_keeping_what_does_not_apply_leaves_it_so(choice: Choice | None) -> None:
    own = give_reason(choose(TAKEN, "bellen", choice), "bellen", "geen team")
    kept = deal_with(own, NEWER, only(own, NEWER), Way.KEEP)
    assert (kept.of("bellen").choice, kept.of("bellen").reason) == (choice, "geen team")


def test_taking_over_follows_the_model_and_keeps_own_words_in_store() -> None:
    mine = write(choose(TAKEN, "bellen", Choice.ADJUSTED), "bellen", "Wij bellen.")
    own = deal_with(mine, NEWER, only(mine, NEWER), Way.TAKE_OVER)
    assert text_of(own, CALLED) == "Bel meteen, via {nummer}."
    assert [term.id for term in missing_terms(own, CALLED)] == ["nummer"]
    assert own.of("bellen").text == "Wij bellen."
    assert own.of("bellen").value("termijn") == "1 uur"


def test_adjusting_begins_with_the_newer_words_or_goes_on_with_the_own_ones() -> None:
    fresh = deal_with(TAKEN, NEWER, only(TAKEN, NEWER), Way.ADJUST)
    assert text_of(fresh, CALLED) == "Bel meteen, via {nummer}."
    mine = write(choose(TAKEN, "bellen", Choice.ADJUSTED), "bellen", "Wij bellen in {termijn}.")
    own = deal_with(mine, NEWER, only(mine, NEWER), Way.ADJUST)
    assert plain(running(own, CALLED), "…") == "Wij bellen in 1 uur."


@pytest.mark.parametrize(
    ("way", "choice", "text"),
    [
        (Way.KEEP, Choice.NOT_APPLICABLE, ""),
        (Way.TAKE_OVER, Choice.TAKEN_OVER, ""),
        (Way.ADJUST, Choice.ADJUSTED, "Ga langs."),
    ],
)
def test_a_new_paragraph_comes_in_as_it_is_chosen(way: Way, choice: Choice, text: str) -> None:
    newest = model(chapter("een", CALL, TALK, SEE), day=2)
    change = only(TAKEN, newest)
    assert (change.fate, change.paragraph) == (Fate.ADDED, SEE)
    own = deal_with(TAKEN, newest, change, way)
    assert (own.of("zien").choice, own.of("zien").text) == (choice, text)
    assert own.model == newest


def test_a_new_chapter_comes_in_while_other_changes_still_wait() -> None:
    newest = model(chapter("een", CALLED, TALK), chapter("twee", SEE), day=2)
    added = next(each for each in changes(TAKEN, newest) if each.fate is Fate.ADDED)
    own = deal_with(TAKEN, newest, added, Way.TAKE_OVER)
    assert [each.id for each in own.model.chapters] == ["een", "twee"]
    assert only(own, newest).fate is Fate.CHANGED


def test_a_new_paragraph_comes_into_its_chapter_while_other_changes_still_wait() -> None:
    newest = model(chapter("nul", paragraph("nul", "Nul.")), chapter("een", CALLED, TALK, SEE), day=2)
    own = TAKEN
    for change in changes(TAKEN, newest):
        if change.fate is Fate.ADDED:
            own = deal_with(own, newest, change, Way.TAKE_OVER)
    assert [[each.id for each in part.paragraphs] for part in own.model.chapters] == [
        ["bellen", "praten", "zien"],
        ["nul"],
    ]
    assert only(own, newest).fate is Fate.CHANGED


def test_what_is_gone_from_the_model_can_be_kept() -> None:
    newest = model(chapter("een", TALK), chapter("twee", SEE), day=2)
    gone = next(each for each in changes(TAKEN, newest) if each.fate is Fate.REMOVED)
    assert gone.ways == (Way.KEEP, Way.TAKE_OVER)
    own = deal_with(TAKEN, newest, gone, Way.KEEP)
    own = deal_with(own, newest, only(own, newest), Way.TAKE_OVER)
    assert [each.id for each in own.model.paragraphs] == ["praten", "bellen", "zien"]
    assert plain(running(own, CALL), "…") == "Bel binnen 1 uur."
    assert changes(own, newest) == ()


def test_what_is_kept_of_a_chapter_that_is_gone_stands_in_that_chapter() -> None:
    newest = model(chapter("twee", SEE), day=2)
    own = choose(
        OwnAgreement("eigen", "Dorp", model(chapter("een", CALL), chapter("twee", SEE))), "bellen", Choice.TAKEN_OVER
    )
    own = deal_with(own, newest, only(own, newest), Way.KEEP)
    assert [each.id for each in own.model.chapters] == ["twee", "een"]


def test_what_is_gone_can_be_let_go_and_takes_its_chapter_with_it() -> None:
    own = OwnAgreement("eigen", "Dorp", model(chapter("een", CALL), chapter("twee", SEE)))
    own = choose(choose(own, "bellen", Choice.TAKEN_OVER), "zien", Choice.TAKEN_OVER)
    newest = model(chapter("twee", SEE), day=2)
    own = deal_with(own, newest, only(own, newest), Way.TAKE_OVER)
    assert own.model == newest
    assert [each.paragraph_id for each in own.chosen] == ["zien"]


def test_what_was_kept_and_comes_back_is_held_against_the_model_again() -> None:
    newest = model(chapter("een", TALK), day=2)
    own = deal_with(TAKEN, newest, only(TAKEN, newest), Way.KEEP)
    back = model(chapter("een", CALLED, TALK), day=3)
    assert only(own, back).fate is Fate.CHANGED
    own = deal_with(own, back, only(own, back), Way.KEEP)
    assert own.beyond == ()


def test_a_change_can_be_dealt_with_in_three_ways() -> None:
    assert only(TAKEN, NEWER).ways == (Way.KEEP, Way.TAKE_OVER, Way.ADJUST)


def test_the_newest_model_is_the_one_checked_last() -> None:
    first, second = model(day=1), model(day=2)
    assert newest_of((second, first), "model") is second
    assert newest_of((first,), "ander") is None


def test_of_two_models_of_one_day_the_later_counts() -> None:
    first, second = model(day=1), replace(model(day=1), title="Van de regio")
    assert newest_of((first, second), "model") is second
