"""An instrument in a session keeps what is the facilitator's own: before the room, folded, and when something stops."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from facilitator.core import events as ev
from facilitator.core.audience import Scene, audience_view
from facilitator.core.refusal import Refusal
from facilitator.core.walk_view import ShownWalk
from facilitator.ui.console.walk_panel import WalkPanel
from tests.ui.console.conftest import Led, in_sight
from tests.ui.console.test_walk_panel import CARDS, SCAN, WEIGH, begun, panel

__all__ = ["panel"]

REASON = "De buurvrouw hoorde het"


def shown(led: Led) -> ShownWalk | None:
    """What of an instrument the room sees."""
    return audience_view(led.session).walk


def written_before_the_room(led: Led, panel: WalkPanel) -> None:
    """Begin, write a reason, and show that to the room on purpose."""
    begun(led, panel, WEIGH)
    panel.view.sheet.note.setFocus()
    led.type(REASON)
    panel.to_room.click()
    panel.with_notes.click()
    there = shown(led)
    assert there is not None
    assert there.notes == (REASON,)


@pytest.mark.parametrize("keys", [("Escape", "Ctrl+Shift+W"), ("Ctrl+Shift+W", "Ctrl+Shift+W")])
def test_notes_of_another_instrument_are_ticked_anew(led: Led, panel: WalkPanel, keys: tuple[str, ...]) -> None:
    written_before_the_room(led, panel)
    led.press(*keys)
    assert not panel.with_notes.isChecked()
    panel.others.click()
    begun(led, panel, SCAN)
    panel.view.sheet.note.setFocus()
    led.type("Over een collega")
    panel.to_room.click()
    there = shown(led)
    assert there is not None
    assert not there.notes
    assert not panel.with_notes.isChecked()


def test_notes_of_the_next_question_are_ticked_anew(led: Led, panel: WalkPanel) -> None:
    written_before_the_room(led, panel)
    led.press("Tab")
    panel.view.sheet.answers.pick(0)
    there = shown(led)
    assert there is not None
    assert there.notes == (REASON,)
    panel.view.forward()
    panel.view.sheet.note.setFocus()
    led.type("Geheim")
    panel.view.before.setFocus()
    there = shown(led)
    assert there is not None
    assert (there.question.startswith("Schat je in"), there.notes) == (True, ())


def test_half_a_note_is_not_read_along(led: Led, panel: WalkPanel) -> None:
    written_before_the_room(led, panel)
    assert not panel.view.sheet.keeps_pauses
    panel.with_notes.click()
    assert panel.view.sheet.keeps_pauses


def test_folded_only_what_the_room_sees_is_in_sight(led: Led, panel: WalkPanel) -> None:
    begun(led, panel, WEIGH)
    led.press("1", "PageDown", "1", "PageDown", "F12")
    assert "Melden is noodzakelijk" not in in_sight(led.console)
    assert panel.folded.isVisible()
    assert panel.to_room.hasFocus()
    panel.to_room.click()
    assert "Melden is noodzakelijk" in in_sight(led.console)
    assert not panel.view.end.changes
    assert not panel.view.end.answered.isVisible()
    led.press("F12")
    assert panel.view.end.answered.isVisible()


def test_folded_nothing_goes_on_unseen(led: Led, panel: WalkPanel) -> None:
    begun(led, panel, SCAN)
    panel.view.sheet.next_step.setText("Folder herdrukken")
    led.press("F12", "1", "PageDown", "F9")
    assert panel.view.at == "tip-1"
    assert not led.session.notebook.walks[-1].said("tip-1").answer
    assert not led.session.notebook.agreements
    assert panel.hint.text().startswith("Folded:")


def test_where_the_room_sees_this_screen_it_is_begun_before_the_room(led: Led, panel: WalkPanel) -> None:
    walk = begun(led, panel, WEIGH)
    led.press("1", "PageDown", "1", "PageDown")
    panel.others.click()
    assert panel.choices[walk.id].text().endswith("Melden is noodzakelijk")
    led.press("Escape")
    led.screens.mirrored = True
    led.screens.allow(False)
    led.press("Ctrl+Shift+W")
    assert panel.choices[walk.id].text() == f"Go on: {walk.title}"
    begun(led, panel, SCAN)
    assert not panel.view.isVisible()
    panel.to_room.click()
    assert panel.view.sheet.answers.isVisible()
    assert not panel.view.sheet.help.isVisible()


def test_once_undo_took_it_away_the_room_is_not_said_to_see_it(led: Led, panel: WalkPanel) -> None:
    begun(led, panel, WEIGH)
    panel.to_room.click()
    led.press("1", "PageDown", "Ctrl+Z")
    assert audience_view(led.session).scene is Scene.NEUTRAL
    assert panel.view.at == "vermoeden"
    assert not panel.to_room.isChecked()
    panel.to_room.click()
    there = shown(led)
    assert there is not None
    assert there.question == panel.view.sheet.question.text()


def test_a_question_without_answers_keeps_who_what_and_when(led: Led, panel: WalkPanel) -> None:
    scan = next(card for card in CARDS if card.id == SCAN)
    assert scan.instrument is not None
    first, *others = scan.instrument.questions
    own = replace(scan, instrument=replace(scan.instrument, questions=(replace(first, answers=()), *others)))
    led.press("Escape")
    led.console.commands.knowledge.offer_cards(lambda: (own,))
    led.press("Ctrl+Shift+W")
    begun(led, panel, SCAN)
    panel.view.sheet.owner.setText("Wijkteam")
    panel.view.sheet.next_step.setText("Folder")
    panel.view.sheet.by.line.setText("1 december")
    panel.view.forward()
    said = led.session.notebook.walks[-1].said("tip-1")
    assert (said.answer, said.owner, said.next_step, str(said.by)) == (0, "Wijkteam", "Folder", "2026-12-01")


def test_why_there_is_no_agreement_is_told_as_it_is(led: Led, panel: WalkPanel) -> None:
    begun(led, panel, SCAN)
    panel.view.sheet.next_step.setText("Folder herdrukken")
    panel.view.sheet.keep()
    led.running.do(ev.SessionClosed)
    panel.agree()
    assert panel.hint.text() == Refusal.CLOSED.value


def test_a_day_that_cannot_be_read_is_told_and_stays(led: Led, panel: WalkPanel) -> None:
    begun(led, panel, SCAN)
    led.press("1", "PageDown")
    panel.view.sheet.by.line.setText("na de zomer")
    for go in (panel.view.backward, panel.give_up, panel.others.click):
        go()
        assert panel.isVisible()
        assert panel.view.at == "tip-2"
        assert panel.view.sheet.by.told.isVisible()
    panel.view.go("tip-1")
    panel.view.go("tip-2")
    assert panel.view.sheet.by.line.text() == "na de zomer"


def test_what_is_typed_is_kept_at_a_pause_and_is_one_change(led: Led, panel: WalkPanel, qtbot: QtBot) -> None:
    walk = begun(led, panel, WEIGH)
    panel.view.sheet.note.setFocus()
    led.type("Een lange")
    qtbot.waitUntil(lambda: len(led.kept) == 2)
    led.type(" reden")
    qtbot.waitUntil(lambda: len(led.kept) == 3)
    assert isinstance(led.kept[-1], ev.WalkAnswered)
    assert panel.view.sheet.note.hasFocus()
    led.type(" om te melden")
    led.press("Tab")
    assert led.session.notebook.walks[-1].said("vermoeden").reason == "Een lange reden om te melden"
    led.running.undo()
    assert led.session.notebook.walks == (walk,)
