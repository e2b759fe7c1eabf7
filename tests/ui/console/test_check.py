"""What looks like personal data, on the console: told calmly, held back, and decided about with a few keys."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCursor

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Status
from facilitator.core.audience import audience_view
from facilitator.core.events import Decision, FindingSettled, Spotted
from facilitator.core.refusal import Refusal
from facilitator.core.session import Session
from facilitator.core.spotting import remark_subject
from tests.builders import CASE, CASE_SCRIPT, Table
from tests.ui.console.conftest import Led, in_sight

HELD = "Fatima belde"


def spot(text: str, _session: Session) -> tuple[Spotted, ...]:
    """Two names and every row of nine figures."""
    found = [Spotted("name", name) for name in re.findall(r"\b(?:Fatima|Sem)\b", text)]
    return tuple(dict.fromkeys((*found, *(Spotted("bsn", row) for row in re.findall(r"\b\d{9}\b", text)))))


@pytest.fixture
def led(lead: Callable[..., Led]) -> Led:
    """A console at a step that shows answers at once."""
    return lead(Table().started().at_step("ronde"), spot=spot)


def pills(led: Led) -> list[str]:
    return [row.pill for row in led.console.step.answers.list.rows]


def room(led: Led) -> str:
    return repr(audience_view(led.session))


# ---- what was typed


def test_it_is_told_at_once_and_typing_goes_on(led: Led) -> None:
    led.type(HELD, "Return")
    assert led.strip == "This looks like a name: ‘Fatima’. Check: Ctrl+N"
    assert led.console.step.entry.field.hasFocus()
    led.type("De school weet het", "Return")
    assert led.answers() == [HELD, "De school weet het"]
    assert led.strip == ""
    assert pills(led) == ["to check", "shown"]
    assert "Fatima" not in room(led)


def test_what_is_told_goes_away_where_the_meeting_goes_on(led: Led) -> None:
    led.type(HELD, "Return")
    led.press("PageDown")
    assert "Fatima" not in led.strip


def test_the_top_says_how_many_are_to_be_checked(led: Led) -> None:
    assert not led.console.top.check.isVisible()
    led.type(HELD, "Return")
    led.type("@pol Sem, 123456782", "Return")
    assert led.console.top.check.text() == "To check: 2"
    led.console.top.check.click()
    assert led.console.panels.check.isVisible()


@pytest.mark.parametrize(
    "keys",
    [("F2", "a note"), ("F3", "parked"), ("F4", "an agreement")],
    ids=["note", "parked", "agreement"],
)
def test_every_line_tells_it_and_marks_its_row(led: Led, keys: tuple[str, str]) -> None:
    led.press(keys[0])
    led.type(HELD, "Return")
    console = led.console
    strips = console.step.entry.strip.text(), console.side.agreements.entry.strip.text()
    assert any(strip.startswith("This looks like a name: ‘Fatima’") for strip in strips)
    lists = (console.step.notes.list, console.side.parking.list, console.side.agreements.list)
    assert [row.pill for rows in lists for row in rows.rows] == ["to check"]


def test_the_pill_of_a_held_row_leads_to_its_text(led: Led) -> None:
    led.press("F2")
    led.type("Sem is moe", "Return")
    led.press("F3")
    led.type(HELD, "Return")
    led.press("F4")
    led.type("Sem bellen", "Return")
    console = led.console
    for rows, text in (
        (console.step.notes.list, "Sem is moe"),
        (console.side.parking.list, HELD),
        (console.side.agreements.list, "Sem bellen"),
    ):
        rows.pill_clicked.emit(rows.rows[0].id)
        assert console.panels.check.text.toPlainText() == text
        led.press("Escape")
    console.side.agreements.pill_clicked.emit("weg")
    assert not console.panels.check.isVisible()


def test_the_pill_of_another_row_does_what_it_did(led: Led) -> None:
    led.type("Iets", "Return")
    led.console.step.answers.shown_toggled.emit(led.session.answers_here()[0].id)
    assert pills(led) == ["not shown"]


# ---- what is refused


def test_showing_a_held_answer_says_why_not_and_offers_the_key(lead: Callable[..., Led]) -> None:
    led = lead(Table().started().at_step("nodig"), spot=spot)
    led.type(HELD, "Return", "F8")
    assert led.strip == f"{Refusal.PERSONAL} Check: Ctrl+N"
    led.type("Rust", "Return", "F8")
    assert [answer.shown for answer in led.session.answers_here()] == [False, True]
    led.type("Tijd", "Return", "Shift+F8")
    assert [answer.shown for answer in led.session.answers_here()] == [False, True, True]
    assert led.strip == f"{Refusal.PERSONAL} Check: Ctrl+N"


def test_a_held_agreement_is_not_read_back_before_it_was_checked(led: Led) -> None:
    led.press("F4")
    led.type(HELD, "Return")
    led.press("Ctrl+R")
    panel = led.console.panels.read_back
    assert led.session.course.read_back is None
    assert panel.hint.text() == ("The room does not see this one: it looks like personal data. Check: Ctrl+N")
    led.press("Ctrl+N", "T")
    assert led.session.course.read_back == led.session.notebook.agreements[0].id
    assert panel.confirm.hasFocus()


def test_a_held_turning_point_waits_for_the_room_and_the_group_goes_on(lead: Callable[..., Led]) -> None:
    led = lead(Table(CASE_SCRIPT, CASE).started().at_step("casus"), spot=spot)
    led.press("Ctrl+M")
    led.type(HELD, "Return")
    led.type("Tijd van Sem", "Return")
    assert led.session.course.case_scene is None
    assert [answer.turning_point_id for answer in led.session.notebook.answers] == [
        led.session.notebook.turning_points[0].id
    ]
    assert [row.pill for row in led.console.step.answers.list.rows] == ["to check", "to check"]


def test_a_reason_is_told_in_the_panel_that_asked_for_it(lead: Callable[..., Led]) -> None:
    led = lead(Table(CASE_SCRIPT, CASE).started().at_step("casus"), spot=spot)
    led.press("Ctrl+D")
    panel = led.console.panels.decide
    panel.reason.setFocus()
    led.type(HELD, "Return")
    assert "This looks like a name: ‘Fatima’" in panel.hint.text()
    assert "Fatima" not in room(led)


# ---- the panel


@pytest.fixture
def checking(led: Led) -> Led:
    """Two texts are held back, one of them for two things; the panel is open at the first."""
    led.type("Fatima, 123456782, en Fatima weer", "Return")
    led.type("Sem ook", "Return")
    led.press("Ctrl+N")
    led.press("Right")
    return led


def test_it_opens_at_what_was_told_last_or_what_is_chosen(led: Led) -> None:
    led.type(HELD, "Return")
    led.type("Sem ook", "Return")
    led.press("Ctrl+N")
    assert led.console.panels.check.text.toPlainText() == "Sem ook"
    led.press("Ctrl+N", "Up", "Up", "Ctrl+N")
    assert led.console.panels.check.text.toPlainText() == HELD


def test_what_was_found_is_marked_in_more_ways_than_colour(checking: Led) -> None:
    panel = checking.console.panels.check
    marked = []
    cursor = QTextCursor(panel.text.document())
    for at in range(len(panel.text.toPlainText())):
        cursor.setPosition(at + 1)
        look = cursor.charFormat()
        washed = look.background().style() is not Qt.BrushStyle.NoBrush
        if look.fontWeight() == QFont.Weight.Bold and look.fontUnderline() and washed:
            marked.append(at)
    assert marked == [*range(6), *range(8, 17), *range(22, 28)]
    assert panel.found.text() == "1 of 2 in this text. This looks like a name: ‘Fatima’."
    assert (panel.number.text(), panel.sort.text(), panel.place.text()) == ("Text 1 of 2", "an answer", "Stap ronde")


def test_the_arrows_go_round_and_decide_nothing(checking: Led) -> None:
    panel = checking.console.panels.check
    seen = []
    for _ in range(4):
        seen.append(panel.found.text().split("‘")[1].rstrip("’."))
        checking.press("Right")
    assert seen == ["Fatima", "123456782", "Sem", "Fatima"]
    checking.press("Left")
    assert "Fatima" in panel.found.text()
    assert checking.session.notebook.settled == ()


def test_other_words_are_put_in_place_everywhere_in_the_text(checking: Led) -> None:
    panel = checking.console.panels.check
    checking.press("V")
    assert panel.instead.selectedText() == "[name]"
    checking.type("een moeder", "Return")
    assert checking.answers()[0] == "een moeder, 123456782, en een moeder weer"
    assert "‘123456782’" in panel.found.text()
    checking.press("V", "Return")
    assert checking.answers()[0] == "een moeder, [BSN], en een moeder weer"
    assert "[BSN]" in room(checking)
    assert "Text 1 of 1" in panel.number.text()


def test_an_empty_line_replaces_nothing_and_esc_goes_back_to_the_choices(checking: Led) -> None:
    panel = checking.console.panels.check
    checking.press("V", "Delete", "Return")
    assert panel.hint.text() == "Type what is to stand there instead."
    checking.press("Escape")
    assert panel.isVisible()
    assert panel.replace.hasFocus()


def test_what_is_invented_counts_everywhere_and_what_is_shown_only_here(led: Led) -> None:
    led.type(HELD, "Return")
    led.type("Fatima ook", "Return")
    led.press("Ctrl+N", "Left", "T")
    assert pills(led) == ["shown", "to check"]
    led.press("I")
    assert pills(led) == ["shown", "shown"]
    assert not led.console.panels.check.isVisible()
    assert led.console.step.entry.field.hasFocus()
    assert led.strip.startswith("All is checked")
    settled = [event for event in led.kept if isinstance(event, FindingSettled)]
    assert [event.decision for event in settled] == [Decision.SHOWN, Decision.INVENTED]


def test_a_decision_can_be_taken_back(led: Led) -> None:
    led.type(HELD, "Return")
    led.press("Ctrl+N", "T")
    assert "Fatima" in room(led)
    led.press("Ctrl+Z")
    assert led.strip == "Taken back: what was said of personal data"
    assert "Fatima" not in room(led)
    assert pills(led) == ["to check"]


def test_taking_back_inside_the_panel_shows_what_came_back(checking: Led) -> None:
    panel = checking.console.panels.check
    checking.press("T")
    assert "‘123456782’" in panel.found.text()
    checking.press("Ctrl+Z")
    assert "‘Fatima’" in panel.found.text()


def test_later_leaves_everything_as_it_is(checking: Led) -> None:
    checking.press("Escape")
    assert not checking.console.panels.check.isVisible()
    assert checking.console.step.entry.field.hasFocus()
    assert len(pills(checking)) == 2
    assert set(pills(checking)) == {"to check"}


def test_without_anything_to_check_it_says_so(led: Led) -> None:
    led.press("Ctrl+N")
    assert led.strip == "There is nothing to check."


def test_the_panel_says_so_when_nothing_is_left_by_undo(led: Led) -> None:
    led.type(HELD, "Return")
    led.press("Ctrl+N", "Ctrl+Z")
    panel = led.console.panels.check
    assert panel.found.text() == "There is nothing to check."
    led.press("T", "I", "V", "Right")
    assert led.session.notebook.settled == ()
    led.press("Escape")
    assert not panel.isVisible()


def test_a_remark_with_an_agreement_is_found_by_its_row(lead: Callable[..., Led]) -> None:
    table = Table().started()
    table.do(ev.AgreementMade, agreement=Agreement("a", "Iets"))
    table.do(
        ev.AgreementStatusSet, agreement_id="a", status=Status.BUSY, remark=HELD, findings=(Spotted("name", "Fatima"),)
    )
    led = lead(table, spot=spot)
    assert led.session.notebook.is_held(remark_subject("a"))
    led.console.side.agreements.list.choose("a")
    led.press("Ctrl+N")
    assert led.console.panels.check.sort.text() == "the remark with an agreement"


# ---- private


def test_folding_takes_every_word_that_was_found_out_of_sight(checking: Led) -> None:
    console = checking.console
    assert "Fatima" in in_sight(console)
    checking.press("F12")
    assert "Fatima" not in in_sight(console)
    assert not console.panels.check.isVisible()
    checking.press("F12")
    assert console.panels.check.isVisible()


def test_while_folded_only_the_kind_is_told_and_the_panel_stays_shut(led: Led) -> None:
    led.press("F12")
    led.type(HELD, "Return")
    assert led.strip == "This looks like a name. Check: Ctrl+N"
    assert "Fatima" not in in_sight(led.console)
    led.press("Ctrl+N")
    assert not led.console.panels.check.isVisible()
    assert "F12" in led.strip


def test_what_was_told_is_gone_from_the_strip_when_the_screen_folds(led: Led) -> None:
    led.type(HELD, "Return")
    led.screens.allow(False)
    assert "Fatima" not in in_sight(led.console)


def test_a_held_agreement_is_folded_wherever_it_stands(led: Led) -> None:
    led.press("F4")
    led.type("@pol " + HELD, "Return")
    led.press("F12")
    assert "Fatima" not in in_sight(led.console)
    led.press("Ctrl+R")
    assert "Fatima" not in in_sight(led.console)
    assert led.console.panels.read_back.what.text() == "folded: to be checked"
    led.press("F12")
    assert led.console.panels.read_back.what.text() == HELD


@pytest.mark.parametrize("keys", [("F9",), ("Ctrl+E",), ("F4", "Ctrl+E"), ("F4", "Up", "Return")])
def test_no_key_opens_what_is_held_while_the_room_sees_this_screen(led: Led, keys: tuple[str, ...]) -> None:
    led.type("Nu belt iedereen", "Return")
    led.type(HELD, "Return")
    led.press("F9", "F12", *keys)
    assert "Fatima" not in in_sight(led.console)
    assert led.line == ""
    assert led.console.panels.top is None


@pytest.mark.parametrize("key", ["Ctrl+D", "Ctrl+W"])
def test_a_held_reason_is_folded_and_stays_written(lead: Callable[..., Led], key: str) -> None:
    led = lead(Table(CASE_SCRIPT, CASE).started().at_step("casus"), spot=spot)
    led.press(key)
    panels = led.console.panels
    panel = panels.decide if key == "Ctrl+D" else panels.weigh
    panel.reason.setFocus()
    led.type(HELD, "Return")
    if panel is panels.weigh:
        led.press("Left")  # Enter went on to the next question
    led.press("F12")
    assert panel.reason.text() == ""
    assert panel.reason.isReadOnly()
    led.press("F12")
    assert panel.reason.text() == HELD
    assert not panel.reason.isReadOnly()


# ---- closing


def test_closing_asks_once_while_something_is_not_checked(led: Led) -> None:
    led.type(HELD, "Return")
    led.press("Ctrl+R")
    panel = led.console.panels.read_back
    assert "1 text is not checked yet and comes in no document." in panel.question.text()
    assert panel.check.isVisible()
    panel.close_session.click()
    assert led.session.can_write
    assert panel.question.text() == (
        "1 text is not checked yet and comes in no document. Close the session all the same?"
    )
    panel.check.click()
    led.press("T")
    assert not panel.check.isVisible()
    panel.close_session.click()
    assert not led.session.can_write


def test_a_note_for_the_facilitator_alone_does_not_stand_in_the_way(led: Led) -> None:
    led.press("F2")
    led.type(HELD, "Return")
    led.press("Ctrl+R")
    led.console.panels.read_back.close_session.click()
    assert not led.session.can_write
