"""Versions, and another text in the place of what is there: all of it or nothing."""

from __future__ import annotations

import pytest

from facilitator.storage.errors import DiskFull
from facilitator.storage.library import index
from facilitator.storage.library.errors import NotThere, NotYours
from facilitator.storage.library.history import Replacement
from facilitator.storage.library.records import Item, ItemKey
from facilitator.storage.library.store import LibraryStore
from tests.storage.library.samples import case_key, found, ids, indexed

KEY = case_key("eigen")
OTHER = case_key("tweede")


def write(library: LibraryStore, text: str = "Over een molen.", id_: str = "eigen") -> None:
    library.create(indexed(id_, "Eigen casus", text), f"text: {text}").result(10)


def newer(id_: str = "eigen") -> Replacement:
    return Replacement(indexed(id_, "Nieuw", "Over een vuurtoren."), "text: vuurtoren", "na")


def kept(library: LibraryStore, key: ItemKey = KEY) -> list[tuple[str, str]]:
    """The versions with their notes, the newest first."""
    found = library.versions(key).result(10)
    return [(library.version_text(key, one.number).result(10), one.note) for one in found]


def test_versions_are_kept_and_can_be_read_again(library: LibraryStore) -> None:
    write(library, "Een.")
    assert library.keep_version(KEY, "begin").result(10).number == 1
    library.save(indexed("eigen", "Eigen", "Twee."), "text: Twee.").result(10)
    library.keep_version(KEY).result(10)
    assert [(version.number, version.note) for version in library.versions(KEY).result(10)] == [(2, ""), (1, "begin")]
    assert library.version_text(KEY, 1).result(10) == "text: Een."
    assert library.item(KEY).result(10).version == 2
    with pytest.raises(NotThere):
        library.version_text(KEY, 3).result(10)


def test_a_version_is_kept_once_of_what_is_the_same(library: LibraryStore) -> None:
    write(library, "Een.")
    first = library.keep_version_if_new(KEY, "begin").result(10)
    assert first is not None
    assert first.number == 1
    assert library.keep_version_if_new(KEY).result(10) is None
    library.save(indexed("eigen", "Eigen", "Twee."), "text: Twee.").result(10)
    assert library.keep_version_if_new(KEY).result(10) is not None
    assert kept(library) == [("text: Twee.", ""), ("text: Een.", "begin")]
    with pytest.raises(NotThere):
        library.keep_version_if_new(case_key("nergens")).result(10)


def test_what_is_replaced_is_kept_first(library: LibraryStore) -> None:
    write(library)
    library.remove(KEY).result(10)
    library.replace([newer()], "voor").result(10)
    assert kept(library) == [("text: vuurtoren", "na"), ("text: Over een molen.", "voor")]
    assert ids(found(library, "vuurtoren")) == ["eigen"]  # out of the trash too
    assert ids(found(library, "molen")) == []
    assert found(library).first[0].title == "Nieuw"
    library.replace([newer()], "voor").result(10)
    assert [note for _text, note in kept(library)] == ["na", "na", "voor"]  # what was kept is not kept again


def state(library: LibraryStore) -> list[tuple[Item, list[tuple[str, str]]]]:
    return [(library.item(key).result(10), kept(library, key)) for key in (KEY, OTHER)]


def test_all_is_replaced_or_nothing(library: LibraryStore, monkeypatch: pytest.MonkeyPatch) -> None:
    write(library)
    write(library, id_="tweede")
    before = state(library)
    done: list[int] = []
    add = index.add

    def full(*given: object) -> None:
        if done:
            raise DiskFull
        done.append(1)
        add(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(index, "add", full)
    with pytest.raises(DiskFull):
        library.replace([newer(), newer("tweede")], "voor").result(10)
    assert done
    assert state(library) == before
    assert ids(found(library, "molen")) == ["eigen", "tweede"]
    assert ids(found(library, "vuurtoren")) == []


def test_only_what_the_user_wrote_is_replaced(full: LibraryStore) -> None:
    write(full)
    for other, error in ((newer("stil"), NotYours), (newer("nergens"), NotThere)):
        with pytest.raises(error):
            full.replace([newer(), other], "voor").result(10)
    assert kept(full) == []
