"""Who got documents is noted when they are really made; who still has old ones is told until they got new ones."""

import threading
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.core import events as ev
from facilitator.core.session import Session
from facilitator.core.vocabulary import Channel
from facilitator.storage.errors import Closed
from facilitator.ui.after.after_page import AfterPage
from facilitator.ui.after.correcting import Correcting
from facilitator.ui.widgets import PlainLabel
from tests.ui.desk import Desk, press


def handed_out(made: Desk) -> list[tuple[int, Channel, tuple[str, ...]]]:
    session = made.load("s-closed")
    assert session is not None
    return [(given.version, given.channel, given.participant_ids) for given in session.course.handed_out]


def told(page: AfterPage) -> list[str]:
    return [label.text() for label in page.old_versions.findChildren(PlainLabel)][1:]


def make_all(page: AfterPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.correcting.handed_out, timeout=20_000):
        page.documents.make.click()


def test_who_got_documents_is_noted_once_they_are_made(page: AfterPage, qtbot: QtBot, made: Desk) -> None:
    make_all(page, qtbot)
    assert handed_out(made) == [(1, Channel.FILE, ("d-1", "d-2", "d-3", "d-4"))]
    assert page.documents.outcome.isVisible()
    assert not page.old_versions.isVisible()


def test_only_what_was_made_before_it_was_stopped_was_handed_out(page: AfterPage, qtbot: QtBot, made: Desk) -> None:
    page.documents.exporting.progressed.connect(
        lambda done, *_rest: page.documents.progress.stop.click() if done == 7 else None,
        Qt.ConnectionType.QueuedConnection,
    )
    make_all(page, qtbot)
    count = len(list(page.documents.folder.rglob("*.pdf")))
    assert handed_out(made) == [(1, Channel.FILE, ("d-1", "d-2", "d-3", "d-4")[: count - 6])]
    assert count < 14


def test_a_folder_that_takes_nothing_hands_nothing_out(
    page: AfterPage, qtbot: QtBot, made: Desk, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    page.documents.use_folder(tmp_path / "file" / "documents")
    page.documents.make.click()
    qtbot.waitUntil(page.documents.outcome.isVisible)
    assert handed_out(made) == []


def correct(page: AfterPage, qtbot: QtBot) -> None:
    page.notes.ticks["n-1"].setFocus()
    press(Qt.Key.Key_Space)
    page.notes.release.click()
    qtbot.waitUntil(lambda: page.session.version == 2)


def test_who_has_the_old_version_is_named_until_they_got_the_new_one(page: AfterPage, qtbot: QtBot, made: Desk) -> None:
    page.correcting.hand_out("s-closed", Channel.MAIL, ("d-1", "d-4"), ("p-vt",))
    qtbot.waitUntil(lambda: len(handed_out(made)) == 1)
    correct(page, qtbot)
    assert told(page) == [
        "3 readers still have version 1:",
        "Noor Bakker (Politie), Bo Smit (Wijkteam Noord), Veilig Thuis",
    ]
    page.correcting.hand_out("s-closed", Channel.PRINT, ("d-4",))
    qtbot.waitUntil(lambda: len(told(page)) == 2 and "Bo Smit" not in told(page)[1])
    make_all(page, qtbot)
    page.correcting.hand_out("s-closed", Channel.PRINT, (), ("p-vt",))
    qtbot.waitUntil(lambda: not page.old_versions.isVisible())


def test_documents_for_nobody_are_not_noted_and_nobody_is_noted_twice(
    qtbot: QtBot, made: Desk, closed: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[ev.Event] = []
    monkeypatch.setattr(made.store, "append", lambda event, _session: kept.append(event))
    correcting = Correcting(made.services)
    with qtbot.assertNotEmitted(correcting.handed_out, wait=200):
        correcting.hand_out(closed.id, Channel.FILE, ())
    with qtbot.waitSignal(correcting.handed_out):
        correcting.hand_out(closed.id, Channel.FILE, ("d-1", "d-1"))
    assert [event.participant_ids for event in kept if isinstance(event, ev.DocumentsHandedOut)] == [("d-1",)]


def test_documents_that_are_made_after_the_page_was_left_are_noted_too(
    qtbot: QtBot, made: Desk, closed: Session
) -> None:
    page = AfterPage(made.services, closed)
    page.show()
    started = threading.Event()
    page.documents.exporting.progressed.connect(lambda *_told: started.set(), Qt.ConnectionType.DirectConnection)
    page.documents.make.click()
    qtbot.waitUntil(started.is_set, timeout=20_000)
    shiboken6.delete(page)
    qtbot.waitUntil(lambda: len(handed_out(made)) == 1, timeout=20_000)
    assert handed_out(made)[0][2] == ("d-1", "d-2", "d-3", "d-4")


def test_a_store_that_closes_before_the_noting_is_reached_is_told_of(qtbot: QtBot, made: Desk, closed: Session) -> None:
    correcting = Correcting(made.services)
    correcting.hand_out(closed.id, Channel.FILE, ("d-1",))
    assert made.load(closed.id) is not None  # asked after it: the store has answered both, and no window knows yet
    made.store.close()
    with qtbot.waitSignal(correcting.failed) as told, qtbot.assertNotEmitted(correcting.handed_out):
        pass
    assert isinstance(told.args[0], Closed)


def test_a_store_that_is_closed_already_is_told_of(qtbot: QtBot, made: Desk, closed: Session) -> None:
    made.store.close()
    correcting = Correcting(made.services)
    with qtbot.waitSignal(correcting.failed) as told:
        correcting.hand_out(closed.id, Channel.FILE, ("d-1",))
    assert isinstance(told.args[0], Closed)
