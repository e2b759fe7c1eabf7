"""The instruction for local teams, on paper and for a word processor: only what applies, blanks in sight, no markup."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest

from facilitator.core.model_agreement import Chapter, ModelAgreement, Paragraph, Term
from facilitator.core.own_agreement import Choice, OwnAgreement, choose, decide, fill, give_reason, write
from facilitator.core.vocabulary import AgreementKind, AgreementLevel, Phase
from facilitator.report.documents.instruction import InstructionModel, instruction_paper
from facilitator.report.instruction import Shape, instruction_of
from facilitator.report.press import Press
from tests.report.reading import roles, seen, structure

TODAY = date(2026, 11, 17)
ORDER = ["tblStyle", "tblW", "jc", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook"]
"""In which the properties of a table stand (ECMA-376, part 1, 17.4.59)."""

NASTY = "1 uur <b>vet</b> &amp; <script>"


def paragraph(id_: str, text: str, *terms: str) -> Paragraph:
    made = tuple(Term(term, f"Wat is {term}?") for term in terms)
    return Paragraph(id_, id_.title(), text, AgreementKind.WORKING, AgreementLevel.WORK, Phase.RECOVERY, terms=made)


CALL = paragraph("bellen", "Bel binnen {termijn}, via {nummer}.", "termijn", "nummer")
GONE, TALK = paragraph("weg", "Dit geldt niet."), paragraph("praten", "Praat met elkaar.")
LATER = paragraph("later", "Nog niets gekozen.")
MODEL = ModelAgreement(
    "model",
    "Samen",
    "Over",
    (Chapter("nul", "Niets", "Geldt niet", (GONE,)), Chapter("een", "Een", "Doel", (CALL, TALK, LATER))),
    (),
    date(2026, 1, 2),
)


def own() -> OwnAgreement:
    made = choose(OwnAgreement("eigen", "Dorp & Dal", MODEL), "bellen", Choice.TAKEN_OVER)
    made = give_reason(choose(made, "weg", Choice.NOT_APPLICABLE), "weg", "Geheime reden")
    made = write(choose(made, "praten", Choice.ADJUSTED), "praten", "Wij doen:\n- praten <i>samen</i>\n- luisteren")
    return fill(made, "bellen", "termijn", NASTY)


def model(agreements: OwnAgreement) -> InstructionModel:
    shown = instruction_paper(agreements, TODAY).model
    assert isinstance(shown, InstructionModel)
    return shown


def document(agreements: OwnAgreement, press: Press) -> docx.document.Document:
    return docx.Document(BytesIO(instruction_of(agreements, Shape.WORD, TODAY).render(press).pdf))


def test_only_what_applies_is_in_it_numbered_without_gaps() -> None:
    (part,) = model(own()).parts
    assert (part.number, part.title) == ("1", "Een")
    assert [told.number for told in part.told] == ["1.1", "1.2"]
    assert [passage.listed for passage in part.told[1].passages] == [False, True]


def test_blanks_are_told_where_they_stand_at_a_glance_and_on_top() -> None:
    shown = model(own())
    pieces = shown.parts[0].told[0].passages[0].lines[0]
    assert [piece.kind for piece in pieces] == ["text", "filled", "text", "blank", "text"]
    assert pieces[3].text == "…… (to be filled in: Wat is nummer)"
    assert [(each.value, each.where) for each in shown.agreed] == [(NASTY, "1.1"), ("", "1.1")]
    assert "1 blank is still" in shown.draft
    assert "Of 1 paragraph" in shown.draft


def test_a_draft_says_so_and_a_version_says_who_decided() -> None:
    assert "Draft" in model(own()).draft
    once = decide(own(), "de raad", date(2026, 2, 3))
    assert model(once).decided == "Version 1, decided on 3 februari 2026 by de raad."
    assert "It replaces version 1" in model(decide(once, "de raad", date(2026, 3, 4))).decided
    assert "Draft" not in model(once).draft


@pytest.mark.parametrize("words", [NASTY, "praten <i>samen</i>", "Bel binnen", "Dorp & Dal"])
def test_what_was_typed_is_text_on_paper_and_in_the_word_document(press: Press, words: str) -> None:
    pdf = instruction_of(own(), Shape.PDF, TODAY).render(press).pdf
    assert words in " ".join(seen(pdf).split())
    made = document(own(), press)
    assert words in "\n".join(each.text for each in made.paragraphs)


def test_what_does_not_apply_is_nowhere_with_its_reason(press: Press) -> None:
    pdf = seen(instruction_of(own(), Shape.PDF, TODAY).render(press).pdf)
    word = instruction_of(own(), Shape.WORD, TODAY).render(press).pdf
    with zipfile.ZipFile(BytesIO(word)) as parts:
        whole = pdf + "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    assert "Geheime reden" not in whole
    assert "Dit geldt niet." not in whole
    assert "Nog niets gekozen." not in whole


def test_paper_has_headings_a_list_and_a_table_with_a_header(press: Press) -> None:
    found = roles(instruction_of(own(), Shape.PDF, TODAY).render(press).pdf)
    assert [role for role in found if role in {"H1", "H2", "H3"}] == ["H1", "H2", "H3", "H3", "H2", "H2"]
    assert {"L", "LI", "THead", "TH", "TD"} <= set(found)
    assert found.count("L") == 1


def test_the_word_document_has_real_headings_a_language_and_a_title(press: Press) -> None:
    made = document(own(), press)
    styles = [each.style.name for each in made.paragraphs if each.style is not None]
    assert [name for name in styles if name.startswith(("Title", "Heading"))] == [
        "Title",
        *("Heading 1", "Heading 2", "Heading 2"),
        *("Heading 1", "Heading 1"),
    ]
    assert styles.count("List Bullet") == 2
    assert (made.core_properties.title, made.core_properties.language) == ("Samen · Dorp & Dal", "nl-NL")
    assert made.core_properties.author == ""
    assert 'w:lang w:val="nl-NL"' in made.styles.element.xml


def test_the_table_of_the_word_document_repeats_its_header_and_cuts_no_row(press: Press) -> None:
    (table,) = document(own(), press).tables
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert all("w:cantSplit" in row._tr.xml for row in table.rows[1:])
    parts = [part.tag.rpartition("}")[2] for part in table._tbl.tblPr]
    assert parts == sorted(parts, key=ORDER.index)
    assert [cell.text for cell in table.rows[1].cells] == ["Wat is termijn?", NASTY, "1.1"]


def test_nothing_chosen_gives_a_paper_that_says_so(press: Press) -> None:
    empty = OwnAgreement("eigen", "Dorp", MODEL)
    pdf = instruction_of(empty, Shape.PDF, TODAY).render(press).pdf
    assert "Nothing of the model was taken over" in " ".join(seen(pdf).split())
    assert document(empty, press).tables == []
    assert structure(pdf).children


def test_the_same_instruction_gives_the_same_bytes(press: Press) -> None:
    for shape in Shape:
        job = instruction_of(own(), shape, TODAY)
        assert job.render(press).pdf == job.render(press).pdf
    with zipfile.ZipFile(BytesIO(instruction_of(own(), Shape.WORD, TODAY).render(press).pdf)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}  # nothing of a clock


@pytest.mark.parametrize("name", ["Lang " * 80, "مركز الحي", "Dorp 🙂", "Do\x00rp\ud800"])
def test_any_name_of_a_municipality_can_be_made(press: Press, name: str) -> None:
    odd = replace(own(), municipality=name)
    for shape in Shape:
        job = instruction_of(odd, shape, TODAY)
        assert job.render(press).pdf
        assert len(job.path.name.encode()) < 255


def test_its_name_tells_the_municipality_and_the_version() -> None:
    assert instruction_of(own(), Shape.PDF, TODAY).path.name == "Instruction Dorp & Dal draft 2026-11-17.pdf"
    decided = decide(own(), "de raad", date(2026, 2, 3))
    assert instruction_of(decided, Shape.WORD, TODAY).path.name == "Instruction Dorp & Dal version 1 2026-02-03.docx"
