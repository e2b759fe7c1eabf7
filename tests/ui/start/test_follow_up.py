"""What organisations said is kept, or it is told that it was not."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from facilitator.core.vocabulary import Status
from facilitator.storage.errors import Closed
from facilitator.ui.start.follow_up import FollowUp
from tests.ui.desk import AGREEMENTS, TODAY, Desk


def test_a_store_that_closes_before_it_is_recorded_is_told_of(qtbot: QtBot, made: Desk) -> None:
    made.keep(*made.closed("s-closed", TODAY - timedelta(days=28), "Wijk Zuid", AGREEMENTS))
    follow_up = FollowUp(made.services)
    follow_up.set_status("s-closed", "a-1", Status.KEPT)
    assert made.load("s-closed") is not None  # asked after it: the store has answered both, and no window knows yet
    made.store.close()
    with qtbot.assertNotEmitted(follow_up.done), qtbot.waitSignal(follow_up.failed) as told:
        pass
    assert isinstance(told.args[0], Closed)
