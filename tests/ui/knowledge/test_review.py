"""Which cards are due for another look, whoever wrote them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.content.library import CARD_FILES, Library
from facilitator.content.writing import as_text
from facilitator.core.card import Card, Figure, ReadOn
from facilitator.core.script import Source
from facilitator.storage.errors import DiskTrouble
from facilitator.storage.library.records import ItemKey, ItemKind, Origin, Pack, Packed
from facilitator.ui.casuistry.all_cards import AllCards, Known
from facilitator.ui.casuistry.indexing import indexed_text
from facilitator.ui.knowledge.review.review_page import CARD_ID, ReviewPage
from tests.ui.desk import NOW, TODAY, Desk, desk, press

SOURCE = ReadOn("Stap 3", "Een uitgever", "https://voorbeeld.nl")
FRESH = Card("vers", "Vers", ("thema",), "Kort.", "Uitleg.", (SOURCE,), TODAY)
PAST = Figure("1 op de 12", 2022, "Volwassenen", Source("Een onderzoek"), date(2026, 1, 1))
OLD = replace(FRESH, id="oud", title="Oud", checked_on=date(2025, 10, 1))
NUMBER = replace(FRESH, id="cijfer", title="Cijfer", figures=(PAST,))
LOOSE = replace(FRESH, id="los", title="Los", read_on=())


@pytest.fixture
def made(tmp_path: Path, new_id: Callable[[], str]) -> Iterator[Desk]:
    with desk(tmp_path / "home", lambda: NOW, new_id) as opened:
        opened.services = replace(opened.services, library=lambda: Library((), (), (), (FRESH, OLD)))
        yield opened


@pytest.fixture
def page(qtbot: QtBot) -> ReviewPage:
    built = ReviewPage(TODAY)
    qtbot.addWidget(built)
    built.resize(1100, 640)
    built.show()
    built.show_cards([Known(card, Origin.SHIPPED) for card in (FRESH, OLD, NUMBER)] + [Known(LOOSE, Origin.OWN)])
    return built


def lines(page: ReviewPage) -> list[str]:
    return [page.list.item(row).text() for row in range(page.list.count())]


def test_what_weighs_most_comes_first(page: ReviewPage) -> None:
    assert [line.split("\n")[0] for line in lines(page)] == ["Los", "Cijfer", "Oud"]
    assert lines(page)[0] == "Los\nno source · your own"
    assert "1 op de 12" in lines(page)[1]
    assert page.told.text() == "3 of 4 cards are due."


def test_a_shorter_time_asks_for_more(page: ReviewPage) -> None:
    page.show_cards([Known(replace(FRESH, checked_on=date(2026, 3, 1)), Origin.SHIPPED)])
    assert (lines(page), page.told.text()) == ([], "1 card, and nothing is due.")
    page.months.setCurrentIndex(0)
    assert len(lines(page)) == 1


def test_where_nothing_is_due_the_keyboard_stays_on_the_page(page: ReviewPage, qtbot: QtBot) -> None:
    page.activateWindow()
    page.enter()
    qtbot.waitUntil(page.list.hasFocus)
    page.show_cards([Known(FRESH, Origin.SHIPPED)])
    assert page.months.hasFocus()
    assert page.told.y() < page.told.height()


def test_enter_opens_the_card(page: ReviewPage, qtbot: QtBot) -> None:
    page.activateWindow()
    page.enter()
    qtbot.waitUntil(page.list.hasFocus)
    with qtbot.waitSignal(page.card_chosen) as chosen:
        press(Qt.Key.Key_Return)
    assert chosen.args == ["los"]


def test_own_and_imported_cards_are_looked_at_too(made: Desk, qtbot: QtBot) -> None:
    shelf = made.services.shelf()
    own = as_text(CARD_FILES.declare(), LOOSE)
    shelf.create(indexed_text(ItemKind.CARD, "los", own), own).result(10)
    text = as_text(CARD_FILES.declare(), NUMBER)
    packed = Packed(indexed_text(ItemKind.CARD, "cijfer", text), text, "Iemand", "CC0")
    shelf.import_pack(Pack("regio", "Regio Oost"), [packed]).result(10)
    shelf.create(indexed_text(ItemKind.CARD, "klad", "id: klad\n"), "id: klad\n").result(10)
    cards = AllCards(made.services)
    with qtbot.waitSignal(cards.came) as came:
        cards.ask()
    known = {one.card.id: (one.origin, one.pack) for one in came.args[0]}
    assert known == {
        "vers": (Origin.SHIPPED, ""),
        "oud": (Origin.SHIPPED, ""),
        "los": (Origin.OWN, ""),
        "cijfer": (Origin.IMPORTED, "Regio Oost"),
    }


def test_a_library_that_does_not_open_leaves_what_ships(
    made: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = made.services.shelf()

    def refuse() -> None:
        raise DiskTrouble

    monkeypatch.setattr(shelf, "packs", lambda: shelf._ask(lambda _catalogue: refuse()))
    cards = AllCards(made.services)
    with qtbot.waitSignals([cards.came, cards.failed]):
        cards.ask()


def test_a_key_names_the_card(page: ReviewPage) -> None:
    assert page.list.item(0).data(CARD_ID) == ItemKey(ItemKind.CARD, "los").id
