"""Text from right to left: seen in the right order, and read as it was written."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.core import events as ev
from facilitator.core.people import Participant, Partner
from facilitator.report.bundle import Document, documents_of
from facilitator.report.layout.direction import in_order, joined, runs_backwards
from facilitator.report.layout.lines import Line, Span, break_lines, line_read
from facilitator.report.press import Press
from facilitator.report.text import letters_of
from tests.builders import Table
from tests.report.conftest import RESOURCES
from tests.report.test_lines import SETTING

PEACE = "السلام عليكم"
ANSWER = "أنا أعمل مع الشرطة (منذ 12 سنة) ونلتقي في Wijkteam Noord ونتحدث عن السلامة كل أسبوع"


def seen(text: str, available: float = 500) -> list[str]:
    """The lines as an eye sees them from left to right."""
    return [_seen(line) for line in break_lines([Span(text)], SETTING, available).lines]


def _seen(line: Line) -> str:
    ordered = sorted(line, key=lambda piece: piece.at or 0.0)
    return letters_of("".join(piece.stroke.text for piece in ordered))


def test_letters_take_the_form_they_have_beside_each_other() -> None:
    assert joined("سلام") != "سلام"
    assert letters_of(joined(PEACE)) == PEACE


def test_words_are_seen_from_right_to_left() -> None:
    assert seen("שלום עולם") == ["םלוע םולש"]


def test_numbers_and_dutch_keep_their_own_direction() -> None:
    (line,) = seen("טלפון 06-12345678 bij Wijkteam")
    assert "06-12345678" in line
    assert "bij Wijkteam" in line
    assert line.index("Wijkteam") < line.index("06-12345678")  # read later, so further to the left


def test_brackets_are_turned_round() -> None:
    assert seen("אב (גד)") == ["(דג) בא"]


def test_a_dutch_sentence_stays_at_the_left() -> None:
    (line,) = break_lines([Span("Wat zei סבתא daarna?")], SETTING, 500).lines
    assert line[0].at == 0.0
    assert _seen(line) == "Wat zei אתבס daarna?"


def test_lines_of_a_text_from_the_right_end_at_the_right() -> None:
    for line in break_lines([Span(ANSWER)], SETTING, 150).lines:
        end = max((piece.at or 0.0) + piece.stroke.width for piece in line)
        assert end == pytest.approx(150, abs=0.01)


def test_a_text_is_broken_in_the_order_in_which_it_is_read() -> None:
    lines = break_lines([Span(ANSWER)], SETTING, 150).lines
    assert len(lines) > 2
    assert "".join(line_read(line) for line in lines) == ANSWER


LETTERS = st.text(st.sampled_from("abc 12(،)/-שלוםعليكمسلاأ\u200f"), max_size=40)


@settings(max_examples=300, deadline=None)
@given(LETTERS, st.booleans())
def test_nothing_is_lost_or_said_twice(text: str, at_the_right: bool) -> None:
    stretches = list(in_order([text[:7], text[7:]], at_the_right=at_the_right))
    read = "".join(stretch.read for stretch in sorted(stretches, key=lambda each: each.start))
    assert sorted(read) == sorted(text.replace("\u200f", ""))


@settings(max_examples=100, deadline=None)
@given(LETTERS)
def test_only_what_runs_backwards_is_put_in_order(text: str) -> None:
    lines = break_lines([Span(text)], SETTING, 200).lines
    assert runs_backwards(text) or all(piece.at is None for line in lines for piece in line)


# ---- on paper


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    table = Table(
        partners=(Partner("p-pol", "الشرطة"), Partner("p-vt", "Veilig Thuis")),
        participants=(Participant("d-1", "محمد بن علي", "p-pol", "wijkagent"),),
    )
    table.started().at_step("nodig")
    table.do(ev.AnswerGiven, answer=ev.Answer("a", "nodig", ANSWER, "p-vt", "q1"))
    table.do(ev.SessionClosed)
    job = next(job for job in documents_of(table.session) if job.document is Document.REPORT)
    path = tmp_path_factory.mktemp("paper") / "report.pdf"
    path.write_bytes(job.render(Press(RESOURCES / "templates", RESOURCES / "fonts")).pdf)
    return path


def _told(*command: str) -> str:
    text = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout
    return " ".join("".join(char for char in text if char not in "\u202a\u202b\u202c").split())


def test_a_reader_that_looks_at_the_page_finds_the_words(report: Path) -> None:
    text = _told("pdftotext", str(report), "-")
    assert "محمد بن علي" in text
    assert "الشرطة" in text
    assert "ونلتقي" in text


def test_two_letters_in_one_sign_are_copied_in_their_order(report: Path) -> None:
    (line,) = break_lines([Span("لا")], SETTING, 100).lines
    assert [piece.stroke.text for piece in line] == ["\ufefb"]
    assert "السلامة" in _told("pdftotext", str(report), "-")


def test_the_structure_says_what_is_read(report: Path) -> None:
    with pikepdf.open(report) as pdf:
        spans = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Span"]
        said = [str(span.ActualText) for span in spans]
    assert {"محمد", "السلامة", "الشرطة"} <= set(said)
