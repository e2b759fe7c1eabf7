"""The main window at the page of knowledge, with one module of three steps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from facilitator.content.library import Library
from facilitator.core.card import Card
from facilitator.core.script import Answering, Form, Guidance, Option, Question, Script, Step, StepKind
from facilitator.ui.destinations import KNOWLEDGE
from facilitator.ui.knowledge.knowledge import Knowledge
from facilitator.ui.main_window import MainWindow
from tests.ui.desk import Desk, in_sight

ASKED = (
    Question("een", "Wat doe je?", options=(Option("Bellen", "Want ja", right=True), Option("Wachten", "Want nee"))),
    Question("twee", "En dan?", options=(Option("Niets", "Want <b>nee</b>"), Option("Iets", "Want ja", right=True))),
)
STEPS = (
    Step(
        "begin",
        "De drempel",
        StepKind.WELCOME,
        5,
        5,
        "Wat houdt je tegen?",
        guidance=Guidance(say=("Welkom.",)),
        questions=(Question("drempel", "Wat houdt jou tegen?"),),
        answering=Answering.FREE,
    ),
    Step(
        "vragen",
        "Vragen",
        StepKind.KNOWLEDGE,
        10,
        10,
        "Wat doe je?",
        guidance=Guidance(say=("Lees dit.",), do=("Doe dit.",), watch=("Let op.",)),
        questions=ASKED,
        cards=("kaart", "weg"),
    ),
    Step(
        "slot",
        "Het slot",
        StepKind.EVALUATION,
        5,
        5,
        "Wat neem je mee?",
        guidance=Guidance(say=("Dag.",)),
        answering=Answering.FREE,
    ),
)
MODULE = Script("m", "Self-study: proef", Form.ZELFSTUDIE, "Je kunt het.", "Iedereen", 1, 6, STEPS)
LED = replace(MODULE, id="led", title="Balint", form=Form.LEERBIJEENKOMST)
CARD = Card("kaart", "De kaart", ("thema",), "Kort", "Lang", (), date(2026, 1, 2))


@pytest.fixture
def scripts() -> list[Script]:
    """The scripts that come with the program."""
    return [MODULE, LED]


@pytest.fixture
def made(empty_desk: Desk) -> Desk:
    """A store on disk, with nothing in it."""
    return empty_desk


@pytest.fixture
def window(made: Desk, scripts: list[Script], qtbot: QtBot) -> MainWindow:
    """The main window, at knowledge."""
    services = replace(made.services, library=lambda: Library(tuple(scripts), (), (), cards=(CARD,)))
    window = in_sight(qtbot, MainWindow(services))
    window.go(KNOWLEDGE)
    return window


@pytest.fixture
def knowledge(window: MainWindow) -> Knowledge:
    """What is behind the page."""
    found = window.findChild(Knowledge)
    assert found is not None
    return found
