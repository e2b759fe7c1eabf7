"""In which order rows stand, and which lines read as questions."""

from __future__ import annotations

import pytest

from facilitator.storage.library.records import Span
from facilitator.ui.everywhere.question import is_question
from facilitator.ui.everywhere.rows import MOST, Batch, How, Kind, Row, arranged


def row(title: str, kind: Kind = Kind.CARD, marked: int = 0) -> Row:
    return Row(kind, (title,), title, title_spans=tuple(Span(n, 1) for n in range(marked)))


def titles(typed: str, *batches: Batch) -> list[str]:
    return [one.title for one in arranged(typed, batches)]


def test_a_title_comes_before_a_text_whatever_found_it() -> None:
    cards = Batch((row("In de tekst"), row("Het veiligheidsplan", marked=1)))
    sessions = Batch((row("Veiligheidsplan maken", Kind.SESSION, 1), row("Wijk Noord", Kind.SESSION)))
    assert titles("Veiligheidsplan", cards, sessions) == [
        "Veiligheidsplan maken",
        "Het veiligheidsplan",
        "In de tekst",
        "Wijk Noord",
    ]


def test_a_title_with_all_words_comes_before_one_with_some() -> None:
    batch = Batch((row("Eén woord", marked=1), row("Beide woorden", marked=2), row("Doen", Kind.ACTION)))
    assert titles("beide samen", batch) == ["Beide woorden", "Eén woord", "Doen"]


def test_rows_of_two_engines_take_turns() -> None:
    batches = Batch((row("k1"), row("k2"))), Batch((row("s1", Kind.SESSION), row("s2", Kind.SESSION)))
    assert titles("x", *batches) == ["k1", "s1", "k2", "s2"]


def test_typing_errors_are_forgiven_only_where_nothing_has_it_as_typed() -> None:
    typed, corrected = Batch((row("Jansen"),)), Batch((row("Kansen"),), How.CORRECTED)
    left_out = Batch((row("Ooit"),), How.SOME_WORDS)
    assert titles("jansen", corrected, typed, left_out) == ["Jansen"]
    assert titles("jansen", corrected, Batch(()), left_out) == ["Kansen"]
    assert titles("jansen", left_out) == ["Ooit"]
    assert titles("jansen") == []


def test_there_is_an_end_to_it() -> None:
    assert len(titles("x", Batch(tuple(row(f"k{n}") for n in range(99))))) == MOST


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("Mag ik dit delen", True),
        ("hoe weeg ik dit", True),
        ("stalking?", True),
        ("wat nu ? ", True),
        ("hoe weeg", False),
        ("veiligheidsplan maken met ouders", False),
        ("", False),
    ],
)
def test_a_question_is_known_by_its_end_or_its_beginning(line: str, asks: bool) -> None:
    assert is_question(line) is asks
