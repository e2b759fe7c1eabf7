"""Dots, orders, groups and a silence, led by hand on the console."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QSpinBox

from facilitator.core import events as ev
from facilitator.core.audience import audience_view
from facilitator.core.course import Silence
from facilitator.core.events import Answer
from facilitator.core.grouping import groups_here
from facilitator.core.options import dots_at
from facilitator.core.script import Reveal
from facilitator.ui.console.quiet_line import left_words
from facilitator.ui.console.reading import Mode
from facilitator.words import _
from tests.builders import VOTES, Table
from tests.ui.console.conftest import Led

Lead = Callable[..., Led]

QUIET = replace(VOTES, steps=(VOTES.steps[0], replace(VOTES.steps[5], silent_minutes=2)))
NEVER = replace(VOTES, steps=tuple(replace(step, reveal=Reveal.NEVER) for step in VOTES.steps))


def dots(led: Led) -> dict[str, int]:
    return dots_at(led.session.notebook, led.session.step.id, None)


def rows(led: Led) -> list[str]:
    return [f"{row.mark} {row.text} {row.aside}".strip() for row in led.console.step.answers.list.rows]


def at(lead: Lead, step_id: str) -> Led:
    return lead(Table(VOTES).started().at_step(step_id))


# ---- dots


def test_dots_are_typed_with_the_number_of_their_option(lead: Lead) -> None:
    led = at(lead, "stippen")
    led.type("2 9", "Return")
    led.type("3: 2", "Return")
    assert dots(led) == {"mailen": 9, "wachten": 2}
    assert rows(led) == ["1 bellen 0 dots", "2 mailen 9 dots", "3 wachten 2 dots"]
    assert led.console.step.answers.count.text() == "11 of 12 dots placed"
    assert led.line == ""


def test_dots_are_counted_from_top_to_bottom_with_bare_numbers(lead: Lead) -> None:
    led = at(lead, "stippen")
    led.press("Up", "Up", "Up")
    for number in ("5", "0", "7"):
        led.type(number, "Return")
    assert dots(led) == {"bellen": 5, "wachten": 7}
    assert led.console.step.answers.list.chosen is None


def test_dots_are_counted_one_by_one_and_never_under_none(lead: Lead) -> None:
    led = at(lead, "stippen")
    led.press("Ctrl+Plus")
    assert "Choose first" in led.strip
    led.press("Up", "Ctrl+Plus", "Ctrl+Plus", "Ctrl+Minus")
    assert dots(led) == {"wachten": 1}
    led.press("Ctrl+Minus", "Ctrl+Minus")
    assert dots(led) == {"wachten": 0}


def test_more_dots_than_there_are_is_told(lead: Lead) -> None:
    led = at(lead, "stippen")
    led.type("1 14", "Return")
    assert "2 too many" in led.console.step.answers.count.text()
    assert led.console.step.answers.count.property("role") == "attention"
    led.type("1 12", "Return")
    assert led.console.step.answers.count.property("role") == "small"


@pytest.mark.parametrize(("typed", "said"), [("7 2", "no number 7"), ("bellen", "Count:"), ("9", "Choose first")])
def test_what_is_no_count_stays_in_the_line_and_is_told(lead: Lead, typed: str, said: str) -> None:
    led = at(lead, "stippen")
    led.type(typed, "Return")
    assert said in led.strip
    assert (led.line, dots(led)) == (typed, {})


def test_dots_come_before_the_room_and_go_again(lead: Lead) -> None:
    led = at(lead, "stippen")
    led.type("2 9", "Return")
    assert led.console.step.answers.reveal.isEnabled()
    led.press("F8")
    assert audience_view(led.session).voted is not None
    assert led.console.step.answers.count.text() == "9 of 12 dots placed · shown"
    assert not led.console.step.answers.reveal.isEnabled()
    led.press("F8")
    assert "no answer to show" in led.strip
    led.press("Ctrl+F8")
    assert audience_view(led.session).voted is None


def test_proposals_come_before_the_room_before_their_dots_do(lead: Lead) -> None:
    led = at(lead, "plakken")
    led.type("Een buddy", "Return")
    led.type("Later", "Return")
    led.press("Shift+F8")
    assert [each.means for each in audience_view(led.session).choices] == ["Een buddy", "Later"]
    led.type("1 3", "Return")
    led.press("Shift+F8")
    voted = audience_view(led.session).voted
    assert voted is not None
    assert [(row.text, row.dots) for row in voted.dots] == [("Een buddy", 3), ("Later", 0)]
    assert rows(led) == ["1 Een buddy 3 dots", "2 Later 0 dots"]


def test_nothing_is_folded_open_of_dots_that_the_room_has_not_seen(lead: Lead) -> None:
    led = at(lead, "stippen")
    led.type("2 9", "Return")
    led.press("F12")
    assert rows(led) == ["1 bellen", "2 mailen", "3 wachten"]


def test_dots_in_the_menu(lead: Lead) -> None:
    led = at(lead, "stippen")
    led.console.menus.answer("option/2", QPoint())
    field = led.console.menus.last.findChild(QSpinBox)
    assert isinstance(field, QSpinBox)
    field.setFocus()
    field.lineEdit().selectAll()
    QTest.keyClicks(field, "14")
    assert dots(led) == {}, "half a number is none"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert dots(led) == {"mailen": 14}
    led.console.menus.last.close()


def test_a_choice_of_the_step_is_neither_changed_nor_removed(lead: Lead) -> None:
    led = at(lead, "stippen")
    led.press("Up", "Ctrl+Delete")
    assert "belongs to the step" in led.strip
    led.press("Ctrl+E")
    assert "belongs to the step" in led.strip
    assert len(rows(led)) == 3


# ---- orders


@pytest.mark.parametrize("typed", ["3 1 2", "3,1,2", "3 > 1 > 2", "312", "@politie 3 1 2"])
def test_an_order_is_typed_by_its_numbers(lead: Lead, typed: str) -> None:
    led = at(lead, "rangorde")
    led.type(typed)
    assert "wachten › bellen › mailen" in led.strip
    led.press("Return")
    (answer,) = led.session.answers_here()
    assert answer.order == ("wachten", "bellen", "mailen")
    assert answer.partner_id == ("p-pol" if "@" in typed else None)
    assert rows(led)[-1].startswith("3 1 2")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("3 1", "Number 2 is still missing"),
        ("2", "Still missing: 1, 3"),
        ("3 1 1", "Number 1 stands there twice"),
        ("4 1 2", "no number 4"),
        ("eerst bellen", "Type an order"),
    ],
)
def test_what_is_no_order_is_told_and_stays(lead: Lead, typed: str, said: str) -> None:
    led = at(lead, "rangorde")
    led.type(typed, "Return")
    assert said in led.strip
    assert (led.line, led.session.answers_here()) == (typed, ())


def test_an_order_is_put_right(lead: Lead) -> None:
    led = at(lead, "rangorde")
    led.type("@politie 3 1 2", "Return")
    led.press("Ctrl+E")
    assert led.line == '@"Politie" 3 1 2'
    led.press("Ctrl+A")
    led.type("1 2 3", "Return")
    (answer,) = led.session.answers_here()
    assert (answer.order, answer.partner_id) == (("bellen", "mailen", "wachten"), None)


def test_proposals_are_typed_before_they_are_put_in_order(lead: Lead) -> None:
    led = at(lead, "volgorde")
    led.type("1 2", "Return")
    assert "nothing to put in order yet" in led.strip
    led.press("Ctrl+A")
    led.type("Een buddy", "Return")
    led.type("Later", "Return")
    led.type("2 1", "Return")
    assert rows(led) == ["1 Een buddy", "2 Later", "2 1"]
    assert "1 order, 0" in led.console.step.answers.count.text()
    led.press("Shift+F8")
    voted = audience_view(led.session).voted
    assert voted is not None
    assert [each.text for each in voted.ranking] == ["Later", "Een buddy"]


# ---- groups


@pytest.fixture
def said(lead: Lead) -> Led:
    """Three answers, of which the room has seen none."""
    table = Table(VOTES).started().at_step("nodig")
    for name in "abc":
        table.do(ev.AnswerGiven, answer=Answer(name, "nodig", f"tekst {name}"))
    return lead(table, 1280, 1300)


def groups(led: Led) -> list[tuple[str, tuple[str, ...]]]:
    return [(group.name, group.answer_ids) for group in groups_here(led.session)]


def test_answers_are_put_in_a_group_by_keyboard(said: Led) -> None:
    said.press("Up", "Ctrl+Shift+G")
    said.type("tijd", "Return")
    assert (groups(said), said.console.step.entry.task.mode) == ([("tijd", ("c",))], Mode.ANSWER)
    said.console.step.answers.list.choose("a")
    said.press("Ctrl+Shift+G")
    said.type("Tijd", "Return")
    assert groups(said) == [("tijd", ("c", "a"))]
    assert [row.text for row in said.console.step.answers.list.rows] == ["tijd", "tekst a", "tekst c", "tekst b"]


def test_a_group_that_is_there_is_chosen_with_the_arrows(said: Led) -> None:
    said.press("Up", "Ctrl+Shift+G")
    said.type("tijd", "Return")
    said.console.step.answers.list.choose("b")
    said.press("Ctrl+Shift+G", "Up")
    assert said.line == "tijd"
    said.press("Return")
    assert groups(said) == [("tijd", ("c", "b"))]


def test_an_answer_leaves_its_group_with_an_empty_line(said: Led) -> None:
    said.press("Up", "Ctrl+Shift+G")
    said.type("tijd", "Return")
    said.console.step.answers.list.choose("c")
    said.press("Ctrl+Shift+G", "Return")
    assert (groups(said), said.console.step.entry.task.mode) == ([], Mode.ANSWER)
    said.press("Up", "Ctrl+Shift+G", "Return")
    assert "in no group" in said.strip


def test_a_group_is_named_shown_and_taken_apart_by_its_heading(said: Led) -> None:
    said.console.commands.ways.dropped("a", "b")
    assert said.console.step.entry.task.mode is Mode.GROUP
    said.type("samen", "Return")
    assert groups(said) == [("samen", ("b", "a"))]
    (group,) = groups_here(said.session)
    said.console.step.answers.list.choose(group.id)
    said.press("F8")
    assert [answer.text for answer in audience_view(said.session).answers] == ["tekst a", "tekst b"]
    said.console.step.answers.list.choose(group.id)
    said.press("Ctrl+E", "Ctrl+A")
    said.type("anders", "Return")
    assert groups(said) == [("anders", ("b", "a"))]
    said.console.step.answers.list.choose(group.id)
    said.press("Ctrl+Delete")
    assert groups(said) == []
    said.press("Ctrl+Z")
    assert "a group of answers" in said.strip
    assert len(groups(said)) == 1


def test_only_words_are_put_together(lead: Lead) -> None:
    led = at(lead, "nodig")
    led.press("Ctrl+Shift+G")
    assert "Choose first" in led.strip
    led = at(lead, "rangorde")
    led.type("1 2 3", "Return")
    led.press("Up", "Ctrl+Shift+G")
    assert "nothing to put together" in led.strip


def drag(led: Led, source: str, target: str | None) -> None:
    """Take the row with one id and let it go on another, or under them all."""
    rows = led.console.step.answers.list
    port = rows.viewport()
    position = {row.id: rows.visualRect(rows.model().index(number, 0)).center() for number, row in enumerate(rows.rows)}
    start = position[source]
    end = QPoint(start.x(), port.height() - 3) if target is None else position[target]
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(port, start + QPoint(0, 3))
    assert not led.console.step.answers.dragging.target.isVisible()
    QTest.mouseMove(port, end)
    assert led.console.step.answers.dragging.target.isVisible() is (target is not None)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    assert not led.console.step.answers.dragging.target.isVisible()


def test_an_answer_is_dragged_onto_another_and_out_again(said: Led) -> None:
    drag(said, "a", "c")
    said.type("tijd", "Return")
    assert groups(said) == [("tijd", ("c", "a"))]
    drag(said, "b", groups_here(said.session)[0].id)
    assert groups(said) == [("tijd", ("c", "a", "b"))]
    drag(said, "c", None)
    assert groups(said) == [("tijd", ("a", "b"))]
    assert said.console.step.entry.task.mode is Mode.ANSWER


def test_esc_lets_go_of_an_answer_that_is_dragged(said: Led) -> None:
    rows = said.console.step.answers.list
    clicks: list[object] = []
    rows.clicked.connect(clicks.append)
    port, dragging = rows.viewport(), said.console.step.answers.dragging
    start, end = (rows.visualRect(rows.model().index(number, 0)).center() for number in (0, 2))
    said.type("half")
    for last in (end, start):
        QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(port, end)
        assert dragging.target.isVisible()
        said.press("Escape")
        assert not dragging.target.isVisible()
        QTest.mouseMove(port, last)
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=last)
    assert (groups(said), clicks, said.line) == ([], [], "half")
    assert said.console.step.entry.task.mode is Mode.ANSWER
    drag(said, "a", "c")
    said.type("tijd", "Return")
    assert len(groups(said)) == 1


def test_dragging_a_heading_or_a_choice_does_nothing(lead: Lead) -> None:
    led = at(lead, "stippen")
    rows = led.console.step.answers.list
    centre = rows.visualRect(rows.model().index(0, 0)).center()
    QTest.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    QTest.mouseMove(rows.viewport(), centre + QPoint(0, 40))
    QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, pos=centre + QPoint(0, 40))
    assert led.session.history == ()


def test_the_menu_puts_in_a_group_and_takes_out(said: Led) -> None:
    said.console.commands.ways.dropped("a", "b")
    said.type("tijd", "Return")
    said.console.menus.answer("c", QPoint())
    under = next(menu for menu in said.console.menus.last.findChildren(QMenu) if menu.title() == _("Group"))
    no_group, time = under.actions()
    assert no_group.isChecked()
    time.trigger()
    assert groups(said) == [("tijd", ("b", "a", "c"))]
    no_group.trigger()
    assert groups(said) == [("tijd", ("b", "a"))]
    said.console.menus.last.close()


# ---- a silence


def test_a_silence_begins_and_ends_with_the_same_key(lead: Lead) -> None:
    led = at(lead, "nodig")
    quiet = led.console.step.quiet
    assert not quiet.isVisible()
    led.press("Ctrl+Shift+S")
    assert led.session.course.silence == Silence(led.running.now(), 1)
    assert (quiet.isVisible(), quiet.words.text()) == (True, "Quiet · 1:00 left")
    led.press("Ctrl+Shift+S")
    assert led.session.course.silence == Silence(led.running.now(), 1, ended=True)
    assert not quiet.isVisible()


def test_a_step_that_begins_in_silence_offers_it_and_nothing_starts_by_itself(lead: Lead) -> None:
    table = Table(QUIET).started()
    led = lead(table)
    quiet = led.console.step.quiet
    led.press("PageDown")
    assert (quiet.isVisible(), led.session.course.silence) == (True, None)
    assert "2 minutes of silence" in quiet.words.text()
    quiet.press.click()
    assert led.session.course.silence == Silence(led.running.now(), 2)
    assert quiet.press.accessibleName() == "Stop"
    quiet.press.click()
    assert not quiet.isVisible()


def test_a_silence_is_made_longer_by_its_buttons(lead: Lead) -> None:
    led = at(lead, "nodig")
    led.press("Ctrl+Shift+S")
    led.console.step.quiet.lengths[2].click()
    silence = led.session.course.silence
    assert silence is not None
    assert silence.minutes == 3
    assert [button.isChecked() for button in led.console.step.quiet.lengths] == [False, False, True]
    led.console.tick(led.running.now() + timedelta(seconds=50))
    assert led.console.step.quiet.words.text() == "Quiet · 2:10 left"
    led.console.tick(led.running.now() + timedelta(seconds=400))
    assert "Nothing goes on by itself" in led.console.step.quiet.words.text()
    assert led.session.step.id == "nodig"


def test_how_long_it_is_still_quiet() -> None:
    assert left_words(1, 0.0) == "Quiet · 1:00 left"
    assert left_words(2, 65.2) == "Quiet · 0:55 left"
    assert left_words(1, 60.0) == left_words(1, 900.0)


def test_dots_that_the_room_never_sees_cannot_be_shown(lead: Lead) -> None:
    led = lead(Table(NEVER).started().at_step("stippen"))
    led.type("2 9", "Return")
    assert not led.console.step.answers.reveal.isEnabled()
    led.press("F8")
    assert led.session.notebook.dots_shown == ()
