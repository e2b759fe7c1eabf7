"""Leading a session with a screen reader: what it is told over AT-SPI, from end to end, by the real program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.screen_reader import Reader, session_bus
from tests.virtual_displays import Ask, laptop_and_beamer, spoken_to

PROGRAM = Path(__file__).with_name("programs") / "leading.py"
SILENT = {
    "filler",
    "panel",
    "layered pane",
    "frame",
    "grip",
    "splitter",
    "scroll pane",
    "label",
    "column header",
    "scroll bar",
}
"""Roles of things that only hold others, or that are their own text."""


@pytest.fixture
def listening(tmp_path: Path) -> Iterator[tuple[Reader, Ask]]:
    """A session on the console, with somebody who listens."""
    home, runtime = tmp_path / "home", tmp_path / "run"
    home.mkdir()
    runtime.mkdir(mode=0o700)
    with session_bus(runtime) as bus, laptop_and_beamer() as displays:
        reader = Reader(bus)
        with spoken_to(PROGRAM, str(home), environment={**bus, **displays}) as ask:
            ask("look")
            yield reader, ask
        reader.close()


def test_a_session_can_be_led_by_ear(listening: tuple[Reader, Ask]) -> None:
    reader, ask = listening
    ask("press PageDown")
    assert "Stap 1 van" in reader.hear(lambda words: words.startswith("Stap "))
    ask("press F11")
    ask("press F5")
    assert reader.hear(lambda words: "zwart" in words) == "Het scherm van de zaal is zwart."
    ask("press PageDown")
    ask("enter Bel de buren?")
    ask("press F8")
    assert reader.hear(lambda words: "Bel de buren?" in words) == "Op het scherm: Bel de buren?"
    reader.press(reader.find("push button", "Bevriezen"))
    assert reader.hear(lambda words: "bevroren" in words) == "Het scherm van de zaal is bevroren."
    assert ask("look")["screen"] == "frozen"


def test_what_can_be_used_has_a_name_and_says_its_key(listening: tuple[Reader, Ask]) -> None:
    reader, ask = listening
    ask("press PageDown")
    found = [(reader.role(at), reader.name(at)) for at in reader.everything() if reader.is_showing(at)]
    assert len(found) > 60
    assert [role for role, name in found if not name and role not in SILENT] == []
    field = reader.find("text", "Antwoord")
    ask("look")
    assert reader.text(field) == ""
    assert "F5" in reader.description(reader.find("push button", "Zwart"))
