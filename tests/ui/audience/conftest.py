"""Views to paint, and a way to paint them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from facilitator.core.audience import AudienceView, Scene, ShownAgreement, TimeBar
from facilitator.core.case_view import ShownAnswer
from facilitator.core.script import Form
from facilitator.ui.audience.paint import paint_view
from facilitator.ui.theme import Theme

NOW = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
Painted = Callable[..., QImage]


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def page_view() -> AudienceView:
    """The page of the drawing: a question, three answers, the fourth step of six, nine minutes to go."""
    answers = (
        ShownAnswer("Sneller weten of een signaal is opgepakt", "Politie"),
        ShownAnswer("Eén vast gezicht bij Veilig Thuis", "Wijkteam"),
        ShownAnswer("Terugkoppeling, ook als er niets is", "Huisarts"),
    )
    return AudienceView(
        Scene.PAGE,
        Form.HET_GESPREK,
        "Wijk Noord",
        title="Wat kun je en mag je van elkaar verwachten?",
        text="Noem **één ding** dat je van een ander nodig hebt, en één ding dat je zelf kunt bieden.",
        answers=answers,
        bar=TimeBar((10, 15, 20, 20, 15, 10), 3, 11 * 60.0, NOW),
    )


@pytest.fixture
def agreement_view() -> AudienceView:
    agreement = ShownAgreement(
        "Vast contactpersoon doorgeven aan school en huisarts",
        "Veilig Thuis",
        ("Basisschool De Linde", "Huisarts"),
        ("Wijkteam",),
        "na twee weken",
        date(2026, 12, 1),
        "elke maand",
        confirmed=False,
        number=3,
        total=12,
    )
    bar = TimeBar((10, 15, 20, 20, 15, 10), 5, 0.0, NOW)
    return AudienceView(Scene.AGREEMENT, Form.HET_GESPREK, "Wijk Noord", agreement=agreement, bar=bar)


@pytest.fixture
def painted(themed: Theme) -> Painted:
    """Paint a view into a picture of a size in pixels."""

    def paint(view: AudienceView, now: datetime = NOW, size: tuple[int, int] = (960, 540), page: int = 0) -> QImage:
        image = QImage(*size, QImage.Format.Format_RGB32)
        image.fill(0xFF00FF)  # what is not painted shows
        painter = QPainter(image)
        paint_view(painter, QRectF(0, 0, *size), view, now, themed, page)
        painter.end()
        return image

    return paint
