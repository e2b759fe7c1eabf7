"""The cards a session can use: the program's own, what was written here, what came in a pack; nothing that leaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.content.lexicon import NoListsError
from facilitator.content.library import CARD_FILES, Library
from facilitator.storage.errors import DiskFull
from facilitator.storage.library.records import ItemKind
from facilitator.storage.library.store import LibraryStore
from facilitator.ui.casuistry.packs import offer as offers
from facilitator.ui.casuistry.privacy import searching
from facilitator.ui.knowledge.known_cards import KnownCards
from tests.builders import CASE, SCRIPT
from tests.content.packing import item
from tests.content.samples import card
from tests.ui.conftest import Clock
from tests.ui.console.test_cards import FACT, STEPS
from tests.ui.desk import Desk, desk

TELLING = ("summary: ", "summary: Bel Fatima Jansen, BSN 123456782. ")


@pytest.fixture
def made(tmp_path: Path, clock: Clock, new_id: Callable[[], str]) -> Iterator[Desk]:
    with desk(tmp_path / "home", clock, new_id) as opened:
        services = opened.services
        opened.services = replace(services, library=lambda: Library((SCRIPT,), (CASE,), (), cards=(STEPS, FACT)))
        yield opened


def keep(made: Desk, text: str) -> None:
    """Write a card of one's own."""
    kept = item(CARD_FILES, text)
    made.services.shelf().create(offers.indexed_item(kept), kept.text).result(10)


def known(made: Desk, qtbot: QtBot) -> KnownCards:
    """Ask for them, and wait until one's own are there."""
    cards = KnownCards(made.services)
    with qtbot.waitSignal(cards.arrived, timeout=20_000):
        assert [each.id for each in cards()] == ["stappen", "feit-a"]  # at once
    return cards


def test_the_user_s_own_come_after_those_of_the_program(made: Desk, qtbot: QtBot) -> None:
    keep(made, card())
    cards = known(made, qtbot)
    assert [each.id for each in cards()] == ["stappen", "feit-a", "eerst-overleg"]
    assert cards.waiting() == 0


def test_of_two_with_one_id_the_user_s_own_counts(made: Desk, qtbot: QtBot) -> None:
    keep(made, card("id: eerst-overleg", "id: stappen"))
    titles = {each.id: each.title for each in known(made, qtbot)()}
    assert list(titles) == ["stappen", "feit-a"]
    assert titles["stappen"] != STEPS.title


def test_one_in_which_something_is_to_be_decided_is_not_given_and_counted(made: Desk, qtbot: QtBot) -> None:
    keep(made, card(*TELLING))
    cards = known(made, qtbot)
    assert ([each.id for each in cards()], cards.waiting()) == (["stappen", "feit-a"], 1)


def test_what_was_thrown_away_does_not_count(made: Desk, qtbot: QtBot) -> None:
    keep(made, card())
    shelf = made.services.shelf()
    (own,) = shelf.own_items().result(10)
    assert own.key.kind is ItemKind.CARD
    shelf.remove(own.key).result(10)
    assert [each.id for each in known(made, qtbot)()] == ["stappen", "feit-a"]


def full(_shelf: LibraryStore) -> None:
    raise DiskFull


def no_lists(*_given: object) -> None:
    raise NoListsError


@pytest.mark.parametrize("wrong", ["library", "lists"])
def test_those_of_the_program_stay_and_that_one_s_own_are_missing_is_known(
    made: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    keep(made, card())
    if wrong == "library":
        monkeypatch.setattr(LibraryStore, "own_items", full)
    else:
        monkeypatch.setattr(searching, "find", no_lists)
    cards = KnownCards(made.services)
    assert (len(cards()), cards.unread()) == (2, False)
    qtbot.waitUntil(cards.unread)
    assert (len(cards()), cards.waiting()) == (2, 0)
