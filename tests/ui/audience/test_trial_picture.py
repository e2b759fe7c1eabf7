"""The test picture: every line is one of the display's own pixels, and it says nothing of a session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from pytestqt.qtbot import QtBot

from facilitator.core.audience import AudienceView, Scene
from facilitator.ui.audience.thumbnail import Thumbnail
from facilitator.ui.audience.trial import FAINT, STEPS, paint_trial
from facilitator.ui.audience.window import AudienceWindow
from facilitator.ui.theme import Theme

SIZES = [(1920, 1080), (1024, 768), (1080, 1920), (3840, 2160), (1280, 720)]
Trial = Callable[..., QImage]


@pytest.fixture
def trial(themed: Theme, page_view: AudienceView) -> Trial:
    """Paint the test picture at a size in pixels."""

    def paint(size: tuple[int, int], view: AudienceView = page_view, *, large: bool = False) -> QImage:
        image = QImage(*size, QImage.Format.Format_RGB32)
        image.fill(0xFF00FF)
        painter = QPainter(image)
        paint_trial(painter, *size, view, themed, large=large)
        painter.end()
        return image

    return paint


def row(image: QImage, y: int, left: int, right: int) -> list[str]:
    return [image.pixelColor(x, y).name() for x in range(left, right)]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_very_last_pixels_are_drawn_and_the_next_ones_are_not(
    trial: Trial, themed: Theme, size: tuple[int, int]
) -> None:
    image, (width, height) = trial(size), size
    middle_x, middle_y = width // 2, height // 2
    edge = [(middle_x, 0), (middle_x, height - 1), (0, middle_y), (width - 1, middle_y)]
    inside = [(middle_x, 1), (middle_x, height - 2), (1, middle_y), (width - 2, middle_y)]
    assert {image.pixelColor(*at).name() for at in edge} == {themed.ink}
    assert {image.pixelColor(*at).name() for at in inside} == {themed.paper}
    corners = [(x, y) for x in (0, width - 1) for y in (0, height - 1)]
    assert {image.pixelColor(*at).name() for at in corners} == {themed.accent}


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_lines_of_one_pixel_are_not_softened(trial: Trial, themed: Theme, size: tuple[int, int], large: bool) -> None:
    image, (width, height) = trial(size, large=large), size
    side = round(150 * min(width / 1920, height / 1080))
    left = round(0.1 * width)
    alternating = [themed.ink, themed.paper] * (side // 2 - 1)
    found = [y for y in range(height) if row(image, y, left, left + len(alternating)) == alternating]
    assert len(found) >= side - 1


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_it_has_every_step_from_black_to_white(trial: Trial, size: tuple[int, int], large: bool) -> None:
    image, (width, height) = trial(size, large=large), size
    left, wide = round(0.1 * width), round(0.8 * width / STEPS)
    steps = [QColor(*[round(255 * number / (STEPS - 1))] * 3).name() for number in range(STEPS)]
    middles = [left + number * wide + wide // 2 for number in range(1, STEPS - 1)]
    bars = [y for y in range(height) if [image.pixelColor(x, y).name() for x in middles] == steps[1:-1]]
    assert len(bars) == round(110 * min(width / 1920, height / 1080))
    dark = {image.pixelColor(x, bars[len(bars) // 2]).lightness() for x in range(left, left + wide)}
    assert len(dark) == len(FAINT) + 1


def test_it_says_no_more_than_the_neutral_slide(trial: Trial, page_view: AudienceView) -> None:
    bare = AudienceView(Scene.NEUTRAL, page_view.form, page_view.place)
    assert trial(SIZES[0]) == trial(SIZES[0], bare)
    assert trial(SIZES[0]) != trial(SIZES[0], replace(bare, place="Zuid"))


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_large_type_is_larger_on_it(trial: Trial, size: tuple[int, int]) -> None:
    assert trial(size) != trial(size, large=True)


@pytest.fixture
def window(qtbot: QtBot, themed: Theme, page_view: AudienceView) -> AudienceWindow:
    window = AudienceWindow(themed)
    qtbot.addWidget(window)
    window.show_view(page_view)
    window.show_on(QGuiApplication.primaryScreen())
    return window


def test_it_lies_over_the_view_and_goes_with_the_window(window: AudienceWindow, trial: Trial) -> None:
    view = window.grab().toImage()
    told: list[bool] = []
    window.test_changed.connect(told.append)
    window.show_test(on=True)
    size = (window.width(), window.height())
    assert window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32) == trial(size)
    window.hide_now()
    assert told == [True, False]
    assert window.grab().toImage() == view


def test_black_stays_black_under_it(window: AudienceWindow, page_view: AudienceView) -> None:
    window.show_test(on=True)
    window.show_view(replace(page_view, scene=Scene.BLACK))
    image = window.grab().toImage()
    assert {image.pixelColor(x, 0).name() for x in range(image.width())} == {"#000000"}


def test_the_small_copy_shows_it_too(qtbot: QtBot, themed: Theme, page_view: AudienceView) -> None:
    thumbnail = Thumbnail(themed)
    qtbot.addWidget(thumbnail)
    thumbnail.show_view(page_view)
    view = thumbnail.grab().toImage()
    thumbnail.set_manner(large=False, testing=True)
    assert thumbnail.grab().toImage() != view
    thumbnail.set_manner(large=False, testing=False)
    assert thumbnail.grab().toImage() == view
