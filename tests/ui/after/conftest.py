from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.content.locate import resource
from facilitator.core import events as ev
from facilitator.core.events import Note
from facilitator.core.session import Session
from facilitator.report.worker import DocumentWorker, Resources
from tests.ui.desk import AGREEMENTS, NOW, TODAY, Desk, desk


@pytest.fixture(scope="session")
def worker() -> Iterator[DocumentWorker]:
    """The process that makes documents, one for all tests."""
    made = DocumentWorker(Resources(resource("templates"), resource("fonts"), None))
    made.warm()
    yield made
    made.close()


@pytest.fixture
def made(tmp_path: Path, new_id: Callable[[], str], worker: DocumentWorker) -> Iterator[Desk]:
    """A store on disk with documents behind it."""
    home = tmp_path / "home"
    home.mkdir()
    with desk(home, lambda: NOW, new_id) as open_desk:
        open_desk.services = replace(open_desk.services, documents=lambda: worker)
        yield open_desk


@pytest.fixture
def closed(made: Desk) -> Session:
    """A session that is over, with two private notes."""
    events = made.closed("s-closed", TODAY - timedelta(days=28), "Wijk Zuid", AGREEMENTS)
    texts = ("Gespannen sfeer <b>bij</b> vraag 2", "Bel Sam & Kim terug")
    notes = [ev.NoteWritten(id=f"w-{n}", at=NOW, note=Note(f"n-{n}", text, "nodig")) for n, text in enumerate(texts)]
    return made.keep(*events[:-1], *notes, events[-1])
