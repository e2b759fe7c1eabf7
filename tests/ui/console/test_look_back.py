"""Looking back on the console: one key a status, and the room sees what is put before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QScrollArea

from facilitator.core import events as ev
from facilitator.core.agreement import Standing, Status
from facilitator.core.audience import Scene, audience_view
from facilitator.core.look_back import carried, in_order, said_of, status_of
from facilitator.core.people import Partner
from facilitator.core.script import StepKind
from facilitator.core.vocabulary import Channel
from facilitator.ui.console.look_back import LookBack
from facilitator.ui.console.look_back_words import look_back_row, table_words
from facilitator.words import _
from tests.builders import SCRIPT, Table, step
from tests.core.look_back import agreed, filled, item
from tests.ui.console.conftest import Led, in_sight

HEARD = Standing(Status.BUSY, datetime(2026, 10, 3, 9, 0, tzinfo=UTC), "bijna klaar", "p-pol", "", Channel.FORM, "r-1")
LATE = item(agreed("laat", with_ids=("p-pol",), deadline=date(2026, 10, 1), standings=(HEARD,), status=Status.BUSY))
OTHER = item(agreed("anders", "p-pol", rhythm="elke maand"))
SHARED = item(agreed("samen", with_ids=("p-opv",)))


@pytest.fixture
def led(lead: Callable[..., Led]) -> Led:
    """At the look back over three agreements; one of them is of somebody who is not here."""
    led = lead(filled(OTHER, SHARED, LATE).at_step("nodig"))
    led.press("Ctrl+Shift+R")
    return led


def panel(led: Led) -> LookBack:
    return led.console.panels.look_back


def said(led: Led) -> list[Status | None]:
    found = [said_of(led.session, each.ref) for each in in_order(led.session)]
    return [None if each is None else each.status for each in found]


def test_one_key_says_how_it_stands_and_goes_on(led: Led) -> None:
    assert (panel(led).what.text(), panel(led).number.text()) == ("Bellen over laat", "Agreement 1 of 3")
    led.press("1", "2")
    assert said(led) == [Status.KEPT, Status.BUSY, None]
    assert panel(led).what.text() == "Bellen over samen"
    led.press("4")
    assert said(led) == [Status.KEPT, Status.BUSY, Status.DROPPED]
    assert panel(led).on.hasFocus()
    assert panel(led).hint.text() == _("All were spoken of.")
    led.press("Return")
    assert not panel(led).isVisible()


@pytest.mark.parametrize(("key", "asks", "field"), [("3", "Why not?", "remark"), ("5", "To whom?", "to")])
def test_not_kept_and_handed_over_ask_one_line(led: Led, key: str, asks: str, field: str) -> None:
    led.press(key)
    assert panel(led).asked.text() == _(asks)
    assert panel(led).line.hasFocus()
    led.type("een ander team 1", "Return")
    found = said_of(led.session, LATE.ref)
    assert found is not None
    assert getattr(found, field) == "een ander team 1"
    assert panel(led).what.text() == "Bellen over anders"
    led.press("Left")
    assert panel(led).line.text() == "een ander team 1"


def test_what_was_typed_is_kept_wherever_one_goes(led: Led) -> None:
    led.press("3")
    led.type("geen tijd", "Escape")
    found = said_of(led.session, LATE.ref)
    assert found is not None
    assert (found.status, found.remark) == (Status.NOT_KEPT, "geen tijd")
    led.press("Ctrl+Shift+R")
    assert panel(led).what.text() == "Bellen over anders"  # the first of which nothing was said


def test_words_that_were_typed_first_go_with_the_status(led: Led) -> None:
    panel(led).line.setFocus()
    led.type("geen tijd")
    panel(led).status.buttons[2].click()
    found = said_of(led.session, LATE.ref)
    assert found is not None
    assert (found.status, found.remark) == (Status.NOT_KEPT, "geen tijd")
    panel(led).status.buttons[2].click()  # chosen again it stays
    assert said(led)[0] is Status.NOT_KEPT


def test_undo_goes_back_to_what_was_said(led: Led) -> None:
    led.press("1", "Ctrl+Z")
    assert said(led) == [None, None, None]
    assert panel(led).what.text() == "Bellen over laat"
    assert panel(led).hint.text() == _("Taken back: {what}").format(what=_("how an agreement of before stands"))
    led.press("Ctrl+Shift+Z")
    assert said(led)[0] is Status.KEPT


def test_it_is_private_until_one_key_says_otherwise(led: Led) -> None:
    assert audience_view(led.session).scene is Scene.PAGE
    led.press("S")
    view = audience_view(led.session)
    assert view.look_back is not None
    assert (view.scene, view.look_back.what) == (Scene.LOOK_BACK, "Bellen over laat")
    led.press("Right")
    assert led.session.course.look_back_ref == LATE.ref  # the room stays where it was put
    led.press("S")
    assert led.session.course.look_back_ref == OTHER.ref
    led.press("S")
    assert audience_view(led.session).scene is Scene.PAGE
    led.press("S", "Escape")
    assert audience_view(led.session).scene is Scene.PAGE


def test_one_of_somebody_elsewhere_stays_with_the_facilitator(led: Led) -> None:
    led.press("Right", "Right")
    table = panel(led).table
    assert table.text().startswith("Not at this table: Opvang Oost.")
    assert not any(area.isAncestorOf(table) for area in panel(led).findChildren(QScrollArea))
    assert not panel(led).to_room.isEnabled()
    led.press("S")
    assert audience_view(led.session).scene is Scene.PAGE
    led.press("D")
    made = carried(led.session, SHARED.ref)
    assert made is not None
    assert (made.with_ids, made.details) == ((), "Agreed before with Opvang Oost too.")


def test_it_says_where_it_comes_from_and_what_was_heard(led: Led) -> None:
    seen = panel(led).facts.text()
    assert "8 september 2026 · Eerste keer · Voorbeeldstad" in seen
    assert "Politie, with a form · “bijna klaar”" in seen
    row = look_back_row(led.session, LATE)
    assert (row.pill, row.strong) == (_("late"), "Veilig Thuis")
    assert "elke maand" in look_back_row(led.session, OTHER).whole


def test_it_is_carried_over_once_and_adjusted(led: Led) -> None:
    led.press("D")
    made = carried(led.session, LATE.ref)
    assert made is not None
    assert not panel(led).carry.isEnabled()
    assert look_back_row(led.session, LATE).pill == _("goes on")
    led.press("A")
    assert len(led.session.notebook.agreements) == 1
    form = led.console.panels.form
    assert form.isVisible()
    form.basics.what.setText("Bellen op dinsdag")
    led.press("Return")
    again = carried(led.session, LATE.ref)
    assert again is not None
    assert (again.id, again.what, again.version) == (made.id, "Bellen op dinsdag", 2)
    assert panel(led).isVisible()


def test_a_remark_that_looks_personal_is_held(lead: Callable[..., Led]) -> None:
    led = lead(filled(LATE).at_step("nodig"), spot=lambda text, _s: (ev.Spotted("naam", text),) if text else ())
    led.press("Ctrl+Shift+R", "S", "3")
    led.type("Fatima was er niet", "Return")
    view = audience_view(led.session).look_back
    assert view is not None
    assert (view.status, view.remark) == (Status.NOT_KEPT, "")
    assert look_back_row(led.session, LATE).pill == _("to check")


def test_folded_it_is_out_of_sight(led: Led) -> None:
    led.screens.allow(False)
    assert not panel(led).isVisible()
    led.press("Ctrl+Shift+R")
    assert not panel(led).isVisible()
    assert "Bellen over" not in in_sight(led.console)
    led.screens.allow(True)
    led.console.privacy.unfold()
    assert panel(led).isVisible()


def test_the_presenters_b_still_makes_it_black(led: Led) -> None:
    led.press("B")
    assert led.session.course.screen is ev.Screen.BLACK
    assert said(led) == [None, None, None]


def test_nothing_to_look_back_on_is_said(lead: Callable[..., Led]) -> None:
    led = lead(Table().started())
    led.press("Ctrl+Shift+R")
    assert led.strip == _("Nothing to look back on: these partners have no open agreements of before.")
    led.running.do(ev.SessionClosed)
    led.press("Ctrl+Shift+R")
    assert led.strip.startswith("The session is closed.")


def test_a_step_that_looks_back_has_it_at_hand(lead: Callable[..., Led]) -> None:
    script = replace(SCRIPT, steps=(*SCRIPT.steps[:1], step("terug", StepKind.LOOK_BACK, 5), *SCRIPT.steps[1:]))
    table = Table(script)
    table.do(ev.LookBackFilled, items=(LATE, OTHER))
    led = lead(table.started())
    line = led.console.step.look_back
    assert not line.isVisible()
    led.press("PageDown")
    assert line.isVisible()
    assert line.words.text() == "2 agreements to speak of"
    line.press.click()
    assert panel(led).isVisible()
    led.press("1", "1")
    assert line.words.text() == _("All were spoken of.")


def test_the_keys_of_a_meeting_go_through_them(led: Led) -> None:
    led.press("PageDown", "PageDown", "PageUp", "Down", "Down")
    assert panel(led).what.text() == "Bellen over samen"
    assert led.session.step.id == "nodig"
    assert led.console.step.bottom.next.accessibleName().startswith(_("Done"))
    led.press("PageDown")
    assert not panel(led).isVisible()


def test_a_click_shows_that_one_and_a_new_partner_lets_the_room_see(led: Led) -> None:
    rows = panel(led).list
    rows.choose(rows.rows[2].id)
    rows.clicked.emit(rows.currentIndex())
    assert panel(led).what.text() == "Bellen over samen"
    led.running.do(ev.PartnerAdded, partner=Partner("p-opv", "Opvang Oost"))
    assert table_words(led.session, SHARED) == ""
    assert panel(led).to_room.isEnabled()


def test_what_is_filled_anew_is_shown(led: Led) -> None:
    led.press("1")
    led.running.do(ev.LookBackFilled, items=())
    assert [row.text for row in panel(led).list.rows] == ["Bellen over laat"]
    led.press("Ctrl+Z")
    led.running.do(ev.LookBackFilled, items=())
    assert status_of(led.session, LATE) is Status.BUSY


def test_where_there_is_little_room_it_is_about_the_agreement(lead: Callable[..., Led]) -> None:
    for height, seen in ((640, False), (900, True)):
        led = lead(filled(LATE, OTHER).at_step("nodig"), 1024, height)
        led.press("Ctrl+Shift+R")
        assert panel(led).list.isVisible() == seen
        assert panel(led).facts.isVisible()
