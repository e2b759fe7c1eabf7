"""A window with the page of knowledge in it, over a library of a few cards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.content.library import Library
from facilitator.core.card import Card, FactCheck, Figure, ReadOn, Verdict
from facilitator.core.script import Source
from facilitator.core.vocabulary import Phase
from facilitator.ui.desk_stack import DeskStack
from facilitator.ui.knowledge.knowledge import Knowledge
from tests.builders import CASE, CASE_SCRIPT, SCRIPT
from tests.ui.conftest import Clock
from tests.ui.desk import Desk, desk
from tests.waiting import until


def card(card_id: str, title: str, *themes: str, **fields: Any) -> Card:
    """A card with the least that a card needs."""
    source = ReadOn("Een artikel", "Een uitgever", f"https://voorbeeld.nl/{card_id}")
    checked = date(2026, 5, 11)
    return Card(card_id, title, themes or ("meldcode",), f"Over {title}.", "Uitleg.", (source,), checked, **fields)


FLAGS = card(
    "vlaggen",
    "Rode vlaggen",
    "partnergeweld",
    "stalking",
    phases=(Phase.DIRECT_SAFETY,),
    steps=(1, 4),
    signals=("Een wapen.",),
    to_do=("Bel vandaag.", "Schrijf op wat je zag."),
    not_to_do=("Ga niet alleen.",),
    figures=(
        Figure("45 procent", 1997, "Ooit.", Source("Oud onderzoek", "https://voorbeeld.nl/oud"), date(2026, 1, 1)),
        Figure("8 procent", 2020, "In een jaar.", Source("Nieuw onderzoek"), date(2027, 1, 1)),
    ),
)
CHECK = card(
    "feit",
    "Merken kinderen niets?",
    "feitencheck",
    fact_check=FactCheck("Kinderen merken niets.", Verdict.FALSE, "Kinderen merken veel.", "Sterk."),
)
POLICE_CARD = card("melding", "Zorgmelding", "stalking", roles=("politie",), to_do=("Meld de zorg.",))
SCHOOL_CARD = card("klas", "In de klas", roles=("onderwijs",))
CARDS = (SCHOOL_CARD, CHECK, FLAGS, POLICE_CARD)
AT_HAND = replace(SCRIPT, steps=(replace(SCRIPT.steps[0], cards=("vlaggen",)), *SCRIPT.steps[1:]))


@pytest.fixture
def made(tmp_path: Path, clock: Clock, new_id: Callable[[], str]) -> Iterator[Desk]:
    with desk(tmp_path / "home", clock, new_id) as opened:
        opened.services = replace(opened.services, library=lambda: Library((AT_HAND, CASE_SCRIPT), (CASE,), (), CARDS))
        yield opened


class Shown:
    """What stands in for the main window.

    Attributes:
        stack: the pages, one of which is in sight.
        said: what was told the user.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.stack = DeskStack(lambda: (knowledge.page, *knowledge.staying))
        self.stack.addWidget(knowledge.page)
        self.said: list[object] = []
        knowledge.page_wanted.connect(self.show)
        knowledge.back_wanted.connect(self.go_back)
        for told in (knowledge.said, knowledge.warned, knowledge.failed):
            told.connect(self.said.append)

    def show(self, page: Any) -> None:
        """Show a page, as the main window does."""
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self.stack.go_to(page)
        page.enter()

    def show_other(self, page: QWidget) -> None:
        """Show a page that is none of knowledge."""
        self.stack.addWidget(page)
        self.stack.go_to(page)

    def go_back(self) -> None:
        """Go to the hub."""
        self.stack.go_to(self.knowledge.page)
        self.knowledge.page.enter()

    @property
    def at_hub(self) -> bool:
        """Whether the hub is in sight."""
        return self.stack.currentWidget() is self.knowledge.page

    @property
    def page(self) -> Any:
        """What is in sight."""
        return self.stack.currentWidget()


@pytest.fixture
def shown(made: Desk, qtbot: QtBot) -> Shown:
    """The page of knowledge, once it shows what came with the program."""
    found = Shown(Knowledge(made.services))
    qtbot.addWidget(found.stack)
    found.stack.resize(1060, 700)
    found.stack.show()
    found.knowledge.page.enter()
    until(qtbot, lambda: len(found.knowledge.page.lines) == 7)
    return found
