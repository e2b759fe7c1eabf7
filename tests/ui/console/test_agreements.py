"""Agreements: the line at the right, the list, and the full form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from facilitator.core.agreement import Agreement, AgreementKind
from facilitator.core.casus import Phase
from facilitator.ui.console.agreements import agreement_row
from facilitator.ui.console.rows import Look
from tests.ui.console.conftest import Led


def only(led: Led) -> Agreement:
    (agreement,) = led.session.notebook.agreements
    return agreement


def test_the_agreement_line_needs_no_hash(led: Led) -> None:
    led.press("F4")
    led.type("@veilig thuis geeft contact door aan @pol, elke maand", "Return")
    made = only(led)
    assert (made.owner_id, made.with_ids, made.rhythm) == ("p-vt", ("p-pol",), "elke maand")
    assert led.console.side.agreements.entry.field.hasFocus()
    led.press("Escape")
    assert led.console.step.entry.field.hasFocus()


def test_what_is_missing_is_marked_gently(led: Led) -> None:
    led.press("F4")
    led.type("Navragen of het mag", "Return")
    row = led.console.side.agreements.list.rows[0]
    assert (row.pill, row.look) == ("who? when?", Look.ASKING)
    whole = replace(only(led), owner_id="p-pol", deadline=date(2026, 12, 1), confirmed=True)
    row = agreement_row(led.session, whole)
    assert (row.strong, row.below, row.pill) == ("Politie", " · before 1 december 2026", "✓ confirmed")


def test_all_partners_become_the_list_of_that_day(led: Led) -> None:
    led.press("F4")
    led.type("@alle partners bellen elkaar", "Return")
    assert only(led).with_ids == ("p-pol", "p-vt", "p-wijk")


@pytest.fixture
def form(led: Led) -> Led:
    """The form, open on an agreement."""
    led.press("F4")
    led.type("@pol belt", "Return")
    led.press("Up", "Return")
    assert led.console.panels.form.what.hasFocus()
    return led


def test_every_field_of_the_form_is_kept(form: Led) -> None:
    fields = form.console.panels.form
    fields.owner.setCurrentIndex(fields.owner.findData("p-wijk"))
    fields.person.setCurrentIndex(fields.person.findData("d-4"))
    fields.with_whom.boxes["p-pol"].setChecked(True)
    fields.when.setText("over 2 weken")
    fields.back_to.all.click()
    fields.feedback.setText("telefonisch, dezelfde dag")
    fields.phase.setCurrentIndex(fields.phase.findData(Phase.RECOVERY.value))
    fields.kind.setCurrentIndex(fields.kind.findData(AgreementKind.HANDOVER.value))
    fields.details.setPlainText("Alleen op werkdagen.")
    form.press("Return")
    made = only(form)
    assert (made.owner_id, made.owner_participant_id, made.with_ids) == ("p-wijk", "d-4", ("p-pol",))
    assert (made.deadline, made.rhythm, made.feedback) == (date(2026, 12, 1), "", "telefonisch, dezelfde dag")
    assert made.feedback_ids == ("p-pol", "p-vt", "p-wijk")
    assert (made.phase, made.kind, made.details) == (Phase.RECOVERY, AgreementKind.HANDOVER, "Alleen op werkdagen.")
    assert not fields.isVisible()


def test_words_that_are_no_day_are_kept_as_words(form: Led) -> None:
    form.console.panels.form.when.setText("na de zomer")
    assert "na de zomer" in form.console.panels.form.understood.text()
    form.press("Return")
    assert (only(form).deadline, only(form).rhythm) == (None, "na de zomer")


def test_another_owner_brings_other_persons(form: Led) -> None:
    fields = form.console.panels.form
    assert fields.person.count() == 2
    fields.owner.setCurrentIndex(fields.owner.findData("p-wijk"))
    assert fields.person.count() == 3
    fields.owner.setCurrentIndex(0)
    assert not fields.person.isEnabled()


def test_esc_asks_once_before_changes_are_thrown_away(form: Led) -> None:
    form.type(" vaker")
    form.press("Escape")
    assert form.console.panels.form.isVisible()
    assert form.console.panels.form.hint.text().startswith("Not saved yet.")
    form.press("Escape")
    assert not form.console.panels.form.isVisible()
    assert only(form).what == "Belt"


def test_closing_without_changes_records_nothing(form: Led) -> None:
    before = len(form.kept)
    form.press("Return")
    assert len(form.kept) == before
    assert not form.console.panels.form.isVisible()


def test_enter_in_the_details_is_a_new_line_and_ctrl_enter_saves(form: Led) -> None:
    details = form.console.panels.form.details
    details.setFocus()
    QTest.keyClicks(details, "een")
    form.press("Return")
    QTest.keyClicks(details, "twee")
    form.press("Ctrl+Return")
    assert only(form).details == "een\ntwee"


def test_an_empty_agreement_is_refused_in_the_form_itself(form: Led) -> None:
    form.console.panels.form.what.setText("")
    form.press("Return")
    assert form.console.panels.form.isVisible()
    assert form.console.panels.form.hint.text() == "There is no text yet."


def test_tab_stays_inside_the_form(form: Led) -> None:
    seen = set()
    for _time in range(40):
        form.press("Tab")
        focused = form.console.focusWidget()
        assert focused is not None
        assert form.console.panels.form.isAncestorOf(focused)
        seen.add(focused)
    assert {form.console.panels.form.what, form.console.panels.form.details, form.console.panels.form.keep} <= seen


def test_enter_on_the_closing_button_closes(form: Led) -> None:
    form.console.panels.form.drop.setFocus()
    form.press("Return")
    assert not form.console.panels.form.isVisible()


def test_the_menu_confirms_and_removes(led: Led) -> None:
    led.type("#@pol belt", "Return")
    menus = led.console.menus
    for text, left in (("Confirmed", 1), ("Remove", 0)):
        menus.agreement(led.session.notebook.agreements[0].id, QPoint(5, 5))
        next(act for act in menus.last.actions() if act.text() == text).trigger()
        QTest.keyClick(menus.last, Qt.Key.Key_Escape)
        assert len(led.session.notebook.agreements) == left


def test_undo_in_the_details_acts_on_what_was_typed(form: Led) -> None:
    details = form.console.panels.form.details
    details.setFocus()
    QTest.keyClicks(details, "een")
    form.press("Ctrl+Z")
    assert details.toPlainText() == ""
    form.press("Ctrl+Shift+Z")
    assert details.toPlainText() == "een"
    assert form.console.panels.form.isVisible()
