"""Pictures of what is known: the page of knowledge, what it leads to, and a fact check before the room."""

from __future__ import annotations

from pathlib import Path

from devtools.studio import Studio
from facilitator.core.workplace import Workplace
from facilitator.ui.console.keys import Command
from facilitator.ui.destinations import KNOWLEDGE
from facilitator.ui.knowledge.card_page import CardPage
from facilitator.ui.knowledge.help_desk.ask_page import AskPage
from facilitator.ui.knowledge.hub_page import HubPage
from facilitator.ui.knowledge.infographic.infographic_page import InfographicPage
from facilitator.ui.knowledge.knowledge import Knowledge
from facilitator.ui.knowledge.self_study.self_study import SelfStudy
from facilitator.ui.knowledge.self_study.study_page import StudyPage
from facilitator.ui.knowledge.ways_bar import PLACES
from facilitator.ui.leading import Leading

CLAIM = "feit-60-procent-hermeldingen"
HANDS = (6, 3, 2)
QUESTION = "Mag ik melden als de ouders geen toestemming geven?"
MODULE = "zelfstudie-casusoverleg"


def shoot_quiz(studio: Studio, led: Leading) -> None:
    """A claim before the room, guessed of: how many hands went up, and then what the sources say."""
    console = led.console
    console.commands.run(Command.CARDS)
    panel = console.panels.cards
    panel.list.choose(CLAIM)
    panel.show_chosen()
    for button, hands in zip(panel.guesses.more, HANDS, strict=True):
        for _hand in range(hands):
            button.click()
    console.commands.run(Command.REVEAL)
    studio.room("audience-fact-check")
    console.commands.run(Command.SHOW_CARD)
    panel.shut()


def shoot_knowledge(studio: Studio) -> None:
    """What is known for who works at a school, a card, figures in pictures, a question, and a step of a module."""
    desk = studio.desk
    hub = _hub(studio)
    hub.bar.places.buttons[PLACES.index(Workplace.EDUCATION)].click()
    studio.wait(lambda: bool(hub.lines))
    studio.take(desk, "knowledge", 1440, 900)
    knowledge = desk.findChild(Knowledge)
    if knowledge is None:
        raise SystemExit("the page of knowledge did not open")
    knowledge.open_card("kind-als-getuige")
    studio.wait(lambda: isinstance(desk.stack.currentWidget(), CardPage))
    studio.take(desk, "knowledge-card", 1440, 900)
    hub = _hub(studio)
    hub.rooms["infographic"].button.click()
    studio.wait(lambda: isinstance(desk.stack.currentWidget(), InfographicPage))
    if isinstance(page := desk.stack.currentWidget(), InfographicPage):
        page.use_folder(Path("Documenten", "Facilitator", "Cijfers in beeld"))
    studio.take(desk, "infographic", 1440, 900)
    _hub(studio)
    knowledge.ask(QUESTION)
    studio.wait(lambda: isinstance(page := desk.stack.currentWidget(), AskPage) and bool(page.answers.chosen))
    studio.take(desk, "help-desk", 1440, 900)
    shoot_self_study(studio)


def shoot_self_study(studio: Studio) -> None:
    """A step of a module, with an answer that was chosen and why it fits."""
    hub = _hub(studio)
    hub.rooms["self-study"].button.click()
    room = studio.desk.findChild(SelfStudy)
    if room is None:
        raise SystemExit("the modules did not open")
    studio.wait(lambda: room.page is not None and bool(room.page.rows))
    room.open(MODULE)
    page = studio.desk.stack.currentWidget()
    if not isinstance(page, StudyPage):
        raise SystemExit("the module did not open")
    page.go_to(2)
    page.choose(1)
    studio.take(studio.desk, "self-study", 1440, 900)


def _hub(studio: Studio) -> HubPage:
    """Go to the page of knowledge."""
    studio.desk.go(KNOWLEDGE)
    hub = studio.desk.stack.currentWidget()
    if not isinstance(hub, HubPage):
        raise SystemExit("the page of knowledge did not open")
    return hub
