"""Words in lines: none is lost, none is wider than it may be, and each paragraph has its own direction."""

from __future__ import annotations

import pytest

from facilitator.ui.audience.text import (
    NORMAL,
    Look,
    Paragraph,
    balanced_width,
    elided,
    height_of,
    lay_out,
    natural_width,
    plain,
    without_orphan,
)
from facilitator.ui.theme import Theme
from facilitator.ui.widgets.markdown import Span


@pytest.fixture
def look(themed: Theme) -> Look:
    return Look(themed.family, 40, NORMAL, "#000000")


@pytest.mark.parametrize("text", ["a" * 300, "Noem één ding, <b>nu</b> & hier", "🙂👩‍👩‍👧 emoji 🙂" * 9, "שלום " * 40])
def test_lines_hold_every_word_within_the_width(look: Look, text: str) -> None:
    lines = lay_out(plain(text, look)[0], 400)
    assert "".join(line.text for line in lines) == text
    assert all(line.ink_rect(0, 0).right() <= 400.5 for line in lines)


def test_right_to_left_words_stand_at_the_right(look: Look) -> None:
    (dutch, hebrew) = (lay_out(paragraph, 400)[0].ink_rect(0, 0) for paragraph in plain("links\nשלום", look))
    assert dutch.left() == 0
    assert hebrew.right() == pytest.approx(400, abs=1)


def test_bold_after_an_emoji_falls_on_the_right_words(look: Look) -> None:
    paragraph = Paragraph((Span("🙂 niet "), Span("vet", bold=True), Span(" niet")), look)
    (line,) = lay_out(paragraph, 900)
    (bold,) = line.layout.formats()
    assert (bold.start, bold.length) == (8, 3)  # in UTF-16, as Qt counts


def test_a_hard_break_begins_a_line(look: Look) -> None:
    assert len(lay_out(Paragraph((Span("een\ntwee"),), look), 900)) == 2


@pytest.mark.parametrize("text", ["", "kort", "Wat één lang antwoord is " * 9])
def test_the_height_told_is_the_height_laid_out(look: Look, text: str) -> None:
    (paragraph,) = plain(text, look)
    assert height_of(paragraph, 500) == pytest.approx(max(52, sum(line.height for line in lay_out(paragraph, 500))))


def test_an_indented_line_makes_room_for_its_marker(look: Look) -> None:
    lines = lay_out(Paragraph((Span("woord " * 20),), look, indent=44, marker="•"), 400)
    assert [line.marker for line in lines] == ["•"] + [""] * (len(lines) - 1)
    assert all(line.ink_rect(0, 0).left() >= 44 for line in lines)


def test_balancing_keeps_the_lines_and_evens_them(look: Look) -> None:
    (paragraph,) = plain("Wat kun je en mag je van elkaar verwachten?", look)
    width = balanced_width(paragraph, 700)
    assert len(lay_out(paragraph, width)) == len(lay_out(paragraph, 700)) == 2
    assert width < 600
    assert balanced_width(plain("kort", look)[0], 700) == 700


def test_no_paragraph_of_a_few_lines_ends_in_one_short_word(look: Look) -> None:
    (paragraph,) = plain("Noem één ding dat je van een ander aan deze tafel nodig hebt en wat je zelf kunt doen.", look)
    narrow = next(w for w in range(900, 500, -5) if lay_out(paragraph, w)[-1].ink_rect(0, 0).width() < 0.15 * w)
    width = without_orphan(paragraph, narrow, narrow)
    assert lay_out(paragraph, width)[-1].ink_rect(0, 0).width() > 0.3 * width
    assert without_orphan(paragraph, narrow, 5000) == 5000


def test_what_is_elided_fits_on_its_line(look: Look) -> None:
    short = elided("een heel lang\nopschrift " * 9, look, 300)
    assert short.endswith("…")
    assert natural_width(plain(short, look)[0]) <= 300
