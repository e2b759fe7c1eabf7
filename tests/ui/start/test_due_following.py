"""A reason that is given on the start page is looked at as everywhere."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.core.events import Spotted
from facilitator.core.vocabulary import Status
from facilitator.storage import agreements
from facilitator.ui.agreements.following import held_words
from facilitator.ui.start.due_following import DueFollowing
from facilitator.ui.start.follow_up import FollowUp, Saying
from tests.ui.desk import AGREEMENTS, TODAY, Desk


def test_one_that_looks_like_personal_data_waits_and_that_is_told(qtbot: QtBot, made: Desk) -> None:
    made.keep(*made.closed("s-closed", TODAY - timedelta(days=28), "Wijk Zuid", AGREEMENTS))
    services = replace(made.services, spot=lambda _text, _session: (Spotted("phone", "06-12345678"),))
    (line, *_others) = made.store.ask(lambda connection: agreements.of_session(connection, "s-closed")).result(10)
    made.services.lexicon().result(30)
    page, follow_up = QWidget(), FollowUp(services)
    qtbot.addWidget(page)
    page.show()
    following = DueFollowing(services, follow_up, page)
    following.stand(line, Status.NOT_KEPT)
    assert following.dialog is not None
    following.dialog.field.setText("Gebeld met Jan de Vries, 06-12345678")
    assert "06-12345678" in following.dialog.spotted.text()
    with qtbot.waitSignal(following.warned) as told:
        following.dialog.accept_button.click()
    assert told.args == [held_words()]
    elsewhere = Saying("s-closed", "a-2", Status.BUSY, "06-12345678")
    with qtbot.assertNotEmitted(following.warned), qtbot.waitSignal(follow_up.told):
        follow_up.say([elsewhere])
