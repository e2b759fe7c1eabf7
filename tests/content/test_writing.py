"""What is written is read back as the same record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.content.kinds import Text
from facilitator.content.library import (
    ALL_KINDS,
    CARD_FILES,
    CASE_FILES,
    SCRIPT_FILES,
    FileKind,
    read_files,
    yaml_files,
)
from facilitator.content.locate import content_folder
from facilitator.content.problem import Report
from facilitator.content.records import Field, Record
from facilitator.content.writing import as_plain, as_text, plain_as_text
from facilitator.content.yaml_text import joined_lines
from facilitator.content.yaml_tree import parse_tree
from facilitator.core.text import clean, one_line
from tests.content.declared import LONG, TEXTS, values, without_rules
from tests.content.samples import CARD, CASE, SCRIPT, read_good

FILE = Path("x.yaml")
SAMPLES = [(SCRIPT_FILES, SCRIPT), (CASE_FILES, CASE), (CARD_FILES, CARD)]
TWO_TEXTS: Record[Any] = Record(dict, (Field("a", Text(), ""), Field("b", Text(long=True), "", required=False)))


def _tree(text: str) -> Any:
    return parse_tree(text.encode(), Report(FILE)).root


@pytest.mark.parametrize("kind", ALL_KINDS, ids=lambda kind: kind.folder)
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_any_record_is_read_back(kind: FileKind[Any], data: st.DataObject) -> None:
    declared = without_rules(kind.declare())
    value = data.draw(values(declared))
    text, report = as_text(declared, value), Report(FILE)
    assert declared.read(parse_tree(text.encode(), report).root, "x", report) == value, (text, report.problems)
    assert as_plain(_tree(text)) == declared.plain(value)


@given(short=TEXTS.map(one_line).filter(bool), long=LONG.map(lambda text: clean(text).strip()).filter(bool))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_back_by_us_and_by_others(short: str, long: str) -> None:
    text, report = plain_as_text(TWO_TEXTS, {"a": short, "b": long}), Report(FILE)
    assert TWO_TEXTS.read(parse_tree(text.encode(), report).root, "x", report) == {"a": short, "b": long}, text
    others = yaml.safe_load(text)
    assert (others["a"], others["b"].strip()) == (short, long)


@pytest.mark.parametrize(("kind", "sample"), SAMPLES)
def test_a_sample_is_written_as_it_was_typed(tmp_path: Path, kind: FileKind[Any], sample: str) -> None:
    value = read_good(kind, tmp_path / "a.yaml", sample)
    text = as_text(kind.declare(), value)
    assert [line for line in text.splitlines() if line] == sample.splitlines()
    assert read_good(kind, tmp_path / "b.yaml", text) == value


def test_what_comes_with_the_program_is_read_back(tmp_path: Path) -> None:
    for kind in ALL_KINDS:
        for reading in read_files(kind, yaml_files(content_folder() / kind.folder)):
            text = as_text(kind.declare(), reading.value)
            assert read_good(kind, tmp_path / "a.yaml", text) == reading.value
            assert [line for line in text.splitlines() if len(line) > 110 and "://" not in line] == []


def test_long_texts_stand_in_blocks() -> None:
    assert plain_as_text(TWO_TEXTS, {"b": "Een.\n\n- Twee."}) == "b: |\n  Een.\n\n  - Twee.\n"
    wide = plain_as_text(TWO_TEXTS, {"b": f"{'woord ' * 30}.\nTwee."})
    assert wide.startswith("b: >\n  woord woord")
    assert wide.endswith("woord .\n\n  Twee.\n")
    assert max(map(len, wide.splitlines())) <= 110


def test_a_wide_line_with_blanks_at_an_end_stays_whole() -> None:
    wide = f"{'woord ' * 30}\nTwee."
    assert plain_as_text(TWO_TEXTS, {"b": wide}) == f"b: |\n  {'woord ' * 30}\n  Twee.\n"


def test_a_long_text_that_no_block_can_hold_stands_in_quotes() -> None:
    assert plain_as_text(TWO_TEXTS, {"b": "Een.\tTwee.\nDrie."}) == 'b: "Een.\\U00000009Twee.\\nDrie."\n'


QUOTED = [
    ("Gewoon een zin, met (haakjes).", "Gewoon een zin, met (haakjes)."),
    ("NO", "'NO'"),
    ("1 op de 12", "1 op de 12"),
    ("12:30", "'12:30'"),
    ("1.10", "'1.10'"),
    ("# x", "'# x'"),
    ("a: b", "'a: b'"),
    ("'a", "'''a'"),
    ("a\tb", '"a\\U00000009b"'),
    ('a\n"\\', '"a\\n\\"\\\\"'),
]


@pytest.mark.parametrize(("typed", "written"), QUOTED)
def test_quotes_stand_where_they_are_needed(typed: str, written: str) -> None:
    assert plain_as_text(TWO_TEXTS, {"a": typed}) == f"a: {written}\n"


def test_numbers_dates_and_truth_values_stand_bare(tmp_path: Path) -> None:
    text = as_text(CARD_FILES.declare(), read_good(CARD_FILES, tmp_path / "a.yaml", CARD))
    assert "\nchecked_on: 2026-05-11\n" in text
    assert "    year: 2022\n" in text


def test_a_draft_keeps_its_faults() -> None:
    draft: Any = {
        "id": "",
        "moments": [{"title": "Eén"}, "", [], ["x", ["y"]]],
        "minutes": "acht",
        "x": {"": "a", "b: c": {}},
    }
    assert as_plain(_tree(plain_as_text(CASE_FILES.declare(), draft))) == draft
    assert as_plain(_tree(plain_as_text(CASE_FILES.declare(), "Een brief: hallo."))) == "Een brief: hallo."


def test_what_need_not_be_typed_is_left_out(tmp_path: Path) -> None:
    script = read_good(SCRIPT_FILES, tmp_path / "a.yaml", SCRIPT)
    steps: Any = SCRIPT_FILES.declare().plain(script)["steps"]
    first, second = steps
    assert "answers" not in first
    assert "protected" not in second


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Een regel\ndie doorloopt.", "Een regel die doorloopt."),
        ("Een.\n\nTwee.", "Een.\n\nTwee."),
        ("Lijst:\n- een\n- twee\n  gaat door", "Lijst:\n- een\n- twee gaat door"),
        ("1. een\n2. twee", "1. een\n2. twee"),
    ],
)
def test_lines_that_were_broken_to_fit_are_joined(typed: str, shown: str) -> None:
    assert joined_lines(typed) == shown
