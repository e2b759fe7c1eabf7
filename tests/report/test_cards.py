"""A knowledge card on paper: everything on one page, no smaller than nine points, with its sources and its day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import PurePosixPath

import pikepdf
import pypdfium2
import pytest

from facilitator import words
from facilitator.content.locate import resource
from facilitator.core.card import Card, FactCheck, Figure, Verdict
from facilitator.core.script import Source
from facilitator.report.cards import SIZES, card_of, cards_of
from facilitator.report.documents.card import CardModel, card_model
from facilitator.report.press import Press
from facilitator.report.style import CLASSES, COLUMNS
from tests.report.reading import roles, seen, spoken, unmarked
from tests.report.test_extremes import is_outside, letters, over_each_other
from tests.shipped import shipped_library

TODAY = date(2026, 11, 27)
CARDS = shipped_library().cards
NASTY = "<b>vet</b> &amp; {{ x }}"


def card(card_id: str) -> Card:
    return next(each for each in CARDS if each.id == card_id)


def squeezed(text: str) -> str:
    """A text without its blanks, marks of Markdown and breaks between lines."""
    return "".join(sign for sign in text if sign.isalnum())


@pytest.fixture(scope="module")
def every(press: Press) -> bytes:
    return cards_of(CARDS, TODAY).render(press).pdf


def _pages(pdf: bytes) -> Iterator[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        yield from (page.get_textpage().get_text_range() for page in document)


def test_every_card_that_ships_is_one_page(every: bytes) -> None:
    pages = list(_pages(every))
    assert len(pages) == len(CARDS)
    for shown, page in zip(CARDS, pages, strict=True):
        assert squeezed(shown.title) in squeezed(page)
        assert squeezed(shown.summary) in squeezed(page)


def test_every_card_that_ships_is_one_page_in_dutch_and_says_whom_to_call(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "_catalogue", words._catalogue)
    words.use(resource("i18n"))
    made = {each.id: card_of(each, TODAY).render(press) for each in CARDS}
    assert {card_id: one.pages for card_id, one in made.items() if one.pages != 1} == {}
    said = squeezed("Is er nu iemand in gevaar? Bel 112.")
    assert [card_id for card_id, one in made.items() if said not in squeezed(seen(one.pdf))] == []


def test_every_card_has_its_sources_its_day_and_what_not_to_do(every: bytes) -> None:
    for shown, page in zip(CARDS, map(squeezed, _pages(every)), strict=True):
        for source in shown.read_on:
            assert squeezed(source.title) in page
        for said in (*shown.to_do, *shown.not_to_do):
            assert squeezed(said) in page
        for figure in shown.figures:
            assert squeezed(f"{figure.value}{figure.year}") in page
            assert squeezed(figure.source.title) in page
        assert f"{shown.checked_on.day}november2026" in page


def test_no_letter_is_smaller_than_nine_points(every: bytes) -> None:
    sizes = [style.size for name, style in CLASSES.items() if name in {"sources", "column-title-small"}]
    assert min(*sizes, *(COLUMNS[size].size for size in SIZES)) >= 9
    with pikepdf.open(BytesIO(every)) as document:
        used = {
            float(instruction.operands[1])
            for page in document.pages
            for instruction in pikepdf.parse_content_stream(page)
            if str(instruction.operator) == "Tf"
        }
    assert min(used) >= 9


def test_nothing_lies_outside_its_place_or_over_another(every: bytes) -> None:
    with pypdfium2.PdfDocument(every) as document:
        for page in document:
            found = letters(page)
            assert [(char, box) for char, box in found if is_outside(box)] == []
            assert list(over_each_other(found)) == []


def test_it_is_read_in_its_own_order_and_all_of_it_is_tagged(press: Press) -> None:
    pdf = card_of(card("vijf-stappen"), TODAY).render(press).pdf
    said = spoken(pdf)
    order = ["Signals", "What to do", "What not to do", "Read on"]
    places = [said.index(f"\n{title}\n") for title in order]
    assert places == sorted(places)
    assert unmarked(pdf) == []
    assert roles(pdf).count("H1") == 1


def test_an_instrument_leaves_out_what_helps_before_it_gets_too_small(press: Press) -> None:
    text = squeezed(seen(card_of(card("instrument-afwegingskader"), TODAY).render(press).pdf))
    instrument = card("instrument-afwegingskader").instrument
    assert instrument is not None
    questions, outcomes = instrument.questions, instrument.outcomes
    for said in (*instrument.stop, *(each.text for each in questions), *(each.text for each in outcomes)):
        assert squeezed(said) in text
    assert squeezed("What helps at each question stands in the program") in text


def test_a_fact_check_says_its_claim_and_what_the_sources_make_of_it() -> None:
    checked = replace(CARDS[0], fact_check=FactCheck("Het is zo.", Verdict.FALSE, "Zeg dit.", "Sterk."))
    made = card_model(checked)
    assert (made.claim, made.verdict) == ("Het is zo.", "That is not right.")
    assert [part.title for part in made.parts[:2]] == ["What you can say", "How strong that is"]


def test_what_is_longer_than_a_page_is_set_small_and_goes_on(press: Press) -> None:
    long = replace(CARDS[0], body="Een zin die heel vaak herhaald wordt. " * 400)
    made = card_of(long, TODAY).render(press)
    assert made.pages > 1
    assert squeezed("Read on") in squeezed(seen(made.pdf))


def test_how_people_ask_for_it_is_not_printed(press: Press) -> None:
    card = replace(CARDS[0], asked=("hoezo staat dit hier",))
    assert "hoezo" not in seen(card_of(card, TODAY).render(press).pdf)


def test_text_of_an_author_is_text(press: Press) -> None:
    figure = Figure(NASTY, 2025, NASTY, Source(NASTY), None)
    bad = replace(CARDS[0], title=NASTY, summary=NASTY, body=NASTY, signals=(NASTY,), figures=(figure,))
    assert seen(card_of(bad, TODAY).render(press).pdf).count("{{ x }}") >= 6


def test_an_address_that_is_not_known_is_no_link(press: Press) -> None:
    told = replace(CARDS[0], read_on=(replace(CARDS[0].read_on[0], address="", title="Iemand zei het"),))
    pdf = card_of(told, TODAY).render(press).pdf
    assert "Iemand zei het" in seen(pdf)
    assert "Link" not in roles(pdf)


def test_a_file_says_which_card_it_is() -> None:
    assert card_of(card("vijf-stappen"), TODAY).path == PurePosixPath("Card De vijf stappen van de meldcode.pdf")
    assert cards_of(CARDS, TODAY).path == PurePosixPath("Knowledge cards 2026-11-27.pdf")


def test_a_model_says_for_whom_and_when(press: Press) -> None:
    made = card_model(card("vijf-stappen"))
    assert isinstance(made, CardModel)
    assert made.about.startswith("For gemeente, lokaal team")
    assert card_model(replace(CARDS[0], roles=(), phases=(), steps=())).about == "For everyone"
