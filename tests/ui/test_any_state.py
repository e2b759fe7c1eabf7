"""Displays that come and go in every state of a session: the room's window fails closed, whatever is going on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.ui.programs.states import STATES, State
from tests.virtual_displays import BEAMER, LAPTOP, Ask, laptop_and_beamer, plug, spoken_to, unplug

PROGRAM = Path(__file__).with_name("programs") / "any_state.py"
ELSEWHERE = "BEAMER", "1024/271x768/203+1366+200"
Told = dict[str, Any]


@pytest.fixture(scope="module")
def x_server() -> Iterator[dict[str, str]]:
    """A virtual X server with a laptop and a beamer as two monitors."""
    with laptop_and_beamer() as environment:
        yield environment


@pytest.fixture(scope="module")
def program(x_server: dict[str, str]) -> Iterator[Ask]:
    """One program for all states, as one laptop has many sessions."""
    with spoken_to(PROGRAM, environment=x_server) as ask:
        yield ask


@pytest.fixture(params=STATES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def begun(program: Ask, x_server: dict[str, str], name: str) -> Iterator[Told]:
    """What there is to see in a state, the room's window on the beamer; afterwards both displays are there again."""
    told = program(f"begin {name}")
    assert (told["visible"], told["geometry"]) == (True, [1366, 0, 1920, 1080])
    assert told["painted"] == ([] if told["scene"] == "black" else ["BEAMER"])
    assert (told["others_on"], told["open"]) == (["LAPTOP"], STATES[name].open)
    yield told
    unplug(x_server, "BEAMER")
    program("wait LAPTOP+0+0")
    plug(x_server, *BEAMER)
    program("wait BEAMER+1366+0 LAPTOP+0+0")


def test_it_fails_closed_in_every_state(program: Ask, x_server: dict[str, str], name: str, begun: Told) -> None:
    state: State = STATES[name]
    unplug(x_server, "BEAMER")
    told = program("wait LAPTOP+0+0")
    assert told["at_signal"] == [False]  # gone before anything else hears of it
    assert (told["visible"], told["painted"], told["testing"]) == (False, [], False)
    assert (told["screen"], told["where"], told["others_on"]) == ("neutral", "no second screen", ["LAPTOP"])
    assert "The room's display is gone" in told["said"]

    plug(x_server, *ELSEWHERE)
    told = program("wait BEAMER+1366+200 LAPTOP+0+0")
    assert (told["visible"], told["scene"], told["others_on"]) == (state.awaited, "neutral", ["LAPTOP"])
    if state.awaited:
        assert (told["painted"], told["geometry"]) == (["BEAMER"], [1366, 200, 1024, 768])
        assert "F7" in told["said"]
    told = program("press F7")
    assert told["scene"] == (state.confirmed or begun["scene"])

    unplug(x_server, "LAPTOP")  # a lid that is closed; the X server puts its whole surface in the place of the display
    told = program("wait BEAMER+1366+200 screen+0+0")
    assert told["at_signal"] == [False]
    assert not told["visible"]
    plug(x_server, *LAPTOP, "screen")
    told = program("wait BEAMER+1366+200 LAPTOP+0+0")
    assert (told["visible"], told["room"]) == (False, "BEAMER")
