import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.core.text import REPLACEMENT, breakable, clean, fold, one_line, places, put_instead, shorten


@pytest.mark.parametrize("unsafe", ["\0", "\x1b", "\x9f", "\ud800", "\ufffe", "\x0b"])
def test_what_cannot_be_kept_is_replaced_visibly(unsafe: str) -> None:
    assert clean(f"a{unsafe}b") == f"a{REPLACEMENT}b"


def test_line_ends_and_accents_have_one_form() -> None:
    assert clean("a\r\nb\rc\n\te\u0301") == "a\nb\nc\n\té"


def test_markup_emoji_and_right_to_left_stay_as_typed() -> None:
    text = '<i> <kind> & "😀" مرحبا \u202eabc'
    assert clean(text) == text


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_clean_text_can_be_stored_and_stays_clean(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert clean(cleaned) == cleaned


def test_one_line_folds_white_space() -> None:
    assert one_line("  a \n\t b  ") == "a b"


def test_names_are_compared_without_case_and_accents() -> None:
    assert fold("  Coördinatie  ÉÉN ") == fold("coordinatie een")


@pytest.mark.parametrize(
    ("words", "text", "at"),
    [
        ("An", "An kwam vanavond, An bleef", [(0, 2), (18, 20)]),
        ("An", "vanavond kwam Annemarie", []),
        ("123456782", "bsn123456782 en 1234567829", [(3, 12)]),
        ("(06) 12", "bel (06) 12!", [(4, 11)]),
        ("Zoë", "Zoë's zus", [(0, 3)]),
        ("", "niets", []),
    ],
)
def test_words_are_found_where_they_stand_by_themselves(words: str, text: str, at: list[tuple[int, int]]) -> None:
    assert list(places(words, text)) == at


def test_other_words_come_where_words_stand_by_themselves() -> None:
    said = put_instead("Jan belt Janneke; Jan's zus en Jan.", "Jan", "[naam]")
    assert said == "[naam] belt Janneke; [naam]'s zus en [naam]."
    assert put_instead("Janneke", "Jan", "[naam]") == "Janneke"


def test_a_text_that_is_too_long_ends_in_dots() -> None:
    assert shorten("kort", 4) == "kort"
    assert shorten("te lang", 4) == "te…"
    assert all(len(shorten("woord " * 20, most)) <= most for most in range(1, 90))


@given(st.text(), st.integers(0, 200))
def test_a_word_may_break_after_forty_signs_and_nothing_else_changes(text: str, more: int) -> None:
    whole = f"{text} {'x' * more}"
    told = breakable(whole)
    assert told.replace("\u200b", "") == whole.replace("\u200b", "")
    assert max((len(word) for word in told.replace("\u200b", " ").split()), default=0) <= 40
    assert breakable("arbeidsongeschiktheidsverzekering") == "arbeidsongeschiktheidsverzekering"
