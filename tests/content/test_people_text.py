"""Participants from what is pasted out of a mail."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.content.people import PersonRow, people_from_text


def _people(text: str) -> list[tuple[str, str, str, str]]:
    found = people_from_text(text)
    assert found.refused == ""
    return [(row.name, row.organisation, row.role, row.email) for row in found.rows]


def _names(text: str) -> list[tuple[str, str]]:
    return [(name, email) for name, _organisation, _role, email in _people(text)]


ADDRESSES = [
    ("Jan Jansen <jan@x.nl>; Piet Puk <piet@y.nl>", [("Jan Jansen", "jan@x.nl"), ("Piet Puk", "piet@y.nl")]),
    ("Jan Jansen <jan@x.nl>, Piet Puk <piet@y.nl>,", [("Jan Jansen", "jan@x.nl"), ("Piet Puk", "piet@y.nl")]),
    ("Jan <jan@x.nl>\nPiet <piet@y.nl>\n\n", [("Jan", "jan@x.nl"), ("Piet", "piet@y.nl")]),
    ('"Jansen, Jan" <jan@x.nl>; "Puk, P." <p@y.nl>', [("Jan Jansen", "jan@x.nl"), ("P. Puk", "p@y.nl")]),
    ("'Jansen, Jan' <jan@x.nl>", [("Jan Jansen", "jan@x.nl")]),
    ("Jansen, Jan <jan@x.nl>; Puk, Piet <p@y.nl>", [("Jan Jansen", "jan@x.nl"), ("Piet Puk", "p@y.nl")]),
    ("Jansen, Jan <jan@x.nl>, Puk, Piet <p@y.nl>", [("Jan Jansen", "jan@x.nl"), ("Piet Puk", "p@y.nl")]),
    ("Berg, Anna van den <a@x.nl>", [("Anna van den Berg", "a@x.nl")]),
    ('"Berg, Anna van den (GGD)" <a@x.nl>', [("Anna van den Berg (GGD)", "a@x.nl")]),
    ('"Jansen, MSc" <a@x.nl>', [("Jansen, MSc", "a@x.nl")]),
    ("jan.de.vries+werk@x.nl", [("Jan de Vries", "jan.de.vries+werk@x.nl")]),
    ("a@x.nl; b@y.nl\nc@z.nl", [("A", "a@x.nl"), ("B", "b@y.nl"), ("C", "c@z.nl")]),
    ("a@x.nl; b@y.nl\nc@z.nl; d@z.nl", [("A", "a@x.nl"), ("B", "b@y.nl"), ("C", "c@z.nl"), ("D", "d@z.nl")]),
    ("a@x.nl, b@y.nl", [("A", "a@x.nl"), ("B", "b@y.nl")]),
    ("jan@x.nl <jan@x.nl>", [("Jan", "jan@x.nl")]),
    ("<mailto:jan@x.nl>", [("Jan", "jan@x.nl")]),
    ("Aan: Jan <jan@x.nl>\nCc: Piet <p@y.nl>", [("Jan", "jan@x.nl"), ("Piet", "p@y.nl")]),
    ("Jan Jansen jan@x.nl, Piet Puk p@y.nl", [("Jan Jansen", "jan@x.nl"), ("Piet Puk", "p@y.nl")]),
    ("Jan <j@x.nl>, Piet", [("Jan", "j@x.nl"), ("Piet", "")]),
    (
        "Els, Jansen, Jan <j@x.nl>, <p@x.nl>, Kees",
        [("Els", ""), ("Jan Jansen", "j@x.nl"), ("P", "p@x.nl"), ("Kees", "")],
    ),
    ("Deelnemers\nJan <j@x.nl>", [("Jan", "j@x.nl")]),
    ("Jan; Piet; Klaas", [("Jan", ""), ("Piet", ""), ("Klaas", "")]),
    ("Jan <i>de</i> Vries & <kind>", [("Jan <i>de</i> Vries & <kind>", "")]),
    ("שלום כהן <s@x.nl>", [("שלום כהן", "s@x.nl")]),
    ('Jan "Johnny" Jansen <j@x.nl>', [('Jan "Johnny" Jansen', "j@x.nl")]),
]


@pytest.mark.parametrize(("text", "expected"), ADDRESSES)
def test_addresses(text: str, expected: list[tuple[str, str]]) -> None:
    assert _names(text) == expected


FIELDS = [
    ("Jan, wijkagent, Politie", ("Jan", "Politie", "wijkagent", "")),
    ("Jan, Politie, wijkagent", ("Jan", "Politie", "wijkagent", "")),
    ("Jan, lid, Kwadrant", ("Jan", "Kwadrant", "lid", "")),
    ("Jan, Politie", ("Jan", "Politie", "", "")),
    ("Jan, huisarts", ("Jan", "", "huisarts", "")),
    ("Jan, jan@x.nl", ("Jan", "", "", "jan@x.nl")),
    ("Jan, wijkagent, Politie, jan@x.nl", ("Jan", "Politie", "wijkagent", "jan@x.nl")),
    ("Jan, wijkagent, Politie <jan@x.nl>", ("Jan", "Politie", "wijkagent", "jan@x.nl")),
    ("Jan, wijkagent <jan@x.nl>", ("Jan", "", "wijkagent", "jan@x.nl")),
    ("Jan <jan@x.nl>, wijkagent, Politie", ("Jan", "Politie", "wijkagent", "jan@x.nl")),
    ("Jan | Gemeente Delft <jan@x.nl>", ("Jan", "Gemeente Delft", "", "jan@x.nl")),
    ("2. Jan - wijkagent - Politie", ("Jan", "Politie", "wijkagent", "")),
    ("- Jan – Politie", ("Jan", "Politie", "", "")),
    ("Jan - de Vries", ("Jan - de Vries", "", "", "")),
    ("Jan\tPolitie\twijkagent", ("Jan", "Politie", "wijkagent", "")),
]


@pytest.mark.parametrize(("text", "expected"), FIELDS)
def test_a_line_of_fields(text: str, expected: tuple[str, str, str, str]) -> None:
    assert _people(text) == [expected]


def test_cells_out_of_a_spreadsheet() -> None:
    found = people_from_text("Partij\tNaam\nPolitie\tJan\nGGD\tEls\n")
    assert [(row.name, row.organisation) for row in found.rows] == [("Jan", "Politie"), ("Els", "GGD")]
    assert [(column.field, column.heading) for column in found.columns] == [
        ("organisation", "Partij"),
        ("name", "Naam"),
    ]


def test_lines_with_semicolons_are_a_table_when_they_are_alike() -> None:
    assert _people("Jan; wijkagent; Politie\nEls; arts; GGD") == [
        ("Jan", "Politie", "wijkagent", ""),
        ("Els", "GGD", "arts", ""),
    ]


def test_nothing_is_dropped_without_a_word() -> None:
    found = people_from_text("Jan, wijkagent, Politie, Delft, West\nfoo@bar\nPolitie; jan@\n")
    assert [(row.name, row.email) for row in found.rows] == [
        ("Jan", ""),
        ("foo@bar", ""),
        ("Politie", ""),
        ("jan@", ""),
    ]
    assert any("Delft, West" in line.why for line in found.report)
    assert [line.row for line in found.report if "not a mail address" in line.why] == [2, 3]


def test_doubles_are_reported_and_filled_in() -> None:
    found = people_from_text("Jan <jan@x.nl>\nJan, Politie\njan@x.nl\nJán, GGD")
    assert found.rows == (PersonRow("Jan", "Politie", email="jan@x.nl"), PersonRow("Ján", "GGD"))
    assert [(line.row, "already stands in row 1" in line.why) for line in found.report] == [
        (2, True),
        (3, True),
        (4, False),
    ]


def test_one_address_for_two_people_is_asked_about() -> None:
    found = people_from_text("Jan <info@x.nl>\nEls <info@x.nl>\nJan <jan@y.nl>")
    assert [row.name for row in found.rows] == ["Jan", "Els", "Jan"]
    assert [line.row for line in found.report if line.kept.startswith("both")] == [2, 3]


def test_an_organisation_is_only_suggested_when_colleagues_agree() -> None:
    text = "Jan, Politie, j@p.nl\nEls, e@p.nl\nKees, GGD, k@gmail.com\nAb, a@gmail.com\n"
    text += "Bo, X, b@q.nl\nCo, Y, c@q.nl\nDo, d@q.nl"
    rows = {row.name: (row.organisation, row.suggestion) for row in people_from_text(text).rows}
    assert rows["Els"] == ("", "Politie")
    assert rows["Ab"] == rows["Do"] == ("", "")


def test_a_list_without_organisations_says_so_once() -> None:
    found = people_from_text("Jan <j@x.nl>; Els <e@x.nl>")
    assert [(line.row, line.why) for line in found.report] == [(0, "there are no organisations in this list")]


@pytest.mark.parametrize("text", ["", " \n\t ", ";;;", "\ufeff", ",,\n"])
def test_nothing_to_read(text: str) -> None:
    assert "nothing in it" in people_from_text(text).refused


def test_a_text_without_people() -> None:
    assert "no people" in people_from_text("Deelnemers").refused
    assert "no people" in people_from_text('""').refused


def test_a_text_that_is_far_too_large() -> None:
    assert "5 MB" in people_from_text("a" * 5_000_001).refused


def test_a_very_long_name_is_cut_and_reported() -> None:
    found = people_from_text("a" * 300)
    assert (len(found.rows[0].name), found.report[-1].row) == (200, 1)


@given(st.text(max_size=200))
def test_no_text_makes_it_raise(text: str) -> None:
    people_from_text(text)


@given(st.text(alphabet="ab@.<>;,\"'-|/ \n\t()Naam=", max_size=80))
def test_no_mail_like_text_makes_it_raise_or_loses_a_letter(text: str) -> None:
    found = people_from_text(text)
    told = " ".join([*map(str, found.rows), *map(str, found.report)])
    assert found.refused or "a" not in text or "a" in told
