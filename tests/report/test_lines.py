from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.report import style
from facilitator.report.fonts import Typeface
from facilitator.report.layout.lines import (
    Line,
    Link,
    Setting,
    Span,
    _break_mixed,
    _break_plain,
    break_lines,
    line_read,
    line_width,
)
from facilitator.report.tagging.tree import Tag
from tests.report.conftest import RESOURCES

SETTING = Setting(Typeface(RESOURCES / "fonts"), style.BODY, style.TEAL, style.SOFT_INK)


def text_of(line: Line) -> str:
    return "".join(piece.stroke.text for piece in line)


def broken(text: str, available: float) -> list[str]:
    return [text_of(line) for line in break_lines([Span(text)], SETTING, available).lines]


def test_a_line_ends_at_a_space_which_stays() -> None:
    assert broken("een twee", 30) == ["een ", "twee"]


def test_a_newline_breaks() -> None:
    assert broken("een\ntwee", 500) == ["een ", "twee"]


def test_a_long_word_is_cut_and_nothing_is_lost() -> None:
    lines = broken("a " + "w" * 300 + " b", 100)
    assert "".join(lines) == "a " + "w" * 300 + " b"
    assert len(lines) > 10


def test_accents_stay_with_their_letter() -> None:
    assert all(not line.startswith("\u0332") for line in broken("x\u0332" * 60, 40))


def test_words_may_break_after_a_hyphen_but_numbers_may_not() -> None:
    assert broken("praktijk-assistent", 60) == ["praktijk-", "assistent"]
    assert broken("a 06-12345678", 65) == ["a ", "06-12345678"]


def test_no_break_space_and_zero_width_space() -> None:
    assert broken("aaaa\u00a0bbbb cccc", 60) == ["aaaa\u00a0bbbb ", "cccc"]
    assert broken("aaaaaa\u200bbbbbbb", 50) == ["aaaaaa", "bbbbbb"]


def test_a_word_in_two_manners_stays_together() -> None:
    spans = [Span("aaa bb"), Span("bb", bold=True), Span("bb cc")]
    assert [text_of(line) for line in break_lines(spans, SETTING, 40).lines] == ["aaa ", "bbbbbb ", "cc"]


def test_neighbours_that_look_alike_are_one_piece() -> None:
    link = Link("https://example.org", Tag("Link"))
    line = break_lines([Span("een "), Span("twee "), Span("drie", link=link)], SETTING, 500).lines[0]
    assert [piece.stroke.text for piece in line] == ["een twee ", "drie"]


PLAIN = st.text(st.sampled_from("abcé -,./ĳ w"), max_size=60)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(PLAIN, st.booleans(), st.booleans()), min_size=1, max_size=4), st.floats(15, 200))
def test_the_fast_way_gives_the_same_lines(told: list[tuple[str, bool, bool]], available: float) -> None:
    spans = [Span(text, bold=bold, soft=soft) for text, bold, soft in told]
    fast = _break_plain(spans, SETTING, available)
    assert fast is None or fast == _break_mixed(spans, SETTING, available)


def test_the_fast_way_is_taken_for_plain_text_only() -> None:
    assert _break_plain([Span("een gewone zin")], SETTING, 40) is not None
    assert _break_plain([Span("een\nregel")], SETTING, 40) is None
    assert _break_plain([Span("een → pijl")], SETTING, 40) is None
    assert _break_plain([Span("langer-dan-de-regel")], SETTING, 40) is None


WORDS = st.text(st.sampled_from("ab é-/→😀ש ĳ\u200b\u00a0 \n"), max_size=60)


@settings(max_examples=150, deadline=None)
@given(WORDS, st.floats(20, 200))
def test_lines_fit_and_hold_all_text(text: str, available: float) -> None:
    lines = break_lines([Span(text)], SETTING, available).lines
    assert "".join(map(line_read, lines)).split() == text.replace("\u200b", "").split()
    for line in lines:
        stripped = line_width(line) - (line_read(line) != line_read(line).rstrip(" ")) * 3.5
        assert stripped <= available + 0.01
