"""All scripts and cases of some folders."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from facilitator.content import library, locate
from facilitator.content.library import read_library
from tests.content.samples import card, case, script

FOLDERS = {"checked_on": "resources/knowledge", "moments": "casuistiek", "steps": "sessions"}


def _folder(path: Path, **files: str) -> Path:
    for folder in FOLDERS.values():
        (path / folder).mkdir(parents=True)
    for name, text in files.items():
        folder = next((folder for sign, folder in FOLDERS.items() if sign in text), "sessions")
        (path / folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return path


def test_what_comes_with_the_program_has_no_problems() -> None:
    found = read_library(locate.content_folder())
    assert [str(problem) for problem in found.problems] == []
    assert found.scripts
    assert found.cases
    assert found.cards


def test_the_shipped_cases_can_be_played() -> None:
    for found in read_library(locate.content_folder()).cases:
        assert 3 <= len(found.moments) <= 5, found.id
        assert len(found.roles) >= 4, found.id
        assert 45 <= found.minutes <= 60, found.id
        assert len((locate.content_folder() / "casuistiek" / f"{found.id}.yaml").read_text("utf-8").split()) >= 900


def test_a_theme_of_what_comes_with_the_program_brings_cards_together() -> None:
    found = read_library(locate.content_folder())
    themes = Counter(theme for card in found.cards for theme in card.themes)
    assert [theme for theme, times in themes.items() if times < 2] == []
    assert {theme for case in found.cases for theme in case.themes} <= {*themes}
    assert len(themes) <= 25


def test_reading_everything_is_quick() -> None:
    read_library(locate.content_folder())
    read_library(locate.content_folder())


def test_scripts_and_cases_are_found_by_id(tmp_path: Path) -> None:
    found = read_library(_folder(tmp_path, a=script(), b=case(), c=card()))
    assert found.script("het-gesprek") is found.scripts[0]
    assert found.case("stil") is found.cases[0]
    assert found.card("eerst-overleg") is found.cards[0]
    assert (found.script("weg"), found.case("weg"), found.card("weg")) == (None, None, None)


def test_they_stand_in_order_of_title(tmp_path: Path) -> None:
    texts = [script("id: het-gesprek\ntitle: Het Gesprek", f"id: s{i}\ntitle: {t}") for i, t in enumerate("zÉa")]
    found = read_library(_folder(tmp_path, a=texts[0], b=texts[1], c=texts[2]))
    assert [one.title for one in found.scripts] == ["a", "É", "z"]


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    found = read_library(_folder(tmp_path, a="a: [", b=script(), c=script("minutes: 10", "minutes: x"), d=case()))
    assert (len(found.scripts), len(found.cases), len(found.problems)) == (1, 1, 2)


def test_the_same_id_in_two_files(tmp_path: Path) -> None:
    shipped = _folder(tmp_path / "program", a=script())
    own = _folder(tmp_path / "own", b="# eigen\n" + script("title: Het Gesprek", "title: Anders"))
    found = read_library(shipped, own)
    assert [one.title for one in found.scripts] == ["Het Gesprek"]
    assert [(problem.file.name, problem.line) for problem in found.problems] == [("b.yaml", 2)]
    assert "a.yaml" in found.problems[0].what


def test_other_files_in_the_folders_are_left_alone(tmp_path: Path) -> None:
    folder = _folder(tmp_path, a=script())
    (folder / "sessions" / "LEESMIJ.md").write_text("hallo")
    (folder / "sessions" / "a.yaml").rename(folder / "sessions" / "a.YML")
    found = read_library(folder)
    assert (len(found.scripts), found.problems) == (1, ())


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    found = read_library(tmp_path / "weg")
    assert [problem.file.name for problem in found.problems] == ["weg"]


def test_a_folder_without_cases_is_fine(tmp_path: Path) -> None:
    assert read_library(tmp_path).problems == ()


def test_a_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_folder: Path) -> list[Path]:
        raise PermissionError(13, "no")

    monkeypatch.setattr(library, "yaml_files", refuse)
    found = read_library(tmp_path)
    assert [problem.file.name for problem in found.problems] == [
        "sessions",
        "casuistiek",
        "knowledge",
        "model-agreements",
        "frustrations",
    ]


def test_content_lies_beside_the_package_or_inside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (locate.content_folder() / "pyproject.toml").is_file()
    assert locate.resource("fonts").is_dir()
    monkeypatch.setattr(locate, "_PACKAGE", tmp_path / "site" / "facilitator")
    with pytest.raises(locate.ContentMissing):
        locate.content_folder()
    inside = tmp_path / "site" / "facilitator" / "_content"
    inside.mkdir(parents=True)
    _folder(inside)
    assert locate.content_folder() == inside
