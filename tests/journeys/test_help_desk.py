"""A question that nothing answers: kept, put to an organisation, answered by mail, and found by asking; by keyboard."""

from __future__ import annotations

import email
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from facilitator.storage.library.records import ItemKind
from facilitator.ui.casuistry.editor.page import EditorPage
from facilitator.ui.knowledge.card_page import CardPage
from facilitator.ui.knowledge.help_desk.ask_page import AskPage
from facilitator.ui.knowledge.help_desk.help_desk import HelpDesk
from facilitator.ui.knowledge.help_desk.keep_dialog import KeepDialog
from facilitator.ui.knowledge.help_desk.kept_page import KeptPage
from facilitator.ui.knowledge.hub_page import HubPage
from facilitator.ui.knowledge.knowledge import Knowledge
from facilitator.ui.widgets import Dialog
from tests.journeys.conftest import Facilitator, Modifier, Start
from tests.journeys.disks import disk, fill
from tests.journeys.ways import desk_of, page_of

QUESTION = "wie betaalt de gebarentolk voor Fatima Yilmaz"
NAMELESS = "wie betaalt de gebarentolk voor [naam]"
TO, ADDRESS = "Kenniscentrum Voorbeeld", "vragen@example.org"
ANSWER = "De gemeente betaalt de gebarentolk. Vraag hem aan via het lokale team."


def help_desk_of(one: Facilitator) -> HelpDesk:
    knowledge = desk_of(one).findChild(Knowledge)
    assert knowledge is not None
    return knowledge.help_desk


def open_dialog(one: Facilitator, dialog: QDialog | None) -> Dialog:
    assert isinstance(dialog, Dialog)
    one.wait(dialog.isActiveWindow)
    return dialog


def ask(one: Facilitator, question: str) -> AskPage:
    """Go to the help desk and type a question; what may answer it is there when this returns."""
    one.press(Qt.Key.Key_5, Modifier.ControlModifier)
    one.go_to(page_of(one, HubPage).rooms["help desk"].button)
    one.press(Qt.Key.Key_Return)
    page = page_of(one, AskPage)
    one.wait(page.line.hasFocus)
    one.type(question)
    one.wait(lambda: page.told.text() and page.line.text() == question and not page.told.text().startswith("Typ je"))
    return page


def keep(one: Facilitator, question: str) -> KeptPage:
    """Keep a question without the name in it, and go to the questions that were kept."""
    page = ask(one, question)
    one.go_to(page.keep)
    one.press(Qt.Key.Key_Return)
    dialog = open_dialog(one, help_desk_of(one).dialog)
    assert isinstance(dialog, KeepDialog)
    check = dialog.check
    one.wait(lambda: check.found)
    one.go_to(check.replace)
    one.press(Qt.Key.Key_Return)
    one.wait(dialog.accept_button.isEnabled)
    one.go_to(dialog.accept_button)
    one.press(Qt.Key.Key_Return)
    one.go_to(page.kept)
    one.press(Qt.Key.Key_Return)
    kept = page_of(one, KeptPage)
    one.wait(kept.bundle.isEnabled)
    return kept


def bundle(one: Facilitator, kept: KeptPage) -> None:
    """Put what was kept to an organisation, as a mail."""
    one.go_to(kept.bundle)
    one.press(Qt.Key.Key_Return)
    one.wait(lambda: help_desk_of(one).bundling.dialog)
    dialog = help_desk_of(one).bundling.dialog
    assert dialog is not None
    open_dialog(one, dialog)
    for field, text in ((dialog.name, TO), (dialog.address, ADDRESS)):
        one.go_to(field)
        one.type(text)
    one.go_to(dialog.accept_button)
    one.press(Qt.Key.Key_Return)


def reply_to(path: Path) -> bytes:
    """What the organisation sends back: the mail, answered in between."""
    sent = email.message_from_bytes(path.read_bytes(), _class=EmailMessage, policy=default)
    assert sent["To"] == ADDRESS
    text = str(sent.get_content())
    assert NAMELESS in text
    assert "Fatima" not in text
    quoted = "\n".join(f"> {line}" for line in text.split("\n"))
    code = text.split("Antwoord ")[1][:5]
    reply = EmailMessage()
    reply["From"] = ADDRESS
    reply.set_content(quoted.replace(f"> Antwoord {code}:", f"> Antwoord {code}:\n{ANSWER}\nBron: Handreiking 2025\n"))
    return reply.as_bytes()


def test_from_a_question_to_a_card_that_answers_it(facilitator: Start, tmp_path: Path) -> None:
    one = facilitator()
    bundle(one, keep(one, QUESTION))
    one.wait(lambda: list(one.documents.glob("*.eml")))
    back = tmp_path / "antwoord.eml"
    back.write_bytes(reply_to(next(one.documents.glob("*.eml"))))
    kept = page_of(one, KeptPage)
    help_desk_of(one).reading_in.read(back)
    one.wait(lambda: [card for card in kept.cards.values() if card.question.answer == ANSWER])
    one.go_to(next(iter(kept.cards.values())).main)
    one.press(Qt.Key.Key_Return)
    dialog = open_dialog(one, help_desk_of(one).dialog)
    one.wait(dialog.accept_button.isEnabled)
    one.go_to(dialog.accept_button)
    one.press(Qt.Key.Key_Return)
    page_of(one, EditorPage).left.emit()
    page_of(one, KeptPage)
    page = ask(one, "wie betaalt een gebarentolk")
    one.wait(lambda: page.answers.chosen is not None and page.answers.chosen.id.startswith("eigen-"))
    assert page.answers.chosen is not None
    assert page.answers.chosen.kind is ItemKind.CARD
    one.press(Qt.Key.Key_Return)
    assert page_of(one, CardPage).card.title == NAMELESS.capitalize()


@pytest.mark.slow
def test_a_full_disk_loses_no_question(facilitator: Start, tmp_path: Path) -> None:
    one = facilitator()
    with disk(tmp_path / "vol", "size=64k") as full:
        kept = keep(one, QUESTION)
        fill(full)
        object.__setattr__(one.program.services, "documents_folder", full)
        bundle(one, kept)
        one.wait(lambda: desk_of(one).toast.isVisible() and "vol" in desk_of(one).toast.label.text())
        assert [card.question.asked_of for card in kept.cards.values()] == [""]
        assert list(full.glob("*.eml")) == []
