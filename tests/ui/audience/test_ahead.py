"""Pictures of a case are laid out beside the windows, before a key asks for them."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from facilitator.core.audience import AudienceView
from facilitator.core.disclosure import Disclosed
from facilitator.core.events import CaseScene
from facilitator.pictures import Drawing, Measure, PictureKind, Room
from facilitator.pictures import case_pages as really
from facilitator.ui import theme
from facilitator.ui.audience import picture
from facilitator.ui.audience.prints import Prints
from facilitator.ui.audience.window import AudienceWindow
from facilitator.ui.pictures import ahead
from tests.ui.audience.test_drawn import shown


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[threading.Thread, float]]]:
    """In which threads pages were laid out, and how soon others had their turn meanwhile."""
    done: list[tuple[threading.Thread, float]] = []

    def case_pages(kind: PictureKind, known: Disclosed, measure: Measure, room: Room) -> tuple[Drawing, ...]:
        done.append((threading.current_thread(), sys.getswitchinterval()))
        return really(kind, known, measure, room)

    monkeypatch.setattr(ahead, "case_pages", case_pages)
    ahead.pages_ahead.cache_clear()
    picture._composed.cache_clear()
    yield done
    ahead.pages_ahead.cache_clear()


@pytest.fixture
def window(qtbot: QtBot) -> AudienceWindow:
    made = AudienceWindow(theme.current())
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    return made


def genogram() -> AudienceView:
    return shown("stil-in-de-klas", 0, CaseScene.GENOGRAM)


def test_a_picture_that_may_come_is_laid_out_in_another_thread_and_printed(
    qtbot: QtBot,
    window: AudienceWindow,
    laid_out: list[tuple[threading.Thread, float]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[AudienceView] = []
    really_make = Prints._make

    def make(self: Prints, view: AudienceView, *rest: Any) -> QPixmap:
        made.append(view)
        return really_make(self, view, *rest)

    monkeypatch.setattr(Prints, "_make", make)
    usual = sys.getswitchinterval()
    view = genogram()
    assert view.bar is not None
    assert view.bar.since is not None
    window.set_now(view.bar.since)
    window.prepare(view)
    qtbot.waitUntil(lambda: view in made, timeout=5_000)
    assert [thread is threading.main_thread() for thread, _soon in laid_out] == [False]
    assert [soon for _thread, soon in laid_out] == [pytest.approx(ahead.SOON)]
    assert sys.getswitchinterval() == pytest.approx(usual)
    made.clear()
    window.show_view(view)
    window.repaint()
    assert (made, len(laid_out)) == ([], 1)


def test_a_picture_nobody_prepared_is_waited_for(
    window: AudienceWindow, laid_out: list[tuple[threading.Thread, float]]
) -> None:
    window.show_view(genogram())
    assert window.page_count >= 1
    assert len(laid_out) == 1


def test_a_hidden_window_makes_nothing_ready(
    qtbot: QtBot, window: AudienceWindow, laid_out: list[tuple[threading.Thread, float]]
) -> None:
    window.hide_now()
    window.prepare(genogram())
    qtbot.wait(100)
    assert laid_out == []


def test_what_was_made_ready_is_made_ready_again_in_another_minute(
    qtbot: QtBot, window: AudienceWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = genogram()
    assert view.bar is not None
    assert view.bar.since is not None
    window.set_now(view.bar.since)
    window.show_view(replace(view, picture=CaseScene.NETWORK))
    window.prepare(view)
    qtbot.waitUntil(lambda: not window._wanted, timeout=5_000)
    later = view.bar.since + timedelta(minutes=3)
    window.set_now(later)
    qtbot.waitUntil(lambda: not window._wanted, timeout=5_000)
    made: list[object] = []
    monkeypatch.setattr(Prints, "_make", lambda *what: made.append(what))
    window.show_view(view)
    window._print(view, later, 0)
    assert made == []
