from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.report.text import clean, collapse, is_ignorable


@pytest.mark.parametrize(
    ("dirty", "fit"),
    [
        ("a\x00b", "a\ufffdb"),
        ("a\ud800b", "a\ufffdb"),
        ("a\ufffeb", "a\ufffdb"),
        ("e\u0301", "é"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("gewoon", "gewoon"),
        (7, "7"),
    ],
)
def test_clean_gives_text_that_paper_can_hold(dirty: object, fit: str) -> None:
    assert clean(dirty) == fit


@settings(deadline=None)
@given(st.text(st.characters()))
def test_clean_text_is_valid_xml_and_stays_as_it_is(text: str) -> None:
    fit = clean(text)
    fit.encode()
    assert clean(fit) == fit


def test_collapse_keeps_no_break_spaces() -> None:
    assert collapse("a \n\t b\u00a0\u00a0c") == "a b\u00a0\u00a0c"


@pytest.mark.parametrize("char", ["\u200d", "\ufe0f", "\u202e", "\u00ad", "\u2060"])
def test_joiners_and_marks_have_no_shape(char: str) -> None:
    assert is_ignorable(char)


@pytest.mark.parametrize("char", ["a", " ", "\u0600", "😀", "\u0301"])
def test_what_can_be_seen_is_not_ignored(char: str) -> None:
    assert not is_ignorable(char)
