"""The questions that were kept, how far each is, and what is done with one by itself."""

from __future__ import annotations

from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from facilitator.core.help_desk import DeskQuestion, Stage, answered, arrived
from facilitator.storage import backup, database, help_desk
from facilitator.storage.database import Connection
from facilitator.storage.errors import DiskTrouble, StillInBackups
from facilitator.storage.help_desk import Wording
from facilitator.storage.readable import Readable
from facilitator.ui.knowledge.card_page import CardPage
from facilitator.ui.knowledge.help_desk.help_desk import HelpDesk
from facilitator.ui.knowledge.help_desk.keep_dialog import KeepDialog
from facilitator.ui.knowledge.help_desk.kept_page import KeptPage
from facilitator.ui.main_window import MainWindow
from facilitator.ui.widgets import EmptyState
from facilitator.ui.widgets.dialog import Question
from tests.storage.test_forgetting import no_backups
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


def in_backups(made: Desk) -> list[str]:
    """The questions in all backups."""
    found: list[str] = []
    key = made.store.opened.result().key
    for path in backup.backups(made.services.home):
        copy = database.connect(path, key)
        found += [one.text for one in help_desk.questions(copy)]
        copy.close()
    return found


def test_a_question_that_was_thrown_away_is_in_no_backup(
    made: Desk, kept_page: Show, fill: Fill, help_desk_: HelpDesk, qtbot: QtBot
) -> None:
    question = fill(TOLK)
    made.store.back_up().result(20)
    assert in_backups(made) == [TOLK]
    kept_page().remove_wanted.emit(question.id)
    assert help_desk_.dialog is not None
    with qtbot.waitSignal(help_desk_.kept.changed):
        help_desk_.dialog.accept()
    assert in_backups(made) == []


def test_a_question_that_a_backup_still_holds_is_gone_here_and_told(
    made: Desk, kept_page: Show, fill: Fill, help_desk_: HelpDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = fill(TOLK)
    made.store.back_up().result(20)
    page = kept_page()
    with no_backups(monkeypatch), qtbot.waitSignal(help_desk_.kept.failed) as failed:
        page.remove_wanted.emit(question.id)
        assert help_desk_.dialog is not None
        help_desk_.dialog.accept()
    assert isinstance(failed.args[0], StillInBackups)
    qtbot.waitUntil(lambda: page.cards == {})
    assert in_backups(made) == [TOLK]
    made.store.back_up().result(20)
    assert in_backups(made) == []


def test_words_that_were_put_right_are_in_no_backup(
    made: Desk, kept_page: Show, fill: Fill, help_desk_: HelpDesk, qtbot: QtBot
) -> None:
    question = fill("Wat doe ik met Fatima Jansen uit Zwolle?")
    made.store.back_up().result(20)
    kept_page().right_wanted.emit(question.id)
    dialog = help_desk_.dialog
    assert isinstance(dialog, KeepDialog)
    dialog.text.setPlainText(TOLK)
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=20_000)
    with qtbot.waitSignal(help_desk_.kept.changed):
        dialog.accept_button.click()
    assert in_backups(made) == [TOLK]


def test_an_answer_that_does_not_count_is_in_no_backup(
    made: Desk, kept_page: Show, fill: Fill, help_desk_: HelpDesk, qtbot: QtBot
) -> None:
    question = fill(TOLK, partial(arrived, answer="Bel Fatima.", source=""))
    made.store.back_up().result(20)
    page = kept_page()
    with qtbot.waitSignal(help_desk_.kept.changed):
        page.back_wanted.emit(question.id)
    (path,) = backup.backups(made.services.home)
    copy = database.connect(path, made.store.opened.result().key)
    assert [one.answer for one in help_desk.questions(copy)] == [""]
    copy.close()


def test_nothing_is_said_not_to_be_kept_before_the_store_told(qtbot: QtBot) -> None:
    page = KeptPage()
    qtbot.addWidget(page)
    assert said(page) == ["The questions are being looked up …"]
    page.show_not_read()
    assert said(page) == ["The questions could not be read. They are kept as they were."]
    page.show_questions(())
    assert said(page)[0].startswith("No question is kept.")


def said(page: KeptPage) -> list[str]:
    """What stands in the place of questions."""
    return [one.label.text() for one in page.findChildren(EmptyState) if not one.isHidden()]


def test_what_cannot_be_read_is_counted_and_the_rest_goes_on(
    made: Desk, kept_page: Show, fill: Fill, help_desk_: HelpDesk, qtbot: QtBot
) -> None:
    bad, good = fill(TOLK), fill("Nieuw?")
    spoil = "UPDATE desk_question SET body = 'x' WHERE id = ?"
    made.store.ask(lambda connection: connection.execute(spoil, (bad.id,)).fetchall()).result(10)
    page = kept_page()
    assert list(page.cards) == [good.id]
    assert page.unread.text().startswith("1 question cannot be read.")
    assert not page.unread.isHidden()
    with qtbot.waitSignal(help_desk_.kept.kept):
        help_desk_.kept.keep(Wording("En dan?"))
    assert set(held(made)) == {"Nieuw?", "En dan?"}


def test_when_the_store_does_not_tell_nothing_is_said_not_to_be_kept(
    window: MainWindow, help_desk_: HelpDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_connection: Connection) -> Readable[DeskQuestion]:
        raise DiskTrouble("x")

    monkeypatch.setattr(help_desk, "kept", refuse)
    with qtbot.waitSignal(help_desk_.kept.not_read):
        help_desk_.show_kept()
    page = window.stack.currentWidget()
    assert isinstance(page, KeptPage)
    qtbot.waitUntil(lambda: said(page) == ["The questions could not be read. They are kept as they were."])


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
