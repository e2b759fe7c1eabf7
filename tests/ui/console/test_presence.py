"""Coming and going: one key marks it, and the times can be put right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QTime
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton
from pytestqt.qtbot import QtBot

from facilitator.core import events as ev
from facilitator.core.attendance import attendance
from facilitator.core.people import Stay
from facilitator.core.refusal import Refusal
from facilitator.ui.console.people import People
from facilitator.ui.console.presence import PresenceForm
from tests.builders import CASE, CASE_SCRIPT, START, Table
from tests.ui.conftest import Clock
from tests.ui.console.conftest import Led

Lead = Callable[..., Led]


def after(minutes: int) -> datetime:
    return START + timedelta(minutes=minutes)


def stays(led: Led, who: str = "d-1") -> tuple[Stay, ...]:
    return attendance(led.session, who)


def row(led: Led, who: str = "d-1") -> str:
    return next(row.whole for row in led.console.panels.people.list.rows if row.id == who)


@pytest.fixture
def late(lead: Lead, clock: Clock) -> Led:
    """A console an hour after the start, with the panel open at the police officer."""
    led = lead(Table().started().at_step("nodig"))
    clock.time = after(60)
    led.console.panels.people.begin()
    led.console.panels.people.list.opened.emit("d-1")
    return led


def button(panel: People, name: str) -> QAbstractButton:
    found = [b for b in panel.presence.findChildren(QPushButton) if b.text() == name and b.isVisible()]
    return found[0]


def set_time(led: Led, field: int, hour: int, minute: int) -> None:
    led.console.panels.people.presence.fields[field].setTime(QTime(hour, minute))


def save(led: Led) -> None:
    led.console.panels.people.keep.click()


def test_space_on_a_row_marks_out_and_in_again(led: Led, clock: Clock) -> None:
    led.press("F10")
    led.console.panels.people.list.choose("d-1")
    led.console.panels.people.list.setFocus()
    clock.time = after(65)
    led.press("Space")
    assert row(led).endswith("gone since 15:05, wijkagent, gone")
    clock.time = after(80)
    led.press("Space")
    assert row(led).endswith("out 15:05–15:20, wijkagent, present")
    assert led.console.panels.people.list.hasFocus()


def test_who_comes_in_later_says_since_when(led: Led, clock: Clock) -> None:
    clock.time = after(20)
    led.press("F10")
    led.type("Veilig Thuis", "Tab")
    led.type("Ada Boon", "Return")
    assert "in since 14:20" in row(led, led.session.notebook.participants[-1].id)


def test_a_row_names_the_moments_that_were_told_without_them(lead: Lead, clock: Clock) -> None:
    table = Table(CASE_SCRIPT, CASE).started().at_step("casus")
    table.do(ev.PresenceSet, participant_id="d-1", present=False)
    table.at = after(20)
    table.at_step("casus", 1)
    led = lead(table)
    clock.time = after(40)
    led.press("F10")
    assert "not there for moment 2, partly for moment 1 of the case “Stil”" in row(led)


def test_before_the_meeting_there_is_a_box_to_tick_and_no_time(lead: Lead) -> None:
    led = lead(Table())
    panel = led.console.panels.people
    panel.begin()
    panel.list.opened.emit("d-1")
    assert (panel.present.isVisible(), panel.presence.isVisible()) == (True, False)
    panel.present.setChecked(False)
    save(led)
    assert stays(led) == ()


def test_a_person_who_is_there_throughout_has_no_times(late: Led) -> None:
    panel = late.console.panels.people
    assert (panel.present.isVisible(), panel.presence.isVisible(), panel.presence.fields) == (False, True, [])
    save(late)
    assert stays(late) == (Stay(),)


def test_that_somebody_came_later_is_put_right(late: Led) -> None:
    button(late.console.panels.people, "Came later").click()
    set_time(late, 0, 14, 20)
    late.press("Return")
    assert stays(late) == (Stay(after(20)),)
    late.console.panels.people.list.opened.emit("d-1")
    button(late.console.panels.people, "From the start").click()
    save(late)
    assert stays(late) == (Stay(),)


def test_times_that_were_forgotten_are_added_and_taken_away(late: Led) -> None:
    panel = late.console.panels.people
    button(panel, "Was out for a while").click()
    assert panel.presence.stays == (Stay(None, after(40)), Stay(after(50)))
    set_time(late, 0, 14, 30)
    save(late)
    assert stays(late) == (Stay(None, after(30)), Stay(after(50)))
    panel.list.opened.emit("d-1")
    next(b for b in panel.presence.findChildren(QAbstractButton) if b.accessibleName() == "Was not out").click()
    save(late)
    assert stays(late) == (Stay(),)


def test_who_did_not_come_is_said_to_have_come_all_the_same(late: Led) -> None:
    panel = late.console.panels.people
    button(panel, "Did not come").click()
    save(late)
    assert (stays(late), late.session.participant("d-1").present) == ((), False)  # type: ignore[union-attr]
    panel.list.opened.emit("d-1")
    button(panel, "Was there").click()
    save(late)
    assert stays(late) == (Stay(),)


def test_who_was_marked_out_stayed(late: Led, clock: Clock) -> None:
    late.console.panels.people.list.pill_clicked.emit("d-1")
    assert late.console.panels.people.presence.stays == (Stay(None, after(60)),)
    clock.time = after(70)
    button(late.console.panels.people, "Stayed").click()
    save(late)
    assert stays(late) == (Stay(),)


def test_a_time_keeps_its_seconds_unless_it_is_changed(late: Led, clock: Clock) -> None:
    clock.time = after(60) + timedelta(seconds=25)
    late.console.panels.people.list.pill_clicked.emit("d-1")
    late.console.panels.people.role.setText("teamchef")
    save(late)
    assert stays(late) == (Stay(None, clock.time),)
    assert late.session.participant("d-1").role == "teamchef"  # type: ignore[union-attr]


def test_times_stay_within_the_meeting_and_in_order(late: Led) -> None:
    panel = late.console.panels.people
    button(panel, "Was out for a while").click()
    set_time(late, 0, 9, 0)
    assert panel.presence.fields[0].moment == START
    set_time(late, 0, 14, 55)
    set_time(late, 1, 14, 50)
    save(late)
    assert panel.hint.text() == Refusal.OUT_OF_ORDER.value
    assert stays(late) == (Stay(),)
    assert panel.presence.fields[0].time() == QTime(14, 55), "what was typed is still there"


def test_a_time_past_midnight_is_of_the_next_day(lead: Lead, clock: Clock) -> None:
    table = Table()
    table.at = START.replace(hour=22)
    led = lead(table.started())
    clock.time = START.replace(hour=22) + timedelta(hours=2)
    led.console.panels.people.begin()
    led.console.panels.people.list.opened.emit("d-1")
    button(led.console.panels.people, "Came later").click()
    set_time(led, 0, 0, 30)
    save(led)
    assert stays(led) == (Stay(START.replace(hour=23, minute=30)),)


def test_undo_says_what_it_took_back(late: Led) -> None:
    late.console.panels.people.list.pill_clicked.emit("d-1")
    late.press("Ctrl+Z")
    assert stays(late) == (Stay(),)
    assert late.console.panels.people.hint.text() == "Taken back: who was in the room"


def test_lines_stand_under_each_other_where_there_is_little_room(qtbot: QtBot) -> None:
    table = Table().started()
    table.at = after(60)
    table.do(ev.PresenceCorrected, participant_id="d-1", stays=(Stay(None, after(20)), Stay(after(30))))
    form = PresenceForm()
    qtbot.addWidget(form)
    form.show_person(table.session, "d-1", table.at)
    form.show()
    left, came = form.fields
    for width, under in ((600, False), (170, True), (600, False)):
        form.resize(width, 400)
        QApplication.processEvents()
        assert (form.width(), came.y() > left.y()) == (width, under)


def test_saving_somebody_brings_back_nothing_that_was_undone(late: Led) -> None:
    late.console.panels.people.list.pill_clicked.emit("d-1")
    assert stays(late) == (Stay(None, after(60)),)
    late.console.deeds.undo()
    assert late.console.panels.people.presence.stays == stays(late) == (Stay(),)
    late.console.panels.people.role.setText("teamchef")
    save(late)
    assert stays(late) == (Stay(),)
    assert late.session.participant("d-1").role == "teamchef"  # type: ignore[union-attr]


def test_times_that_are_being_put_right_stay_when_something_else_happens(late: Led) -> None:
    button(late.console.panels.people, "Came later").click()
    late.console.deeds.toggle_present("d-1")
    set_time(late, 0, 14, 20)
    save(late)
    assert stays(late) == (Stay(after(20)),)


def test_a_half_typed_name_stays_when_somebody_goes_out(late: Led) -> None:
    panel = late.console.panels.people
    panel.name.setText("Noor de B")
    panel.list.pill_clicked.emit("d-1")
    assert (panel.name.text(), panel.presence.stays) == ("Noor de B", (Stay(None, after(60)),))


def test_the_box_to_tick_follows_an_undo(lead: Lead) -> None:
    led = lead(Table())
    led.console.panels.people.begin()
    led.console.panels.people.list.opened.emit("d-1")
    led.console.deeds.toggle_present("d-1")
    assert not led.console.panels.people.present.isChecked()
    led.console.deeds.undo()
    save(led)
    assert led.session.participant("d-1").present  # type: ignore[union-attr]
