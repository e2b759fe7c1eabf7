"""The spelling of what ships: what is looked at, and that a fault is seen."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from devtools import spelling
from devtools.exit_codes import SKIPPED
from facilitator.content.locate import content_folder, resource
from tests.content.samples import card

PLACE = (Path("a.yaml"), 3)
with_hunspell = pytest.mark.skipif(shutil.which("hunspell") is None, reason="hunspell is not installed")


def test_every_word_of_the_content_is_looked_at_once_with_its_place() -> None:
    words = spelling.words_in(content_folder())
    assert {"kindcheck", "aandachtsfunctionaris"} < words.keys()
    assert words.keys().isdisjoint({"Sem", "Marloes", "Puck"}), "invented names are known"
    assert not any("www" in word or word == "https" for word in words)
    path, line = words["kindcheck"]
    assert "kindcheck" in path.read_text("utf-8").split("\n")[line - 1]


def test_own_words_are_sorted_and_each_there_once() -> None:
    own = resource("language", "words.txt").read_text("utf-8").split()
    assert own == sorted(set(own), key=lambda word: (word.casefold(), word))


@with_hunspell
def test_a_fault_is_told_and_a_word_of_our_own_is_not() -> None:
    words = dict.fromkeys(("veiligheid", "veilighijd", "Zelfredzaamheid-Matrix"), PLACE)
    assert spelling.unknown(words) == ["a.yaml:3: veilighijd"]


@with_hunspell
def test_what_ships_has_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert spelling.main() == 0, capsys.readouterr().out


@pytest.mark.parametrize(("ci", "code"), [("", SKIPPED), ("true", 1)])
def test_without_hunspell_it_says_so_and_ci_fails(
    ci: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CI", ci)
    assert spelling.main() == code
    assert "was not looked at" in capsys.readouterr().out


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
def test_a_hunspell_without_dutch_is_as_good_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hunspell").write_text("#!/bin/sh\nexit 1\n", "ascii")
    (tmp_path / "hunspell").chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CI", raising=False)
    assert spelling.main() == SKIPPED


def test_text_between_brackets_is_looked_at_and_a_place_to_fill_in_is_not(tmp_path: Path) -> None:
    text = card("Bel Veilig Thuis.", "Bel {naam-team} of [ons nummer](https://voorbeeld.nl/nummer), of mail a@b.nl.")
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    words = spelling.words_in(tmp_path)
    assert {"ons", "nummer", "mail", "of"} < words.keys()
    assert words.keys().isdisjoint({"naam-team", "https", "voorbeeld", "a", "b", "nl"})


@with_hunspell
def test_what_it_prints_says_what_to_do(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(spelling, "words_in", lambda _folder: {"veilighijd": PLACE})
    assert spelling.main() == 1
    assert "words.txt" in capsys.readouterr().out
