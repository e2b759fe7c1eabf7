"""A municipality makes a model its own: choices, words, terms, and what is still missing."""

from __future__ import annotations

from datetime import date

import pytest

from facilitator.core.codec import from_plain, to_plain
from facilitator.core.model_agreement import Chapter, ModelAgreement, Paragraph, Term
from facilitator.core.own_agreement import (
    Choice,
    Lack,
    OwnAgreement,
    allow,
    as_decided,
    choose,
    decide,
    fill,
    flowing,
    give_reason,
    lack,
    missing_terms,
    plain,
    progress,
    running,
    text_of,
    typed,
    unknown_places,
    write,
)
from facilitator.core.vocabulary import AgreementKind, AgreementLevel


def paragraph(id_: str, text: str, *terms: str) -> Paragraph:
    made = tuple(Term(term, f"Wat is {term}?") for term in terms)
    return Paragraph(id_, id_.title(), text, AgreementKind.WORKING, AgreementLevel.WORK, terms=made)


CALL = paragraph("bellen", "Het team belt\nbinnen {termijn}.\n\nDaarna belt {wie}.", "termijn", "wie")
TALK = paragraph("praten", "Zij praten.")
MODEL = ModelAgreement("model", "Model", "Over", (Chapter("een", "Een", "Doel", (CALL, TALK)),), (), date(2026, 1, 2))
OWN = OwnAgreement("eigen", "Dorp", MODEL)


def test_nothing_is_chosen_at_first() -> None:
    assert lack(OWN, CALL) is Lack.CHOICE
    far = progress(OWN)
    assert (far.chosen, far.of, far.terms, far.words, far.complete) == (0, 2, 0, 0, False)


def test_a_paragraph_that_was_taken_over_lacks_its_terms_until_they_are_filled_in() -> None:
    own = choose(OWN, "bellen", Choice.TAKEN_OVER)
    assert lack(own, CALL) is Lack.TERMS
    assert progress(own).terms == 2
    own = fill(fill(own, "bellen", "termijn", "1 uur"), "bellen", "wie", "de wijkcoach")
    assert lack(own, CALL) is None
    assert own.of("bellen").value("termijn") == "1 uur"


def test_emptying_a_term_makes_it_missing_again() -> None:
    own = fill(choose(OWN, "bellen", Choice.TAKEN_OVER), "bellen", "termijn", "1 uur")
    own = fill(own, "bellen", "termijn", "")
    assert [term.id for term in missing_terms(own, CALL)] == ["termijn", "wie"]
    assert own.of("bellen").filled == ()


def test_blanks_alone_are_no_answer() -> None:
    own = fill(choose(OWN, "bellen", Choice.TAKEN_OVER), "bellen", "termijn", "  ")
    assert "termijn" in [term.id for term in missing_terms(own, CALL)]


def test_own_words_begin_as_those_of_the_model_and_stay_when_another_choice_is_made() -> None:
    own = choose(OWN, "bellen", Choice.ADJUSTED)
    assert text_of(own, CALL) == "Het team belt binnen {termijn}.\n\nDaarna belt {wie}."
    own = write(own, "bellen", "Wij bellen {wie}.")
    back = choose(choose(own, "bellen", Choice.TAKEN_OVER), "bellen", Choice.ADJUSTED)
    assert text_of(back, CALL) == "Wij bellen {wie}."


def test_a_term_without_a_place_in_the_own_words_is_not_asked_for() -> None:
    own = write(choose(OWN, "bellen", Choice.ADJUSTED), "bellen", "Wij bellen {wie} en {niemand}.")
    assert [term.id for term in missing_terms(own, CALL)] == ["wie"]
    assert unknown_places(own, CALL) == ("niemand",)


def test_own_words_that_are_empty_are_missing() -> None:
    own = write(choose(OWN, "praten", Choice.ADJUSTED), "praten", " ")
    assert lack(own, TALK) is Lack.WORDS
    assert progress(own).words == 1


def test_what_does_not_apply_needs_a_reason_and_no_terms() -> None:
    own = choose(OWN, "bellen", Choice.NOT_APPLICABLE)
    assert lack(own, CALL) is Lack.REASON
    assert missing_terms(own, CALL) == ()
    assert lack(give_reason(own, "bellen", "Er is geen team."), CALL) is None


def test_a_choice_can_be_taken_back() -> None:
    own = choose(choose(OWN, "praten", Choice.TAKEN_OVER), "praten", None)
    assert lack(own, TALK) is Lack.CHOICE


def test_a_paragraph_that_is_not_there_gets_no_choice() -> None:
    assert choose(OWN, "weg", Choice.ADJUSTED) == OWN
    assert OWN.paragraph("weg") is None


def test_choices_stand_in_the_order_of_the_model() -> None:
    own = choose(choose(OWN, "praten", Choice.TAKEN_OVER), "bellen", Choice.TAKEN_OVER)
    assert [each.paragraph_id for each in own.chosen] == ["bellen", "praten"]


def test_progress_of_a_chapter_that_is_complete() -> None:
    own = choose(fill(OWN, "bellen", "termijn", "nu"), "bellen", Choice.TAKEN_OVER)
    own = choose(fill(own, "bellen", "wie", "de wijkcoach"), "praten", Choice.TAKEN_OVER)
    assert progress(own, MODEL.chapters[0]).complete


def test_deciding_counts_versions() -> None:
    own = decide(decide(OWN, "college", date(2026, 2, 3)), "raad", date(2026, 3, 4))
    assert (own.version, own.decided_by, own.decided_on) == (2, "raad", date(2026, 3, 4))
    assert as_decided(OWN, own).version == 2


def test_what_was_typed_is_what_is_looked_at() -> None:
    own = give_reason(fill(OWN, "bellen", "wie", "Fatima"), "bellen", "Zo is het.")
    own = choose(own, "praten", Choice.TAKEN_OVER)
    assert list(typed(own)) == [("bellen", "Zo is het.\nFatima")]


def test_words_are_allowed_once() -> None:
    own = allow(allow(OWN, "Fátima"), "fatima")
    assert own.allowed == ("fatima",)


def test_running_text_shows_what_was_filled_in_and_blanks() -> None:
    own = fill(choose(OWN, "bellen", Choice.TAKEN_OVER), "bellen", "termijn", "1\nuur")
    assert plain(running(own, CALL), "……") == "Het team belt binnen 1 uur.\nDaarna belt ……."


def test_running_text_keeps_lists_lines_and_what_is_no_term() -> None:
    own = write(choose(OWN, "bellen", Choice.ADJUSTED), "bellen", "Zo:\n- een {wie}\n* twee {x}\n\n{}slot")
    blocks = running(own, CALL)
    assert [block.item for block in blocks] == [False, True, True, False]
    assert plain(blocks, "…") == "Zo:\n- een …\n- twee {x}\n{}slot"


@pytest.mark.parametrize(
    ("text", "flows"),
    [
        ("een\ntwee\n\n\ndrie\n", "een twee\n\ndrie"),
        ("Zo:\n- een\n  meer\n- twee", "Zo:\n- een meer\n- twee"),
        ("", ""),
    ],
)
def test_lines_of_a_file_flow(text: str, flows: str) -> None:
    assert flowing(text) == flows


def test_it_is_kept_and_read_back_whole() -> None:
    own = decide(write(choose(OWN, "bellen", Choice.ADJUSTED), "bellen", "<b>{wie}</b>"), "raad", date(2026, 3, 4))
    assert from_plain(OwnAgreement, to_plain(own)) == own


def test_every_choice_has_a_name() -> None:
    assert len({choice.msgid for choice in Choice}) == len(Choice)
