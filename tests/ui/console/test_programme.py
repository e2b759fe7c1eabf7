"""The programme on the fly: another order, other minutes, steps dropped and added, another case."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.core.audience import Scene, audience_view
from facilitator.core.events import Screen
from facilitator.core.script import StepKind
from facilitator.ui.console.add_dialog import AddDialog, What
from facilitator.ui.console.rows import Look
from tests.builders import CASE, CASE_SCRIPT, OTHER_CASE, Table
from tests.ui.console.conftest import Led


def ids(led: Led) -> list[str]:
    """The steps, in the order in which they stand there."""
    return [row.id.partition(":")[0] for row in led.console.programme.list.rows if "+" not in row.id]


def on_step(led: Led, step_id: str) -> None:
    """Choose a step with the keyboard."""
    led.press("Ctrl+G")
    led.console.programme.keep(step_id)


def adding(led: Led) -> AddDialog:
    """The dialog, opened with its key."""
    led.press("Ctrl+Shift+A")
    QApplication.processEvents()
    dialog = led.console.commands.programme.adding
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def back(led: Led) -> None:
    """The window is active again once a dialog has gone, as a desktop sees to."""
    led.console.activateWindow()
    QApplication.processEvents()


@pytest.fixture
def learning(lead: Callable[..., Led]) -> Led:
    """A case in its second moment, with another case at hand."""
    led = lead(Table(CASE_SCRIPT, CASE).started().at_step("casus").at_step("casus", 1))
    led.console.commands.programme.offer(lambda: (CASE, OTHER_CASE))
    return led


# ---- order, minutes, dropping


def test_a_step_goes_to_another_place_with_the_keys_and_back(led: Led) -> None:
    before = ids(led)
    on_step(led, before[3])
    led.press("Alt+Up")
    assert ids(led)[2] == before[3]
    assert led.console.programme.chosen == before[3]
    led.press("Alt+Down", "Alt+Down")
    assert ids(led)[4] == before[3]
    led.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert ids(led) == before
    assert led.strip == "Taken back: the programme"


def test_a_step_is_dragged_to_another_place(led: Led) -> None:
    rows, before = led.console.programme.list, ids(led)
    where = [rows.visualRect(rows.model().index(place, 0)).center() for place in range(len(rows.rows))]
    QTest.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, pos=where[4])
    QTest.mouseMove(rows.viewport(), where[3])
    QTest.mouseMove(rows.viewport(), where[2] - QPoint(0, 8))
    QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, pos=where[2] - QPoint(0, 8))
    assert ids(led) == [*before[:2], before[4], *before[2:4], *before[5:]]


def test_a_step_that_is_dragged_and_comes_back_is_not_entered(led: Led) -> None:
    rows, before = led.console.programme.list, ids(led)
    where = [rows.visualRect(rows.model().index(place, 0)).center() for place in range(len(rows.rows))]
    QTest.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, pos=where[4])
    QTest.mouseMove(rows.viewport(), where[2])
    QTest.mouseMove(rows.viewport(), where[4])
    QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, pos=where[4])
    assert (led.session.step.id, ids(led)) == ("nodig", before)


def test_a_moment_of_a_case_stays_where_it_is_and_does_not_count(learning: Led) -> None:
    programme = learning.console.programme
    programme.list.moved.emit(programme.list.rows[2].id, 0)
    assert ids(learning) == ["welkom", "casus", "afspraken"]
    programme.list.moved.emit("welkom:0", 3)  # past the step and its two moments
    assert ids(learning) == ["casus", "welkom", "afspraken"]


def test_a_step_gets_more_and_fewer_minutes(led: Led) -> None:
    on_step(led, "ronde")
    led.press("Plus", "Plus", "Minus")
    assert led.session.plan[2] == 21
    assert "Stap ronde now has 21 minutes" in led.strip
    led.console.commands.programme.deeds.give("ronde", -100)
    assert led.session.plan[2] == 1


def test_a_step_is_dropped_and_taken_up_again(led: Led) -> None:
    on_step(led, "ronde")
    led.press("Ctrl+Delete")
    row = led.console.programme.list.rows[2]
    assert (row.look, row.aside) == (Look.DROPPED, "dropped")
    assert "dropped" in row.spoken
    led.press("Escape", "PageDown")
    assert led.session.step.id == "kies"
    on_step(led, "ronde")
    led.press("Ctrl+Delete")
    assert led.session.plan[2] == 20
    assert led.console.programme.list.rows[2].look is Look.PLAIN


@pytest.mark.parametrize("way", ["list", "key", "bar", "menu"])
def test_a_dropped_step_that_is_entered_is_taken_up_again_and_counts(led: Led, way: str) -> None:
    on_step(led, "ronde")
    led.press("Ctrl+Delete", "Escape")
    if way == "list":
        led.console.programme.list.opened.emit("ronde:0")
    elif way == "key":
        led.press("Ctrl+3")
    elif way == "bar":
        led.console.bar.step_wanted.emit(2)
    else:
        led.console.programme.list.asked.emit("ronde:0", QPoint(5, 5))
        menu = led.console.menus.last
        assert menu is not None
        menu.actions()[0].trigger()
        menu.close()
    assert (led.session.step.id, led.session.notebook.dropped, led.session.plan[2]) == ("ronde", (), 20)
    assert led.strip.startswith("Stap ronde is taken up again.")
    led.press("Ctrl+Shift+J")
    assert led.session.plan[2] == 25


def test_the_present_step_is_not_dropped_and_it_says_so(led: Led) -> None:
    on_step(led, led.session.step.id)
    led.press("Ctrl+Delete")
    assert led.session.notebook.dropped == ()
    assert led.strip == "You are in this step. Go to another one first."


def test_elsewhere_the_same_keys_do_what_they_always_do(led: Led) -> None:
    before = led.session.plan
    led.press("Escape", "Alt+Down")
    assert led.session.question is not None
    assert led.session.plan == before


@pytest.mark.parametrize("number", range(6))
def test_the_menu_of_a_step_does_the_same(led: Led, number: int) -> None:
    led.console.programme.list.asked.emit("kies:0", QPoint(5, 5))
    menu = led.console.menus.last
    assert menu is not None
    menu.actions()[number].trigger()
    plan = dict(zip((step.id for step in led.session.steps), led.session.plan, strict=True))
    outcome = (led.session.step.id, ids(led).index("kies"), plan["kies"])
    assert (
        outcome
        == [("kies", 3, 10), ("nodig", 2, 10), ("nodig", 4, 10), ("nodig", 3, 15), ("nodig", 3, 5), ("nodig", 3, 0)][
            number
        ]
    )
    menu.close()


# ---- adding


def test_a_question_is_added_and_put_to_the_room_later(led: Led) -> None:
    dialog = adding(led)
    led.type("En als het nacht is?", "Return")
    assert not dialog.isVisible()
    assert led.session.questions[-1].text == "En als het nacht is?"
    assert audience_view(led.session).question == ""
    led.console.step.questions.list.pill_clicked.emit(led.session.questions[-1].id)
    assert audience_view(led.session).question == "En als het nacht is?"


@pytest.mark.parametrize(
    ("what", "title", "kind"),
    [
        (What.BREAK, "Break", StepKind.BREAK),
        (What.STEP, "Wat nog?", StepKind.QUESTION),
        (What.ROUND, "Rondje", StepKind.ROUND),
    ],
)
def test_a_step_is_added_after_the_present_one(led: Led, what: What, title: str, kind: StepKind) -> None:
    dialog = adding(led)
    dialog.what.buttons[what].click()
    dialog.line.setText(title)
    dialog.minutes.setValue(7)
    dialog.accept_button.click()
    back(led)
    added = led.session.steps[led.session.step_number + 1]
    assert (added.title, added.audience_title, added.kind, added.minutes) == (title, title, kind, 7)
    assert led.session.plan[led.session.step_number + 1] == 7
    led.press("PageDown")
    assert audience_view(led.session).title == title
    led.type("antwoord", "Return")
    assert led.answers() == ([] if kind is StepKind.BREAK else ["Antwoord"])


def test_what_is_empty_cannot_be_added(led: Led) -> None:
    dialog = adding(led)
    assert not dialog.accept_button.isEnabled()
    dialog.what.buttons[What.BREAK].click()
    assert dialog.accept_button.isEnabled()  # a break has its name already
    dialog.what.buttons[What.BREAK].click()
    assert dialog.what.chosen == What.BREAK  # one is always chosen
    dialog.what.buttons[What.STEP].click()
    assert dialog.line.text() == ""
    assert len(dialog.what.buttons) == 4  # no case is studied here
    dialog.reject()
    back(led)
    assert led.console.step.entry.field.hasFocus()


def test_the_words_of_a_step_that_was_added_are_put_right(led: Led) -> None:
    led.console.commands.programme.deeds.write_step(StepKind.QUESTION, "Wat nog", "", 12)
    step_id = led.session.steps[led.session.step_number + 1].id
    on_step(led, step_id)
    led.press("Ctrl+E")
    dialog = led.console.commands.programme.adding
    assert dialog is not None
    dialog.line.setText("Wat nog meer?")
    dialog.accept_button.click()
    assert [step.title for step in led.session.steps].count("Wat nog meer?") == 1
    assert led.session.plan[2] == 12
    on_step(led, "welkom")
    led.press("Ctrl+E")
    assert led.strip == "The words of this step are those of the script."


def test_before_the_beginning_nothing_is_added(lead: Callable[..., Led]) -> None:
    led = lead(Table())
    assert not led.console.programme.add.isVisible()
    led.press("Ctrl+Shift+A")
    assert led.console.commands.programme.adding is None
    assert led.strip == "The session has not started yet."
    on_step(led, "kies")
    led.press("Ctrl+Delete")
    assert led.session.notebook.dropped == ()


# ---- another case


def test_another_case_comes_once_the_room_may_see_it(learning: Led) -> None:
    dialog = adding(learning)
    dialog.what.buttons[What.CASE].click()
    assert dialog.cases.count() == 1
    assert not dialog.accept_button.isEnabled()
    dialog.cases.setCurrentRow(0)
    dialog.accept_button.click()
    assert audience_view(learning.session).scene is Scene.NEUTRAL
    learning.press("F7")
    view = audience_view(learning.session)
    assert (view.case_title, view.title) == ("Luid", "woensdag")
    assert learning.console.step.head.title.text() == "woensdag"
    learning.press("Ctrl+Z")
    assert learning.session.case == CASE


def test_a_case_can_be_taken_before_it_is_told(lead: Callable[..., Led]) -> None:
    led = lead(Table(CASE_SCRIPT, CASE).started())
    led.console.commands.programme.offer(lambda: (CASE, OTHER_CASE))
    dialog = adding(led)
    dialog.what.buttons[What.CASE].click()
    dialog.cases.setCurrentRow(0)
    dialog.accept_button.click()
    assert led.session.course.screen is Screen.LIVE
    assert "Luid" in led.strip


def test_the_keyboard_alone_adds_a_break(led: Led) -> None:
    adding(led)
    led.press("Shift+Backtab", "2", "Tab", "Return")
    assert led.session.steps[led.session.step_number + 1].kind is StepKind.BREAK
