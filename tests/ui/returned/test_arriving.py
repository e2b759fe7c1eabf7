"""What cannot be taken as it is: each is caused, says what and what now, and leaves all that was there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pytestqt.qtbot import QtBot

from facilitator.content.returned.trouble import Trouble
from facilitator.core import events as ev
from facilitator.core import reporting
from facilitator.core.agreement import Agreement
from facilitator.core.reporting import Later
from facilitator.core.session import Session
from facilitator.core.vocabulary import Channel, Status
from facilitator.report.press import Press
from facilitator.storage import agreements
from facilitator.ui import dates
from facilitator.ui.returned.arrived_card import ArrivedCard
from facilitator.ui.returned.arriving import PURPOSE
from facilitator.ui.returned.returned_dialog import ReturnedDialog
from facilitator.ui.returned.whose_dialog import WhoseDialog
from tests.content.returned.forms import changed, picture
from tests.ui.desk import NOW, Desk
from tests.ui.returned.conftest import Form, filled


@pytest.fixture
def dialog(made: Desk, closed: Session, qtbot: QtBot) -> ReturnedDialog:
    made_dialog = ReturnedDialog(made.services)
    qtbot.addWidget(made_dialog)
    made_dialog.show()
    return made_dialog


Card = Callable[..., ArrivedCard]


@pytest.fixture
def card(dialog: ReturnedDialog, tmp_path: Path, qtbot: QtBot) -> Card:
    """Read a file, and give the card that comes of it."""

    def read(data: bytes, name: str = "form.pdf") -> ArrivedCard:
        path = tmp_path / name
        path.write_bytes(data)
        dialog.read([path])
        qtbot.waitUntil(lambda: not dialog.arriving.busy)
        return dialog.cards[-1]

    return read


def later(made: Desk, *events: ev.Event) -> Session:
    """Let things happen to the closed session."""
    session = made.load("s-closed")
    assert session is not None
    return made.keep_more(session, *events)


def test_a_picture_is_typed_over(card: Card, dialog: ReturnedDialog) -> None:
    scanned = card(picture())
    assert scanned.arrived.trouble == Trouble.SCANNED.explain()
    assert not scanned.type_over.isHidden()
    assert not dialog.accept_button.isEnabled()


def test_a_flattened_form_is_typed_over_at_once_where_it_still_says_whose_it_is(
    card: Card, dialog: ReturnedDialog, form: Form
) -> None:
    flat = changed(lambda pdf: pdf.flatten_annotations("all"), form(status_1="bezig"))
    card(flat).type_over.click()
    typed = dialog.cards[-1]
    assert [row.what.text() for row in typed.rows] == [
        "Werkafspraak terugkoppeling op papier",
        "Instructie Toegang bijwerken naar regiomodel",
        "Volgend jaar opnieuw kijken",
    ]
    typed.rows[0].status.setCurrentIndex(typed.rows[0].status.findData("bezig"))
    (saying,) = dialog.sayings
    assert (saying.by_id, saying.channel, saying.report_id) == ("p-wijk", Channel.FORM, "")


def test_an_answer_to_the_help_desk_is_told_where_it_belongs(card: Card) -> None:
    stray = card("[K7QM2] Mag dat?\nAntwoord K7QM2: Ja.\nBron: Wet\n".encode("utf-8-sig"), "antwoord.txt")
    assert stray.arrived.trouble.startswith("This answers a question of the help desk.")


def test_a_form_of_another_laptop(card: Card, form: Form, closed: Session, press: Press) -> None:
    foreign = reporting.slip_of(closed, "p-wijk", b"another laptop")
    ours = reporting.slip_of(closed, "p-wijk", b"")
    assert foreign.reference != ours.reference
    data = changed(lambda pdf: _rename(pdf, foreign.name), form(status_1="bezig"))
    stray = card(data)
    assert "belongs to no session on this laptop" in stray.arrived.trouble
    assert not stray.type_over.isHidden()


def test_a_form_that_was_changed(card: Card, dialog: ReturnedDialog, form: Form) -> None:
    def forge(pdf: pikepdf.Pdf) -> None:
        root = pdf.Root.AcroForm.Fields[0]
        root.T = pikepdf.String(str(root.T)[:-16] + "2" * 16)

    forged = card(changed(forge, form(status_1="bezig")))
    assert "was changed after it was made" in forged.arrived.trouble
    assert dialog.sayings == ()


def test_the_marks_of_one_organisation_do_not_fit_the_form_of_another(card: Card, made: Desk, form: Form) -> None:
    session = made.load("s-closed")
    assert session is not None
    police = reporting.slip_of(session, "p-pol", made.store.secret(PURPOSE))
    stolen = card(changed(lambda pdf: _rename(pdf, police.name), form(status_1="nagekomen")))
    assert "was changed after it was made" in stolen.arrived.trouble


def test_a_form_of_before_a_correction(card: Card, made: Desk, form: Form) -> None:
    before = form(status_1="bezig", status_2="nagekomen", status_3="bezig")
    changed_words = Agreement("a-2", "Nu iets anders", "p-wijk", status=Status.AGREED)
    moved = Agreement("a-4", "Instructie Toegang bijwerken", "p-vt", status=Status.AGREED)
    later(
        made,
        ev.SessionReopened(id="x1", at=NOW, reason="fout"),
        ev.AgreementChanged(id="x2", at=NOW, agreement=changed_words),
        ev.AgreementChanged(id="x3", at=NOW, agreement=moved),
        ev.AgreementRemoved(id="x4", at=NOW, agreement_id="a-5"),
        ev.SessionClosed(id="x5", at=NOW),
    )
    shown = card(before)
    assert "version 1" in shown.arrived.notes[0]
    assert [row.doubt.text()[:33] for row in shown.rows] == [
        "This agreement was changed after ",
        "This agreement belongs to Veilig ",
        "This agreement was taken away sin",
    ]
    assert not shown.sayings
    shown.rows[0].status.setCurrentIndex(1)
    (saying,) = shown.sayings
    assert saying.agreement_id == "a-2"


def test_what_a_later_session_said_is_shown_and_waits_for_a_choice(
    card: Card, form: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {"a-2": Later(Status.AGREED, NOW.date(), continued=True), "a-4": Later(Status.KEPT, NOW.date())}
    monkeypatch.setattr(
        agreements, "elsewhere", lambda _connection, session_id: told if session_id == "s-closed" else {}
    )
    shown = card(form(status_1="bezig", status_2="bezig", status_3="bezig"))
    assert [row.doubt.text()[:31] for row in shown.rows] == [
        "This agreement goes on in the m",
        f"In the meeting of {dates.long_day(NOW.date())}"[:31],
        "",
    ]
    assert [saying.agreement_id for saying in shown.sayings] == ["a-5"]
    assert shown.rows[0].status.isEnabled()


def test_what_does_not_fit_together_leaves_the_rest(card: Card, dialog: ReturnedDialog, form: Form) -> None:
    card(form(status_1="bezig"), "goed.pdf")
    card(b"%PDF-1.7 kapot", "kapot.pdf")
    card(b"PK\x03\x04", "brief.docx")
    assert [bool(each.arrived.trouble) for each in dialog.cards] == [False, True, True]
    assert len(dialog.sayings) == 1


def test_a_mail_without_a_reference_asks_whose_it_is(dialog: ReturnedDialog, made: Desk, qtbot: QtBot) -> None:
    session = made.load("s-closed")
    assert session is not None
    code = reporting.code_of(made.store.secret(PURPOSE), session.id, "a-3")
    dialog.arriving.read_text(f"{code}: gelukt")
    qtbot.waitUntil(lambda: bool(dialog.cards))
    dialog.cards[0].type_over.click()
    whose = dialog.dialog
    assert isinstance(whose, WhoseDialog)
    qtbot.waitUntil(lambda: whose.organisations.count() > 1)
    whose.organisations.setCurrentIndex(whose.organisations.findData("p-pol"))
    whose.accept_button.click()
    (saying,) = dialog.sayings
    assert (saying.agreement_id, saying.status, saying.channel) == ("a-3", Status.KEPT, Channel.MAIL)


def test_a_mail_that_answers_nothing_is_shown(dialog: ReturnedDialog, made: Desk, qtbot: QtBot) -> None:
    session = made.load("s-closed")
    assert session is not None
    reference = reporting.reference_of(made.store.secret(PURPOSE), session.id, "p-pol")
    dialog.arriving.read_text(f"We praten er morgen over.\nKenmerk {reference}")
    qtbot.waitUntil(lambda: bool(dialog.cards))
    arrived = dialog.cards[0].arrived
    assert "No answers were found" in arrived.trouble
    assert arrived.rest == "We praten er morgen over."


def test_the_reference_on_paper_leads_to_whose_it_is(dialog: ReturnedDialog, made: Desk, qtbot: QtBot) -> None:
    dialog.type_over.click()
    whose = dialog.dialog
    assert isinstance(whose, WhoseDialog)
    qtbot.waitUntil(lambda: whose.organisations.count() > 1)
    reference = reporting.reference_of(made.store.secret(PURPOSE), "s-closed", "p-pol")
    whose.reference.setText("22222-22222")
    qtbot.waitUntil(lambda: not whose.none.isHidden())
    whose.reference.setText(reference.lower())
    qtbot.waitUntil(lambda: whose.organisations.currentData() == "p-pol")
    whose.accept_button.click()
    assert [row.what.text() for row in dialog.cards[0].rows] == ["Wijkagent sluit aan bij casusoverleg"]


def test_what_looks_like_personal_data_is_seen_before_it_is_recorded(
    made: Desk, closed: Session, form: Form, tmp_path: Path, qtbot: QtBot
) -> None:
    def spot(text: str, _session: Session) -> tuple[ev.Spotted, ...]:
        return (ev.Spotted("naam", "Fatima"),) if "Fatima" in text else ()

    dialog = ReturnedDialog(replace(made.services, spot=spot))
    qtbot.addWidget(dialog)
    path = tmp_path / "form.pdf"
    path.write_bytes(form(status_1="bezig", why_1="Wacht op Fatima"))
    dialog.read([path])
    qtbot.waitUntil(lambda: bool(dialog.cards))
    row = dialog.cards[0].rows[0]
    assert "Fatima" in row.spotted.text()
    row.words.setPlainText("Wacht op de moeder")
    assert row.spotted.isHidden()
    assert dialog.sayings[0].remark == "Wacht op de moeder"


def test_hostile_words_are_shown_as_they_are(card: Card, form: Form) -> None:
    hostile = "<b>vet</b> =1+1 {{ x }}"
    shown = card(form(status_1="bezig", why_1=hostile, remark="<img src=x>", by="<u>baas</u>"))
    assert shown.rows[0].words.toPlainText() == hostile
    assert shown.sayings[0].remark == hostile


def test_what_is_ready_is_not_closed_by_accident(card: Card, dialog: ReturnedDialog, form: Form) -> None:
    card(form(status_1="bezig"))
    dialog.cancel_button.click()
    assert dialog.isVisible()
    question = dialog.dialog
    assert question is not None
    question.cancel_button.click()
    assert dialog.isVisible()
    dialog.cancel_button.click()
    assert dialog.dialog is not None
    dialog.dialog.accept_button.click()
    assert not dialog.isVisible()


def test_with_nothing_to_record_it_closes_at_once(dialog: ReturnedDialog) -> None:
    dialog.cancel_button.click()
    assert not dialog.isVisible()


def test_a_form_with_a_password(card: Card, form: Form) -> None:
    with pikepdf.open(BytesIO(filled(form(status_1="bezig")))) as pdf:
        saved = BytesIO()
        pdf.save(saved, encryption=pikepdf.Encryption(owner="baas", user="geheim"))
    assert card(saved.getvalue()).arrived.trouble == Trouble.LOCKED.explain()


def _rename(pdf: pikepdf.Pdf, name: str) -> None:
    pdf.Root.AcroForm.Fields[0].T = pikepdf.String(name)
