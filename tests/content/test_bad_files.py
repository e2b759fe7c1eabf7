"""A corpus of files with one thing wrong each: found on the right line, in words that say what it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from facilitator.content.library import CARD_FILES, CASE_FILES, SCRIPT_FILES, FileKind
from facilitator.content.problem import MOST_PER_FILE
from tests.content.samples import SCALES, card, case, read_one, script, telling

SEM = "  - id: sem\n    name: Sem\n    kind: gezin\n"
ROLE = "      - role: leerkracht\n        knows: Iets.\n"
ROLE_CARD = "role_cards:\n  - role: "
CARD_SOURCE = "    source:\n      title: Een onderzoek (2022)\n      address: https://voorbeeld.nl/cijfers\n"
BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"


def _between(first: str, last: str) -> str:
    return case()[case().index(first) : case().index(last)]


# What is wrong, the file, the line of the problem, words that its text must hold.
NOT_READABLE: list[tuple[str, str | bytes, int, str]] = [
    ("empty", "", 1, "empty"),
    ("only a comment", "# niets\n", 1, "empty"),
    ("only a BOM", b"\xef\xbb\xbf", 1, "empty"),
    ("10 MB", b"a" * 10_000_000, 1, "larger than 1 MB"),
    ("just over 1 MB", b"#" * 1_000_001, 1, "larger than 1 MB"),
    ("UTF-16", script().encode("utf-16"), 1, "UTF-16"),
    ("Windows-1252", script("Welkom\n", "Welkom, José\n").encode("cp1252"), 20, "0xE9"),
    ("half a character at the end", script().encode() + b"\xe2\x82", 57, "UTF-8"),
    ("a PNG", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 1, "not plain text"),
    ("a ZIP", b"PK\x03\x04\x14\0\0\0", 1, "not plain text"),
    ("a NUL", script("Welkom\n", "Wel\0kom\n"), 20, "not plain text"),
    ("an escape character", script("Een kring", "Een \x1b[31mkring"), 10, "not plain text"),
    ("a line separator", script("Een kring", "Een\u2028kring"), 10, "not plain text"),
    ("a tab as indentation", script("  min: 4", "\tmin: 4"), 7, "tab"),
    ("a tab in a text", script("Een kring", "Een\tkring"), 10, "tab"),
    ("an alias bomb", BOMB, 1, "&a"),
    ("an alias", "a: *b\n", 1, "*b"),
    ("an anchor", script("goal: Elkaar", "goal: &doel Elkaar"), 4, "&doel"),
    ("an anchor on a record", script("group:\n", "group: &groep\n"), 6, "&groep"),
    ("a tag that runs code", "a: !!python/object/apply:os.system ['true']\n", 1, "tag"),
    ("a tag on a text", script("title: Het", "title: !!str Het"), 2, "tag"),
    ("a text that begins with !", script("- Stiften", "- !Stiften"), 12, "tag"),
    ("two documents", script() + "---\nid: tweede\n", 57, "second document"),
    ("brackets without end", "[" * 100_000, 1, "20 levels"),
    ("braces without end", "{a: " * 5_000, 1, "20 levels"),
    ("dashes without end", "- " * 5_000, 1, "20 levels"),
    ("steps without end", "".join(f"{' ' * depth}a:\n" for depth in range(500)), 21, "20 levels"),
    ("a colon in a text", script("Het Gesprek\n", "Het Gesprek: kennismaken\n"), 2, "not valid YAML"),
    ("a quote without end", script("Een kring", '"Een kring'), 10, "not valid YAML"),
    ("a text that begins with @", script("Een kring", "@school"), 10, "not valid YAML"),
    ("a bracket without end", script("Een kring", "[een kring"), 10, "not valid YAML"),
    ("an impossible escape", script("Een kring", r'"\q"'), 10, "not valid YAML"),
    ("a text right after |", script("Een kring", "|een kring"), 10, "not valid YAML"),
    ("bad indentation", script("  max: 16", " max: 16"), 8, "not valid YAML"),
    ("a list among keys", script("form:", "- form:"), 3, "not valid YAML"),
    ("a list as a key", "? [a]\n: b\n", 1, "where a key should be"),
    ("not YAML at all", "Dit is een brief.\nMet vriendelijke groet: Jan\n", 2, "not valid YAML"),
]

BAD_SCRIPTS: list[tuple[str, str, int, str]] = [
    ("a letter", "Beste collega, hierbij het draaiboek.\n", 1, "keys with values"),
    ("a list", "- a\n- b\n", 1, "keys with values"),
    ("a key twice", script("goal:", "title: Weer een\ngoal:"), 4, "twice"),
    ("an unknown key", script("goal:", "gaol: x\ngoal:"), 4, "'gaol'"),
    ("a merge key", script("group:", "<<: x\ngroup:"), 6, "'<<'"),
    ("no title", script("title: Het Gesprek\n"), 1, "'title' is missing"),
    ("an empty title", script("title: Het Gesprek", "title:"), 2, "'title' is empty"),
    ("a title of quotes", script("title: Het Gesprek", "title: '  '"), 2, "'title' is empty"),
    ("a list as title", script("title: Het Gesprek", "title: [a, b]"), 2, "one single value"),
    ("capitals in an id", script("id: welkom", "id: Welkom Hier"), 19, "Welkom Hier"),
    ("a very long id", script("id: welkom", f"id: {'a' * 65}"), 19, "'id' is"),
    ("an unknown form", script("form: het-gesprek", "form: vergadering"), 3, "not known"),
    ("an unknown kind", script("kind: welcome", "kind: welkom"), 21, "not known"),
    ("negative minutes", script("minutes: 10", "minutes: -10"), 22, "-10"),
    ("no minutes", script("minutes: 10", "minutes: 0"), 22, "is 0"),
    ("minutes in words", script("minutes: 10", "minutes: tien"), 22, "not a whole number"),
    ("minutes as a clock", script("minutes: 10", "minutes: 12:30"), 22, "12:30"),
    ("minutes in octal", script("minutes: 10", "minutes: 010"), 22, "010"),
    ("half a minute", script("minutes: 10", "minutes: 1.10"), 22, "1.10"),
    ("Arabic digits", script("minutes: 10", "minutes: ١٠"), 22, "not a whole number"),
    ("a huge number", script("minutes: 10", f"minutes: {'9' * 5000}"), 22, "not a whole number"),
    ("a list as minutes", script("minutes: 10", "minutes: [10]"), 22, "one single value"),
    ("minimum above minutes", script("minimum_minutes: 5", "minimum_minutes: 11"), 23, "more than 'minutes'"),
    ("a step twice", script("id: kiezen", "id: welkom"), 31, "first on line 19"),
    ("a question twice", script("id: wat\n", "id: waarom\n"), 45, "first on line 42"),
    ("a group the wrong way round", script("min: 4", "min: 40"), 7, "more than 'max'"),
    ("a group of nobody", script("min: 4", "min: 0"), 7, "is 0"),
    ("a group in words", script("  min: 4\n  max: 16\n", "  4 tot 16\n"), 7, "keys with values"),
    ("no steps", script(script()[script().index("steps:") :], "steps: []\n"), 18, "empty list"),
    ("steps left empty", script(script()[script().index("steps:") :], "steps:\n"), 18, "'steps' is empty"),
    ("a text as steps", script(script()[script().index("steps:") :], "steps: twee\n"), 18, "a list"),
    ("an empty audience title", script("title: Welkom\n      text", "title: ''\n      text"), 26, "'title' is empty"),
    ("a step without facilitator", script("    facilitator:\n      say:\n        - Welkom allemaal.\n"), 19, "missing"),
    ("an empty facilitator", script("\n      say:\n        - Welkom allemaal.\n", " {}\n"), 28, "nothing to go by"),
    ("a facilitator with empty lists", script("\n        - Welkom allemaal.", " []"), 29, "nothing to go by"),
    ("something to say left empty", script("\n        - Welkom allemaal.", ""), 29, "'say' is empty"),
    ("a word for yes or no", script("protected: true", "protected: NO"), 24, "'NO'"),
    ("an unknown way to answer", script("how: choice", "how: keuze"), 48, "not known"),
    ("a choice without choices", script("      choices:\n        - Ja\n        - Nee\n"), 48, "two things"),
    ("a choice of one", script("        - Nee\n"), 48, "two things"),
    ("choices twice", script("        - Nee\n", "        - Ja\n"), 50, "'Ja'"),
    ("choices without a choice", script("how: choice", "how: free"), 50, "do nothing"),
    ("dots over one thing", script("how: choice", "how: dots").replace("        - Nee\n", ""), 48, "two things"),
    ("an order of one thing", script("how: choice", "how: ranking").replace("        - Nee\n", ""), 48, "two things"),
    ("dots where none are divided", script("how: choice", "how: choice\n      dots: 3"), 49, "'dots' do nothing"),
    ("no dots to divide", script("how: choice", "how: dots\n      dots: 0"), 49, "is 0"),
    ("an hour of silence", script("kind: welcome", "kind: welcome\n    silent_minutes: 60"), 22, "60"),
    ("two case steps", script("welcome", "case").replace("kind: choice", "kind: case"), 33, "first on line 21"),
    ("two case steps of one phase", telling("phase: herstel", "phase: herstel"), 34, "first on line 21"),
    ("two case steps of the same part", telling("tells: first", "tells: first"), 34, "first on line 21"),
    ("a part of the case beside the whole", telling("way: round", "tells: rest"), 34, "first on line 21"),
    ("a part of no case", script("kind: welcome", "kind: welcome\n    tells: rest"), 22, "tells no case"),
    ("a phase of no case", script("kind: welcome", "kind: welcome\n    phase: herstel"), 22, "tells no case"),
    ("an unknown way", script("kind: welcome", "kind: welcome\n    way: dansen"), 22, "not known"),
    ("words on no scale", script("kind: welcome", "kind: welcome\n    scale_low: laag"), 22, "without a scale"),
    ("comparing with nothing", SCALES.replace("compare_with: voor", "compare_with: toen"), 58, "'toen'"),
    ("comparing with itself", SCALES.replace("compare_with: voor", "compare_with: na"), 58, "'na'"),
    ("comparing with what comes later", SCALES.replace("scale_low: weinig", "compare_with: na"), 43, "'na'"),
    ("a scale with something wrong", SCALES.replace("how: scale", "how: schaal", 1), 42, "not known"),
    ("a card with capitals", script("vijf-stappen", "Vijf stappen"), 54, "Vijf stappen"),
    ("an address without https", script("https://", "www."), 17, "web address"),
    ("an address that runs", script("https://voorbeeld.nl/het-gesprek", "javascript:alert(1)"), 17, "web address"),
    ("an address on this disk", script("https://voorbeeld.nl", "file://"), 17, "web address"),
]

BAD_CASES: list[tuple[str, str, int, str]] = [
    ("an unknown level", case("level: basis", "level: hoog"), 6, "not known"),
    ("a person twice", case("  - id: moeder", f"{SEM}  - id: moeder"), 16, "first on line 11"),
    ("an age in words", case("age: 8", "age: acht"), 15, "not a whole number"),
    ("an age nobody has", case("age: 8", "age: 200"), 15, "200"),
    ("a person since nothing", case("age: 8", "age: 8\n    since: bigin"), 16, "'bigin'"),
    ("an unknown person", case("one: moeder", "one: meoder"), 20, "'meoder'"),
    ("a person related to itself", case("other: sem", "other: moeder"), 21, "itself"),
    ("a relation left empty", case("one: moeder", "one:"), 20, "'one' is empty"),
    ("a relation since nothing", case("since: begin", "since: bigin"), 23, "'bigin'"),
    ("a timeline of an unknown moment", case("moment: begin", "moment: einde"), 27, "'einde'"),
    ("a moment twice", case("id: later", "id: begin"), 47, "first on line 29"),
    ("an unknown phase", case("phase: herstel", "phase: klaar"), 53, "not known"),
    ("a sixth step of the meldcode", case("meldcode_step: 1", "meldcode_step: 6"), 42, "is 6"),
    ("a sixth weighing question", case("- question: 1", "- question: 6"), 44, "is 6"),
    ("a weighing question for nothing", case("        for:\n          - Er zijn signalen.\n"), 44, "nothing speaks"),
    (
        "a role twice",
        case("knows: Sem was druk.\n", "knows: a\n      - role: leerkracht\n        knows: b\n"),
        35,
        "line 33",
    ),
    (
        "no persons",
        case(case()[case().index("persons:") : case().index("relations:")], "persons: []\n"),
        10,
        "empty list",
    ),
    ("no moments", case(_between("moments:", "aftercare:")), 1, "'moments' is missing"),
    ("a card of an unknown role", case("aftercare:", f"{ROLE_CARD}Leerkacht\naftercare:"), 55, "knows nothing"),
    (
        "a role that goes with an unknown one",
        case("aftercare:", f"{ROLE_CARD}leerkracht\n    merges_with: huisarts\naftercare:"),
        56,
        "knows nothing",
    ),
    ("a role card left empty", case("aftercare:", "role_cards:\n  - about: Iemand.\naftercare:"), 55, "missing"),
    ("no aftercare", case("aftercare: Neem de tijd.\n"), 1, "'aftercare' is missing"),
]

BAD_CARDS: list[tuple[str, str, int, str]] = [
    ("a figure without a year", card("    year: 2022\n"), 16, "'year' is missing"),
    (
        "a figure without a definition",
        card("    definition: Volwassenen, in vijf jaar\n"),
        16,
        "'definition' is missing",
    ),
    ("a figure without a source", card(CARD_SOURCE), 16, "'source' is missing"),
    ("a year in words", card("2022", "vorig jaar"), 17, "not a whole number"),
    ("an unknown verdict", card("klopt-niet", "onzin"), 24, "not known"),
    ("nowhere to read on", card("https://voorbeeld.nl/stap-3", "stap 3"), 29, "web address"),
    ("a date in words", card("2026-05-11", "11 mei 2026"), 30, "not a date"),
    ("a day that no month has", card("2026-05-11", "2026-02-30"), 30, "not a date"),
    ("a week as a date", card("2026-05-11", "2026-W20-1"), 30, "not a date"),
    ("a list as a date", card("2026-05-11", "[2026-05-11]"), 30, "one single value"),
    ("a story as a question", card("read_on:", f"asked:\n  - Kort\n  - {'a' * 161}\nread_on:"), 28, "161 letters"),
    ("too many questions", card("read_on:", "asked:\n" + "  - Mag dat?\n" * 41 + "read_on:"), 27, "41 items"),
]


def _found(kind: FileKind[Any], path: Path, data: str | bytes, line: int, words: str) -> None:
    reading = read_one(kind, path, data)
    told = [str(problem) for problem in reading.problems]
    assert reading.value is None
    assert any(p.line == line and words in p.what and p.fix for p in reading.problems), told


@pytest.mark.parametrize(("data", "line", "words"), [pytest.param(*row[1:], id=row[0]) for row in NOT_READABLE])
def test_a_file_that_cannot_be_read(tmp_path: Path, data: str | bytes, line: int, words: str) -> None:
    for kind in (SCRIPT_FILES, CASE_FILES):
        _found(kind, tmp_path / "slecht.yaml", data, line, words)


@pytest.mark.parametrize(("data", "line", "words"), [pytest.param(*row[1:], id=row[0]) for row in BAD_SCRIPTS])
def test_a_script_with_one_thing_wrong(tmp_path: Path, data: str, line: int, words: str) -> None:
    _found(SCRIPT_FILES, tmp_path / "slecht.yaml", data, line, words)


@pytest.mark.parametrize(("data", "line", "words"), [pytest.param(*row[1:], id=row[0]) for row in BAD_CASES])
def test_a_case_with_one_thing_wrong(tmp_path: Path, data: str, line: int, words: str) -> None:
    _found(CASE_FILES, tmp_path / "slecht.yaml", data, line, words)


@pytest.mark.parametrize(("data", "line", "words"), [pytest.param(*row[1:], id=row[0]) for row in BAD_CARDS])
def test_a_card_with_one_thing_wrong(tmp_path: Path, data: str, line: int, words: str) -> None:
    _found(CARD_FILES, tmp_path / "slecht.yaml", data, line, words)


def test_one_fault_gives_one_problem(tmp_path: Path) -> None:
    for kind, corpus in ((SCRIPT_FILES, BAD_SCRIPTS), (CASE_FILES, BAD_CASES), (CARD_FILES, BAD_CARDS)):
        for name, data, _line, _words in corpus:
            problems = read_one(kind, tmp_path / "slecht.yaml", data).problems
            assert len(problems) == 1, (name, [str(problem) for problem in problems])


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    data = script("min: 4", "min: 40").replace("minutes: 10", "minutes: x").replace("how: choice", "how: keuze")
    problems = read_one(SCRIPT_FILES, tmp_path / "slecht.yaml", data).problems
    assert [problem.line for problem in problems] == [7, 22, 48]


def test_more_problems_than_anybody_reads_are_not_all_told(tmp_path: Path) -> None:
    data = script("goal:", "".join(f"sleutel{number}: x\n" for number in range(500)) + "goal:")
    problems = read_one(SCRIPT_FILES, tmp_path / "slecht.yaml", data).problems
    assert len(problems) == MOST_PER_FILE + 1
    assert sum("more problems" in problem.what for problem in problems) == 1
