"""What is on the screen can be read: contrast on rendered pixels, of every window in every look."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facilitator.core.audience import AudienceView
from facilitator.ui import theme
from facilitator.ui.theme import Variant
from facilitator.ui.widgets import PlainLabel
from tests.ui.access.house import SCENES, House, dress, show
from tests.ui.access.measuring import contrast_of, faint_edges, faint_rings, faint_texts, ratio, runs_in, texts

LEAST_TEXTS = 3
"""A scene with fewer pieces of text was not looked at at all."""


@pytest.mark.parametrize("scene", SCENES)
def test_everything_can_be_read_in_every_look(house: House, scene: str) -> None:
    window = show(house, scene)
    faint = {}
    for variant in Variant:
        dress(house, variant)
        assert len(list(texts(window))) >= LEAST_TEXTS
        faint[variant] = faint_texts(window) + faint_edges(window) + faint_rings(window)
    assert faint == {variant: [] for variant in Variant}


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
