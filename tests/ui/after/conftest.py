from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.content.locate import resource
from facilitator.core import events as ev
from facilitator.core.events import Note
from facilitator.core.session import Session
from facilitator.report.worker import DocumentWorker, Resources
from facilitator.ui.after.after_page import AfterPage
from tests.ui.desk import AGREEMENTS, NOW, TODAY, Desk, desk, in_sight
from tests.waiting import until


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


def opened(qtbot: QtBot, made: Desk, session: Session) -> AfterPage:
    """The page of a session that is over, in sight."""
    page = in_sight(qtbot, AfterPage(made.services, session), 1200, 900)
    until(qtbot, lambda: page.documents.choosing.known)
    return page


@pytest.fixture
def page(qtbot: QtBot, made: Desk, closed: Session) -> AfterPage:
    """The page of that session."""
    return opened(qtbot, made, closed)
