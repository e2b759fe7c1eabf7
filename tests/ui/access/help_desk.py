"""The scenes of the help desk: a question with danger in it, the questions that were kept, and one of those."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from facilitator.core.help_desk import Organisation, answered, arrived, asked
from facilitator.storage import help_desk
from facilitator.storage.database import Connection
from facilitator.storage.help_desk import Wording
from facilitator.ui.destinations import KNOWLEDGE
from facilitator.ui.knowledge.help_desk.answer_dialog import AnswerDialog
from facilitator.ui.knowledge.help_desk.ask_page import AskPage
from facilitator.ui.knowledge.help_desk.help_desk import HelpDesk
from facilitator.ui.knowledge.help_desk.keep_dialog import KeepDialog
from facilitator.ui.knowledge.help_desk.kept_page import KeptPage
from facilitator.ui.knowledge.knowledge import Knowledge

if TYPE_CHECKING:
    from tests.ui.access.house import House

DAY = date(2026, 11, 10)
TO = "Kenniscentrum Voorbeeld"
TEXTS = (
    "Mag ik de huisarts bellen zonder dat de ouders het weten?",
    "Wie vraagt de tolk aan als het gezin geen Nederlands spreekt?",
    "Hoe lang mag een school zelf zorgen bewaren voordat we advies vragen?",
    "Wie houdt de lijn vast als het gezin naar een andere gemeente verhuist?",
    "Wat doen we als Fatima Yilmaz niet meer op school komt?",
)


def desk_of(house: House) -> HelpDesk:
    """What is behind the pages; the page of knowledge comes in sight when none of them was yet."""
    if house.desk.findChild(Knowledge) is None:
        house.desk.go(KNOWLEDGE)
    knowledge = house.desk.findChild(Knowledge)
    assert knowledge is not None
    return knowledge.help_desk


def fill(connection: Connection) -> None:
    """Questions at every stage, one of them with a name in it."""
    if help_desk.questions(connection):
        return
    made = [
        help_desk.keep(connection, f"vraag-{number}", Wording(text, "onderwijs" if number % 2 else "", "meldcode"), DAY)
        for number, text in enumerate(TEXTS)
    ]
    answer = "Het lokale team vraagt de tolk aan. De gemeente betaalt."
    help_desk.change(connection, {question.id: partial(asked, organisation=TO, day=DAY) for question in made[:3]})
    help_desk.change(connection, {made[1].id: partial(arrived, answer=answer, source="Handreiking tolken, 2024")})
    help_desk.change(connection, {made[2].id: partial(answered, card_id="een-kaart", sourced=False)})
    help_desk.choose(connection, Organisation(TO, "vragen@example.org"))


def ask(house: House) -> QWidget:
    """A question with a word of danger: that first, and what may answer it."""
    desk_of(house).ask("mag ik melden zonder toestemming als hij dreigt met een mes?")
    page = house.desk.stack.currentWidget()
    assert isinstance(page, AskPage)
    house.wait(lambda: page.answers.chosen is not None, quiet=0.6)
    return house.desk


def kept_page(house: House) -> KeptPage:
    """The questions that were kept."""
    house.program.services.store.ask(fill).result(20)
    desk_of(house).show_kept()
    page = house.desk.stack.currentWidget()
    assert isinstance(page, KeptPage)
    house.wait(lambda: page.cards)
    return page


def keep(house: House) -> QWidget:
    """Keeping a question in which there is a name."""
    desk_of(house).ask(TEXTS[-1])
    page = house.desk.stack.currentWidget()
    assert isinstance(page, AskPage)
    page.keep.click()
    dialog = desk_of(house).dialog
    assert isinstance(dialog, KeepDialog)
    house.wait(lambda: dialog.check.found, quiet=0.2)
    return dialog


def bundle(house: House) -> QWidget:
    """Putting questions to an organisation, while one is held."""
    kept_page(house).bundle.click()
    bundling = desk_of(house).bundling
    house.wait(lambda: bundling.dialog is not None and bundling.dialog.isVisible())
    assert bundling.dialog is not None
    return bundling.dialog


def answer(house: House) -> QWidget:
    """An answer that came, with no source yet."""
    page = kept_page(house)
    card = next(card for card in page.cards.values() if card.question.answer)
    card.main.click()
    dialog = desk_of(house).dialog
    assert isinstance(dialog, AnswerDialog)
    dialog.source.clear()
    house.wait(dialog.accept_button.isEnabled, quiet=0.6)
    return dialog


SCENES: dict[str, Callable[[House], QWidget]] = {
    "help-desk": ask,
    "help-desk-kept": lambda house: kept_page(house).window(),
    "dialog-keep-question": keep,
    "dialog-bundle": bundle,
    "dialog-answer": answer,
}
