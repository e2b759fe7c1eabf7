"""Agreements: the line at the right, and the list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Status
from facilitator.ui.console.agreements import agreement_row
from facilitator.ui.console.rows import Look
from facilitator.ui.widgets import Tone
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


def test_how_it_stands_and_that_it_is_late_is_told_in_the_row(led: Led) -> None:
    busy = Agreement("a", "bellen", "p-pol", deadline=date(2026, 11, 14), status=Status.BUSY)
    assert agreement_row(led.session, busy).pill == "being done"
    late = agreement_row(led.session, busy, today=date(2026, 11, 17))
    assert (late.pill, late.look, late.tone) == ("3 days late", Look.ASKING, Tone.ATTENTION)
    kept = replace(busy, status=Status.KEPT, title="Bellen")
    assert (agreement_row(led.session, kept, today=date(2027, 1, 1)).pill, agreement_row(led.session, kept).text) == (
        "kept",
        "Bellen",
    )


def test_an_agreement_whose_day_passed_is_late_in_the_list(led: Led) -> None:
    led.running.do(ev.AgreementMade, agreement=Agreement("a", "bellen", "p-pol", deadline=date(2026, 11, 16)))
    assert led.console.side.agreements.list.rows[0].pill == "1 day late"


def test_all_partners_become_the_list_of_that_day(led: Led) -> None:
    led.press("F4")
    led.type("@alle partners bellen elkaar", "Return")
    assert only(led).with_ids == ("p-pol", "p-vt", "p-wijk")


def test_the_menu_confirms_and_removes(led: Led) -> None:
    led.type("#@pol belt", "Return")
    menus = led.console.menus
    for text, left in (("Confirmed", 1), ("Remove", 0)):
        menus.agreement(led.session.notebook.agreements[0].id, QPoint(5, 5))
        next(act for act in menus.last.actions() if act.text() == text).trigger()
        QTest.keyClick(menus.last, Qt.Key.Key_Escape)
        assert len(led.session.notebook.agreements) == left
