"""Cards to paper, one or all in sight; what cannot be made, or must not be, is told and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from facilitator.content.library import CARD_FILES
from facilitator.content.locate import resource
from facilitator.report.worker import DocumentWorker, Resources
from facilitator.storage.errors import DiskFull
from facilitator.storage.library.records import Facets, ItemKey, ItemKind, Line, Origin
from facilitator.storage.library.store import LibraryStore
from facilitator.ui.casuistry.packs import offer as offers
from facilitator.ui.knowledge.card_printing import CardPrinting
from facilitator.ui.knowledge.knowledge import Knowledge
from facilitator.ui.knowledge.known_cards import held_words
from facilitator.words import _
from tests.content.packing import item
from tests.content.samples import card
from tests.ui.desk import Desk
from tests.ui.knowledge.conftest import CARDS, FLAGS, Shown
from tests.ui.knowledge.test_known_cards import TELLING


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
    for one in (FLAGS, replace(FLAGS, summary="Iets anders."), FLAGS):
        with qtbot.waitSignal(printing.said, timeout=30_000):
            printing.save(one)
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


def own_line(made: Desk, text: str) -> Line:
    """Keep a card of one's own, and give it as the hub has it."""
    kept = item(CARD_FILES, text)
    indexed = offers.indexed_item(kept)
    made.services.shelf().create(indexed, kept.text).result(10)
    return Line(indexed.key, "Eigen", Origin.OWN, "", Facets(), False, None, 0)


def shipped_line(card_id: str) -> Line:
    return Line(ItemKey(ItemKind.CARD, card_id), card_id, Origin.SHIPPED, "", Facets(), False, None, 0)


def saved(printing: CardPrinting, qtbot: QtBot, *lines: Line) -> str:
    """Save these, and give what was said."""
    with qtbot.waitSignal(printing.said, timeout=30_000) as told:
        printing.save_all(lines)
    assert told.args is not None
    return str(told.args[0])


def pages(printing: CardPrinting) -> list[str]:
    """The text of each page of the one file that was made."""
    (path,) = printing.folder.iterdir()
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_the_hub_puts_the_cards_that_suit_in_one_file(made: Desk, worker: DocumentWorker, qtbot: QtBot) -> None:
    shown = Shown(Knowledge(replace(made.services, documents=lambda: worker)))
    qtbot.addWidget(shown.stack)
    shown.stack.show()
    page = shown.knowledge.page
    page.enter()
    qtbot.waitUntil(lambda: page.paper.words == f"Save these {len(CARDS)} cards as PDF")
    page.paper.click()
    assert not page.paper.isEnabled()  # not twice
    qtbot.waitUntil(lambda: bool(shown.said), timeout=30_000)
    assert page.paper.isEnabled()
    assert "Knowledge cards" in str(shown.said)
    titles = ("In de klas", "Rode vlaggen", "Zorgmelding", "Merken kinderen niets?")  # as they stand on the page
    assert all(title in text for title, text in zip(titles, pages(shown.knowledge._printing), strict=True))


def test_a_set_is_a_page_each_in_the_order_of_the_hub(made: Desk, worker: DocumentWorker, qtbot: QtBot) -> None:
    printing = CardPrinting(replace(made.services, documents=lambda: worker))
    lines = (shipped_line("vlaggen"), own_line(made, card()), shipped_line("melding"))
    assert "Knowledge cards" in saved(printing, qtbot, *lines)
    titles = ("Rode vlaggen", "Eerst overleg", "Zorgmelding")
    assert all(title in page for title, page in zip(titles, pages(printing), strict=True))


def test_what_may_tell_of_somebody_stays_out_and_that_is_said(made: Desk, worker: DocumentWorker, qtbot: QtBot) -> None:
    printing = CardPrinting(replace(made.services, documents=lambda: worker))
    lines = (own_line(made, card(*TELLING)), shipped_line("vlaggen"))
    told = saved(printing, qtbot, *lines)
    assert told.endswith(held_words(1))
    assert not any("Fatima" in page for page in pages(printing))
    assert len(pages(printing)) == 1


def test_one_that_is_not_finished_stays_out_and_that_is_said(made: Desk, worker: DocumentWorker, qtbot: QtBot) -> None:
    printing = CardPrinting(replace(made.services, documents=lambda: worker))
    line = own_line(made, card())
    made.services.shelf().save(offers.indexed_item(item(CARD_FILES, card())), "id: eerst-overleg").result(10)
    told = saved(printing, qtbot, line, shipped_line("vlaggen"))
    assert told.endswith("1 card is not finished and stayed out.")


def test_nothing_is_made_of_nothing(made: Desk, qtbot: QtBot) -> None:
    printing = CardPrinting(made.services)
    with qtbot.waitSignals([printing.ended, printing.warned]):
        printing.save_all((own_line(made, card(*TELLING)),))
    assert not printing.folder.exists()


def test_a_library_that_does_not_answer_is_told_and_the_button_comes_back(
    made: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = own_line(made, card())

    def full(_shelf: LibraryStore, _key: ItemKey) -> None:
        raise DiskFull

    monkeypatch.setattr(LibraryStore, "item", full)
    printing = CardPrinting(made.services)
    with qtbot.waitSignals([printing.ended, printing.failed]):
        printing.save_all((line,))
