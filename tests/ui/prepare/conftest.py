from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.ui.desk import NOW, Desk, desk


@pytest.fixture
def made(tmp_path: Path, new_id: Callable[[], str]) -> Iterator[Desk]:
    """A store on disk, with nothing in it."""
    home = tmp_path / "home"
    home.mkdir()
    with desk(home, lambda: NOW, new_id) as open_desk:
        yield open_desk
