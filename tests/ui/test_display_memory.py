"""What is remembered of displays, and that a damaged memory is none."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import pytest

from facilitator.ui.display_memory import MOST, DisplayId, DisplayMemory, Known, load, save

BEAMER = DisplayId("Epson", "EB-L200", "X1", "HDMI-1")
AT = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)


def named(name: str) -> DisplayId:
    return DisplayId("", "", "", name)


def test_a_display_is_known_by_what_it_tells_of_itself() -> None:
    assert BEAMER.same(DisplayId("Epson", "EB-L200", "X1", "DP-2"))
    assert not BEAMER.same(DisplayId("Epson", "EB-L200", "X2", "HDMI-1"))
    assert named("BEAMER").same(named("BEAMER"))
    assert not named("BEAMER").same(DisplayId("Epson", "", "", "BEAMER"))


@pytest.mark.parametrize("room", [None, BEAMER])
def test_what_is_kept_comes_back(tmp_path: Path, room: DisplayId | None) -> None:
    known = (Known(BEAMER, large=True, checked=AT, pixels=(1920, 1080)), Known(named("DP-1")))
    memory = DisplayMemory(room, known)
    save(tmp_path / "display.json", memory)
    assert load(tmp_path / "display.json") == memory


def test_what_an_earlier_version_kept_is_understood(tmp_path: Path) -> None:
    (tmp_path / "display.json").write_text(json.dumps(asdict(BEAMER)), "utf-8")
    assert load(tmp_path / "display.json") == DisplayMemory(BEAMER)


@pytest.mark.parametrize("text", ["", "[]", "{}", "\x00", "3"])
def test_a_damaged_memory_is_no_memory(tmp_path: Path, text: str) -> None:
    (tmp_path / "display.json").write_text(text, "utf-8")
    assert load(tmp_path / "display.json") == load(tmp_path / "none.json") == DisplayMemory()


@pytest.mark.parametrize(
    "known",
    [3, [3], [{}], [{**asdict(BEAMER), "large": True, "checked": "gisteren", "pixels": [1, 2]}], [asdict(named(""))]],
)
def test_what_is_damaged_of_one_display_leaves_which_is_the_rooms(tmp_path: Path, known: object) -> None:
    (tmp_path / "display.json").write_text(json.dumps({**asdict(BEAMER), "known": known}), "utf-8")
    assert load(tmp_path / "display.json") == DisplayMemory(BEAMER)


def test_the_same_display_in_another_socket_is_known() -> None:
    memory = DisplayMemory().knowing(Known(BEAMER, large=True))
    moved = DisplayId("Epson", "EB-L200", "X1", "DP-2")
    assert memory.of(moved).large
    assert len(memory.knowing(Known(moved)).known) == 1
    assert not memory.of(named("DP-2")).large


def test_a_check_is_of_one_size() -> None:
    known = Known(BEAMER, checked=AT, pixels=(1920, 1080))
    assert (known.checked_at((1920, 1080)), known.checked_at((1024, 768))) == (AT, None)


def test_the_oldest_displays_are_forgotten() -> None:
    memory = DisplayMemory()
    for number in range(MOST + 5):
        memory = memory.knowing(Known(named(str(number)), large=True))
    assert len(memory.known) == MOST
    assert (memory.of(named("0")).large, memory.of(named(str(MOST + 4))).large) == (False, True)
