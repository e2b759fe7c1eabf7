"""One screen, and a beamer that is unplugged in the middle of a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.journeys.conftest import Facilitator, Start
from tests.journeys.programs.leading import private_things
from tests.journeys.ways import prepare
from tests.virtual_displays import BEAMER, Ask, laptop_and_beamer, plug, spoken_to, unplug

PROGRAM = Path(__file__).with_name("programs") / "leading.py"
SHOWN = ["Bel de buren?"]


def told_on_the_table(one: Facilitator) -> str:
    return " ".join(f"{row.text} {row.strong} {row.below} {row.aside}" for row in one.console.table.list.rows)


def test_with_one_screen_private_things_are_folded_until_f12(facilitator: Start) -> None:
    one = facilitator()
    prepare(one)
    one.press(Qt.Key.Key_PageDown)
    assert private_things(one.console) == []
    assert "Noor" not in told_on_the_table(one)
    one.press(Qt.Key.Key_F10)
    one.press(Qt.Key.Key_F2)
    assert private_things(one.console) == []
    assert "F12" in one.console.step.entry.strip.text()
    one.press(Qt.Key.Key_F12)
    one.press(Qt.Key.Key_F3)
    one.enter("Wat mag de wijkagent delen?")
    assert private_things(one.console) == ["guidance", "parked"]
    one.press(Qt.Key.Key_F12)
    assert "guidance" not in private_things(one.console)
    assert not one.console.side.parking.list.isVisible()


@pytest.fixture
def unplugged(tmp_path: Path) -> Iterator[tuple[Ask, dict[str, str]]]:
    """A meeting with an answer on the wall, whose beamer was unplugged."""
    with laptop_and_beamer() as environment, spoken_to(PROGRAM, str(tmp_path), environment=environment) as ask:
        for command in ("press PageDown", "press F11", "press PageDown", f"enter {SHOWN[0]}"):
            ask(command)
        told = ask("press F8")
        assert (told["paper_on"], told["answers"], told["where"]) == (["BEAMER"], SHOWN, "BEAMER · 1920 × 1080")
        unplug(environment, "BEAMER")
        assert ask("look")["screens"] == ["LAPTOP"]
        yield ask, environment


def test_an_unplugged_beamer_leaves_the_room_on_no_screen(unplugged: tuple[Ask, dict[str, str]]) -> None:
    ask, _environment = unplugged
    told = ask("look")
    assert (told["visible"], told["screen"]) == (False, "neutral")
    assert (told["where"], told["private"]) == ("geen tweede scherm", [])
    assert told["said"] == "Het scherm van de zaal is weg. Het zaalvenster is verborgen."
    assert not ask("enter Nog een antwoord")["visible"]


def test_a_beamer_that_is_back_stays_neutral_until_f7(unplugged: tuple[Ask, dict[str, str]]) -> None:
    ask, environment = unplugged
    plug(environment, *BEAMER)
    told = ask("look")
    assert (told["paper_on"], told["screen"], told["scene"], told["answers"]) == (["BEAMER"], "neutral", "neutral", [])
    assert "F7" in told["said"]
    assert ask("press F5")["scene"] == "black"
    assert ask("press F5")["scene"] == "neutral"
    told = ask("press F7")
    assert (told["scene"], told["answers"]) == ("page", SHOWN)


def test_a_beamer_is_checked_before_the_meeting_and_that_is_remembered(tmp_path: Path) -> None:
    with laptop_and_beamer() as environment:
        with spoken_to(PROGRAM, str(tmp_path / "one"), environment=environment) as ask:
            told = ask("look")
            assert (told["checked"], told["paper_on"]) == (["Beamer nakijken"], [])
            told = ask("check")
            assert (told["testing"], told["visible"], told["scene"]) == (True, True, "neutral")
            for _question in range(3):
                assert told["testing"]
                told = ask("answer")
            assert (told["testing"], told["visible"], told["paper_on"]) == (False, False, [])
            assert ask("press Ctrl+F11")["large"]
            (said,) = told["checked"]
            assert said.startswith("beamer nagekeken op ")
            assert ask("press PageDown")["checked"] == []  # while people are there it is quiet
        kept = (tmp_path / "one" / "display.json").read_bytes()
        (tmp_path / "two").mkdir()
        (tmp_path / "two" / "display.json").write_bytes(kept)
        with spoken_to(PROGRAM, str(tmp_path / "two"), environment=environment) as ask:
            told = ask("look")
            assert (told["checked"], told["large"]) == ([said], True)


def test_a_test_picture_goes_with_its_beamer(tmp_path: Path) -> None:
    with laptop_and_beamer() as environment, spoken_to(PROGRAM, str(tmp_path), environment=environment) as ask:
        assert ask("check")["testing"]
        unplug(environment, "BEAMER")
        ask("look")
        told = ask("look")
        assert (told["testing"], told["visible"], told["screens"]) == (False, False, ["LAPTOP"])
        plug(environment, *BEAMER)
        told = ask("look")
        assert (told["testing"], told["visible"], told["paper_on"]) == (False, False, [])
