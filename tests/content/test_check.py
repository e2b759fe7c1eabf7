"""`facilitator check`: form and wording of any file or folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.content import check as checking
from facilitator.content.check import check
from facilitator.content.problem import Problem
from tests.content.samples import card, case, script

LONG = "Dit is een zin met heel veel woorden " + "en nog een paar woorden erbij " * 4 + "punt."


def _problems(path: Path, text: str) -> list[tuple[int, str]]:
    path.write_text(text, encoding="utf-8")
    return [(problem.line, problem.what) for problem in check([path])]


def test_what_comes_with_the_program_has_no_problems() -> None:
    assert [str(problem) for problem in check()] == []


def test_a_problem_is_one_line_for_an_editor() -> None:
    assert str(Problem(Path("a.yaml"), 3, "fout", "Doe dit")) == "a.yaml:3: fout: Doe dit"


def test_a_good_file_anywhere(tmp_path: Path) -> None:
    for text in (script(), case(), card()):
        assert _problems(tmp_path / "los.yaml", text) == []


def test_the_kind_of_a_file_that_is_not_in_its_folder(tmp_path: Path) -> None:
    assert "no script" in _problems(tmp_path / "los.yaml", "a: 1\n")[0][1]
    assert "no script" in _problems(tmp_path / "los.yaml", "- a\n")[0][1]
    assert "not valid YAML" in _problems(tmp_path / "los.yaml", "a: [\n")[0][1]


def test_the_kind_of_a_file_in_its_folder(tmp_path: Path) -> None:
    (tmp_path / "casuistiek").mkdir()
    found = _problems(tmp_path / "casuistiek" / "a.yaml", "id: a\n")
    assert (1, "'moments' is missing") in found
    assert "not valid YAML" in _problems(tmp_path / "casuistiek" / "a.yaml", "a: [\n")[0][1]


def test_wording_is_looked_at_in_whatever_could_be_read(tmp_path: Path) -> None:
    text = script("title: Het Gesprek", "title: [Het Gesprek]").replace("steps:", "steps: ja\nx:", 1)
    text = text.replace("  materials:\n    - Stiften", "  materials: Stiften").replace("Een kring", "Een kring [?]")
    assert 10 in [line for line, what in _problems(tmp_path / "sessions.yaml", text) if "[?]" in what]


def test_a_folder_and_its_content_folders(tmp_path: Path) -> None:
    (tmp_path / "sessions").mkdir()
    (tmp_path / "sessions" / "a.yaml").write_text(script("minutes: 10", "minutes: x"), encoding="utf-8")
    (tmp_path / "b.yaml").write_text(case("age: 8", "age: x"), encoding="utf-8")
    found = [(problem.file.name, problem.line) for problem in check([tmp_path])]
    assert found == [("b.yaml", 15), ("a.yaml", 22)]
    assert [problem.line for problem in check([tmp_path, tmp_path / "b.yaml"])] == [15, 22]


def test_a_file_or_folder_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [problem.what for problem in check([tmp_path / "weg.yaml"])] == ["this file is not there"]

    def refuse(_folder: Path) -> list[Path]:
        raise PermissionError(13, "no")

    monkeypatch.setattr(checking, "yaml_files", refuse)
    assert [problem.file for problem in check([tmp_path])] == [tmp_path]


def test_an_id_that_two_files_have(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(script(), encoding="utf-8")
    assert [(problem.file.name, problem.line) for problem in check([tmp_path])] == [("b.yaml", 1)]


WORDING = [
    ("left open", script("Een kring", "Een kring [?]"), 10, "[?]"),
    ("left open in a source", script("Gesprek (2020)", "Gesprek ([?])"), 16, "[?]"),
    ("a long sentence", script("Fijn dat je er bent.", LONG), 27, "sentence has"),
    ("a long question", script("Waarom kies je dat?", LONG), 43, "sentence has"),
    ("a long paragraph", script("Fijn dat je er bent.", "Dit is kort. " * 31), 27, "paragraph has 93"),
    ("a long moment", case("Sem zegt weinig.", f"|\n      Kort.\n\n      {LONG}"), 34, "sentence has"),
    ("a long text for the facilitator", case("Lees voor.", LONG), 37, "sentence has"),
    ("not written yet", card("Iemand is bang.", "TODO"), 10, "'TODO' marks"),
    ("never looked up", card("Iemand is bang.", "Iemand is bang XXX."), 10, "'XXX' marks"),
    ("a text to fill the page", card("Iemand is bang.", "Lorem ipsum dolor."), 10, "'Lorem ipsum' marks"),
    ("a long role card", case("Sem was druk.", LONG), 34, "sentence has"),
    ("a long text on a card", card("Bel Veilig Thuis.", LONG), 12, "sentence has"),
    ("officialese", card("Iemand is bang.", "Dat is middels een brief gezegd."), 10, "'middels' has a better word"),
    ("English left behind", card("Iemand is bang.", "Iemand is bang because of geld."), 10, "'because' is English"),
    ("English at the beginning", card("Iemand is bang.", "The kids gaan."), 10, "'The' is English"),
    ("a veiled word", card("Iemand is bang.", "Een huiselijk geweldslachtoffer."), 10, "geweldslachtoffer' has"),
    ("a word of one side", card("Iemand is bang.", "Dat is ouderverstoting."), 10, "'ouderverstoting' has"),
    ("two words over two lines", card("Iemand is bang.", "|\n    Zij dienen\n    te gaan."), 11, "has a better word"),
    ("an English word", script("Elkaar leren kennen", "De case bespreken"), 4, "'case'"),
    ("a clock", script("Een kring", "Open om 14:00 uur"), 10, "'14:00 uur' has a colon"),
    ("a date", script("Een kring", "Op 17-12-2019"), 10, "'17-12-2019'"),
    ("formal", script("Welkom allemaal.", "Fijn dat u er bent."), 30, "'u' is formal"),
]


@pytest.mark.parametrize(("text", "line", "words"), [pytest.param(*row[1:], id=row[0]) for row in WORDING])
def test_wording(tmp_path: Path, text: str, line: int, words: str) -> None:
    found = _problems(tmp_path / "los.yaml", text)
    assert len(found) == 1
    assert found[0][0] == line
    assert words in found[0][1]


FINE = [
    script(
        "Fijn dat je er bent.", "- Een twee drie.\n" * 0 + "Kijk op https://voorbeeld.nl/een/twee/drie, daar staat het."
    ),
    script("Fijn dat je er bent.", "|\n" + "        - Wat vind jij daar nu echt van?\n" * 20),
    script("Een kring", 'Zet de stoelen in een U, of in een u. Duurt 2 u. Zeg ‘u’ of "uw" als dat past.'),
    script("Het Gesprek (2020)", "A case of scripts, 17-12-2019, 14:00 uur (2020)"),
    script("Elkaar leren kennen", "Case manager en casemanager, script-loos, [script](https://voorbeeld.nl/case)"),
    script("Een kring", "Een kring. Koen zegt ‘Dit is ouderverstoting, middels the brief.’"),
    script("Een kring", "Save the Children en The Hague zijn namen; een checklist en een kindcheck mogen."),
    case("Sem zegt weinig.", "De arts vraagt of u wel slaapt."),
]


@pytest.mark.parametrize("text", FINE)
def test_wording_that_is_fine(tmp_path: Path, text: str) -> None:
    expected = ["'script' has a better word"] if "[script]" in text else []
    assert [what for _line, what in _problems(tmp_path / "los.yaml", text)] == expected


def test_what_to_do_about_a_long_sentence_fits_who_reads_it(tmp_path: Path) -> None:
    (tmp_path / "los.yaml").write_text(script("Fijn dat je er bent.", LONG).replace("Een kring", LONG), "utf-8")
    fixes = [problem.fix.split("; ")[1] for problem in check([tmp_path])]
    assert fixes == ["nobody should have to read it twice", "the room reads it while somebody speaks"]


def test_why_another_word_is_better(tmp_path: Path) -> None:
    (tmp_path / "los.yaml").write_text(card("Iemand is bang.", "Vraag om feedback."), "utf-8")
    assert [problem.fix.split(": ")[1] for problem in check([tmp_path])] == ["there is a Dutch word for it"]


def test_the_line_inside_a_folded_text(tmp_path: Path) -> None:
    folded = ">\n        Kort.\n        Dit is\n        een " + "heel " * 25 + "lange zin.\n"
    assert _problems(tmp_path / "los.yaml", script("Fijn dat je er bent.\n", folded))[0][0] == 29


def test_a_line_that_cannot_be_found_again_is_that_of_the_value(tmp_path: Path) -> None:
    quoted = "'''t " + "is " * 26 + "lang.'"
    assert _problems(tmp_path / "los.yaml", script("Fijn dat je er bent.", quoted))[0][0] == 27


@pytest.mark.parametrize("bomb", ["[a](", "[", "“a", "‘", '"', "1", ". *", "a'", "` "])
def test_no_text_takes_long_to_look_at(tmp_path: Path, bomb: str) -> None:
    text = (bomb * (100_000 // len(bomb))).replace("'", "''")
    _problems(tmp_path / "los.yaml", script("Fijn dat je er bent.", f"'{text}'"))
