"""Who has not spoken: one is proposed, to the facilitator alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from facilitator.core import events as ev
from facilitator.core.audience import audience_view
from facilitator.core.events import Answer
from facilitator.ui.console.who_not_yet import WhoNotYet
from tests.builders import Table
from tests.ui.console.conftest import Led, in_sight

Lead = Callable[..., Led]


@pytest.fixture
def spoken(lead: Lead) -> Led:
    """The police answered; Veilig Thuis and the local team said nothing."""
    table = Table().started().at_step("nodig")
    table.do(ev.AnswerGiven, answer=Answer("a", "nodig", "Een naam", "p-pol"))
    return lead(table)


def proposed(led: Led) -> WhoNotYet:
    led.press("Ctrl+Shift+L")
    panel = led.console.panels.who_not_yet
    assert panel.isVisible()
    return panel


def test_one_is_proposed_and_enter_gives_the_floor(spoken: Led) -> None:
    before = audience_view(spoken.session)
    panel = proposed(spoken)
    assert (panel.name.text(), panel.why.text()) == (
        "Veilig Thuis",
        "Said nothing yet in this meeting, as far as it was written down.",
    )
    assert audience_view(spoken.session) == before
    spoken.press("Return")
    assert (spoken.session.course.turn, panel.isVisible()) == ("p-vt", False)
    assert spoken.console.step.entry.field.hasFocus()
    assert [row.aside for row in spoken.console.table.list.rows if row.id == "p-vt"] == ["speaks"]


def test_the_floor_goes_back_to_everybody_where_nobody_has_it_in_turn(spoken: Led) -> None:
    proposed(spoken)
    spoken.press("Return")
    spoken.type("Een vast nummer", "Return")
    spoken.press("Ctrl+Shift+B")
    spoken.type("Van iedereen", "Return")
    assert [answer.partner_id for answer in spoken.session.answers_here()] == ["p-pol", "p-vt", None]
    spoken.press("Ctrl+Shift+B")
    assert spoken.session.course.turn == "p-vt", "and who had it last can have it again"


def test_a_proposes_somebody_else_until_all_were(spoken: Led) -> None:
    panel = proposed(spoken)
    names = [panel.whose]
    for _again in range(3):
        spoken.press("A")
        names.append(panel.whose)
    assert names == ["p-vt", "p-wijk", "p-pol", "p-vt"]
    panel.other.click()
    assert (panel.whose, panel.give.hasFocus()) == ("p-wijk", True)


def test_why_somebody_is_proposed_is_said_without_a_number(spoken: Led) -> None:
    spoken.console.deeds.give_floor("p-vt")
    spoken.press("PageDown")
    spoken.console.deeds.give_floor("p-wijk")
    panel = proposed(spoken)
    assert panel.why.text() == "Said nothing here yet, as far as it was written down."
    spoken.press("A", "A")
    assert panel.why.text() != ""
    assert not any(sign.isdigit() for sign in panel.why.text())


def test_where_everybody_spoke_the_one_who_was_heard_least(spoken: Led) -> None:
    for whose in ("p-vt", "p-wijk", "p-pol", None):
        spoken.console.deeds.give_floor(whose)
    panel = proposed(spoken)
    assert (panel.whose, panel.why.text()) == ("p-vt", "Everyone has spoken here; this one was heard the least.")


def test_it_is_out_of_sight_where_the_room_looks_on(spoken: Led) -> None:
    panel = proposed(spoken)
    spoken.screens.allow(False)
    assert not panel.isVisible()
    spoken.press("Ctrl+Shift+L")
    assert "Who was heard is folded" in spoken.strip
    assert "Said nothing" not in in_sight(spoken.console)


def test_it_closes_when_the_meeting_goes_on_or_they_are_gone(spoken: Led) -> None:
    panel = proposed(spoken)
    spoken.press("PageDown")
    assert not panel.isVisible()
    spoken.console.deeds.add_partner("GGD")
    spoken.console.deeds.give_floor("p-vt")
    spoken.console.deeds.give_floor("p-wijk")
    spoken.console.deeds.give_floor("p-pol")
    proposed(spoken)
    assert panel.name.text() == "GGD"
    spoken.press("Ctrl+Z")
    assert not panel.isVisible()


def test_before_the_meeting_or_without_a_table_it_says_so(lead: Lead) -> None:
    early = lead(Table())
    early.press("Ctrl+Shift+L")
    assert early.strip == "The session has not started yet."
    empty = lead(Table(partners=(), participants=()).started())
    empty.press("Ctrl+Shift+L")
    assert empty.strip == "There is nobody at the table to give the floor to."


def test_the_only_one_is_proposed_again(lead: Lead) -> None:
    led = lead(Table(participants=()).started())
    for partner in ("p-vt", "p-wijk"):
        led.console.deeds.remove_partner(partner)
    panel = proposed(led)
    led.press("A")
    assert panel.whose == "p-pol"


def test_enter_on_the_button_that_closes_it_gives_nobody_the_floor(spoken: Led) -> None:
    panel = proposed(spoken)
    panel.close_button.setFocus()
    spoken.press("Return")
    assert (spoken.session.course.turn, panel.isVisible()) == (None, False)
