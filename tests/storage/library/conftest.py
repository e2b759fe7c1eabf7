from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.storage.library.store import LibraryStore
from tests.storage.library.samples import filled, open_library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[LibraryStore]:
    """An open library with nothing in it."""
    with open_library(tmp_path) as library:
        yield library


@pytest.fixture
def full(library: LibraryStore) -> LibraryStore:
    """An open library with the invented cases."""
    return filled(library)
