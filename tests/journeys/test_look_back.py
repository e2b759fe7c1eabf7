"""Two meetings with the same partners: what was agreed in the first is looked back on in the second."""

import pytest
from PySide6.QtCore import Qt

from facilitator.core import events as ev
from facilitator.core.agreement import Status
from facilitator.core.apply import apply
from facilitator.core.audience import Scene
from facilitator.core.look_back import carried, in_order, said_of, status_of
from facilitator.core.script import StepKind
from facilitator.core.vocabulary import Channel
from facilitator.ui.destinations import START
from facilitator.words import _
from tests.journeys.conftest import Facilitator, Modifier, Start
from tests.journeys.ways import (
    begin,
    begin_preparing,
    choose_place,
    close_by_reading_back,
    desk_of,
    go_on,
    invite,
    make_documents,
    prepare,
)

CONTACT = "@Veilig Thuis een vaste contactpersoon doorgeven aan @Basisschool De Linde vóór 1 dec"
WALK = "@Politie meelopen op straat met @Veilig Thuis elke maand"
CTRL, BOTH = Modifier.ControlModifier, Modifier.ControlModifier | Modifier.ShiftModifier


def first_meeting(one: Facilitator) -> str:
    """Two agreements, confirmed; gives the id of the session."""
    prepare(one)
    begin(one)
    one.press(Qt.Key.Key_F4)
    one.enter(CONTACT)
    one.enter(WALK)
    session_id = one.session.id
    close_by_reading_back(one)
    return session_id


def said_at_the_desk(one: Facilitator, session_id: str, number: int, status: Status, remark: str) -> None:
    """What was heard of an agreement between the two meetings."""
    services = one.program.services
    session = services.store.load(session_id).result(20)
    assert session is not None
    agreement = session.notebook.agreements[number]
    said = ev.AgreementStatusSet(
        id=f"desk-{number}",
        at=one.clock,
        agreement_id=agreement.id,
        status=status,
        remark=remark,
        by_id=agreement.owner_id,
        channel=Channel.MAIL,
    )
    after = apply(session, said)
    assert after is not None
    services.store.append(said, after)


def room(one: Facilitator) -> Scene:
    """What sort of picture the room sees."""
    return one.program.stage.audience.view.scene


def begin_again(one: Facilitator) -> None:
    """Begin; what is private is in sight still when it was before."""
    if not one.console.private:
        one.press(Qt.Key.Key_F12)
    one.press(Qt.Key.Key_PageDown)


@pytest.fixture
def second(facilitator: Start) -> Facilitator:
    """At the second meeting, two months later, about to begin."""
    one = facilitator()
    session_id = first_meeting(one)
    one.minutes_pass(60 * 24 * 20)
    said_at_the_desk(one, session_id, 1, Status.BUSY, "één keer gelukt")
    one.minutes_pass(60 * 24 * 40)
    desk_of(one).go(START)
    page = begin_preparing(one)
    choose_place(one, page)
    invite(one, page)
    one.wait(lambda: page.draft.open_before == 2)
    assert page.people_part.look_back.isVisible()
    assert page.people_part.look_back.words.text().startswith("Er staan nog 2 afspraken open")
    go_on(one)
    one.wait(lambda: one.program.leading is not None)
    one.wait(lambda: len(one.session.course.look_back) == 2)
    return one


def test_what_was_agreed_is_looked_back_on(second: Facilitator) -> None:
    one = second
    assert one.session.steps[1].kind is StepKind.LOOK_BACK
    begin_again(one)
    one.press(Qt.Key.Key_PageDown)
    assert one.console.step.look_back.isVisible()
    late, busy = in_order(one.session)
    assert (late.agreement.what, late.agreement.status) == (
        "Een vaste contactpersoon doorgeven aan Basisschool De Linde",
        Status.AGREED,
    )
    assert (busy.agreement.status, busy.agreement.status_remark) == (Status.BUSY, "één keer gelukt")
    one.press(Qt.Key.Key_R, BOTH)
    panel = one.console.panels.look_back
    one.press(Qt.Key.Key_S)
    assert room(one) is Scene.LOOK_BACK
    one.press(Qt.Key.Key_D)
    one.press(Qt.Key.Key_3)
    one.enter("de contactpersoon was ziek")
    assert panel.what.text().startswith("Meelopen op straat")
    one.press(Qt.Key.Key_1)
    assert [status_of(one.session, item) for item in (late, busy)] == [Status.NOT_KEPT, Status.KEPT]
    one.press(Qt.Key.Key_Z, CTRL)
    assert said_of(one.session, busy.ref) is None
    one.press(Qt.Key.Key_Escape)
    assert room(one) is Scene.PAGE
    further = carried(one.session, late.ref)
    assert further is not None
    found = make_documents(one, close_by_reading_back(one))
    report = next(text for name, text in found.items() if "verslag" in name.casefold())
    assert "de contactpersoon was ziek" in report
    assert "niet nagekomen" in report
    papers = {name.split("/")[-1].split(" - ")[0]: text for name, text in found.items()}
    assert "Loopt door uit de bijeenkomst van 17 november 2026." in papers["Veilig Thuis"]
    assert "de contactpersoon was ziek" not in papers["Politie"]


def test_a_third_meeting_finds_what_still_stands(second: Facilitator) -> None:
    one = second
    begin_again(one)
    one.press(Qt.Key.Key_R, BOTH)
    one.press(Qt.Key.Key_D)
    one.press(Qt.Key.Key_Right)
    one.press(Qt.Key.Key_1)
    one.press(Qt.Key.Key_Escape)
    close_by_reading_back(one)
    one.minutes_pass(60 * 24 * 40)
    desk_of(one).go(START)
    prepare(one)
    one.wait(lambda: one.session.course.look_back)
    (item,) = one.session.course.look_back
    assert item.agreement.continues is not None
    assert item.agreement.what.startswith("Een vaste contactpersoon")


def test_a_rehearsal_looks_back_and_keeps_nothing(facilitator: Start) -> None:
    one = facilitator()
    first_meeting(one)
    desk_of(one).go(START)
    page = begin_preparing(one)
    choose_place(one, page)
    invite(one, page)
    one.wait(lambda: page.draft.open_before == 2)
    page.rehearse.click()
    one.wait(lambda: one.program.leading is not None)
    one.wait(lambda: len(one.session.course.look_back) == 2)
    begin_again(one)
    one.press(Qt.Key.Key_R, BOTH)
    one.press(Qt.Key.Key_1)
    one.press(Qt.Key.Key_Escape)
    store = one.program.services.store
    assert store.load(one.session.id).result(20) is None
    assert _("Look back") == "Terugblik"
