from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.report.names import joined, safe, unique


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Politie", "Politie"),
        ("a/b\\c:d*e?f", "a b c d e f"),
        ("../../etc", "etc"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("  rust . ", "rust"),
        ("a\u202eb\x00c", "ab c"),
        ("", ""),
    ],
)
def test_safe_names(text: str, name: str) -> None:
    assert safe(text) == name


@settings(deadline=None)
@given(st.lists(st.text(), max_size=4))
def test_a_joined_name_fits_and_holds_nothing_unsafe(parts: list[str]) -> None:
    name = joined(parts, " - ")
    assert len(name.encode()) <= 200
    assert not set(name) & set('<>:"/\\|?*')
    assert name == name.strip(" .")
    assert all(ord(char) >= 32 for char in name)


def test_empty_parts_leave_no_hole() -> None:
    assert joined(("Politie", "", " ", "Noor"), " - ") == "Politie - Noor"


def test_double_names_are_numbered() -> None:
    paths = [PurePosixPath("d", name) for name in ("Jan.pdf", "jan.pdf", "Ján.pdf", "JAN.pdf")]
    assert [path.name for path in unique(paths)] == ["Jan.pdf", "jan (2).pdf", "Ján.pdf", "JAN (3).pdf"]
