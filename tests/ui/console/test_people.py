"""Who is at the table: anybody can join at any moment."""

from __future__ import annotations

from facilitator.core.events import ParticipantAdded
from facilitator.core.refusal import Refusal
from tests.ui.console.conftest import Led


def open_people(led: Led) -> None:
    led.press("F10")
    assert led.console.panels.people.isVisible()
    assert led.console.panels.people.organisation.hasFocus()


def test_a_walk_in_of_an_organisation_that_is_there(led: Led) -> None:
    open_people(led)
    led.type("veil", "Return")
    assert led.console.panels.people.organisation.text() == "Veilig Thuis"
    led.type("Ada Boon", "Tab")
    led.type("gedragskundige", "Return")
    added = led.session.notebook.participants[-1]
    assert (added.name, added.role, added.partner_id, added.walk_in) == ("Ada Boon", "gedragskundige", "p-vt", True)
    assert led.console.panels.people.organisation.hasFocus()
    assert led.console.panels.people.organisation.text() == ""


def test_a_new_organisation_with_a_person_and_one_alone(led: Led) -> None:
    open_people(led)
    led.type("GGD", "Tab")
    led.type("Bo", "Return")
    led.type("Raad voor de Kinderbescherming", "Return")
    names = [partner.name for partner in led.session.notebook.partners]
    assert names[-2:] == ["GGD", "Raad voor de Kinderbescherming"]
    assert led.session.members_of(led.session.notebook.partners[-2].id)[0].name == "Bo"


def test_somebody_without_an_organisation_is_asked_after(led: Led) -> None:
    open_people(led)
    led.press("Tab")
    led.type("Bo", "Return")
    assert led.console.panels.people.hint.text().startswith("Which organisation")
    assert led.console.panels.people.name.text() == "Bo"


def test_a_person_is_changed_and_their_presence_too(led: Led) -> None:
    open_people(led)
    led.console.panels.people.list.choose("d-1")
    led.console.panels.people.list.setFocus()
    led.press("Space")
    assert not led.session.participant("d-1").present  # type: ignore[union-attr]
    led.press("Return")
    led.console.panels.people.role.setText("teamchef")
    led.press("Return")
    assert led.session.participant("d-1").role == "teamchef"  # type: ignore[union-attr]
    assert led.console.table.list.rows[0].aside == "teamchef · absent"


def test_an_organisation_is_renamed(led: Led) -> None:
    led.console.panels.people.begin("p-pol")
    assert not led.console.panels.people.name.isEnabled()
    led.console.panels.people.organisation.setText("Politie Oost")
    led.press("Return")
    assert led.session.partner("p-pol").name == "Politie Oost"  # type: ignore[union-attr]


def test_what_is_named_elsewhere_is_not_removed(led: Led) -> None:
    led.console.panels.people.begin("p-pol")
    led.console.panels.people.remove.click()
    assert led.console.panels.people.hint.text() == Refusal.IN_USE.value
    assert led.session.partner("p-pol") is not None


def test_a_person_is_removed(led: Led) -> None:
    open_people(led)
    led.console.panels.people.list.opened.emit("d-4")
    led.console.panels.people.remove.click()
    assert led.session.participant("d-4") is None


def test_esc_gives_the_keyboard_back_to_the_typing_line(led: Led) -> None:
    led.type("half een zin")
    open_people(led)
    led.press("Escape")
    assert led.console.step.entry.field.hasFocus()
    assert led.line == "half een zin"


def test_who_comes_before_the_beginning_is_no_walk_in(led: Led) -> None:
    added = [event for event in led.kept if isinstance(event, ParticipantAdded)]
    assert added == []
    assert all(not person.walk_in for person in led.session.notebook.participants)


def test_taking_back_that_somebody_came_says_so(led: Led) -> None:
    open_people(led)
    led.type("Veilig Thuis", "Tab")
    led.type("Ada Boon", "Return")
    led.console.deeds.undo()
    led.console.deeds.redo()
    led.press("Escape", "Ctrl+Z")
    assert led.strip == "Taken back: who is at the table"
