"""A model of agreements: chapters, paragraphs, and the places that a region fills in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from facilitator.content.check import check
from facilitator.content.library import MODEL_FILES
from facilitator.core.model_agreement import Term
from facilitator.core.vocabulary import AgreementKind, AgreementLevel
from tests.content.samples import read_good, read_one
from tests.shipped import shipped_library

MODEL = """\
id: model
title: Samen
about: Tussen Veilig Thuis en gemeenten.
chapters:
  - id: contact
    title: Contact
    purpose: Elkaar vinden.
    paragraphs:
      - id: bellen
        title: Bellen
        text: Het team belt terug binnen {termijn}.
        kind: werkafspraak
        level: team
        phase: directe-veiligheid
        why: Onveiligheid wacht niet.
        terms:
          - id: termijn
            label: Hoe snel?
            hint: in uren
      - id: schrijven
        title: Schrijven
        text: Het team schrijft het op.
        kind: terugkoppeling
        level: uitvoering
read_on:
  - title: Afspraken
    publisher: Een regio
    address: https://voorbeeld.nl/afspraken
checked_on: 2026-05-11
"""


def test_a_model_with_all_its_fields(tmp_path: Path) -> None:
    found = read_good(MODEL_FILES, tmp_path / "goed.yaml", MODEL)
    calling, writing = found.paragraphs
    assert (calling.kind, calling.level) == (AgreementKind.WORKING, AgreementLevel.TEAM)
    assert calling.terms == (Term("termijn", "Hoe snel?", "in uren"),)
    assert (writing.terms, writing.phase, found.checked_on) == ((), None, date(2026, 5, 11))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{termijn}", "{termijnen}", "the text has a place for 'termijnen', which is no term"),
        ("{termijn}", "een dag", "the text has no place for 'termijn'"),
        ("schrijft het op", "schrijft {iets} op", "the text has a place for 'iets', which is no term"),
        ("id: schrijven", "id: bellen", "'id: bellen' stands there twice"),
        ("hint: in uren", "hints: in uren", "'hints' is not a key"),
        ("        text: Het team schrijft het op.\n", "", "'text' is missing"),
        ("      - id: schrijven\n        title", "      - title", "'id' is missing"),
    ],
)
def test_what_does_not_fit_is_refused(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in MODEL
    problems = read_one(MODEL_FILES, tmp_path / "fout.yaml", MODEL.replace(old, new, 1)).problems
    assert any(told in problem.what for problem in problems), [problem.what for problem in problems]


def test_the_model_that_is_shipped_has_every_chapter() -> None:
    (model,) = shipped_library().models
    assert [chapter.id for chapter in model.chapters] == [
        "advies-of-melding",
        "contact",
        "samen-optrekken",
        "overdracht",
        "bereikbaarheid",
        "na-de-overdracht",
        "monitoring",
        "opschalen",
        "terugkoppeling",
        "evaluatie",
    ]


def test_it_is_known_by_its_folder_and_by_what_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "los.yaml").write_text(MODEL.replace("level: team", "level: straat"), "utf-8")
    assert any("straat" in problem.what for problem in check([tmp_path]))
