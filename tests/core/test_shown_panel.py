"""A panel of the infographic before the room: shown on purpose, alone, as it was that day, and away again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from facilitator.core import events as ev
from facilitator.core.audience import AudienceView, Scene, audience_view
from facilitator.core.card import Figure
from facilitator.core.codec import event_from_plain, event_to_plain
from facilitator.core.infographic import Panel, PanelFigure, PanelForm
from facilitator.core.refusal import Refusal
from facilitator.core.script import Source
from facilitator.core.shown_card import ShownCard
from tests.builders import START, Table
from tests.core.test_audience import words
from tests.random_sessions import tables

FIGURE = Figure("8 procent", 2020, "In een jaar.", Source("CBS", "https://voorbeeld.nl"), date(2027, 6, 30), "acht")
PANEL = Panel("een", "Hoe vaak?", "Zo vaak.", PanelForm.DOTS, (PanelFigure("Zoveel", FIGURE, past=True),))
CARD = ShownCard("vijf", "De vijf stappen", "Zo loopt de meldcode.")


def shown() -> Table:
    table = Table().started()
    assert table.do(ev.PanelShown, panel=PANEL) is None
    return table


def test_the_room_sees_all_that_a_panel_carries() -> None:
    view = audience_view(shown().session)
    assert (view.scene, view.title, view.panel) == (Scene.PANEL, "Hoe vaak?", PANEL)


def test_it_goes_away_to_what_was_there() -> None:
    table = Table().started()
    before = audience_view(table.session)
    table.do(ev.PanelShown, panel=PANEL)
    table.do(ev.PanelShown, panel=None)
    assert audience_view(table.session) == before


@pytest.mark.parametrize("empty", [replace(PANEL, title=" "), replace(PANEL, figures=())])
def test_nothing_is_not_shown(empty: Panel) -> None:
    assert Table().started().do(ev.PanelShown, panel=empty) is Refusal.EMPTY


def test_it_takes_the_place_of_a_card_and_a_card_that_of_it() -> None:
    table = shown()
    table.do(ev.CardShown, card=CARD)
    assert audience_view(table.session).scene is Scene.CARD
    table.do(ev.PanelShown, panel=PANEL)
    assert audience_view(table.session).scene is Scene.PANEL
    assert table.session.course.card is None


def test_going_on_takes_it_away() -> None:
    table = shown()
    table.do(ev.StepEntered, step_id=table.session.script.steps[1].id)
    assert table.session.course.panel is None


@settings(max_examples=200)
@given(tables(120))
def test_it_stands_alone_before_the_room(table: Table) -> None:
    view = audience_view(table.session)
    assert ("paneel" in words(view)) == (view.scene is Scene.PANEL)
    if view.scene is Scene.PANEL:
        assert view == AudienceView(view.scene, view.form, view.place, title=view.title, panel=view.panel, bar=view.bar)


def test_it_is_kept_whole() -> None:
    event = ev.PanelShown(id="e", at=START, panel=PANEL)
    assert event_from_plain(event_to_plain(event)) == event
