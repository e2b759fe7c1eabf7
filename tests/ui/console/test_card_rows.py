"""The rows of thousands of knowledge cards: what is the same at the next letter or event is made once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.core.card import Card
from facilitator.ui.console import card_rows
from facilitator.ui.console.card_panel import AT_ONCE
from facilitator.ui.console.card_rows import CardRows
from tests.builders import SCRIPT, Table
from tests.ui.console.conftest import Led
from tests.ui.console.test_cards import SIGNS, STEPS

MANY = (*(replace(STEPS, id=f"kaart-{number}") for number in range(1_000)), SIGNS)


def test_a_row_that_stays_the_same_is_not_made_again() -> None:
    session, rows = Table(SCRIPT).started().session, CardRows(MANY)
    rows.follow(session)
    before = rows.found("")
    rows.follow(session)
    assert all(one is other for one, other in zip(before, rows.found(""), strict=True))
    assert rows.found("stappen")[0] is before[0]


def test_cards_are_folded_a_few_at_a_time_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    folded: list[str] = []

    def searched(card: Card) -> str:
        folded.append(card.id)
        return card.title

    monkeypatch.setattr(card_rows, "searched", searched)
    rows = CardRows(MANY)
    assert rows.fold_some(600)
    assert not rows.fold_some(600)
    rows.follow(Table(SCRIPT).started().session)
    rows.found("stappen")
    assert len(folded) == len(MANY)


def test_what_is_typed_at_once_is_found_when_all_cards_were_read(lead: Callable[..., Led], qtbot: QtBot) -> None:
    led = lead(Table(SCRIPT).started())
    led.console.commands.knowledge.offer_cards(lambda: MANY)
    QApplication.processEvents()
    led.press("Ctrl+I")
    panel = led.console.panels.cards
    panel.search.setText("vlaggen")
    assert len(panel.list.rows) == len(MANY) > 2 * AT_ONCE  # no letter waits for them
    qtbot.waitUntil(lambda: [row.id for row in panel.list.rows] == ["signalen"])
