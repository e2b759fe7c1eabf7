"""No paper of a walk while something on a card of one's own is still to be decided, in its questions too."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from facilitator.content.library import CARD_FILES, Library
from facilitator.content.writing import as_text
from facilitator.core.card import Card
from facilitator.core.instrument import Instrument, InstrumentQuestion
from facilitator.core.walk import Answered, Walk, answered
from facilitator.storage.library.records import ItemKind
from facilitator.ui.casuistry.indexing import indexed_text
from facilitator.ui.knowledge.walk.paper_row import PaperRow
from tests.ui.desk import Desk
from tests.ui.knowledge.walk.conftest import OWN, SHIPPED

TELLING = "Belt Fatima Jansen, BSN 123456782, morgen terug?"


def own(question: str) -> Card:
    """A card of one's own that asks this."""
    return replace(OWN, id="eigen", title="Eigen vragen", instrument=Instrument((InstrumentQuestion("een", question),)))


def looked(made: Desk, qtbot: QtBot, card: Card) -> PaperRow:
    """The row about a walk through the questions of a card, once it looked."""
    row = PaperRow(replace(made.services, library=lambda: Library((), (), (), SHIPPED)))
    qtbot.addWidget(row)
    assert card.instrument is not None
    walk = Walk("w", card.id, card.title, card.instrument)
    row.show_walk(answered(walk, Answered(walk.way[0].id, 0))[0])
    qtbot.waitUntil(lambda: row.make.isEnabled() or row.findings.isVisibleTo(row), timeout=20_000)
    return row


def kept(made: Desk, card: Card) -> Card:
    """Put a card into the library."""
    text = as_text(CARD_FILES.declare(), card)
    made.services.shelf().create(indexed_text(ItemKind.CARD, card.id, text), text).result(10)
    return card


@pytest.mark.parametrize("question", [TELLING, "Is er voorlichting?"])
def test_of_a_card_of_one_s_own_it_waits_for_a_decision(made: Desk, qtbot: QtBot, question: str) -> None:
    row = looked(made, qtbot, kept(made, own(question)))
    assert row.make.isEnabled() is (question != TELLING)
    assert row.findings.isVisibleTo(row) is (question == TELLING)


def test_a_card_that_is_gone_is_not_known_to_be_clean(made: Desk, qtbot: QtBot) -> None:
    row = looked(made, qtbot, own("Is er voorlichting?"))
    assert not row.make.isEnabled()
    assert "or the card is gone" in row.findings.label.text()


def test_what_ships_was_looked_at(made: Desk, qtbot: QtBot) -> None:
    assert looked(made, qtbot, SHIPPED[0]).make.isEnabled()
