"""Views to paint, and a way to paint them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from facilitator.core.audience import AudienceView, Scene, ShownAgreement, ShownLookBack, Tally, TimeBar
from facilitator.core.card import Verdict as ClaimVerdict
from facilitator.core.card_view import SeenAnswer, SeenCard, SeenClaim, SeenFigure
from facilitator.core.case_view import ShownAnswer, ShownDecision, ShownPoint, ShownWeighing
from facilitator.core.casus import Phase
from facilitator.core.script import Form
from facilitator.core.vocabulary import Status
from facilitator.core.weighing import QUESTIONS, SHORT, Outcome, Verdict
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
def look_back_view() -> AudienceView:
    shown = ShownLookBack(
        "Vast contactpersoon doorgeven aan school en huisarts",
        date(2026, 9, 8),
        "Veilig Thuis",
        ("Basisschool De Linde", "Huisarts"),
        date(2026, 11, 1),
        "elke maand",
        Status.HANDED_OVER,
        "de collega die het deed werkt nu elders",
        "de aandachtsfunctionaris",
        late=True,
        carried=True,
        number=3,
        total=12,
    )
    bar = TimeBar((10, 15, 20, 20, 15, 10), 1, 0.0, NOW)
    return AudienceView(Scene.LOOK_BACK, Form.HET_GESPREK, "Wijk Noord", look_back=shown, bar=bar)


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
def case_view(page_view: AudienceView) -> AudienceView:
    """A moment of a case, which the group would put further than the story does."""
    return replace(
        page_view,
        form=Form.LEERBIJEENKOMST,
        case_title="Stil in de klas",
        title="Twee weken later",
        text="De leerkracht ziet dat Sem (8) schrikt van harde stemmen.",
        page=1,
        pages=4,
        answers=(),
        decision=ShownDecision(Phase.DIRECT_SAFETY, 2, Phase.STABLE_SAFETY, 4, "Wachten maakt het niet veiliger."),
    )


@pytest.fixture
def point_view(case_view: AudienceView, page_view: AudienceView) -> AudienceView:
    point = ShownPoint("Niemand belde terug.", page_view.answers)
    return replace(case_view, scene=Scene.TURNING_POINT, text="", point=point)


@pytest.fixture
def decision_view(case_view: AudienceView) -> AudienceView:
    return replace(case_view, scene=Scene.DECISION, text="")


@pytest.fixture
def weighing_view(case_view: AudienceView) -> AudienceView:
    """The second weighing question, said yes to."""
    weighing = ShownWeighing(
        2, QUESTIONS[2], SHORT[2], Verdict.YES, "Het houdt niet op.", ((1, Verdict.YES),), Outcome.REPORT_UNSAFE
    )
    return replace(case_view, scene=Scene.WEIGHING, text="", weighing=weighing)


@pytest.fixture
def scale_view(page_view: AudienceView) -> AudienceView:
    """Marks of now beside those of an earlier step, with words at both ends."""
    counts = ((0, 3), (0, 4), (1, 2), (0, 0), (2, 1), (3, 1), (5, 0), (2, 0), (0, 0), (1, 0))
    tally = tuple(Tally(str(mark), now, before) for mark, (now, before) in enumerate(counts, 1))
    return replace(page_view, text="", answers=(), tally=tally, scale=("niet zeker", "heel zeker"), compared=True)


@pytest.fixture
def card_view(page_view: AudienceView) -> AudienceView:
    figure = SeenFigure("90.000 kinderen", 2017, "Schatting van het aantal kinderen.", "CBS, Impactmonitor", dated=True)
    card = SeenCard("Meer dan slaan.", ("Bel **112** bij gevaar.", "Schrijf op\nwat je zag."), (figure,))
    return AudienceView(Scene.CARD, page_view.form, page_view.place, title="Vormen", card=card, bar=page_view.bar)


@pytest.fixture
def claim_view(card_view: AudienceView) -> AudienceView:
    claim = SeenClaim((12, 3, 0))
    return replace(card_view, scene=Scene.CLAIM, title="Kinderen merken er niets van.", card=None, claim=claim)


@pytest.fixture
def revealed_view(card_view: AudienceView, claim_view: AudienceView) -> AudienceView:
    figures = () if card_view.card is None else card_view.card.figures
    says, strong = "Zij merken het vaak wel.", "Sterk: er is veel onderzoek."
    answer = SeenAnswer(ClaimVerdict.PARTLY, says, strong, "‘Zij merken veel.’", figures, ("Movisie",))
    return replace(claim_view, claim=SeenClaim((12, 3, 0), answer))


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
