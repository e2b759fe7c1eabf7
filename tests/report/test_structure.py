"""What a reader that is not ours, poppler's `pdfinfo`, finds in our structure: a golden text, and every document.

Make the golden text anew with `python -m tests.report.test_structure`, and read the difference.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from facilitator.report.bundle import documents_of
from facilitator.report.markdown import to_markup
from facilitator.report.press import Press
from tests.random_sessions import random_table
from tests.report.conftest import META, RESOURCES
from tests.report.documents.test_nothing_leaks import furnished

GOLDEN = Path(__file__).with_name("structure.txt")
SHEET = (
    "<h1>Kop een</h1><p>Een <b>vette</b> alinea die zo lang is dat zij over meer dan een regel loopt, want dan moeten "
    'de woorden los blijven.</p><h2>Kop twee</h2><p>Zie <a href="https://example.org/">de bron</a>.</p>'
    + str(to_markup("- buiten\n  - binnen\n    1. diep\n- weer buiten\n"))
    + "<h3>Kop drie</h3>"
    '<table cols="40,60"><thead><tr><th>Wie</th><th>Wat</th></tr></thead><tbody>'
    '<tr><th scope="row">Politie</th><td>Bellen</td></tr><tr><td>School</td><td></td></tr></tbody></table>'
    '<section class="panel"><p>Op een vlak</p></section>'
    '<section class="step"><aside><p class="clock">14:00</p></aside><h2 class="step-title">Welkom</h2></section>'
    '<ul class="checks"><li>stoelen</li><li>stiften</li></ul><hr/><p>مرحبا en שלום</p>'
)
needs_pdfinfo = pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="pdfinfo (poppler-utils) is not installed")


def structure_of(pdf: bytes, folder: Path) -> str:
    path = folder / "blad.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["pdfinfo", "-struct-text", str(path)], capture_output=True, text=True, check=True)
    assert not done.stderr, done.stderr
    return done.stdout


def sheet() -> bytes:
    return Press(RESOURCES / "templates", RESOURCES / "fonts").typeset(f"<body>{SHEET}</body>", META).pdf


@needs_pdfinfo
def test_the_structure_reads_as_the_golden_text_says(tmp_path: Path) -> None:
    assert structure_of(sheet(), tmp_path) == GOLDEN.read_text("utf-8")


@needs_pdfinfo
def test_every_kind_of_document_has_a_structure_that_another_reader_understands(tmp_path: Path, press: Press) -> None:
    """Headings begin at 1 and skip nothing; items stand in lists, and cells in rows."""
    session = furnished(random_table(3, 80)).session
    kinds = {job.document: job for job in documents_of(session)}
    assert len(kinds) > 3
    for job in kinds.values():
        rows = structure_of(job.render(press).pdf, tmp_path).splitlines()
        levels = [int(found[1]) for row in rows if (found := re.match(r" *H([1-6]) \(", row))]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        parents = {(_parent(rows, number), _role(row)) for number, row in enumerate(rows) if _role(row)}
        assert {parent for parent, role in parents if role == "LI"} <= {"L"}
        assert {parent for parent, role in parents if role in {"Lbl", "LBody"}} <= {"LI"}
        assert {parent for parent, role in parents if role in {"TD", "TH"}} <= {"TR"}
        assert {parent for parent, role in parents if role == "TR"} <= {"THead", "TBody"}


def _role(row: str) -> str:
    found = re.match(r" *([A-Z][A-Za-z0-9]*)(?: \(|$|\b.*:$)", row)
    return found[1] if found else ""


def _parent(rows: list[str], number: int) -> str:
    indent = len(rows[number]) - len(rows[number].lstrip())
    above = (row for row in reversed(rows[:number]) if _role(row) and len(row) - len(row.lstrip()) < indent)
    return _role(next(above, ""))


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        GOLDEN.write_text(structure_of(sheet(), Path(place)), "utf-8")
