from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from facilitator.content.library import Library
from facilitator.content.people import people_from_text
from facilitator.core.events import DetailsChanged, SessionPlanned
from facilitator.core.script import CaseNeeds, Form
from facilitator.core.session import State
from facilitator.storage.errors import DiskFull
from facilitator.storage.ledger import Ledger
from facilitator.ui.prepare.import_dialog import ImportDialog
from facilitator.ui.prepare.prepare_page import PreparePage
from tests.builders import CASE, CASE_SCRIPT, POLICE, SCRIPT
from tests.ui.desk import Desk, fill, focused, press, typed

DOWN, ENTER, TAB = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Tab
CTRL = Qt.KeyboardModifier.ControlModifier


def opened(qtbot: QtBot, made: Desk, form: Form = Form.HET_GESPREK) -> PreparePage:
    page = PreparePage(made.services, form)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.enter()
    return page


@pytest.fixture
def page(qtbot: QtBot, made: Desk) -> PreparePage:
    return opened(qtbot, made)


def test_the_only_script_is_chosen_and_its_steps_are_shown(page: PreparePage) -> None:
    assert page.draft.script == SCRIPT
    steps = page.script_part.preview.steps
    assert steps.count() == 1 + len(SCRIPT.steps)
    steps.setCurrentRow(1)
    assert "Welkom allemaal." in page.script_part.preview.words.toPlainText()


def test_late_in_the_evening_the_next_half_hour_is_tomorrow(qtbot: QtBot, made: Desk) -> None:
    late = datetime(2026, 11, 24, 23, 45).astimezone()
    page = PreparePage(replace(made.services, now=lambda: late), Form.HET_GESPREK)
    qtbot.addWidget(page)
    assert (page.draft.day, page.draft.start) == (date(2026, 11, 25), time(0, 0))


def test_what_waits_for_the_disk_is_not_planned_twice(
    page: PreparePage, qtbot: QtBot, made: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(Ledger, "write", full)
    page.go_to(2)
    for place in ("Wijk Noord", "Wijk Zuid"):
        page.change(place=place)
        with qtbot.waitSignal(page.waiting):
            page.plan.click()
    planned, corrected = made.store.unsaved
    assert (type(planned), type(corrected)) == (SessionPlanned, DetailsChanged)


def test_a_meeting_is_prepared_and_begun_by_keyboard(page: PreparePage, qtbot: QtBot, made: Desk) -> None:
    press(ENTER, CTRL)
    typed("Buurthuis")
    press(ENTER, CTRL)
    typed("Noor Bakker, Politie, wijkagent")
    press(ENTER)
    typed("Sam Visser, Veilig Thuis")
    press(ENTER)
    with qtbot.waitSignal(page.begin_requested) as begun:
        press(ENTER, CTRL)
    session = made.load(begun.args[0])
    assert session is not None
    assert session.course.state is State.PLANNED
    assert session.details.place == "Buurthuis"
    assert [person.name for person in session.notebook.participants] == ["Noor Bakker", "Sam Visser"]
    assert [partner.name for partner in session.notebook.partners] == ["Politie", "Veilig Thuis"]


def test_going_on_without_a_place_says_what_is_missing(page: PreparePage) -> None:
    page.go_to(1)
    assert page.meeting_part.hints["place"].isHidden()
    press(ENTER, CTRL)
    assert not page.meeting_part.hints["place"].isHidden()
    assert page.stack.currentIndex() == 1
    typed("De Kring")
    assert page.meeting_part.hints["place"].isHidden()


def test_what_was_filled_in_stays_when_going_back(page: PreparePage) -> None:
    page.go_to(1)
    typed("De Kring")
    page.meeting_part.minutes.setValue(90)
    page.previous.click()
    page.go_to(1)
    assert page.meeting_part.place.text() == "De Kring"
    assert page.meeting_part.minutes.value() == 90


def test_the_plan_scales_and_says_by_how_much_it_is_too_short(page: PreparePage) -> None:
    page.go_to(1)
    plan = page.meeting_part.plan.model()
    page.meeting_part.minutes.setValue(SCRIPT.minimum_minutes)
    shown = [int(plan.data(plan.index(row, 2))) for row in range(plan.rowCount())]
    assert sum(shown) == SCRIPT.minimum_minutes
    assert page.meeting_part.hints["minutes"].isHidden()
    page.meeting_part.minutes.setValue(SCRIPT.minimum_minutes - 4)
    assert "4 minutes more" in page.meeting_part.hints["minutes"].text()


def test_too_short_is_only_allowed_on_purpose(page: PreparePage, qtbot: QtBot, made: Desk) -> None:
    page.change(place="De Kring", available_minutes=SCRIPT.minimum_minutes - 4)
    page.go_to(2)
    page.plan.click()
    assert page.stack.currentIndex() == 1
    page.meeting_part.short.click()
    page.go_to(2)
    with qtbot.waitSignal(page.planned) as kept:
        page.plan.click()
    session = made.load(kept.args[0])
    assert session is not None
    assert sum(session.minutes) == SCRIPT.minimum_minutes


def test_day_time_and_next_meeting_reach_the_draft(page: PreparePage) -> None:
    page.go_to(1)
    part = page.meeting_part
    part.day.setDate(QDate(2026, 12, 1))
    part.start.setTime(QTime(9, 15))
    part.has_next.click()
    part.next_meeting.setDate(QDate(2027, 1, 12))
    part.keep_months.setValue(6)
    details = page.draft.details
    assert (details.day, details.start, details.keep_months) == (date(2026, 12, 1), time(9, 15), 6)
    assert details.next_meeting == date(2027, 1, 12)
    part.has_next.click()
    assert page.draft.next_meeting is None


def test_a_learning_session_asks_for_a_case(qtbot: QtBot, made: Desk) -> None:
    page = opened(qtbot, made, Form.LEERBIJEENKOMST)
    assert page.draft.script == CASE_SCRIPT
    press(ENTER, CTRL)
    assert not page.script_part.hints["case"].isHidden()
    page.script_part.cases.setFocus()
    press(DOWN)
    assert page.draft.case == CASE
    assert "maandag" in page.script_part.case_words.toPlainText()


def test_a_name_without_organisation_is_placed_in_the_table(page: PreparePage, qtbot: QtBot) -> None:
    page.go_to(2)
    page.people_part.take(people_from_text("Jan Jansen, , huisarts").rows)
    assert "Jan Jansen" in page.people_part.hint.text()
    table = page.people_part.table
    table.setCurrentIndex(page.people_part.model.index(0, 1))
    table.setFocus()
    press(Qt.Key.Key_F2)
    editor = table.findChild(QComboBox)
    assert editor is not None
    QTest.keyClicks(editor, "Huisartsen")
    QTest.keyClick(editor, ENTER)
    qtbot.waitUntil(lambda: page.draft.guests[0].organisation == "Huisartsen")


def test_typing_in_the_last_row_makes_a_new_person_and_delete_takes_it_away(page: PreparePage) -> None:
    page.go_to(2)
    model, table = page.people_part.model, page.people_part.table
    assert model.setData(model.index(0, 0), "  Bo   Smit ", Qt.ItemDataRole.EditRole)
    assert [guest.name for guest in page.draft.guests] == ["Bo Smit"]
    table.selectRow(0)
    table.setFocus()
    press(Qt.Key.Key_Delete)
    assert page.draft.guests == ()


def test_tab_goes_on_to_the_next_cell_while_typing(page: PreparePage, qtbot: QtBot) -> None:
    page.go_to(2)
    table = page.people_part.table
    table.setCurrentIndex(page.people_part.model.index(0, 0))
    table.setFocus()
    typed("Bo Smit")
    press(TAB)
    qtbot.waitUntil(lambda: page.draft.guests != ())
    typed("Politie")
    press(TAB)
    qtbot.waitUntil(lambda: page.draft.guests[0].organisation == "Politie")
    assert table.currentIndex().row() == 0


def test_organisations_of_earlier_sessions_are_offered_under_the_same_id(qtbot: QtBot, made: Desk) -> None:
    fill(made)
    page = opened(qtbot, made)
    qtbot.waitUntil(lambda: page.people_part.organisations.earlier.count() == 3)
    page.change(place="De Kring")
    page.go_to(2)
    page.people_part.organisations.line.setFocus()
    typed("politie")
    press(ENTER)
    with qtbot.waitSignal(page.planned) as kept:
        page.plan.click()
    session = made.load(kept.args[0])
    assert session is not None
    assert session.notebook.partners == (POLICE,)


def test_an_organisation_without_people_can_be_taken_away_again(page: PreparePage) -> None:
    page.go_to(2)
    card = page.people_part.organisations
    card.added.emit("Gemeente")
    page.people_part.take(people_from_text("Noor, Politie").rows)
    card.table.setCurrentRow(1)
    assert not card.remove.isEnabled()
    card.table.setCurrentRow(0)
    card.remove.click()
    assert page.draft.names_at_table == ("Politie",)


def test_a_pasted_list_is_shown_before_it_is_accepted(page: PreparePage) -> None:
    page.go_to(2)
    page.people_part.paste.click()
    dialog = page.findChild(ImportDialog)
    assert dialog is not None
    assert not dialog.accept_button.isEnabled()
    dialog.text.setPlainText("Noor <noor@politie.example>; Sam <b>x</b> <sam@vt.example>")
    assert dialog.people.rowCount() == 2
    assert dialog.report.rowCount() > 0
    dialog.accept_button.click()
    assert [guest.name for guest in page.draft.guests] == ["Noor", "Sam <b>x</b>"]


def read(page: PreparePage, file: Path, qtbot: QtBot) -> ImportDialog:
    page.people_part.take_file(file)
    qtbot.waitUntil(lambda: page.findChild(ImportDialog) is not None)
    dialog = page.findChild(ImportDialog)
    assert dialog is not None
    return dialog


def test_a_csv_file_is_shown_with_what_does_not_fit(page: PreparePage, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "lijst.csv"
    file.write_bytes("naam;organisatie;e-mail\nAndré;Politie;geen adres\n;Gemeente;\n".encode("cp1252"))
    dialog = read(page, file, qtbot)
    assert dialog.report.rowCount() == 2
    dialog.accept_button.click()
    assert page.draft.guests[0].name == "André"


def test_a_file_that_is_no_list_says_so(page: PreparePage, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "lijst.csv"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    dialog = read(page, file, qtbot)
    assert "CSV" in dialog.summary.text()
    assert not dialog.accept_button.isEnabled()


def test_a_rehearsal_keeps_nothing(page: PreparePage, qtbot: QtBot, made: Desk) -> None:
    page.change(place="De Kring")
    page.go_to(2)
    with qtbot.waitSignal(page.rehearsal_requested) as asked:
        page.rehearse.click()
    session = asked.args[0]
    assert session.rehearsal
    assert made.load(session.id) is None


def test_the_run_sheet_is_asked_for_as_the_session_would_be(page: PreparePage, qtbot: QtBot) -> None:
    page.change(place="De Kring", available_minutes=100)
    page.go_to(2)
    assert page.papers.text() == "Run sheet as PDF"
    with qtbot.waitSignal(page.papers_requested) as asked:
        page.papers.click()
    assert sum(asked.args[0].minutes) == 100
    assert not page.stepper.buttons[3].isVisible()


# ---- a session with a case


@pytest.fixture
def learning(qtbot: QtBot, made: Desk) -> PreparePage:
    """A learning session with its case chosen, and two people."""
    page = opened(qtbot, made, Form.LEERBIJEENKOMST)
    page.script_part.cases.setCurrentRow(0)
    page.change(place="De Kring")
    page.people_part.take(people_from_text("Noor, Politie, wijkagent\nSam, Praktijk, huisarts").rows)
    return page


def test_the_roles_are_dealt_with_one_button_and_kept_with_the_session(
    learning: PreparePage, qtbot: QtBot, made: Desk
) -> None:
    learning.go_to(2)
    assert learning.on.isVisible()
    learning.on.click()
    assert learning.stack.currentIndex() == 3
    learning.roles_part.deal.click()
    people = learning.roles_part.people
    assert [people.item(row).text() for row in range(people.count())] == ["Noor\nleerkracht", "Sam\nhuisarts"]
    with qtbot.waitSignal(learning.planned) as kept:
        learning.plan.click()
    session = made.load(kept.args[0])
    assert session is not None
    assert [deal.roles for deal in session.notebook.deals] == [("leerkracht",), ("huisarts",)]


def test_who_comes_later_is_dealt_in_unless_it_was_done_by_hand(learning: PreparePage) -> None:
    learning.go_to(3)
    learning.roles_part.deal.click()
    learning.go_to(2)
    learning.people_part.take(people_from_text("Kim, School").rows)
    assert [len(deal.roles) for deal in learning.draft.deals] == [1, 1, 1]
    learning.go_to(3)
    tick(learning, 0, held=False)
    learning.go_to(2)
    learning.people_part.take(people_from_text("Bo, School").rows)
    assert len(learning.draft.deals) == 2
    learning.go_to(3)
    assert "Nobody plays leerkracht yet." not in learning.roles_part.hint.text()
    assert "Noor has no role yet." in learning.roles_part.hint.text()


def tick(page: PreparePage, row: int, *, held: bool) -> None:
    item = page.roles_part.roles.item(row)
    item.setCheckState(Qt.CheckState.Checked if held else Qt.CheckState.Unchecked)


def test_the_roles_of_one_are_ticked_and_show_who_shares_them(learning: PreparePage) -> None:
    learning.go_to(3)
    part = learning.roles_part
    part.deal.click()
    part.people.setCurrentRow(1)
    assert part.whose.text() == "Roles of Sam"
    tick(learning, 0, held=True)
    assert part.people.currentRow() == 1
    assert [part.people.item(row).text() for row in (0, 1)] == ["Noor\nleerkracht", "Sam\nleerkracht, huisarts"]
    assert part.roles.item(0).text() == "leerkracht\nalso Noor"


def test_the_papers_of_a_case_hold_the_roles_that_were_dealt(learning: PreparePage, qtbot: QtBot) -> None:
    learning.go_to(3)
    learning.roles_part.deal.click()
    assert learning.papers.text() == "Papers as PDF"
    with qtbot.waitSignal(learning.papers_requested) as asked:
        learning.papers.click()
    assert len(asked.args[0].notebook.deals) == 2
    with qtbot.waitSignal(learning.rehearsal_requested) as rehearsed:
        learning.rehearse.click()
    assert len(rehearsed.args[0].notebook.deals) == 2


def test_without_people_there_is_nothing_to_deal(qtbot: QtBot, made: Desk) -> None:
    page = opened(qtbot, made, Form.LEERBIJEENKOMST)
    page.script_part.cases.setCurrentRow(0)
    page.go_to(3)
    assert page.roles_part.nobody.isVisible()
    assert not page.roles_part.deal.isEnabled()


def test_another_case_has_other_roles(learning: PreparePage) -> None:
    learning.go_to(3)
    learning.roles_part.deal.click()
    learning.script_part.case_chosen.emit(replace(CASE, id="anders"))
    assert learning.draft.deals == ()


# ---- which case fits


def test_cases_that_fit_come_first_and_the_others_say_why_not(qtbot: QtBot, made: Desk) -> None:
    asking = replace(CASE_SCRIPT, needs=CaseNeeds(turning_points=True))
    rich = replace(
        CASE, id="rijk", title="Rijk", moments=tuple(replace(m, turning_points=("x",)) for m in CASE.moments)
    )
    library = Library((asking,), (CASE, rich), ())
    page = PreparePage(replace(made.services, library=lambda: library), Form.LEERBIJEENKOMST)
    qtbot.addWidget(page)
    page.show()
    cases = page.script_part.cases
    assert [cases.item(row).text().partition("\n")[0] for row in (0, 1)] == ["Rijk", "Stil"]
    assert "Does not fit: has no turning points to talk about" in cases.item(1).text()
    cases.setCurrentRow(1)
    assert "Does not fit this script" in page.script_part.case_words.toPlainText()
    page.change(place="De Kring")
    page.go_to(3)
    page.begin.click()
    assert page.stack.currentIndex() == 0
    assert "This case does not fit the script" in page.script_part.hints["case"].text()
    cases.setCurrentRow(0)
    assert "does not fit" not in page.script_part.hints["case"].text()
    assert "Fits this script" in page.script_part.case_words.toPlainText()


def test_a_planned_session_is_put_right(qtbot: QtBot, made: Desk) -> None:
    session = made.keep(made.planned("s-1", date(2026, 12, 1), "De Kring"))
    page = PreparePage(made.services, session)
    qtbot.addWidget(page)
    page.show()
    page.change(place="Stadhuis", available_minutes=80)
    page.go_to(2)
    page.people_part.take(people_from_text("Bo Smit, School").rows)
    with qtbot.waitSignal(page.planned):
        page.plan.click()
    after = made.load("s-1")
    assert after is not None
    assert (after.details.place, sum(after.minutes)) == ("Stadhuis", 80)
    assert after.notebook.participants[-1].name == "Bo Smit"


def test_every_field_is_reached_by_tab_and_has_a_name(page: PreparePage, qtbot: QtBot) -> None:
    for number in range(3):
        page.go_to(number)
        seen: list[QWidget] = []
        for _step in range(60):
            focus = focused()
            if seen and focus is seen[0]:
                break
            assert focus.accessibleName() or getattr(focus, "text", str)(), f"{focus} has no name"
            seen += [focus] if focus not in seen else []  # a date has parts that Tab walks through
            press(TAB)
        assert page.on in seen or page.begin in seen


def test_a_case_of_ones_own_can_be_taken_and_brings_a_script_that_it_suits(qtbot: QtBot, made: Desk) -> None:
    page = opened(qtbot, made, Form.LEERBIJEENKOMST)
    own = replace(CASE, id="eigen-1", title="Van mezelf")
    page.take(own)
    assert page.draft.case == own
    assert page.draft.script is not None
    assert page.draft.script.needs_case
    assert page.script_part.cases.item(0).text().startswith("Van mezelf")
    newer = replace(own, title="Van mezelf, beter")
    page.take(newer)
    assert page.script_part.cases.count() == 2
    assert page.draft.case == newer
