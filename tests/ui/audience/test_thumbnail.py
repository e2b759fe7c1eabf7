"""The small copy shows the room's picture and the room's pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.core.audience import AudienceView, Scene
from facilitator.ui.audience import phrases
from facilitator.ui.audience.thumbnail import Thumbnail
from facilitator.ui.audience.window import AudienceWindow
from facilitator.ui.theme import Theme


@pytest.fixture
def thumbnail(qtbot: QtBot, themed: Theme, now: datetime) -> Thumbnail:
    thumbnail = Thumbnail(themed)
    qtbot.addWidget(thumbnail)
    thumbnail.resize(320, 180)
    thumbnail.set_now(now)
    thumbnail.show()
    return thumbnail


def test_it_shows_what_the_room_sees(
    thumbnail: Thumbnail, page_view: AudienceView, shot: Callable[[QWidget, str], None]
) -> None:
    thumbnail.show_view(page_view)
    shot(thumbnail, "thumbnail")
    bright = thumbnail.grab().toImage()
    thumbnail.show_view(replace(page_view, scene=Scene.BLACK))
    dark = thumbnail.grab().toImage()
    assert bright.pixelColor(160, 90).lightness() > 200 > dark.pixelColor(160, 90).lightness()


def test_it_has_the_pages_of_the_room(qtbot: QtBot, thumbnail: Thumbnail, page_view: AudienceView) -> None:
    many = replace(page_view, answers=page_view.answers * 8)
    window = AudienceWindow(thumbnail._theme)
    qtbot.addWidget(window)
    window.resize(1024, 768)
    thumbnail.set_room(QSize(1024, 768))
    for screen in (window, thumbnail):
        screen.show_view(many)
        screen.turn_page()
    assert (thumbnail.page, thumbnail.page_count) == (window.page, window.page_count)
    assert thumbnail.heightForWidth(320) == 240


def test_it_tells_a_screen_reader_what_it_shows(
    thumbnail: Thumbnail, page_view: AudienceView, agreement_view: AudienceView
) -> None:
    thumbnail.show_view(page_view)
    assert thumbnail.accessibleDescription() == page_view.title
    thumbnail.show_view(agreement_view)
    assert thumbnail.accessibleDescription().startswith("Vast contactpersoon")
    assert thumbnail.accessibleName()


def test_it_shows_and_tells_what_is_asked_at_a_case(
    thumbnail: Thumbnail, point_view: AudienceView, decision_view: AudienceView, weighing_view: AudienceView
) -> None:
    seen = []
    for view in (point_view, decision_view, weighing_view):
        thumbnail.show_view(view)
        assert thumbnail.accessibleDescription() == phrases.headline(view) != ""
        seen.append(thumbnail.grab().toImage())
    assert seen[0] != seen[1] != seen[2] != seen[0]


def test_pages_turn_round(thumbnail: Thumbnail, page_view: AudienceView) -> None:
    told: list[tuple[int, int]] = []
    thumbnail.page_changed.connect(lambda page, count: told.append((page, count)))
    thumbnail.show_view(replace(page_view, answers=page_view.answers * 8))
    thumbnail.turn_page(-1)
    assert told[-1] == (thumbnail.page_count - 1, thumbnail.page_count)
    thumbnail.turn_page()
    assert thumbnail.page == 0
