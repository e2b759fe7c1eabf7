"""Who has the floor, who only listens; roles; votes; scales; how the group works."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QSpinBox

from facilitator.core.audience import audience_view
from facilitator.core.events import CaseScene, SessionClosed
from facilitator.ui.console.playing import questions_in_order
from facilitator.ui.console.rows import Look
from tests.ui.console.case_table import full_table
from tests.ui.console.conftest import Led


@pytest.fixture
def ring(lead: Callable[..., Led]) -> Led:
    """A round in which one only listens."""
    return lead(full_table("ronde"))


@pytest.fixture
def told(lead: Callable[..., Led]) -> Led:
    """At the first moment of the case."""
    return lead(full_table())


def states(led: Led) -> list[str]:
    return [row.pill or row.aside for row in led.console.table.list.rows]


def test_the_floor_goes_round_until_all_have_spoken(ring: Led) -> None:
    ring.press("Ctrl+B")
    assert (states(ring), ring.strip) == (["speaks", "waits", "waits"], "Politie has the floor")
    ring.press("Ctrl+B", "Ctrl+B")
    assert states(ring) == ["spoke", "spoke", "speaks"]
    assert ring.console.table.list.rows[2].look is Look.NOW
    ring.press("Ctrl+B")
    assert (ring.session.course.turn, ring.strip) == (None, "Everyone has spoken.")


def test_the_floor_goes_back_and_nobody_is_forgotten(ring: Led) -> None:
    ring.press("Ctrl+B", "Ctrl+B", "Ctrl+Shift+B")
    assert ring.session.course.turn == "p-pol"
    ring.press("Ctrl+B")
    assert ring.session.course.turn == "p-vt"
    ring.press("Ctrl+Shift+B", "Ctrl+Shift+B")
    assert ring.strip == "Nobody had the floor before."


def test_an_answer_is_of_who_has_the_floor_unless_it_names_another(ring: Led) -> None:
    ring.press("Ctrl+B")
    ring.type("Eerder bellen")
    assert ring.strip == "answer of Politie"
    ring.press("Return")
    ring.type("@wijk Ik ook", "Return")
    assert [answer.partner_id for answer in ring.session.answers_here()] == ["p-pol", "p-wijk"]


def test_what_is_put_right_is_not_tied_by_itself(ring: Led) -> None:
    ring.type("Eerder bellen", "Return", "Ctrl+B", "Ctrl+E")
    ring.type("!", "Return")
    assert ring.session.answers_here()[0].partner_id is None


def test_who_only_listens_is_chosen_at_the_table_and_skipped(ring: Led) -> None:
    ring.press("Ctrl+L", "Space")
    assert states(ring) == ["listens", "waits", "waits"]
    ring.press("Escape")
    assert ring.console.step.entry.field.hasFocus()
    ring.press("Ctrl+B")
    assert ring.session.course.turn == "p-vt"
    ring.press("Ctrl+L", "Up", "Space")
    assert ring.session.course.presenter is None


def test_enter_at_the_table_gives_the_floor(ring: Led) -> None:
    ring.press("Ctrl+L", "Down", "Return")
    assert ring.session.course.turn == "p-vt"
    assert ring.console.step.entry.field.hasFocus()


def test_the_menu_at_the_table(ring: Led) -> None:
    ring.console.menus.at_table("p-vt", QPoint(10, 10))
    acts = {act.text(): act for act in ring.console.menus.last.actions()}
    assert list(acts) == ["Give the floor", "Only listens", "One place up", "One place down", "Who is at the table"]
    acts["Only listens"].trigger()
    assert ring.session.course.presenter == "p-vt"
    ring.console.menus.last.close()


def test_elsewhere_the_table_is_who_is_there(told: Led) -> None:
    told.press("Ctrl+B")
    assert told.strip == "In this step nobody gets the floor in turn."
    told.console.commands.case.listens("p-vt")
    assert told.strip == "In this step Veilig Thuis does not have to listen only."
    told.press("Ctrl+L", "Return")
    assert told.console.panels.people.isVisible()


def test_in_perspectives_the_roles_take_turns(lead: Callable[..., Led]) -> None:
    led = lead(full_table("rollen"))
    assert [row.text for row in led.console.table.list.rows][:2] == ["wijkagent", "Veilig Thuis"]
    led.press("Ctrl+B")
    led.type("Ik reed langs")
    assert led.strip == "answer as wijkagent"
    led.press("Return")
    assert led.session.answers_here()[0].role == "wijkagent"
    assert led.console.step.answers.list.rows[0].aside == "wijkagent"


# ---- roles


def test_a_role_goes_before_an_organisation_and_both_are_offered(told: Led) -> None:
    told.type("@veil")
    offered = told.console.step.entry.suggestions.rows
    assert [(row.text, row.aside) for row in offered] == [("Veilig Thuis", "role"), ("Veilig Thuis", "organisation")]
    told.press("Down", "Tab")
    assert told.line == '@"Veilig Thuis" '
    told.type("Advies", "Return")
    told.type("@Veilig Thuis Melden", "Return")
    assert [(a.partner_id, a.role) for a in told.session.answers_here()] == [("p-vt", ""), (None, "Veilig Thuis")]


@pytest.mark.parametrize("role", ["wijkagent", "Veilig Thuis"])
def test_putting_an_answer_right_keeps_its_role(told: Led, role: str) -> None:
    told.type(f"@{role} Ik bel", "Return", "Ctrl+E")
    told.type(" nu", "Return")
    answer = told.session.answers_here()[0]
    assert (answer.text, answer.role, answer.partner_id) == ("Ik bel nu", role, None)
    told.console.deeds.tie(answer.id, "p-pol")
    assert told.session.answers_here()[0].role == role
    assert told.console.step.answers.list.rows[0].aside == f"{role} · Politie"


def test_the_menu_of_an_answer_gives_it_a_role(told: Led) -> None:
    told.type("Ik bel", "Return")
    told.console.menus.answer(told.session.answers_here()[0].id, QPoint(10, 10))
    menus = {menu.title(): menu for menu in told.console.menus.last.findChildren(QMenu)}
    next(act for act in menus["Said as"].actions() if act.text() == "wijkagent").trigger()
    assert told.session.answers_here()[0].role == "wijkagent"
    told.console.menus.last.close()


def test_questions_for_all_come_first_then_role_by_role(told: Led) -> None:
    assert [q.id for q in questions_in_order(told.session)] == ["m-q", "alg", "m-wa", "m-vt"]
    told.press("Alt+Down")
    assert told.session.course.question_id == "m-q"


# ---- before the room


@pytest.mark.parametrize(
    ("key", "scene"),
    [("Alt+1", CaseScene.GENOGRAM), ("Alt+2", CaseScene.NETWORK), ("Alt+3", CaseScene.TIMELINE)],
)
def test_a_drawing_comes_and_goes_with_one_key(told: Led, key: str, scene: CaseScene) -> None:
    told.press(key)
    assert told.session.course.case_scene is scene
    assert [button.isChecked() for button in told.console.step.head.case.buttons.values()].count(True) == 1
    told.press(key)
    assert told.session.course.case_scene is None


def test_a_click_on_the_case_line_does_what_the_key_does(told: Led) -> None:
    button = next(iter(told.console.step.head.case.buttons.values()))
    button.click()
    assert (told.session.course.case_scene, button.isChecked()) == (CaseScene.GENOGRAM, True)
    button.click()
    assert (told.session.course.case_scene, button.isChecked()) == (None, False)


def test_a_refused_click_leaves_the_case_line_as_it_is(told: Led) -> None:
    told.running.do(SessionClosed)
    button = next(iter(told.console.step.head.case.buttons.values()))
    button.click()
    assert not button.isChecked()


def test_nothing_of_a_case_before_it_is_told(lead: Callable[..., Led]) -> None:
    led = lead(full_table("ronde"))
    led.press("Alt+1")
    assert led.strip == "Nothing of a case was told yet."
    assert not led.console.step.head.case.isVisible()


# ---- ways, scales and votes


def test_a_silent_step_says_when_answers_are_taken(lead: Callable[..., Led]) -> None:
    led = lead(full_table("stil"))
    assert led.strip == "Silent writing: answers are collected after the silence."
    assert led.console.step.head.way.text() == "silent writing"
    led.type("Gezien", "Return")
    assert led.answers() == ["Gezien"]


def test_a_scale_says_its_words_and_both_counts(lead: Callable[..., Led]) -> None:
    led = lead(full_table("voor"))
    assert led.strip == "1 = nooit · 10 = altijd"
    led.type("3", "Return")
    led.type("3", "Return")
    led.press("PageDown")
    led.type("8", "Return")
    assert led.console.step.answers.compared.text() == "then: 2× 3 · now: 1× 8"
    led.press("F12")
    assert led.console.step.answers.compared.text() == "then: nothing · now: nothing"


def test_votes_for_the_chosen_proposal(lead: Callable[..., Led]) -> None:
    led = lead(full_table("kies"))
    led.type("Een", "Return")
    led.press("Ctrl+Plus")
    assert led.strip.startswith("Choose first the proposal")
    led.press("Up", "Ctrl+Plus", "Ctrl+Plus", "Ctrl+Minus")
    led.console.step.answers.list.setFocus()
    led.press("Plus", "Shift+Plus", "Minus")
    assert led.console.step.answers.list.rows[0].aside == "2 votes"
    assert audience_view(led.session).answers[0].votes == 2
    happened = len(led.kept)
    led.press("Minus", "Minus", "Minus")
    assert (led.session.answers_here()[0].votes, len(led.kept)) == (0, happened + 2)


def test_votes_are_typed_in_the_menu(lead: Callable[..., Led]) -> None:
    led = lead(full_table("kies"))
    led.type("Een", "Return")
    led.console.menus.answer(led.session.answers_here()[0].id, QPoint(10, 10))
    field = led.console.menus.last.findChild(QSpinBox)
    assert isinstance(field, QSpinBox)
    field.setValue(7)
    assert led.session.answers_here()[0].votes == 7
    led.console.menus.last.close()


def test_elsewhere_nothing_is_voted_on(told: Led) -> None:
    told.press("Ctrl+Plus")
    assert told.strip == "In this step nothing is voted on."
