"""What is known of a frustration, as a file, and what is wrong with one."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.content.check import check
from facilitator.content.library import FRUSTRATION_FILES, SCRIPT_FILES
from facilitator.core.frustration import Direction
from facilitator.core.vocabulary import Frustration
from tests.content.samples import read_good, read_one, script
from tests.shipped import shipped_library

KNOWN = """\
id: regie
title: Ik mis de regie
recognise:
  - Niemand belt.
behind: Je wilt dat het goed komt.
directions:
  - text: Spreek af wie belt.
    ground: Onze eigen raad.
scripts:
  - frustratiewijzer
cards:
  - vijf-frustraties
read_on:
  - title: Frustratiewijzer
    publisher: Een uitgever
    address: https://voorbeeld.nl/wijzer
checked_on: 2026-05-11
"""


def test_a_frustration_with_all_its_fields(tmp_path: Path) -> None:
    found = read_good(FRUSTRATION_FILES, tmp_path / "goed.yaml", KNOWN)
    assert (found.id, found.directions) == (
        Frustration.DIRECTION,
        (Direction("Spreek af wie belt.", "Onze eigen raad."),),
    )
    assert (found.scripts, found.cards) == (("frustratiewijzer",), ("vijf-frustraties",))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("id: regie", "id: haast", "'haast'"),
        ("    ground: Onze eigen raad.\n", "", "'ground' is missing"),
        ("recognise:\n  - Niemand belt.\n", "", "'recognise' is missing"),
        ("  - frustratiewijzer", "  - frustratiewijzers", "there is no script 'frustratiewijzers'"),
        ("  - vijf-frustraties", "  - zes-frustraties", "there is no card 'zes-frustraties'"),
    ],
)
def test_what_does_not_fit_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    path = tmp_path / "fout.yaml"
    path.write_text(KNOWN.replace(old, new, 1), "utf-8")
    assert [told in problem.what for problem in check((path,))] == [True]


@pytest.mark.parametrize(
    ("frustrations", "told"),
    [
        ("[regie]", "there are 1 frustrations and 2 choices"),
        ("[regie, kennis, partners]", "there are 3 frustrations and 2 choices"),
        ("[regie, haast]", "'haast'"),
    ],
)
def test_every_choice_names_one(tmp_path: Path, frustrations: str, told: str) -> None:
    text = script("      how: choice\n", f"      how: choice\n      frustrations: {frustrations}\n")
    problems = read_one(SCRIPT_FILES, tmp_path / "keuze.yaml", text).problems
    assert [told in problem.what for problem in problems] == [True]


def test_what_is_not_chosen_names_none(tmp_path: Path) -> None:
    text = script("      how: choice\n", "      how: free\n      frustrations: [regie, kennis]\n")
    told = read_one(SCRIPT_FILES, tmp_path / "vrij.yaml", text).problems
    assert any("'frustrations' do nothing" in problem.what for problem in told)


def test_all_five_come_with_the_program_in_their_order() -> None:
    library = shipped_library()
    assert [known.id for known in library.frustrations] == list(Frustration)
    asked = next(step for step in library.script("frustratiewijzer").steps if step.frustrations)  # type: ignore[union-attr]
    said = dict(zip(asked.frustrations, asked.choices, strict=True))
    assert said == {known.id: known.title for known in library.frustrations}
