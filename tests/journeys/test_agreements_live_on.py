"""Weeks after a meeting: what was agreed is found again, late and all, and how it stands is said with one key."""

import pytest
from PySide6.QtCore import Qt

from facilitator.core.agreement import Status
from facilitator.core.vocabulary import Channel
from facilitator.storage import agreements
from facilitator.ui.agreements.agreements_page import AgreementsPage
from facilitator.ui.agreements.reason_dialog import ReasonDialog
from tests.journeys.conftest import Facilitator, Modifier, Start
from tests.journeys.test_het_gesprek import talk
from tests.journeys.ways import close_by_reading_back, desk_of, dialog_of, page_of, prepare

LATER = 60 * 24 * 60  # minutes


@pytest.fixture
def months_later(facilitator: Start) -> Facilitator:
    """A meeting was held and closed; one of its agreements should have been kept by now."""
    one = facilitator()
    prepare(one)
    talk(one)
    close_by_reading_back(one)
    one.minutes_pass(LATER)
    one.press(Qt.Key.Key_1, Modifier.ControlModifier)
    one.wait(lambda: "1 te laat" in desk_of(one).sidebar.button("agreements").text())
    return one


def at_agreements(one: Facilitator) -> AgreementsPage:
    """Go to the page of agreements, by key."""
    one.press(Qt.Key.Key_4, Modifier.ControlModifier)
    page = page_of(one, AgreementsPage)
    one.wait(lambda: page.found is not None and page.chosen_lines() != [])
    return page


def test_what_is_late_is_seen_and_settled_with_one_key(months_later: Facilitator) -> None:
    one = months_later
    page = at_agreements(one)
    assert page.told.text() == "2 afspraken · 1 te laat"
    line = page.chosen_lines()[0]
    one.press(Qt.Key.Key_1)
    one.wait(lambda: page.told.text() == "2 afspraken")
    one.wait(lambda: desk_of(one).sidebar.button("agreements").text() == "Afspraken")
    one.press(Qt.Key.Key_Z, Modifier.ControlModifier)
    one.wait(lambda: page.told.text() == "2 afspraken · 1 te laat")
    assert one.program.store is not None
    life = one.program.store.ask(lambda connection: agreements.life(connection, line.ref)).result(10)
    assert [said.status for said in life][-3:] == [Status.AGREED, Status.KEPT, Status.AGREED]
    assert life[-1].channel is Channel.DESK


def test_it_is_found_by_words_and_told_why_it_failed(months_later: Facilitator) -> None:
    one = months_later
    page = at_agreements(one)
    one.press(Qt.Key.Key_F, Modifier.ControlModifier)
    one.type("meelop")
    one.wait(lambda: page.views.rows.rowCount() == 1 and page.chosen_lines()[0].what.startswith("Meelopen"))
    one.press(Qt.Key.Key_Down)
    one.press(Qt.Key.Key_3)
    dialog = dialog_of(one, ReasonDialog)
    one.type("De wijkagent is ziek")
    one.press(Qt.Key.Key_Return)
    one.wait(lambda: not dialog.isVisible())
    one.wait(lambda: page.chosen_lines()[0].status is Status.NOT_KEPT)
    assert page.chosen_lines()[0].remark == "De wijkagent is ziek"
    one.press(Qt.Key.Key_1, Modifier.ControlModifier)
    page = at_agreements(one)
    assert page.search.text() == "meelop"
    assert page.views.rows.rowCount() == 1
