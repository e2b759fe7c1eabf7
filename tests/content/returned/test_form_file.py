"""Forms that come back: as they were filled in, and after everything that other programs and people do to a PDF."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Encryption, Name, Pdf, Stream, String

from facilitator.content.returned.form_file import read_form
from facilitator.content.returned.trouble import Read, Trouble
from facilitator.core.reporting import LONGEST, Returned, Told, is_genuine
from facilitator.core.vocabulary import Status
from tests.content.returned.forms import (
    ENDLESS,
    KEY,
    answered,
    changed,
    codes,
    empty,
    fields,
    filled,
    flattened,
    later,
    picture,
    printed_to_pdf,
    session,
    slip,
    untouched,
)

FIRST, SECOND = codes()


def only(pdf: bytes) -> Returned:
    read = read_form(pdf, "x.pdf")
    assert read.trouble is None
    (form,) = read.forms
    return form


def told(pdf: bytes) -> list[Told]:
    return list(only(pdf).told)


def trouble(pdf: bytes) -> Trouble | None:
    return read_form(pdf, "x.pdf").trouble


def test_what_was_filled_in_is_read_with_the_marks_it_left_with() -> None:
    values = {f"status-{FIRST}": "niet-nagekomen", f"why-{FIRST}": "Geen tijd,\nen ziekte"}
    form = only(filled({**values, f"day-{FIRST}": "sinds mei", "remark": "Tot dan!", "by": "teamleider"}))
    assert form.told == (
        Told(FIRST, Status.NOT_KEPT, "Geen tijd,\nen ziekte\nsince sinds mei"),
        Told(SECOND),
    )
    assert (form.remark, form.by, form.mark, form.reference) == (
        "Tot dan!",
        "teamleider",
        slip().name,
        slip().reference,
    )
    assert is_genuine(form, session(), "p-pol", KEY)


def test_to_whom_is_the_first_line_when_it_was_handed_over() -> None:
    handed = filled({f"status-{FIRST}": "overgedragen", f"why-{FIRST}": "de regio\nwant zij gaan erover"})
    assert told(handed)[0] == Told(FIRST, Status.HANDED_OVER, "want zij gaan erover", "de regio")
    long = "x" * 300
    whole = filled({f"status-{FIRST}": "overgedragen", f"why-{FIRST}": long})
    assert told(whole)[0] == Told(FIRST, Status.HANDED_OVER, long, "")


@pytest.mark.parametrize("why", ["Te druk, dus het wijkteam doet het nu", "Te druk. Het wijkteam", "want te druk"])
def test_a_reason_is_not_taken_for_whom_it_was_handed_to(why: str) -> None:
    handed = filled({f"status-{FIRST}": "overgedragen", f"why-{FIRST}": f"{why}\nTot dan"})
    assert told(handed)[0] == Told(FIRST, Status.HANDED_OVER, f"{why}\nTot dan", "")


def test_a_form_on_which_only_a_remark_stands_is_read() -> None:
    assert only(filled({"remark": "Bel ons even"})).remark == "Bel ons even"


def test_an_update_at_the_end_of_the_file_counts() -> None:
    assert told(later(answered(), **{f"status_{FIRST}": "nagekomen"}))[0] == Told(FIRST, Status.KEPT, "bĳna")


def test_a_button_that_is_on_counts_also_where_the_field_does_not_say_so() -> None:
    def press(pdf: Pdf) -> None:
        fields(pdf)[f"status-{FIRST}"].Kids[1].AS = Name.bezig

    assert told(changed(press))[0].status is Status.BUSY


def test_a_form_of_another_maker_beside_ours_changes_nothing() -> None:
    def add_xfa(pdf: Pdf) -> None:
        pdf.Root.AcroForm.XFA = Stream(pdf, b"<xdp:xdp/>")
        pdf.Root.AcroForm.Fields.append(pdf.make_indirect(Dictionary(T=String("other"), FT=Name.Tx, V=String("x"))))

    def strip_xfa(pdf: Pdf) -> None:
        del pdf.Root.AcroForm["/XFA"]

    with_xfa = changed(add_xfa, answered())
    assert told(with_xfa) == told(answered())
    assert told(changed(strip_xfa, with_xfa)) == told(answered())


def test_a_form_that_was_signed_or_locked_for_changes_is_read() -> None:
    owned = changed(untouched, answered(), encryption=Encryption(owner="baas", user=""))
    assert told(owned) == told(answered())


def test_two_forms_in_one_file_are_both_read() -> None:
    def join(pdf: Pdf) -> None:
        with pikepdf.open(BytesIO(answered())) as other:
            root = pdf.copy_foreign(other.Root.AcroForm.Fields[0])
        root.T = String(slip().name.replace(f"-{slip().issue}-", "-9-"))
        pdf.Root.AcroForm.Fields.append(root)

    assert [form.issue for form in read_form(changed(join), "x.pdf").forms] == [slip().issue, 9]


# ---- what cannot be used


def test_nothing_filled_in() -> None:
    assert trouble(empty()) is Trouble.EMPTY


def test_printed_and_scanned() -> None:
    assert trouble(picture()) is Trouble.SCANNED


def test_fields_made_fixed_still_say_whose_form_it_was() -> None:
    assert read_form(flattened(), "x.pdf") == Read("x.pdf", trouble=Trouble.FLATTENED, reference=slip().reference)


def test_printed_to_a_new_file() -> None:
    assert trouble(printed_to_pdf()) is Trouble.NOT_OURS


def test_fields_that_were_renamed_say_whose_form_it_was() -> None:
    def rename_all(pdf: Pdf) -> None:
        pdf.Root.AcroForm.Fields[0].T = String("Formulier1")

    read = read_form(changed(rename_all, answered()), "x.pdf")
    assert (read.trouble, read.reference) == (Trouble.NOT_OURS, slip().reference)


def test_questions_that_were_renamed_are_no_form_any_more() -> None:
    def rename(pdf: Pdf) -> None:
        for name, field in fields(pdf).items():
            field.T = String(name.replace("status", "stand"))

    assert trouble(changed(rename, answered())) is Trouble.NOT_OURS


def test_one_question_that_was_renamed_breaks_the_seal() -> None:
    def rename(pdf: Pdf) -> None:
        fields(pdf)[f"status-{SECOND}"].T = String(f"status-{FIRST[::-1]}")

    assert not is_genuine(only(changed(rename, answered())), session(), "p-pol", KEY)


def test_a_password() -> None:
    assert trouble(changed(untouched, encryption=Encryption(owner="baas", user="geheim"))) is Trouble.LOCKED


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"%PDF-1.7\nhier stond iets"], ids=["empty", "head", "text"])
def test_half_a_file(data: bytes) -> None:
    assert trouble(data) is Trouble.DAMAGED


def test_a_file_without_pages() -> None:
    saved = BytesIO()
    Pdf.new().save(saved)
    assert trouble(saved.getvalue()) is Trouble.DAMAGED


@pytest.mark.parametrize("change", ENDLESS.values(), ids=ENDLESS)
def test_fields_without_end_are_left_alone(change: Callable[[Pdf], object]) -> None:
    data = changed(change)
    assert read_form(data, "x.pdf").trouble is not None or told(data)


@pytest.mark.parametrize("part", [0.3, 0.6, 0.9, 0.99])
def test_a_file_that_was_cut_off_never_breaks_anything(part: float) -> None:
    whole = answered()
    read = read_form(whole[: int(len(whole) * part)], "x.pdf")
    assert read.trouble is not None or read.forms


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.binary(min_size=1, max_size=30))
def test_bytes_that_fell_over_never_break_anything(place: int, junk: bytes) -> None:
    whole = answered()
    at = place % len(whole)
    read = read_form(whole[:at] + junk + whole[at + len(junk) :], "x.pdf")
    assert read.trouble is not None or read.forms


# ---- hostile values


HOSTILE = {
    "control": "a\x00b\x07c\x1bd",
    "markup": "<b>vet</b><img src=/etc/passwd>{{ 7*7 }}",
    "formula": '=cmd|"/c calc"!A1',
    "direction": "\u202egniw\u202c",
    "surrogate pair": "hallo 👋🏽",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_somebody_wrote_stays_text(text: str) -> None:
    (first, _second) = told(filled({f"status-{FIRST}": "bezig", f"why-{FIRST}": text}))
    assert first.words == text.translate({0: "\ufffd", 7: "\ufffd", 27: "\ufffd"})


def test_a_text_as_long_as_a_book_is_cut_and_shows_it() -> None:
    (first, _second) = told(filled({f"status-{FIRST}": "bezig", f"why-{FIRST}": "boek " * 200_000}))
    assert first.words.endswith("[…]")
    assert len(first.words) < LONGEST + 10


def test_a_choice_that_was_never_offered_is_shown_and_not_taken() -> None:
    assert told(filled({f"status-{FIRST}": "afgesproken"}))[0] == Told(FIRST, None, "afgesproken")
    assert told(filled({f"status-{FIRST}": "xyz", f"why-{FIRST}": "ja"}))[0] == Told(FIRST, None, "xyz\nja")


def test_values_that_are_no_text() -> None:
    def stranger(pdf: Pdf) -> None:
        there = fields(pdf)
        there[f"why-{FIRST}"].V = Array([1, 2])
        there[f"why-{SECOND}"].V = pdf.make_indirect(Stream(pdf, b"uit een stroom"))
        there["remark"].V = pdf.make_indirect(Stream(pdf, bytes(range(256)) * 200))

    form = only(changed(stranger, answered(), compress_streams=False))
    assert [one.words for one in form.told] == ["\ufffd", "uit een stroom"]
    assert form.remark == "\ufffd"
