"""The cards that a script names are there: those of the program, and those looked at along with it."""

from __future__ import annotations

from pathlib import Path

from facilitator.content.check import check
from facilitator.content.locate import CARDS, content_folder
from tests.content.samples import card, script
from tests.shipped import shipped_library

OWN = script("- vijf-stappen", "- eerst-overleg")


def _told(folder: Path, **texts: str) -> list[tuple[str, int, str]]:
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return [(problem.file.name, problem.line, problem.what) for problem in check([folder])]


def test_a_card_that_is_not_there(tmp_path: Path) -> None:
    assert _told(tmp_path, a=OWN) == [("a.yaml", 54, "there is no card 'eerst-overleg'")]


def test_what_was_meant(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(script("- vijf-stappen", "- vijf-stapen"), "utf-8")
    assert "Did you mean 'vijf-stappen'?" in check([tmp_path / "a.yaml"])[0].fix


def test_a_card_that_comes_with_the_program(tmp_path: Path) -> None:
    assert _told(tmp_path, a=script()) == []


def test_a_card_that_is_looked_at_along_with_it(tmp_path: Path) -> None:
    assert _told(tmp_path, a=OWN, b=card()) == []
    assert ("a.yaml", 54, "there is no card 'eerst-overleg'") in _told(tmp_path, b="checked_on: 2026-05-11\n")


def test_what_is_no_list_of_names_is_told_as_form_alone(tmp_path: Path) -> None:
    whats = [what for _file, _line, what in _told(tmp_path, a=script("cards:\n      - vijf-stappen", "cards: nee"))]
    assert whats == ["'cards' should be a list"]
    assert (
        len(_told(tmp_path, a=script("- vijf-stappen", "- [a]"), c="- steps\n", d=script("- vijf-stappen", "-"))) == 3
    )


def test_a_card_that_ships_is_named_after_its_file() -> None:
    ids = {one.id for one in shipped_library().cards}
    assert ids == {path.stem for path in (content_folder() / CARDS).iterdir()}
