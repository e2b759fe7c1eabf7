"""From a large window to a small one with large text: nothing lies over anything else, nothing is out of reach."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from facilitator.core.events import DetailsChanged
from facilitator.ui.console.columns import Fit
from facilitator.ui.console.step_column import Half
from tests.builders import CASE, CASE_SCRIPT, Table
from tests.ui.console.conftest import Led

SIZES = [(1920, 1080, Fit.THREE), (1280, 720, Fit.THREE), (1024, 640, Fit.TWO), (720, 450, Fit.ONE)]


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def sized(request: pytest.FixtureRequest, lead: Callable[..., Led], shot: Callable[[QWidget, str], None]) -> Led:
    """A full console at a size."""
    width, height, fit = request.param
    led = lead(Table(CASE_SCRIPT, CASE).started().at_step("casus"), width, height)
    for line in ("@pol Sneller weten", "Een vast gezicht bij Veilig Thuis", "#@veilig belt voor 1 dec", "#Navragen"):
        led.type(line, "Return")
    led.press("F2")
    led.type("Let op de terugkoppeling", "Return", "F3")
    led.type("Wie betaalt de tolk", "Return", "F8")
    QApplication.processEvents()
    shot(led.console, f"console-{width}x{height}")
    assert (led.console.width(), led.console.columns.fit) == (width, fit)
    return led


def place(widget: QWidget, within: QWidget) -> QRect:
    return QRect(widget.mapTo(within, widget.rect().topLeft()), widget.size())


def test_the_parts_of_the_step_do_not_overlap(sized: Led) -> None:
    step = sized.console.step
    sized.console.columns.show_part(step)
    parts = (step.head, step.reading, step.answers, step.entry, step.bottom)
    places = [place(part, step) for part in parts if part.isVisible()]
    assert len(places) >= 4
    assert all(above.bottom() < below.top() for above, below in pairwise(places))
    assert all(step.rect().contains(part) for part in places)


def test_what_one_types_and_presses_is_always_in_sight(sized: Led) -> None:
    step, whole = sized.console.step, sized.console.rect()
    for widget in (step.entry.field, step.bottom.black, step.bottom.next, sized.console.top.clock):
        assert whole.contains(place(widget, sized.console)), widget


def test_every_column_can_be_brought_in_sight(sized: Led) -> None:
    columns = sized.console.columns
    for part in (columns.left, columns.right, columns.middle):
        columns.show_part(part)
        assert part.isVisible()
        assert columns.rect().contains(part.geometry())


def test_the_agreement_line_comes_in_sight_by_its_key(sized: Led) -> None:
    sized.press("F4")
    assert sized.console.side.isVisible()
    assert sized.console.side.agreements.entry.field.hasFocus()
    sized.press("Ctrl+T")
    assert sized.console.step.entry.field.hasFocus()


@pytest.mark.parametrize("key", ["F1", "Ctrl+D", "Ctrl+W"])
def test_panels_fit_in_the_window(sized: Led, key: str) -> None:
    sized.press(key)
    panel = sized.console.panels.top
    assert panel is not None
    assert sized.console.rect().contains(panel.geometry())
    sized.console.resize(sized.console.width() - 40, sized.console.height() - 20)
    assert sized.console.rect().contains(panel.geometry())


@pytest.mark.parametrize("key", ["Ctrl+D", "Ctrl+W"])
def test_nothing_in_a_panel_about_a_case_is_cut_off(sized: Led, key: str) -> None:
    sized.press(key)
    QApplication.processEvents()
    panel = sized.console.panels.top
    assert panel is not None
    for button in panel.findChildren(QPushButton):
        if button.isVisible():
            assert panel.rect().contains(place(button, panel)), button.text()
            assert button.width() >= button.sizeHint().width(), button.text()


def test_the_case_line_keeps_its_buttons_whole(sized: Led) -> None:
    sized.console.columns.show_part(sized.console.step)
    QApplication.processEvents()
    case = sized.console.step.head.case
    for button in case.buttons.values():
        assert case.rect().contains(place(button, case)), button.text()
        assert button.width() >= button.sizeHint().width(), button.text()


def test_where_there_is_no_room_the_step_is_shown_by_halves(lead: Callable[..., Led]) -> None:
    led = lead(Table(CASE_SCRIPT, CASE).started().at_step("casus"), 720, 450)
    seen = []
    for half in (Half.READING, Half.ANSWERS):
        led.console.columns.show_part(led.console.step, half)
        seen.append((led.console.step.reading.isVisible(), led.console.step.answers.isVisible()))
    led.console.resize(1280, 800)
    QApplication.processEvents()
    seen.append((led.console.step.reading.isVisible(), led.console.step.answers.isVisible()))
    assert seen == [(True, False), (False, True), (True, True)]


def test_very_long_names_do_not_widen_the_window(led: Led) -> None:
    details = replace(led.session.details, place="Wijk" * 90, municipality="Stad" * 90)
    led.running.do(DetailsChanged, details=details)
    QApplication.processEvents()
    assert led.console.minimumSizeHint().width() <= 1024
    assert led.console.rect().contains(place(led.console.top.clock, led.console))


def test_a_very_long_title_and_answer_do_not_widen_the_window(led: Led) -> None:
    led.console.step.entry.field.setText("lang" * 400)
    led.press("Return")
    QApplication.processEvents()
    assert led.console.minimumSizeHint().width() <= 1024
