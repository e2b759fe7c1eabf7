"""A paper that notes every run of text that is painted on it, by whatever code, with the place of its words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPaintDevice, QPaintEngine, QPaintEngineState, QPainter, QTextItem

from facilitator.core.audience import AudienceView
from facilitator.ui import theme
from facilitator.ui.audience.paint import paint_view
from facilitator.ui.audience.picture import compose

_Metric = QPaintDevice.PaintDeviceMetric


@dataclass(frozen=True, slots=True)
class Run:
    """Words that were painted in one go; `place` in pixels of the paper.

    `start` is where their line begins, `scale` how much larger than their font they are.
    """

    text: str
    place: QRectF
    start: QPointF
    scale: float
    font: QFont
    colour: QColor


class _Engine(QPaintEngine):
    """Takes every way to paint, and keeps the words."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.runs: list[Run] = []

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, _state: QPaintEngineState) -> None:  # noqa: N802  Qt's name
        """The painter is asked itself: it knows where a control lies in its window, too."""

    def drawTextItem(self, at: Any, item: QTextItem) -> None:  # noqa: N802  Qt's name; a QPointF
        painter = self.painter()
        to_paper = painter.deviceTransform()
        high = item.ascent() + item.descent()
        place = to_paper.mapRect(QRectF(at.x(), at.y() - item.ascent(), item.width(), high))
        look = QFont(item.font()), QColor(painter.pen().color())
        self.runs.append(Run(item.text(), place, to_paper.map(QPointF(at)), to_paper.m11(), *look))

    def _nothing(self, *_what: Any) -> None:
        """Shapes are not words."""

    drawPixmap = drawPolygon = drawEllipse = drawPath = drawRects = drawLines = _nothing  # noqa: N815  Qt's names


class Paper(QPaintDevice):
    """A paper of so many pixels."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._size = {_Metric.PdmWidth: width, _Metric.PdmHeight: height, _Metric.PdmDepth: 32}
        self._size[_Metric.PdmDevicePixelRatioScaled] = 0x10000  # Qt's way to write 1.0
        self._engine = _Engine()

    @property
    def runs(self) -> list[Run]:
        """What was painted on it."""
        return self._engine.runs

    def paintEngine(self) -> QPaintEngine:  # noqa: N802  Qt's name
        return self._engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        dots = {_Metric.PdmDpiX, _Metric.PdmDpiY, _Metric.PdmPhysicalDpiX, _Metric.PdmPhysicalDpiY}
        return 96 if metric in dots else self._size.get(metric, 1)


def runs_of(view: AudienceView, now: datetime, size: tuple[int, int], *, large: bool = False) -> list[list[Run]]:
    """What is painted of a view, page by page."""
    look = theme.current()
    pages = len(compose(view, *size, look, large=large).pages)
    painted = []
    for page in range(pages):
        paper = Paper(*size)
        painter = QPainter(paper)
        paint_view(painter, QRectF(0, 0, *size), view, now, look, page, large=large)
        painter.end()
        painted.append(paper.runs)
    return painted
