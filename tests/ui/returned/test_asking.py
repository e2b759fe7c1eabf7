"""Who told and who has not yet, on both sides of a meeting; forms and mail drafts for each, and typing over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.content.locate import resource
from facilitator.content.returned.file import read_file
from facilitator.content.returned.trouble import Trouble
from facilitator.core import events as ev
from facilitator.core.reporting import Awaited, Later
from facilitator.core.session import Session
from facilitator.core.vocabulary import Channel, Status
from facilitator.report.contents import Contents
from facilitator.report.formats.asking import asking_of
from facilitator.report.kinds import Document
from facilitator.report.worker import DocumentWorker, Resources
from facilitator.storage import agreements
from facilitator.ui import dates
from facilitator.ui.after.after_page import AfterPage
from facilitator.ui.main_window import MainWindow
from facilitator.ui.prepare.prepare_page import PreparePage
from facilitator.ui.returned.ask_dialog import AskDialog, state_words
from tests.ui.desk import AGREEMENTS, NOW, TODAY, Desk


@pytest.fixture(scope="module")
def worker() -> Iterator[DocumentWorker]:
    made = DocumentWorker(Resources(resource("templates"), resource("fonts"), None))
    made.warm()
    yield made
    made.close()


@pytest.fixture
def window(made: Desk, closed: Session, worker: DocumentWorker, qtbot: QtBot) -> MainWindow:
    window = MainWindow(replace(made.services, documents=lambda: worker))
    qtbot.addWidget(window)
    window.show()
    return window


def told(made: Desk, session: Session, agreement_id: str, partner_id: str) -> Session:
    event = ev.AgreementStatusSet(
        id=f"t-{agreement_id}",
        at=NOW,
        agreement_id=agreement_id,
        status=Status.BUSY,
        by_id=partner_id,
        channel=Channel.FORM,
    )
    return made.keep_more(session, event)


def until(there: Callable[[], bool]) -> None:
    """Wait for what the store tells."""
    for _turn in range(500):
        if there():
            return
        QTest.qWait(10)
    raise AssertionError


def after(window: MainWindow, session: Session) -> AfterPage:
    """The page of a session that is over."""
    window.show_after(session)
    page = window.stack.currentWidget()
    assert isinstance(page, AfterPage)
    return page


def asking(window: MainWindow, session: Session) -> AskDialog:
    """The dialog, opened from the page of a session that is over."""
    page = after(window, session)
    page.told.ask.click()
    until(lambda: page.asking.dialog is not None)
    dialog = page.asking.dialog
    assert isinstance(dialog, AskDialog)
    until(lambda: dialog.choosing.known)
    return dialog


def rows(dialog: AskDialog) -> list[tuple[str, str, bool]]:
    found = []
    for row in range(dialog.rows.rowCount()):
        who, when = dialog.rows.item(row, 0), dialog.rows.item(row, 3)
        assert who is not None
        assert when is not None
        found.append((who.text(), when.text(), who.checkState() is Qt.CheckState.Checked))
    return found


def test_who_told_and_who_has_not_yet(window: MainWindow, made: Desk, closed: Session) -> None:
    dialog = asking(window, told(made, closed, "a-3", "p-pol"))
    assert rows(dialog) == [
        ("Politie", dates.near_day(NOW, NOW), False),
        ("Veilig Thuis", "not yet", True),
        ("Wijkteam Noord", "not yet", True),
    ]
    assert dialog.state.text() == "1 of 3 organisations told how it stands. Not yet: Veilig Thuis, Wijkteam Noord."
    assert dialog.rows.isColumnHidden(1)


def test_the_page_of_the_session_says_it_quietly(window: MainWindow, closed: Session) -> None:
    assert after(window, closed).told.words.text().startswith("0 of 3")


def test_forms_are_made_for_who_is_ticked(window: MainWindow, closed: Session, qtbot: QtBot) -> None:
    dialog = asking(window, closed)
    with qtbot.waitSignal(dialog.making.made, timeout=30_000):
        dialog.forms.click()
    files = sorted(dialog.making.folder.rglob("*.pdf"))
    assert len(files) == 3
    assert all(read_file(file).trouble is Trouble.EMPTY for file in files)


def test_drafts_go_to_who_has_an_address(window: MainWindow, closed: Session, qtbot: QtBot) -> None:
    dialog = asking(window, closed)
    with qtbot.waitSignal(dialog.making.made, timeout=30_000):
        dialog.accept_button.click()
    assert dialog.state.text().startswith("2 organisations have no address")
    (file,) = dialog.making.folder.rglob("*.eml")
    message = message_from_bytes(file.read_bytes(), policy=default)
    assert message["To"] == "noor@example.org"
    assert [str(part.get_filename())[-4:] for part in message.iter_attachments()] == [".pdf"]


def test_nobody_ticked_makes_nothing(window: MainWindow, closed: Session) -> None:
    dialog = asking(window, closed)
    for row in range(dialog.rows.rowCount()):
        item = dialog.rows.item(row, 0)
        assert item is not None
        item.setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.accept_button.isEnabled()
    assert not dialog.forms.isEnabled()


def test_nothing_is_asked_of_who_told_all_it_had_to_tell(window: MainWindow, made: Desk, closed: Session) -> None:
    kept = ev.AgreementStatusSet(
        id="k", at=NOW, agreement_id="a-3", status=Status.KEPT, by_id="p-pol", channel=Channel.FORM
    )
    dialog = asking(window, made.keep_more(closed, kept))
    police = dialog.rows.item(0, 0)
    assert police is not None
    assert police.text() == "Politie"
    assert not police.flags() & (Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
    assert dialog.rows.currentRow() == 1
    only_told = AskDialog(made.services, [dialog.awaited[0][0]], dialog.making.folder, window, {"p-pol"})
    assert [one.name for _session, one in only_told.awaited] == ["Politie"]
    assert not only_told.type_over.isEnabled()


def test_what_a_later_session_settled_is_not_asked(
    window: MainWindow, closed: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {"a-3": Later(Status.KEPT, TODAY), "a-2": Later(Status.AGREED, TODAY, continued=True)}
    monkeypatch.setattr(agreements, "elsewhere", lambda _connection, _session_id: told)
    dialog = asking(window, closed)
    assert [(one.name, one.count) for _session, one in dialog.awaited] == [("Veilig Thuis", 1), ("Wijkteam Noord", 2)]
    asked = [id_ for _job, slip, _session in dialog._jobs() for id_, _code in slip.codes]
    assert not {"a-2", "a-3"} & set(asked)


def test_names_of_people_follow_the_choice_for_organisations(window: MainWindow, made: Desk, closed: Session) -> None:
    dialog = asking(window, closed)
    assert all(job.contents.names for job, _slip, _session in dialog._jobs())
    dialog.choosing.choose(Document.PARTNER, Contents(names=False))
    again = AskDialog(made.services, [closed], dialog.making.folder, window)
    until(lambda: again.choosing.known)
    jobs = again._jobs()
    assert jobs
    assert not any(person.name for job, _slip, _session in jobs for person in job.session.notebook.participants)
    drafts = [asking_of(job, slip, session) for job, slip, session in jobs]
    assert [draft.to for draft in drafts if draft is not None] == ["noor@example.org"]


def test_an_organisation_of_two_sessions_counts_once() -> None:
    awaited = [
        Awaited("p-pol", "Politie", 1, None),
        Awaited("p-pol", "Politie", 2, None),
        Awaited("p-vt", "VT", 1, NOW),
    ]
    assert state_words(awaited) == "1 of 2 organisations told how it stands. Not yet: Politie."


def test_a_paper_is_typed_over_for_the_row_at_hand(window: MainWindow, closed: Session) -> None:
    dialog = asking(window, closed)
    dialog.rows.setCurrentCell(0, 0)
    dialog.type_over.click()
    opened = window.returned.dialog
    assert opened is not None
    assert [row.what.text() for row in opened.cards[0].rows] == ["Wijkagent sluit aan bij casusoverleg"]


def test_reading_is_one_step_away(window: MainWindow, closed: Session) -> None:
    asking(window, closed).read.click()
    assert window.returned.dialog is not None


def test_a_coming_session_says_who_has_not_told_yet(
    window: MainWindow, made: Desk, closed: Session, qtbot: QtBot
) -> None:
    told(made, closed, "a-3", "p-pol")
    second = replace(AGREEMENTS[0], id="b-1", what="Nog iets anders")
    made.keep(*made.closed("s-second", TODAY - timedelta(days=9), "De Kring", [second]))
    planned = made.keep(made.planned("s-next", TODAY + timedelta(days=7), "Wijk Noord"))
    window.prepare(planned)
    page = window.stack.currentWidget()
    assert isinstance(page, PreparePage)
    card = page.people_part.look_back
    qtbot.waitUntil(lambda: bool(card.told.text()))
    assert card.told.text() == "1 of 3 organisations told how it stands. Not yet: Veilig Thuis, Wijkteam Noord."
    card.ask.click()
    qtbot.waitUntil(lambda: page.asking.dialog is not None)
    dialog = page.asking.dialog
    assert isinstance(dialog, AskDialog)
    assert not dialog.rows.isColumnHidden(1)
    assert [(session.id, one.partner_id) for session, one in dialog.awaited].count(("s-second", "p-vt")) == 1


def test_files_go_where_the_documents_go(window: MainWindow, closed: Session, tmp_path: Path) -> None:
    page = after(window, closed)
    page.documents.use_folder(tmp_path / "usb")
    page.told.ask.click()
    until(lambda: page.asking.dialog is not None)
    dialog = page.asking.dialog
    assert isinstance(dialog, AskDialog)
    assert dialog.making.folder == tmp_path / "usb"
