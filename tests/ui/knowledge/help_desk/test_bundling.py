"""Questions are put to an organisation of one's choice: by mail or as a file, and what a disk can do to that."""

from __future__ import annotations

import email
from email.message import EmailMessage
from email.policy import default
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.core.help_desk import Organisation, Stage, put_right
from facilitator.report import files
from facilitator.report.errors import FolderFull, FolderGone
from facilitator.storage import help_desk
from facilitator.ui.knowledge.help_desk.bundle_dialog import BundleDialog
from facilitator.ui.knowledge.help_desk.help_desk import HelpDesk
from facilitator.ui.knowledge.help_desk.kept_page import KeptPage
from facilitator.ui.knowledge.knowledge import Knowledge
from tests.ui.desk import TODAY, Desk
from tests.ui.knowledge.help_desk.asked import ADDRESS, SCHOOL, TO, TOLK, Show, held
from tests.ui.knowledge.help_desk.conftest import Fill


def bundle_of(page: KeptPage, help_desk_: HelpDesk, qtbot: QtBot) -> BundleDialog:
    """Ask to put questions to an organisation."""
    page.bundle.click()
    qtbot.waitUntil(lambda: help_desk_.bundling.dialog is not None, timeout=20_000)
    dialog = help_desk_.bundling.dialog
    assert dialog is not None
    return dialog


def test_nobody_is_chosen_beforehand(kept_page: Show, fill: Fill, help_desk_: HelpDesk, qtbot: QtBot) -> None:
    fill(TOLK)
    dialog = bundle_of(kept_page(), help_desk_, qtbot)
    assert (dialog.name.text(), dialog.address.text()) == ("", "")
    assert not dialog.accept_button.isEnabled()


def test_a_mail_is_made_and_the_questions_count_as_asked(
    made: Desk, kept_page: Show, fill: Fill, help_desk_: HelpDesk, knowledge: Knowledge, qtbot: QtBot
) -> None:
    fill(TOLK)
    dialog = bundle_of(kept_page(), help_desk_, qtbot)
    dialog.name.setText(TO)
    dialog.address.setText(ADDRESS)
    with qtbot.waitSignal(knowledge.said) as told:
        dialog.accept_button.click()
    (path,) = made.services.documents_folder.iterdir()
    mail = email.message_from_bytes(path.read_bytes(), _class=EmailMessage, policy=default)
    assert mail["To"] == ADDRESS
    assert TOLK in str(mail.get_content())
    assert path.name in str(told.args)
    assert (held(made)[TOLK].stage, held(made)[TOLK].asked_of) == (Stage.ASKED, TO)
    assert made.store.ask(help_desk.organisation).result(10) == Organisation(TO, ADDRESS)


def test_a_text_beside_an_earlier_one_with_what_was_ticked(
    made: Desk, kept_page: Show, fill: Fill, help_desk_: HelpDesk, knowledge: Knowledge, qtbot: QtBot
) -> None:
    fill(TOLK)
    fill(SCHOOL)
    for number in range(2):
        help_desk_.bundling.dialog = None
        dialog = bundle_of(kept_page(), help_desk_, qtbot)
        dialog.name.setText(TO)
        dialog.form.setCurrentIndex(1)
        if number == 0:
            dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
        with qtbot.waitSignal(knowledge.said):
            dialog.accept_button.click()
    texts = {path.name: path.read_text("utf-8-sig") for path in made.services.documents_folder.iterdir()}
    name = f"Questions for {TO} {TODAY.isoformat()}"
    assert [[text in texts[f"{name}{end}"] for text in (TOLK, SCHOOL)] for end in (".txt", " (2).txt")] == [
        [True, False],
        [False, True],
    ]


def test_a_held_question_is_never_sent(
    made: Desk, kept_page: Show, fill: Fill, help_desk_: HelpDesk, knowledge: Knowledge, qtbot: QtBot
) -> None:
    fill(TOLK)
    fill("Belt Fatima Yilmaz zelf?")
    dialog = bundle_of(kept_page(), help_desk_, qtbot)
    assert dialog.held.isVisible()
    dialog.name.setText(TO)
    dialog.form.setCurrentIndex(1)
    with qtbot.waitSignal(knowledge.said):
        dialog.accept_button.click()
    (path,) = made.services.documents_folder.iterdir()
    assert "Fatima" not in path.read_text("utf-8-sig")
    assert held(made)["Belt Fatima Yilmaz zelf?"].stage is Stage.KEPT


def test_what_was_let_stand_here_is_shown_again_before_it_leaves(
    made: Desk, kept_page: Show, fill: Fill, help_desk_: HelpDesk, knowledge: Knowledge, qtbot: QtBot
) -> None:
    named = "Belt Fatima Yilmaz zelf?"
    fill(TOLK)
    fill(named, partial(put_right, text=named, theme="", allowed=("fatima yilmaz",)))
    dialog = bundle_of(kept_page(), help_desk_, qtbot)
    assert dialog.doubtful.isVisible()
    assert "‘Fatima Yilmaz’ looks like" in dialog.list.item(1).text()
    dialog.name.setText(TO)
    dialog.form.setCurrentIndex(1)
    assert [one.text for one in dialog.chosen.questions] == [TOLK]
    dialog.list.item(1).setCheckState(Qt.CheckState.Checked)
    assert [one.text for one in dialog.chosen.questions] == [TOLK, named]
    dialog.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    with qtbot.waitSignal(knowledge.said):
        dialog.accept_button.click()
    (path,) = made.services.documents_folder.iterdir()
    assert "Fatima" not in path.read_text("utf-8-sig")
    assert held(made)[named].stage is Stage.KEPT


@pytest.mark.parametrize(
    ("name", "address", "told"),
    [
        ("", ADDRESS, "Say which organisation"),
        (TO, "", "A mail needs an address."),
        (TO, "geen adres", "This is no mail address."),
    ],
)
def test_what_is_not_right_is_told(
    kept_page: Show, fill: Fill, help_desk_: HelpDesk, qtbot: QtBot, name: str, address: str, told: str
) -> None:
    fill(TOLK)
    dialog = bundle_of(kept_page(), help_desk_, qtbot)
    dialog.name.setText(name)
    dialog.address.setText(address)
    assert dialog.lack.text().startswith(told)
    assert not dialog.accept_button.isEnabled()


@pytest.mark.parametrize("fault", [FolderFull, FolderGone])
def test_when_the_disk_does_not_take_the_file_nothing_counts_as_asked(
    made: Desk,
    kept_page: Show,
    fill: Fill,
    help_desk_: HelpDesk,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    fault: type[FolderFull],
) -> None:
    def refuse(folder: Path, name: Path, _content: bytes) -> Path:
        raise fault(folder / name)

    monkeypatch.setattr(files, "write", refuse)
    fill(TOLK)
    dialog = bundle_of(kept_page(), help_desk_, qtbot)
    dialog.name.setText(TO)
    dialog.form.setCurrentIndex(1)
    with qtbot.waitSignal(help_desk_.bundling.failed):
        dialog.accept_button.click()
    assert held(made)[TOLK].stage is Stage.KEPT
    assert list(made.services.documents_folder.iterdir()) == []
