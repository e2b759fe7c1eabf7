"""Turning points: marked with one key, asked what was needed and from whom, made an agreement with one more."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint

from facilitator.core.audience import Scene, audience_view
from facilitator.core.events import CaseScene, Deal, RolesDealt
from facilitator.ui.console.rows import Look
from tests.ui.console.case_table import full_table
from tests.ui.console.conftest import Led


@pytest.fixture
def told(lead: Callable[..., Led]) -> Led:
    """At the first moment of the case."""
    return lead(full_table())


@pytest.fixture
def marked(told: Led) -> Led:
    """With a turning point, and what was needed there."""
    told.press("Ctrl+M")
    told.type("Niemand belde", "Return")
    told.type("@pol Een telefoontje", "Return")
    return told


def points(led: Led) -> list[str]:
    return [point.text for point in led.session.notebook.turning_points]


def test_those_of_the_case_are_chosen_with_the_arrows(told: Led) -> None:
    told.press("Ctrl+M")
    assert told.console.step.entry.picks.isVisible()
    told.press("Down", "Down")
    assert told.line == "Geheim kantelpunt twee"
    told.press("Up")
    assert told.line == "Geheim kantelpunt een"
    told.press("Return")
    assert points(told) == ["Geheim kantelpunt een"]
    assert not told.console.step.entry.picks.isVisible()


def test_what_was_marked_is_not_offered_again(told: Led) -> None:
    told.press("Ctrl+M", "Down", "Return", "Ctrl+M", "Ctrl+M")
    assert [row.text for row in told.console.step.entry.picks.rows] == ["Geheim kantelpunt twee"]


def test_own_words_stand_before_the_room_and_the_line_asks_on(told: Led) -> None:
    told.press("Ctrl+M")
    told.type("Niemand belde", "Return")
    assert audience_view(told.session).scene is Scene.TURNING_POINT
    assert told.console.step.entry.chip.text() == "What was needed"
    assert told.console.step.entry.field.hasFocus()


def test_what_was_needed_is_tied_to_whom_and_the_line_waits_for_more(marked: Led) -> None:
    need = marked.session.answers_here()[0]
    point = marked.session.notebook.turning_points[0]
    assert (need.text, need.partner_id, need.turning_point_id) == ("Een telefoontje", "p-pol", point.id)
    marked.type("Tijd", "Return")
    assert [n.text for n in marked.session.needs_at(point.id)] == ["Een telefoontje", "Tijd"]
    marked.press("Escape")
    assert not marked.console.step.entry.chip.isVisible()


def test_a_need_says_from_whom_before_enter(marked: Led) -> None:
    marked.type("@wijkteam Tijd")
    assert marked.strip == "needed from Wijkteam Noord"
    marked.console.step.entry.field.setText("Tijd")
    assert marked.strip == "needed from whom? @ names them"


def test_a_need_is_asked_of_the_organisation_before_a_role_of_its_name(marked: Led) -> None:
    marked.type("@Veilig Thuis Advies", "Return")
    need = marked.session.answers_here()[-1]
    assert (need.partner_id, need.role) == ("p-vt", "")


def test_one_key_makes_an_agreement_of_the_newest_need(marked: Led) -> None:
    marked.press("F9")
    made = marked.session.notebook.agreements[0]
    need = marked.session.answers_here()[0]
    assert (made.what, made.owner_id) == ("Een telefoontje", "p-pol")
    assert (made.origin.moment_id, made.origin.answer_id) == ("m1", need.id)


def test_the_list_has_the_needs_under_their_point(marked: Led) -> None:
    rows = marked.console.step.answers.list.rows
    assert [(row.text, row.aside, row.look) for row in rows] == [
        ("Niemand belde", "", Look.EDGED),
        ("Een telefoontje", "Politie", Look.SUB),
    ]
    assert marked.console.step.answers.count.text() == ""


def test_revealing_shows_the_needs_at_the_point_before_the_room(marked: Led) -> None:
    marked.press("F8")
    shown = audience_view(marked.session).point
    assert shown is not None
    assert [need.text for need in shown.needs] == ["Een telefoontje"]


def test_the_same_key_takes_it_away_from_the_room(marked: Led) -> None:
    marked.press("Ctrl+M")
    assert marked.session.course.case_scene is None
    assert not marked.console.step.entry.chip.isVisible()


def test_a_chosen_point_goes_to_the_room_with_the_key_that_shows(marked: Led) -> None:
    marked.press("Escape", "Up", "Up", "F8")
    assert marked.session.course.case_scene is None
    marked.press("F8")
    assert marked.session.course.case_scene is CaseScene.TURNING_POINT


def test_a_point_and_a_need_are_put_right_in_the_line(marked: Led) -> None:
    marked.press("Escape", "Up", "Up", "Ctrl+E")
    assert marked.line == "Niemand belde"
    marked.type(" op tijd", "Return")
    assert points(marked) == ["Niemand belde op tijd"]
    marked.press("Down", "Ctrl+E")
    assert marked.line == '@"Politie" Een telefoontje'
    marked.type("!", "Return")
    need = marked.session.answers_here()[0]
    assert (need.text, need.partner_id, bool(need.turning_point_id)) == ("Een telefoontje!", "p-pol", True)


def test_a_point_marked_by_mistake_goes_and_its_need_stays_said(marked: Led) -> None:
    marked.press("Escape", "Up", "Up", "Ctrl+Delete")
    assert points(marked) == []
    assert audience_view(marked.session).scene is Scene.PAGE
    assert [row.look for row in marked.console.step.answers.list.rows] == [Look.PLAIN]
    marked.press("Ctrl+Z")
    assert marked.strip == "Taken back: a turning point"


def test_the_line_goes_home_with_the_moment_and_with_the_point(marked: Led) -> None:
    marked.press("Ctrl+Z", "Ctrl+Z")
    assert not marked.console.step.entry.chip.isVisible()
    marked.press("Ctrl+M")
    marked.press("PageDown")
    assert not marked.console.step.entry.chip.isVisible()
    assert not marked.console.step.entry.picks.isVisible()


def test_elsewhere_there_is_nothing_to_mark(lead: Callable[..., Led]) -> None:
    led = lead(full_table("ronde"))
    led.press("Ctrl+M")
    assert led.strip == "This is done at a moment of a case."


def test_the_menu_of_a_point_asks_on(marked: Led) -> None:
    marked.press("Escape", "Ctrl+M")
    point = marked.session.notebook.turning_points[0]
    marked.console.menus.answer(point.id, QPoint(10, 10))
    acts = {act.text(): act for act in marked.console.menus.last.actions()}
    acts["Ask what was needed"].trigger()
    assert marked.console.step.entry.chip.text() == "What was needed"
    acts["Before the room, or away"].trigger()
    assert marked.session.course.case_scene is None
    marked.console.menus.last.close()


def test_a_need_of_a_role_is_proposed_to_the_organisation_that_plays_it(marked: Led) -> None:
    marked.running.do(RolesDealt, deals=(Deal("d-3", ("leerkracht",)),))
    marked.type("@leerkracht Eerder bellen", "Return")
    assert marked.session.answers_here()[-1].role == "leerkracht"
    marked.press("F9")
    assert marked.session.notebook.agreements[-1].owner_id == "p-wijk"
