"""The questions that were kept, how far each is, and what is done with one by itself."""

from __future__ import annotations

from functools import partial

from pytestqt.qtbot import QtBot

from facilitator.core.help_desk import Stage, answered, arrived
from facilitator.ui.knowledge.card_page import CardPage
from facilitator.ui.knowledge.help_desk.help_desk import HelpDesk
from facilitator.ui.main_window import MainWindow
from facilitator.ui.widgets.dialog import Question
from tests.ui.desk import Desk
from tests.ui.knowledge.help_desk.asked import TOLK, Show, held, put
from tests.ui.knowledge.help_desk.conftest import SHARING, Fill


def test_stages_are_taken_back_one_by_one(
    made: Desk, kept_page: Show, fill: Fill, help_desk_: HelpDesk, qtbot: QtBot
) -> None:
    question = fill(TOLK, put, partial(answered, card_id="weg", sourced=False))
    page = kept_page()
    for stage in (Stage.ASKED, Stage.KEPT):
        with qtbot.waitSignal(help_desk_.kept.changed):
            page.cards[question.id].actions_there[0].trigger()
        assert held(made)[TOLK].stage is stage
    assert "Put it right" in page.cards[question.id].actions_there[0].text()


def test_a_question_is_thrown_away_once_that_was_asked(
    made: Desk, kept_page: Show, fill: Fill, help_desk_: HelpDesk, qtbot: QtBot
) -> None:
    question = fill(TOLK)
    page = kept_page()
    page.cards[question.id].actions_there[-1].trigger()
    dialog = help_desk_.dialog
    assert isinstance(dialog, Question)
    with qtbot.waitSignal(help_desk_.kept.changed):
        dialog.accept()
    assert held(made) == {}
    assert page.cards == {}
    assert not page.bundle.isEnabled()


def test_an_answered_question_leads_to_its_card(window: MainWindow, kept_page: Show, fill: Fill, qtbot: QtBot) -> None:
    question = fill("Mag dat?", partial(answered, card_id=SHARING.id, sourced=True))
    kept_page().cards[question.id].main.click()
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), CardPage))


def test_a_question_that_went_meanwhile_is_left_alone(kept_page: Show, help_desk_: HelpDesk) -> None:
    kept_page().answer_wanted.emit("weg")
    assert help_desk_.dialog is None


def test_those_that_wait_for_somebody_come_first(kept_page: Show, fill: Fill) -> None:
    fill("Klaar?", partial(answered, card_id="x", sourced=True))
    fill("Gevraagd?", put)
    fill("Nieuw?")
    fill("Binnen?", put, partial(arrived, answer="Ja.", source=""))
    shown = [card.question.text for card in kept_page().cards.values()]
    assert shown == ["Binnen?", "Nieuw?", "Gevraagd?", "Klaar?"]
