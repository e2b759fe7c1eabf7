"""The spelling of what ships: what is looked at, and that a fault is seen."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from devtools import spelling
from facilitator.content.locate import resource

PLACE = (Path("a.yaml"), 3)
with_hunspell = pytest.mark.skipif(shutil.which("hunspell") is None, reason="hunspell is not installed")


def test_every_word_of_the_content_is_looked_at_once_with_its_place() -> None:
    words = spelling.words_in_content()
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


def test_without_hunspell_it_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert spelling.main() == 0
    assert "hunspell is not installed" in capsys.readouterr().out


@with_hunspell
def test_what_it_prints_says_what_to_do(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(spelling, "words_in_content", lambda: {"veilighijd": PLACE})
    assert spelling.main() == 1
    assert "words.txt" in capsys.readouterr().out
