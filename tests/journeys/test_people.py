"""People out of a spreadsheet and out of a mail, and organisations that are met again, by keyboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from facilitator.ui.prepare.import_dialog import ImportDialog
from facilitator.ui.prepare.prepare_page import PreparePage
from facilitator.ui.start.start_page import StartPage
from tests.journeys.conftest import Facilitator, Modifier, Start
from tests.journeys.ways import (
    begin_preparing,
    cells,
    choose_file,
    choose_place,
    dialog_of,
    go_on,
    page_of,
    prepare,
)

LIST = """Organisatie;Functie;Naam;E-mail;Telefoon
Gemeente Œst;beleidsadviseur;Zoë de Boer;zoe@oest.example;06
Politie;wijkagent;Noor Bakker;noor@politie.example;06
;;;;
Veilig Thuis;;;;06
Politie;wijkagent;Daan € Smit;geen adres;06
"""
PEOPLE = [
    ("Zoë de Boer", "Gemeente Œst", "beleidsadviseur", "zoe@oest.example"),
    ("Noor Bakker", "Politie", "wijkagent", "noor@politie.example"),
    ("Daan € Smit", "Politie", "wijkagent", ""),
]
REPORT = [
    ["1", "de kolom 'Telefoon' wordt niet gebruikt", "de andere kolommen"],
    ["5", "er staat geen naam bij 'Veilig Thuis'", "niets van deze rij"],
    ["6", "'geen adres' is geen mailadres", "de rest van de rij"],
]
MAIL = "Bo Visser <bo@veiligthuis.example>; Ans Vos <ans@veiligthuis.example>; <kapot@>"


def at_the_people(one: Facilitator) -> PreparePage:
    page = begin_preparing(one)
    choose_place(one, page)
    return page


def guests(page: PreparePage) -> list[tuple[str, str, str, str]]:
    return [(guest.name, guest.organisation, guest.role, guest.email) for guest in page.draft.guests]


def test_a_list_out_of_a_spreadsheet(facilitator: Start, tmp_path: Path) -> None:
    path = tmp_path / "deelnemers.csv"
    path.write_bytes(LIST.replace("\n", "\r\n").encode("cp1252"))
    one = facilitator()
    page = at_the_people(one)
    one.go_to(page.people_part.read)
    one.press(Qt.Key.Key_Space)
    choose_file(one, path)
    assert cells(dialog_of(one, ImportDialog).report) == REPORT
    one.press(Qt.Key.Key_Return)
    assert guests(page) == PEOPLE
    go_on(one)
    one.wait(lambda: one.program.leading is not None)
    assert [partner.name for partner in one.session.notebook.partners] == ["Gemeente Œst", "Politie"]
    assert [person.name for person in one.session.notebook.participants] == [name for name, *_rest in PEOPLE]


def test_a_mail_that_is_pasted(facilitator: Start) -> None:
    one = facilitator()
    page = at_the_people(one)
    one.go_to(page.people_part.paste)
    one.press(Qt.Key.Key_Space)
    dialog = dialog_of(one, ImportDialog)
    QGuiApplication.clipboard().setText(MAIL)
    one.press(Qt.Key.Key_V, Modifier.ControlModifier)
    assert [row[:2] for row in cells(dialog.report)] == [
        ["–", "er staan geen organisaties in deze lijst"],
        ["1", "'kapot@' is geen mailadres"],
    ]
    one.go_to(dialog.accept_button)
    one.press(Qt.Key.Key_Return)
    assert guests(page) == [
        ("Bo Visser", "", "", "bo@veiligthuis.example"),
        ("Ans Vos", "", "", "ans@veiligthuis.example"),
        ("kapot@", "", "", ""),
    ]
    go_on(one)
    assert one.program.leading is None
    assert "Kies de organisatie van Bo Visser." in page.people_part.hint.text()


def test_organisations_are_met_again(facilitator: Start) -> None:
    one = facilitator()
    prepare(one)
    before = {partner.name: partner.id for partner in one.session.notebook.partners}
    one.press(Qt.Key.Key_PageDown)
    one.go_to(one.console.top.leave)
    one.press(Qt.Key.Key_Space)
    page_of(one, StartPage)
    page = at_the_people(one)
    card = page.people_part.organisations
    one.wait(lambda: card.earlier.count() == 3)
    one.go_to(card.earlier)
    one.press(Qt.Key.Key_Down)
    one.press(Qt.Key.Key_Return)
    one.go_to(page.people_part.line)
    one.enter("Jip Blom, veilig thuis, adviseur")
    go_on(one)
    one.wait(lambda: one.program.leading is not None)
    after = {partner.name: partner.id for partner in one.session.notebook.partners}
    assert after == {name: before[name] for name in ("Veilig Thuis", "Politie")}
