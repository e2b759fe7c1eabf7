"""A paragraph of the regional agreement chafes, or works: said by keyboard, for the facilitator alone."""

from __future__ import annotations

from datetime import date

import pytest

from facilitator.core.agreement import Agreement, Ground
from facilitator.core.events import AgreementMade, Spotted
from facilitator.core.model_agreement import Chapter, ModelAgreement, Paragraph
from facilitator.core.vocabulary import AgreementKind, AgreementLevel
from facilitator.ui.console.chafing import Chafing
from tests.ui.console.conftest import Led

CALL = Paragraph("bellen", "Snel bellen", "Bel binnen een uur.", AgreementKind.WORKING, AgreementLevel.WORK)
TALK = Paragraph("praten", "Samen praten", "Praat met elkaar.", AgreementKind.WORKING, AgreementLevel.WORK)
MODEL = ModelAgreement("model", "Samen", "Over", (Chapter("een", "Eerst", "", (CALL, TALK)),), (), date(2026, 1, 2))


@pytest.fixture
def panel(led: Led) -> Chafing:
    """The panel, opened with its key."""
    led.console.panels.models = lambda: (MODEL,)
    led.press("Ctrl+Shift+M")
    panel = led.console.panels.chafing
    assert panel.isVisible()
    return panel


def said(led: Led) -> list[tuple[str, bool, str]]:
    return [(mark.ground.title, mark.chafes, mark.why) for mark in led.session.notebook.marks]


def test_enter_says_that_it_chafes_and_ctrl_enter_that_it_works(led: Led, panel: Chafing) -> None:
    led.type("praat elkaar")
    panel.why.setFocus()
    led.type("Niemand komt", "Return")
    led.press("Down", "Ctrl+Return")
    assert said(led) == [("Samen praten", True, "Niemand komt"), ("Samen praten", False, "")]
    assert led.session.notebook.marks[0].step_id == led.session.step.id
    assert [row.text for row in panel.said.rows] == [
        "Samen praten · chafes · Niemand komt",
        "Samen praten · works",
    ]


def test_what_nothing_is_found_for_cannot_be_said(led: Led, panel: Chafing) -> None:
    led.type("xyz", "Return")
    assert said(led) == []
    assert panel.hint.text() == "Choose a paragraph first."
    assert not panel.chafes.isEnabled()


def test_it_is_taken_away_and_that_is_taken_back(led: Led, panel: Chafing) -> None:
    led.press("Return")
    panel.remove.click()
    assert said(led) == []
    led.press("Ctrl+Z")
    assert said(led) == [("Snel bellen", True, "")]
    assert "what was said of a regional agreement" in panel.hint.text()


def test_at_an_agreement_it_begins_at_its_paragraph(led: Led) -> None:
    led.console.panels.models = lambda: (MODEL,)
    ground = Ground("model", "praten", "Samen praten")
    led.running.do(AgreementMade, agreement=Agreement("a", "Wij praten elke week.", ground=ground))
    led.console.commands.chafes("a")
    panel = led.console.panels.chafing
    assert panel.ground == ground
    assert "Wij praten elke week." in panel.about.text()
    led.type("Het lukt niet", "Return")
    assert led.session.notebook.marks[0].agreement_id == "a"
    led.press("Ctrl+Shift+M")
    assert not panel.isVisible()


def test_without_a_model_it_says_so(led: Led) -> None:
    led.press("Ctrl+Shift+M")
    assert led.console.panels.top is None
    assert "no model" in led.strip


def test_where_the_room_sees_this_screen_it_stays_shut(led: Led) -> None:
    led.console.panels.models = lambda: (MODEL,)
    led.screens.allow(False)
    led.press("Ctrl+Shift+M")
    assert led.console.panels.top is None


def test_folding_takes_it_out_of_sight_with_what_was_typed(led: Led, panel: Chafing) -> None:
    panel.why.setText("Nog niet af")
    led.screens.allow(False)
    assert not panel.isVisible()
    led.screens.allow(True)
    led.press("F12")
    assert panel.why.text() == "Nog niet af"


def test_a_name_in_the_reason_waits_for_a_decision(led: Led, panel: Chafing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(led.running, "_spot", lambda text, _session: (Spotted("naam", text),) if text else ())
    panel.why.setFocus()
    led.type("Fatima", "Return")
    assert led.session.notebook.is_held(led.session.notebook.marks[0].id)
