"""Deciding and weighing: by keyboard, with reasons, before the room while open, taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.core.audience import Scene, audience_view
from facilitator.core.casus import Phase
from facilitator.core.events import Judgement, SessionClosed
from facilitator.core.weighing import Outcome, Verdict
from tests.ui.console.case_table import FIRST, full_table
from tests.ui.console.conftest import Led, in_sight


@pytest.fixture
def told(lead: Callable[..., Led]) -> Led:
    """At the first moment of the case."""
    return lead(full_table())


@pytest.fixture
def deciding(told: Led) -> Led:
    """The panel that moves the moment."""
    told.press("Ctrl+D")
    return told


@pytest.fixture
def weighing(told: Led) -> Led:
    """The panel with the weighing questions."""
    told.press("Ctrl+W")
    return told


def judged(led: Led) -> tuple[Phase | None, int | None, str]:
    judgement = led.session.judgement("m1")
    return judgement.phase, judgement.meldcode_step, judgement.reason


def test_arrows_and_numbers_move_phase_and_step(deciding: Led) -> None:
    deciding.press("Right")
    assert judged(deciding) == (Phase.STABLE_SAFETY, None, "")
    deciding.press("3", "Tab", "5", "Left")
    assert judged(deciding) == (Phase.RECOVERY, 4, "")
    deciding.press("1")
    assert judged(deciding) == (Phase.RECOVERY, None, "")  # the first step is as it was told


def test_the_case_line_says_where_the_group_puts_it(deciding: Led) -> None:
    deciding.press("Right", "Tab", "4")
    assert deciding.console.step.head.case.told.text() == "moment 1 of 2 · phase: direct safety · meldcode step 1"
    assert deciding.console.step.head.case.group.text() == "group: stable safety · meldcode step 4"


def test_a_reason_is_kept_and_all_of_it_can_be_taken_back(deciding: Led) -> None:
    deciding.press("Right", "Tab", "Tab")
    deciding.type("Het is nog niet veilig", "Return")
    assert judged(deciding) == (Phase.STABLE_SAFETY, None, "Het is nog niet veilig")
    deciding.console.panels.decide.take_back.click()
    assert deciding.session.judgement("m1") == Judgement("m1")
    assert deciding.console.panels.decide.reason.text() == ""
    deciding.press("Ctrl+Z")
    assert judged(deciding)[2] == "Het is nog niet veilig"


def test_a_half_typed_reason_is_kept_when_the_panel_closes(deciding: Led) -> None:
    deciding.press("Tab", "Tab")
    deciding.type("Omdat", "Escape")
    assert judged(deciding) == (None, None, "Omdat")
    assert deciding.console.panels.top is None


def test_the_room_sees_the_decision_while_it_is_open(deciding: Led) -> None:
    assert audience_view(deciding.session).scene is Scene.DECISION
    deciding.press("Escape")
    assert audience_view(deciding.session).scene is Scene.PAGE
    assert deciding.console.step.entry.field.hasFocus()


def test_the_room_need_not_see_it(deciding: Led) -> None:
    deciding.console.panels.decide.to_room.click()
    assert audience_view(deciding.session).scene is Scene.PAGE
    deciding.press("Ctrl+D", "Ctrl+D")
    assert audience_view(deciding.session).scene is Scene.PAGE


def test_one_panel_takes_the_place_of_the_other(deciding: Led) -> None:
    deciding.press("Ctrl+W")
    assert audience_view(deciding.session).scene is Scene.WEIGHING
    assert not deciding.console.panels.decide.isVisible()
    deciding.press("Ctrl+W")
    assert deciding.console.panels.top is None


def test_going_on_in_the_case_closes_the_panel(deciding: Led) -> None:
    deciding.press("Tab", "Tab")
    deciding.type("Omdat", "PageDown")
    assert deciding.session.course.page == 1
    assert deciding.console.panels.top is None
    assert judged(deciding)[2] == "Omdat"


def test_without_a_moment_there_is_nothing_to_decide(lead: Callable[..., Led]) -> None:
    led = lead(full_table("ronde"))
    led.press("Ctrl+D")
    assert (led.console.panels.top, led.strip) == (None, "This is done at a moment of a case.")


# ---- weighing


def test_letters_say_it_and_the_room_sees_the_same_question(weighing: Led) -> None:
    weighing.press("J", "PageDown", "N", "Right", "T")
    assert weighing.session.verdicts(FIRST.id) == {1: Verdict.YES, 2: Verdict.NO, 3: Verdict.UNSURE}
    view = audience_view(weighing.session)
    assert view.weighing is not None
    assert (view.scene, view.weighing.number, view.weighing.verdict) == (Scene.WEIGHING, 3, Verdict.UNSURE)
    weighing.press("Left")
    assert weighing.session.course.case_item == "2"


def test_letters_are_words_in_the_reason(weighing: Led) -> None:
    weighing.press("J")
    weighing.console.panels.weigh.reason.setFocus()
    weighing.type("Nu niet", "Return")
    said = weighing.session.weighed("m1")[1]
    assert (said.verdict, said.reason) == (Verdict.YES, "Nu niet")
    assert weighing.console.panels.weigh.number == 1
    weighing.press("Return")
    assert weighing.console.panels.weigh.number == 2
    assert weighing.session.verdicts(FIRST.id) == {1: Verdict.YES}
    assert weighing.console.panels.weigh.reason.text() == ""


def test_unsafety_ends_in_reporting_and_the_others_are_walked_too(weighing: Led) -> None:
    panel = weighing.console.panels.weigh
    weighing.press("J", "PageDown", "J")
    assert panel.outcome.text() == Outcome.REPORT_UNSAFE.value
    assert "not instead of it" in panel.outcome.text()
    assert panel.next_words() == "Next question →"
    weighing.press("PageDown", "J", "PageDown", "J", "PageDown", "J")
    assert panel.outcome.text() == Outcome.REPORT_UNSAFE.value
    assert panel.next_words() == "Done"
    weighing.press("PageDown")
    assert not panel.isVisible()


def test_a_walk_that_has_ended_says_so_and_closes(weighing: Led) -> None:
    panel = weighing.console.panels.weigh
    weighing.press("N")
    assert panel.outcome.text() == Outcome.CLOSE.value
    assert weighing.console.step.bottom.next.accessibleName().startswith("Done")
    panel.on.click()
    assert not panel.isVisible()


def test_it_opens_where_the_walk_stands(weighing: Led) -> None:
    weighing.press("J", "PageDown", "N", "Escape", "Ctrl+W")
    assert weighing.console.panels.weigh.number == 3


def test_saying_it_again_takes_it_back(weighing: Led) -> None:
    weighing.press("J")
    weighing.console.panels.weigh.verdict.buttons[0].click()
    assert weighing.session.verdicts(FIRST.id) == {}


def test_what_speaks_for_and_against_is_the_facilitators_alone(weighing: Led) -> None:
    assert "Geheim voor ja" in in_sight(weighing.console)
    assert "Geheim voor nee" in in_sight(weighing.console)
    assert "Geheim" not in repr(audience_view(weighing.session))
    weighing.press("F12")
    assert "Geheim" not in in_sight(weighing.console)
    assert weighing.console.panels.weigh.isVisible()
    weighing.press("Escape", "Ctrl+W")
    assert "Geheim" not in in_sight(weighing.console)


def test_it_opens_folded_also_where_nothing_can_be_shown_any_more(told: Led) -> None:
    told.running.do(SessionClosed)
    told.press("F12", "Ctrl+W")
    assert told.console.panels.weigh.isVisible()
    assert "Geheim" not in in_sight(told.console)


def test_tab_walks_through_each_panel(told: Led) -> None:
    for key, stops in (("Ctrl+D", 5), ("Ctrl+W", 7)):
        told.press(key)
        panel, seen = told.console.panels.top, []
        for _time in range(12):
            told.press("Tab")
            focused = QApplication.focusWidget()
            assert panel is not None
            assert focused is not None
            assert panel.isAncestorOf(focused)
            seen.append(focused)
        assert len(set(seen)) == stops, [one.accessibleName() for one in seen]
        told.press(key)
