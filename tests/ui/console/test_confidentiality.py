"""Confidentiality: read aloud before the room, ticked person by person, and never in the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from facilitator.content.confidentiality import shipped_text
from facilitator.core import events as ev
from facilitator.core.audience import Scene, audience_view
from facilitator.core.confidentiality import pledge_of
from facilitator.core.people import Participant
from facilitator.core.refusal import Refusal
from facilitator.ui.console.confidentiality import Confidentiality
from tests.builders import SCRIPT, Table
from tests.ui.console.conftest import Led, in_sight

Lead = Callable[..., Led]


def opened(led: Led) -> Confidentiality:
    led.press("Ctrl+F10")
    panel = led.console.panels.confidentiality
    assert panel.isVisible()
    return panel


def agreed(led: Led) -> list[str]:
    return [pledge.participant_id for pledge in led.session.notebook.pledges]


def scene(led: Led) -> Scene:
    return audience_view(led.session).scene


def test_the_room_reads_along_while_it_is_open(led: Led) -> None:
    panel = opened(led)
    assert (scene(led), audience_view(led.session).text) == (Scene.CONFIDENTIALITY, shipped_text())
    assert panel.list.hasFocus()
    led.press("Escape")
    assert (scene(led), panel.isVisible()) == (Scene.PAGE, False)
    opened(led)
    led.press("Ctrl+F10")
    assert (scene(led), panel.isVisible()) == (Scene.PAGE, False)


def test_a_script_has_words_of_its_own(lead: Lead) -> None:
    led = lead(Table(replace(SCRIPT, confidentiality="Wij zwijgen **samen**.")).started())
    opened(led)
    led.press("Space")
    assert led.session.notebook.pledges[0].text == audience_view(led.session).text == "Wij zwijgen **samen**."


def test_a_key_a_person(led: Led) -> None:
    panel = opened(led)
    assert panel.list.chosen == "d-1"
    led.press("Space", "Return")
    assert (agreed(led), panel.list.chosen) == (["d-1", "d-2"], "d-3")
    panel.list.choose("d-1")
    led.press("Space")
    assert (agreed(led), panel.list.chosen) == (["d-2"], "d-1")
    panel.list.choose("d-4")
    led.press("Space")
    assert panel.list.chosen == "d-1", "who is left is next, also from the end"


def test_everybody_who_is_there_at_once(lead: Lead) -> None:
    table = Table().started()
    table.do(ev.PresenceSet, participant_id="d-2", present=False)
    led = lead(table)
    panel = opened(led)
    assert panel.everyone.text() == "Everyone who is here agrees (Ctrl+Enter)"
    led.press("Space")
    assert (panel.everyone.text(), panel.count.text()) == ("The other 2 agree too (Ctrl+Enter)", "1 of 3 agreed")
    led.press("Ctrl+Return")
    assert agreed(led) == ["d-1", "d-3", "d-4"]
    assert panel.everyone.text() == "Done (Esc)"
    panel.everyone.click()
    assert not panel.isVisible()


def test_the_room_need_not_read_along(led: Led) -> None:
    panel = opened(led)
    panel.to_room.click()
    assert scene(led) is Scene.PAGE
    led.press("Escape")
    opened(led)
    assert scene(led) is Scene.PAGE


def test_the_tick_tells_what_the_room_sees(led: Led) -> None:
    panel = opened(led)
    assert panel.to_room.isChecked()
    led.running.do(ev.SlideWritten, slide=ev.Slide("d", "Pauze", ready=True))
    led.running.do(ev.SlideShown, slide_id="d")
    assert not panel.to_room.isChecked()
    panel.to_room.click()
    assert scene(led) is Scene.CONFIDENTIALITY


def test_who_comes_later_is_told_of_quietly(led: Led) -> None:
    assert not led.console.table.reminder.isVisible()
    opened(led)
    led.press("Ctrl+Return", "Escape")
    assert not led.console.table.reminder.isVisible()
    led.console.deeds.add_participant(Participant("", "Ada Boon", "p-vt"))
    assert led.console.table.reminder.text() == "Confidentiality: 1 not asked yet"
    assert led.console.step.entry.field.hasFocus()
    led.console.table.reminder.click()
    panel = led.console.panels.confidentiality
    assert panel.list.chosen == led.session.notebook.participants[-1].id
    led.press("Space")
    assert not led.console.table.reminder.isVisible()


def test_without_private_things_there_are_no_names(led: Led) -> None:
    led.screens.allow(False)
    panel = opened(led)
    assert (panel.list.isVisible(), panel.everyone.hasFocus()) == (False, True)
    assert "Bakker" not in in_sight(led.console)
    led.press("Ctrl+Return")
    assert len(agreed(led)) == 4
    led.screens.allow(True)
    assert "Bakker" in in_sight(led.console)
    panel.list.setFocus()
    led.screens.allow(False)
    assert "Bakker" not in in_sight(led.console)
    assert panel.everyone.hasFocus()


def test_going_on_closes_it(led: Led) -> None:
    panel = opened(led)
    led.press("PageDown")
    assert (panel.isVisible(), scene(led), led.session.step.id) == (False, Scene.PAGE, "ronde")
    assert led.console.step.entry.field.hasFocus()


@pytest.mark.parametrize(("closed", "words"), [(False, Refusal.NOT_RUNNING), (True, Refusal.CLOSED)])
def test_it_is_for_the_meeting_itself(lead: Lead, closed: bool, words: Refusal) -> None:
    table = Table()
    if closed:
        table.started().do(ev.SessionClosed)
    led = lead(table)
    led.press("Ctrl+F10")
    assert led.strip == words.value
    assert scene(led) is Scene.NEUTRAL


def test_undo_takes_a_tick_back(led: Led) -> None:
    panel = opened(led)
    led.press("Space", "Ctrl+Z")
    assert pledge_of(led.session, "d-1") is None
    assert panel.hint.text() == "Taken back: who agreed to confidentiality"


def test_black_goes_over_it(led: Led) -> None:
    opened(led)
    led.press("F5")
    assert scene(led) is Scene.BLACK
    led.press("F5")
    assert scene(led) is Scene.CONFIDENTIALITY


def test_a_table_without_people_says_what_to_do(lead: Lead) -> None:
    led = lead(Table(participants=()).started())
    panel = opened(led)
    assert (panel.list.rows, panel.everyone.text()) == ((), "Done (Esc)")
    led.press("Return")
    assert not panel.isVisible()
