"""The lists of words of questions: what a person keeps is read, and every fault is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.content.locate import resource
from facilitator.content.question_words import ASIDE, READ_AS, read_and_check, read_question_words
from facilitator.core.question_words import QuestionWords


def written(folder: Path, read_as: str, aside: str = "de het\nÉÉN\n") -> Path:
    (folder / ASIDE).write_text(aside, "utf-8")
    (folder / READ_AS).write_text(read_as, "utf-8")
    return folder


def faults(folder: Path, line: str) -> list[tuple[int, str]]:
    _words, problems = read_and_check(written(folder, f"# woorden\n\n{line}\n"))
    return [(problem.line, problem.what) for problem in problems]


def test_what_ships_has_no_faults() -> None:
    known, problems = read_and_check(resource("language"))
    assert problems == []
    assert known.aside
    assert known.forms
    assert known.meanings
    assert known.kinds


def test_a_line_of_each_sort(tmp_path: Path) -> None:
    lines = "Oma; blauwe  plek > Oudere; blauwe plekken;\nslaan; slaat\ncasus; oefen casus > [case]\n"
    known = read_question_words(written(tmp_path, lines))
    assert known.aside == {"de", "het", "een"}
    assert known.forms == (("slaan", "slaat"),)
    means = ("oudere", "blauwe plekken")
    assert dict(known.meanings) == {("oma",): means, ("blauwe", "plek"): means}
    assert dict(known.kinds) == {("casus",): "case", ("oefen", "casus"): "case"}


def test_words_in_quotes_are_one_where_they_stand_so(tmp_path: Path) -> None:
    known = read_question_words(written(tmp_path, '"Veilig Thuis"; vt > veilig thuis\n"halve naam; bellen > advies\n'))
    assert known.fixed == {("veilig", "thuis")}
    assert dict(known.meanings) == {
        ("veilig", "thuis"): ("veilig thuis",),
        ("vt",): ("veilig thuis",),
        ("halve", "naam"): ("advies",),
        ("bellen",): ("advies",),
    }


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("oma >", "this line does not say how something is read"),
        ("> oudere", "this line does not say how something is read"),
        ("oma > oudere > ouder", "this line does not say how something is read"),
        ("oma > [iets]", "this line does not say how something is read"),
        ("oma > [case]; oudere", "this line does not say how something is read"),
        ("oma", "this line has no forms of one word"),
        ("oma; lieve oma", "this line has no forms of one word"),
        ("een twee drie vier vijf > tellen", "'een twee drie vier vijf' is too long to be recognised"),
        ("een twee drie vier vijf > [case]", "'een twee drie vier vijf' is too long to be recognised"),
        ("oma; opa; oma > oudere", "'oma' stands here twice"),
        ("oma; oma > [card]", "'oma' stands here twice"),
        ("oma; opa; oma", "'oma' stands here twice"),
    ],
)
def test_a_line_that_is_wrong(tmp_path: Path, line: str, what: str) -> None:
    assert faults(tmp_path, line) == [(3, what)]


def test_what_is_right_beside_what_is_wrong_counts(tmp_path: Path) -> None:
    known, _problems = read_and_check(written(tmp_path, "oma > oudere\nopa; oma > grootouder\n"))
    assert dict(known.meanings) == {("oma",): ("oudere",), ("opa",): ("grootouder",)}


def test_lists_that_are_not_there(tmp_path: Path) -> None:
    known, problems = read_and_check(tmp_path)
    assert known == QuestionWords()
    assert [problem.file.name for problem in problems] == [ASIDE, READ_AS]


def test_a_list_that_is_no_text(tmp_path: Path) -> None:
    written(tmp_path, "")
    (tmp_path / READ_AS).write_bytes(b"\xff\xfe\x00")
    _known, problems = read_and_check(tmp_path)
    assert [problem.file.name for problem in problems] == [READ_AS]
