import json
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from facilitator import commands
from facilitator.__main__ import main
from facilitator.content.check import read_contents
from facilitator.content.library import read_library
from facilitator.content.locate import content_folder
from facilitator.content.pack import read_pack
from facilitator.storage import keys
from facilitator.storage.errors import DiskFull
from facilitator.storage.ledger import Ledger
from tests.content.samples import CARD


def texts(folder: Path) -> dict[str, str]:
    """The text of every PDF below a folder."""
    found = {}
    for path in sorted(folder.rglob("*.pdf")):
        with pypdfium2.PdfDocument(path) as document:
            found[path.relative_to(folder).as_posix()] = " ".join(
                "\n".join(page.get_textpage().get_text_bounded() for page in document).split()
            )
    return found


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("demo") / "uit"
    assert main(["demo", "--out", str(out)]) == 0
    return out


def test_the_demo_is_a_whole_session(demo: Path) -> None:
    session = json.loads((demo / "session.json").read_text("utf-8"))
    book = session["notebook"]
    assert (len(book["partners"]), len(book["participants"])) == (6, 11)
    assert len(book["agreements"]) >= 12
    assert all(agreement["confirmed"] for agreement in book["agreements"])
    assert len([note for note in book["notes"] if not note.get("released")]) >= 2
    assert session["events"][-1]["kind"] == "SessionClosed"


def test_the_demo_writes_a_document_for_everyone(demo: Path) -> None:
    names = set(texts(demo))
    assert {"verslag.pdf", "draaiboek.pdf"} < names
    assert len([name for name in names if name.startswith("deelnemers/")]) == 11


def test_the_demo_lives_through_a_case(demo: Path) -> None:
    found = texts(demo / "leerbijeenkomst")
    assert {"verslag.pdf", "draaiboek.pdf", "rolkaarten.pdf", "casus.pdf"} < set(found)
    assert len([name for name in found if name.startswith("deelnemers/")]) == 7
    for words in ("Kantelpunt", "Melden bij Veilig Thuis is noodzakelijk", "Keer vooraf", "Acuut, ook voor Lotte (7)"):
        assert words in found["verslag.pdf"]
    assert "Robin Vos (Arbodienst)" in found["rolkaarten.pdf"]


def test_no_private_note_is_in_any_document_of_the_demo(demo: Path) -> None:
    notes = json.loads((demo / "session.json").read_text("utf-8"))["notebook"]["notes"]
    private = [note["text"] for note in notes if not note.get("released")]
    released = [note["text"] for note in notes if note.get("released")]
    found = texts(demo)
    assert [(name, note) for name, text in found.items() for note in private if note in text] == []
    assert all(note in found["verslag.pdf"] for note in released)


@pytest.mark.parametrize("lacking", ["het-gesprek-kennismaken", "altijd-bereikbaar"])
def test_a_demo_without_its_script_or_case_says_so(
    lacking: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = read_library(content_folder())
    scripts = tuple(script for script in whole.scripts if script.id != lacking)
    monkeypatch.setattr(commands, "read_library", lambda _folder: replace(whole, scripts=scripts, cases=()))
    assert main(["demo", "--out", str(tmp_path)]) == 1
    assert lacking in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("what", ["create", "write"])
def test_a_demo_without_room_for_its_store_says_so(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(keys if what == "create" else Ledger, what, full)
    assert main(["demo", "--out", str(tmp_path)]) == 1
    assert "schijf is vol" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_playing_the_demo_again_gives_the_same_bytes(demo: Path, tmp_path: Path) -> None:
    assert main(["demo", "--out", str(tmp_path)]) == 0
    files = [path.relative_to(demo) for path in sorted(demo.rglob("*")) if path.is_file()]
    assert [name for name in files if (demo / name).read_bytes() != (tmp_path / name).read_bytes()] == []


def test_the_demo_says_when_its_folder_is_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bezet").write_text("x")
    assert main(["demo", "--out", str(tmp_path / "bezet")]) == 1
    assert "bezet" in capsys.readouterr().err


def test_check_finds_nothing_wrong_with_what_is_shipped(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "Geen problemen gevonden.\n"


def test_check_tells_which_figure_to_look_at_again_and_is_content(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.check((), today=date(2099, 1, 1)) == 0
    notes = capsys.readouterr().out.splitlines()
    assert all("2099" not in note for note in notes), "the day is that of the figure"
    assert any("/resources/knowledge/feit-45-procent-ooit.yaml:" in note for note in notes)


def test_check_gives_a_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--table"]) == 0
    head, _rule, first, *_rest = capsys.readouterr().out.splitlines()
    assert head.endswith("| Open punten |")
    assert first.startswith("| sessions/afspraken-herijken.yaml | Draaiboek | ")
    readings = read_contents([content_folder() / "casuistiek"])
    monkeypatch.setattr(commands, "content_folder", lambda: tmp_path)
    monkeypatch.setattr(commands, "read_contents", lambda _paths: readings)
    assert main(["check", "--table"]) == 0
    assert "Open punten" not in capsys.readouterr().out, "installed, there is no record of readings"


def test_check_says_where_what_and_how(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = tmp_path / "sessions" / "fout.yaml"
    wrong.parent.mkdir()
    wrong.write_text("id: fout\nsteps: []\n", "utf-8")
    assert main(["check", str(wrong)]) == 1
    assert f"{wrong}:1: " in capsys.readouterr().out


PACK = ("--title", "Eigen casussen", "--author", "Een regio", "--licence", "CC-BY-4.0")


def test_own_work_becomes_a_pack_that_can_be_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shipped = (content_folder() / "casuistiek" / "stil-in-de-klas.yaml").read_text("utf-8")
    (tmp_path / "eigen.yaml").write_text(shipped.replace("id: stil-in-de-klas", "id: eigen-casus", 1), "utf-8")
    out = tmp_path / "eigen.fpack"
    assert main(["pack", str(tmp_path / "eigen.yaml"), "--out", str(out), *PACK]) == 0
    assert main(["check", str(out)]) == 0
    assert capsys.readouterr().out == f"Het pakket staat in {out}\nGeen problemen gevonden.\n"
    read = read_pack(out).pack
    assert read is not None
    assert (read.about.id, read.about.version) == ("eigen-casussen", "1")


def test_a_pack_is_not_made_of_what_has_problems(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "slecht.yaml").write_text("id: slecht\nmoments: []\n", "utf-8")
    for path in (tmp_path / "slecht.yaml", content_folder() / "casuistiek"):
        assert main(["pack", str(path), "--out", str(tmp_path / "x.fpack"), *PACK]) == 1
    told = capsys.readouterr().out
    assert "slecht.yaml:2: " in told
    assert "met het programma is meegeleverd" in told
    assert not (tmp_path / "x.fpack").exists()


@pytest.fixture
def named(tmp_path: Path) -> Path:
    """A case of one's own in which somebody is named who is not among its persons."""
    shipped = (content_folder() / "casuistiek" / "stil-in-de-klas.yaml").read_text("utf-8")
    text = shipped.replace("id: stil-in-de-klas", "id: eigen-casus", 1)
    text = re.sub("^summary: ", "summary: Mevrouw Yildiz belde vanaf 06 12345678. ", text, count=1, flags=re.MULTILINE)
    (tmp_path / "eigen.yaml").write_text(text, "utf-8")
    return tmp_path / "eigen.yaml"


def test_a_name_does_not_leave_in_a_pack_before_somebody_looked(
    named: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = 1 + named.read_text("utf-8")[: named.read_text("utf-8").index("Mevrouw Yildiz")].count("\n")
    out = tmp_path / "eigen.fpack"
    assert main(["pack", str(named), "--out", str(out), *PACK]) == 1
    told = capsys.readouterr()
    name, phone = told.out.splitlines()
    place = "in ‘Waar de casus over gaat’"
    assert name.startswith(f"{named}:{line}: ‘Yildiz’ lijkt op een naam, {place}: Zet daar [naam] neer")
    assert phone.startswith(f"{named}:{line}: ‘06 12345678’ lijkt op een telefoonnummer, {place}: Zet daar [telefoon")
    assert "2 dingen lijken op persoonsgegevens" in told.err
    assert "--checked" in told.err
    assert not out.exists()
    assert main(["pack", str(named), "--out", str(out), "--checked", *PACK]) == 0
    assert out.exists()


def test_check_tells_what_looks_like_personal_data_and_is_content(
    named: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pack", str(named), "--out", str(tmp_path / "eigen.fpack"), "--checked", *PACK]) == 0
    for path in (named, tmp_path / "eigen.fpack"):
        capsys.readouterr()
        assert main(["check", str(path)]) == 0
        told = capsys.readouterr().out
        assert "‘Yildiz’ lijkt op een naam" in told
        assert "2 dingen lijken op persoonsgegevens" in told
        assert "Geen problemen" not in told


def test_without_the_word_lists_nothing_is_packed_unseen(
    named: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(commands, "resource", lambda *_names: tmp_path / "weg")
    out = tmp_path / "eigen.fpack"
    assert main(["pack", str(named), "--out", str(out), *PACK]) == 1
    assert main(["check", str(named)]) == 1
    assert capsys.readouterr().err.count("woordenlijsten") == 2
    assert not out.exists()


def test_a_home_without_sessions_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--home", str(tmp_path), "sessions"]) == 0
    assert main(["--home", str(tmp_path), "export", "abc", "--out", str(tmp_path)]) == 1
    captured = capsys.readouterr()
    assert "nog geen sessies" in captured.out
    assert "nog geen sessies" in captured.err
    assert list(tmp_path.iterdir()) == []


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out.startswith("facilitator 0.")


def test_a_command_that_is_not_understood_is_answered_in_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["demo"])
    assert "fout: dit ontbreekt nog: --out" in capsys.readouterr().err


def test_the_demo_imports_no_qt(tmp_path: Path) -> None:
    code = (
        "import sys; from facilitator.__main__ import main; "
        f"assert main(['demo', '--out', {str(tmp_path)!r}]) == 0; "
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_check_tells_what_is_due(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "kaart.yaml"
    path.write_text(CARD.replace("2026-05-11", "2001-05-11"), "utf-8")
    assert main(["check", str(path), "--due"]) == 0
    assert f"{path}:" in (told := capsys.readouterr().out)
    assert "2001-05-11" in told
    assert main(["check", str(path), "--due", "1200"]) == 0
    assert capsys.readouterr().out == "Niets is aan herziening toe.\n"
