"""What the room sees can be read, and contrast that is too little is told. Our own windows: `test_using`."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facilitator.core.audience import AudienceView, audience_view
from facilitator.ui import theme
from facilitator.ui.audience.paint import paint_view
from facilitator.ui.widgets import PlainLabel
from tests.ui.access.house import CLOCK as NOW
from tests.ui.access.house import example
from tests.ui.access.measuring import (
    contrast_of,
    faint_edges,
    faint_rings,
    faint_texts,
    ratio,
    runs_in,
)

ROOM_VIEWS = 25
"""So many of the views of an example session are looked at."""


def _svg_of(view: AudienceView, size: QSize, look: theme.Theme) -> str:
    """What the room sees, as SVG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QSvgGenerator()
    made.setOutputDevice(buffer)
    made.setResolution(96)
    made.setSize(size)
    painter = QPainter(made)
    paint_view(painter, QRectF(0, 0, size.width(), size.height()), view, NOW, look)
    painter.end()
    return bytes(buffer.data().data()).decode()


@pytest.mark.parametrize("name", ["voorbeeldsessie", "leerbijeenkomst"])
def test_the_room_can_read_all_it_is_shown(name: str, themed: theme.Theme) -> None:
    size, look, seen = QSize(1920, 1080), theme.room(), 0
    views = dict.fromkeys(audience_view(session) for _event, session in example(name))
    for view in [*views][:: max(1, len(views) // ROOM_VIEWS)]:
        image = QImage(size, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        paint_view(painter, QRectF(0, 0, size.width(), size.height()), view, NOW, look)
        painter.end()
        for run in runs_in(_svg_of(view, size, look)):
            seen += 1
            has = contrast_of(image, run, run.rect.toAlignedRect().intersected(image.rect()))
            assert has >= run.least, f"{run.text!r} {run.colour.name()}: {has:.2f} in {view.scene}"
    assert seen > 3 * ROOM_VIEWS


# ---- that it would be seen


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert ratio(0x000000, 0xFFFFFF) == pytest.approx(21)
    assert ratio(0x777777, 0xFFFFFF) == pytest.approx(4.48, abs=0.01)


@pytest.fixture
def planted(qtbot: QtBot) -> Callable[..., QWidget]:
    """A window with one widget in it, in a bad colour."""

    def plant(widget: QWidget, sheet: str) -> QWidget:
        window = QWidget()
        window.setStyleSheet(f"QWidget {{ background: #ffffff; }} {sheet}")
        column = QVBoxLayout(window)
        column.setContentsMargins(20, 20, 20, 20)
        column.addWidget(widget)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        return window

    return plant


def test_a_faint_text_is_seen(planted: Callable[..., QWidget]) -> None:
    bad = planted(PlainLabel("Let op de kinderen"), "QLabel { color: #8f8f8f; }")
    assert faint_texts(bad) == ["PlainLabel 'Let op de kinderen' #8f8f8f: 3.23"]


def test_a_window_without_text_is_told(planted: Callable[..., QWidget]) -> None:
    assert faint_texts(planted(PlainLabel(""), ""), at_least=2) == ["0 pieces of text"]


def test_a_text_that_is_just_dark_enough_passes(planted: Callable[..., QWidget]) -> None:
    good = planted(PlainLabel("Let op de kinderen"), "QLabel { color: #767676; }")
    assert faint_texts(good) == []


def test_the_ground_under_the_letters_counts(planted: Callable[..., QWidget]) -> None:
    bad = planted(QPushButton("Verder"), "QPushButton { color: #1d2b2f; background: #53707a; }")
    assert len(faint_texts(bad)) == 1


def test_a_faint_field_is_seen(planted: Callable[..., QWidget]) -> None:
    field = "QLineEdit { border: 1px solid #cccccc; background: #ffffff; }"
    assert faint_edges(planted(QLineEdit(), field)) == ["edge of QLineEdit ''"]


def test_a_faint_tick_is_seen(planted: Callable[..., QWidget]) -> None:
    box = "QCheckBox::indicator { border: 1px solid #cccccc; background: #ffffff; }"
    assert faint_edges(planted(QCheckBox("Ja"), box)) == ["edge of QCheckBox ''"]


def test_a_ring_that_cannot_be_seen_is_told(planted: Callable[..., QWidget]) -> None:
    same = "QPushButton, QPushButton:focus { border: 1px solid #777777; background: #ffffff; outline: none; }"
    assert faint_rings(planted(QPushButton("Verder"), same)) == ["ring of QPushButton '': 0 pixels"]
