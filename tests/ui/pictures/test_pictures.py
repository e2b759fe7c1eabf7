from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.content.locate import resource
from facilitator.core.disclosure import disclosed
from facilitator.pictures import Drawing, FontMeasure, PictureKind, case_drawing
from facilitator.pictures.drawing import Box, Line, Role, Style
from facilitator.ui import theme
from facilitator.ui.pictures.paint import paint_drawing
from facilitator.ui.pictures.view import PictureView
from tests.shipped import shipped_library

TOKENS = Path(__file__).parents[3] / "resources" / "theme"


@pytest.fixture(scope="module")
def drawing() -> Drawing:
    case = next(case for case in shipped_library().cases if case.id == "stil-in-de-klas")
    return case_drawing(PictureKind.GENOGRAM, disclosed(case, 4), FontMeasure(resource("fonts")))


def _painted(drawing: Drawing, variant: str, size: tuple[int, int]) -> QImage:
    look = theme.read(TOKENS, variant)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(look.paper))
    painter = QPainter(image)
    paint_drawing(painter, QRectF(0, 0, *size), drawing, look)
    painter.end()
    return image


def _colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("variant", theme.Variant)
def test_every_look_paints_in_its_own_colours(drawing: Drawing, variant: str) -> None:
    look = theme.read(TOKENS, variant)
    assert {look.ink, look.danger, look.accent, look.accent_wash, look.paper} <= _colours(
        _painted(drawing, variant, (640, 480))
    )


def test_a_drawing_fills_the_room_it_gets_and_no_more() -> None:
    square = Drawing(100, 100, (Box(0, 0, 100, 100, fill=Role.DANGER, edge=None),), ())
    image = _painted(square, "light", (400, 200))
    danger = theme.read(TOKENS, "light").danger
    assert image.pixelColor(200, 5).name() == image.pixelColor(102, 100).name() == danger
    assert image.pixelColor(95, 100).name() != danger


def test_dashes_have_gaps_and_plain_lines_have_none() -> None:
    lines = (Line(((0, 10), (100, 10)), Style.DASHED, width=4), Line(((0, 30), (100, 30)), width=4))
    image = _painted(Drawing(100, 40, lines, ()), "light", (200, 80))
    ink = theme.read(TOKENS, "light").ink
    dashed, plain = ([image.pixelColor(x, y).name() == ink for x in range(2, 198)] for y in (20, 60))
    assert any(dashed)
    assert not all(dashed)
    assert all(plain)


@pytest.mark.parametrize("weight", [400, 600, 700])
def test_words_on_screen_are_never_wider_than_measured(qapp: QApplication, weight: int) -> None:
    text = "jeugdverpleegkundige Ĳsbrand – VAT To"
    font = QFont(list(theme.current().family))
    font.setWeight(QFont.Weight(weight))
    font.setPixelSize(160)
    measured = FontMeasure(resource("fonts"))(text, 160, weight)  # type: ignore[arg-type]
    assert QFontMetricsF(font).horizontalAdvance(text) <= measured * 1.005


def test_the_view_says_what_it_shows(qtbot: QtBot, drawing: Drawing, shot: Callable[[QWidget, str], None]) -> None:
    view = PictureView()
    qtbot.addWidget(view)
    assert view.sizeHint().isEmpty()
    assert view.heightForWidth(100) == 0
    view.show_drawing("Genogram", drawing)
    view.resize(800, 600)
    view.show()
    assert view.accessibleName() == "Genogram"
    assert all(said in view.accessibleDescription() for said in drawing.alternative)
    assert view.drawing is drawing
    assert 0 < view.heightForWidth(200) < view.heightForWidth(400)
    look = theme.current()
    assert look.danger in _colours(view.grab().toImage())
    shot(view, "picture-view")
    view.show_drawing("Genogram", None)
    assert view.accessibleDescription() == ""
    assert look.danger not in _colours(view.grab().toImage())
