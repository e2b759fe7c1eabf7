"""The form of an agreement: what matters first, and the rest that unfolds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, AgreementKind, AgreementRef, Escalation, Ground, Origin, Status
from facilitator.core.people import Partner
from facilitator.core.vocabulary import AgreementLevel, Channel, Coordination, Frustration, Phase
from facilitator.ui.console.agreeing.form import AgreementForm
from facilitator.ui.console.agreeing.life import life_lines
from facilitator.ui.console.agreeing.more import filled
from tests.builders import Table
from tests.shipped import shipped_library
from tests.ui.console.conftest import Led


def only(led: Led) -> Agreement:
    (agreement,) = led.session.notebook.agreements
    return agreement


@pytest.fixture
def form(led: Led) -> Led:
    """The form, open on an agreement."""
    led.press("F4")
    led.type("@pol belt", "Return")
    led.press("Up", "Return")
    assert fields(led).basics.what.hasFocus()
    return led


def fields(led: Led) -> AgreementForm:
    return led.console.panels.form


# ---- what matters first


def test_what_matters_first_is_kept(form: Led) -> None:
    basics = fields(form).basics
    basics.owner.choose("p-wijk")
    basics.person.choose("d-4")
    basics.with_whom.boxes["p-pol"].setChecked(True)
    basics.when.setText("over 2 weken")
    basics.back_to.all.click()
    basics.feedback.setText("telefonisch, dezelfde dag")
    form.press("Return")
    made = only(form)
    assert (made.owner_id, made.owner_participant_id, made.with_ids) == ("p-wijk", "d-4", ("p-pol",))
    assert (made.deadline, made.rhythm, made.feedback) == (date(2026, 12, 1), "", "telefonisch, dezelfde dag")
    assert made.feedback_ids == ("p-pol", "p-vt", "p-wijk")
    assert not fields(form).isVisible()


def test_words_that_are_no_day_are_kept_as_words(form: Led) -> None:
    fields(form).basics.when.setText("na de zomer")
    assert "na de zomer" in fields(form).basics.understood.text()
    form.press("Return")
    assert (only(form).deadline, only(form).rhythm) == (None, "na de zomer")


def test_another_owner_brings_other_persons(form: Led) -> None:
    basics = fields(form).basics
    assert basics.person.count() == 2
    basics.owner.choose("p-wijk")
    assert basics.person.count() == 3
    basics.owner.choose(None)
    assert not basics.person.isEnabled()


def test_what_is_missing_has_the_keyboard_when_it_is_to_be_completed(form: Led) -> None:
    form.press("Escape")
    form.console.commands.complete_agreement(only(form).id)
    assert fields(form).basics.when.hasFocus()
    form.press("Escape")
    form.running.do(ev.AgreementChanged, agreement=replace(only(form), owner_id=None))
    form.console.commands.complete_agreement(only(form).id)
    assert fields(form).basics.owner.hasFocus()


# ---- the rest


def test_every_field_that_unfolds_is_kept(form: Led) -> None:
    more = fields(form).more
    form.press("Ctrl+M")
    assert more.naming.title.hasFocus()
    naming, watching = more.naming, more.watching
    naming.title.setText("Bellen")
    naming.start.line.setText("1 dec")
    naming.kind.choose(AgreementKind.HANDOVER.value)
    naming.level.choose(AgreementLevel.REGION.value)
    naming.phase.choose(Phase.RECOVERY.value)
    naming.details.setPlainText("Alleen op werkdagen.")
    more.reasons.why.setText("We horen niets terug.")
    more.reasons.frustration.choose(Frustration.TRUST.value)
    more.direction.coordination.choose(Coordination.CASE.value)
    more.direction.directed_by.choose("p-vt")
    watching.monitoring.setText("elke maand")
    watching.monitored_by.choose("p-wijk")
    watching.criterion.setText("De kinderen slapen thuis.")
    watching.evaluate_on.line.setText("op 1-3-2027")
    form.press("Return")
    made, before = only(form), form.session.details.day
    assert (made.title, made.start, made.kind) == ("Bellen", date(before.year, 12, 1), AgreementKind.HANDOVER)
    assert (made.level, made.phase, made.details) == (AgreementLevel.REGION, Phase.RECOVERY, "Alleen op werkdagen.")
    assert (made.why, made.origin.frustration) == ("We horen niets terug.", Frustration.TRUST)
    assert (made.coordination, made.directed_by_id) == (Coordination.CASE, "p-vt")
    assert (made.monitoring, made.monitored_by_id) == ("elke maand", "p-wijk")
    assert (made.safety_criterion, made.evaluate_on) == ("De kinderen slapen thuis.", date(2027, 3, 1))
    assert filled(made) == 12


def test_what_is_kept_stands_in_the_form_and_saving_it_again_records_nothing(form: Led) -> None:
    whole = replace(
        only(form),
        title="Bellen",
        start=date(2026, 12, 1),
        kind=AgreementKind.LEARNING,
        level=AgreementLevel.TEAM,
        phase=Phase.RECOVERY,
        details="Alleen\nop werkdagen.",
        why="Zomaar",
        origin=Origin("nodig", frustration=Frustration.KNOWLEDGE),
        coordination=Coordination.PROCESS,
        directed_by_id="p-pol",
        ground=Ground("weg", "par", "Een paragraaf"),
        escalation=(Escalation(1, "teamleider", 5), Escalation(4, "wethouder")),
        monitoring="elke week",
        monitored_by_id="p-vt",
        safety_criterion="Niemand wordt geslagen.",
        evaluate_on=date(2027, 3, 1),
    )
    form.press("Escape")
    form.running.do(ev.AgreementChanged, agreement=whole)
    form.console.commands.open_agreement(whole.id)
    assert "14 filled in" in fields(form).more.fold.text()
    before = len(form.kept)
    assert fields(form).filled_in() == only(form)
    form.press("Return")
    assert len(form.kept) == before


def test_more_stays_open_while_the_session_is_led(form: Led) -> None:
    form.press("Ctrl+M", "Escape")
    form.console.commands.open_agreement(None)
    assert fields(form).more.is_open
    form.press("Ctrl+M")
    assert fields(form).more.fold.hasFocus()
    form.press("Escape")
    form.console.commands.open_agreement(None)
    assert not fields(form).more.is_open


def test_a_choice_does_not_change_when_the_form_is_scrolled(form: Led) -> None:
    kind = fields(form).more.naming.kind
    form.press("Ctrl+M")
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(kind.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(kind, turn)
    assert kind.choice is None


# ---- escalation


def test_steps_are_added_and_taken_away_by_keyboard(form: Led) -> None:
    steps = fields(form).more.escalations
    form.press("Ctrl+M")
    for words in ("teamleider", "manager"):
        steps.add.setFocus()
        form.press("Return")
        form.type(words)
    QTest.keyClicks(steps.rows[0].days, "5")
    assert [row.level.choice for row in steps.rows] == ["1", "2"]
    steps.rows[0].remove.setFocus()
    form.press("Return")
    assert steps.rows[0].to.hasFocus()
    steps.rows[0].days.setFocus()
    form.type("10", "Return")
    assert only(form).escalation == (Escalation(2, "manager", 10),)


def test_steps_stand_by_level_and_an_empty_one_is_none(form: Led) -> None:
    steps = fields(form).more.escalations
    for words, level in (("wethouder", "4"), ("teamleider", "1"), ("", "2")):
        steps.add.click()
        steps.rows[-1].to.setText(words)
        steps.rows[-1].level.choose(level)
    form.press("Return")
    assert only(form).escalation == (Escalation(1, "teamleider"), Escalation(4, "wethouder"))


def test_removing_the_last_step_leads_to_adding_one(form: Led) -> None:
    steps = fields(form).more.escalations
    form.press("Ctrl+M")
    steps.add.click()
    steps.rows[0].remove.click()
    assert steps.add.hasFocus()


# ---- what is wrong


def test_an_empty_agreement_is_told_at_its_field(form: Led) -> None:
    fields(form).basics.what.setText("")
    form.press("Return")
    assert fields(form).basics.what.hasFocus()
    assert fields(form).hint.text() == "Write down what is agreed."
    assert only(form).what == "Belt"


def wrong(widget: QWidget) -> bool:
    return bool(widget.property("role") == "wrong" and widget.accessibleDescription())


@pytest.mark.parametrize("typed", ["na de zomer", "31 februari 2027", "1 mrt of later", "32-1-2027"])
def test_words_that_are_no_day_are_told_and_stay(form: Led, typed: str) -> None:
    start, evaluation = fields(form).more.naming.start, fields(form).more.watching.evaluate_on
    for field in (start, evaluation):
        field.line.setText(typed)
    before = len(form.kept)
    form.press("Return")
    assert fields(form).more.is_open
    assert start.line.hasFocus()
    assert (wrong(start.line), wrong(evaluation.line)) == (True, True)
    assert len(form.kept) == before
    start.line.setText("1 mrt 2027")
    evaluation.line.setText("over 3 maanden")
    form.press("Return")
    assert (only(form).start, only(form).evaluate_on) == (date(2027, 3, 1), date(2027, 2, 17))
    assert not wrong(start.line)


@pytest.mark.parametrize(("to", "days"), [("", "5"), ("teamleider", "vijf"), ("teamleider", "-1"), ("wie", "1000")])
def test_a_step_that_is_not_whole_is_told_and_stays(form: Led, to: str, days: str) -> None:
    steps = fields(form).more.escalations
    steps.add.click()
    steps.rows[0].to.setText(to)
    steps.rows[0].days.setText(days)
    form.press("Return")
    row = steps.rows[0]
    assert row.words.isVisible()
    assert (wrong(row.to), wrong(row.days)) == (not to, bool(to))
    assert only(form).escalation == ()


def test_esc_asks_once_before_changes_are_thrown_away(form: Led) -> None:
    form.type(" vaker")
    form.press("Escape")
    assert fields(form).isVisible()
    assert fields(form).hint.text().startswith("Not saved yet.")
    form.press("Escape")
    assert not fields(form).isVisible()
    assert only(form).what == "Belt"


def test_esc_asks_too_where_a_day_was_not_understood(form: Led) -> None:
    fields(form).more.naming.start.line.setText("na de zomer")
    form.press("Escape")
    assert fields(form).hint.text().startswith("Not saved yet.")


def test_closing_without_changes_records_nothing(form: Led) -> None:
    before = len(form.kept)
    form.press("Return")
    assert len(form.kept) == before
    assert not fields(form).isVisible()


# ---- keys


def test_enter_in_the_details_is_a_new_line_and_ctrl_enter_saves(form: Led) -> None:
    form.press("Ctrl+M")
    details = fields(form).more.naming.details
    details.setFocus()
    QTest.keyClicks(details, "een")
    form.press("Return")
    QTest.keyClicks(details, "twee")
    form.press("Ctrl+Return")
    assert only(form).details == "een\ntwee"


def test_undo_in_the_details_acts_on_what_was_typed(form: Led) -> None:
    form.press("Ctrl+M")
    details = fields(form).more.naming.details
    details.setFocus()
    QTest.keyClicks(details, "een")
    form.press("Ctrl+Z")
    assert details.toPlainText() == ""
    form.press("Ctrl+Shift+Z")
    assert details.toPlainText() == "een"
    assert fields(form).isVisible()


def test_tab_stays_inside_the_form(form: Led) -> None:
    form.press("Ctrl+M")
    seen = set()
    for _time in range(60):
        form.press("Tab")
        focused = form.console.focusWidget()
        assert focused is not None
        assert fields(form).isAncestorOf(focused)
        seen.add(focused)
    more = fields(form).more
    assert {fields(form).basics.what, more.naming.details, more.escalations.add, fields(form).keep} <= seen


def test_enter_on_the_closing_button_closes(form: Led) -> None:
    fields(form).drop.setFocus()
    form.press("Return")
    assert not fields(form).isVisible()


# ---- the regional agreement


def test_a_paragraph_brings_its_kind_level_and_phase_where_none_was_chosen(form: Led) -> None:
    (model, *_others) = shipped_library().models
    form.console.panels.models = lambda: (model,)
    form.press("Escape")
    form.console.commands.open_agreement(None)
    assert fields(form).more.direction.ground.count() == 1  # not read before it is to be seen
    form.press("Ctrl+M")
    direction, naming = fields(form).more.direction, fields(form).more.naming
    naming.kind.choose(AgreementKind.LEARNING.value)
    place = direction.ground.findText(model.chapters[0].title, Qt.MatchFlag.MatchStartsWith)
    direction.ground.setCurrentIndex(place)
    direction.ground.activated.emit(place)
    form.press("Return")
    made, paragraph = only(form), model.paragraphs[0]
    assert made.ground == Ground(model.id, paragraph.id, paragraph.title, 1)
    assert (made.kind, made.level, made.phase) == (AgreementKind.LEARNING, paragraph.level, paragraph.phase)
    assert model.title in direction.source.text()


def test_a_ground_that_is_not_on_this_laptop_stays(form: Led) -> None:
    form.press("Escape")
    form.running.do(ev.AgreementChanged, agreement=replace(only(form), ground=Ground("weg", "par", "Warm", 3)))
    form.console.commands.open_agreement(None)
    form.press("Ctrl+M")
    fields(form).basics.what.setFocus()
    assert "not on this laptop" in fields(form).more.direction.source.text()
    form.type(" warm", "Return")
    assert only(form).ground == Ground("weg", "par", "Warm", 3)


# ---- where it came up, and how it went


def test_where_it_came_up_is_told(lead: Callable[..., Led]) -> None:
    led = lead(Table().started().at_step("nodig"))
    led.type("bel me eerder", "Return")
    led.press("F9")
    led.console.commands.open_agreement(None)
    assert fields(led).more.reasons.came_up.text() == "Stap nodig · “Bel me eerder”"


def test_how_it_went_is_told_with_when_by_whom_and_where(form: Led) -> None:
    made = only(form)
    form.press("Escape")
    form.running.do(ev.AgreementConfirmed, agreement_id=made.id)
    form.running.do(
        ev.AgreementStatusSet,
        agreement_id=made.id,
        status=Status.HANDED_OVER,
        remark="te druk",
        by_id="p-pol",
        to="de gemeente",
        channel=Channel.MAIL,
    )
    assert life_lines(form.session, only(form)) == (
        "17 november 2026 14:02 · handed over to de gemeente · Politie, by mail · “te druk”",
        "17 november 2026 14:02 · agreed · the group, in this session",
    )
    form.console.commands.open_agreement(None)
    assert fields(form).more.life.text().startswith("17 november 2026")


def test_a_remark_that_waits_for_a_decision_is_not_told() -> None:
    table = Table().started()
    table.do(ev.AgreementMade, agreement=Agreement("a", "bellen", "p-pol"))
    seen = (ev.Spotted("naam", "Kim"),)
    said = {"agreement_id": "a", "status": Status.HANDED_OVER, "remark": "Kim belt", "to": "Kim"}
    table.do(ev.AgreementStatusSet, **said, findings=seen)
    (line,) = life_lines(table.session, table.session.notebook.agreements[0])
    assert "Kim" not in line
    assert "folded: to be checked" in line


def test_what_it_continues_is_told_with_its_session() -> None:
    ref = AgreementRef("s-0", "b")
    old = Table(partners=(Partner("p-x", "School"),), participants=()).started()
    old.do(ev.AgreementMade, agreement=Agreement("b", "bellen", "p-x"))
    old.do(ev.AgreementStatusSet, agreement_id="b", status=Status.BUSY, by_id="p-x")
    before = old.session.notebook.agreements[0]
    item = ev.LookBackItem(ref, before, (Partner("p-x", "School"),), "Het Gesprek", date(2026, 9, 1))
    table = Table()
    table.do(ev.LookBackFilled, items=(item,))
    table.started().do(ev.AgreementMade, agreement=Agreement("c", "bellen", "p-pol", continues=ref))
    assert life_lines(table.session, table.session.notebook.agreements[0]) == (
        "17 november 2026 14:02 · being done · School, in “Het Gesprek” of 1 september 2026",
        "Continues what was agreed in “Het Gesprek” of 1 september 2026.",
    )


def test_the_version_that_it_was_agreed_with_stays_where_the_model_is_there(form: Led) -> None:
    (model, *_others) = shipped_library().models
    form.console.panels.models = lambda: (model,)
    form.press("Escape")
    before = Ground(model.id, model.paragraphs[0].id, "Zoals het heette", 3)
    form.running.do(ev.AgreementChanged, agreement=replace(only(form), ground=before))
    form.console.commands.open_agreement(None)
    form.press("Ctrl+M")
    fields(form).basics.what.setFocus()
    form.type(" nu", "Return")
    assert only(form).ground == before
