"""A line for each file, and what a record of readings leaves open."""

from __future__ import annotations

from pathlib import Path

from facilitator.content.check import read_contents
from facilitator.content.level import terms
from facilitator.content.locate import content_folder
from facilitator.content.overview import open_points, table
from tests.content.samples import card, case, script
from tests.shipped import shipped_library

REVIEW = """\
# Verslag

## sessions/a.yaml

**Open**

- Een vraag die
  doorloopt.
- Nog een.

**Later veranderd.** Iets.

- Geen vraag.

## casuistiek/b.yaml

Niets.

## casuistiek/c.yaml

**Open**

- Een laatste vraag.

## Wat het programma zelf zegt

- Dit is geen vraag van het bestand erboven.
"""


def test_open_points() -> None:
    assert open_points(REVIEW) == {"sessions/a.yaml": 2, "casuistiek/b.yaml": 0, "casuistiek/c.yaml": 1}
    assert open_points("") == {}


def test_a_line_for_each_file(tmp_path: Path) -> None:
    for name, text in (("a", script()), ("b", case()), ("c", card()), ("d", "id: [\n")):
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    rows = [line.split(" | ") for line in table(read_contents([tmp_path]), {"a.yaml": 3}).splitlines()]
    assert rows[0][0] == "| File"
    assert [row[0] for row in rows[2:]] == ["| a.yaml", "| b.yaml", "| c.yaml"]
    assert [row[1] for row in rows[2:]] == ["Script", "Case", "Card"]
    assert (rows[2][3], rows[2][5:]) == ("1", ["6", "30–30", "3 |"])
    assert (rows[3][3], rows[3][5:]) == ("0", ["4", "45", " |"])
    assert (rows[4][3], rows[4][6]) == ("1", "")


def test_without_a_record_nothing_is_said_of_what_is_open(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(case(), "utf-8")
    head, rule, line = table(read_contents([tmp_path]), None).splitlines()
    assert "Open points" not in head
    assert [len(row.split("|")) for row in (head, rule, line)] == [9, 9, 9]


def test_every_file_that_ships_has_a_line() -> None:
    library = shipped_library()
    kinds = (library.scripts, library.cases, library.cards, library.models, library.frustrations)
    count = sum(len(held) for held in kinds)
    lines = table(read_contents([content_folder()]), {}).splitlines()
    assert len(lines) == count + 2
    assert lines[2].startswith("| sessions/")


def test_every_file_that_ships_stands_in_the_record_of_readings() -> None:
    review = (content_folder() / "docs" / "content-review.md").read_text("utf-8")
    names = [line.split(" | ")[0] for line in table(read_contents([content_folder()]), {}).splitlines()[2:]]
    assert [name for name in names if f"\n{name} | " not in review] == []
    assert sorted(open_points(review)) == sorted(name.removeprefix("| ") for name in names)


def test_terms_are_lower_case_and_once() -> None:
    assert list(terms()) == sorted({term.lower() for term in terms()}, key=list(terms()).index)
