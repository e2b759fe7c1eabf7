from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.storage.errors import Damaged, Gone, StoreError
from facilitator.storage.library.errors import LibraryError


def family(kind: type[StoreError]) -> list[type[StoreError]]:
    """This kind of error and all below it."""
    return [kind, *(one for child in kind.__subclasses__() for one in family(child))]


@pytest.mark.parametrize("kind", family(StoreError))
def test_every_error_tells_what_happened_what_was_kept_and_what_to_do(kind: type[StoreError]) -> None:
    error = kind(Path("store.db")) if issubclass(kind, Damaged) else kind()
    assert len(error.text().split(". ")) >= 3
    assert "{" not in error.text()
    assert "erase" not in error.text().replace("othing was erased", "")


@pytest.mark.parametrize("kind", [Damaged, Gone])
def test_damage_names_the_backup_when_there_is_one(kind: type[Damaged]) -> None:
    error = kind(Path("store.db"), Path("20261117-144207.db"))
    assert "20261117-144207.db" in error.text()
    assert error.text() != kind(Path("store.db")).text()


def test_the_errors_of_the_library_are_of_the_family() -> None:
    assert len(family(LibraryError)) > 3
    assert LibraryError in family(StoreError)


def test_every_error_says_something_of_its_own() -> None:
    texts = [kind.text for kind in family(StoreError) if kind.__name__ != "KeyProblem"]
    assert len(set(texts)) == len(texts)
