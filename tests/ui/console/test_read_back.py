"""Reading back before closing: on the room's screen and here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Escalation
from facilitator.core.audience import Scene, audience_view
from facilitator.core.session import State
from facilitator.core.vocabulary import Coordination
from facilitator.ui.console.agreeing.asking import asked_words, fact_lines
from tests.builders import Table
from tests.ui.console.conftest import Led


@pytest.fixture
def three(led: Led) -> Led:
    """Three agreements; the last lacks owner and date."""
    for text in ("#@pol belt voor 1 dec", "#@veilig komt elke maand", "#Navragen"):
        led.type(text, "Return")
    led.press("Ctrl+R")
    return led


def confirmed(led: Led) -> list[bool]:
    return [agreement.confirmed for agreement in led.session.notebook.agreements]


def test_enter_confirms_and_goes_on(three: Led) -> None:
    assert audience_view(three.session).scene is Scene.AGREEMENT
    three.press("Return")
    assert confirmed(three) == [True, False, False]
    assert three.session.course.read_back == three.session.notebook.agreements[1].id
    three.press("Return", "Return")
    assert confirmed(three) == [True, True, True]
    assert three.console.panels.read_back.close_session.hasFocus()
    three.press("Return")
    assert three.session.can_write  # one lacks owner and day: asked once
    three.press("Return")
    assert three.session.course.state is State.CLOSED


def test_arrows_and_a_clicker_go_without_confirming(three: Led) -> None:
    places = []
    for key in ("Right", "PageDown", "PageDown", "Left", "PageUp"):
        three.press(key)
        ids = [agreement.id for agreement in three.session.notebook.agreements]
        places.append(ids.index(three.session.course.read_back or ""))
    assert places == [1, 2, 2, 1, 0]
    assert confirmed(three) == [False] * 3
    assert three.session.step.id == "nodig"


def test_a_missing_owner_or_date_is_asked_gently(three: Led) -> None:
    assert three.console.panels.read_back.gently.text() == ""
    three.press("Right")
    three.press("Right")
    assert three.console.panels.read_back.gently.text() == "Who takes this on, and when will it be done?"


def test_one_key_leads_to_what_an_agreement_lacks(three: Led) -> None:
    three.press("Right", "Right")
    assert three.console.panels.read_back.edit.text() == "Complete (Ctrl+E)"
    three.press("Ctrl+E")
    assert three.console.panels.form.basics.owner.hasFocus()
    three.console.panels.form.basics.owner.choose("p-pol")
    three.press("Return", "Ctrl+E")
    assert three.console.panels.form.basics.when.hasFocus()
    three.type("over 2 weken", "Return")
    assert three.console.panels.read_back.gently.text() == ""
    assert three.console.panels.read_back.edit.text() == "Change (Ctrl+E)"


def test_closing_names_what_lacks_an_owner_or_a_day_and_stays_possible(three: Led) -> None:
    three.press("Return", "Return", "Return")
    three.press("Return")
    asked = three.console.panels.read_back.question.text()
    assert asked.startswith("Without owner or day: “Navragen”. Ctrl+E completes them.")
    three.press("Ctrl+E")
    assert three.console.panels.form.basics.owner.hasFocus()
    three.press("Escape")
    three.console.panels.read_back.close_session.click()
    three.console.panels.read_back.close_session.click()
    assert three.session.course.state is State.CLOSED


def test_of_many_that_lack_something_it_says_how_many(three: Led) -> None:
    for number in range(4):
        three.running.do(ev.AgreementMade, agreement=Agreement(f"x-{number}", f"{number} " + "lang " * 30))
    words = asked_words(three.session, private=True)
    assert "“Navragen”, “0 lang" in words
    assert "…”" in words
    assert "and 2 others" in words


def test_closing_does_not_name_what_is_folded() -> None:
    table = Table().started()
    table.do(ev.AgreementMade, agreement=Agreement("k", "Kim mailen"), findings=(ev.Spotted("naam", "Kim"),))
    assert "Kim mailen" in asked_words(table.session, private=True)
    assert "Kim" not in asked_words(table.session, private=False)


def test_what_is_filled_in_is_read_along(three: Led) -> None:
    whole = Agreement(
        "k",
        "bellen",
        title="Bellen",
        start=date(2026, 12, 1),
        coordination=Coordination.CASE,
        directed_by_id="p-vt",
        monitoring="elke week",
        monitored_by_id="p-pol",
        safety_criterion="iedereen veilig",
        escalation=(Escalation(2, "teamleider"),),
        evaluate_on=date(2027, 3, 1),
    )
    assert fact_lines(three.session, whole) == [
        "Title: Bellen",
        "Begins on: 1 december 2026",
        "Direction: Case coordination · Veilig Thuis",
        "Monitoring: Politie · elke week",
        "Safety criterion: iedereen veilig",
        "When it does not work out: AVE 2 teamleider",
        "Evaluation: 1 maart 2027",
    ]


def test_changing_an_agreement_and_coming_back(three: Led) -> None:
    three.press("Ctrl+E")
    assert three.console.panels.form.isVisible()
    three.console.panels.form.basics.what.setText("Belt altijd")
    three.press("Return")
    assert three.console.panels.read_back.what.text() == "Belt altijd"
    assert three.console.panels.read_back.confirm.hasFocus()


def test_closing_with_unconfirmed_agreements_asks_once(three: Led, qtbot: QtBot) -> None:
    three.press("Return")
    button = three.console.panels.read_back.close_session
    button.click()
    assert three.session.course.state is State.RUNNING
    assert three.console.panels.read_back.question.text().startswith("2 agreements are not confirmed.")
    assert button.text() == "Yes, close the session"
    with qtbot.waitSignal(three.console.session_closed):
        button.click()
    assert not three.console.panels.read_back.isVisible()


def test_going_on_reading_takes_the_question_back(three: Led) -> None:
    three.console.panels.read_back.close_session.click()
    three.press("Left", "Right")
    assert three.console.panels.read_back.close_session.text() == "Close the session"


def test_esc_gives_the_room_its_step_back(three: Led) -> None:
    three.press("Escape")
    assert three.session.course.read_back is None
    assert audience_view(three.session).scene is Scene.PAGE
    assert three.console.step.entry.field.hasFocus()


def test_a_yes_can_be_taken_back(three: Led) -> None:
    three.press("Return", "Left")
    assert three.console.panels.read_back.take_back.isVisible()
    three.console.panels.read_back.take_back.click()
    assert confirmed(three) == [False] * 3


def test_reading_back_begins_where_it_was_left(three: Led) -> None:
    three.press("Return", "Escape", "Ctrl+R")
    assert three.session.course.read_back == three.session.notebook.agreements[1].id


def test_the_next_button_names_the_next_agreement(three: Led) -> None:
    three.press("Right")
    assert three.console.step.bottom.next.accessibleName().startswith("Next agreement")


def test_a_meeting_without_agreements_can_be_closed(lead: Callable[..., Led]) -> None:
    led = lead(Table().started().at_step("afspraken"))
    led.press("PageDown")
    assert led.console.panels.read_back.question.text() == "There are no agreements to read back."
    led.press("Return")
    assert led.session.course.state is State.CLOSED


def test_a_click_in_the_list_shows_that_one(three: Led, qtbot: QtBot) -> None:
    rows = three.console.panels.read_back.list
    spot = rows.visualRect(rows.model().index(2, 0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert three.session.course.read_back == three.session.notebook.agreements[2].id
