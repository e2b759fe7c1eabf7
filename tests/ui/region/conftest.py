"""The main window at the agreements of the region, with a model of two chapters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from facilitator.content.library import Library
from facilitator.core.model_agreement import Chapter, ModelAgreement, Paragraph, Term
from facilitator.core.vocabulary import AgreementKind, AgreementLevel
from facilitator.ui.destinations import REGION
from facilitator.ui.main_window import MainWindow
from facilitator.ui.region.own_page import OwnPage
from facilitator.ui.region.region import Region
from facilitator.ui.region.start_page import RegionPage
from tests.ui.desk import Desk, in_sight

CALL = Paragraph(
    "bellen",
    "Bellen",
    "Bel binnen {termijn}.",
    AgreementKind.WORKING,
    AgreementLevel.WORK,
    terms=(Term("termijn", "Hoe snel?", "in uren"),),
    why="Omdat het helpt.",
)
TALK = Paragraph("praten", "Praten", "Praat met elkaar.", AgreementKind.WORKING, AgreementLevel.WORK)
MODEL = ModelAgreement(
    "model",
    "Samen",
    "Waar het over gaat.",
    (Chapter("een", "Eerst", "Doel", (CALL,)), Chapter("twee", "Dan", "Doel", (TALK,))),
    (),
    date(2026, 1, 2),
)


@pytest.fixture
def models() -> list[ModelAgreement]:
    """The models that come with the program."""
    return [MODEL]


@pytest.fixture
def made(empty_desk: Desk) -> Desk:
    """A store on disk, with nothing in it."""
    return empty_desk


@pytest.fixture
def window(made: Desk, models: list[ModelAgreement], qtbot: QtBot) -> MainWindow:
    """The main window, at the region."""
    services = replace(made.services, library=lambda: Library((), (), (), models=tuple(models)))
    window = in_sight(qtbot, MainWindow(services))
    window.go(REGION)
    page = window.stack.currentWidget()
    assert isinstance(page, RegionPage)
    qtbot.waitUntil(lambda: page.model.count() > 0)
    return window


@pytest.fixture
def region(window: MainWindow) -> Region:
    """What is behind the page."""
    found = window.findChild(Region)
    assert found is not None
    return found


@pytest.fixture
def page(window: MainWindow, region: Region, qtbot: QtBot) -> OwnPage:
    """The page of a municipality that just began."""
    region.page.name.setText("Dorp")
    region.page.begin.click()
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), OwnPage))
    page = window.stack.currentWidget()
    assert isinstance(page, OwnPage)
    return page
