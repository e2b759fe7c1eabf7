"""What is open with these partners, while a session is prepared: counted, kept with it, and a short step for it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement, Status
from facilitator.core.script import Form, StepKind
from facilitator.core.session import Session
from facilitator.storage.errors import DiskFull
from facilitator.ui.prepare import planner
from facilitator.ui.prepare.draft import Draft
from facilitator.ui.prepare.look_back_step import STEP_ID, looks_back, with_look_back
from facilitator.ui.prepare.prepare_page import PreparePage
from tests.builders import POLICE, SCRIPT, step
from tests.ui.desk import NOW, Desk

DRAFT = Draft(SCRIPT.form, date(2026, 12, 1), SCRIPT)


def held_before(made: Desk) -> Session:
    """A meeting with the police in which something was agreed."""
    begun = NOW - timedelta(days=60)
    planned = made.planned("s-eerder", begun.date(), "Wijk Noord")
    return made.keep(
        planned,
        ev.SessionStarted(id="e-1", at=begun),
        ev.AgreementMade(id="e-2", at=begun, agreement=Agreement("g", "Bellen", "p-pol", deadline=date(2026, 11, 1))),
        ev.SessionClosed(id="e-3", at=begun),
    )


@pytest.fixture
def page(qtbot: QtBot, made: Desk) -> PreparePage:
    """Preparing a meeting with the police again."""
    held_before(made)
    page = PreparePage(made.services, Form.HET_GESPREK)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.change(place="Buurthuis", organisations=(POLICE.name,))
    page.go_to(2)
    qtbot.waitUntil(lambda: page.draft.open_before == 1)
    return page


def kept(page: PreparePage, qtbot: QtBot, made: Desk) -> Session:
    with qtbot.waitSignal(page.planned) as told:
        page.plan.click()
    session = made.load(told.args[0])
    assert session is not None
    return session


def test_it_is_told_and_a_short_step_is_in_the_plan(page: PreparePage, qtbot: QtBot, made: Desk) -> None:
    card = page.people_part.look_back
    assert card.isVisible()
    assert card.words.text() == "1 agreement is still open with these partners; the look back is ready."
    assert card.step.isChecked()
    session = kept(page, qtbot, made)
    assert [each.kind for each in session.steps[:2]] == [StepKind.WELCOME, StepKind.LOOK_BACK]
    (item,) = session.course.look_back
    assert (item.agreement.what, item.ref.session_id, item.partners) == ("Bellen", "s-eerder", (POLICE,))


def test_the_step_is_left_out_when_it_is_not_wanted(page: PreparePage, qtbot: QtBot, made: Desk) -> None:
    page.people_part.look_back.step.click()
    assert not page.draft.look_back
    session = kept(page, qtbot, made)
    assert session.steps == SCRIPT.steps
    assert len(session.course.look_back) == 1


def test_other_partners_have_nothing_open(page: PreparePage, qtbot: QtBot) -> None:
    page.change(organisations=("GGD",))
    qtbot.waitUntil(lambda: page.draft.open_before == 0)
    assert not page.people_part.look_back.isVisible()
    assert page.draft.led == SCRIPT


def test_a_planned_session_keeps_its_programme_and_is_filled_anew(page: PreparePage, qtbot: QtBot, made: Desk) -> None:
    session = kept(page, qtbot, made)
    again = PreparePage(made.services, session)
    qtbot.addWidget(again)
    again.show()
    again.go_to(2)
    qtbot.waitUntil(lambda: again.draft.open_before == 1)
    assert not again.people_part.look_back.step.isVisible()
    old = made.load("s-eerder")
    assert old is not None
    said = ev.AgreementStatusSet(id="e-9", at=NOW, agreement_id="g", status=Status.KEPT)
    made.keep_more(old, said)
    session = kept(again, qtbot, made)
    assert session.course.look_back == ()
    assert session.steps[1].id == STEP_ID


def test_a_store_that_does_not_answer_keeps_what_was_there(
    page: PreparePage, qtbot: QtBot, made: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    silent: Callable[..., Future[object]] = lambda *_: failed(DiskFull(made.services.home))  # noqa: E731  a word
    monkeypatch.setattr(planner, "ask_items", silent)
    assert kept(page, qtbot, made).course.look_back == ()


def failed(error: Exception) -> Future[object]:
    future: Future[object] = Future()
    future.set_exception(error)
    return future


# ---- the step


def test_it_comes_right_after_the_welcome_once() -> None:
    script = with_look_back(SCRIPT)
    assert [each.id for each in script.steps[:3]] == ["welkom", STEP_ID, "nodig"]
    assert looks_back(script)
    assert with_look_back(script) == script
    later = replace(SCRIPT, steps=(*SCRIPT.steps[1:], step("terug", StepKind.LOOK_BACK)))
    assert with_look_back(later).steps[0].id == STEP_ID  # where nobody is welcomed it comes first


def test_only_where_something_is_open_and_it_is_wanted() -> None:
    assert DRAFT.led == SCRIPT
    led = replace(DRAFT, open_before=3).led
    assert led is not None
    assert led.steps[1].id == STEP_ID
    plan = replace(DRAFT, open_before=3).plan
    assert plan is not None
    assert len(plan.minutes) == len(SCRIPT.steps) + 1
    assert replace(DRAFT, open_before=3, look_back=False).led == SCRIPT
    assert replace(DRAFT, open_before=3, script=None).led is None
