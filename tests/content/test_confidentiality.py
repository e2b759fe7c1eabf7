"""The text about confidentiality that comes with the program."""

from facilitator.content.confidentiality import shipped_text
from facilitator.content.wording import formal, left_open, other_words, too_long


def test_it_is_short_enough_to_be_said_and_to_stand_before_a_room() -> None:
    text = shipped_text()
    sentences = [part for part in text.replace("?", ".").split(".") if part.strip()]
    assert 5 <= len(sentences) <= 7
    assert len(text.split()) < 100


def test_its_words_are_those_of_the_house() -> None:
    text = shipped_text()
    remarks = (*left_open(text), *other_words(text), *too_long(text, room=True), *formal(text))
    assert remarks == ()


def test_it_names_its_exception_and_nobody_elses_format() -> None:
    text = shipped_text()
    assert "acuut gevaar" in text
    assert "meldcode" in text
    assert not any(name in text for name in ("CCV", "Movisie"))
