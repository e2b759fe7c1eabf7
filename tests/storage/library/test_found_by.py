"""What the user wrote or imported before, found by the rules of now."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.content.library import CARD_FILES
from facilitator.content.writing import as_text
from facilitator.core.card import FactCheck, Verdict
from facilitator.core.vocabulary import Phase
from facilitator.storage.library.records import Facets, FoundBy, Indexed, ItemKey, ItemKind, Origin, Part, Weight
from facilitator.storage.library.store import LibraryStore
from facilitator.ui.casuistry.found_by import found_by
from tests.storage.library.samples import CASES, NOW, case_key, filled, found, ids, indexed, key_of, open_library
from tests.ui.console.test_cards import STEPS

OWN = case_key("eigen")
ALL = len(CASES) + 2


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A library of before: an own item, one in the trash, and a pack."""
    with open_library(tmp_path) as library:
        for id_ in ("eigen", "weg"):
            library.create(indexed(id_, "Eigen casus", "Over een molen.", ("water",)), f"text: {id_}").result(10)
        library.remove(case_key("weg")).result(10)
        filled(library)
    return tmp_path


class Reading:
    """Rules that find every item by a step of the meldcode; stops after `most` items."""

    def __init__(self, most: int = 100) -> None:
        self.read: list[str] = []
        self.most = most

    def __call__(self, kind: ItemKind, id_: str, text: str) -> Indexed:
        if len(self.read) == self.most:
            time.sleep(0.05)
        self.read.append(id_)
        part = Part("", Weight.TEXT, f"Nieuw gelezen. {text}")
        return Indexed(ItemKey(kind, id_), f"Titel {id_}", (part,), Facets(steps=("3",)))


def opened(home: Path, found_by: FoundBy) -> LibraryStore:
    key = key_of(home)
    return LibraryStore(home, lambda: key, now=lambda: NOW, trouble=print, found_by=found_by)


def wait(until: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not until():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.fixture
def read(home: Path) -> Iterator[tuple[LibraryStore, Reading]]:
    reading = Reading()
    with opened(home, FoundBy("2", reading)) as library:
        wait(lambda: len(reading.read) == ALL and not found(library).growing)
        yield library, reading


def test_own_items_those_of_packs_and_in_the_trash_are_found_by_the_rules_of_now(
    read: tuple[LibraryStore, Reading],
) -> None:
    library, reading = read
    assert "eigen" in ids(found(library, "nieuw gelezen"))
    assert "eigen" not in ids(found(library, "molen"))
    item = library.item(OWN).result(10)
    assert (item.facets.steps, item.title, item.text, item.updated_at) == (("3",), "Titel eigen", "text: eigen", NOW)
    assert library.item(case_key("weg")).result(10).trashed_at is not None
    assert library.item(case_key("weg")).result(10).facets.steps == ("3",)
    assert set(reading.read) >= {"eigen", "weg", "pinpas"}
    assert library.item(case_key("pinpas")).result(10).origin is Origin.IMPORTED


def test_once_for_a_version(read: tuple[LibraryStore, Reading], home: Path) -> None:
    library, _reading = read
    library.close()
    again = Reading()
    with opened(home, FoundBy("2", again)) as library:
        time.sleep(0.2)
        assert (again.read, library.item(OWN).result(10).facets.steps) == ([], ("3",))
    with opened(home, FoundBy("3", again)):
        wait(lambda: "eigen" in again.read)


def test_cut_off_it_begins_anew_and_nothing_is_lost(home: Path) -> None:
    slow = Reading(most=2)
    with opened(home, FoundBy("2", slow)):
        wait(lambda: len(slow.read) == 2)
    reading = Reading()
    with opened(home, FoundBy("2", reading)) as library:
        wait(lambda: len(reading.read) == ALL and not found(library).growing)
        assert len(library.own_items().result(10)) == 1


def test_a_card_of_before_is_found_by_its_step_and_phase_and_as_a_fact_check(tmp_path: Path) -> None:
    check = FactCheck("Het klopt.", Verdict.FALSE, "Het klopt niet.")
    card = replace(STEPS, id="van-mij", steps=(3,), phases=(Phase.DIRECT_SAFETY,), fact_check=check)
    bare = Indexed(ItemKey(ItemKind.CARD, card.id), card.title, (Part("", Weight.TITLE, card.title),))
    with open_library(tmp_path) as library:
        library.create(bare, as_text(CARD_FILES.declare(), card)).result(10)
    with opened(tmp_path, found_by()) as library:
        wait(lambda: library.item(bare.key).result(10).facets.steps == ("3",))
        facets = library.item(bare.key).result(10).facets
        assert (facets.phases, facets.sort) == ((Phase.DIRECT_SAFETY.value,), "check")
