"""A silence before the room: it empties in calm steps, says when it is over, and takes nothing from the question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from facilitator.core.audience import AudienceView, ShownSilence
from facilitator.core.script import Way
from facilitator.ui.audience import phrases
from facilitator.ui.audience.picture import compose
from facilitator.ui.audience.quiet import ROOM, STEP, seconds_left
from facilitator.ui.audience.window import AudienceWindow
from facilitator.ui.theme import Theme
from tests.ui.audience.drawn import drawn

Painted = Callable[..., QImage]


@pytest.fixture
def quiet_view(page_view: AudienceView, now: datetime) -> AudienceView:
    return replace(page_view, answers=(), silence=ShownSilence(now, 2))


@pytest.mark.parametrize(
    ("seconds", "left"), [(-9, 120), (0, 120), (0.5, 120), (5, 115), (59, 65), (119.9, 5), (120, 0), (3600, 0)]
)
def test_it_empties_in_steps_of_some_seconds(now: datetime, seconds: float, left: int) -> None:
    silence = ShownSilence(now, 2)
    assert seconds_left(silence, now + timedelta(seconds=seconds)) == left
    assert seconds_left(None, now) is None


def test_it_says_how_long_it_lasts_and_when_it_is_over() -> None:
    said = {phrases.silence(2, left) for left in range(0, 121, STEP)}
    assert len(said) == 5
    assert phrases.silence(2, 0) != phrases.silence(1, 0)
    assert phrases.silence(2, 0)[1] == ""


def test_nothing_moves_between_two_steps(painted: Painted, quiet_view: AudienceView, now: datetime) -> None:
    at = [painted(quiet_view, now + timedelta(seconds=second)) for second in (11, 12, 14, 16)]
    assert at[0] == at[1] == at[2]
    assert at[2] != at[3]


def test_when_it_is_over_it_stays_as_it_is(painted: Painted, quiet_view: AudienceView, now: datetime) -> None:
    view = replace(quiet_view, bar=None)
    over, later = (painted(view, now + timedelta(seconds=second)) for second in (121, 4000))
    assert over == later
    assert over != painted(view, now)


def test_the_question_stays_and_makes_room(themed: Theme, quiet_view: AudienceView) -> None:
    loud, quiet = (compose(view, 1920, 1080, themed) for view in (replace(quiet_view, silence=None), quiet_view))
    assert drawn(quiet) == drawn(loud)
    assert quiet.sheet.room == loud.sheet.room - ROOM
    assert all(page.height <= quiet.sheet.room for page in quiet.pages)


def test_who_writes_in_silence_is_told_so_once(quiet_view: AudienceView) -> None:
    silent = replace(quiet_view, way=Way.SILENT)
    assert phrases.way(silent) == ""
    assert phrases.way(replace(silent, silence=None))


def test_the_window_is_painted_anew_at_every_step(
    qtbot: QtBot, themed: Theme, quiet_view: AudienceView, now: datetime
) -> None:
    window = AudienceWindow(themed)
    qtbot.addWidget(window)
    window.resize(640, 360)
    window.set_now(now)
    window.show_view(quiet_view)
    first = window.grab().toImage()
    window.set_now(now + timedelta(seconds=3))
    assert window.grab().toImage() == first
    window.set_now(now + timedelta(seconds=8))
    assert window.grab().toImage() != first


def test_beginning_and_ending_it_keeps_the_page(qtbot: QtBot, themed: Theme, quiet_view: AudienceView) -> None:
    window = AudienceWindow(themed)
    qtbot.addWidget(window)
    window.resize(640, 360)
    long = replace(quiet_view, silence=None, text="\n\n".join(["Een hele lange tekst om te lezen."] * 60))
    window.show_view(long)
    window.set_page(1)
    window.show_view(replace(long, silence=quiet_view.silence))
    assert window.page == 1
