"""A card from its page to one page of paper; a folder that cannot be made is told and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from facilitator.content.locate import resource
from facilitator.report.worker import DocumentWorker, Resources
from facilitator.ui.knowledge.card_printing import CardPrinting
from facilitator.words import _
from tests.ui.desk import Desk
from tests.ui.knowledge.conftest import FLAGS, Shown


@pytest.fixture
def worker() -> Iterator[DocumentWorker]:
    made = DocumentWorker(Resources(resource("templates"), resource("fonts"), None))
    yield made
    made.close()


def test_the_page_of_a_card_offers_paper(shown: Shown, qtbot: QtBot) -> None:
    shown.knowledge.open_card(FLAGS.id)
    qtbot.waitUntil(lambda: not shown.at_hub)
    assert "Save as PDF" in shown.page.offered


def test_a_card_is_saved_and_its_folder_told(made: Desk, worker: DocumentWorker, qtbot: QtBot) -> None:
    printing = CardPrinting(replace(made.services, documents=lambda: worker))
    with qtbot.waitSignal(printing.said, timeout=30_000) as told:
        printing.save(FLAGS)
    assert [path.name for path in printing.folder.iterdir()] == ["Card Rode vlaggen.pdf"]
    assert told.args == [_("{name} is in {folder}.").format(name="Card Rode vlaggen.pdf", folder=printing.folder)]


def test_another_card_of_that_title_leaves_the_first_paper(made: Desk, worker: DocumentWorker, qtbot: QtBot) -> None:
    printing = CardPrinting(replace(made.services, documents=lambda: worker))
    names = set()
    for card in (FLAGS, replace(FLAGS, summary="Iets anders."), FLAGS):
        with qtbot.waitSignal(printing.said, timeout=30_000):
            printing.save(card)
        names = {path.name for path in printing.folder.iterdir()}
    assert names == {"Card Rode vlaggen.pdf", "Card Rode vlaggen (2).pdf"}


def test_a_folder_that_cannot_be_made_is_told(made: Desk, qtbot: QtBot) -> None:
    printing = CardPrinting(made.services)
    made.services.documents_folder.mkdir(exist_ok=True)
    blocked = made.services.documents_folder / "bestand"
    blocked.write_text("geen map")
    printing.folder = blocked / "map"
    with qtbot.waitSignal(printing.warned) as told:
        printing.save(FLAGS)
    assert "Nothing is lost" in str(told.args)


def test_a_fault_of_our_own_goes_on(made: Desk, qtbot: QtBot) -> None:
    printing = CardPrinting(made.services)
    with qtbot.waitSignal(printing.failed):
        printing._exporting.failed.emit(RuntimeError("stuk"))
