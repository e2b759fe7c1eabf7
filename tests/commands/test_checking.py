from datetime import date
from pathlib import Path

import pytest

from facilitator import commands
from facilitator.__main__ import main
from facilitator.commands import checking
from facilitator.content.check import read_contents
from facilitator.content.locate import content_folder
from tests.content.samples import CARD


def test_check_finds_nothing_wrong_with_what_is_shipped(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "Geen problemen gevonden.\n"


def test_check_tells_which_figure_to_look_at_again_and_is_content(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.check((), today=date(2099, 1, 1)) == 0
    notes = capsys.readouterr().out.splitlines()
    assert all("2099" not in note for note in notes), "the day is that of the figure"
    assert any("/resources/knowledge/feit-45-procent-ooit.yaml:" in note for note in notes)


def test_check_gives_a_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--table"]) == 0
    head, _rule, first, *_rest = capsys.readouterr().out.splitlines()
    assert head.endswith("| Open punten |")
    assert first.startswith("| sessions/afspraken-herijken.yaml | Draaiboek | ")
    readings = read_contents([content_folder() / "casuistiek"])
    monkeypatch.setattr(checking, "content_folder", lambda: tmp_path)
    monkeypatch.setattr(checking, "read_contents", lambda _paths: readings)
    assert main(["check", "--table"]) == 0
    assert "Open punten" not in capsys.readouterr().out, "installed, there is no record of readings"


def test_check_says_where_what_and_how(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = tmp_path / "sessions" / "fout.yaml"
    wrong.parent.mkdir()
    wrong.write_text("id: fout\nsteps: []\n", "utf-8")
    assert main(["check", str(wrong)]) == 1
    assert f"{wrong}:1: " in capsys.readouterr().out


def test_check_tells_what_is_due(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "kaart.yaml"
    path.write_text(CARD.replace("2026-05-11", "2001-05-11"), "utf-8")
    assert main(["check", str(path), "--due"]) == 0
    assert f"{path}:" in (told := capsys.readouterr().out)
    assert "2001-05-11" in told
    assert main(["check", str(path), "--due", "1200"]) == 0
    assert capsys.readouterr().out == "Niets is aan herziening toe.\n"
