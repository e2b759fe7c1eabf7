"""A report is read in from the page of sessions: shown first, then kept, and followed up like any other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from facilitator.content.locate import resource
from facilitator.core.agreement import Status
from facilitator.core.apply import fold
from facilitator.core.archived import planned
from facilitator.core.events import FoundIn, ReadFrom, Spotted
from facilitator.core.held import held_texts
from facilitator.core.session import Session
from facilitator.core.vocabulary import Channel, State
from facilitator.report.archive.writing import archive_of, archived
from facilitator.report.bundle import report_of
from facilitator.report.press import Press
from facilitator.report.worker import DocumentWorker, Resources
from facilitator.storage import agreements
from facilitator.ui.after.after_page import AfterPage
from facilitator.ui.after.knowledge_card import KnowledgeCard
from facilitator.ui.destinations import SESSIONS
from facilitator.ui.main_window import MainWindow
from facilitator.ui.start.read_in_dialog import ReadInDialog
from facilitator.ui.start.sessions_page import SessionsPage
from facilitator.ui.widgets import PlainLabel
from tests.builders import SAFE, TEAM
from tests.report.archive.test_knowledge import MARKUP, SAID, known
from tests.ui.desk import AGREEMENTS, TODAY, Desk


@pytest.fixture(scope="module")
def press() -> Press:
    return Press(resource("templates"), resource("fonts"))


@pytest.fixture
def window(qtbot: QtBot, made: Desk) -> Iterator[MainWindow]:
    worker = DocumentWorker(Resources(resource("templates"), resource("fonts"), None))
    window = MainWindow(replace(made.services, documents=lambda: worker))
    qtbot.addWidget(window)
    window.show_start()
    window.go(SESSIONS)
    window.show()
    yield window
    worker.close()


@pytest.fixture
def page(window: MainWindow) -> SessionsPage:
    page = window.stack.currentWidget()
    assert isinstance(page, SessionsPage)
    return page


def elsewhere(made: Desk, version: int = 1) -> Session:
    """A session that a colleague held, whose organisations have other ids there."""
    session = fold(made.closed("elders", TODAY, "Buurthuis", AGREEMENTS))
    assert session is not None
    closed_at = session.course.closed_at * version
    return replace(session, course=replace(session.course, closed_at=closed_at))


def report(press: Press, session: Session, folder: Path) -> Path:
    path = folder / f"verslag {session.version}.pdf"
    path.write_bytes(archive_of(report_of(session)).render(press).pdf)
    return path


def asked(page: SessionsPage, qtbot: QtBot, path: Path) -> ReadInDialog:
    page.reading_in.read(path)
    qtbot.waitUntil(lambda: page.reading_in.dialog is not None and page.reading_in.dialog.isVisible(), timeout=20_000)
    assert page.reading_in.dialog is not None
    return page.reading_in.dialog


def read_in(page: SessionsPage, qtbot: QtBot, path: Path) -> None:
    dialog = asked(page, qtbot, path)
    with qtbot.waitSignal(page.reading_in.done):
        dialog.accept_button.click()


def test_a_report_becomes_a_closed_session_whose_agreements_can_be_followed(
    page: SessionsPage, window: MainWindow, qtbot: QtBot, made: Desk, press: Press, tmp_path: Path
) -> None:
    read_in(page, qtbot, report(press, elsewhere(made), tmp_path))
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert page.chosen is not None
    assert page.chosen.id == "elders"
    assert page.model.data(page.model.index(0, 3)) == "read in from a report"
    session = made.load("elders")
    assert session is not None
    assert [agreement.what for agreement in session.notebook.agreements] == [each.what for each in AGREEMENTS]
    assert session.notebook.agreements[0].standings[0].channel is Channel.FILE
    window.sessions.show_documents("elders")
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), AfterPage), timeout=10_000)
    after = window.stack.currentWidget()
    assert isinstance(after, AfterPage)
    assert "verslag 1.pdf" in after.summary.elsewhere.text()
    assert after.summary.reopen.isHidden()
    assert not after.lasting.archive.isVisible()


def test_saying_no_changes_nothing(page: SessionsPage, qtbot: QtBot, made: Desk, press: Press, tmp_path: Path) -> None:
    asked(page, qtbot, report(press, elsewhere(made), tmp_path)).cancel_button.click()
    assert made.load("elders") is None
    assert page.reading_in.dialog is None


def test_the_same_report_twice_is_once_and_a_newer_one_replaces(
    page: SessionsPage, qtbot: QtBot, made: Desk, press: Press, tmp_path: Path
) -> None:
    path = report(press, elsewhere(made), tmp_path)
    read_in(page, qtbot, path)
    with qtbot.waitSignal(page.warned, timeout=20_000) as told:
        page.reading_in.read(path)
    assert "before" in told.args[0]
    read_in(page, qtbot, report(press, elsewhere(made, 2), tmp_path))
    session = made.load("elders")
    assert session is not None
    assert (session.version, session.course.state) == (2, State.CLOSED)
    with qtbot.waitSignal(page.warned, timeout=20_000) as told:
        page.reading_in.read(path)
    assert "newer" in told.args[0]


def test_organisations_are_those_that_are_known_here(
    page: SessionsPage, qtbot: QtBot, made: Desk, press: Press, tmp_path: Path
) -> None:
    session = elsewhere(made)
    partners = tuple(replace(each, name=each.name.upper(), id=f"x-{each.id}") for each in session.notebook.partners)
    people = tuple(replace(each, partner_id=f"x-{each.partner_id}") for each in session.notebook.participants)
    owned = tuple(
        replace(a, owner_id=f"x-{a.owner_id}", with_ids=tuple(f"x-{each}" for each in a.with_ids)) for a in AGREEMENTS
    )
    book = replace(session.notebook, partners=partners, participants=people, agreements=owned)
    made.keep(*made.closed("hier", TODAY, "Wijk Zuid"))
    read_in(page, qtbot, report(press, replace(session, notebook=book), tmp_path))
    read = made.load("elders")
    assert read is not None
    assert [each.owner_id for each in read.notebook.agreements] == [each.owner_id for each in AGREEMENTS]


def test_what_stands_here_already_or_was_erased_is_told(
    page: SessionsPage, qtbot: QtBot, made: Desk, press: Press, tmp_path: Path
) -> None:
    made.keep(*made.closed("elders", TODAY, "Buurthuis", AGREEMENTS))
    path = report(press, elsewhere(made), tmp_path)
    with qtbot.waitSignal(page.warned, timeout=20_000) as told:
        page.reading_in.read(path)
    assert "held on this laptop" in told.args[0]
    made.store.erase("elders", "proef").result(10)
    with qtbot.waitSignal(page.warned, timeout=20_000) as told:
        page.reading_in.read(path)
    assert "erased on this laptop" in told.args[0]
    assert made.load("elders") is None


def test_what_is_no_report_is_told_and_changes_nothing(
    page: SessionsPage, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "brief.pdf"
    path.write_text("geen pdf")
    with qtbot.waitSignal(window.messages.posted, timeout=20_000) as told:
        page.reading_in.read(path)
    assert "is not a PDF" in told.args[0].text


def test_a_file_that_is_dropped_is_read(
    page: SessionsPage, qtbot: QtBot, made: Desk, press: Press, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(report(press, elsewhere(made), tmp_path)))])
    action, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    coming = QDragEnterEvent(QPoint(9, 9), action, data, button, none)
    page.dragEnterEvent(coming)
    assert coming.isAccepted()
    page.dropEvent(QDropEvent(QPointF(9, 9), action, data, button, none))
    qtbot.waitUntil(lambda: page.reading_in.dialog is not None, timeout=20_000)
    words = QMimeData()
    words.setText("tekst")
    other = QDragEnterEvent(QPoint(9, 9), action, words, button, none)
    other.ignore()
    page.dragEnterEvent(other)
    assert not other.isAccepted()


def test_a_status_that_is_said_here_stays(
    page: SessionsPage, window: MainWindow, qtbot: QtBot, made: Desk, press: Press, tmp_path: Path
) -> None:
    read_in(page, qtbot, report(press, elsewhere(made), tmp_path))
    with qtbot.waitSignal(window._follow_up.done, timeout=10_000):
        window._follow_up.set_status("elders", "a-1", Status.KEPT)
    read_in(page, qtbot, report(press, elsewhere(made, 2), tmp_path))
    session = made.load("elders")
    assert session is not None
    assert session.notebook.agreements[0].status is Status.KEPT


def test_what_comes_in_is_looked_at_and_held_until_it_was_checked(
    page: SessionsPage, qtbot: QtBot, made: Desk, press: Press, tmp_path: Path
) -> None:
    def spot(text: str, _session: Session) -> tuple[Spotted, ...]:
        return (Spotted("name", "Wijkagent"),) if "Wijkagent" in text else ()

    services = replace(made.services, spot=spot, documents=page.reading_in._services.documents)
    page.reading_in._services = services
    for version in (1, 2):
        with qtbot.waitSignal(page.reading_in.said, timeout=20_000) as told:
            read_in(page, qtbot, report(press, elsewhere(made, version), tmp_path))
        assert "1 text is not checked yet" in told.args[0]
        session = made.load("elders")
        assert session is not None
        assert [held.subject_id for held in held_texts(session)] == ["a-3"]


def test_its_agreements_are_with_all_others_and_in_a_look_back(
    page: SessionsPage, qtbot: QtBot, made: Desk, press: Press, tmp_path: Path
) -> None:
    read_in(page, qtbot, report(press, elsewhere(made), tmp_path))
    made.keep(made.planned("nieuw", TODAY + timedelta(days=7), "Buurthuis"))
    due = made.store.ask(lambda connection: agreements.due(connection, TODAY + timedelta(days=30))).result(10)
    assert {line.session_id for line in due} == {"elders"}
    assert "Wijkagent sluit aan bij casusoverleg" in {line.what for line in due}
    partners = (SAFE.id, TEAM.id)
    ones = made.store.ask(lambda connection: agreements.open_of(connection, partners, "nieuw")).result(10)
    assert {one.ref.session_id for one in ones} == {"elders"}
    assert len(ones) == len(AGREEMENTS)


def test_knowledge_that_was_used_is_told_before_and_stands_on_the_page_after(
    page: SessionsPage, window: MainWindow, qtbot: QtBot, press: Press, tmp_path: Path
) -> None:
    session = known().session
    dialog = asked(page, qtbot, report(press, session, tmp_path))
    assert "Knowledge: 2 instruments, 1 card, 1 fact check" in {
        label.text() for label in dialog.findChildren(PlainLabel)
    }
    with qtbot.waitSignal(page.reading_in.done):
        dialog.accept_button.click()
    window.sessions.show_documents(session.id)
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), AfterPage), timeout=10_000)
    after = window.stack.currentWidget()
    assert isinstance(after, AfterPage)
    titles = [told.title for told in after.knowledge.told]
    assert titles[:2] == ["Instrument: Wegen", "Instrument: Nog eens wegen"]
    assert after.knowledge.told[-1].how == "Not true · Guessed: true 6 · partly true 3 · not true 2."
    unread = {label.text() for label in after.knowledge.findChildren(PlainLabel)}
    after.knowledge.more[0].click()
    shown = {label.text() for label in after.knowledge.findChildren(PlainLabel)}
    assert shown - unread >= {MARKUP, "nee", f"How you can tell: {SAID}", "Who sees to it: GGD"}
    assert after.knowledge.more[0].words == "Show less"
    after.knowledge.more[0].click()
    assert after.knowledge.more[0].words == "Show more"
    assert after.knowledge.isVisible()


def test_a_note_that_waits_is_not_on_the_page(qtbot: QtBot, press: Press) -> None:
    held = known().session
    event = planned(archived(report_of(held), press), ReadFrom("v.pdf", "ab"), "e-p", held.planned_end)
    found = FoundIn("loop-1/walk-vraag-1", Spotted("naam", "Noor Bakker"))
    session = fold([replace(event, found=(found,))])
    assert session is not None
    card = KnowledgeCard()
    qtbot.addWidget(card)
    card.show_session(session)
    assert "nee" in repr(card.told)
    assert "Bakker" not in repr(card.told)
    card.show_session(held)
    assert (card.told, card.isHidden()) == ((), True)
