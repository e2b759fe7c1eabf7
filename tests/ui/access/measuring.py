"""Contrast, measured on the pixels that are on the screen.

Where text stands and in which colour it was meant comes from painting a widget once more as SVG, in which every piece
of text is an element. What counts is then read from the picture of the window at that place: the ground is the colour
that most of it has, the text the pixel nearest to what was meant.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from xml.etree import ElementTree as ET

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QRegion, QTransform
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QTabBar,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

LARGE_PT, LARGE_BOLD_PT = 18.0, 14.0
"""From these sizes on text is large as WCAG 2.1 has it."""
POINTS_PER_PIXEL = 0.75
"""At 96 dots an inch, which is what the drawing is made at."""
TEXT, LARGE_TEXT, SHAPE = 4.5, 3.0, 3.0
_FRAME = QWidget.RenderFlag(0)  # without the ground of the window, and without the children


@dataclass(frozen=True)
class Run:
    """A piece of text that a widget paints: where (in the widget), in which colour and letter."""

    text: str
    rect: QRectF
    colour: QColor
    points: float
    weight: int

    @property
    def least(self) -> float:
        """The contrast that it must have."""
        large = self.points >= LARGE_PT or (self.points >= LARGE_BOLD_PT and self.weight >= QFont.Weight.Bold)
        return LARGE_TEXT if large else TEXT


@lru_cache(maxsize=4096)
def luminance(colour: int) -> float:
    """Relative luminance of 0xRRGGBB, as WCAG 2.1 defines it."""
    parts = ((colour >> shift & 255) / 255 for shift in (16, 8, 0))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: int, other: int) -> float:
    """The contrast between two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pixels(image: QImage, place: QRect) -> list[int]:
    """Colours in a part of a picture, row by row, as 0xRRGGBB."""
    part = image.copy(place).convertToFormat(QImage.Format.Format_RGB32)
    return [value & 0xFFFFFF for value in memoryview(part.constBits()).cast("B").cast("I")]


def changes(before: QImage, after: QImage) -> Iterator[tuple[int, float]]:
    """How many pixels became another colour, and the contrast between the two, for each such pair of colours."""
    was, is_ = (image.convertToFormat(QImage.Format.Format_RGB32) for image in (before, after))
    rows = zip(_rows(was), _rows(is_), strict=True)
    # Most rows are the same, which is told much faster than pixel by pixel.
    pairs = Counter(pair for row, now in rows if row != now for pair in _pairs(row, now))
    yield from ((count, ratio(one & 0xFFFFFF, other & 0xFFFFFF)) for (one, other), count in pairs.items())


def _rows(image: QImage) -> Iterator[bytes]:
    data, length = bytes(image.constBits()), image.bytesPerLine()
    return (data[start : start + length] for start in range(0, len(data), length))


def _pairs(row: bytes, now: bytes) -> Iterator[tuple[int, int]]:
    pairs = zip(memoryview(row).cast("I"), memoryview(now).cast("I"), strict=True)
    return (pair for pair in pairs if pair[0] != pair[1])


# ---- text


def svg_of(widget: QWidget) -> str:
    """What a widget paints itself, as SVG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QSvgGenerator()
    made.setOutputDevice(buffer)
    made.setResolution(96)
    made.setSize(widget.size())
    painter = QPainter(made)
    widget.render(painter, QPoint(), QRegion(), _FRAME)
    painter.end()
    return bytes(buffer.data().data()).decode()


def runs_in(svg: str) -> Iterator[Run]:
    """Every piece of text in a drawing."""
    if "<text" not in svg:
        return
    for group in ET.fromstring(svg).iter():  # noqa: S314  our own drawing
        numbers = [float(n) for n in re.findall(r"-?[\d.]+(?:e-?\d+)?", group.get("transform", ""))]
        for text in group:
            words = (text.text or "").replace("\u200b", "").strip()
            if text.tag.endswith("}text") and words and len(numbers) == 6:
                yield _run(text, text.text or "", QTransform(*numbers))


def _run(text: ET.Element, words: str, placed: QTransform) -> Run:
    points, weight = float(text.get("font-size", "0")) * POINTS_PER_PIXEL, int(text.get("font-weight", "400"))
    font = QFont([name.strip("' ") for name in text.get("font-family", "").split(",")])
    font.setPointSizeF(points)
    font.setWeight(QFont.Weight(weight))
    metrics = QFontMetricsF(font)
    x, y = float(text.get("x", "0")), float(text.get("y", "0"))
    rect = QRectF(x, y - metrics.ascent(), metrics.horizontalAdvance(words), metrics.height())
    return Run(words.strip(), placed.mapRect(rect), QColor(text.get("fill", "")), points, weight)


def visible(window: QWidget) -> Iterator[QWidget]:
    """The window and everything in it that can be seen."""
    yield window
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.window() is window and not widget.visibleRegion().isEmpty():
            yield widget


def texts(window: QWidget) -> Iterator[tuple[QWidget, Run, QRect]]:
    """Every piece of text in sight of what can be used: its widget, itself, and its place in the window."""
    for widget in visible(window):
        if not widget.isEnabled():
            continue
        seen = widget.visibleRegion().boundingRect()
        for run in runs_in(svg_of(widget)):
            rect = run.rect.toAlignedRect()
            part = rect.intersected(seen)
            if part.width() * part.height() < 0.6 * rect.width() * rect.height():
                continue  # scrolled away
            if window.childAt(widget.mapTo(window, part.center())) not in {widget, None}:
                continue  # beneath a panel
            yield widget, run, QRect(widget.mapTo(window, part.topLeft()), part.size())


def contrast_of(image: QImage, run: Run, place: QRect) -> float:
    """The contrast of a piece of text, on the picture of its window."""
    found = Counter(pixels(image, place))
    ground = found.most_common(1)[0][0]
    meant = run.colour

    def distance(colour: int) -> int:
        red, green, blue = colour >> 16 & 255, colour >> 8 & 255, colour & 255
        return abs(red - meant.red()) + abs(green - meant.green()) + abs(blue - meant.blue())

    return ratio(min(found, key=distance), ground)


def faint_texts(window: QWidget, at_least: int = 1) -> list[str]:
    """Text in a window that has too little contrast, with what it has. With fewer pieces of text than that it says so.

    What is selected in a field is painted over once more in other colours: `faint_selection` is about those.
    """
    for field in window.findChildren(QLineEdit):
        field.deselect()
    image = window.grab().toImage()
    seen = list(texts(window))
    found = [] if len(seen) >= at_least else [f"{len(seen)} pieces of text"]
    for widget, run, place in seen:
        has = contrast_of(image, run, place)
        if has < run.least - 0.005:
            found.append(f"{type(widget).__name__} {run.text!r} {run.colour.name()}: {has:.2f}")
    return found


def faint_selection() -> list[str]:
    """The colours of what is selected in a field, where they cannot be told apart well enough."""
    palette = QApplication.palette()
    ink, ground = palette.highlightedText().color(), palette.highlight().color()
    has = ratio(ink.rgb(), ground.rgb())
    return [] if has >= TEXT else [f"selected {ink.name()} on {ground.name()}: {has:.2f}"]


def is_covered(widget: QWidget, window: QWidget) -> bool:
    """Whether something else lies over the middle of a widget, such as a panel."""
    there = window.childAt(widget.mapTo(window, widget.rect().center()))
    return there is not None and there is not widget and not widget.isAncestorOf(there)


# ---- edges, pictures and the ring of the keyboard


def _is_field(widget: QWidget) -> bool:
    if isinstance(widget, QTextBrowser) or isinstance(widget.parent(), QComboBox | QAbstractSpinBox):
        return False
    return isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit | QComboBox | QAbstractSpinBox)


def _box(widget: QWidget) -> QRect | None:
    """What must stand out from what is around it: a field, or the box of a tick."""
    if isinstance(widget, QCheckBox | QRadioButton):
        option = QStyleOptionButton()
        option.initFrom(widget)
        part = QStyle.SubElement.SE_CheckBoxIndicator
        if isinstance(widget, QRadioButton):
            part = QStyle.SubElement.SE_RadioButtonIndicator
        return widget.style().subElementRect(part, option, widget)
    return widget.rect() if _is_field(widget) else None


def faint_edges(window: QWidget) -> list[str]:
    """Fields, boxes and pictures that do not stand out."""
    image = window.grab().toImage()
    found = []
    for widget in visible(window):
        if not widget.isEnabled() or widget.visibleRegion().boundingRect() != widget.rect():
            continue
        if is_covered(widget, window):
            continue
        box = _box(widget)
        if box is not None:
            line = QRect(widget.mapTo(window, QPoint(box.left() - 2, box.center().y())), QSize(7, 1))
            row = pixels(image, line)
            if max(ratio(row[0], colour) for colour in row[1:]) < SHAPE:
                found.append(f"edge of {type(widget).__name__} {widget.accessibleName()!r}")
        if isinstance(widget, QAbstractButton) and not widget.icon().isNull() and not widget.text():
            place = QRect(widget.mapTo(window, QPoint(4, 4)), widget.size()).adjusted(0, 0, -8, -8)
            inside = Counter(pixels(image, place))
            ground = inside.most_common(1)[0][0]
            if max(ratio(ground, colour) for colour in inside) < SHAPE:
                found.append(f"picture of {widget.accessibleName()!r}")
    return found


def takes_tab(widget: QWidget) -> bool:
    """Whether Tab stops at a widget."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled() and widget.focusProxy() is None


def faint_rings(window: QWidget) -> list[str]:
    """Controls on which it can hardly be seen that they have the keyboard."""
    found = []
    for widget in visible(window):
        whole = widget.visibleRegion().boundingRect() == widget.rect()
        if not takes_tab(widget) or widget is window or not whole or is_covered(widget, window):
            continue
        place = QRect(widget.mapTo(window, QPoint(-3, -3)), widget.size()).adjusted(0, 0, 6, 6)
        window.setFocus()
        widget.clearFocus()
        before = window.grab(place).toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        changed = sum(count for count, has in changes(before, window.grab(place).toImage()) if has >= SHAPE)
        wide = widget.tabRect(widget.currentIndex()).width() if isinstance(widget, QTabBar) else widget.width()
        if changed < wide:
            found.append(f"ring of {type(widget).__name__} {widget.accessibleName()!r}: {changed} pixels")
    return found
