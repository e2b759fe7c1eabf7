"""The agreements of a municipality as a file: what goes in comes out, and anything else gets a clear answer."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from facilitator.content.own_agreement_file import MOST_BYTES, OwnFile, read_own_file, to_file
from facilitator.content.problem import Problem
from facilitator.core.own_agreement import Choice, Decided, OwnAgreement, choose, decide, write
from tests.shipped import shipped_library

MODEL = shipped_library().models[0]
OWN = write(choose(OwnAgreement("eigen", "Dorp", MODEL), "advies", Choice.ADJUSTED), "advies", "Bel “nu” <b>.")
DECIDED = Decided(decide(OWN, "college", date(2026, 3, 4)), datetime(2026, 3, 4, 12, tzinfo=UTC))
HELD = OwnFile(OWN, (DECIDED,))


def changed(path: Path, **fields: Any) -> Path:
    path.write_text(json.dumps(json.loads(to_file(HELD)) | fields), encoding="utf-8")
    return path


def test_what_goes_in_comes_out(tmp_path: Path) -> None:
    path = tmp_path / "dorp.json"
    path.write_bytes(to_file(HELD))
    assert read_own_file(path) == HELD


def test_characters_that_cannot_be_kept_are_made_visible(tmp_path: Path) -> None:
    path = tmp_path / "dorp.json"
    path.write_bytes(to_file(OwnFile(replace(OWN, municipality="Do\x00rp"))))
    read = read_own_file(path)
    assert isinstance(read, OwnFile)
    assert read.own.municipality == "Do\ufffdrp"


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"[1]", b"{}", b"[" * 60_000, b'{"sign": "other"}'])
def test_what_is_no_such_file_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "dorp.json"
    path.write_bytes(data)
    assert isinstance(read_own_file(path), Problem)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert isinstance(read_own_file(tmp_path / "weg.json"), Problem)


def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "dorp.json"
    path.write_bytes(b" " * (MOST_BYTES + 1))
    read = read_own_file(path)
    assert isinstance(read, Problem)
    assert "large" in read.what


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"form": 2}, "newer"),
        ({"own": {"id": 3}}, "damaged"),
        ({"own": None}, "damaged"),
        ({"decided": [{"own": "x"}]}, "damaged"),
    ],
)
def test_what_does_not_fit_is_told_in_words(tmp_path: Path, fields: dict[str, Any], said: str) -> None:
    read = read_own_file(changed(tmp_path / "dorp.json", **fields))
    assert isinstance(read, Problem)
    assert said in read.what
    assert read.fix


def test_versions_of_other_agreements_are_refused(tmp_path: Path) -> None:
    other = replace(DECIDED, own=replace(DECIDED.own, id="ander"))
    path = tmp_path / "dorp.json"
    path.write_bytes(to_file(OwnFile(OWN, (other,))))
    read = read_own_file(path)
    assert isinstance(read, Problem)
    assert "other agreements" in read.what
