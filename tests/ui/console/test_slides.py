"""Slides for the room: written in private, made ready, shown on purpose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from facilitator.core.audience import Scene, audience_view
from facilitator.core.events import Screen, Spotted
from facilitator.ui.console.slide_panel import SlidePanel
from tests.builders import Table
from tests.ui.console.conftest import Led, in_sight


@pytest.fixture
def panel(led: Led) -> SlidePanel:
    """The panel of slides, opened with its key."""
    led.press("Ctrl+O")
    panel = led.console.panels.slides
    assert panel.isVisible()
    return panel


def states(panel: SlidePanel) -> list[tuple[str, str]]:
    return [(row.text, row.pill) for row in panel.list.rows]


def test_from_a_draft_to_ready_to_the_room_and_back(led: Led, panel: SlidePanel) -> None:
    led.type("Even stilstaan")
    assert panel.preview.accessibleDescription() == "Even stilstaan"
    panel.draft.click()
    assert states(panel) == [("Even stilstaan", "draft")]
    assert audience_view(led.session).scene is Scene.PAGE
    panel.line.setFocus()
    led.press("Return")
    assert states(panel) == [("Even stilstaan", "ready")]
    assert audience_view(led.session).scene is Scene.PAGE
    panel.ready.click()
    assert states(panel) == [("Even stilstaan", "before the room")]
    assert audience_view(led.session).title == "Even stilstaan"
    panel.ready.click()
    assert audience_view(led.session).scene is Scene.PAGE


def test_one_key_shows_what_is_ready_and_takes_it_away(led: Led, panel: SlidePanel) -> None:
    led.type("Pak je pen", "Return", "Escape")
    assert not panel.isVisible()
    assert led.console.side.room.slide.isVisible()
    led.press("Ctrl+Shift+O")
    assert audience_view(led.session).title == "Pak je pen"
    assert "Take the slide away" in led.console.side.room.slide.text()
    led.press("Ctrl+Shift+O")
    assert audience_view(led.session).scene is Scene.PAGE


def test_a_draft_is_not_shown_by_that_key(led: Led, panel: SlidePanel) -> None:
    led.type("Nog niet af", "Escape")
    assert states(panel) == [("Nog niet af", "draft")]  # what was typed is kept
    assert not led.console.side.room.slide.isVisible()
    led.press("Ctrl+Shift+O")
    assert audience_view(led.session).scene is Scene.PAGE
    assert led.strip == "No slide is ready. Ctrl+O prepares one."


def test_before_the_room_words_change_only_when_they_are_saved(led: Led, panel: SlidePanel) -> None:
    led.type("Pak je pin", "Return")
    panel.ready.click()
    panel.line.setText("Pak je pen")
    assert audience_view(led.session).title == "Pak je pin"
    assert panel.ready.text() == "Save"
    assert not panel.draft.isEnabled()
    assert not panel.remove.isEnabled()
    panel.ready.click()
    assert audience_view(led.session).title == "Pak je pen"


@pytest.mark.parametrize("away", ["close", "fold", "new", "choose"])
def test_half_a_sentence_in_the_slide_before_the_room_becomes_a_draft(led: Led, panel: SlidePanel, away: str) -> None:
    led.type("Eerder", "Return")
    panel.fresh.click()
    led.type("Pak je pen", "Return")
    panel.ready.click()
    panel.line.setText("Pak je pen, Ja")
    match away:
        case "close":
            led.press("Escape")
        case "fold":
            led.screens.allow(False)
        case "new":
            panel.fresh.click()
        case "choose":
            panel.list.opened.emit(led.session.notebook.slides[0].id)
    assert audience_view(led.session).title == "Pak je pen"
    slides = [(slide.title, slide.ready) for slide in led.session.notebook.slides]
    assert slides == [("Eerder", True), ("Pak je pen", True), ("Pak je pen, Ja", False)]
    led.screens.allow(True)


def test_half_a_sentence_in_a_slide_that_is_ready_makes_it_a_draft(led: Led, panel: SlidePanel) -> None:
    led.type("Pak je pen", "Return")
    led.type(" en", "Escape")
    assert [(slide.title, slide.ready) for slide in led.session.notebook.slides] == [("Pak je pen en", False)]
    led.press("Ctrl+Shift+O")
    assert audience_view(led.session).scene is Scene.PAGE


def test_while_the_room_sees_a_slide_one_types_in_a_new_one(led: Led, panel: SlidePanel) -> None:
    led.type("Pak je pen", "Return")
    panel.ready.click()
    led.press("Escape", "Ctrl+O")
    led.type("Straks", "Return")
    assert audience_view(led.session).title == "Pak je pen"
    assert states(panel) == [("Pak je pen", "before the room"), ("Straks", "ready")]
    panel.list.opened.emit(led.session.notebook.slides[0].id)
    assert panel.line.text() == "Pak je pen"


def test_words_of_a_new_slide_stay_when_another_is_begun(led: Led, panel: SlidePanel) -> None:
    led.type("Een")
    panel.fresh.click()
    assert (states(panel), panel.line.text()) == ([("Een", "draft")], "")


def test_several_slides_are_chosen_from_and_thrown_away(led: Led, panel: SlidePanel) -> None:
    led.type("Een", "Return")
    panel.fresh.click()
    led.type("Twee")
    panel.list.clicked.emit(panel.list.model().index(0, 0))
    panel.list.choose(led.session.notebook.slides[0].id)
    panel.list.opened.emit(led.session.notebook.slides[0].id)
    assert states(panel) == [("Een", "ready"), ("Twee", "draft")]
    assert panel.line.text() == "Een"
    panel.remove.click()
    assert states(panel) == [("Twee", "draft")]
    assert panel.line.text() == "Twee"


def test_undo_takes_a_slide_back_and_the_fields_follow(led: Led, panel: SlidePanel) -> None:
    led.type("Een", "Return")
    led.console.deeds.undo()
    assert states(panel) == []
    assert panel.line.text() == ""


def test_undo_does_not_make_the_slide_again_of_words_that_were_not_kept(led: Led, panel: SlidePanel) -> None:
    led.type("Een", "Return")
    led.type(" en twee")
    led.console.deeds.undo()
    assert states(panel) == []
    assert panel.line.text() == "Een en twee"
    led.console.deeds.redo()
    assert states(panel) == [("Een", "ready")]


def test_a_slide_is_thrown_away_with_the_words_that_were_not_kept(led: Led, panel: SlidePanel) -> None:
    led.type("Een", "Return")
    led.type(" en twee")
    panel.remove.click()
    assert (states(panel), panel.line.text()) == ([], "")


def test_typed_text_keeps_enter_for_itself(led: Led, panel: SlidePanel) -> None:
    panel.text.setFocus()
    led.type("Regel een", "Return")
    led.type("Regel twee")
    assert panel.filled_in().text == "Regel een\nRegel twee"
    led.press("Ctrl+Return")
    assert led.session.notebook.slides[0].ready


def test_slides_are_folded_where_the_room_sees_this_screen(led: Led, panel: SlidePanel) -> None:
    led.type("Geheim nog")
    led.screens.allow(False)
    assert not panel.isVisible()
    assert "Geheim nog" not in in_sight(led.console)
    led.press("Ctrl+O")
    assert not panel.isVisible()
    led.screens.allow(True)


def test_a_name_on_a_slide_is_held_back(lead: Callable[..., Led]) -> None:
    led = lead(Table().started(), spot=lambda text, _session: (Spotted("naam", "Jan"),) if "Jan" in text else ())
    led.press("Ctrl+O")
    panel = led.console.panels.slides
    led.type("Bel Jan", "Return")
    assert states(panel) == [("Bel Jan", "to check")]
    panel.ready.click()
    assert audience_view(led.session).scene is Scene.PAGE


def test_a_welcome_stands_before_the_beginning_and_goes_when_it_begins(lead: Callable[..., Led]) -> None:
    led = lead(Table())
    led.press("Ctrl+O")
    led.type("Welkom", "Return", "Escape")
    led.press("Ctrl+Shift+O")
    assert audience_view(led.session).title == "Welkom"
    assert led.session.course.screen is Screen.LIVE
    led.press("PageDown")
    assert audience_view(led.session).scene is Scene.PAGE
